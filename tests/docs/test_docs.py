"""What the documentation shows is what the program does."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.goldens import found_good
from tests.models import PLUGIN, Answers, a_claim, claims

ROOT = Path(__file__).parents[2]
# About examples/canal.txt: one that rules find too, one that they don't, one that nobody said.
CANAL = claims(
    a_claim(
        "The canal between Orlen and the coast will reopen to barges by 1 June", speaker="Ada North", kind="promise",
        due="by 1 June", said="on Monday",
    ),
    a_claim(
        "That date can't be kept", text="The date of 15 March for the first barge can't be kept",
        unnamed="A contractor",
    ),
    a_claim("The canal will never reopen", speaker="Tom Varga"),
)  # fmt: skip  # a claim a block


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder with the sample, an article and the installed command, as a reader of the README has them."""
    shutil.copy(ROOT / "claims.db", tmp_path)
    for name in ("canal.txt", "promises.csv", "promises.toml"):
        shutil.copy(ROOT / "examples" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMTRACK_DB", raising=False)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def session_of(text):
    """A page with each console block as this program answers it, in one shell from block to block."""
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    commands = [re.findall(r"^\$ (.*)$", block, re.MULTILINE) for block in blocks]
    script = "".join(
        f"printf '%s\\n' {_quoted(f'$ {command}')}\n{command} 2>&1\n"
        for block in commands
        for command in [*block, "echo ===="]
    )
    answer = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False).stdout
    answer = answer.replace(str(Path.cwd()), "/home/ada")
    answers = iter(answer.replace("$ echo ====\n", "").split("====\n"))
    return re.sub(r"```console\n(.*?)```", lambda _: f"```console\n{next(answers)}```", text, flags=re.DOTALL)


def _quoted(word):
    return "'" + word.replace("'", "'\\''") + "'"


@pytest.mark.usefixtures("workplace")
@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/backup.md",
        "docs/exchange.md",
        "docs/following.md",
        "docs/maps.md",
        "docs/merging.md",
        "docs/publishing.md",
        "docs/scripts.md",
    ],
)
def test_a_session_is_what_the_program_prints(name):
    """Every command of the page, run in order on a copy of the sample, prints what the page shows."""
    printed = session_of((ROOT / name).read_text(encoding="utf-8"))
    assert printed == found_good(ROOT / name, printed)


@pytest.mark.usefixtures("workplace")
def test_a_session_with_a_model_is_what_the_program_prints(tmp_path_factory, monkeypatch):
    """The page on models, with the model of the tests, a plugin that every command of the session finds installed."""
    pytest.importorskip("llm", reason="llm is not installed: pip install 'claimtrack[llm]'")
    Answers(tmp_path_factory.mktemp("answers"), monkeypatch).are(CANAL)
    monkeypatch.setenv("PYTHONPATH", str(PLUGIN))
    page = ROOT / "docs" / "models.md"
    printed = session_of(page.read_text(encoding="utf-8"))
    assert printed == found_good(page, printed)


def script(name):
    """A script of docs/, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_command_reference_is_the_help_of_every_command(monkeypatch):
    """docs/commands.md is what `make docs` would write."""
    monkeypatch.setenv("COLUMNS", "100")
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == script("make_reference").reference()


def test_the_example_of_the_python_page_runs(tmp_path, monkeypatch):
    """The code of docs/python.md runs on a new file, with its assertions."""
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(code, "docs/python.md", "exec"), {})  # noqa: S102  # our own page


def test_the_record_page_has_the_tables_of_the_program():
    """docs/record.md is what `make docs` would write."""
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert script("make_record").with_tables(page) == page


def test_the_page_of_maps_lists_every_format():
    """docs/maps.md is what `make docs` would write."""
    page = (ROOT / "docs" / "maps.md").read_text(encoding="utf-8")
    assert script("make_formats").with_table(page) == page


def test_the_query_for_sql_users_finds_claims_by_their_words(workplace):
    """As the plain sqlite3 module runs it, on the sample."""
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    with closing(sqlite3.connect(workplace / "claims.db")) as plain:
        found = plain.execute(query).fetchall()
    assert sorted(identity for identity, *_ in found) == [2, 3]


def test_the_record_page_names_every_column():
    """Those of JSON, whatever the form of the field."""
    from claimtrack.exchange.columns import JSON_COLUMNS  # noqa: PLC0415  # with the test it serves

    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    assert [name for name in JSON_COLUMNS if f"`{name}`" not in page] == []
