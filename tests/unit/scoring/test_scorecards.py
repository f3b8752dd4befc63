"""Scorecards: what is counted, what is left out, and who is compared with whom."""

from __future__ import annotations

import json

import pytest

from claimtrack.scoring import plain, scores
from tests.claims_of import chain, claim, several


def own(claims):
    """The tally of the only speaker's own claims."""
    (card,) = scores(claims).speakers
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


def test_the_share_that_held_counts_partly_as_a_half():
    """Two held, one partly and one failed: (2 + 1/2) / 4 = 0.625."""
    tally = own([claim(n, outcome=o) for n, o in enumerate(("held", "held", "partly", "failed"), 1)])
    assert (tally.held.count, tally.held.of, tally.held.share) == (2.5, 4, 0.625)
    assert (tally.decided, tally.partly) == (4, 1)


def test_what_was_not_decided_is_counted_and_left_out_of_the_share():
    """Ambiguous, void, withdrawn and resolved without an outcome are four left out.

    One of one decided held.
    """
    tally = own(
        [
            claim(1, outcome="ambiguous"),
            claim(2, outcome="void"),
            claim(3, outcome="withdrawn"),
            claim(4, status="resolved"),
            claim(5, outcome="held"),
        ]
    )
    assert (tally.claims, tally.left_out, tally.decided, tally.held.share) == (5, 4, 1, 1.0)
    assert tally.kinds[0].no_outcome == 1
    assert tally.undecided.count == 0


def test_a_speaker_without_a_decided_claim_has_no_share():
    """Nothing decided is no share and no interval, not zero."""
    held = own([claim(1)]).held
    assert (held.count, held.of, held.share, held.low, held.high) == (0, 0, None, None, None)


def test_unresolved_claims_are_undecided_whether_overdue_or_not():
    """Three of four are unresolved, 75%.

    The one due in 2024 is overdue, the one due in 2026 and the one without are not.
    """
    tally = own([claim(1, due="2024"), claim(2, due="2026"), claim(3), claim(4, outcome="failed")])
    assert (tally.undecided.count, tally.undecided.of, tally.undecided.share) == (3, 4, 0.75)
    assert tally.overdue == 1


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


def test_statements_are_no_part_of_the_share_without_a_deadline():
    """A statement has nothing to come due: of one dated and one undated prediction half has no deadline."""
    tally = own([claim(1, kind="statement"), claim(2, due="2025"), claim(3)])
    assert (tally.no_deadline.count, tally.no_deadline.of, tally.no_deadline.share) == (1, 2, 0.5)


def test_a_chain_counts_once_by_its_newest_claim():
    """Moved twice and then met: one claim, one that held, two moves, and a slip of 31 + 28 = 59 days."""
    tally = own(
        chain(
            claim(1, due="2025-01-01"),
            claim(2, due="2025-02-01"),
            claim(3, due="2025-03-01", outcome="held"),
        )
    )
    assert (tally.claims, tally.decided, tally.held.share) == (1, 1, 1.0)
    assert (tally.moves, tally.slip_days) == (2, 59.0)


def test_the_median_slip_is_taken_over_chains_whose_deadline_changed():
    """Slips of 10 and 40 days: 25.

    A claim never moved has no slip, nor one whose probability alone changed.
    """
    tally = own(
        [
            *chain(claim(1, due="2025-01-01"), claim(2, due="2025-01-11")),
            *chain(claim(3, due="2025-01-01"), claim(4, due="2025-02-10")),
            *chain(claim(5, due="2025-01-01", probability=0.4), claim(6, due="2025-01-01", probability=0.6)),
            claim(7, due="2025-01-01"),
        ]
    )
    assert (tally.claims, tally.moves, tally.slip_days) == (4, 3, 25.0)


def test_a_deadline_moved_away_and_back_slipped_by_no_day():
    """It did move, so its slip of 0 days counts: the median of 0 and 20 is 10."""
    tally = own(
        [
            *chain(claim(1, due="2025-01-01"), claim(2, due="2025-02-01"), claim(3, due="2025-01-01")),
            *chain(claim(4, due="2025-01-01"), claim(5, due="2025-01-21")),
        ]
    )
    assert tally.slip_days == 10.0


def test_a_chain_with_a_member_filtered_out_is_still_one():
    """The first and third of three claims still count once, by the third."""
    first, _, third = chain(
        claim(1, due="2025-01-01"), claim(2, due="2025-02-01"), claim(3, due="2025-03-01", outcome="failed")
    )
    assert (own([third, first]).claims, own([third, first]).decided) == (1, 1)


def test_second_hand_claims_are_never_mixed_with_the_speakers_own():
    """One claim of her own held; one that an aide relayed failed; each has a line of its own."""
    (card,) = scores([claim(1, outcome="held"), claim(2, outcome="failed", via="an aide")]).speakers
    assert (card.own.claims, card.own.held.share) == (1, 1.0)
    assert card.second_hand is not None
    assert (card.second_hand.claims, card.second_hand.held.share) == (1, 0.0)


def test_a_speaker_quoted_only_at_first_hand_has_no_second_hand_line():
    """Null rather than a row of zeros."""
    (card,) = scores([claim(1)]).speakers
    assert card.second_hand is None


def test_unnamed_claims_have_no_scorecard():
    """They are counted, and are part of nobody's score nor of the score of all."""
    scored = scores([claim(1, "a senior official", unnamed=True, outcome="held"), claim(2, outcome="failed")])
    assert [card.speaker for card in scored.speakers] == ["Ada Quill"]
    assert (scored.unnamed, scored.overall.own.claims) == (1, 1)


def test_all_speakers_together_have_a_scorecard_without_a_name():
    """Two speakers with one claim each: two claims, half of which held; it is never ranked."""
    overall = scores([claim(1, outcome="held"), claim(2, "Bo Lark", outcome="failed")]).overall
    assert (overall.speaker, overall.rank, overall.own.claims, overall.own.held.share) == (None, None, 2, 0.5)


def test_speakers_are_ranked_by_the_low_end_of_the_interval():
    """10 of 10 (low end 72%) is less certain than 95 of 100 (89%).

    9 of 9 is too few, and comes last by name.
    """
    claims = [
        *several(1, 10, speaker="Ten", outcome="held"),
        *several(11, 95, speaker="Hundred", outcome="held"),
        *several(106, 5, speaker="Hundred", outcome="failed"),
        *several(111, 9, speaker="Few", outcome="held"),
        claim(120, "Few"),
    ]
    cards = scores(claims).speakers
    assert [(card.speaker, card.rank, card.comparable) for card in cards] == [
        ("Hundred", 1, True),
        ("Ten", 2, True),
        ("Few", None, False),
    ]


def test_equal_intervals_share_a_rank():
    """Two with 10 of 10 are both first, and the next is third."""
    claims = [
        *several(1, 10, speaker="Ada", outcome="held"),
        *several(11, 10, speaker="Bo", outcome="held"),
        *several(21, 10, speaker="Cy", outcome="failed"),
    ]
    assert [card.rank for card in scores(claims).speakers] == [1, 1, 3]


def test_nobody_is_ranked_alone():
    """With one speaker who has enough decided claims there is nobody to compare with."""
    (card,) = scores(several(1, 12, outcome="held")).speakers
    assert (card.comparable, card.rank) == (True, None)


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
    assert tally.calibration is not None
    assert tally.calibration.forecasts == 2
    assert tally.calibration.brier == pytest.approx(0.2)


def test_no_claims_are_an_empty_scorecard():
    """Nothing to score is no speaker, no claim and no share."""
    scored = scores([])
    assert scored.speakers == ()
    assert (scored.overall.own.claims, scored.overall.own.undecided.share) == (0, None)


def test_the_json_form_has_every_number_by_name():
    """It passes through JSON unchanged, with null where a number can't be known."""
    scored = plain(scores([claim(1, outcome="held", probability=1.0), claim(2, via="an aide")]))
    again = json.loads(json.dumps(scored))
    (card,) = again["speakers"]
    assert again["enough"] == 10
    assert (card["speaker"], card["rank"], card["own"]["held"]["share"]) == ("Ada Quill", None, 1.0)
    assert card["own"]["calibration"]["skill"] is None
    assert card["second_hand"]["undecided"] == {"count": 1, "of": 1, "share": 1.0}
    assert card["own"]["kinds"][0]["outcomes"][0] == {"outcome": "held", "label": "happened", "count": 1}
