"""What was denied, never said or only asked about is nobody's claim; what is ruled out is one, that it will not be."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import candidates
from claimtrack.articles.speech import read_speech

OPENS = "the bridge would open by 1 May"


def standing(text):
    """The polarity of what is said to open, and whether it was said, by the innermost words that tell."""
    found = [item for item in read_speech(text, known={}).told if item.frame != "aim"]
    item = max(found, key=lambda item: item.depth)
    return item.polarity, item.factual


def found(text):
    """Kind, speaker, text and due of each candidate."""
    return [
        (item.kind, item.speaker, item.text, item.due and item.due.last)
        for item in candidates(text, date(2025, 2, 5))
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Marta Lind never said that {OPENS}.",
        f"Marta Lind did not promise that {OPENS}.",
        f"Marta Lind would not confirm that {OPENS}.",
        f"Marta Lind hasn’t said {OPENS}.",
        f"Marta Lind no longer says that {OPENS}.",
        f"Marta Lind neither said nor hinted that {OPENS}.",
        f"Marta Lind could not say that {OPENS}.",
        f"Marta Lind might say that {OPENS}.",
        f"Marta Lind would have said that {OPENS}.",
        f"Marta Lind doubted that {OPENS}.",
        f"Marta Lind questioned whether {OPENS}.",
        f"Marta Lind did not say whether {OPENS}.",
        f"Marta Lind did not rule out that {OPENS}.",
        f"Marta Lind did not deny that {OPENS}.",
        f"Marta Lind stopped short of saying that {OPENS}.",
        f"Marta Lind backed away from saying that {OPENS}.",
        f"Marta Lind warned against saying that {OPENS}.",
        f"Without saying that {OPENS}, Marta Lind left.",
        f"At no point did Marta Lind say that {OPENS}.",
        f"Should Marta Lind say that {OPENS}, the council would cheer.",
        f"Were Marta Lind to say that {OPENS}, the council would cheer.",
        f"Marta Lind made no promise that {OPENS}.",
        f"Marta Lind gave no guarantee that {OPENS}.",
        f"Marta Lind cast doubt on claims that {OPENS}.",
        f"Marta Lind distanced herself from the promise that {OPENS}.",
        f"Marta Lind went back on her promise that {OPENS}.",
        f"Nobody at the port has said that {OPENS}.",
        f"Nothing that Marta Lind said meant that {OPENS}.",
        f"Marta Lind wishes she had said that {OPENS}.",
        f'"I\'m not saying that {OPENS}," Marta Lind said.',
        f"There is no guarantee that {OPENS}, Marta Lind said.",
        f"Marta Lind resisted calls to promise that {OPENS}.",
        f"Marta Lind has ceased to claim that {OPENS}.",
        f"Marta Lind fell short of promising that {OPENS}.",
        f"Marta Lind avoided saying that {OPENS}.",
        f"Marta Lind stopped saying that {OPENS}.",
        f"Marta Lind left without promising that {OPENS}.",
        f"Marta Lind has yet to say that {OPENS}.",
        f"Marta Lind failed to promise that {OPENS}.",
        f"Marta Lind was careful not to say that {OPENS}.",
        f"Marta Lind is wrong to say that {OPENS}.",
        f"Marta Lind declined to say if {OPENS}.",
        f"Marta Lind refused to confirm that {OPENS}.",
        f"If Marta Lind said that {OPENS}, the council would cheer.",
        f"Unless Marta Lind says that {OPENS}, the council will sue.",
        f"Had Marta Lind said that {OPENS}, nobody would have believed her.",
        f"Has Marta Lind promised that {OPENS}?",
        f"Nobody said that {OPENS}.",
        f"No one in the ministry said that {OPENS}.",
        f"No official has promised that {OPENS}.",
        f"None of the ministers said that {OPENS}.",
        f"Neither Lind nor Vale said that {OPENS}.",
        f"Few experts believe that {OPENS}.",
        f"It is not true that Marta Lind said {OPENS}.",
        f"Marta Lind withdrew her promise that {OPENS}.",
        f'"I never said {OPENS}," Marta Lind said.',
        f'"I did not promise that {OPENS}," Marta Lind told reporters.',
        f"Marta Lind said she had not promised that {OPENS}.",
    ],
)
def test_what_was_not_said_is_no_claim(text):
    """Denied by its speaker, held back, supposed or only asked: there is nothing to record."""
    assert not standing(text)[1]
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Marta Lind denied that {OPENS}.", OPENS),
        (f"Marta Lind disputed that {OPENS}.", OPENS),
        (f"Marta Lind denied saying {OPENS}.", f"saying {OPENS}"),
        (f"Marta Lind rejected claims that {OPENS}.", f"claims that {OPENS}"),
        (f'"I deny that {OPENS}," Marta Lind said.', OPENS),
    ],
)
def test_a_denial_is_a_statement_with_no_due_date(text, words):
    """It says that something is not so; it sets nobody a date."""
    assert standing(text) == ("denied", True)
    assert found(text) == [("statement", "Marta Lind", f"denies: {words}", None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Marta Lind ruled out that {OPENS}.", f"ruled out that {OPENS}"),
        ("Marta Lind ruled out opening the bridge by 1 May.", "ruled out opening the bridge by 1 May"),
        ("Marta Lind refused to open the bridge by 1 May.", "refused to open the bridge by 1 May"),
        (f"Marta Lind does not expect that {OPENS}.", f"does not expect that {OPENS}"),
        (f"Marta Lind does not think {OPENS}.", f"does not think {OPENS}"),
        (
            "Marta Lind does not plan to open the bridge by 1 May.",
            "does not plan to open the bridge by 1 May",
        ),
    ],
)
def test_what_is_ruled_out_is_a_claim_that_keeps_its_negation(text, words):
    """Who rules out or refuses a future thing claims that it will not be."""
    assert standing(text) == ("negated", True)
    [(kind, speaker, kept, due)] = found(text)
    assert (speaker, kept, due) == ("Marta Lind", words, date(2025, 5, 1))
    assert kind in ("prediction", "promise")


@pytest.mark.parametrize(
    "text",
    [
        f"Marta Lind did not only say that {OPENS}.",
        f"Marta Lind does not doubt that {OPENS}.",
        f"Marta Lind never stopped saying that {OPENS}.",
        f"Marta Lind could not resist saying that {OPENS}.",
        f"Nobody laughed when Marta Lind said that {OPENS}.",
        f"Marta Lind, who has not said much, promised that {OPENS}.",
        f"Asked if she was sure, Marta Lind said that {OPENS}.",
        f"Prime Minister Theresa May said that {OPENS}.",
    ],
)
def test_a_negation_elsewhere_in_the_sentence_changes_nothing(text):
    """Not every `not`, `nobody` and `may` stands between a speaker and what is said."""
    assert found(text)[0][2:] == (OPENS, date(2025, 5, 1))
