"""The entry of the program."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Runs the command that the arguments name and ends the process with its exit status.

    Nothing here lives long enough for the garbage collector to pay, and leaving at once saves the clearing up:
    together 13 of 60 ms. The database is closed and both streams are flushed by then.
    """
    gc.disable()
    from claimtrack.cli import main  # noqa: PLC0415  # after the collector is off, since it is the imports that gain

    status = main(sys.argv[1:])
    os._exit(status)


if __name__ == "__main__":
    run()
