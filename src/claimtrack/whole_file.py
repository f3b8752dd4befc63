"""Files that appear whole or not at all, and for their owner's eyes, whatever happens while they are written.

Each is made in a room beside its place, flushed to the disk and renamed. A room is locked for as long as its program
lives, so that what a killed one left is known, and swept by the next that makes a room there.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import UnusableError, why

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIVATE = 0o600
_OURS = ".claimtrack-"  # how the names of rooms begin
_EARLIER = "earlier"  # in a room: the folder whose place is being taken


@contextmanager
def taking_the_place_of(path: Path, *, at_most: int = PRIVATE) -> Iterator[Path]:
    """Where to make the file or folder that takes the place of `path` once it is whole; what a link points at, of one.

    It keeps the mode of what it replaces; a new one is open to its owner alone, and no more than `at_most`.

    Raises:
        UnusableError: where it can't be written.
    """
    try:
        with room(path.resolve().parent) as beside:
            new = beside / "new"
            yield new
            put(new, path.resolve(), at_most=at_most)
    except OSError as error:
        raise UnusableError(f"{path} can't be written: {why(error)}.") from error


@contextmanager
def room(folder: Path | None = None) -> Iterator[Path]:
    """A folder within `folder`, else among the system's temporary files, for nobody else, that goes in the end."""
    folder = folder or Path(tempfile.gettempdir())
    _sweep(folder)
    made, lock = _made(folder)
    try:
        yield made
    finally:
        _clear(made)
        if lock is not None:
            os.close(lock)


def put(new: Path, path: Path, *, at_most: int = PRIVATE) -> None:
    """Puts what was made in a room in its place, with all of it on the disk first.

    Raises:
        OSError: where that can't be done; then what was there is there.
    """
    there = path.stat() if path.exists() else None
    mode = stat.S_IMODE(there.st_mode) if there else PRIVATE & at_most
    whole = new.is_dir()
    for one in (new, *new.rglob("*")):
        _sync(one)
        if there:
            with suppress(OSError, AttributeError):  # a group that one is not in; a system without groups
                os.chown(one, -1, there.st_gid)
        one.chmod(_mode_within(one, mode) if whole else mode)
    if whole and path.is_dir():
        earlier = new.with_name(_EARLIER)
        earlier.mkdir()
        path.replace(earlier / path.name)
    new.replace(path)
    _sync(path.parent)


def _mode_within(one: Path, mode: int) -> int:
    """The mode of a folder or of a file in it: who may read may enter, and nothing can be run."""
    return mode | (mode & 0o444) >> 2 if one.is_dir() else mode & 0o666


def _sync(path: Path) -> None:
    """Sees that what was written is on the disk; not every system can say so of a folder."""
    with suppress(*([OSError] if path.is_dir() else [])):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _made(folder: Path) -> tuple[Path, int | None]:
    """A new room, and what keeps it locked where rooms can be locked."""
    while True:
        made = Path(tempfile.mkdtemp(dir=folder, prefix=_OURS))
        try:
            made.chmod(0o700)  # whatever the umask
            lock = _locked(made)
        except (BlockingIOError, FileNotFoundError):  # it is being swept, or was
            continue
        except OSError:  # a file system that knows no locks, on which nothing is swept
            return made, None
        if made.exists():
            return made, lock
        os.close(lock)


def _locked(made: Path) -> int:
    """The room, held until this program lets go of it or ends.

    Raises:
        BlockingIOError: where another program holds it.
        OSError: where it is no folder of ours, or can't be held.
    """
    if sys.platform == "win32":
        raise OSError
    opened = os.open(made, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if os.fstat(opened).st_uid != os.geteuid():
            raise PermissionError
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        raise
    return opened


def _sweep(folder: Path) -> None:
    """Takes away what programs that were killed left in the folder."""
    for left in folder.glob(f"{_OURS}*"):
        with suppress(OSError):
            lock = _locked(left)
            _clear(left)
            os.close(lock)


def _clear(made: Path) -> None:
    """Takes a room away; a folder whose place was not taken after all goes back to it."""
    for earlier in (made / _EARLIER).glob("*"):
        if not (place := made.parent / earlier.name).exists():
            earlier.replace(place)
    shutil.rmtree(made, ignore_errors=True)
