"""Writes docs/commands.md: the help of every command, as the program prints it."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

from claimtrack.cli import FAMILIES, app, main
from claimtrack.cli.typer_internals import command_names

START = """# Commands

Made from the program's own help by `make docs`; a test checks that it is up to date.
"""


def help_of(*words: str) -> str:
    """What `claimtrack WORDS --help` prints, 100 columns wide."""
    os.environ["COLUMNS"] = "100"
    printed = io.StringIO()
    with redirect_stdout(printed):
        main([*words, "--help"])
    return printed.getvalue().rstrip()


def _section(level: str, words: tuple[str, ...]) -> str:
    return f"\n{level} {' '.join(('claimtrack', *words))}\n\n```text\n{help_of(*words)}\n```\n"


def reference() -> str:
    """The whole page."""
    page = START + _section("##", ())
    names = [tuple(name.split()) for name in command_names(app)]
    for family, commands in FAMILIES.items():
        page += f"\n## {family}\n"
        for command in commands:
            named = [words for words in names if words[0] == command]
            page += "".join(_section("##" + "#" * len(words), words) for words in named)
    return page


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
