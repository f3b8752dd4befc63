"""Everything that people see on a terminal or in a pipe: values in, lines of text out, no line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.render.due import agenda
    from claimtrack.render.history import history
    from claimtrack.render.json import many, one
    from claimtrack.render.layout.glyphs import glyphs_for
    from claimtrack.render.layout.plain import clean
    from claimtrack.render.layout.screen import Screen, chosen
    from claimtrack.render.list import claims, nothing_found
    from claimtrack.render.moves import slipped
    from claimtrack.render.outcomes import outcome_question
    from claimtrack.render.overview import overview
    from claimtrack.render.review import proposal_in_context, proposals
    from claimtrack.render.scorecards import scorecards
    from claimtrack.render.show import claim_whole
    from claimtrack.render.sources import saved_text, source_whole, sources, verifications
    from claimtrack.render.speakers import speaker_whole, speakers
    from claimtrack.render.stats import stats, stats_csv, stats_json
    from claimtrack.render.timeline import timeline

DRAWN = {
    "list": (
        "claims",
        "nothing_found",
    ),
    "show": ("claim_whole",),
    "due": ("agenda",),
    "moves": ("slipped",),
    "speakers": (
        "speaker_whole",
        "speakers",
    ),
    "sources": (
        "saved_text",
        "source_whole",
        "sources",
        "verifications",
    ),
    "scorecards": ("scorecards",),
    "stats": (
        "stats",
        "stats_csv",
        "stats_json",
    ),
    "timeline": ("timeline",),
    "review": (
        "proposal_in_context",
        "proposals",
    ),
    "history": ("history",),
    "outcomes": ("outcome_question",),
    "overview": ("overview",),
    "json": (
        "many",
        "one",
    ),
    "layout.glyphs": ("glyphs_for",),
    "layout.plain": ("clean",),
    "layout.screen": (
        "Screen",
        "chosen",
    ),
}
__all__ = [
    "Screen", "agenda", "chosen", "claim_whole", "claims", "clean", "glyphs_for", "history", "many",
    "nothing_found", "one", "outcome_question", "overview", "proposal_in_context", "proposals", "saved_text",
    "scorecards", "slipped", "source_whole", "sources", "speaker_whole", "speakers", "stats", "stats_csv",
    "stats_json", "timeline", "verifications",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, DRAWN)
