"""What somebody says that somebody else said: the innermost clause owns its words, and who relays them is `via`."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import candidates
from claimtrack.articles.speech import read_speech

OPENS = "the bridge would open by 1 May"


def whose(text):
    """Speaker and relay of each candidate that looks ahead."""
    return [
        (item.speaker, item.via) for item in candidates(text, date(2025, 2, 5)) if item.kind != "statement"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Clara Klein met Jon Adler. Klein said Adler had assured her that {OPENS}.",
        f"Clara Klein met Jon Adler. Klein said that Adler promised {OPENS}.",
        f"Clara Klein told reporters that Jon Adler had said {OPENS}.",
        f"According to Clara Klein, Jon Adler promised that {OPENS}.",
        f"Jon Adler promised that {OPENS}, according to Clara Klein.",
        f"Jon Adler promised {OPENS}, Clara Klein said.",
        f"Jon Adler has promised that {OPENS}, Clara Klein told reporters.",
        f"Jon Adler, Clara Klein said, had promised that {OPENS}.",
        f'"Jon Adler told me {OPENS}," Clara Klein said.',
        f"Clara Klein said that, according to Jon Adler, {OPENS}.",
        f"Clara Klein wrote that Jon Adler believes {OPENS}.",
        f"Clara Klein said she heard Jon Adler say that {OPENS}.",
        f"Clara Klein said she had been told by Jon Adler that {OPENS}.",
        "Clara Klein recalled that Jon Adler vowed to open the bridge by 1 May.",
    ],
)
def test_the_innermost_clause_owns_its_words_once(text):
    """However the clauses are ordered, it is one claim of who said it first."""
    assert whose(text) == [("Jon Adler", "Clara Klein")]


def test_a_relay_of_a_relay_is_read_to_its_end():
    """Klein tells what Adler thinks that Lind promised."""
    text = "Clara Klein says that Jon Adler thinks that Marta Lind promised to resign by 1 May."
    assert whose(text) == [("Marta Lind", "Jon Adler")]


@pytest.mark.parametrize(
    "text",
    [
        f"Jon Adler was quoted by The Star as saying that {OPENS}.",
        f"The Star quoted Jon Adler as saying that {OPENS}.",
        f"Clara Klein was warned by Jon Adler that {OPENS}.",
        f"Jon Adler kept saying that {OPENS}.",
    ],
)
def test_who_is_quoted_or_tells_in_the_passive_is_the_speaker(text):
    """`quoted as saying`, `was told by`."""
    assert [item.speaker for item in read_speech(text, known={}).told] == ["Jon Adler"]


@pytest.mark.parametrize(
    "text",
    [
        f"Clara Klein heard that {OPENS}.",
        f"Clara Klein learned that {OPENS}.",
        f"Clara Klein found out that {OPENS}.",
        f"Clara Klein was told that {OPENS}.",
        f"Clara Klein had been informed that {OPENS}.",
    ],
)
def test_who_only_heard_of_it_is_not_its_speaker(text):
    """The article does not tell who said it."""
    assert all(item.speaker is None for item in read_speech(text, known={}).told)
