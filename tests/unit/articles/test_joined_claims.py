"""Claims that one sentence joins, orders, and who is behind groups, offices and pronouns."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import THRESHOLD, candidates

PUBLISHED = date(2025, 2, 5)


def shown(text):
    """The predictions, promises and deadlines of a text that are sure enough to be shown."""
    return [c for c in candidates(text, PUBLISHED) if c.kind != "statement" and c.score >= THRESHOLD]


def told(text):
    """Of those, speaker, kind and last day due."""
    return [(c.speaker, c.kind, c.due.last.isoformat() if c.due else None) for c in shown(text)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Marta Lind said the firm will open a shop in May and expects a decision by the end of 2026.",
            [("Marta Lind", "promise", "2025-05-31"), ("Marta Lind", "prediction", "2026-12-31")],
        ),
        (
            "Marta Lind stated that the wall will be built within ten days and that she expects a vote by 30 June.",
            [("Marta Lind", "deadline", "2025-02-15"), ("Marta Lind", "prediction", "2025-06-30")],
        ),
    ],
)
def test_what_one_sentence_joins_are_claims_of_their_own(text, claims):
    """They can come out differently."""
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Marta Lind laughed. People close to her say that she will run again in May.",
            "people close to her",
        ),
        ("Marta Lind spoke. In Arlen, the governor said the road would close in May.", "the governor"),
        ("The head of the union, Gov. Tim Sayre of Arlen, said the road would close in May.", "Tim Sayre"),
        ("Marta Lind, the party's No. 2, said the road would close in May.", "Marta Lind"),
        ("Sales were low, and Kevin Tran, a professor, said that the shop would close in May.", "Kevin Tran"),
        (
            "Analysts at Orlen Bank cut their rating. They see sales rising 3% in 2026.",
            "analysts at Orlen Bank",
        ),
        ("The maker, Helvion, said it would close the plant in May.", "Helvion"),
        ("The Arlen Council will close the road in May, it said on Monday.", "Arlen Council"),
        ('Former striker Ray Dorn was asked about the cup. "They will win it in May," he said.', "Ray Dorn"),
    ],
)
def test_who_stands_behind_the_words_for_a_speaker(text, speaker):
    """Groups stay groups, a place is no holder of an office, and a name beside an office is who holds it."""
    assert [c.speaker for c in shown(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Marta Lind, the mayor, said rents would be capped in May.", "promise"),
        ("Marta Lind, an analyst, said rents would be capped in May.", "prediction"),
        ("The bank's forecast for 2025 is growth of 2%, Marta Lind said.", "prediction"),
        ("Marta Lind said the bridge would not be ready before May.", "prediction"),
        ("Marta Lind said it would take at least two years.", "prediction"),
        ('"We will have the bridge up again by May," Marta Lind said.', "deadline"),
    ],
)
def test_the_kind_follows_from_office_and_verb(text, kind):
    """Who decides promises what will be done; forecasts, and what is not to come before a day, set no deadline."""
    assert [c.kind for c in shown(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that the bridge will open in May are wrong, Marta Lind said.",
        "Marta Lind is not convinced that the bridge will open in May.",
        "The previous government told the House that the bridge would open in May.",
        "Marta Lind had said last year that the bridge would open in May.",
        "The island states that had been told to expect money next year are poor.",
        "The fund agreed in Arlen last week will not pay out before 2026.",
    ],
)
def test_what_is_doubted_or_was_said_before_is_not_shown(text):
    """Nobody stands behind it now."""
    assert shown(text) == []
