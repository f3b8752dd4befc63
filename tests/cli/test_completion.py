from __future__ import annotations

import os
import re
import shlex
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import typer
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.cli import app, completion, shells
from tests.builders import a_claim, a_database
from tests.cli.running import SOURCES


@pytest.fixture
def tab(run, monkeypatch):
    """`tab("claimtrack show 1")`: what a shell is told when tab is pressed at the end of that line."""

    def pressed(line, shell="fish"):
        monkeypatch.setenv("_CLAIMTRACK_COMPLETE", f"complete_{shell}")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        done = run("")
        assert done.err == ""
        return done

    return pressed


@pytest.fixture
def values(tab):
    """`values("claimtrack show 1")`: the candidates alone."""
    return lambda line, shell="fish": [shown.partition("\t")[0] for shown in tab(line, shell).lines]


def test_commands_come_with_what_they_do(tab):
    """Those that begin as typed, with the first words of their help."""
    assert tab("claimtrack hist").lines == ["history\tShow every change, newest first."]


def test_commands_below_a_command_are_offered(values):
    """For speakers and sources."""
    assert values("claimtrack speakers ") == ["show", "add", "alias", "rename", "merge"]
    assert values("claimtrack sources s") == ["show"]


def test_options_are_offered_once_a_dash_is_typed(values):
    """Long and short ones, and not again what was given."""
    assert "--overdue" in values("claimtrack list -")
    assert values("claimtrack list --ov") == ["--overdue"]
    assert values("claimtrack list --overdue --ov") == []


@pytest.mark.usefixtures("record")
def test_ids_come_newest_first_with_their_text(tab):
    """And `last` after them."""
    shown = tab("claimtrack show ").lines
    assert shown[0] == "7\tThe bridge opens"
    assert [line.partition("\t")[0] for line in shown] == ["7", "6", "5", "4", "3", "2", "1", "last"]


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "line",
    ["show 7", "unresolve 1 7", "evidence 7", "edit 7", "delete 7", "history 7", "add x --like 7",
     "add x --replaces 7", "add x --contradicts 7", "move 7", "repeat 7", "resolve 7"],
)  # fmt: skip  # a list of lines
def test_ids_are_offered_wherever_an_id_is_meant(values, line):
    """As an argument and as the value of an option."""
    assert values(f"claimtrack {line}") == ["7"]


@pytest.mark.usefixtures("record")
def test_ids_and_tags_may_be_joined_by_commas(values):
    """Only the last one is completed."""
    assert values("claimtrack delete 3,7") == ["3,7"]
    assert values("claimtrack list -t kursk,bu") == ["kursk,budget"]


@pytest.fixture
def many(folder):
    """A hundred and thirty claims."""
    with a_database(folder / "claims.db") as db, db.step("import", create=True) as step:
        speaker = step.create("speaker", {"name": "Ada North"})
        for number in range(130):
            claim = {
                "kind": "statement",
                "speaker": speaker,
                "text": f"Claim {number}",
                f"tag:budget {number:03}": True,
            }
            step.create("claim", claim)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(("line", "typed"), [("show ", ""), ("show 1", "1"), ("list -t budg", "budget ")])
def test_a_shell_that_completes_what_all_candidates_share_loses_none_that_is_left_out(values, line, typed):
    """Fifty are shown, and they share no more than all of them do."""
    offered = [value for value in values(f"claimtrack {line}") if value != "last"]
    assert len(offered) <= 50
    assert os.path.commonprefix(offered) == typed  # noqa: RUF071  # no paths


@pytest.fixture
def people(folder):
    """Speakers whose names need quoting or have two scripts."""
    with a_database(folder / "claims.db") as db:
        a_claim(db, speaker="Conan O'Brien")
        a_claim(db, speaker="Марія Приклад", text="Another")
        a_claim(db, speaker="Márta Example", text="A third")
        from claimtrack import tracker  # noqa: PLC0415  # the tests of what is loaded start without it

        tracker.alias_speaker(db, "Марія Приклад", ["Maria Pryklad"])


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("con", ["Conan O'Brien"]),
        ("Приклад", ["Марія Приклад"]),
        ("mart", ["Márta Example"]),
        ("pry", ["Maria Pryklad"]),
        ("", ["Conan O'Brien", "Márta Example", "Марія Приклад"]),
        ("nobody", []),
    ],
)
def test_speakers_are_found_by_name_alias_or_a_word_of_one(values, typed, offered):
    """In any script, whatever the case and accents; the whole name is put in."""
    for line in (
        "list -s ",
        "list --speaker ",
        "add x -s ",
        "speakers show ",
        "speakers merge 'Conan O’Brien' ",
    ):
        assert values(f"claimtrack {line}{typed}") == offered


@pytest.mark.usefixtures("people")
def test_an_alias_comes_with_the_name_it_stands_for(tab):
    """So that the person knows who is meant."""
    assert tab("claimtrack list -s Mari").lines == ["Maria Pryklad\tМарія Приклад"]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("line", "put_in"),
    [
        ("list -s Con", r"Conan\ O\'Brien"),
        ('list -s "Con', "Conan O'Brien"),
        ("list -s 'Con", r"Conan O'\''Brien"),
        ("list --speaker=Con", r"Conan\ O\'Brien"),
        ('list --speaker="Con', "Conan O'Brien"),
    ],
)
def test_bash_is_given_names_quoted_as_the_word_was_begun(tab, line, put_in):
    """Readline replaces only what follows the quotation mark or the equals sign."""
    assert tab(f"claimtrack {line}", "bash").lines == [put_in]


@pytest.mark.usefixtures("people")
def test_the_other_shells_are_given_the_whole_word_and_quote_it_themselves(values):
    """With the option where it is joined to it."""
    assert values("claimtrack list --speaker=Con", "zsh") == ["--speaker=Conan O'Brien"]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1), st.sampled_from(["", '"', "'"]))
@example("$(reboot) `x` \\ ! ~ * [a] 'b' \"c\"", "")
@example("$(reboot) `x` \\ ! ~ * [a] 'b' \"c\"", '"')
@settings(max_examples=100)
def test_what_bash_is_given_reads_as_the_value_and_nothing_else(value, quote):
    """Whatever the value holds, it stays one word, and no part of it is run."""
    (put_in,) = shells.for_bash([value], f"claimtrack list -s {quote}")
    if quote == '"':  # there bash takes \\$ and \\` for the character alone, and shlex does not
        put_in = re.sub(r"\\([\\\"$`])", lambda pair: pair[1] if pair[1] in "$`" else pair[0], put_in)
    assert shlex.split(f"{quote}{put_in}{quote}") == [value]


@pytest.mark.usefixtures("record")
def test_sources_are_offered_by_id_title_and_address(tab, values):
    """Ids first, since they are the shortest to type."""
    assert tab("claimtrack sources show ").lines == ["2\tNotes", "1\tThe Kursk card"]
    assert values("claimtrack add x -S kur") == ["The Kursk card"]
    assert values("claimtrack list -S https://ex") == ["https://example.org/notes"]
    assert values("claimtrack list -S https://ex", "bash") == ["//example.org/notes"]


@pytest.mark.usefixtures("record")
def test_outcomes_come_in_the_words_of_the_claims_kind(values):
    """A deadline is met, a promise kept; where the kind is not known, all words are offered."""
    assert values("claimtrack resolve 1 ")[:3] == ["met", "partly met", "missed"]
    assert values("claimtrack resolve 5 k") == ["kept"]
    assert {"met", "kept", "happened", "true", "void"} <= set(values("claimtrack resolve 99 "))
    assert values("claimtrack resolve last did") == ["did not happen"]
    assert values("claimtrack resolve last did ") == ["not happen"]
    assert values("claimtrack resolve 5-1 ") == []


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("list --kind p", ["prediction", "promise"]),
        ("list --status ", ["unresolved", "resolved"]),
        ("list --outcome kep", ["kept"]),
        ("list --evidence ", ["any", "for", "contrary", "none"]),
        ("list --sort sp", ["speaker"]),
        ("stats --sort brier", ["brier", "brier_skill"]),
        ("stats --by s", ["speaker", "source"]),
        ("export --format j", ["jsonl", "json"]),
        ("resolve 1 missed --evidence ", []),
        ("add x --quote ", []),
        ("list --due ", []),
    ],
)
def test_fixed_words_are_offered_where_there_is_a_choice(values, line, offered):
    """And nothing where words are free."""
    assert values(f"claimtrack {line}") == offered


@pytest.mark.parametrize("line", ["--db ", "list --db ", "list --db=cl", "export ", "export cl", "backup "])
def test_files_are_left_to_the_shell(tab, line):
    """Status 1 and no word tell it so."""
    done = tab(f"claimtrack {line}")
    assert (done.status, done.out) == (1, "")


@pytest.mark.parametrize("line", ["--db {} show ", "--db={} show ", "show --db {} ", "show --db '{}' "])
def test_the_database_that_the_line_names_is_the_one_looked_in(values, filled, monkeypatch, line):
    """Before the command or after it, and rather than the one in the environment."""
    monkeypatch.setenv("CLAIMTRACK_DB", "elsewhere.db")
    assert values("claimtrack show ") == []
    assert "7" in values(f"claimtrack {line.format(filled)}")


def test_the_environment_names_the_database(values, filled, monkeypatch):
    """As for any command; a variable or a tilde on the line is read as the shell reads it."""
    monkeypatch.setenv("CLAIMTRACK_DB", str(filled))
    assert "7" in values("claimtrack show ")
    monkeypatch.setenv("CLAIMTRACK_DB", "elsewhere.db")
    monkeypatch.setenv("HOME", str(filled.parent))
    assert "7" in values("claimtrack --db ~/claims.db show ")
    assert "7" in values("claimtrack --db $HOME/claims.db show ")


def test_no_database_means_no_candidates_and_none_is_made(values, folder):
    """Named or not."""
    assert values("claimtrack list -s ") == values("claimtrack --db nowhere.db list -s ") == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("held", [b"", b"no database at all " * 99, b"SQLite format 3\0" + bytes(4000)])
def test_a_file_that_is_no_database_gives_no_candidates(values, folder, held):
    """Empty, of another kind, or damaged; it stays as it is."""
    Path("claims.db").write_bytes(held)
    assert values("claimtrack list -s ") == []
    assert Path("claims.db").read_bytes() == held
    assert len(list(folder.iterdir())) == 1


def test_a_locked_database_gives_no_candidates_at_once(values, record):
    """Nobody waits for a key."""
    with closing(sqlite3.connect(record, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        assert values("claimtrack list -s ") == []
        assert time.monotonic() - begun < 5
    assert values("claimtrack list -s A") == ["Ada North"]


def test_what_a_killed_write_left_is_not_touched(values, record):
    """Rolling it back is writing, which is for a command to do."""
    journal = Path(f"{record}-journal")
    with closing(sqlite3.connect(record, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE large AS SELECT zeroblob(100000) AS b FROM claim")
        left = Path(record).read_bytes(), journal.read_bytes()
        writer.execute("ROLLBACK")
    Path(record).write_bytes(left[0])
    journal.write_bytes(left[1])
    assert values("claimtrack list -s ") == []
    assert (Path(record).read_bytes(), journal.read_bytes()) == left


def test_an_unreadable_line_gives_nothing(run, values, monkeypatch):
    """Neither a sentence nor a traceback."""
    assert values("claimtrack list --nonsense ") == values("claimtrack show 1 2 ") == []
    monkeypatch.setenv("CLAIMTRACK_TODAY", "some day")
    assert values("claimtrack show ") == []
    monkeypatch.setenv("COMP_WORDS", "claimtrack")
    monkeypatch.setenv("COMP_CWORD", "one")
    assert run("").out == ""


def test_an_option_that_acts_at_once_does_not_act_on_a_line_that_is_being_typed(values, tmp_path):
    """Nothing is installed, and no version is printed among the candidates."""
    assert values("claimtrack --version sh") == values("claimtrack --install-completion sh") == ["show"]
    assert values("claimtrack --show-completion sh") == ["show"]
    assert not (tmp_path / "home").exists()


def test_text_from_outside_can_not_steer_the_terminal(folder, tab):
    """No control character, and a text of many lines is one line."""
    with a_database(folder / "claims.db") as db:
        a_claim(db, "One\n\tline,\u202e then another; " + "long " * 40)
    (shown, last) = tab("claimtrack show ").lines
    assert shown == "1\tOne line, then another; long long long long long long long l"
    assert last.startswith("last\t")


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("words", "place", "offered"),
    [
        ("claimtrack sho", 1, "show"),
        ("claimtrack\nlist\n-s\nAda", 3, r"Ada\ North"),
        ("claimtrack show ", 2, "7"),
    ],
)
def test_words_and_their_place_are_taken_as_typer_has_them_for_bash(run, monkeypatch, words, place, offered):
    """So that a script made for typer's own completion works."""
    monkeypatch.setenv("_CLAIMTRACK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(place))
    assert run("").lines[0] == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_installed_once(tmp_path, shell):
    """A file of its own, and at most one line at the end of the shell's own file, whose lines stay."""
    home = tmp_path / "person"
    home.mkdir()
    for rc in (".bashrc", ".zshrc"):
        (home / rc).write_text("alias ll='ls -l'", encoding="utf-8")
    path = shells.install(shell, {"HOME": str(home)})
    first = {file: file.read_text(encoding="utf-8") for file in home.rglob("*") if file.is_file()}
    assert shells.install(shell, {"HOME": str(home)}) == path
    assert {file: file.read_text(encoding="utf-8") for file in home.rglob("*") if file.is_file()} == first
    assert first[path] == shells.SCRIPTS[shell]
    rc = {"bash": ".bashrc", "zsh": ".zshrc"}.get(shell, ".bashrc")
    assert first[home / rc].splitlines()[0] == "alias ll='ls -l'"
    assert len(first[home / rc].splitlines()) == (1 if shell == "fish" else 2)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_can_be_printed(run, monkeypatch, shell):
    """It evaluates nothing that the program answers, since texts come from outside."""
    monkeypatch.setenv("_CLAIMTRACK_COMPLETE", f"source_{shell}")
    done = run("")
    assert done.out == shells.SCRIPTS[shell]
    assert "eval" not in done.out


def test_the_current_shell_decides_what_is_shown_and_installed(run, monkeypatch):
    """Where it is none that can complete, a sentence says which can."""
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "fish")
    assert run("--show-completion").out == shells.SCRIPTS["fish"]
    assert "completions/claimtrack.fish" in run("--install-completion").out
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "tcsh")
    done = run("--show-completion")
    assert (done.status, done.err) == (
        2,
        "claimtrack: Completion is there for bash, zsh, fish, not for tcsh.\n",
    )


def test_every_value_that_is_completed_belongs_to_a_parameter():
    """A parameter that is renamed must be renamed in the table as well."""
    names = set()

    def collect(command):
        names.update({parameter.name for parameter in command.params})
        names.update({f"{command.name} {parameter.name}" for parameter in command.params})
        for below in getattr(command, "commands", {}).values():
            collect(below)

    commands = typer.main.get_command(app)
    for name in commands.list_commands(None):
        collect(commands.get_command(None, name))
    assert set(completion.VALUES) <= names


def test_completing_loads_nothing_heavy(record):
    """A person waits for the answer to a key."""
    code = (
        "import sys, claimtrack.cli as cli; cli.main([]);"
        "print({'rich', 'dateparser', 'sqlite_utils', 'lxml', 'icalendar'} & set(sys.modules), file=sys.stderr)"
    )
    asked = {"_CLAIMTRACK_COMPLETE": "complete_bash", "_TYPER_COMPLETE_ARGS": "claimtrack list -s Ada"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": SOURCES, "CLAIMTRACK_DB": str(record), **asked},
    )  # fmt: skip  # as short as the call
    assert (done.stdout, done.stderr) == ("Ada\\ North\n", "set()\n")
