"""Single values of foreign rows as the record has them: text, tags, addresses, evidence, probabilities."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.exchange.foreign.spec import FieldSpec

# What programs write for nothing at all.
NOTHING = frozenset(("", "None", "null", "NULL", "Null", "nan", "NaN", "undefined", "~"))
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)


class ValueFaultError(ValueError):
    """A value that its field can't hold; its text says why."""


def text_of(value: Any) -> str:
    """A value as text: a list by its parts, an object by its name; empty for nothing."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is not itself
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return "; ".join(filter(None, map(text_of, value)))
    if isinstance(value, dict):
        named = next((value[key] for key in ("name", "text", "title", "url") if value.get(key)), None)
        return text_of(named) if named is not None else json.dumps(value, ensure_ascii=False)
    words = str(value).strip()
    return "" if words in NOTHING else words


def plain_text(words: str) -> str:
    """Words of a page without its markup and entities."""
    return html.unescape(_MARKUP.sub("", words)).strip()


def compact(value: Any) -> str:
    """Any value on one line or as its own text, for what has no field."""
    if isinstance(value, (list, dict)) and not all(isinstance(one, str) for one in value):
        return json.dumps(value, ensure_ascii=False)
    return text_of(value)


def parts(values: Iterable[Any], spec: FieldSpec) -> list[Any]:
    """The members of a list: one of JSON, a text that is split, or a list of Python or JSON that is spelled out."""
    found: list[Any] = []
    for value in values:
        whole = _spelled_list(value) if isinstance(value, str) else value
        for one in whole if isinstance(whole, list) else [whole]:
            found.extend(_split(one, spec.split) if isinstance(one, str) else [one])
    return [one for one in found if (text_of(one) if not isinstance(one, dict) else one)]


def _split(words: str, mark: str | None) -> list[str]:
    """The parts between the marks; without a mark, addresses that stand one after another."""
    if mark is not None:
        return words.split(mark)
    return re.split(r"[\s,;|]+(?=https?://)", words) if words.startswith("http") else [words]


def _spelled_list(value: str) -> Any:
    """The list that a text such as `['a', "b's"]` spells; the text itself where it spells none."""
    words = value.strip()
    if not (words.startswith("[") and words.endswith("]")):
        return value
    import ast  # noqa: PLC0415 - few files spell lists

    for read in (json.loads, ast.literal_eval):
        try:
            found = read(words)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return found if isinstance(found, list) else value
    return value


def tags(words: Iterable[str]) -> list[str]:
    """Tags as the record holds them, without comma and semicolon, each once."""
    clean = (" ".join(re.sub("[,;]", " ", word).split()) for word in words)
    return list(dict.fromkeys(filter(None, clean)))


def address(words: str) -> str | None:
    """The web address that the words are, its spaces escaped; null where they are none."""
    whole = words.strip().replace(" ", "%20")
    return whole if _ADDRESS.fullmatch(whole) else None


def probability(value: Any, scale: float) -> float | None:
    """The probability from 0 to 1 that a value states, where `scale` stands for certainty; null for nothing.

    Raises:
        ValueFaultError: It is none.
    """
    words = text_of(value)
    if not words:
        return None
    percent = words.endswith("%")
    number = words.rstrip("% ").replace(",", ".") if re.fullmatch(r"[\d.,]+ ?%?", words) else words
    try:
        share = float(number) / (100 if percent else scale)
    except ValueError:
        raise ValueFaultError(f"{words[:60]!r} is no probability") from None
    if not 0 <= share <= 1:
        raise ValueFaultError(f"{words} is no probability from 0 to {'100%' if percent else f'{scale:g}'}")
    return round(share, 12)


def evidence(members: Iterable[Any], spec: FieldSpec) -> tuple[list[dict[str, Any]], list[str]]:
    """Pieces of evidence, and what of the members is none because it has no address."""
    pieces: dict[str, dict[str, Any]] = {}
    left: list[str] = []
    for member in members:
        values = member if isinstance(member, dict) else {}
        url = address(text_of(values.get(spec.url or "url")) if values else text_of(member))
        note = text_of(values.get(spec.note or "note")) or None
        if url is None:
            left.append(compact(member))
            continue
        pieces.setdefault(url, {"url": url, "archive_url": None, "quote": None, "stance": None, "note": note})
        used = (spec.url or "url", spec.note or "note")
        others = [
            f"{key} {words}" for key, value in values.items() if key not in used and (words := text_of(value))
        ]
        if others:
            left.append(f"{url} ({', '.join(others)})")
    return list(pieces.values()), left
