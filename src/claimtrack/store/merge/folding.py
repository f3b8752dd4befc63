"""What the changes of one thing come to, wherever they were made: the newest says what a field is.

Some fields hang together, and what two people change in them without knowing of each other may not be possible at once.
Each rule here is one of a set of changes, not of the order in which files are joined.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model import TIED_TO_DUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimtrack.store.entities import Fields

# Of a claim: what `due` has to agree with. Of a source: it has one of the two.
_AGREE = {"claim": ("kind", "said", "due"), "source": ("title", "url")}


class Operation(NamedTuple):
    """What one entry of the log did to one thing."""

    verb: str
    before: Fields | None
    after: Fields


def newest(operations: Iterable[Operation]) -> Fields:
    """The fields that are set, each as the newest operation has it."""
    held: Fields = {}
    for operation in operations:
        held |= operation.after
    return {name: value for name, value in held.items() if value is not None}


def settled(entity: str, operations: Sequence[Operation], *, happened: object = None) -> Fields:
    """The fields of a thing by all that people did to it, older operations first; those of a merge are none.

    `happened` is the first day on which it came about by the verdict that stands, where that is that it held.
    """
    by_people = [operation for operation in operations if operation.verb != "merge"]
    rule = _RULES.get(entity)
    held: Fields = {}
    for operation in by_people:
        held |= rule(held, operation) if rule else operation.after
    held |= _agreed(entity, by_people, held, happened)
    if entity == "evidence":
        held |= _joined(by_people)
    return {
        name: value for name, value in held.items() if value is not None and not name.startswith("quoted ")
    }


def _of_claim(held: Fields, operation: Operation) -> Fields:
    """A speaker and words for somebody unnamed exclude each other; offsets are those of one quotation."""
    after = dict(operation.after)
    if after.get("speaker"):
        after["unnamed"] = None
    elif after.get("unnamed"):
        after["speaker"] = None
    if "quote_spans" in after:
        after["quoted by spans"] = after.get("quote", held.get("quote"))
    quote = after.get("quote", held.get("quote"))
    if quote != after.get("quoted by spans", held.get("quoted by spans")):
        after["quote_spans"] = None
    return after


def _of_candidate(held: Fields, operation: Operation) -> Fields:
    """The answer and its claim are one; taking back one answer leaves another that came in the meantime."""
    after, before = dict(operation.after), operation.before or {}
    if "answer" not in after:
        return after
    after["claim"] = after.get("claim")
    if after["answer"] is None and any(held.get(name) != before.get(name) for name in ("answer", "claim")):
        del after["answer"], after["claim"]
    return after


_RULES: dict[str, Callable[[Fields, Operation], Fields]] = {"claim": _of_claim, "candidate": _of_candidate}


def _joined(operations: Iterable[Operation]) -> Fields:
    """The verdict that a piece of evidence was joined to last, of those from which it was not taken again."""
    stances: Fields = {}
    for operation in operations:
        if verdict := operation.after.get("verdict"):
            stances.pop(str(verdict), None)
            stances[str(verdict)] = operation.after.get("stance", "for")
        elif "verdict" in operation.after:
            stances.pop(str((operation.before or {}).get("verdict")), None)
    verdict = next(reversed(stances), None)
    return {"verdict": verdict, "stance": stances[verdict] if verdict else None}


def _agreed(entity: str, operations: Sequence[Operation], held: Fields, happened: object) -> Fields:
    """Those of the fields that have to agree which do: as few and as new changes as possible are left out."""
    names = _AGREE.get(entity, ())
    agrees = _sourced if entity == "source" else _in_order
    if not names or agrees(held, happened):
        return {}
    changes = [
        {name: operation.after[name] for name in names if name in operation.after} for operation in operations
    ]
    for kept in _fewer([change for change in changes if change]):
        fields: Fields = dict.fromkeys(names)
        for change in kept:
            fields |= change
        if agrees(fields, happened):
            return fields
    return {}


def _fewer(changes: Sequence[Fields]) -> Iterator[list[Fields]]:
    """The changes without one of them, the newest first, then without two, and so on; the first always stays."""
    places = range(len(changes) - 1, 0, -1)
    for many in range(1, len(changes)):
        for left_out in combinations(places, many):
            yield [change for place, change in enumerate(changes) if place not in left_out]


def _sourced(fields: Fields, _: object) -> bool:
    return bool(fields.get("title") or fields.get("url"))


def _in_order(fields: Fields, happened: object) -> bool:
    """Whether a deadline has a day, what is due was said before, and what held was in time."""
    said, due = fields.get("said"), fields.get("due")
    if not isinstance(due, list):
        return fields.get("kind") != "deadline"
    if isinstance(said, list) and due[1] < said[0]:
        return False
    return not (happened and fields.get("kind") in TIED_TO_DUE and str(happened) > due[1])
