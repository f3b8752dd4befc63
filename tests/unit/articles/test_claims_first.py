"""A claim is looked for in every sentence and list item; whose it is, is asked afterwards."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import THRESHOLD, candidates

PUBLISHED = date(2025, 2, 5)


def forward(text):
    """The predictions, promises and deadlines of a text, shown or not."""
    return [item for item in candidates(text, PUBLISHED) if item.kind != "statement"]


def shown(text):
    """Of those, the ones that are sure enough to be shown."""
    return [item for item in forward(text) if item.score >= THRESHOLD]


def last(item):
    """The last day due, as ISO."""
    return item.due.last.isoformat() if item.due else None


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lind said that the ferry will sail again in May.",
        "Marta Lind said the ferry would sail again in May.",
        "Marta Lind said the ferry may not sail again until May.",
        "Marta Lind said the ferry should be ready in May.",
        "Marta Lind said the ferry was unlikely to sail before May.",
        "Marta Lind said the ferry was on track to sail again in May.",
        "Marta Lind said the ferry was expected to sail again in May.",
        "Marta Lind said there was a 60% chance that the ferry sails again in May.",
        "Marta Lind said the ferry's return had been put off until May.",
        "Marta Lind expects the ferry to sail again in May.",
        "Marta Lind is confident that the ferry is back in May.",
        "Marta Lind plans to sail the ferry again in May.",
        "Marta Lind is committed to sailing the ferry in May.",
        "The bank forecast growth of 2% for 2026.",
        "The bank sees inflation falling to 2% in 2026.",
        "Economists predict a rise in wages of 3% in 2026.",
        '"We are going to sail again in May," Marta Lind said.',
        '"The ferry will be back. It won\'t be late," Marta Lind said.',
    ],
)
def test_each_family_of_words_that_look_ahead_makes_a_claim(text):
    """Modals, verbs of expecting, adjectives of confidence, chances and delays."""
    assert len(forward(text)) == 1 + text.count(". It won't")
    assert all(item.score >= THRESHOLD for item in forward(text))


NOTICE = (
    "NOTICE\n\n"
    "The harbour road will close on 3 March 2025. Buses will stop at the mill until the work is done.\n"
    "The road will open again by 20 May 2025."
)
RELEASE = (
    "Press release issued by the Arlen Ferry Company.\n\n"
    "The new ferry will sail from June 2025. We expect 2,000 passengers a day in the first year.\n"
    "We plan to buy a second one by 2027."
)
LIST = (
    "My predictions for 2026\n\n1. The lake freezes in January 2026 (70%)\n2. Lind wins the vote: 60%\n"
    "3. No new bridge (90%)\n"
)
HEARING = (
    "MS. LIND: We will open the bridge in May.\n\nIt will have two lanes, and trams will cross it from 2026.\n\n"
    "MR. VALE: The bank will not pay for it this year."
)

REPORT = (
    "Arlen voted on Sunday. Lind won in every ward. The turnout was low. It rained until noon. Many stayed at home. "
    "Her party has held the city since 1998. The new council will meet on 3 March. Vale conceded at midnight."
)


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        ("Marta Lind said that the ferry will sail in May.", [("own", "Marta Lind")]),
        ("The Bank of Arlen expects growth of 2% in 2026.", [("subject", "Bank of Arlen")]),
        (
            'Marta Lind met the council. "The ferry is late," Lind said. "It will sail again in May."',
            [("own", "Marta Lind")],
        ),
        (NOTICE, [("self", "author")] * 3),
        (RELEASE, [("self", "Arlen Ferry Company")] * 3),
        (LIST, [("self", "author")] * 3),
        (HEARING, [("carried", "Lind"), ("carried", "Lind"), ("carried", "Lind"), ("carried", "Vale")]),
        (REPORT, [("none", None)]),
    ],
)
def test_the_rung_of_the_ladder_that_told_the_speaker_is_kept(text, rungs):
    """The sentence, its subject, whoever spoke before, the text itself, or nobody."""
    assert [(item.rung, item.speaker) for item in forward(text)] == rungs


def test_what_a_reporter_announces_is_found_but_not_shown():
    """Nobody stands behind it."""
    assert (len(forward(REPORT)), shown(REPORT)) == (1, [])


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Marta Lind said the dam, due by 1 March, would be ready by 1 May.", "2025-05-01"),
        ("Marta Lind said the dam would be ready not by 1 March but by 1 May.", "2025-05-01"),
        ("Marta Lind said the law adopted on 1 March would take effect by 1 May.", "2025-05-01"),
        ("Marta Lind said the dam would be ready between March and May.", "2025-05-31"),
        ("Marta Lind said the dam would be ready in March or April.", "2025-04-30"),
        ("Marta Lind said the dam would be ready in 2026 or 2027.", "2027-12-31"),
        ("Marta Lind said in May the dam would be ready.", "2025-05-31"),
        ("In May, Marta Lind said, the dam will be ready.", "2025-05-31"),
        ("Marta Lind said prices would grow more slowly than in 2023.", None),
    ],
)
def test_the_date_is_the_one_that_the_main_verb_governs(text, due):
    """Not the first of the sentence, nor that of an aside, a participle or a comparison."""
    assert [last(item) for item in forward(text)] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lind said the opening had been put off from 1 March to 1 May.",
        "Marta Lind said the opening was postponed from 1 March to 1 May.",
        "Marta Lind said the opening would be moved from 1 March to 1 May.",
        "Marta Lind said the bridge would open on 1 May instead of 1 March.",
        "Marta Lind said the bridge will open not on 1 March but on 1 May.",
    ],
)
def test_a_new_date_has_the_one_that_it_replaces(text):
    """The new date is due; the old one is kept beside it."""
    (item,) = forward(text)
    assert (last(item), str(item.was)) == ("2025-05-01", "2025-03-01")


@pytest.mark.parametrize(
    ("text", "probability"),
    [
        ("Marta Lind said there was a 60% chance that the ferry sails in May.", 0.6),
        ("Marta Lind said it was 80 percent likely that the ferry will sail in May.", 0.8),
        ("Marta Lind said the ferry had a one in four chance of sailing in May.", 0.25),
        ("Marta Lind said that prices will rise by 5% in May.", None),
    ],
)
def test_a_stated_probability_is_kept(text, probability):
    """As a number from 0 to 1; a share of something else is none."""
    assert [item.probability for item in forward(text)] == [probability]


def test_the_items_of_a_prediction_list_are_claims_with_their_probability():
    """They have no verb that looks ahead; the chance beside them does."""
    assert [(item.speaker, item.probability) for item in shown(LIST)] == [
        ("author", 0.7),
        ("author", 0.6),
        ("author", 0.9),
    ]


def test_items_below_a_date_come_due_then():
    """`On this date` is the date of the line above, also in the words of the claim."""
    text = (
        "Our plan for the old server:\n\n- 7 May 2025\n  - On this date we will stop new accounts\n"
        "- 6 August 2025\n  - On this date we will turn the server off\n"
    )
    assert [(last(item), item.text) for item in forward(text)] == [
        ("2025-05-07", "On [7 May 2025] we will stop new accounts"),
        ("2025-08-06", "On [6 August 2025] we will turn the server off"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vale spoke. Jon Adler said that he will not resign.", "[Jon Adler] will not resign"),
        ("Marta Lind said that, additionally, the ferry will sail in May.", "the ferry will sail in May"),
        ('"Additionally, the ferry will sail in May," Marta Lind said.', "the ferry will sail in May"),
        ('"But the ferry will sail in May," Marta Lind said.', "the ferry will sail in May"),
        ('"I can confirm that the ferry will sail in May," Marta Lind said.', "the ferry will sail in May"),
        (
            '"The ferry will sail in May, which pleases all of us here," Marta Lind said.',
            "The ferry will sail in May",
        ),
    ],
)
def test_the_words_of_a_claim_stand_alone(text, words):
    """From where its clause starts to where it ends, with a name for its pronoun where that is sure."""
    (item,) = forward(text)
    assert item.text == words
    assert item.quote is None or item.quote in text


def test_two_claims_that_differ_in_date_figure_or_negation_stay_two():
    """The same words twice are one."""
    text = (
        "Marta Lind said that the ferry would sail on 1 May. Lind said that the ferry would sail on 1 June. "
        "She said that the ferry would not sail on 1 May. She repeated that the ferry would sail on 1 May."
    )
    assert [last(item) for item in forward(text)] == ["2025-05-01", "2025-06-01", "2025-05-01"]


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lind asked when the ferry would sail.",
        '"We do not know what will happen," Marta Lind said.',
        '"I will take one more question," Marta Lind said.',
        "Marta Lind said profits were higher than expected in May.",
        "Marta Lind said she had expected the ferry in January.",
        "Marta Lind said the projects were late.",
        '"You will find more information below," Marta Lind said.',
        '"Will the ferry sail in May?" Marta Lind asked.',
        "Actual results may differ materially from these forward-looking statements.",
        "Marta Lind said that a calmer debate would have been better.",
    ],
)
def test_what_looks_like_a_claim_and_is_none_is_not_shown(text):
    """Questions, small talk, comparisons, what was expected once, boilerplate, judgements."""
    assert shown(text) == []


def test_an_expert_promises_nothing_of_the_governments():
    """The council's own leader does."""
    expert = "Economist Marta Lind said the council would mend the bridge."
    leader = "Council leader Marta Lind said the council would mend the bridge."
    assert [item.kind for item in forward(f"{expert} {leader}"[: len(expert)])] == ["prediction"]
    assert [item.kind for item in forward(leader)] == ["promise"]
