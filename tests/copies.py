"""Copies of one database that several people go on with, and what each of them holds, local ids aside."""

from __future__ import annotations

import random
import shutil
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from claimtrack import tracker
from claimtrack.errors import ClaimtrackError
from claimtrack.store import entities
from claimtrack.store.entities import ENTITIES
from tests.builders import START, TODAY

ARTICLE = (
    "The canal will reopen by 1 June 2025, Ada North said. Tom Varga said the work could take until November."
)
TICK = timedelta(seconds=1)


class Copies:
    """Files in one folder, each opened by its name; a clock and randomness that no two of them share."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.now = START
        self._random = random.Random(7)  # noqa: S311  # the same in every run
        self.told = []

    def clock(self):
        """A second later than the last time."""
        self.now += TICK
        return self.now

    def path(self, name):
        """The file of that name."""
        return self.folder / f"{name}.db"

    def open(self, name, **options):
        """The database of that name, used by a person of that name."""
        return tracker.open_database(
            self.path(name), today=TODAY, clock=self.clock, entropy=self._random.randbytes, who=name,
            tell=self.told.append, **options,
        )  # fmt: skip  # as short as the call

    def copy(self, name, *others):
        """Copies a file under other names."""
        for other in others:
            shutil.copy(self.path(name), self.path(other))

    def merge(self, name, *others):
        """Takes the others into the file of that name, one after another, and returns what came of the last."""
        with self.open(name) as db:
            return [tracker.merge(db, self.path(other)) for other in others][-1]

    def held(self, name):
        """All that the file holds, by uid, with nothing that is local to it; proven whole first."""
        with self.open(name) as db:
            assert tracker.examine_database(db).faults == ()
            with db.reading() as connection:
                states = {
                    row["uid"]: entities.state_of_row(connection, entity, row)
                    for entity in ENTITIES.values()
                    for row in connection.execute(f"SELECT * FROM {entity.table}")
                }
            return states, sorted(_record(claim) for claim in tracker.list_claims(db).claims)


def _record(claim):
    """What a person sees of a claim, but for ids."""
    return str(
        claim._replace(
            id=0, replaces=None, replaced_by=claim.replaced_by is not None, contradicts=(),
            source=claim.source and claim.source._replace(id=0),
            appearances=[one._replace(source=one.source and one.source._replace(id=0)) for one in claim.appearances],
        )
    )  # fmt: skip  # a list of names


@contextmanager
def copies():
    """A folder of copies that goes with it."""
    with TemporaryDirectory() as folder:
        yield Copies(folder)


def begin(db):
    """What all copies start from: claims of every kind, one of them judged, evidence, a saved article."""
    (db.path.parent / "canal.txt").write_text(ARTICLE, encoding="utf-8")
    card = {"source": "Notes", "url": "https://example.org/notes"}
    tracker.add(db, "The bridge opens", "Ada North", due="2025-03", tags="bridges", **card)
    tracker.add(db, "The road opens", "Bo South", kind="deadline", due="2025-01-31", said="2024-12-01")
    tracker.add(db, "The lake is blue", "the expert", unnamed=True)
    tracker.add(db, "The tower stands", "Ada North", said="2025-01-01", due="2026")
    tracker.resolve(db, 2, "missed", evidence=["https://example.org/road"])
    tracker.add_evidence(db, 1, ["https://example.org/seen"])
    tracker.extract(db, str(db.path.parent / "canal.txt"), published="2025-02-03", publisher="City notes")


NAMES = ("Ada North", "Bo South", "Cy West", "Ада Норт")
DAYS = ("2024-11", "2025-01-15", "2025-02", "2025-06", "2026")
OUTCOMES = ("held", "failed", "partly", "void")


def a_claim_of(db, number):
    """The id of one of the claims."""
    found = tracker.list_claims(db).claims
    return found[number % len(found)].id if found else 1


def _pick(values, number):
    return values[number % len(values)]


def _add(db, one, two):
    sourced = {
        "source": "Notes",
        "url": _pick((None, "https://example.org/notes", "https://example.org/2"), two),
    }
    tracker.add(
        db, f"It will rain {one}", _pick(NAMES, two), due=_pick(DAYS, one), new_speaker=None, **sourced
    )


def _accept(db, one, two):
    (tracker.accept if two % 2 else tracker.reject)(db, 2, one % 3 + 1)


# What people do; each is given two numbers to choose by, and may be refused.
EDITS = {
    "add": _add,
    "add_speaker": lambda db, one, two: tracker.add_speaker(db, _pick(NAMES, one), new_speaker=bool(two % 2)),
    "resolve": lambda db, one, two: tracker.resolve(
        db, a_claim_of(db, one), _pick(OUTCOMES, two), happened=_pick((None, "2025-01", "2025-02-01"), two // 4),
        evidence=_pick(((), ["https://example.org/seen"]), two), overrule=True,
    ),
    "unresolve": lambda db, one, _: tracker.unresolve(db, a_claim_of(db, one)),
    "due": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), due=_pick(("", *DAYS), two)),
    "said": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), said=_pick(DAYS, two)),
    "kind": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), kind=_pick(("deadline", "promise"), two)),
    "speaker": lambda db, one, two: tracker.edit(
        db, a_claim_of(db, one), speaker=_pick(NAMES, two), unnamed=two % 3 == 0
    ),
    "quote": lambda db, one, two: tracker.edit(
        db, a_claim_of(db, one), quote=_pick(("The canal will reopen", "the work could take", ""), two), source="2"
    ),
    "tag": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), tags=_pick(("bridges", "roads"), two)),
    "untag": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), untag=[_pick(("bridges", "roads"), two)]),
    "move": lambda db, one, two: tracker.move(db, a_claim_of(db, one), due=_pick(DAYS, two)),
    "replaces": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), replaces=str(a_claim_of(db, two))),
    "contradicts": lambda db, one, two: tracker.edit(db, a_claim_of(db, one), contradicts=[a_claim_of(db, two)]),
    "repeat": lambda db, one, two: tracker.repeat(db, a_claim_of(db, one), said=_pick(DAYS, two)),
    "evidence": lambda db, one, two: tracker.add_evidence(db, a_claim_of(db, one), [f"https://example.org/{two}"]),
    "delete": lambda db, one, _: tracker.delete(db, a_claim_of(db, one)),
    "forget": lambda db, one, two: two % 3 or tracker.forget(db, [a_claim_of(db, one)]),
    "alias": lambda db, one, two: tracker.alias_speaker(
        db, _pick(NAMES, one), [_pick(NAMES, two)], remove=two % 5 == 0
    ),
    "rename": lambda db, one, two: tracker.rename_speaker(db, _pick(NAMES, one), _pick(NAMES, two)),
    "speakers": lambda db, one, two: tracker.merge_speakers(db, _pick(NAMES, one), _pick(NAMES, two)),
    "source": lambda db, one, two: tracker.edit_source(
        db, one % 3 + 1, title=_pick(("Notes", "Notes of a day", ""), two), url=_pick(("", None), two // 3)
    ),
    "sources": lambda db, one, two: tracker.merge_sources(db, one % 3 + 1, two % 3 + 1),
    "answer": _accept,
    "undo": lambda db, *_: tracker.undo(db),
}  # fmt: skip  # a row an edit


def edit(db, name, one, two):
    """One of the edits, where the record allows it."""
    try:
        EDITS[name](db, one, two)
    except ClaimtrackError:
        return False
    return True
