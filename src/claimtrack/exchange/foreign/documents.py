"""Documents of other programs: JSON, JSON Lines and YAML, whole or broken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.raw import Raw, walked
from claimtrack.exchange.incoming import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHOWN = 60
_MOST_MEMBERS = 10_000_000


def read_json(text: str) -> Any:
    """What a JSON document holds; line ends within strings are let through.

    Raises:
        UnreadableError: It is not JSON, or only the beginning of it.
    """
    try:
        return json.loads(text.removeprefix("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()):
            raise UnreadableError(
                f"The JSON breaks off in line {error.lineno}; get the whole file."
            ) from error
        raise UnreadableError(f"Line {error.lineno} is not JSON: {_fault(error)}.") from error
    except RecursionError as error:
        raise UnreadableError("The JSON is nested too deep to be read.") from error


def read_yaml(text: str) -> Any:
    """What a YAML document holds, every scalar as the text that stands there: no dates, and `no` is no false.

    Raises:
        UnreadableError: It is not YAML.
    """
    import yaml  # noqa: PLC0415 - only for a file that is YAML

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        document = yaml.load(text, loader)  # noqa: S506 - the loader of texts makes no objects
        endless = _members(document, {}) > _MOST_MEMBERS
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableError(f"Line {line} is not YAML: {error.problem}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableError(f"This is not YAML: {' '.join(str(error).split())}.") from error
    if endless:
        raise UnreadableError("The YAML repeats itself without end; it is no record of claims.")
    return document


def _members(value: Any, known: dict[int, int]) -> int:
    """How many values a document holds with all its references written out; one that holds itself has no end."""
    if not isinstance(value, (dict, list)):
        return 1
    if id(value) not in known:
        known[id(value)] = _MOST_MEMBERS + 1  # until it is known
        inside = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_members(one, known) for one in inside)
    return known[id(value)]


def read_json_lines(lines: Iterable[str]) -> Iterator[Raw]:
    """The object on each line; a line that holds none is a fault."""
    for number, line in enumerate(lines, 1):
        words = line.strip().removeprefix("\ufeff")
        if not words:
            continue
        try:
            value = json.loads(words, strict=False)
        except (ValueError, RecursionError) as error:
            why = _fault(error) if isinstance(error, json.JSONDecodeError) else "nested too deep"
            yield Raw(number, {}, Fault("", f"is not JSON: {why}"))
            continue
        yield _of_item(number, value)


def items(document: Any, path: str | None) -> Iterator[Raw]:
    """The objects of a document at `path`: a list, the values of a table, or a single object.

    Raises:
        UnreadableError: There is nothing at that path.
    """
    found = document if path is None else walked(document, path.split("."))
    if found is None:
        there = (
            f"; there are {', '.join(map(str, document))}" if isinstance(document, dict) and document else ""
        )
        raise UnreadableError(f"There is nothing at {path!r}{there}." if path else "There is nothing in it.")
    if isinstance(found, dict):
        keyed = path is not None and found and all(isinstance(value, dict) for value in found.values())
        found = [{"key": key, **value} for key, value in found.items()] if keyed else [found]
    if not isinstance(found, list):
        raise UnreadableError(
            f"At {path!r} is no list of objects." if path else "This is no list of objects."
        )
    for number, value in enumerate(found, 1):
        yield _of_item(number, value)


def _of_item(number: int, value: Any) -> Raw:
    if isinstance(value, dict):
        return Raw(number, value)
    return Raw(number, {}, Fault("", f"is no object but {str(value)[:_SHOWN]!r}"))


def _fault(error: json.JSONDecodeError) -> str:
    """What is wrong, as the end of a sentence."""
    message = error.msg.removesuffix(" starting at")
    return message[:1].lower() + message[1:]
