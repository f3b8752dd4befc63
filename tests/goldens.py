"""Whole outputs as they were read and found good, under tests/golden and in the pages of the documentation.

`RENEW_GOLDEN=1 python -m pytest tests/cli/test_golden.py` writes those of that file again; read the difference as a
person at the terminal would before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def found_good(name, shown):
    """What the file of that name holds; where goldens are renewed it gets what is `shown` first."""
    path = GOLDEN / name
    if os.environ.get("RENEW_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    return path.read_text(encoding="utf-8")
