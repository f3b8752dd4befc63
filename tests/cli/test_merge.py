"""`merge`: two people's databases joined, as they see it."""

from __future__ import annotations

import shutil

import pytest

from claimtrack import tracker
from tests.builders import a_claim, a_database


@pytest.fixture
def ours(folder):
    """Ada's database, `claims.db`, and a copy that she gave to Bo, `bo.db`, with one claim."""
    with a_database(folder / "claims.db") as db:
        a_claim(db, due="2025-01-20", tags=["works"])
    shutil.copy(folder / "claims.db", folder / "bo.db")
    return folder


def judged(run, line, who, monkeypatch):
    """Runs a command as somebody."""
    monkeypatch.setenv("CLAIMTRACK_USER", who)
    done = run(line)
    assert done.status == 0, done.err
    monkeypatch.delenv("CLAIMTRACK_USER")


@pytest.mark.usefixtures("ours")
def test_what_is_new_in_another_file_comes_in_and_once(run):
    """Under the next ids, with the table of which became which; the second time there is nothing new."""
    run("add 'The road is paved' -s 'Cy Marsh'")
    for text in ("The canal is dredged", "The ferry runs"):
        run(f"--db bo.db add '{text}' -s 'Bo Lund'")
    done = run("merge bo.db")
    assert done.status == 0
    assert "claims  2-3 → 3-4" in done.out
    assert "claims.db.before-" in done.err
    assert (
        run("list --fields id,text --sort added --reverse")
        .out.splitlines()[-1]
        .startswith("4  The ferry runs")
    )
    assert run("doctor").status == 0
    again = run("merge bo.db")
    assert (again.status, again.out, again.err) == (0, "", "nothing new in bo.db\n")


@pytest.mark.usefixtures("ours")
def test_into_an_empty_file_ids_stay(run):
    """A gap in them too."""
    run("--db bo.db add 'The canal is dredged' -s 'Bo Lund'")
    run("--db bo.db delete 1 --yes")
    run("--db new.db merge bo.db")
    assert run("--db new.db list --ids").ids == [2]


@pytest.mark.usefixtures("ours")
def test_where_two_judges_differ_the_claim_is_disputed_until_somebody_settles_it(run, monkeypatch):
    """Both verdicts stay, the newer stands, and it is said how to go on."""
    judged(run, "resolve 1 failed", "ada", monkeypatch)
    judged(run, "--db bo.db resolve 1 held", "bo", monkeypatch)
    done = run("merge bo.db")
    assert "two judges differ on claim 1" in done.err
    assert run("list --disputed --ids").ids == [1]
    assert run("show 1 --json").json["disputed"] is True
    assert run("resolve 1 failed --overrule").status == 0
    assert run("list --disputed --ids").ids == []


@pytest.mark.usefixtures("ours")
def test_what_one_side_deleted_for_ever_does_not_come_back(run):
    """Whichever is taken into which."""
    run("delete 1 --forever --yes")
    run("--db bo.db edit 1 --role minister")
    for line in ("merge bo.db", "--db bo.db merge claims.db"):
        assert run(line).status == 0
    assert run("list --ids").ids == []
    assert run("--db bo.db list --ids").ids == []
    assert "will open" not in run("--db bo.db history").out


@pytest.mark.usefixtures("ours")
def test_evidence_tags_aliases_and_appearances_of_both_are_there(run):
    """Nothing that either collected is lost."""
    run("evidence 1 https://example.org/a")
    run("edit 1 --tag harbour")
    run("speakers alias 'Ada North' 'A. North'")
    for line in (
        "evidence 1 https://example.org/b", "repeat 1 -S 'Another paper' --said 2025-01-03", "edit 1 --untag works",
        "resolve 1 failed", "speakers alias 'Ada North' 'Ada of the North'",
    ):  # fmt: skip  # a list of commands
        assert run(f"--db bo.db {line}").status == 0, line
    assert run("merge bo.db").status == 0
    claim = run("show 1 --json").json
    assert claim["tags"] == ["harbour"]
    assert len(claim["appearances"]) == 1
    assert [one["url"] for one in claim["evidence"]] == ["https://example.org/b"]
    assert run("speakers --json").json[0]["aliases"] == ["A. North", "Ada of the North"]
    assert run("doctor").status == 0


@pytest.mark.usefixtures("ours")
def test_a_dry_run_tells_the_same_and_writes_nothing(folder, run):
    """Neither to the file nor beside it."""
    run("--db bo.db add 'The canal is dredged' -s 'Bo Lund'")
    before = (folder / "claims.db").read_bytes()
    done = run("merge bo.db --dry-run")
    assert "would take in 1 step of bo.db, 1 new claim; nothing was written" in done.err
    assert (folder / "claims.db").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["bo.db", "claims.db"]


@pytest.mark.usefixtures("ours")
def test_names_that_are_near_are_told_with_the_command_that_joins_them(run):
    """They are never joined by guessing."""
    run("add 'The road is paved' -s 'Bo Lund Jr'")
    run("--db bo.db add 'The canal is dredged' -s 'Bo Lund'")
    assert "claimtrack speakers merge 'Bo Lund' 'Bo Lund Jr'" in run("merge bo.db").out
    assert len(run("speakers --json").json) == 3


@pytest.mark.usefixtures("ours")
def test_a_merge_is_no_step_of_undo(run):
    """It is refused with what to do, and so it is right after."""
    run("--db bo.db add 'The canal is dredged' -s 'Bo Lund'")
    run("merge bo.db")
    done = run("undo --yes")
    assert done.status == 1
    assert "claims.db.before-" in done.err
    assert run("list --ids").ids == [2, 1]


@pytest.mark.parametrize(
    ("other", "status"), [("claims.db", 1), ("nowhere.db", 4), ("page.txt", 4), ("empty.db", 1), (".", 4)]
)
@pytest.mark.usefixtures("ours")
def test_what_can_not_be_taken_in_is_refused(folder, run, other, status):
    """The very same file, none, no database, one with nothing in it, a folder."""
    (folder / "page.txt").write_text("The bridge will open.")
    (folder / "empty.db").touch()
    done = run(f"merge {other}")
    assert done.status == status
    assert done.err.count("\n") == 1
    with a_database(folder / "claims.db") as db:
        assert tracker.list_claims(db).total == 1
