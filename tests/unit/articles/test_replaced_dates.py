"""The date that a new one replaces is found where another sentence about the same thing gives it."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import candidates

PUBLISHED = date(2025, 2, 5)


def moves(text):
    """The last days of each new date and of the one it replaces."""
    return [
        (item.due.last.isoformat(), item.was.last.isoformat())
        for item in candidates(text, PUBLISHED)
        if item.due and item.was
    ]


@pytest.mark.parametrize(
    ("text", "due", "was"),
    [
        (
            (
                "The opening of the bridge, promised for March, has been long in coming. Builders found rust. "
                "Marta Lind said on Monday that the bridge would now open in June."
            ),
            "2025-06-30",
            "2025-03-31",
        ),
        (
            "The terminal was supposed to open in October 2024. Marta Lind said it would open in June 2025 instead.",
            "2025-06-30",
            "2024-10-31",
        ),
        (
            (
                'Originally, the tunnel was to be finished by the end of 2024. "We will finish it in May 2025," '
                "Marta Lind said. The delay has cost millions."
            ),
            "2025-05-31",
            "2024-12-31",
        ),
        (
            "Marta Lind said the school would open in September 2025. The school had been planned for January.",
            "2025-09-30",
            "2025-01-31",
        ),
        (
            (
                "The council had said in March 2024 that the pool would reopen by Christmas. "
                "It now expects the pool to reopen in June 2025."
            ),
            "2025-06-30",
            "2024-12-25",
        ),
        (
            "The new trams, first expected in autumn 2024, are late. The maker said the trams would come in July 2025.",
            "2025-07-31",
            "2024-11-30",
        ),
        (
            'The report was due in January. Marta Lind said: "It will now be published in April."',
            "2025-04-30",
            "2025-01-31",
        ),
        (
            "The first date was 1 March. The launch has been pushed back to 4 May 2025, Marta Lind said.",
            "2025-05-04",
            "2025-03-01",
        ),
        (
            "The dam, planned for March, will now be ready in May, Marta Lind said.",
            "2025-05-31",
            "2025-03-31",
        ),
    ],
)
def test_the_old_date_may_stand_in_another_sentence(text, due, was):
    """Before or after the new one, with the thing named again or a pronoun for it right behind."""
    assert moves(text) == [(due, was)]


@pytest.mark.parametrize(
    "text",
    [
        "The museum was due to open in March. Marta Lind said her team would win the cup in May. A road was delayed.",
        "The bridge was due to be mended in 2023. Marta Lind said the school would now open in June 2025.",
        "Growth was expected to reach 2% in 2024. The bank now expects growth of 1% in 2025.",
        "Jon Vale had said last year that the clinic would open in May. Marta Lind said it would open in June 2025.",
        "The fair was planned for June. Marta Lind said the fair would be held in June 2025 despite the delay.",
    ],
)
def test_the_date_of_something_else_is_not_replaced(text):
    """Another thing, another year's figure, another speaker, or the same date."""
    assert moves(text) == []


def test_an_older_promise_that_a_new_date_replaces_is_no_claim_of_its_own():
    """It is told by the move."""
    text = (
        "Norvik had said in November that it would open its plant in March. "
        "It will now open the plant in May, it said."
    )
    assert [item.due.last.isoformat() for item in candidates(text, PUBLISHED) if item.due] == ["2025-05-31"]
