"""What scripts expect: `--json` on every command, and `--fields` where there are many claims."""

from __future__ import annotations

import shutil

import pytest

from claimtrack.cli import app
from claimtrack.cli.typer_internals import command_names
from claimtrack.exchange.columns import JSON_COLUMNS
from tests.cli.running import ENDLESS

pytestmark = pytest.mark.usefixtures("record", "article")
# In the place of examples that need another folder, or a person.
LINES = {
    "sources add": 'sources add "The Kursk map"',
    "sources verify": "sources verify --all",
    "sources merge": "sources merge 2 1",
    "extract": "extract lake.txt --published 2025-02-05",
    "review": "review 3 --accept 1",
    "speakers merge": 'speakers merge "Bo South" "Ada North"',
    "add": "add x -s Okafor",
    "speakers add": "speakers add Okafor",
    "speakers rename": 'speakers rename "Bo South" "Bo East"',
    "resolve": "resolve 1 missed",
    "move": "move 3 --due 2025-06-30",
    "repeat": 'repeat 3 -S "Another paper"',
    "unresolve": "unresolve 2",
    "export": "export",
    "import": "import --formats",
    "merge": "merge bo.db",
    "delete": "delete 3 --yes",
    "doctor": "doctor",
    "undo": "undo --yes",
}


def example(run, command):
    """A line of the command that does something: the first example of its help, where that can be run here."""
    line = LINES.get(command) or run(f"{command} --help").lines[-2].split("claimtrack ", 1)[1]
    return line.split("  (")[0]


@pytest.mark.parametrize("command", [name for name in command_names(app) if name not in ENDLESS])
def test_every_command_prints_json(run, folder, command):
    """One JSON value and nothing else on standard output; a command that is new is asked by itself."""
    shutil.copy(folder / "lake.txt", folder / "article.html")
    if command == "merge":
        shutil.copy(folder / "claims.db", folder / "bo.db")
    if command in ("review", "sources verify"):
        run("extract lake.txt --published 2025-02-05")
    done = run(f"{example(run, command)} --json")
    assert done.status == 0, done.err
    assert isinstance(done.json, (dict, list))


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("add x -s Okafor", {"text": "x", "id": 8}),
        ("edit 3 --role spokesman", {"role": "spokesman"}),
        ("resolve 1 missed", {"outcome": "failed"}),
        ("unresolve 2", {"status": "unresolved"}),
        ("evidence 2 https://example.org/new", {"status": "resolved"}),
        ("repeat 3 --said 2025-01-11", {"id": 3}),
        ("move 3 --due 2025-06-30", {"replaces": 3}),
        ("delete 3 --yes", {"id": 3}),
        ("show 2", {"id": 2}),
    ],
)
def test_a_command_gives_the_record_as_it_is_afterwards(run, line, facts):
    """Every name of the record, in order; a list where the command takes many claims."""
    done = run(f"{line} --json").json
    found = done[0] if isinstance(done, list) else done
    assert tuple(found) == JSON_COLUMNS
    assert {name: found[name] for name in facts} == facts
    assert isinstance(done, list) is (line.split()[0] in ("edit", "resolve", "unresolve", "delete"))


def test_json_may_stand_before_the_command(run):
    """Like --db, which is the whole program's too."""
    assert run("--json show 2").json == run("show 2 --json").json
    assert run("speakers --json show putin").json == run("speakers show putin --json").json


def test_the_overview_is_one_object(run, record):
    """With the file, and the claims as they are listed."""
    whole = run("--json").json
    assert whole["file"] == str(record.resolve())
    assert (whole["claims"], whole["unresolved"], len(whole["last_added"])) == (7, 5, 5)
    assert [claim["id"] for claim in whole["fell_due"]] == [1]


def test_undo_gives_the_step_and_the_claims_as_they_are_again(run):
    """What it took back, and what that left."""
    run("edit 3 --role spokesman")
    done = run("undo --yes --json").json
    assert done["step"]["verb"] == "edit"
    assert [(claim["id"], claim["role"]) for claim in done["claims"]] == [(3, None)]
    run("add x -s Okafor")
    assert run("undo --yes --json").json["claims"] == []


def test_what_is_wiped_is_not_printed_again(run):
    """Deleting for ever gives the uids alone."""
    done = run("delete 3 --forever --yes --json")
    assert [list(one) for one in done.json] == [["uid"]]
    assert "Переговори" not in done.out


def test_history_gives_each_step_with_its_changes(run):
    """Newest first, as many as were asked for."""
    newest, before = run("history --limit 2 --json").json
    assert (newest["verb"], newest["seq"] - before["seq"]) == ("resolve", 1)
    assert newest["changes"][0]["label"] == "verdict on claim 5"


def test_speakers_and_sources_give_their_facts(run):
    """All of them as a list, one of them with its claims."""
    assert {speaker["name"] for speaker in run("speakers --json").json} >= {"Ada North", "Bo South"}
    assert run("speakers alias 'Vladimir Putin' Путін --json").json["aliases"] == ["Путін"]
    shown = run("speakers show putin --json").json
    assert (shown["speaker"]["claims"], [claim["id"] for claim in shown["claims"]]) == (2, [2, 1])
    assert run("sources edit 1 --publisher Telegraf --json").json["publisher"] == "Telegraf"
    whole = run("sources show 2 --json").json
    assert (whole["source"]["title"], whole["text"], len(whole["claims"])) == ("Notes", None, 1)


def test_doctor_says_what_it_found_as_json(run):
    """With its exit status all the same."""
    assert run("doctor --json").json["faults"] == []
    found = run("doctor --head 0000 --json")
    assert (found.status, len(found.json["faults"])) == (3, 1)


def test_several_claims_are_shown_as_a_list(run):
    """One alone as an object; from standard input always as a list, however many there are."""
    assert [claim["id"] for claim in run("show 2 3 --json").json] == [2, 3]
    assert [claim["id"] for claim in run("show 5-7,2 --json").json] == [5, 6, 7, 2]
    assert [claim["id"] for claim in run("show - --json", typed="2\n").json] == [2]
    assert run("show 2 --json").json["id"] == 2
    assert run("show 2 3").out.count("verdict  ") == 1


FIELDS = "id,speaker,due"


def test_fields_are_chosen_for_a_list(run):
    """As text a column for each, in that order; a hyphen in a pipe for what is not known."""
    assert run("list --fields id,due,speaker --sort added --limit 3").lines == [
        "7  2025-02-08  Bo South",
        "6  -           Ada North",
        "5  2024-12-20  Ada North",
    ]
    assert run(f"list --fields {FIELDS} --json --tag budget").json == [
        {"id": 7, "speaker": "Bo South", "due": "2025-02-08"}
    ]
    assert run("list --fields source,tags,probability --speaker Станіслав").lines == [
        "The Kursk card  -  0.7"
    ]
    assert run(f"search bridge --fields {FIELDS}").lines == ["7  Bo South  2025-02-08"]


def test_fields_are_chosen_for_an_export(run):
    """In CSV a source is six columns, in JSON an object; each column of it has a name as well."""
    assert run(f"export --fields {FIELDS} --tag budget").out == f"{FIELDS}\n7,Bo South,2025-02-08\n"
    assert run(f"export --fields {FIELDS} --tag budget --format jsonl").json["due"] == "2025-02-08"
    assert run("export --fields source --tag budget").lines[0].startswith("source_id,source_title,")
    (only,) = run("export --fields source,source_url --format json --speaker ada --kind statement").json
    assert only["source"]["url"] == only["source_url"] == "https://example.org/notes"
    assert run(f"export --json --fields {FIELDS}").json == run(f"list --json --fields {FIELDS}").json


def test_a_formula_stays_guarded_among_chosen_fields(run):
    """As in the whole record."""
    run("add '=1+1' -s Okafor")
    assert run("export --fields text --search 1").lines == ["text", "'=1+1"]
    assert run("export --fields text --search 1 --raw").lines == ["text", "=1+1"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("list --fields id,speakr", "no field 'speakr'; did you mean speaker?"),
        ("list --fields ''", "--fields needs names of the record"),
        ("list --fields xyzzy", "no field 'xyzzy'; there are id, uid"),
        ("list --fields id --ids", "leave out --ids or --fields"),
        ("export --fields sayd", "did you mean said?"),
        ("export --fields id --format ics", "The format ics has no single fields"),
        ("export --json --format csv", "leave out --format"),
        ("stats --json --csv", "either JSON or CSV"),
    ],
)
def test_fields_and_forms_that_can_not_be_are_refused(run, line, words):
    """With what there is instead."""
    done = run(line)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


@pytest.mark.parametrize("line", ["list --ids", "search kursk --ids", "due --ids"])
def test_ids_as_json_are_a_list(run, line):
    """The same that stand one a line."""
    assert run(f"{line} --json").json == run(line).ids != []
