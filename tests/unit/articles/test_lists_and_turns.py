"""Items that only their list makes claims, and interviews whose labels are initials."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import THRESHOLD, candidates

PUBLISHED = date(2025, 2, 5)


def shown(text):
    """The predictions, promises and deadlines of a text that are sure enough to be shown."""
    return [c for c in candidates(text, PUBLISHED) if c.kind != "statement" and c.score >= THRESHOLD]


GUIDANCE = (
    "Press release issued by Arlen Ferries.\n\nFor 2025, the company expects:\n\n"
    "- Revenue between $820 million and $840 million\n- Costs of about $30 million\n"
)


def test_the_items_below_a_lead_say_what_it_says():
    """With its speaker and its date; the lead alone says nothing."""
    assert [(c.speaker, c.due.last.isoformat(), c.text) for c in shown(GUIDANCE)] == [
        ("Arlen Ferries", "2025-12-31", "Revenue between $820 million and $840 million"),
        ("Arlen Ferries", "2025-12-31", "Costs of about $30 million"),
    ]


CALLS = (
    "My predictions for 2025\n\n*By Tomas Reed*\n\n1. **The bank cuts twice this spring.** I'd put it at 65%.\n"
    "2. Vale United win the league, but not the cup. 20%.\n3. Rents rise in all wards of Arlen again.\n"
    "4. The ferry comes back in May. Probability: 70%\n"
)


def test_a_list_of_predictions_needs_no_word_that_looks_ahead():
    """Its author is named on top; the odds of an item may be a sentence of their own."""
    assert [(c.speaker, c.kind, c.probability) for c in shown(CALLS)] == [
        ("Tomas Reed", "prediction", 0.65),
        ("Tomas Reed", "prediction", 0.2),
        ("Tomas Reed", "prediction", None),
        ("Tomas Reed", "prediction", 0.7),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "How my predictions for 2024 did\n\n- The bank cuts twice: wrong\n- Rents rise in all wards: right\n",
        "What to pack for the hike\n\n- Water keeps you going all day\n- A hat keeps off the sun\n",
        "My predictions for 2025\n\n- Where did the bank go\n- The bank was wrong about rents\n",
    ],
)
def test_other_lists_foretell_nothing(text):
    """Of what was foretold before, of things, or of what was."""
    assert shown(text) == []


INTERVIEW = (
    "Marta Lind has run the mill since 2009. We met her in Arlen.\n\n"
    "Vale News: Will you sell?\n\nMarta Lind: We will not sell the mill, not this year.\n\n"
    "VN: And the prices of flour?\n\nML: They will go up by May, as they did last year.\n\n"
    "VN: Will people still buy it?\n\nML: We will open a second shop in June.\n"
)


def test_labels_that_are_initials_stand_for_whoever_was_named_in_full():
    """As interviews print them, after the first answer."""
    assert [c.speaker for c in shown(INTERVIEW)] == ["Marta Lind"] * 3


def test_answers_belong_to_the_one_whom_the_opening_names():
    """`Q` and `A` name nobody."""
    text = (
        "Marta Lind runs the port.\n\nQ: When will it open?\n\n"
        "A: It will open in June 2025, I am sure of that.\n\nQ: And then?\n"
    )
    assert {c.speaker for c in shown(text)} == {"Marta Lind"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The road will close next February, her agent said on Monday.", "her agent"),
        ("Marta Lind was late. Two diplomats said the road would close in May.", "Two diplomats"),
        (
            "The road will close by 2050, according to a report published on Monday by the Coastal Office.",
            "Coastal Office",
        ),
        (
            'The mayor spoke first. Her partner, Olaf Brun, was careful: "We will close the road in May," he said.',
            "Olaf Brun",
        ),
        ("Marta Lind put the opening off from March to May 2025.", "Marta Lind"),
        ("The council told the operator to close the road by the end of May.", "the council"),
        ("Marta Lind pledged on Monday to close the road in May.", "Marta Lind"),
    ],
)
def test_whose_claim_it_is(text, speaker):
    """No month, no numeral and no writing is a speaker; who puts off, orders or pledges is."""
    assert [c.speaker for c in shown(text)] == [speaker]
