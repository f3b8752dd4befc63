"""A small body of claims by plainly invented people, for pictures and pages of scores; and scores of claims at hand."""

from __future__ import annotations

from claimtrack import scoring
from claimtrack.model import already_happened
from claimtrack.model.chain import chains
from claimtrack.model.claim import BY_SPEAKER
from claimtrack.model.scorecard import Alike
from tests.claims_of import chain, claim

# What was stated, how many such claims there were, and how many of them came about.
STATED = ((0.1, 6, 0), (0.3, 12, 4), (0.5, 4, 2), (0.7, 10, 8), (0.9, 16, 13))


def forecasts(first, speaker, step=1):
    """Predictions with a probability; every `step`-th of them."""
    outcomes = [
        (stated, "held" if number < came_about else "failed")
        for stated, count, came_about in STATED
        for number in range(count)
    ][::step]
    return [
        claim(number, speaker, probability=stated, outcome=outcome, due="2025-01-31")
        for number, (stated, outcome) in enumerate(outcomes, first)
    ]


SCORED = [
    *forecasts(1, "Ada Quill"),
    *forecasts(101, "Bo Lark", step=3),
    claim(201, "Harbour Board", kind="promise", outcome="partly", due="2025-01-01", happened="2025-02-10"),
    *chain(
        claim(202, "Harbour Board", kind="deadline", due="2024-12-01"),
        claim(203, "Harbour Board", kind="deadline", due="2025-03-01"),
    ),
    claim(204, "Harbour Board", kind="statement", outcome="void"),
    claim(205, "Harbour Board", via="a deputy", outcome="failed"),
    claim(206, "a person at the quay", unnamed=True),
]
BRIDGE = "The new bridge over the Marl opens to traffic"
DREDGED = "All berths are dredged to nine metres"
DATED = [
    claim(3, text=BRIDGE, kind="deadline", due="2025-01-20", happened="2025-04-26", outcome="failed"),
    *chain(
        claim(5, "Harbour Board", DREDGED, kind="promise", due="2024-12-01"),
        claim(9, "Harbour Board", DREDGED, kind="promise", due="2025-03-01"),
        claim(14, "Harbour Board", DREDGED, kind="promise", due="2025-07-01/2025-12-31"),
    ),
    claim(6, "Олена Вигадана", "Рада ухвалить бюджет порту", due="2025-02"),
    claim(7, "Cornelius van der Hoogenbandt", "Tickets cost less than a loaf of bread", said="2024-11-05"),
    claim(8, text="The council decides on a second line", due="2025-07-01/2025-09-30", via="an expert"),
    claim(10, text="Nobody will ask for a date"),
    claim(11, text="Half of the quay is done", kind="promise", due="2025-04-15", outcome="partly"),
    claim(12, "Bo Lark", "The ferry is back", due="2025-05", happened="2025-04", outcome="held"),
    claim(13, "Bo Lark", "The old pier stands while the fund pays", due="2025-05", outcome="void"),
    *chain(
        claim(15, "Bo Lark", "The lock is mended", due="2026-01-01"),
        claim(16, "Bo Lark", "The lock is mended", due="2025-08-01"),
    ),
]


def table(claims, by=BY_SPEAKER, **order):
    """The table of figures of claims that no database holds, each counted by itself: what grouping has to come to."""
    once = [one for chained in chains(claims) for one in _alike(chained, "")] if by == "tag" else None
    grouped = (one for chained in chains(claims) for one in _alike(chained, by))
    return scoring.table(grouped, by, once=once, **order)


def scorecards(claims, **order):
    """The scorecards of claims that no database holds."""
    return scoring.scorecards(
        (one for chained in chains(claims) for one in _alike(chained, BY_SPEAKER)), **order
    )


def _alike(chained, by):
    """A chain in each of its groups: by its newest claim, its moves counted, its slip where its due date changed."""
    newest = chained[-1]
    changed = newest.slip_days or len({one.due for one in chained}) > 1
    for key, name in GROUPS[by](newest):
        yield Alike(
            key=key, name=name, second_hand=bool(newest.via), unnamed=newest.unnamed, kind=newest.kind,
            resolved=newest.status == "resolved", outcome=newest.outcome, probability=newest.probability,
            happened=already_happened(newest.said, newest.happened), late=newest.late, overdue=newest.overdue,
            dated=newest.due is not None, moves=sum(one.replaces is not None for one in chained),
            slip=newest.slip_days if changed else None,
        )  # fmt: skip  # an attribute after the other


def _year(claim):
    """The year of the last possible day of `due`, else of what was said, else of the report."""
    when = claim.due or claim.said or (claim.source and claim.source.published)
    return str(when.last.year) if when else None


GROUPS = {
    "": lambda _: [(None, None)],
    "speaker": lambda claim: [(claim.speaker, claim.speaker)],
    "tag": lambda claim: [(tag, tag) for tag in claim.tags] or [(None, None)],
    "kind": lambda claim: [(claim.kind, claim.kind)],
    "role": lambda claim: [(claim.role, claim.role)],
    "source": lambda claim: [(claim.source.id, claim.source.label)] if claim.source else [(None, None)],
    "judge": lambda claim: [(claim.judge, claim.judge)],
    "year": lambda claim: [(_year(claim), _year(claim))],
}
