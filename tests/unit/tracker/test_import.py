"""Rows from elsewhere: matched with what is there, written once, and told of one by one."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.errors import UnreadableError
from claimtrack.exchange.columns import record
from claimtrack.exchange.incoming import Row
from claimtrack.model.report import Publication
from tests.builders import URL, a_claim, a_database, plain_sqlite

UID = "01JKAZXSW0P5ZFDMCWF9DHXT1V"


def rows(*records):
    """Records as rows of a file whose first line is a header."""
    return [Row(line, record) for line, record in enumerate(records, 2)]


def a_row(text="The bridge will open", speaker="Ada North", **more):
    """The record of a claim as a file tells it."""
    return {"text": text, "speaker": speaker} | more


def fates(done):
    """How many rows each fate befell, without those that none did."""
    return {fate: count for fate, count in done.counts.items() if count}


def faults(done):
    """Line, column and reason of everything that was wrong."""
    return [(one.line, fault.column, fault.reason) for one in done.first for fault in one.faults]


@pytest.fixture
def db(tmp_path):
    """A database that is not there yet."""
    with a_database(tmp_path / "claims.db") as db:
        yield db


def everything(db):
    """A database with all that travels by files of claims."""
    a_claim(
        db,
        "The canal is dredged",
        due="2025-03",
        said="2025-01-10",
        source="Notes",
        url=URL,
        note="=1+1",
        published="2025-01-12",
        tags=["budget", "roads"],
        probability="70%",
        quote="two\nlines",
        kind="deadline",
    )
    a_claim(db, "The canal is not dredged", due="in 2 weeks", contradicts=[1], via="an expert", role="mayor")
    tracker.move(db, 1, due="2025-06")
    tracker.repeat(db, 1, said="2025-01-20", source="Another page")
    a_claim(db, "It rains", "an official", unnamed=True, origin="tracker 7", remind="2025-05-01")
    tracker.add_evidence(db, 4, [URL])
    tracker.resolve(db, 4, "false", evidence=["https://example.org/rain"], happened="2025-01-05", judge="Jo")
    tracker.unresolve(db, 4, reason="too early")
    tracker.add_evidence(db, 4, quote="It may rain.")
    tracker.resolve(db, 2, "happened", rating="Mostly")
    tracker.resolve(db, 2, "failed", overrule=True)
    tracker.undo(db)
    a_claim(db, "gone")
    tracker.delete(db, "last")
    tracker.alias_speaker(db, "Ada North", ["Ада Норт", "=Ada", "ADA NORTH"])
    tracker.add_speaker(db, "Bo South")


def exported(db, path):
    """The file as JSON Lines."""
    with path.open("w", encoding="utf-8", newline="") as out:
        tracker.export(db, out, file_format="jsonl")
    return path.read_text(encoding="utf-8")


def imported(db, path, **options):
    """What became of the rows of a file."""
    return tracker.import_(db, tracker.rows_of(db, path).rows, **options)


@pytest.mark.parametrize("name", ["claims.jsonl", "claims.csv"])
def test_what_was_exported_comes_back_the_same_byte_for_byte(tmp_path, name):
    """Ids, verdicts and take-backs, evidence, sources, appearances, links, times; and doctor finds nothing wrong."""
    path = tmp_path / name
    with a_database(tmp_path / "a.db") as there:
        everything(there)
        before = exported(there, tmp_path / "a.jsonl")
        with path.open("w", encoding="utf-8", newline="") as out:
            tracker.export(there, out, file_format=path.suffix[1:], private=True)
    with a_database(tmp_path / "b.db") as here:
        assert fates(imported(here, path))["new"] == 4
        assert exported(here, tmp_path / "b.jsonl") == before
        assert tracker.examine_database(here).faults == ()
        again = imported(here, path)
        assert (set(fates(again)), again.changed) == ({"same"}, False)
        assert len(tracker.history(here)) == 1
        tracker.undo(here)
        assert tracker.list_claims(here).claims == ()
        assert fates(imported(here, path))["new"] == 4
        assert fates(imported(here, path)).keys() == {"same"}


def test_a_row_is_known_by_its_uid_then_its_origin_then_by_what_it_says(db):
    """A uid holds whatever else is changed; two rows that name themselves are two, whatever they say."""
    first = rows(
        a_row(uid=UID), a_row("Rain", origin="tracker 7"), a_row("Snow", said="2025-01-05"), a_row("Rain")
    )
    assert fates(tracker.import_(db, first)) == {"new": 3, "same": 1}
    changed = rows(
        a_row("The road will open", uid=UID),
        a_row("Hail", origin="tracker 7"),
        a_row("snow!", said="2025-01-05"),
    )
    assert fates(tracker.import_(db, changed)) == {"changed": 3}
    assert {claim.text for claim in tracker.list_claims(db).claims} == {"The road will open", "Hail", "snow!"}


def test_a_row_that_lost_its_uid_and_looks_like_a_claim_is_told_and_not_doubled(db):
    """A figure that differs makes another claim; `force` adds what looks alike."""
    claim = a_claim(db, "The bridge will open on time", said="2025-01-05", due="2025-03-01")
    alike = rows(a_row("The bridge wil open on time", said="2025-01-05", due="2025-03-01"))
    done = tracker.import_(db, alike)
    assert fates(done) == {"looks like": 1}
    assert done.first[0].claim == claim.id
    other = rows(a_row("The 2 bridges will open on time", said="2025-01-05", due="2025-03-01"))
    assert fates(tracker.import_(db, other)) == {"new": 1}
    assert fates(tracker.import_(db, alike, force=True)) == {"new": 1}


@pytest.mark.parametrize(
    ("told", "column", "says"),
    [
        (a_row(due="2/5/2025"), "due", "2025-02-05"),
        (a_row(due="20 January"), "due", "names no year"),
        (a_row(due="2025-02-30"), "due", "2025-02-30"),
        (a_row(said="2025-03-01"), "said", "has not come yet"),
        (a_row(kind="wish"), "kind", "no kind of claim"),
        (a_row(kind="deadline"), "due", "give it with --due"),
        (a_row(probability="70"), "probability", "0.7 or 70%"),
        (a_row(text=" "), "text", "is empty"),
        (a_row(speaker=None), "speaker", "is empty"),
        (a_row(unnamed="perhaps"), "unnamed", "neither true nor false"),
        (a_row(source={"publisher": "The Post"}), "source", "neither a title nor an address"),
        (a_row(source={"url": "ftp://x"}), "source", "no web address"),
        (a_row(outcome="maybe"), "outcome", "no outcome"),
        (a_row(uid="7"), "uid", "no uid"),
        (a_row(due="2025-01-10", outcome="happened", happened="2025-01-20"), "outcome", "was due by"),
        (a_row(said="2025-01-10", outcome="failed", judged="2025-01-01"), "judged", "before it was said"),
        (a_row(tags=["a;b"]), "tags", "can't be a tag"),
        (a_row(evidence=[{"note": "x"}]), "evidence", "neither an address"),
    ],
)  # fmt: skip  # a table
def test_what_a_row_cannot_be_is_refused_with_line_column_and_reason(db, told, column, says):
    """The other rows go in; with `strict` none does."""
    done = tracker.import_(db, rows(told, a_row("Snow")), strict=True)
    assert (fates(done), done.written) == ({"new": 1, "refused": 1}, False)
    assert not tracker.list_claims(db).claims
    done = tracker.import_(db, rows(told, a_row("Snow")))
    assert [(line, name) for line, name, _ in faults(done)] == [(2, column)]
    assert says in faults(done)[0][2]
    assert [claim.text for claim in tracker.list_claims(db).claims] == ["Snow"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("05.02.2025", "2025-02-05"),
        ("1/25/2025", "2025-01-25"),
        ("25/1/2025", "2025-01-25"),
        ("2025-02-05 00:00:00", "2025-02-05"),
    ],
)
def test_a_date_that_a_spreadsheet_rewrote_is_read_where_it_has_one_reading(db, cell, day):
    """Nobody typed it so: no words are kept."""
    tracker.import_(db, rows(a_row(due=cell)))
    claim = tracker.show(db, 1).claim
    assert (str(claim.due), claim.due_words) == (day, None)


def test_a_verdict_filled_in_a_cell_is_appended_once(db):
    """With the word of any kind, and what was there is not said again; an emptied one is refused."""
    a_claim(db, due="2025-01-10")
    uid = tracker.show(db, 1).claim.uid
    judged = rows(a_row(uid=uid, outcome="did not happen", evidence=[{"url": URL}], verdicts=[]))
    assert fates(tracker.import_(db, judged)) == {"changed": 1}
    assert fates(tracker.import_(db, judged)) == {"same": 1}
    claim = tracker.show(db, 1).claim
    assert (claim.outcome, [one.url for one in claim.evidence], len(claim.verdicts)) == ("failed", [URL], 1)
    whole = [{"uid": claim.verdicts[0].uid, "act": "judge", "outcome": "failed"}]
    done = tracker.import_(db, rows(a_row(uid=uid, outcome=None, status="unresolved", verdicts=whole)))
    assert faults(done)[0][1] == "outcome"


def test_ids_are_kept_only_in_an_empty_file(tmp_path, db):
    """Else new claims are numbered on, and it is told which became which."""
    a_claim(db, "Already here")
    done = tracker.import_(db, rows(a_row("b", id=8), a_row("c", id=7), a_row("d", id=3)))
    assert done.numbers == ((range(8, 6, -1), range(2, 4)), (range(3, 4), range(4, 5)))
    with a_database(tmp_path / "other.db") as other:
        tracker.import_(other, rows(a_row("b", id=8), a_row("c", id=3)))
        assert {claim.id for claim in tracker.list_claims(other).claims} == {8, 3}


def test_a_dry_run_tells_all_and_writes_nothing(db):
    """Not even the file."""
    done = tracker.import_(db, rows(a_row(), a_row("Snow", due="x")), dry_run=True)
    assert (fates(done), done.written) == ({"new": 1, "refused": 1}, False)
    assert not db.path.exists()


def test_a_name_is_taken_whole_and_a_new_one_is_told_with_the_nearest(db):
    """Aliases count as names; no question is asked."""
    a_claim(db)
    tracker.alias_speaker(db, "Ada North", ["Ада Норт"])
    done = tracker.import_(db, rows(a_row("Snow", "Ада Норт"), a_row("Hail", "Ada Nort")))
    assert [(one.name, one.nearest) for one in done.new_speakers] == [("Ada Nort", "Ada North")]
    assert tracker.show(db, 2).claim.speaker == "Ada North"


def test_aliases_travel_on_a_line_of_their_own(db):
    """Also of somebody without claims; one that is another's is refused."""
    lines = rows(a_row(), {"record": "speaker", "speaker": "Bo South", "aliases": ["Бо", "Ada North"]})
    assert fates(tracker.import_(db, lines)) == {"new": 1, "refused": 1}
    lines = rows({"record": "speaker", "speaker": "Ada North", "aliases": ["Ада"]})
    assert [tracker.import_(db, lines).aliases for _ in range(2)] == [1, 0]


def test_links_are_made_once_all_claims_are_there(db):
    """By uid, or by the id in the file; one to nowhere is counted."""
    lines = rows(
        a_row("By May", id=2, due="2025-05", replaces=1), a_row("By March", id=1, due="2025-03"),
        a_row("Never", contradicts_uids=[UID]),
    )  # fmt: skip  # a row a line
    done = tracker.import_(db, lines)
    assert (tracker.show(db, 2).claim.replaces, done.unlinked) == (1, 1)
    assert fates(tracker.import_(db, lines)) == {"same": 3}


def test_what_has_no_field_is_counted_and_kept_on_request(db):
    """In the note, by the name of its column."""
    row = Row(2, a_row(), {"Mood": "grim"})
    assert tracker.import_(db, [row], dry_run=True).rest == {"Mood": 1}
    tracker.import_(db, [row], keep_rest=True)
    assert tracker.show(db, 1).claim.note == "Mood: grim"
    assert fates(tracker.import_(db, [row])) == {"same": 1}


def test_a_public_csv_read_again_keeps_the_notes(tmp_path, db):
    """What was withheld from a file was not emptied."""
    a_claim(db, note="for me")
    path = tmp_path / "claims.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        tracker.export(db, out)
    assert fates(imported(db, path)) == {"same": 1}
    assert tracker.show(db, 1).claim.note == "for me"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_that_a_spreadsheet_saved_is_read(tmp_path, db, encoding, delimiter):
    """Whatever the encoding and the delimiter; columns in any order, case and number."""
    cells = [["Text", "SPEAKER", "Unnamed", "source title", "Tags", "Mood"],
             ["Міст відкриють", "Ада Норт", "FALSE", "Нотатки з кордону", "дороги; міст", ""]]  # fmt: skip  # a table
    text = "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in cells)
    path = tmp_path / "saved.csv"
    path.write_bytes(text.encode(encoding))
    assert fates(imported(db, path)) == {"new": 1}
    claim = tracker.show(db, 1).claim
    assert (claim.text, claim.speaker, claim.source.title) == (
        "Міст відкриють",
        "Ада Норт",
        "Нотатки з кордону",
    )
    assert claim.tags == ("дороги", "міст")


def test_a_file_of_nothing_known_is_refused(tmp_path, db):
    """With what there is."""
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    with pytest.raises(UnreadableError, match="--format"):
        imported(db, tmp_path / "x.csv")


def test_a_workbook_goes_out_and_comes_in(tmp_path):
    """No text in it runs, and every date stays as it is."""
    with a_database(tmp_path / "a.db") as there, a_database(tmp_path / "b.db") as here:
        everything(there)
        tracker.alias_speaker(there, "Ada North", ["=Ада"])
        tracker.add_speaker(there, "Cy West")
        publication = Publication(private=True)
        tracker.publish_whole(there, tmp_path / "a.xlsx", file_format="xlsx", publication=publication)
        assert fates(imported(here, tmp_path / "a.xlsx")) == {"new": 4}
        before, after = (list(map(record, tracker.list_claims(db).claims)) for db in (there, here))
        assert after == before
        assert known(here) == known(there)


def known(db):
    """Who is known, by which names."""
    return [(one.name, one.aliases) for one in tracker.list_speakers(db)]


def test_csv_for_excel_is_marked_and_read_back(tmp_path, db):
    """With semicolons, where the locale has decimal commas."""
    with (
        a_database(tmp_path / "a.db") as there,
        (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as out,
    ):
        everything(there)
        tracker.export(there, out, excel=True, semicolons=True)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid;uid;")
    assert fates(imported(db, tmp_path / "a.csv")) == {"new": 4}


def test_many_rows_leave_the_file_as_one_by_one(tmp_path, db):
    """Indexes and full text, which are made anew at the end of a big import, are all there, and find everything."""
    lines = rows(
        *(a_row(f"The bridge number {number} will open", origin=f"x {number}") for number in range(1_200))
    )
    told = []
    assert fates(tracker.import_(db, lines, expected=len(lines), progress=told.append)) == {"new": 1_200}
    assert told[-1] == 1_200
    assert tracker.search(db, "1199").total == 1
    assert tracker.examine_database(db).faults == ()
    with a_database(tmp_path / "other.db") as other:
        a_claim(other)
        schemas = [sorted(names_in(one)) for one in (db, other)]
    assert schemas[0] == schemas[1]


def names_in(db):
    """The names of all tables, indexes and triggers."""
    with plain_sqlite(db) as shell:
        return [row[0] for row in shell.execute("SELECT name FROM sqlite_schema")]


def test_claims_that_contradict_each_other_are_kept_with_the_older_one(db):
    """Whichever has the smaller id, so that the log replayed gives the records."""
    older, newer = UID, f"{UID[:-1]}W"
    told = rows(
        a_row("The canal is dredged", uid=newer, id=1), a_row("It is not", uid=older, id=2, contradicts=[1])
    )
    tracker.import_(db, told)
    assert tracker.show(db, 1).claim.contradicts == (2,)
    assert tracker.examine_database(db).faults == ()
