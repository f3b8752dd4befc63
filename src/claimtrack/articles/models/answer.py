"""What a model answered, as data from outside: read by its form, and by nothing that it says of itself."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from claimtrack.errors import RefusedError
from claimtrack.model.text import stored_line

# Of one part: what goes on beyond has lost its way.
MOST_CLAIMS = 100
_FENCED = re.compile(r"```[a-z]*\s*\n(.*?)```", re.DOTALL | re.IGNORECASE)
_THOUGHT = "</think>"  # what some models write before they answer ends with it
_LONGEST = 2_000  # characters of a field
_NOTHING = frozenset({"", "none", "null", "n/a", "unknown", "-"})


class UnusableAnswerError(RefusedError):
    """An answer that can't be read; its text ends the sentence `MODEL …`."""


class Said(NamedTuple):
    """One claim as a model gave it: words on one line each, empty where it gave none; nothing in it is proven."""

    passage: str
    text: str
    kind: str
    speaker: str
    unnamed: str
    via: str
    due: str
    said: str
    probability: str
    translation: str


class Told(NamedTuple):
    """The claims of one answer, and how many more there were than any part of an article holds."""

    claims: tuple[Said, ...]
    too_many: int


def read_answer(words: str) -> Told:
    """The claims that an answer holds, in its order.

    Raises:
        UnusableAnswerError: where it is no JSON, breaks off, or has another form.
    """
    found = _json(words)
    claims = found.get("claims") if isinstance(found, dict) else found
    if not isinstance(claims, list):
        raise UnusableAnswerError("answered in another form than it was asked for")
    read = [_said(claim) for claim in claims[:MOST_CLAIMS] if isinstance(claim, dict)]
    if claims and not read:
        raise UnusableAnswerError("answered in another form than it was asked for")
    return Told(tuple(read), max(len(claims) - MOST_CLAIMS, 0))


def _json(words: str) -> Any:
    """The JSON that stands in the words, alone, fenced, or with talk around it."""
    words = words.rpartition(_THOUGHT)[2]
    fenced = _FENCED.search(words)
    inside = fenced[1] if fenced else words
    begin = min((at for at in (inside.find("{"), inside.find("[")) if at >= 0), default=-1)
    if begin < 0:
        raise UnusableAnswerError("gave no JSON" if words.strip() else "gave an empty answer")
    try:
        found, _ = json.JSONDecoder().raw_decode(inside, begin)
    except json.JSONDecodeError as error:
        half = error.pos >= len(inside.rstrip()) or error.msg.startswith("Unterminated")
        raise UnusableAnswerError(
            "broke off in the middle" if half else "gave no JSON that can be read"
        ) from None
    except RecursionError:
        raise UnusableAnswerError("gave no JSON that can be read") from None
    return found


def _said(claim: dict[str, Any]) -> Said:
    return Said(*(_words(claim.get(name)) for name in Said._fields))


def _words(value: object) -> str:
    """A field on one line; empty where it holds nothing, or what is no word or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    words = stored_line(str(value)[:_LONGEST]) or ""
    return "" if words.casefold() in _NOTHING else words
