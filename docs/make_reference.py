"""Writes docs/commands.md: the help of every command, as the program prints it."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

from claimtrack.cli import FAMILIES, main

BELOW = {"speakers": ("show", "alias", "rename", "merge"), "sources": ("add", "show", "edit")}
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
    for family, commands in FAMILIES.items():
        page += f"\n## {family}\n"
        for command in commands:
            page += _section("###", (command,))
            page += "".join(_section("####", (command, below)) for below in BELOW.get(command, ()))
    return page


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
