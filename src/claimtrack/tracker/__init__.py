"""The application, one function per verb; also the Python API.

Plain values go in and frozen values come out; what a person should read is told to `open_database(tell=…)`.
Every function raises a `claimtrack.errors.ClaimtrackError` for what the user can put right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.tracker.add import add, add_many, check
    from claimtrack.tracker.doctor import Examination, Repaired, adopt, backup, examine_database, repair
    from claimtrack.tracker.due import Agenda, due
    from claimtrack.tracker.edit import edit
    from claimtrack.tracker.export import export, replaced_whole
    from claimtrack.tracker.extract import Extracted, extract, extract_all
    from claimtrack.tracker.feed import FeedsRead, extract_feeds
    from claimtrack.tracker.history import (
        claims_of,
        delete,
        forget,
        history,
        last_step,
        older_copies,
        still_held,
        to_forget,
        undo,
    )
    from claimtrack.tracker.imports import import_
    from claimtrack.tracker.imports.candidates import CandidatesTaken, import_candidates
    from claimtrack.tracker.imports.files import Opened, formats, holds_candidates, rows_of
    from claimtrack.tracker.input.articles import articles_of
    from claimtrack.tracker.input.claim_ids import Reference, leading_references, reference, references
    from claimtrack.tracker.input.feeds import feeds_of
    from claimtrack.tracker.list import (
        Overview,
        Page,
        as_of,
        chains_of,
        found_words,
        list_claims,
        overview,
        search,
    )
    from claimtrack.tracker.merge import merge
    from claimtrack.tracker.models import prompts
    from claimtrack.tracker.move import move, repeat
    from claimtrack.tracker.opening import locate, open_database, today_of
    from claimtrack.tracker.publishing.publish import Published, publish, publish_into, publish_whole
    from claimtrack.tracker.publishing.report import report
    from claimtrack.tracker.resolve import add_evidence, resolve, standing_verdict, unresolve
    from claimtrack.tracker.review import (
        Card,
        Desk,
        Reviewed,
        accept,
        answer,
        anything_waits,
        card,
        desk,
        reject,
        review,
    )
    from claimtrack.tracker.show import Whole, show
    from claimtrack.tracker.source_texts import add_article, read_article
    from claimtrack.tracker.sources import (
        add_source,
        edit_source,
        list_sources,
        merge_sources,
        saved_text,
        show_source,
    )
    from claimtrack.tracker.speakers import (
        add_speaker,
        alias_speaker,
        likely_speaker,
        list_speakers,
        merge_speakers,
        rename_speaker,
        show_speaker,
    )
    from claimtrack.tracker.stats import scorecards, stats
    from claimtrack.tracker.verify import Verification, verify

VERBS = {
    "add": (
        "add",
        "add_many",
        "check",
    ),
    "extract": (
        "Extracted",
        "extract",
        "extract_all",
    ),
    "feed": (
        "FeedsRead",
        "extract_feeds",
    ),
    "review": (
        "Card",
        "Desk",
        "Reviewed",
        "accept",
        "answer",
        "anything_waits",
        "card",
        "desk",
        "reject",
        "review",
    ),
    "list": (
        "Overview",
        "Page",
        "as_of",
        "chains_of",
        "found_words",
        "list_claims",
        "overview",
        "search",
    ),
    "show": (
        "Whole",
        "show",
    ),
    "due": (
        "Agenda",
        "due",
    ),
    "speakers": (
        "add_speaker",
        "alias_speaker",
        "likely_speaker",
        "list_speakers",
        "merge_speakers",
        "rename_speaker",
        "show_speaker",
    ),
    "sources": (
        "add_source",
        "edit_source",
        "list_sources",
        "merge_sources",
        "saved_text",
        "show_source",
    ),
    "source_texts": (
        "add_article",
        "read_article",
    ),
    "verify": (
        "Verification",
        "verify",
    ),
    "stats": (
        "scorecards",
        "stats",
    ),
    "resolve": (
        "add_evidence",
        "resolve",
        "standing_verdict",
        "unresolve",
    ),
    "merge": ("merge",),
    "models": ("prompts",),
    "move": (
        "move",
        "repeat",
    ),
    "edit": ("edit",),
    "history": (
        "claims_of",
        "delete",
        "forget",
        "history",
        "last_step",
        "older_copies",
        "still_held",
        "to_forget",
        "undo",
    ),
    "export": (
        "export",
        "replaced_whole",
    ),
    "publishing.publish": (
        "Published",
        "publish",
        "publish_into",
        "publish_whole",
    ),
    "publishing.report": ("report",),
    "imports": ("import_",),
    "imports.candidates": (
        "CandidatesTaken",
        "import_candidates",
    ),
    "imports.files": (
        "Opened",
        "formats",
        "holds_candidates",
        "rows_of",
    ),
    "doctor": (
        "Examination",
        "Repaired",
        "adopt",
        "backup",
        "examine_database",
        "repair",
    ),
    "input.articles": ("articles_of",),
    "input.claim_ids": (
        "Reference",
        "leading_references",
        "reference",
        "references",
    ),
    "input.feeds": ("feeds_of",),
    "opening": (
        "locate",
        "open_database",
        "today_of",
    ),
}
__all__ = [
    "Agenda", "CandidatesTaken", "Card", "Desk", "Examination", "Extracted", "FeedsRead", "Opened", "Overview",
    "Page", "Published", "Reference", "Repaired", "Reviewed", "Verification", "Whole", "accept", "add",
    "add_article", "add_evidence", "add_many", "add_source", "add_speaker", "adopt", "alias_speaker", "answer",
    "anything_waits", "articles_of", "as_of", "backup", "card", "chains_of", "check", "claims_of", "delete",
    "desk", "due", "edit", "edit_source", "examine_database", "export", "extract", "extract_all",
    "extract_feeds", "feeds_of", "forget", "formats", "found_words", "history", "holds_candidates", "import_",
    "import_candidates", "last_step", "leading_references", "likely_speaker", "list_claims", "list_sources",
    "list_speakers", "locate", "merge", "merge_sources", "merge_speakers", "move", "older_copies",
    "open_database", "overview", "prompts", "publish", "publish_into", "publish_whole", "read_article",
    "reference", "references", "reject", "rename_speaker", "repair", "repeat", "replaced_whole", "report",
    "resolve", "review", "rows_of", "saved_text", "scorecards", "search", "show", "show_source", "show_speaker",
    "standing_verdict", "stats", "still_held", "to_forget", "today_of", "undo", "unresolve", "verify",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, VERBS)
