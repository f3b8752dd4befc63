"""Paths as they are kept and shown: from the database on, and never with somebody's home folder in them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

TEXT = "The bridge will open by 7 June 2025, Peter Vale said.\n"


@pytest.fixture
def home(folder):
    """The user's home folder, with an article in it."""
    path = folder.parent / "home"
    (path / "articles").mkdir(parents=True)
    (path / "articles" / "vale.txt").write_text(TEXT)
    return path


def kept(path):
    """Where the article in the database was read from."""
    with closing(sqlite3.connect(path)) as shell:
        return shell.execute("SELECT read_from FROM article").fetchone()[0]


@pytest.mark.parametrize(
    ("db", "article", "seen"),
    [
        ("claims.db", "vale.txt", "vale.txt"),
        ("claims.db", "in/it/vale.txt", "in/it/vale.txt"),
        ("kept/claims.db", "vale.txt", "../vale.txt"),
        ("claims.db", "../home/articles/vale.txt", "vale.txt"),
        ("../home/claims.db", "../home/articles/vale.txt", "articles/vale.txt"),
        ("../home/claims/claims.db", "../home/articles/vale.txt", "../articles/vale.txt"),
    ],
)
def test_an_article_is_kept_with_its_path_from_the_database_on(run, home, db, article, seen):
    """Or with its name alone, where that path would lead into a home folder."""
    Path(article).parent.mkdir(parents=True, exist_ok=True)
    Path(article).write_text(TEXT)
    assert run(f"--db {db} extract {article} --published 2025-02-05").status == 0
    assert kept(db) == seen
    assert str(home) not in run(f"--db {db} history --json").out
    found = run(f"--db {db} sources verify 1")
    assert found.status == (3 if seen == "vale.txt" and "home" in article else 0)


@pytest.mark.parametrize(
    "line",
    ["", "history", "sources show 1", "undo --yes", "doctor", "backup '{}/claims.db'", "show '{}'", "list"],
)
def test_what_is_printed_has_the_home_folder_as_a_tilde(run, home, line):
    """Also where an older version kept the whole path."""
    db = home / "claims.db"
    run(f"--db {db} extract {home}/articles/vale.txt --published 2025-02-05")
    with closing(sqlite3.connect(db)) as shell, shell:
        body = json.loads(shell.execute("SELECT body FROM change").fetchone()[0])
        (article,) = [op for op in body["ops"] if op[1] == "article"]
        article[4]["read_from"] = f"{home}/articles/vale.txt"
        for trigger in shell.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            shell.execute(f"DROP TRIGGER {trigger[0]}")
        shell.execute("UPDATE change SET body = ?", (json.dumps(body),))
        shell.execute("UPDATE article SET read_from = ?", (article[4]["read_from"],))
    done = run(f"--db {db} {line.format(home)}")
    assert str(home) not in done.out + done.err
    assert Path.home() == home


def test_a_null_where_none_can_be_is_damage(run, record):
    """Whatever command meets it; the file was written to past its own rules."""
    with closing(sqlite3.connect(record)) as shell, shell:
        shell.execute("PRAGMA writable_schema = ON")
        loose = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'claim'"
        shell.execute(loose, ("text TEXT NOT NULL", "text TEXT         "))
    with closing(sqlite3.connect(record)) as shell, shell:
        rules = shell.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in rules:
            shell.execute(f"DROP TRIGGER {name}")
        shell.execute("UPDATE claim SET text = NULL WHERE id = 2")
        for _, rule in rules:
            shell.execute(rule)
        shell.execute("PRAGMA writable_schema = ON")
        shell.execute(loose, ("text TEXT         ", "text TEXT NOT NULL"))
    for line in (
        "list",
        "show 2",
        "timeline",
        "report page.html",
        "export",
        "export a.md",
        "edit 2 --tag late",
    ):
        done = run(line)
        assert (done.status, done.err.count("\n")) == (4, 1), line
        assert "damaged" in done.err
