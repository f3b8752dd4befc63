"""Looking for faults in a file that may be too damaged to be looked through."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from claimtrack.errors import UnusableError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What cells that no program of ours wrote raise, wherever they are read.
_RAISED = (UnusableError, sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


def until_stopped(checks: Iterator[str], faults: list[str]) -> bool:
    """Takes in the faults that the checks find; whether damage stopped them before their end."""
    try:
        faults.extend(checks)
    except _RAISED as error:
        faults.append(f"The examination could not go on from there: {str(error).rstrip('.')}.")
        return True
    return False
