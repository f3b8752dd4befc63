"""JSON-LD: where in a document or a page the reviews of claims are, and what their nodes mean by one another."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from claimtrack.errors import UnreadableError
from claimtrack.exchange.foreign.documents import read_json
from claimtrack.exchange.foreign.raw import Raw
from claimtrack.exchange.incoming import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

REVIEW = "ClaimReview"
# What pages put around the JSON of a script, so that old browsers do not show it.
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|"
                      r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$|;\s*$")  # fmt: skip  # both ends
_DEEPEST = 100


class _Scripts(HTMLParser):
    """Collects the scripts of a page that hold JSON-LD, with the line of each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("type") or ""
        self._inside = tag == "script" and "ld+json" in kind.casefold()
        if self._inside:
            self.found.append((self.getpos()[0], ""))

    def handle_data(self, data: str) -> None:
        if self._inside:
            line, text = self.found[-1]
            self.found[-1] = (line, text + data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"


def of_page(page: str) -> Iterator[Raw]:
    """The reviews in the scripts of a page; a script that is no JSON is a fault."""
    parser = _Scripts()
    parser.feed(page)
    parser.close()
    for line, script in parser.found:
        words = _unwrapped(script)
        if not words:
            continue
        try:
            document = read_json(words)
        except UnreadableError as error:
            if REVIEW in words:
                yield Raw(
                    line,
                    {},
                    Fault("", f"a script of JSON-LD can't be read: {_lower(str(error).rstrip('.'))}"),
                )
            continue
        for raw in of_document(document):
            yield raw._replace(line=line)


def _unwrapped(script: str) -> str:
    before, words = "", script.strip()
    while words != before:
        before, words = words, _WRAPPED.sub("", words).strip()
    return re.sub(r",(\s*[}\]])", r"\1", words)


def of_document(document: Any) -> Iterator[Raw]:
    """The reviews in a document: itself, in a list, in a graph or in a feed; references are followed."""
    nodes = dict(_identified(document, 0))
    for number, review in enumerate(_reviews(document, 0), 1):
        yield Raw(number, _whole(review, nodes, 0))


def is_of(node: Any, kind: str) -> bool:
    """Whether a node says that it is of this type, by whatever spelling."""
    said = node.get("@type") or node.get("type") if isinstance(node, dict) else None
    kinds = said if isinstance(said, list) else [said]
    return any(re.split(r"[/#:]", str(one))[-1] == kind for one in kinds)


def _reviews(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if is_of(value, REVIEW):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _reviews(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _reviews(one, depth + 1)


def _identified(value: Any, depth: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The nodes that others may refer to by their id."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if len(value) > 1 and isinstance(value.get("@id"), str):
            yield value["@id"], value
        for one in value.values():
            yield from _identified(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _identified(one, depth + 1)


def _whole(value: Any, nodes: dict[str, dict[str, Any]], depth: int) -> Any:
    """`value` with the nodes in it that are only referred to."""
    if isinstance(value, dict):
        if set(value) == {"@id"} and depth < 8:  # noqa: PLR2004 - nodes may refer to one another in a ring
            return (
                _whole(nodes.get(value["@id"], value), nodes, depth + 1) if value["@id"] in nodes else value
            )
        return (
            {key: _whole(one, nodes, depth + 1) for key, one in value.items()} if depth < _DEEPEST else value
        )
    if isinstance(value, list):
        return [_whole(one, nodes, depth + 1) for one in value]
    return value


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
