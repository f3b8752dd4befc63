"""Builds the sample database from the calls to the Python API that examples/kursk.jsonl lists.

The clock and the entropy are made up, so that the same calls always give the same records.
"""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack import tracker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KURSK = Path(__file__).with_name("kursk.jsonl")
# the sample is entered and judged on the day the article was published
ENTERED = datetime(2025, 2, 5, 12, tzinfo=UTC)
TODAY = date(2025, 2, 5)


def ticking(start: datetime) -> Callable[[], datetime]:
    """A clock that is a minute later each time it is looked at."""
    minutes = count()
    return lambda: start + timedelta(minutes=next(minutes))


def counted() -> Callable[[int], bytes]:
    """Bytes that look random and are always the same."""
    numbers: Iterator[int] = count()
    return lambda size: hashlib.sha256(str(next(numbers)).encode()).digest()[:size]


def build(path: Path, calls: Path = KURSK) -> None:
    """Writes a new database at `path` that holds what the calls record."""
    with tracker.open_database(path, today=TODAY, clock=ticking(ENTERED), entropy=counted()) as db:
        for line in calls.read_text(encoding="utf-8").splitlines():
            values = json.loads(line)
            getattr(tracker, values.pop("verb"))(db, **values)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    fresh = target.with_name(f".{target.name}.new")
    fresh.unlink(missing_ok=True)
    build(fresh)
    fresh.replace(target)
