"""Everything that people see on a terminal or in a pipe: values in, lines of text out, no line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.render.cards import scorecards
    from claimtrack.render.docket import agenda, slipped
    from claimtrack.render.glyphs import glyphs_for
    from claimtrack.render.json import many, one
    from claimtrack.render.lists import claims, nothing_found, sources, speakers
    from claimtrack.render.log import history
    from claimtrack.render.picture import timeline
    from claimtrack.render.plain import clean
    from claimtrack.render.screen import Screen, chosen
    from claimtrack.render.summary import overview
    from claimtrack.render.waiting import proposal_in_context, proposals, saved_text, verifications
    from claimtrack.render.whole import claim_whole, source_whole, speaker_whole

DRAWN = {
    "cards": ("scorecards",),
    "picture": ("timeline",),
    "docket": ("agenda", "slipped"),
    "glyphs": ("glyphs_for",),
    "json": ("many", "one"),
    "lists": ("claims", "nothing_found", "sources", "speakers"),
    "log": ("history",),
    "summary": ("overview",),
    "plain": ("clean",),
    "screen": ("Screen", "chosen"),
    "waiting": ("proposal_in_context", "proposals", "saved_text", "verifications"),
    "whole": ("claim_whole", "source_whole", "speaker_whole"),
}
__all__ = [
    "Screen", "agenda", "chosen", "claim_whole", "claims", "clean", "glyphs_for", "history", "many",
    "nothing_found", "one", "overview", "proposal_in_context", "proposals", "saved_text", "scorecards",
    "slipped", "source_whole", "sources", "speaker_whole", "speakers", "timeline", "verifications",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, DRAWN)
