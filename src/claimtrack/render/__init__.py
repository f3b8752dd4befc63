"""Everything that people see on a terminal or in a pipe: values in, lines of text out, no line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.render.due import Group, agenda
    from claimtrack.render.history import history, to_forget
    from claimtrack.render.imports import fate, imported
    from claimtrack.render.json import as_json, picked
    from claimtrack.render.layout.glyphs import glyphs_for
    from claimtrack.render.layout.plain import clean
    from claimtrack.render.layout.progress import bar
    from claimtrack.render.layout.screen import Screen, chosen
    from claimtrack.render.list import changed, claims, fields, nothing_found
    from claimtrack.render.merged import came, merged
    from claimtrack.render.moves import slipped
    from claimtrack.render.outcomes import outcome_question
    from claimtrack.render.overview import overview
    from claimtrack.render.report import report
    from claimtrack.render.review import card, proposals, waiting
    from claimtrack.render.scorecards import scorecards
    from claimtrack.render.show import claim_whole
    from claimtrack.render.sources import source_whole, sources, verifications
    from claimtrack.render.speakers import speaker_whole, speakers
    from claimtrack.render.stats import stats, stats_csv, stats_rows
    from claimtrack.render.timeline import timeline

DRAWN = {
    "list": (
        "changed",
        "claims",
        "fields",
        "nothing_found",
    ),
    "show": ("claim_whole",),
    "due": (
        "Group",
        "agenda",
    ),
    "merged": (
        "came",
        "merged",
    ),
    "moves": ("slipped",),
    "speakers": (
        "speaker_whole",
        "speakers",
    ),
    "sources": (
        "source_whole",
        "sources",
        "verifications",
    ),
    "scorecards": ("scorecards",),
    "stats": (
        "stats",
        "stats_csv",
        "stats_rows",
    ),
    "timeline": ("timeline",),
    "report": ("report",),
    "review": (
        "card",
        "proposals",
        "waiting",
    ),
    "history": (
        "history",
        "to_forget",
    ),
    "imports": (
        "fate",
        "imported",
    ),
    "outcomes": ("outcome_question",),
    "overview": ("overview",),
    "json": (
        "as_json",
        "picked",
    ),
    "layout.glyphs": ("glyphs_for",),
    "layout.plain": ("clean",),
    "layout.progress": ("bar",),
    "layout.screen": (
        "Screen",
        "chosen",
    ),
}
__all__ = [
    "Group",
    "Screen",
    "agenda",
    "as_json",
    "bar",
    "came",
    "card",
    "changed",
    "chosen",
    "claim_whole",
    "claims",
    "clean",
    "fate",
    "fields",
    "glyphs_for",
    "history",
    "imported",
    "merged",
    "nothing_found",
    "outcome_question",
    "overview",
    "picked",
    "proposals",
    "report",
    "scorecards",
    "slipped",
    "source_whole",
    "sources",
    "speaker_whole",
    "speakers",
    "stats",
    "stats_csv",
    "stats_rows",
    "timeline",
    "to_forget",
    "verifications",
    "waiting",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, DRAWN)
