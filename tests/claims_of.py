"""Claims of plainly invented people, for tests that need claims and no database."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from claimtrack.model import Claim, When, is_overdue

TODAY = date(2025, 6, 1)


def when(words: str) -> When:
    """A day `2025-01-07`, a month `2025-01`, a year `2025`, or a range of days with a slash."""
    if "/" in words:
        first, last = words.split("/")
        return When(date.fromisoformat(first), date.fromisoformat(last))
    match [int(part) for part in words.split("-")]:
        case [year, month, day]:
            return When.day(date(year, month, day))
        case [year, month]:
            return When.months(year, month)
        case [year]:
            return When.months(year, 1, 12)
    raise ValueError(words)


def claim(number: int, speaker: str = "Ada Quill", text: str = "The bridge opens", **fields: object) -> Claim:
    """Claim `number`, a prediction unless `kind` says otherwise; dates are given as words."""
    for name in ("said", "due", "happened"):
        if isinstance(words := fields.get(name), str):
            fields[name] = when(words)
    fields = {"kind": "prediction", "uid": f"uid-{number:04}"} | fields
    fields.setdefault("status", "resolved" if fields.get("outcome") else "unresolved")
    made = Claim(id=number, speaker=speaker, text=text, **fields)
    overdue = is_overdue(
        made.due, resolved=made.status == "resolved", replaced=made.replaced_by is not None, today=TODAY
    )
    return made._replace(overdue=overdue)


def chain(*members: Claim) -> list[Claim]:
    """`members`, oldest first, each replaced by the next, as the record of a moved claim has them."""
    dues = [member.due for member in members if member.due]
    slip = (dues[-1].last - dues[0].last).days if len(dues) > 1 else None
    linked = {member.id: member._replace(slip_days=slip) for member in members}
    for older, newer in pairwise(members):
        linked[older.id] = linked[older.id]._replace(replaced_by=newer.id, overdue=False)
        linked[newer.id] = linked[newer.id]._replace(replaces=older.id)
    return list(linked.values())


def several(first: int, count: int, **fields: object) -> list[Claim]:
    """`count` claims alike, numbered on from `first`."""
    return [claim(number, **fields) for number in range(first, first + count)]
