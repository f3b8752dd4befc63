"""Writes the table of formats in docs/maps.md: `python docs/make_formats.py docs/maps.md`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from claimtrack.exchange.foreign.files import known


def with_table(page: str) -> str:
    """The page with the table that the program would list."""
    rows = "".join(f"| `{one.name}` | {one.title} |\n" for one in known().values())
    table = f"| format | what it is |\n| --- | --- |\n{rows}"
    return re.sub(r"\| format \| what it is \|\n(?:\|.*\n)+", lambda _: table, page, count=1)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(with_table(target.read_text(encoding="utf-8")), encoding="utf-8")
