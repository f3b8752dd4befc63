"""Whole pages of output, as they were read and found good."""

from __future__ import annotations

import pytest

from claimtrack import render
from tests.claims_of import TODAY as LATER
from tests.claims_of import chain, claim
from tests.examples import (
    ARTICLE,
    CLAIMS,
    ENTRIES,
    FIRST,
    INTERVIEW,
    MISSED,
    SOURCES,
    SPEAKERS,
    TODAY,
    VERDICTS,
)
from tests.goldens import found_good

SCREENS = {
    "80": render.Screen(width=80),
    "140": render.Screen(width=140),
    "140-colour": render.Screen(width=140, colour=True),
    "pipe": render.Screen(),
}
DREDGED = (
    "All berths are dredged to nine metres, those of the old quay too, before the storms come over the bar"
)
SLIPPED = [
    *chain(
        claim(9, "Harbour Board of the Eastern Bay", DREDGED, kind="promise", due="2024-03"),
        claim(12, "Harbour Board of the Eastern Bay", DREDGED, due="2024-12", said="2024-03", kind="promise"),
        claim(
            14, "Harbour Board of the Eastern Bay", DREDGED, due="2025-12", said="2025-02", probability=0.6
        ),
        claim(
            18, "Harbour Board of the Eastern Bay", DREDGED, due="2025-12", said="2025-03-01", probability=0.4
        ),
    ),
    *chain(
        claim(3, via="an aide", due="2025-01-20", said="2024-06-01"),
        claim(4, via="an aide", due="2025-02-20", created_at="2025-02-05T09:00:00Z"),
    ),
    *chain(
        claim(5, "a deputy", unnamed=True, due="2025-02-01"),
        claim(
            6,
            "a deputy",
            unnamed=True,
            due="2025-02-02",
            source=ARTICLE,
            outcome="failed",
            happened="2025-02-09",
        ),
    ),
]
AGENDA = [
    render.Group(
        "Fell due since 2025-05-26", [CLAIMS[4], claim(21, due="2025-05-30")], 2, "claimtrack due", first=True
    ),
    render.Group(
        "Due by 2025-07-01", [claim(22, "Bo Lark", "The ferry is back", due="2025-06", via="an expert")], 42,
        "claimtrack due --limit 42 --speaker Lark", first=True,
    ),
    render.Group("Nothing in it", [], 0, "claimtrack list"),
    render.Group("Overdue for longer", [], 1203, "claimtrack list --overdue --sort due --limit 1203"),
    render.Group(
        "Resolved without evidence", [claim(105, text="Half of the quay", kind="promise", outcome="partly")], 1,
        "claimtrack list --status resolved --evidence none",
    ),
]  # fmt: skip  # a group a block
COUNTS = {"count": 9, "unresolved": 6, "overdue": 1}
PAGES = {
    "list": lambda screen: render.claims(CLAIMS, screen, today=TODAY, more=27 if screen.terminal else 0),
    "search": lambda screen: render.claims(
        CLAIMS, screen, today=TODAY, marks=("kursk", "summer", "Курський")
    ),
    "show": lambda screen: render.claim_whole(
        MISSED, screen, today=TODAY, verdicts=VERDICTS, chain=(FIRST, MISSED), entries=ENTRIES
    ),
    "overview": lambda screen: render.overview(
        "/home/ada/claims.db",
        screen,
        today=TODAY,
        fell_due=CLAIMS[4:5],
        due=CLAIMS[2:4],
        added=CLAIMS[5:9],
        **COUNTS,
    ),
    "empty": lambda screen: render.overview(
        "claims.db", screen, today=TODAY, count=0, unresolved=0, overdue=0
    ),
    "due": lambda screen: render.agenda(
        AGENDA, screen, today=LATER, step="next: claimtrack resolve 21" if screen.terminal else ""
    ),
    "slipped": lambda screen: render.slipped(SLIPPED, screen, today=LATER, more=12 if screen.terminal else 0),
    "history": lambda screen: render.history(ENTRIES, screen),
    "speakers": lambda screen: render.speakers(SPEAKERS, screen),
    "speaker": lambda screen: render.speaker_whole(SPEAKERS[0], CLAIMS[:2], screen, today=TODAY, more=10),
    "sources": lambda screen: render.sources(SOURCES, screen),
    "source": lambda screen: render.source_whole(INTERVIEW, CLAIMS[:1], screen, today=TODAY),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_looks_as_it_did_when_it_was_read(page, screen):
    """Each page on a narrow and a wide terminal, in colour, and in a pipe."""
    shown = "".join(f"{line}\n" for line in PAGES[page](SCREENS[screen]))
    assert shown == found_good(f"{page}-{screen}.txt", shown)
