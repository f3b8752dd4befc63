"""The application, one function per verb; also the Python API.

Plain values go in and frozen dataclasses come out; what a person should read is told to `open_database(tell=…)`.
Every function raises a `claimtrack.errors.ClaimtrackError` for what the user can put right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.tracker.claim_ids import Reference, leading_references, reference, references
    from claimtrack.tracker.correcting import delete, edit, forget, history, last_step, undo
    from claimtrack.tracker.extracting import Reviewed, accept, extract, reject, review
    from claimtrack.tracker.judging import add_evidence, resolve, unresolve
    from claimtrack.tracker.keeping import (
        Examination,
        adopt,
        backup,
        examine_database,
        export,
        replaced_whole,
    )
    from claimtrack.tracker.looking import (
        Agenda,
        Overview,
        Page,
        as_of,
        chains_of,
        due,
        list_claims,
        overview,
        search,
        stats,
    )
    from claimtrack.tracker.moving import move, repeat
    from claimtrack.tracker.opening import locate, open_database, today_of
    from claimtrack.tracker.reading import add_article
    from claimtrack.tracker.recording import add
    from claimtrack.tracker.showing import Whole, show
    from claimtrack.tracker.sourcing import add_source, edit_source, list_sources, saved_text, show_source
    from claimtrack.tracker.speaking import (
        alias_speaker,
        list_speakers,
        merge_speakers,
        rename_speaker,
        show_speaker,
    )
    from claimtrack.tracker.verifying import Verification, verify

VERBS = {
    "extracting": ("Reviewed", "accept", "extract", "reject", "review"),
    "reading": ("add_article",),
    "verifying": ("Verification", "verify"),
    "correcting": ("delete", "edit", "forget", "history", "last_step", "undo"),
    "judging": ("add_evidence", "resolve", "unresolve"),
    "keeping": ("Examination", "adopt", "backup", "examine_database", "export", "replaced_whole"),
    "looking": (
        "Agenda",
        "Overview",
        "Page",
        "as_of",
        "chains_of",
        "due",
        "list_claims",
        "overview",
        "search",
        "stats",
    ),
    "opening": ("locate", "open_database", "today_of"),
    "recording": ("add",),
    "claim_ids": ("Reference", "leading_references", "reference", "references"),
    "moving": ("move", "repeat"),
    "showing": ("Whole", "show"),
    "sourcing": ("add_source", "edit_source", "list_sources", "saved_text", "show_source"),
    "speaking": ("alias_speaker", "list_speakers", "merge_speakers", "rename_speaker", "show_speaker"),
}
__all__ = [
    "Agenda", "Examination", "Overview", "Page", "Reference", "Reviewed", "Verification", "Whole", "accept",
    "add", "add_article", "add_evidence", "add_source", "adopt", "alias_speaker", "as_of", "backup",
    "chains_of", "delete", "due", "edit", "edit_source", "examine_database", "export", "extract", "forget",
    "history", "last_step", "leading_references", "list_claims", "list_sources", "list_speakers", "locate",
    "merge_speakers", "move", "open_database", "overview", "reference", "references", "reject",
    "rename_speaker", "repeat", "replaced_whole", "resolve", "review", "saved_text", "search", "show",
    "show_source", "show_speaker", "stats", "today_of", "undo", "unresolve", "verify",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, VERBS)
