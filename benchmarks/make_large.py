"""Makes a large database of invented claims, the same each time: `make_large.py FILE --claims 100000`.

Rows go through the store's own steps, ten thousand claims in each, so that the log is whole and `doctor` finds
nothing wrong; the rules of the application above it (duplicates, nearest names) are not asked. What is made has
everything that a claim can have, about as often as trackers have it.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from claimtrack import tracker
from claimtrack.store.schema import second_half

if TYPE_CHECKING:
    from claimtrack.store.step import Step

TODAY = date(2026, 1, 1)
ENTERED = datetime(2025, 9, 1, 12, tzinfo=UTC)
FIRST_DAY = date(2015, 1, 1)
DAYS = 3_890  # all of it is said and published before it is entered
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
    "the bridge", "the budget", "the ceasefire", "the harbour", "the new school", "the tax", "the railway",
    "the hospital", "міст", "реформа", "the power plant", "the inquiry",
)  # fmt: skip  # a list of phrases
END = (
    "will open before the winter", "is to be finished by then", "costs less than it did", "won't be signed",
    "has brought ten thousand jobs", "буде готовий до кінця року", "will not be delayed again",
)  # fmt: skip  # a list of phrases
TOWNS = tuple(
    f"{first}{last}"
    for first in ("North", "Old", "Green", "Stone", "River", "High", "Long", "White", "Fox", "Elm")
    for last in ("ford", "bridge", "wick", "haven", "field", "mouth", "ton", "stead", "wold", "mere")
)
# the first ones are on many claims, the last ones on few
TAGS = (
    "budget", "front line", "energy", "war", "promises 2025", "transport", "courts", "вибори", "prices", "schools",
    *(f"case {number}" for number in range(1, 200)),
)  # fmt: skip  # a list of names
ROLES = ("minister", "spokesperson", "mayor", "member of parliament", "head of the board", None, None, None)
RELAYS = ("an aide", "two officials", "a colleague")
KINDS = ("statement", "prediction", "promise", "deadline")
OUTCOMES = ("held", "held", "held", "partly", "failed", "failed", "ambiguous", "void", "withdrawn", None)


class Places(NamedTuple):
    """Who speaks in a database of some size, and where it is reported: uids, and the day of each source."""

    speakers: list[str]
    sources: list[tuple[str, date]]


def build(path: Path, *, claims: int, speakers: int | None = None, sources: int | None = None) -> None:
    """Writes a new database at `path`; one speaker to 50 claims and one source to 4 where they are not said."""
    chance = Random(20250205)  # noqa: S311  # the same database each time, not a secret
    numbers, steps = count(), count()
    with tracker.open_database(
        path,
        today=TODAY,
        clock=lambda: ENTERED + timedelta(days=next(steps)),
        entropy=lambda size: hashlib.sha256(str(next(numbers)).encode()).digest()[:size],
    ) as db:
        with db.step("import", create=True) as step:
            step.connection.execute("PRAGMA cache_size = -1000000")  # the whole file in memory
            second_half.set_aside(step.connection)
            places = Places(
                [_speaker(step, number) for number in range(speakers or max(20, claims // 50))],
                [_source(step, number) for number in range(sources or max(50, claims // 4))],
            )
        for some in range(0, claims, CLAIMS_A_STEP):
            with db.step("import") as step:
                _claims(step, chance, places, range(some, min(some + CLAIMS_A_STEP, claims)))
        with db.step("import") as step:
            second_half.put_back(step.connection)


def _speaker(step: Step, number: int) -> str:
    """A speaker, numbered after the first of the name, with an alias where the name has another script."""
    rest, which_first = divmod(number, len(FIRST_NAMES))
    namesake, which_last = divmod(rest, len(LAST_NAMES))
    names = zip(FIRST_NAMES[which_first], LAST_NAMES[which_last], strict=True)
    latin, cyrillic = (
        f"{first} {last} {namesake or ''}".rstrip() if first and last else "" for first, last in names
    )
    return step.create("speaker", {"name": latin} | ({f"alias:{cyrillic}": True} if cyrillic else {}))


def _source(step: Step, number: int) -> tuple[str, date]:
    day = FIRST_DAY + timedelta(days=number % DAYS)
    facts = {"title": f"Notes of {day}, no. {number}", "url": f"https://example.org/notes/{number}"}
    uid = step.create("source", {**facts, "publisher": "Example Notes", "published": _whole(day)})
    return uid, day


def _claims(step: Step, chance: Random, places: Places, numbers: range) -> None:
    """Claims, some of which move, contradict or repeat the one before them of the same speaker."""
    earlier: dict[str, str] = {}
    for number in numbers:
        # a few speak often, most once or twice
        speaker = places.speakers[int(len(places.speakers) * chance.random() ** 3)]
        fields, due = _fields(chance, number, chance.choice(places.sources))
        before = earlier.pop(speaker, None)
        if before and due and chance.random() < 0.2:  # noqa: PLR2004  # one in five
            fields["replaces"] = before
        named: dict[str, object] = {"speaker": speaker} if number % 50 else {"unnamed": "a senior official"}
        uid = step.create("claim", {**named, **fields})
        if before and "replaces" not in fields and chance.random() < 0.05:  # noqa: PLR2004  # one in twenty
            step.update("claim", before, {f"contradicts:{uid}": True})
        if number % 50 and not fields.get("via"):
            earlier[speaker] = uid
        if number % 40 == 1:
            step.create("appearance", {"claim": uid, "source": chance.choice(places.sources)[0]})
        if number % 60 == 1:
            step.create(
                "evidence", {"claim": uid, "url": f"https://example.org/found/{number}", "added": TODAY}
            )
        if due and due < TODAY and chance.random() < 0.6:  # noqa: PLR2004  # three in five
            earlier.pop(speaker, None)
            _verdict(step, chance, uid, due, number)


def _fields(chance: Random, number: int, source: tuple[str, date]) -> tuple[dict[str, object], date | None]:
    """What is said in one claim, and when it is due."""
    uid, published = source
    said = published - timedelta(days=chance.randrange(20))
    kind = KINDS[number % len(KINDS)]
    due = None if kind == "statement" and number % 8 else said + timedelta(days=chance.randrange(30, 1500))
    what = f"{chance.choice(WORK)} of {chance.choice(TOWNS)} {chance.choice(END)}"
    return {
        "kind": kind, "source": uid, "text": f"{what}, says note {number}",
        "said": _whole(said) if number % 5 else None,
        "due": (_whole(due) if number % 6 else _month(due)) if due else None,
        "quote": f"“As I told you before: {what}, and nobody should doubt it,” no. {number}." if number % 3 else None,
        "role": chance.choice(ROLES),
        "via": chance.choice(RELAYS) if number % 25 == 0 else None,
        "probability": round(chance.random(), 2) if kind == "prediction" and number % 3 == 0 else None,
        "note": "ask the ministry" if number % 70 == 0 else None,
        "criterion": "the statistics office publishes it" if number % 9 == 0 else None,
        **{f"tag:{TAGS[int(len(TAGS) * chance.random() ** 4)]}": True for _ in range(number % 3)},
    }, due  # fmt: skip  # a fact a field


def _verdict(step: Step, chance: Random, claim: str, due: date, number: int) -> None:
    """A verdict, most with evidence; what held came in time."""
    outcome = chance.choice(OUTCOMES)
    late = timedelta(days=chance.randrange(40))
    came = {
        "held": _whole(due - late),
        "failed": _whole(due + late + timedelta(days=1)) if number % 2 else None,
    }
    verdict = step.create(
        "verdict",
        {
            "claim": claim, "act": "judge", "outcome": outcome, "happened": came.get(outcome or ""),
            "judged": due + timedelta(days=50), "judge": "desk" if number % 3 else "readers",
            "reason": "as the papers had it" if number % 2 else None,
        },
    )  # fmt: skip  # a fact a field
    if number % 4:
        url = f"https://example.org/seen/{number}"
        step.create(
            "evidence", {"claim": claim, "verdict": verdict, "stance": "for", "url": url, "added": TODAY}
        )


def _whole(day: date) -> list[str | None]:
    """A day as the log has it."""
    return [day.isoformat(), day.isoformat(), None]


def _month(day: date) -> list[str | None]:
    """The month of a day as the log has it."""
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return [day.replace(day=1).isoformat(), last.isoformat(), None]


def main() -> None:
    """Reads the command line and builds the file in place of what was there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--speakers", type=int)
    parser.add_argument("--sources", type=int)
    chosen = parser.parse_args()
    gc.disable()  # nothing built here is a cycle
    chosen.file.unlink(missing_ok=True)
    build(chosen.file, claims=chosen.claims, speakers=chosen.speakers, sources=chosen.sources)


if __name__ == "__main__":
    main()
