"""Records from elsewhere: rows of any format, each matched with what is there, and written in one step."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError
from claimtrack.exchange.incoming import NEW, REFUSED, Fault
from claimtrack.model.text import stored, stored_line
from claimtrack.store import articles
from claimtrack.store import incoming as store
from claimtrack.store.database import Database
from claimtrack.tracker.imports.bulk import Bulk
from claimtrack.tracker.imports.links import link
from claimtrack.tracker.imports.named import Sources, Speakers
from claimtrack.tracker.imports.reading import read_row
from claimtrack.tracker.imports.tally import Tally
from claimtrack.tracker.imports.writing import Taken, Writer
from claimtrack.whole_file import room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.exchange.incoming import Fate, Imported, Row
    from claimtrack.store.step import Step


_TOLD_EVERY = 100  # lines


class _NothingWrittenError(Exception):
    """Ends the step with nothing written."""


def import_(
    db: Database, rows: Iterable[Row], *, dry_run: bool = False, strict: bool = False, force: bool = False,
    keep_rest: bool = False, refused: Callable[[Fate], None] = lambda _: None, expected: int = 0,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:  # fmt: skip  # as short as the call
    """Writes what the rows say that is not there yet, in one step of `undo`, and returns what became of them.

    A row is the claim with its uid, else with its origin, else with its speaker, text, said and due; a claim that
    differs is changed, where the row says anything of it. Verdicts, evidence, appearances and links are only added.
    A row that can't be taken is given to `refused` with its line, columns and reasons, and the others are written,
    unless `strict`; so is a row that lost its uid and looks like a claim that is there, unless `force` makes it a
    new one. `keep_rest` keeps what has no field in the note. With `dry_run` nothing is written, but what would
    become of the rows is told. `expected` is about how many rows there are, `progress` is given their lines.

    Raises:
        UnreadableError: where the file can't be read on.
    """
    tally = Tally(refused)
    with target(db, dry_run=dry_run) as there:
        try:
            with there.step("import", create=True) as step:
                _take_all(step, _told(rows, progress), tally, expected, force=force, keep_rest=keep_rest)
                if strict:
                    _refuse_any(tally)
        except _NothingWrittenError:
            return tally.imported(written=False)
    return tally.imported(written=not dry_run)


def _refuse_any(tally: Tally) -> None:
    if tally.kept_out:
        raise _NothingWrittenError


@contextmanager
def target(db: Database, *, dry_run: bool) -> Iterator[Database]:
    """The database to write to: for a dry run a copy, which goes with it."""
    if not dry_run:
        yield db
        return
    with room() as folder:
        path = folder / "claims.db"
        copy = Database(path, db.today, db.clock, db.entropy, who=db.who, named=True, tell=lambda _: None)
        if db.exists():
            db.copy_to(path)
        with copy:
            yield copy


def _told(rows: Iterable[Row], progress: Callable[[int], None]) -> Iterator[Row]:
    """The rows, every so many of which it is told how far reading has come."""
    for row in rows:
        if row.line % _TOLD_EVERY == 0:
            progress(row.line)
        yield row


def _take_all(
    step: Step, rows: Iterable[Row], tally: Tally, expected: int, *, force: bool, keep_rest: bool
) -> None:
    keep_ids = store.is_empty(step.connection)
    store.begin(step.connection)
    bulk = Bulk(step.connection, expected)
    speakers, sources = Speakers(step), Sources(step, keep_ids=keep_ids)
    writer = Writer(step, speakers, sources, keep_ids, force, texts=articles.any_saved(step.connection))
    for row in rows:
        if row.record.get("record") == "speaker":
            if faults := _take_speaker(speakers, row):
                tally.count(row, Taken(REFUSED, faults=faults))
            continue
        tally.rest.update(row.rest.keys())
        incoming, faults = read_row(_with_rest(row) if keep_rest else row, step.today)
        taken = Taken(REFUSED, faults=faults) if faults else writer.take(incoming)
        tally.count(row, taken)
        bulk.taken(new=taken.fate == NEW, named=incoming.has_name)
        if taken.fate == NEW and taken.claim and incoming.id:
            tally.renumbered(incoming.id, taken.claim)
    link(step, tally)
    bulk.end()
    tally.named(speakers)


def _take_speaker(speakers: Speakers, row: Row) -> tuple[Fault, ...]:
    """Records the aliases of a speaker, and the speaker where it is a new one; why they can't be."""
    name = stored_line(str(row.record.get("speaker") or ""))
    aliases = row.record.get("aliases") or []
    if not name or not isinstance(aliases, list):
        return (Fault("speaker", "is no name with a list of aliases"),)
    try:
        speakers.add_aliases(name, [alias for one in aliases if (alias := stored_line(str(one)))])
    except RefusedError as error:
        return (Fault("aliases", str(error).rstrip(".")),)
    return ()


def _with_rest(row: Row) -> Row:
    """The row with what has no field in its note."""
    words = [f"{name}: {said}" for name, said in row.rest.items()]
    note = "\n".join([*filter(None, [row.record.get("note")]), *words])
    return row._replace(record={**row.record, "note": note}) if stored(note) else row
