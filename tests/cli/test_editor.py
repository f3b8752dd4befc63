"""`edit` with no option: the claim in the person's own editor, which here is a small script."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from claimtrack.cli.editor import read, written

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture
def editor(folder, monkeypatch):
    """`editor("…")`: sets $EDITOR to a Python script that has the file's text as `text` and its opening as `turn`."""

    def install(script):
        path = folder / "editor.py"
        path.write_text(
            "import sys, pathlib\n"
            "file, seen = pathlib.Path(sys.argv[1]), pathlib.Path('seen')\n"
            "text = file.read_text(encoding='utf-8')\n"
            "before = seen.read_text(encoding='utf-8') if seen.exists() else ''\n"
            "seen.write_text(before + text + '====\\n', encoding='utf-8')\n"
            "turn = before.count('====') + 1\n"
            f"{script}\n"
            "file.write_text(text, encoding='utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{path}'")

    return install


@pytest.fixture
def seen(folder):
    """`seen()`: what the editor was given, an item each time it was opened."""
    return lambda: (folder / "seen").read_text(encoding="utf-8").split("====\n")[:-1]


def test_the_claim_stands_as_lines_with_the_names_of_the_record(terminal, editor, seen):
    """Long text is indented below its name, and help starts with a hash."""
    editor("")
    assert terminal("edit 4").status == 0
    (given,) = seen()
    lines = given.splitlines()
    assert "speaker: a senior official" in lines
    assert "unnamed: true" in lines
    assert lines[lines.index("quote:") + 1 :][:2] == ["    We will trade it,", "    land for land."]
    assert all(line.startswith("#") for line in lines[:3])


def test_what_is_changed_is_changed_and_nothing_else(terminal, editor, run):
    """A date in words, a tag put on and one taken off, a field emptied, a text of several lines."""
    editor(
        "text = text.replace('due: 2025-02-08', 'due: 20 March 2025')\n"
        "text = text.replace('tags: budget, kursk', 'tags: kursk, roads')\n"
        "text = text.replace('quote:', 'quote:\\n    It opens,\\n\\n    he said.')"
    )
    before = run("show 7 --json").json
    assert terminal("edit 7").status == 0
    after = run("show 7 --json").json
    changed = {name: after[name] for name in after if after[name] != before[name]}
    assert (changed["due"], changed["tags"]) == ("2025-03-20", ["kursk", "roads"])
    assert changed["quote"] == "It opens,\n\nhe said."
    assert set(changed) == {"due", "due_first", "due_last", "due_words", "tags", "quote", "updated_at"}


@pytest.mark.parametrize("script", ["", "text = ''", "text = '# nothing but help\\n'"])
def test_unchanged_or_empty_leaves_the_claim_as_it_was(terminal, editor, record, script):
    """Not even an entry in the log is written."""
    before = record.read_bytes()
    editor(script)
    assert terminal("edit 4").status == 0
    assert record.read_bytes() == before


def test_what_cannot_be_read_opens_again_with_the_reason_on_top_and_nothing_lost(terminal, editor, seen, run):
    """Until it can be read."""
    editor(
        "text = text.replace('due: 2025-02-08', 'due: 30 February').replace('role:', 'role: mayor') if turn == 1"
        " else text.replace('30 February', '2025-02-28')"
    )
    assert terminal("edit 7").status == 0
    _, again = seen()
    assert again.startswith('# "30 February" does not exist')
    assert "due: 30 February\n" in again
    assert "role: mayor\n" in again
    claim = run("show 7 --json").json
    assert (claim["due"], claim["role"]) == ("2025-02-28", "mayor")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("colour: red", "starts with no field"),
        ("no colon", "starts with no field"),
        ("unnamed: maybe", "true or false"),
    ],
)
def test_a_line_that_is_no_field_opens_it_again(terminal, editor, seen, line, reason):
    """With the names that there are; emptied the second time, nothing is changed."""
    editor(f"text = text + {line!r} + chr(10) if turn == 1 else ''")
    assert terminal("edit 7").status == 0
    assert reason in seen()[1].splitlines()[0]


def test_an_editor_that_fails_or_is_not_there_is_said(terminal, monkeypatch):
    """And nothing is changed."""
    monkeypatch.setenv("EDITOR", "false")
    done = terminal("edit 7")
    assert (done.status, "nothing was changed" in done.out) == (2, True)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert terminal("edit 7").status == 2


@pytest.mark.parametrize("turn", [1, 2])
def test_what_was_typed_is_kept_where_the_editor_fails(terminal, editor, run, turn):
    """The first time, or opened again; the file is named, and nothing is changed."""
    editor(
        "text = text.replace('due: 2025-02-08', 'due: nonsense').replace('role:\\n', 'role: mayor\\n')\n"
        f"turn == {turn} and (file.write_text(text), sys.exit(3))"
    )
    before = run("show 7 --json").json
    done = terminal("edit 7", columns=400)
    assert (done.status, "ended with status 3; nothing was changed" in done.out) == (2, True)
    kept = Path(re.search(r"What was typed is kept in (.*)\.\n", done.out)[1])
    assert "role: mayor\n" in kept.read_text(encoding="utf-8")
    shutil.rmtree(kept.parent)
    assert run("show 7 --json").json == before


def test_nothing_is_kept_where_nothing_was_typed(terminal, editor, folder, monkeypatch):
    """The folder of the file is gone."""
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    editor("sys.exit(3)")
    assert "What was typed" not in terminal("edit 7").out
    assert not list(folder.glob("claimtrack-*"))


def test_the_editor_takes_one_claim(terminal, editor):
    """Several are edited with options."""
    editor("")
    assert terminal("edit 1 2").status == 2


AWKWARD = [
    "two\nlines", "a blank\n\nline between", "  indented", "first\n    indented\n\ttabbed", "# no comment\n# at all",
    "name: value\nother: value", "a\u2028separator", "trailing \nspace", "word " * 40, "\u00a0hard space",
]  # fmt: skip  # a list of texts


@pytest.mark.parametrize("text", AWKWARD)
def test_lines_left_as_they_are_read_as_what_was_written(text):
    """Whatever the text holds, so that looking never counts as changing."""
    fields = {"text": text.strip(), "quote": text.strip(), "role": "mayor"}
    assert read(written(fields), list(fields)) == fields
