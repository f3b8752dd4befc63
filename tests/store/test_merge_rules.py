"""What two people do at once to what hangs together, as seeds of the test of all orders found it."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.store.schema import second_half
from tests.copies import begin, copies

PEOPLE = ("ada", "bo")


def _ring(db, name):
    """Each makes another of two claims replace the other, and Bo deletes the one."""
    first, second = (1, 4) if name == "ada" else (4, 1)
    tracker.edit(db, first, due="2025-05")
    tracker.edit(db, first, replaces=str(second))
    if name == "bo":
        tracker.delete(db, second)


def _parted(db, name):
    """Ada joins two sources and takes that back."""
    if name == "ada":
        tracker.merge_sources(db, 1, 2)
        tracker.undo(db)
    else:
        tracker.edit(db, 3, text="The lake is grey")


@pytest.mark.parametrize("done", [_ring, _parted])
def test_both_orders_give_the_same(done):
    """And the file's own guards let it in."""
    with copies() as files:
        with files.open("base") as db:
            begin(db)
        files.copy("base", *PEOPLE)
        for name in PEOPLE:
            with files.open(name) as db:
                done(db, name)
        files.copy("bo", "old")
        files.merge("bo", "ada")
        files.merge("ada", "old")
        assert files.held("ada") == files.held("bo")


def test_where_many_come_search_and_lists_are_as_where_few_do(monkeypatch):
    """The full text and the indexes for lists are taken off meanwhile, and made again."""
    schemas = []
    for many in (1_000, 0):
        monkeypatch.setattr(second_half, "MANY", many)
        with copies() as files:
            with files.open("base") as db:
                begin(db)
            files.copy("base", *PEOPLE)
            with files.open("bo") as db:
                tracker.add(db, "The harbour opens", "Cy West")
                tracker.alias_speaker(db, "Cy West", ["Сай Вест"])
            files.merge("ada", "bo")
            assert files.held("ada") == files.held("bo")
            with files.open("ada") as db, db.reading() as connection:
                assert [one.text for one in tracker.search(db, "Вест").claims] == ["The harbour opens"]
                schemas.append(set(map(tuple, connection.execute("SELECT name, sql FROM sqlite_schema"))))
    assert schemas[0] == schemas[1]
