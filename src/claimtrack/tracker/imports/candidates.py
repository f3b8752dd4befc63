"""Candidates that were found elsewhere, taken in to wait for review: each is proven in the text that comes with it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from claimtrack.articles import THRESHOLD
from claimtrack.articles.candidates import Candidate
from claimtrack.articles.getting import Article
from claimtrack.articles.proving import find
from claimtrack.errors import ClaimtrackError, RefusedError, UnreadableError
from claimtrack.exchange import found_articles
from claimtrack.model import KINDS
from claimtrack.model.text import is_address, stored, stored_line
from claimtrack.store import candidates
from claimtrack.tracker.extract import keep
from claimtrack.tracker.imports import target, values
from claimtrack.tracker.review.about import news_of
from claimtrack.tracker.source_texts import keep_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from claimtrack.exchange.found_articles import FoundArticle
    from claimtrack.model import Source, When
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step

RUNGS = ("own", "subject", "carried", "self", "none")


class CandidatesTaken(NamedTuple):
    """How many articles were taken in, those in which candidates wait, with how many, and what was refused and why."""

    articles: int
    waiting: tuple[tuple[Source, int], ...]
    failed: tuple[tuple[str, str], ...]


def import_candidates(db: Database, path: Path, *, dry_run: bool = False) -> CandidatesTaken:
    """Keeps the articles of a Parquet file or folder with their candidates, in one step, and returns what came of it.

    What is there already, answered or recorded, is left out, as by `extract`. An article or candidate that can't be is
    refused and stops no other. With `dry_run` nothing is written.

    Raises:
        UnreadableError: where the file can't be read, or holds no candidates.
    """
    taken: dict[int, Source] = {}
    failed: list[tuple[str, str]] = []
    with target(db, dry_run=dry_run) as there, there.step("import", create=True) as step:
        for article in found_articles.read(path):
            try:
                with step.part():
                    source = _take(step, article, failed)
                taken[source.id] = source
            except ClaimtrackError as error:
                failed.append((_called(article.facts), str(error)))
        counted = [(source, _waiting(step, source)) for source in taken.values()]
    waiting = tuple((source, count) for source, count in counted if count)
    return CandidatesTaken(len(taken), waiting, tuple(failed))


def _waiting(step: Step, source: Source) -> int:
    """How many candidates of the source wait that are sure enough to be shown."""
    return sum(
        one.answer is None and one.score >= THRESHOLD
        for one in candidates.proposals(step.connection, source.id)
    )


def _called(facts: Mapping[str, Any]) -> str:
    return str(facts["read_from"] or facts["source_url"] or facts["source_title"] or "an article")


def _take(step: Step, article: FoundArticle, failed: list[tuple[str, str]]) -> Source:
    """Keeps one article with the candidates in it; those that can't be are added to `failed`."""
    where = _place(article.facts["read_from"])
    read = _article(article.facts, step.today)
    source = keep_text(step, read, where, {})
    found = []
    for row in article.rows:
        try:
            found.append(_candidate(row, read.text, step.today))
        except (ClaimtrackError, ValueError) as error:
            failed.append((_called(article.facts), f"{str(row.get('text'))[:60]!r} {error}"))
    keep(step, source, read.text, [*found, *news_of(step.connection, source, read.text, found)])
    return source


def _place(read_from: object) -> str:
    """Where the article was read, as a path or an address; `-` where it can't be read there from here."""
    words = stored_line(str(read_from or "")) or "-"
    if is_address(words) or "://" not in words.replace("file:", "file://", 1):
        return words
    parts = urlsplit(words)
    return unquote(parts.path) if parts.scheme == "file" else "-"


def _article(facts: Mapping[str, Any], today: date) -> Article:
    """The article by its columns.

    Raises:
        RefusedError: where its text is not as it is stored, so that nothing can be proven in it, or it has no name.
        UnreadableError: where a fact can't be read.
    """
    text = facts["source_text"]
    kept = stored(text) if isinstance(text, str) else None
    if kept is None or kept != text:
        raise RefusedError(
            "The text is not as it is stored; read articles with claimtrack.articles.getting, which gives it so."
        )
    url = stored_line(str(facts["source_url"] or ""))
    title = stored_line(str(facts["source_title"] or "")) or stored_line(
        PurePath(str(facts["read_from"] or "")).name
    )
    if not (url or title):
        raise RefusedError("It has no title, address or file that it could be known by.")
    if url and not is_address(url):
        raise UnreadableError(f"source_url is {url}, which is no web address.")
    try:
        published = values.past(facts["source_published"], "published", today)
    except ValueError as error:
        raise UnreadableError(f"Its source_published can't be: {error}.") from None
    return Article(
        kept, title, stored_line(str(facts["source_publisher"] or "")), url, published and published.when
    )


def _candidate(row: Mapping[str, Any], text: str, today: date) -> Candidate:
    """The candidate that a row tells.

    Raises:
        ValueError: where something is not what it must be, or does not stand in the text.
    """
    start, stop, score = row["start"], row["stop"], row["score"]
    words, quote = values.line(row["text"]), values.text(row.get("quote"))
    if not (isinstance(start, int) and isinstance(stop, int) and 0 <= start < stop <= len(text) and words):
        raise values.NoValueError("stands nowhere in the text")
    if quote and not find(quote, text):
        raise values.NoValueError("has a quotation that does not stand in the text")
    if row["kind"] not in KINDS or not isinstance(score, (int, float)) or not 0 <= score <= 1:
        raise values.NoValueError("has no kind, or no score from 0 to 1")
    speaker, odds = values.line(row.get("speaker")), row.get("probability")
    said, due, was = (_when(row, name, today) for name in ("said", "due", "was"))
    return Candidate(
        start=start, end=stop, kind=row["kind"], speaker=speaker, named=not row.get("unnamed"),
        via=values.line(row.get("via")), rung=row["rung"] if row.get("rung") in RUNGS else "none", text=words,
        quote=quote, said=said, due=due, due_words=values.line(row.get("due_words")), was=was,
        probability=None if odds is None or odds != odds else values.share(odds), score=float(score),  # noqa: PLR0124  # NaN
    )  # fmt: skip  # the candidate's order


def _when(row: Mapping[str, Any], name: str, today: date) -> When | None:
    found = values.dated(row.get(name), name, today)
    return found and found.when
