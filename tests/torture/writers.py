"""Many writers of one file: `python -m tests.torture.writers SEED WRITERS WRITES`; nothing that was done is lost.

Beside them others read, copy and export it, and take in another file again and again.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from claimtrack import tracker
from claimtrack.errors import ClaimtrackError, RefusedError, UnusableError

if TYPE_CHECKING:
    from claimtrack.store.database import Database

VERBS = ("add", "add", "add", "edit", "resolve", "evidence", "move", "repeat", "undo", "tag")


def writer(path: Path, name: str, seed: int, writes: int, out: Path) -> None:
    """Writes so often, to claims of its own, and keeps what was said to be done and how long each write took."""
    chance, work = random.Random(seed), Own(name)
    longest, refused, locked_out = 0.0, [], 0
    for number in range(writes):
        verb = chance.choice(VERBS) if work.texts else "add"
        begun = time.monotonic()
        with tracker.open_database(path, who=name) as db:
            try:
                work.write(db, verb, number, chance)
            except RefusedError as error:  # a rule of the record: moved already, judged already, rested on
                refused.append(f"{verb}: {error}")
            except UnusableError:  # it waited for the lock as long as it may, and said so
                locked_out += 1
        longest = max(longest, time.monotonic() - begun)
    told = {"claims": work.texts, "notes": work.notes, "longest": longest, "refused": refused}
    out.write_text(json.dumps({**told, "locked_out": locked_out}))


class Own:
    """What one writer was told is done: its claims by id with their texts, and the notes on them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.texts: dict[int, str] = {}
        self.notes: dict[int, str] = {}

    def write(self, db: Database, verb: str, number: int, chance: random.Random) -> None:
        """Does one thing, to a claim of its own."""
        claim = chance.choice(list(self.texts)) if self.texts else 0
        text = f"{self.name} says {number}"
        if verb == "add":
            self.texts[tracker.add(db, text, "Ada North", due="2030", source="Notes").id] = text
        elif verb == "move":
            moved = tracker.move(db, claim, due=f"20{chance.randrange(31, 99)}", text=text)
            self.texts[moved.id] = text
        elif verb == "edit":
            tracker.edit(db, claim, note=text)
            self.notes[claim] = text
        elif verb == "undo":
            self._take_back(db)
        else:
            _act(db, verb, claim, number)

    def _take_back(self, db: Database) -> None:
        undone = tracker.undo(db, by=self.name)
        assert undone.who == self.name
        for change in undone.changes:
            if change.entity == "claim":
                claim = int(change.label.removeprefix("claim "))
                self.notes.pop(claim, None)  # the one before stands again
                if change.before is None:
                    self.texts.pop(claim, None)


def _act(db: Database, verb: str, claim: int, number: int) -> None:
    if verb == "resolve":
        tracker.resolve(db, claim, ("failed", "partly")[number % 2], overrule=True)
    elif verb == "evidence":
        tracker.add_evidence(db, claim, [f"https://example.org/{number}"])
    elif verb == "repeat":
        tracker.repeat(db, claim, said="2024", source=f"Paper {number}")
    else:
        tracker.edit(db, claim, tags=f"tag {number % 5}")


def beside(path: Path, done: Path, work: str) -> None:
    """Reads, copies, exports or merges until the writers are done; an error ends it."""
    number = 0
    while not done.exists():
        number += 1
        with tracker.open_database(path, who=work) as db:
            if work == "read":
                tracker.list_claims(db)
                faults = tracker.examine_database(db).faults
                assert faults == (), faults
            elif work == "copy":
                tracker.backup(db, path.with_name("copy.db"))
                with tracker.open_database(path.with_name("copy.db")) as copy:
                    faults = tracker.examine_database(copy).faults
                    assert faults == (), faults
                path.with_name("copy.db").unlink()
            elif work == "export":
                with tracker.replaced_whole(path.with_name("out.jsonl")) as out:
                    tracker.export(db, out, file_format="jsonl")
            else:
                other = path.with_name("other.db")
                with tracker.open_database(other, who="elsewhere") as theirs:
                    tracker.add(theirs, f"Elsewhere {number}", "Cleo East")
                tracker.merge(db, other)
                for copied in path.parent.glob("*.before-*"):
                    copied.unlink()
        time.sleep(0.2)


def main(seed: int, writers: int, writes: int) -> None:
    """Starts them all, waits, and compares what each was told with what is there."""
    with TemporaryDirectory() as place:
        path, done = Path(place) / "claims.db", Path(place) / "done"
        with tracker.open_database(path) as db:
            tracker.add(db, "The first", "Ada North")
        begun = time.monotonic()
        others = [_process(beside, path, done, work) for work in ("read", "copy", "export", "merge")]
        told = [Path(place) / f"{number}.json" for number in range(writers)]
        running = [
            _process(writer, path, f"w{number}", seed * 1000 + number, writes, out)
            for number, out in enumerate(told)
        ]
        ended = [os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in running]
        done.touch()
        ended += [os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in others]
        assert not any(ended), f"seed {seed}: ended with {ended}"
        _compare(path, [json.loads(out.read_text()) for out in told], seed, time.monotonic() - begun, writes)


def _process(work, *given):  # any of the functions above
    child = os.fork()
    if child:
        return child
    try:
        work(*given)
    except (ClaimtrackError, AssertionError) as error:
        print(f"{work.__name__} {given[1:]}: {error!r}", file=sys.stderr, flush=True)
        os._exit(1)
    except BaseException as error:  # noqa: BLE001  # told, and no second copy of this program goes on
        print(f"{work.__name__}: {error!r}", file=sys.stderr, flush=True)
        os._exit(2)
    os._exit(0)


def _compare(path: Path, told: list[dict], seed: int, seconds: float, writes: int) -> None:
    with tracker.open_database(path) as db:
        found = tracker.examine_database(db)
        assert found.faults == (), found.faults
    with closing(sqlite3.connect(path)) as shell:
        there = {
            row[0]: row[1:] for row in shell.execute("SELECT id, text, note FROM claim WHERE deleted = 0")
        }
    for one in told:
        lost = [claim for claim, text in one["claims"].items() if there.get(int(claim), ("",))[0] != text]
        assert not lost, f"seed {seed}: lost {lost}"
        notes = [claim for claim, note in one["notes"].items() if there[int(claim)][1] != note]
        assert not notes, f"seed {seed}: other notes on {notes}"
    refused = sum(len(one["refused"]) for one in told)
    locked_out = sum(one["locked_out"] for one in told)
    print(
        f"seed {seed}: {len(told)} writers, {writes} writes each, {found.entries} steps in {seconds:.0f} s,"
        f" nothing lost, longest wait {max(one['longest'] for one in told):.1f} s, {refused} refused by rules,"
        f" {locked_out} locked out"
    )
    assert not locked_out, "a writer waited for longer than it may"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
