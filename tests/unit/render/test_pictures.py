"""Whole pictures, as they were looked at on a terminal and found good."""

from __future__ import annotations

import pytest

from claimtrack.render import Screen
from claimtrack.render.layout.glyphs import ASCII, UNICODE
from claimtrack.render.scorecards import scorecards
from claimtrack.render.stats import stats
from claimtrack.render.timeline import timeline
from tests.claims_of import TODAY
from tests.goldens import found_good
from tests.scored import DATED, SCORED, table
from tests.scored import scorecards as cards_of

SCREENS = {
    "80": (Screen(width=80), UNICODE),
    "140": (Screen(width=140), UNICODE),
    "140-colour": (Screen(width=140, colour=True), UNICODE),
    "80-ascii": (Screen(width=80), ASCII),
    "pipe": (Screen(), UNICODE),
}
PICTURES = {
    "stats": lambda screen, _: stats(table(SCORED), screen),
    "stats-by-kind": lambda screen, _: stats(table(SCORED, "kind"), screen),
    "scorecards": lambda screen, glyphs: scorecards(cards_of(SCORED), screen, glyphs=glyphs),
    "timeline": lambda screen, glyphs: timeline(DATED, screen, today=TODAY, glyphs=glyphs),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_looks_as_it_did_when_it_was_looked_at(picture, screen):
    """Each picture on a narrow and a wide terminal, in colour, in ASCII and in a pipe."""
    shown = "".join(f"{line}\n" for line in PICTURES[picture](*SCREENS[screen]))
    assert shown == found_good(f"{picture}-{screen}.txt", shown)
