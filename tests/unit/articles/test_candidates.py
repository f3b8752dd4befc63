"""The claims of an article that are worth tracking."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.articles import THRESHOLD, candidates
from claimtrack.model.text import stored, stored_line

PUBLISHED = date(2025, 2, 5)
CANAL = Path(__file__).parents[3] / "examples" / "canal.txt"
ORLEN = Path(__file__).parents[2] / "articles" / "orlen-2025-02-05.txt"


def found(text):
    """Kind, speaker, via and last day due of each candidate that is sure enough to be shown."""
    return [
        (c.kind, c.speaker, c.via, c.due.last.isoformat() if c.due else None)
        for c in candidates(text, PUBLISHED)
        if c.score >= THRESHOLD
    ]


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("Marta Lind said that the lake would freeze.", "prediction", None),
        ('"The lake will freeze by the end of it all," Marta Lind said.', "prediction", None),
        ("Marta Lind said that she would mend the bridge.", "promise", None),
        ('"We will mend the bridge for everybody here," Marta Lind said.', "promise", None),
        ("Marta Lind plans to mend the bridge in May.", "promise", "2025-05-31"),
        ("Marta Lind said the city would mend the bridge by 7 June 2025.", "deadline", "2025-06-07"),
        ("Marta Lind's goal is to mend the bridge by 7 June 2025.", "deadline", "2025-06-07"),
        ("Marta Lind set a deadline of 7 June 2025 for the bridge.", "deadline", "2025-06-07"),
        ("The bridge will open by 7 June, Marta Lind told reporters.", "deadline", "2025-06-07"),
        ("The lake will freeze by 7 June, Marta Lind told reporters.", "prediction", "2025-06-07"),
        ("Marta Lind told reporters the lake will freeze in 2026.", "prediction", "2026-12-31"),
        ("Marta Lind said that the bridge was built of old stones.", "statement", None),
        ("Marta Lind said that the lake could freeze in 2026.", "prediction", "2026-12-31"),
    ],
)
def test_the_kind_follows_from_who_is_to_act_and_by_when(text, kind, due):
    """A date set as a target is a deadline, one's own act a promise, anything else ahead a prediction."""
    assert found(text) == [(kind, "Marta Lind", None, due)]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor was late. "Will you come to the bridge on Monday?" Marta Lind asked.',
        '"I will tell you the truth about the bridge," Marta Lind said.',
        "Marta Lind declined to comment on the plans for the bridge.",
        "The match will be played on Sunday, and the gates are open from noon.",
        "Marta Lind urged the council to mend the bridge by the end of May.",
    ],
)
def test_what_nobody_would_track_is_left_out(text):
    """Questions, small talk, requests and announcements with nobody behind them."""
    assert found(text) == []


def test_a_date_with_no_year_looks_ahead():
    """At most sixty days before publication, else the next year's."""
    assert found("Marta Lind plans to mend the bridge by November 20.")[0][3] == "2025-11-20"


def test_a_deadline_that_another_set_belongs_to_the_one_who_set_it():
    """The expert only relays it."""
    text = 'The expert said: "Tolm set 20 January as the date. The latest date was February 20, but that is late."'
    assert [item for item in found(text) if item[0] == "deadline"] == [
        ("deadline", "Tolm", "the expert", "2025-01-20"),
        ("deadline", "Tolm", "the expert", "2025-02-20"),
    ]


def test_a_date_that_a_nameless_source_relays_is_told_without_the_relative_clause():
    """The claim begins after `that`, and the source is who relays it."""
    text = "A builder, who asked not to be named, noted that Lind had set 15 March for the first ferry."
    (claim,) = candidates(text, PUBLISHED)
    assert (claim.text, claim.speaker, claim.via) == (
        "Lind had set 15 March for the first ferry",
        "Lind",
        "a builder",
    )
    assert claim.due is not None
    assert claim.due.last == date(2025, 3, 15)


def test_every_claim_of_the_canal_article_has_its_speaker_and_its_date():
    """The minister's two promises, the port director's doubt, and the date a contractor tells of."""
    assert found(CANAL.read_text(encoding="utf-8")) == [
        ("deadline", "Ada North", None, "2025-06-01"),
        ("deadline", "Ada North", None, "2025-03-31"),
        ("prediction", "Tom Varga", None, "2025-11-30"),
        ("deadline", "Ada North", "a contractor", "2025-03-15"),
    ]


def test_the_day_of_speaking_is_the_date_beside_the_verb():
    """It is no due date, and left out where the article has none."""
    first, second = candidates(
        "Marta Lind said on 3 February that the lake would freeze. Peter Vale said that the river would not.",
        PUBLISHED,
    )
    assert (str(first.said), first.due, second.said) == ("2025-02-03", None, None)


def test_a_claim_in_quotation_marks_keeps_the_words_as_printed():
    """An indirect one has no quotation."""
    direct, indirect = candidates(
        '"The lake  will freeze over in the winter," Marta Lind said. She said that it would never thaw.',
        PUBLISHED,
    )
    assert (direct.quote, direct.text) == (
        "The lake  will freeze over in the winter",
        "The lake will freeze over in the winter",
    )
    assert indirect.quote is None


def test_the_author_of_an_opinion_piece_predicts_in_the_narrators_voice():
    """The last line says who writes."""
    text = (
        "The dam is old. It leaks in two places. Nobody has looked at it for years.\n\n"
        "The council will find it hard to pay for it. That is how it was before. It was never easy.\n\n"
        "Marta Lind is director of river studies at the University of Arlen."
    )
    assert found(text) == [("prediction", "Marta Lind", None, None)]


def test_the_hard_article_gives_every_claim_to_its_speaker():
    """Nested dates, two experts of whom one has no name, captions in another script, a date glued to its weekday."""
    every = found(ORLEN.read_text(encoding="utf-8"))
    assert [item for item in every if item[0] == "deadline"] == [
        ("deadline", "Tolm", "the expert", "2025-01-20"),
        ("deadline", "Tolm", "the expert", "2025-01-07"),
        ("deadline", "Tolm", "the expert", "2025-01-20"),
    ]
    assert ("prediction", "The Courier", None, "2025-12-31") in every
    assert {speaker for kind, speaker, _, _ in every if kind == "prediction"} == {
        "Ilona Brandt",
        "Radan Sorvik",
        "The Courier",
        "the expert",
    }
    assert ("statement", "Viktor Haller", None, None) in every


def test_known_aliases_name_the_speaker_of_every_kind_of_claim():
    """What is told in the narrator's voice, relayed, or set as a date, as well as what is said."""
    text = (
        "The council is to open the bridge. Lind said that the lake would freeze. Lind set 20 March 2025 as the date. "
        "The expert said that Lind had promised a road would be built."
    )
    known = {"Lind": "Marta Lind", "the council": "Arlen Council"}
    speakers = {item.speaker for item in candidates(text, PUBLISHED, known=known)}
    assert speakers == {"Arlen Council", "Marta Lind"}


def test_turns_in_another_language_are_no_turns():
    """What looks like a transcript may be in any language, or in none."""
    assert found("A. " * 30) == []
    assert found("Q: Wann?\n\nLIND: Die Brücke öffnet im Mai.\n\n" * 4) == []


def test_nothing_comes_from_captions_or_other_languages():
    """Text in another language has no candidates."""
    assert found("Кметът каза, че мостът ще бъде готов и че ще се отвори на 7 май.") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc “”\"'’.,:\nTM7 (—", max_size=120), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_text_on_any_day_is_read(text, day):
    """No text and no day raises, and each candidate stands in the text."""
    prose = "The mayor said that it will open by 29 February. " + text
    for item in candidates(prose, day):
        assert 0 <= item.start < item.end <= len(prose)


SPOKEN = (
    '"{0} will open\n{0} by 1 {0}March," said the {0} mayor of{0}.',
    "Marta{0} Lind, the {0} mayor, set a date of 7{0} June, and {0} it will.",
    "An\taide\tof {0}Lind said that {0} Vale had\tpromised {0}\tto come by\t1 May. {0}",
    "\u00a0{0} will close, {0}\u00a0Lind's office told reporters\u00a0{0} on 3\u00a0May.",
)


@settings(deadline=None)
@given(st.sampled_from(SPOKEN), st.text(alphabet="ab L“”\"'’.,:\n\t\u00a0M7\u0301\u0085", max_size=12))
def test_what_stands_in_stored_text_is_in_the_stored_form(prose, odd):
    """An article's text is put in that form once, where it is read; nobody need do so again."""
    text = stored(f"The council said that it will do the work. {prose.format(odd)}")
    for item in candidates(text, PUBLISHED):
        lines = (item.speaker, item.via, item.text, item.due_words)
        assert all(line is None or line == stored_line(line) for line in lines)
        assert item.quote is None or item.quote == stored(item.quote)
