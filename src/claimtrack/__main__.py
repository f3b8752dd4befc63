"""The entry of the program."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress

from claimtrack.errors import INTERRUPTED, ClaimtrackError, why


def run() -> None:
    """Runs the command that the arguments name and ends the process with its exit status.

    Nothing here lives long enough for the garbage collector to pay, and leaving at once saves the clearing up:
    together 13 of 60 ms. The database is closed and what was printed is written by then.
    """
    gc.disable()
    _prepare_streams()
    os._exit(_status())


def _status() -> int:
    """Runs the command and writes out what it printed; its exit status, 1 where that could not be written.

    This is the one door out: however a command ends, its output waits in a buffer until here.
    """
    status = 0
    try:
        from claimtrack.cli import main  # noqa: PLC0415  # after the collector is off: it is the imports that gain

        status = main(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        pass  # a reader such as `head` has what it wanted
    except OSError as error:
        with suppress(OSError):
            sys.stderr.write(f"claimtrack: The result can't be written: {why(error)}.\n")
        status = status or ClaimtrackError.status
    with suppress(OSError):
        sys.stderr.flush()
    return status


def _prepare_streams() -> None:
    """Makes pipes UTF-8 whatever the locale, and puts nothing in the place of a stream that is closed.

    A terminal keeps its own encoding; what it can't show is a question mark.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # open to the end
        elif not isinstance(stream, io.TextIOWrapper):
            continue
        elif stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if name == "stderr" else "strict")


if __name__ == "__main__":
    run()
