"""Candidates as rows of a table, for articles that are read by many machines: what `import` takes in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.articles.candidates import Candidate
    from claimtrack.articles.getting import Article

# Every column with its type, as Spark names it. Dates are in their ISO forms, since they may be vague.
COLUMNS = {
    "read_from": "string", "source_url": "string", "source_title": "string", "source_publisher": "string",
    "source_published": "string", "source_text": "string", "kind": "string", "speaker": "string",
    "unnamed": "boolean", "via": "string", "rung": "string", "text": "string", "quote": "string", "start": "int",
    "stop": "int", "said": "string", "due": "string", "due_words": "string", "was": "string",
    "probability": "double", "score": "double",
}  # fmt: skip  # a table
SCHEMA = ", ".join(f"{name} {form}" for name, form in COLUMNS.items())


def rows(
    article: Article, found: Iterable[Candidate], *, read_from: str | None = None
) -> list[dict[str, object]]:
    """A row for each candidate that was found in the article, with the article's text and facts in each.

    `read_from` is the file or address that the article was read from.
    """
    facts: dict[str, object] = {
        "read_from": read_from, "source_url": article.url, "source_title": article.title,
        "source_publisher": article.publisher, "source_published": _iso(article.published),
        "source_text": article.text,
    }  # fmt: skip  # a table
    return [facts | _row(one) for one in found]


def _row(one: Candidate) -> dict[str, object]:
    return {
        "kind": one.kind, "speaker": one.speaker, "unnamed": bool(one.speaker) and not one.named, "via": one.via,
        "rung": one.rung, "text": one.text, "quote": one.quote, "start": one.start, "stop": one.end,
        "said": _iso(one.said), "due": _iso(one.due), "due_words": one.due_words, "was": _iso(one.was),
        "probability": one.probability, "score": float(one.score),
    }  # fmt: skip  # a table


def _iso(when: object) -> str | None:
    return None if when is None else str(when)
