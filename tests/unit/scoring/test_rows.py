"""The table: the figures of a row, what is in which row, ranks and order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model import Source, When
from claimtrack.model.claim import BY
from claimtrack.scoring import calibration
from tests import strategies
from tests.claims_of import chain, claim, several
from tests.scored import table


def only(claims, by="speaker"):
    """The one row of `claims`."""
    (row,) = table(claims, by).rows
    return row


def by_name(claims, by="speaker", **order):
    """The rows of what was said at first hand by name, in their order."""
    return {row.name: row for row in table(claims, by, **order).rows if not row.second_hand}


def test_the_share_that_held_counts_partly_as_a_half():
    """Two held, one partly and one failed: (2 + 1/2) / 4 = 0.625."""
    row = only([claim(n, outcome=o) for n, o in enumerate(("held", "held", "partly", "failed"), 1)])
    assert (row.worth, row.compared, row.held) == (2.5, 4, 0.625)
    assert (row.decided, row.partly, row.failed) == (4, 1, 1)


def test_what_was_not_decided_is_counted_and_left_out_of_the_share():
    """Ambiguous, void, withdrawn and resolved without an outcome are four left out; one of one decided held."""
    row = only(
        [
            claim(1, outcome="ambiguous"),
            claim(2, outcome="void"),
            claim(3, outcome="withdrawn"),
            claim(4, status="resolved"),
            claim(5, outcome="held"),
        ]
    )
    assert (row.claims, row.void, row.decided, row.undecided, row.held) == (5, 4, 1, 0, 1.0)


def test_without_a_decided_claim_there_is_no_share():
    """Nothing decided is no share and no interval, not zero."""
    row = only([claim(1)])
    assert (row.decided, row.held, row.held_low, row.held_high, row.brier) == (0, None, None, None, None)


def test_a_chain_counts_once_by_its_newest_claim():
    """Moved twice and then met: one claim, one that held, two moves, and a slip of 31 + 28 = 59 days."""
    row = only(
        chain(
            claim(1, due="2025-01-01"),
            claim(2, due="2025-02-01"),
            claim(3, due="2025-03-01", outcome="held"),
        )
    )
    assert (row.claims, row.decided, row.held) == (1, 1, 1.0)
    assert (row.moves, row.median_slip_days) == (2, 59.0)


def test_the_median_slip_is_taken_over_chains_whose_due_date_changed():
    """Slips of 10 and 40 days: 25.

    A claim never moved has no slip, nor one whose probability alone changed.
    """
    row = only(
        [
            *chain(claim(1, due="2025-01-01"), claim(2, due="2025-01-11")),
            *chain(claim(3, due="2025-01-01"), claim(4, due="2025-02-10")),
            *chain(claim(5, due="2025-01-01", probability=0.4), claim(6, due="2025-01-01", probability=0.6)),
            claim(7, due="2025-01-01"),
        ]
    )
    assert (row.claims, row.moves, row.median_slip_days) == (4, 3, 25.0)


def test_a_due_date_moved_away_and_back_slipped_by_no_day():
    """It did move, so its slip of 0 days counts: the median of 0 and 20 is 10."""
    row = only(
        [
            *chain(claim(1, due="2025-01-01"), claim(2, due="2025-02-01"), claim(3, due="2025-01-01")),
            *chain(claim(4, due="2025-01-01"), claim(5, due="2025-01-21")),
        ]
    )
    assert row.median_slip_days == 10.0


def test_a_chain_with_a_member_filtered_out_is_still_one():
    """The first and third of three claims still count once, by the third."""
    first, _, third = chain(
        claim(1, due="2025-01-01"), claim(2, due="2025-02-01"), claim(3, due="2025-03-01", outcome="failed")
    )
    assert (only([third, first]).claims, only([third, first]).decided) == (1, 1)


def test_a_claim_with_a_probability_is_scored_and_has_no_part_in_what_held():
    """One of one without a probability held, though two with one failed; all three are decided."""
    row = only([claim(1, outcome="held"), *(claim(n, outcome="failed", probability=0.1) for n in (2, 3))])
    assert (row.decided, row.failed, row.compared, row.held, row.scored) == (3, 2, 1, 1.0, 2)
    assert row.brier == pytest.approx(0.01)


def test_who_said_that_it_would_not_come_outranks_who_was_sure_that_it_would():
    """Ten at 5% that all failed are better than ten at 95% of which six came about."""
    claims = [
        *several(1, 10, speaker="Modest", probability=0.05, outcome="failed"),
        *several(11, 6, speaker="Sure", probability=0.95, outcome="held"),
        *several(17, 4, speaker="Sure", probability=0.95, outcome="failed"),
    ]
    rows = by_name(claims)
    assert [(row.name, row.rank, row.held) for row in rows.values()] == [
        ("Modest", 1, None),
        ("Sure", 2, None),
    ]


@pytest.mark.parametrize("stated", [0.6, 0.8, 0.95, 1.0])
def test_who_was_borne_out_every_time_is_no_worse_for_it(stated):
    """Eleven that all came about outrank six of ten at 95%, though nothing varied: all are against one rate."""
    claims = [
        *several(1, 11, speaker="Steady", probability=stated, outcome="held"),
        *several(21, 6, speaker="Sure", probability=0.95, outcome="held"),
        *several(31, 4, speaker="Sure", probability=0.95, outcome="failed"),
    ]
    rows = by_name(claims)
    assert (rows["Steady"].rank, rows["Sure"].rank) == (1, 2)


def test_skill_is_against_the_base_rate_of_all_that_is_scored():
    """Of four forecasts one came about: stating 25% each time has a Brier score of 0.25 x 0.75 = 0.1875."""
    claims = [
        *several(1, 2, speaker="Ada", probability=0.1, outcome="failed"),
        claim(3, "Bo", probability=0.5, outcome="failed"),
        claim(4, "Bo", probability=0.5, outcome="held"),
    ]
    rows = by_name(claims)
    assert rows["Ada"].brier_skill == pytest.approx(1 - 0.01 / 0.1875)
    assert rows["Bo"].brier_skill == pytest.approx(1 - 0.25 / 0.1875)


@pytest.mark.parametrize(
    ("outcome", "stated", "skill"),
    [("failed", 0.1, 1 - 0.01 / 0.25), ("held", 0.5, 0.0), ("held", 0.0, -3.0), ("partly", 0.5, 1.0)],
)
def test_where_all_came_out_alike_skill_is_against_an_even_chance(outcome, stated, skill):
    """A base rate of 0 or 1 would be a certainty that nobody had."""
    assert only(several(1, 3, probability=stated, outcome=outcome)).brier_skill == pytest.approx(skill)


def test_the_two_ranks_are_of_different_claims():
    """Nobody is compared with someone whose claims are of the other sort; who has both has the rank of the first."""
    claims = [
        *several(1, 10, speaker="Held all", outcome="held"),
        *several(11, 10, speaker="Held none", outcome="failed"),
        *several(21, 10, speaker="Held none", outcome="held", probability=0.99),
        *several(31, 10, speaker="Unsure", outcome="held", probability=0.5),
    ]
    ranks = {name: (row.rank, row.held_rank, row.skill_rank) for name, row in by_name(claims).items()}
    assert ranks == {"Held all": (1, 1, None), "Held none": (2, 2, 1), "Unsure": (2, None, 2)}


@pytest.mark.parametrize(
    ("said", "happened", "scored"),
    [
        ("2025-01-10", "2025-01-09", 0),
        ("2025-02", "2025-01", 0),
        ("2025-01-10", "2025-01-10", 1),
        ("2025-01", "2025-01", 1),
        ("2025-01-10", "2025-01-01/2025-01-10", 1),
        (None, "2024-01-01", 1),
        ("2025-01-10", None, 1),
    ],
)
def test_a_probability_of_what_had_certainly_happened_is_no_forecast(said, happened, scored):
    """Only where the last day that it happened is before the first on which it was said; it is then left out."""
    row = only([claim(1, said=said, happened=happened, outcome="held", probability=0.9)])
    assert (row.scored, row.void, row.decided) == (scored, 1 - scored, scored)


def test_a_retrodiction_without_a_probability_still_held():
    """There is no forecast to be unfair to."""
    row = only([claim(1, said="2025-01-10", happened="2025-01-01", outcome="held")])
    assert (row.compared, row.held, row.void) == (1, 1.0, 0)


def test_second_hand_claims_have_rows_of_their_own_and_no_rank():
    """Ten relayed claims that held rank nowhere."""
    claims = [
        *several(1, 10, speaker="Ada", outcome="held"),
        *several(11, 10, speaker="Bo", outcome="failed"),
        *several(21, 10, speaker="Bo", outcome="held", via="an aide"),
    ]
    rows = table(claims).rows
    assert [(row.name, row.second_hand, row.rank) for row in rows] == [
        ("Ada", False, 1),
        ("Bo", False, 2),
        ("Bo", True, None),
    ]
    assert [(row.second_hand, row.claims) for row in table(claims).totals] == [(False, 20), (True, 10)]


def test_speakers_are_ranked_by_the_low_end_of_the_interval():
    """10 of 10 (low end 72%) is less certain than 95 of 100 (89%); 9 of 9 is too few."""
    claims = [
        *several(1, 10, speaker="Ten", outcome="held"),
        *several(11, 95, speaker="Hundred", outcome="held"),
        *several(106, 5, speaker="Hundred", outcome="failed"),
        *several(111, 9, speaker="Few", outcome="held"),
        claim(120, "Few"),
    ]
    assert {name: row.rank for name, row in by_name(claims).items()} == {"Hundred": 1, "Ten": 2, "Few": None}


def test_equal_scores_share_a_rank_and_nobody_is_ranked_alone():
    """Two with 10 of 10 are both first, and the next is third."""
    claims = [
        *several(1, 10, speaker="Ada", outcome="held"),
        *several(11, 10, speaker="Bo", outcome="held"),
        *several(21, 10, speaker="Cy", outcome="failed"),
    ]
    assert [row.rank for row in table(claims).rows] == [1, 1, 3]
    assert only(claims[:10]).rank is None


def test_only_speakers_are_ranked():
    """There is no race of kinds or years."""
    claims = [*several(1, 10, kind="promise", outcome="held"), *several(11, 10, outcome="held")]
    assert [row.rank for row in table(claims, "kind").rows] == [None, None]


def test_a_claim_of_several_tags_counts_in_each_and_once_in_all():
    """One of both tags, one of one and one of none: three in all."""
    claims = [claim(1, tags=("canal", "war")), claim(2, tags=("war",)), claim(3)]
    assert {name: row.claims for name, row in by_name(claims, "tag").items()} == {
        "canal": 1,
        "war": 2,
        None: 1,
    }
    assert [row.claims for row in table(claims, "tag").totals] == [3]


@pytest.mark.parametrize(
    ("given", "year"),
    [
        ({"due": "2025-12-20/2026-01-05", "said": "2024"}, "2026"),
        ({"said": "2024-11"}, "2024"),
        ({"source": Source(1, "u", "Notes", published=When.months(2023, 4))}, "2023"),
        ({"source": Source(1, "u", "Notes")}, None),
        ({}, None),
    ],
)
def test_the_year_is_of_the_due_date_else_of_what_was_said_else_of_the_report(given, year):
    """By the last possible day."""
    assert only([claim(1, **given)], "year").name == year


@pytest.mark.parametrize(
    ("by", "given", "name"),
    [
        ("kind", {"kind": "promise"}, "promise"),
        ("role", {"role": "minister"}, "minister"),
        ("judge", {"judge": "Jane", "outcome": "held"}, "Jane"),
        ("source", {"source": Source(1, "u", None, url="https://example.org/a")}, "https://example.org/a"),
    ],
)
def test_a_row_has_the_name_of_what_its_claims_share(by, given, name):
    """Those without one are together, in a row without a name, after the others."""
    rows = table([claim(1, **given), claim(2, kind="statement")], by).rows
    assert [row.name for row in rows] == [name, "statement" if by == "kind" else None]


def test_two_sources_of_one_title_are_two_rows():
    """A title is no identity."""
    claims = [claim(n, source=Source(n, f"u{n}", "Interview")) for n in (1, 2)]
    assert [row.name for row in table(claims, "source").rows] == ["Interview", "Interview"]


def test_the_most_decided_come_first_then_names():
    """Whatever the case of the names."""
    claims = [claim(1, "bo"), claim(2, "Ada"), claim(3, "Cy", outcome="failed"), claim(4, "Дія")]
    assert list(by_name(claims)) == ["Cy", "Ada", "bo", "Дія"]
    assert list(by_name(claims, reverse=True)) == ["Ada", "bo", "Дія", "Cy"]


@pytest.mark.parametrize(
    ("sort", "names", "reverse"),
    [
        ("name", ["Ada", "Bo", "Cy"], ["Cy", "Bo", "Ada"]),
        ("held", ["Bo", "Ada", "Cy"], ["Ada", "Bo", "Cy"]),
        ("brier", ["Cy", "Ada", "Bo"], ["Cy", "Ada", "Bo"]),
        ("overdue", ["Ada", "Bo", "Cy"], ["Bo", "Cy", "Ada"]),
    ],
)
def test_another_column_sorts_and_what_has_no_value_comes_last(sort, names, reverse):
    """Most first, but for names and the Brier score, where the least is the best; also the other way round."""
    claims = [
        claim(1, "Ada", outcome="failed"),
        claim(2, "Bo", outcome="held"),
        claim(3, "Cy", outcome="held", probability=0.9),
        claim(4, "Ada", due="2024-01-01"),
    ]
    assert list(by_name(claims, sort=sort)) == names
    assert list(by_name(claims, sort=sort, reverse=True)) == reverse


def test_a_limit_counts_rows_and_the_totals_stay_whole():
    """Two of three rows; all three claims."""
    scored = table([claim(1, "Ada"), claim(2, "Bo"), claim(3, "Cy")], limit=2)
    assert ([row.name for row in scored.rows], scored.more) == (["Ada", "Bo"], 1)
    assert scored.totals[0].claims == 3


def test_unnamed_claims_are_in_no_row():
    """Whatever the rows are of."""
    claims = [claim(1, "a senior official", unnamed=True, outcome="held", tags=("war",)), claim(2)]
    for by in BY:
        scored = table(claims, by)
        assert (sum(row.claims for row in scored.rows), scored.unnamed) == (1, 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(strategies.claims(), max_size=8), st.sampled_from(BY))
def test_the_counts_of_a_row_add_up(claims, by):
    """Every claim is decided, undecided or left out; every decided one is compared or scored; shares are shares."""
    for row in table(claims, by).rows:
        assert row.claims == row.decided + row.undecided + row.void
        assert row.decided == row.compared + row.scored
        assert (row.held is None) == (row.compared == 0)
        assert row.held is None or 0 <= row.held_low <= row.held <= row.held_high <= 1


forecasts = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(["held", "partly", "failed"])), min_size=1)


@settings(max_examples=60, deadline=None)
@given(forecasts)
def test_a_row_and_a_scorecard_have_the_same_scores(stated):
    """The one from sums, as a database makes them, the other from each forecast."""
    row = only([claim(n, probability=p, outcome=o) for n, (p, o) in enumerate(stated, 1)])
    worth = {"held": 1.0, "partly": 0.5, "failed": 0.0}
    scored = calibration([(p, worth[o]) for p, o in stated])
    assert row.brier == pytest.approx(scored.brier)
    if scored.uncertainty > 0.01:
        assert row.brier_skill == pytest.approx(1 - scored.brier / scored.uncertainty)
