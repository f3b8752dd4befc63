"""Scorecards: what is counted in which words, what it is a share of, and what is left out."""

from __future__ import annotations

import pytest

from tests.claims_of import claim, several
from tests.scored import scorecards


def own(claims):
    """The tally of the only speaker's own claims."""
    (card,) = scorecards(claims).speakers
    return card.own


def test_outcomes_are_counted_in_the_words_of_their_kind():
    """A promise is kept or broken where a deadline is met or missed.

    Kinds come in one order, empty ones not at all.
    """
    tally = own(
        [
            claim(1, kind="deadline", due="2025-01", outcome="failed"),
            claim(2, kind="promise", outcome="held"),
            claim(3, kind="promise", outcome="held"),
            claim(4, kind="promise", outcome="withdrawn"),
            claim(5, kind="promise"),
        ]
    )
    promises, deadlines = tally.kinds
    assert [(each.label, each.count) for each in promises.outcomes if each.count] == [
        ("kept", 2),
        ("the speaker took it back", 1),
    ]
    assert (promises.claims, promises.unresolved) == (4, 1)
    assert [(each.label, each.count) for each in deadlines.outcomes if each.count] == [("missed", 1)]


def test_resolved_without_an_outcome_is_counted_by_kind():
    """It is no outcome, and not unresolved either."""
    (kind,) = own([claim(1, status="resolved"), claim(2)]).kinds
    assert (kind.claims, kind.unresolved, kind.no_outcome) == (2, 1, 1)


def test_unresolved_claims_are_undecided_whether_overdue_or_not():
    """Three of four are unresolved, 75%.

    The one due in 2024 is overdue, the one due in 2026 and the one without are not.
    """
    tally = own([claim(1, due="2024"), claim(2, due="2026"), claim(3), claim(4, outcome="failed")])
    assert (tally.undecided.count, tally.undecided.of, tally.undecided.share) == (3, 4, 0.75)
    assert tally.row.overdue == 1


def test_late_is_a_share_of_those_whose_lateness_is_known():
    """One came late and one in time; one has no day that it happened, one may be either: 1 of 2."""
    tally = own(
        [
            claim(1, due="2025-01-20", happened="2025-04-26", outcome="failed"),
            claim(2, due="2025-01-20", happened="2025-01-20", outcome="held"),
            claim(3, due="2025-01-20", outcome="failed"),
            claim(4, due="2025-01-20", happened="2025-01", outcome="partly"),
        ]
    )
    assert (tally.late.count, tally.late.of, tally.late.share) == (1, 2, 0.5)


def test_statements_are_no_part_of_the_share_without_a_due_date():
    """A statement has nothing to come due: of one dated and one undated prediction half has no due date."""
    tally = own([claim(1, kind="statement"), claim(2, due="2025"), claim(3)])
    assert (tally.no_due_date.count, tally.no_due_date.of, tally.no_due_date.share) == (1, 2, 0.5)


def test_second_hand_claims_are_never_mixed_with_the_speakers_own():
    """One claim of her own held; one that an aide relayed failed; each has a tally of its own."""
    (card,) = scorecards([claim(1, outcome="held"), claim(2, outcome="failed", via="an aide")]).speakers
    assert (card.own.row.claims, card.own.row.held) == (1, 1.0)
    assert (card.second_hand.row.claims, card.second_hand.row.held) == (1, 0.0)


def test_what_a_speaker_has_none_of_is_null():
    """Rather than a row of zeros."""
    first, relayed = scorecards([claim(1), claim(2, "Bo Lark", via="an aide")]).speakers
    assert first.second_hand is None
    assert relayed.own is None


def test_the_partly_beside_the_share_are_those_in_it():
    """A partly with a probability is part of the Brier score, not of the share."""
    tally = own(
        [claim(1, outcome="partly"), claim(2, outcome="held"), claim(3, outcome="partly", probability=0.5)]
    )
    assert (tally.partly, tally.row.compared, tally.row.held) == (1, 2, 0.75)
    assert tally.row.partly == 2


def test_stated_probabilities_are_scored_where_the_claim_was_decided():
    """0.8 that held and 0.6 that failed.

    Brier ((0.2)^2 + (0.6)^2) / 2 = 0.2; the open and the void ones are left out.
    """
    tally = own(
        [
            claim(1, probability=0.8, outcome="held"),
            claim(2, probability=0.6, outcome="failed"),
            claim(3, probability=0.9),
            claim(4, probability=0.9, outcome="void"),
            claim(5, outcome="held"),
        ]
    )
    assert tally.calibration.forecasts == tally.row.scored == 2
    assert tally.calibration.brier == pytest.approx(0.2)
    assert tally.row.brier == tally.calibration.brier


def test_cards_come_in_the_order_of_the_table_and_a_limit_counts_them():
    """Most decided first; what is left out is counted."""
    claims = [*several(1, 2, speaker="Ada", outcome="held"), *several(3, 3, speaker="Bo", outcome="held")]
    scored = scorecards(claims, limit=1)
    assert [card.speaker for card in scored.speakers] == ["Bo"]
    assert scored.more == 1


def test_unnamed_claims_have_no_scorecard():
    """They are counted, and are part of nobody's score; nor is there a card of no claims."""
    scored = scorecards([claim(1, "a senior official", unnamed=True, outcome="held"), claim(2)])
    assert [card.speaker for card in scored.speakers] == ["Ada Quill"]
    assert scored.unnamed == 1
    assert scorecards([]).speakers == ()
