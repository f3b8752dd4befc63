"""Datasette as a process of its own that shows a published database on this machine."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from typing import IO, TYPE_CHECKING

from claimtrack import tracker
from claimtrack.errors import RefusedError
from claimtrack.exchange.published import SITE
from claimtrack.model.report import Publication
from claimtrack.whole_file import room

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.cli.terminal import Terminal
    from claimtrack.model import Filters

HOST = "127.0.0.1"
BETWEEN_LOOKS = 1.0  # seconds
TO_START = 30.0  # seconds


def show(terminal: Terminal, which: Filters, *, port: int, opened: bool, watch: bool) -> None:
    """Shows the claims until it is interrupted; prints the address first.

    Raises:
        RefusedError: where the port is taken, or Datasette ends.
    """
    _is_free(port)
    with room() as folder:
        site = folder / "claims.db"
        seen = _publish(terminal, site, which)
        terminal.emit([f"http://{HOST}:{port}/"])
        sys.stdout.flush()
        with site.with_name("log").open("w+", encoding="utf-8") as log:
            server = _started(site, port, log)
            try:
                if opened and _answers(server, port):
                    _open(port)
                while server.poll() is None:
                    time.sleep(BETWEEN_LOOKS)
                    if watch and _changed(terminal) != seen:
                        seen = _publish(terminal, site, which)
            finally:
                server.terminate()
                server.wait()
            log.seek(0)
            said = log.read().strip().splitlines()
        raise RefusedError(f"Datasette ended: {said[-1] if said else f'exit status {server.returncode}'}.")


def _started(site: Path, port: int, log: IO[str]) -> subprocess.Popen[bytes]:
    """Datasette, which ends when this program is ended, however that is asked for."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return subprocess.Popen(  # noqa: S603  # our own words, and no shell
        [
            sys.executable, "-m", "datasette", "serve", str(site), "--metadata", str(site.with_name("metadata.yaml")),
            "--host", HOST, "--port", str(port),
        ],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
    )  # fmt: skip  # a command on few lines


def _is_free(port: int) -> None:
    """Raises RefusedError where another program listens on the port."""
    with closing(socket.socket()) as asked:
        if asked.connect_ex((HOST, port)) == 0:
            raise RefusedError(
                f"Another program uses port {port}; name another one, as in --port {port + 1}."
            )


def _publish(terminal: Terminal, site: Path, which: Filters) -> tuple[float, ...]:
    """Makes the database that is served, or takes the present record into it; when its original was changed."""
    changed = _changed(terminal)
    with terminal.database() as db:
        if site.exists():
            tracker.publish_into(db, site, which)
        else:
            tracker.publish_whole(db, site, which, file_format=SITE, publication=Publication())
    return changed


def _changed(terminal: Terminal) -> tuple[float, ...]:
    """When the file, and what SQLite may keep beside it, was last written to."""
    path, _ = tracker.locate(terminal.env, terminal.named)
    beside = (path, path.with_name(f"{path.name}-wal"))
    return tuple(file.stat().st_mtime if file.exists() else 0.0 for file in beside)


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server answers before long."""
    until = time.monotonic() + TO_START
    while server.poll() is None and time.monotonic() < until:
        with closing(socket.socket()) as asked:
            if asked.connect_ex((HOST, port)) == 0:
                return True
        time.sleep(0.1)
    return False


def _open(port: int) -> None:
    import webbrowser  # noqa: PLC0415  # only where it is asked for

    webbrowser.open(f"http://{HOST}:{port}/")
