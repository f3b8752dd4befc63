"""Makes a large database of invented claims, the same each time: `make_large.py FILE --claims 100000`.

Rows go through the store's own steps, ten thousand claims in each, so that the log is whole and `doctor` finds
nothing wrong; the rules of the application above it (duplicates, nearest names) are not asked.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from claimtrack import tracker

if TYPE_CHECKING:
    from claimtrack.store.step import Step

ENTERED = datetime(2025, 2, 5, 12, tzinfo=UTC)
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
CLAIMS_A_STEP = 10_000

# invented people: a first and a last name in two scripts, the second an alias where both have one
FIRST_NAMES = (
    ("Ada", "Ада"), ("Bohdan", "Богдан"), ("Cleo", "Клео"), ("Danylo", "Данило"), ("Émile", "Еміль"), ("Fiona", ""),
    ("Hryhorii", "Григорій"), ("Ingrid", ""), ("Jun", ""), ("Kateryna", "Катерина"), ("Luis", ""), ("Maryna", "Марина"),
    ("Nils", ""), ("Oksana", "Оксана"), ("Petro", "Петро"), ("Rosa", "Роза"), ("Stepan", "Степан"), ("Taras", "Тарас"),
    ("Uma", ""), ("Vira", "Віра"),
)  # fmt: skip  # a list of names
LAST_NAMES = (
    ("North", "Норт"), ("O'Brien", ""), ("Kovalenko", "Коваленко"), ("Marsh", ""), ("Solovei", "Соловей"),
    ("Quill", ""), ("D'Ambre", "Д'Амбр"), ("Fenwick", ""), ("Zelenko", "Зеленко"), ("Harrow", ""),
)  # fmt: skip  # a list of names
WORK = (
    "the bridge",
    "the budget",
    "the ceasefire",
    "the harbour",
    "the new school",
    "the tax",
    "міст",
    "реформа",
)
END = (
    "will open before the winter", "is to be finished by then", "costs less than it did", "won't be signed",
    "has brought ten thousand jobs", "буде готовий до кінця року",
)  # fmt: skip  # a list of phrases
TAGS = (
    "budget",
    "front line",
    "energy",
    "war",
    "promises 2025",
    "transport",
    "courts",
    "вибори",
    "prices",
    "schools",
)
KINDS = ("statement", "prediction", "promise", "deadline")
OUTCOMES = ("held", "partly", "failed", "ambiguous", "void", "withdrawn", None)


def build(path: Path, *, claims: int, speakers: int, sources: int) -> None:
    """Writes a new database at `path`."""
    chance = Random(20250205)  # noqa: S311  # the same database each time, not a secret
    numbers = count()
    minutes = count()
    with tracker.open_database(
        path,
        today=date(2026, 1, 1),
        clock=lambda: ENTERED + timedelta(minutes=next(minutes)),
        entropy=lambda size: hashlib.sha256(str(next(numbers)).encode()).digest()[:size],
    ) as db:
        with db.step("import", create=True) as step:
            step.connection.execute("PRAGMA cache_size = -500000")  # the whole file in memory
            known = [_speaker(step, number) for number in range(speakers)]
            reports = [_source(step, number) for number in range(sources)]
        for some in range(0, claims, CLAIMS_A_STEP):
            with db.step("import") as step:
                for number in range(some, min(some + CLAIMS_A_STEP, claims)):
                    # a few speak often, most once or twice
                    speaker = known[int(len(known) * chance.random() ** 3)]
                    _claim(step, chance, number, speaker, chance.choice(reports))


def _speaker(step: Step, number: int) -> str:
    """A speaker, numbered after the first of the name, with an alias where the name has another script."""
    rest, which_first = divmod(number, len(FIRST_NAMES))
    namesake, which_last = divmod(rest, len(LAST_NAMES))
    names = zip(FIRST_NAMES[which_first], LAST_NAMES[which_last], strict=True)
    latin, cyrillic = (
        f"{first} {last} {namesake or ''}".rstrip() if first and last else "" for first, last in names
    )
    return step.create("speaker", {"name": latin} | ({f"alias:{cyrillic}": True} if cyrillic else {}))


def _source(step: Step, number: int) -> str:
    day = (FIRST_DAY + timedelta(days=number % DAYS)).isoformat()
    facts = {"title": f"Notes of {day}, no. {number}", "url": f"https://example.org/notes/{number}"}
    return step.create("source", {**facts, "publisher": "Example Notes", "published": [day, day, None]})


def _claim(step: Step, chance: Random, number: int, speaker: str, source: str) -> None:
    """A claim, two in three of them judged."""
    said = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    due = said + timedelta(days=chance.randrange(30, 900))
    uid = step.create(
        "claim",
        {
            "kind": KINDS[number % len(KINDS)], "speaker": speaker, "source": source,
            "text": f"{chance.choice(WORK)} {chance.choice(END)} ({number})",
            "said": [said.isoformat(), said.isoformat(), None], "due": [due.isoformat(), due.isoformat(), None],
            f"tag:{chance.choice(TAGS)}": True,
        },
    )  # fmt: skip  # a fact a field
    if number % 3:
        judged = (due + timedelta(days=10)).isoformat()
        step.create(
            "verdict", {"claim": uid, "act": "judge", "outcome": chance.choice(OUTCOMES), "judged": judged}
        )


def main() -> None:
    """Reads the command line and builds the file in place of what was there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--speakers", type=int, default=20_000)
    parser.add_argument("--sources", type=int, default=5_000)
    chosen = parser.parse_args()
    gc.disable()  # nothing built here is a cycle
    chosen.file.unlink(missing_ok=True)
    build(chosen.file, claims=chosen.claims, speakers=chosen.speakers, sources=chosen.sources)


if __name__ == "__main__":
    main()
