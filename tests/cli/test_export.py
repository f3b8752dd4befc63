"""`export`, `doctor` and `backup`."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import threading
from contextlib import closing

import pytest

from claimtrack.exchange.columns import CSV_COLUMNS, JSON_COLUMNS

pytestmark = pytest.mark.usefixtures("record")


def test_with_no_file_csv_goes_to_standard_output(run):
    """Nothing else does."""
    done = run("export")
    rows = list(csv.reader(done.out.splitlines(keepends=True)))
    assert (done.status, done.err) == (0, "")
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == 8


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl", "claims.ndjson", "claims.JSON"])
def test_the_suffix_tells_the_format(run, folder, name):
    """How many were written is said on standard error."""
    done = run(f"export {name} --kind deadline")
    assert (done.status, done.out, done.err) == (0, "", f"wrote 2 claims to {name}\n")
    written = (folder / name).read_text(encoding="utf-8")
    if name.endswith("csv"):
        assert tuple(next(csv.reader(written.splitlines()))) == CSV_COLUMNS
    elif name.endswith("JSON"):
        assert tuple(json.loads(written)[0]) == JSON_COLUMNS
    else:
        assert [tuple(json.loads(line)) for line in written.splitlines()] == [JSON_COLUMNS] * 2


def test_export_takes_the_filters_order_and_limit_of_list(run):
    """So that what was looked at can be published."""
    ids = [json.loads(line)["id"] for line in run("export --format jsonl --sort added --limit 2").lines]
    assert ids == [7, 6]
    assert run("export --format json --speaker putin --overdue").json[0]["id"] == 1


def test_text_that_a_spreadsheet_would_run_is_written_with_an_apostrophe(run):
    """`--raw` writes it as it is, for programs."""
    run("add -s 'Ada North' -- '=1+1'")
    cell = CSV_COLUMNS.index("text")
    assert next(csv.reader(run("export --sort added").lines[1:]))[cell] == "'=1+1"
    assert next(csv.reader(run("export --sort added --raw").lines[1:]))[cell] == "=1+1"
    assert run("export --format jsonl --sort added --limit 1").json["text"] == "=1+1"


NOTED = "press office"  # of the note of claim 3


@pytest.mark.parametrize("name", ["c.csv", "c.json", "c.ics"])
def test_what_is_private_is_left_out_unless_it_is_asked_for(run, folder, name):
    """The names stay, with nothing in them, and what was left out is said; a calendar never has it."""
    done = run(f"export {name}")
    assert NOTED not in (folder / name).read_text(encoding="utf-8")
    assert done.err.endswith(f"claims to {name}, 1 private note left out\n")
    done = run(f"export {name} --private")
    assert (NOTED in (folder / name).read_text(encoding="utf-8")) is (name != "c.ics")
    assert ("Private notes are in it" in done.err) is (name != "c.ics")


def test_the_column_of_a_private_field_stays_and_is_empty(run):
    """So that a table made from an earlier export still fits."""
    row = CSV_COLUMNS.index("note")
    for raw in ("", " --raw"):
        rows = list(csv.reader(run(f"export --sort added{raw}").lines[1:]))
        assert {cells[row] for cells in rows} == {""}
        rows = list(csv.reader(run(f"export --sort added --private{raw}").lines[1:]))
        assert {cells[row] for cells in rows} == {"", "Ask the press office again."}
    assert tuple(run("export --format json").json[0]) == JSON_COLUMNS


def test_json_lines_are_for_keeping_and_say_so(run, folder):
    """With all that is private; where no claim has a note there is nothing to say."""
    done = run("export kept.jsonl")
    assert NOTED in (folder / "kept.jsonl").read_text(encoding="utf-8")
    assert done.err.splitlines()[0] == "Private notes are in it: it is for keeping, not for publishing."
    assert run("export --format jsonl --speaker putin").err == ""


def test_fields_that_are_chosen_are_no_way_around(run):
    """A private one is empty but with `--private`; where none is among them there is nothing to say."""
    assert run("export --fields id,note --speaker желіх").lines == ["id,note", "3,"]
    assert (
        run("export --fields id,note --speaker желіх --private").lines[1] == "3,Ask the press office again."
    )
    assert run("export kept.jsonl --fields id,text").err == "wrote 7 claims to kept.jsonl\n"
    assert run("export kept.csv --fields id,text").err == "wrote 7 claims to kept.csv\n"


def test_the_owner_reads_and_finds_private_notes_all_the_same(run):
    """`show`, `--json` of what reads, the search and the record as of a day."""
    assert NOTED in run("show 3").out
    for line in ("show 3", "list --speaker желіх", "search press office", "due --within 3m"):
        assert NOTED in run(f"{line} --json").out, line
    assert NOTED in run("list --json --as-of 2025-02-05").out


def test_the_view_has_nothing_private(run, record):
    """It is what Datasette shows first; the tables of the file have it still."""
    with closing(sqlite3.connect(record)) as shell:
        found = shell.execute("SELECT * FROM claim_record")
        assert "note" not in [column[0] for column in found.description]
        assert NOTED not in str(found.fetchall())
        assert shell.execute("SELECT count(note) FROM claim").fetchone() == (1,)
    assert run("edit 3 --note changed").status == 0
    assert run("show 3 --json").json["note"] == "changed"


def test_a_file_is_replaced_whole_or_not_at_all(run, folder):
    """Where the export is refused, the old file is as it was, and no other is left."""
    kept = folder / "claims.csv"
    kept.write_text("old", encoding="utf-8")
    assert run("export claims.csv --speaker nobody").status == 1
    assert kept.read_text(encoding="utf-8") == "old"
    assert run("export claims.csv").status == 0
    assert kept.read_text(encoding="utf-8").startswith("id,uid")
    assert sorted(path.name for path in folder.iterdir()) == ["claims.csv", "claims.db"]


def test_what_a_link_points_at_is_replaced_and_the_link_stays(run, folder):
    """As when a shell writes to it."""
    (folder / "link.csv").symlink_to("real.csv")
    run("export link.csv")
    assert (folder / "link.csv").is_symlink()
    assert (folder / "real.csv").read_text(encoding="utf-8").startswith("id,uid")


def test_a_pipe_is_written_to_and_not_replaced(run, folder):
    """`export >(gzip > claims.csv.gz) --format csv`."""
    os.mkfifo(folder / "pipe.csv")
    read = []
    reader = threading.Thread(target=lambda: read.append((folder / "pipe.csv").read_text(encoding="utf-8")))
    reader.start()
    assert run("export pipe.csv").status == 0
    reader.join(timeout=10)
    assert read[0].startswith("id,uid")
    assert (folder / "pipe.csv").is_fifo()


def test_an_export_never_replaces_a_database(run, folder):
    """Ours or another program's, under whatever name."""
    with closing(sqlite3.connect(folder / "other.csv")) as other:
        other.execute("CREATE TABLE t (a)")
        other.commit()
    before = (folder / "other.csv").read_bytes()
    for line in ("export other.csv", "export claims.db --format csv"):
        assert run(line).status == 1
    assert (folder / "other.csv").read_bytes() == before
    assert run("list --ids").ids != []


def test_doctor_proves_a_whole_file_and_prints_the_head_of_the_chain(run):
    """Which can be written down, and looked for later."""
    done = run("doctor")
    assert (done.status, done.err) == (0, "nothing wrong was found\n")
    head = done.out.split()[-1]
    run("edit 1 --tag later")
    assert run(f"doctor --head {head}").status == 0
    assert run(f"doctor --head {'0' * 64}").status == 3


def test_doctor_finds_what_another_program_wrote_and_adopts_it_when_asked(run, record):
    """Status 3: it was asked to look, and something needs a person."""
    with closing(sqlite3.connect(record)) as shell:
        shell.execute("UPDATE claim SET role = 'king' WHERE id = 1")
        shell.commit()
    done = run("doctor")
    assert done.status == 3
    assert "claim 1" in done.out
    assert done.err.startswith("claimtrack: ")
    assert run("doctor --adopt").status == 0
    assert run("doctor").status == 0
    assert run("show 1 --json").json["role"] == "king"


def test_a_backup_is_a_whole_database_and_never_replaces_a_file(run, folder):
    """A file that is there is left as it is."""
    done = run("backup copy.db")
    assert (done.status, done.err) == (
        0, "copied to copy.db, with private notes, deleted claims, saved texts and the log\n"
    )  # fmt: skip  # a pair
    assert run("--db copy.db doctor").status == 0
    assert run("--db copy.db list --ids").out == run("list --ids").out
    before = (folder / "copy.db").read_bytes()
    assert run("backup copy.db").status == 1
    assert (folder / "copy.db").read_bytes() == before
