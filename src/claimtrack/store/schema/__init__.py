"""The schema of the database, as the statements of its first migration; never changed once released."""

from __future__ import annotations

from claimtrack.store.schema import derived, full_text, guards, record_view, tables

STATEMENTS = (
    *tables.STATEMENTS, *derived.STATEMENTS, *full_text.STATEMENTS, *guards.STATEMENTS, *record_view.STATEMENTS,
)  # fmt: skip  # one line reads as the list that it is
