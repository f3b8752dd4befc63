"""Claims in Markdown: a table, or a section for each, for a wiki or a newsletter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.model import Claim, Evidence, Source
    from claimtrack.model.report import Judged, Publication

# What Markdown, and the HTML within it, would take for markup.
MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
HEADINGS = ("id", "speaker", "claim", "due", "how it stands")


def write(judged: Iterable[Judged], publication: Publication) -> Iterator[str]:
    """The lines of the table, or of the sections, each with its end."""
    lines = _cards(judged) if publication.cards else _table(judged, private=publication.private)
    if publication.title:
        yield f"# {_text(publication.title)}\n\n"
    yield from (f"{line}\n" for line in lines)


def _table(judged: Iterable[Judged], *, private: bool) -> Iterator[str]:
    headings = (*HEADINGS, "note") if private else HEADINGS
    yield f"| {' | '.join(headings)} |"
    yield f"| {' | '.join('---' for _ in headings)} |"
    for claim, _ in judged:
        cells = (
            str(claim.id),
            _text(claim.said_by),
            _text(claim.text),
            str(claim.due or ""),
            _text(stands(claim)),
            *([_text(claim.note or "")] if private else []),
        )
        yield f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    """Text on one line, as text."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def stands(claim: Claim) -> str:
    """How a claim stands, in a few words."""
    if claim.status == "resolved":
        rated = f" (“{claim.rating}”)" if claim.rating else ""
        return f"{claim.outcome_label or 'resolved'}{rated}"
    if claim.replaced_by is not None:
        return f"moved to {claim.replaced_by}"
    return "overdue" if claim.overdue else "unresolved"


def _cards(judged: Iterable[Judged]) -> Iterator[str]:
    for claim, _ in judged:
        yield from (f"## {_text(claim.text)}", "", f"**{_text(claim.said_by)}**: {_text(stands(claim))}", "")
        for quoted in filter(None, (claim.quote, claim.translation)):
            yield from (*(f"> {_text(line)}" for line in quoted.splitlines()), "")
        facts = [f"- {label}: {told}" for label, told in _facts(claim) if told]
        yield from (*facts, *([""] if facts else []))


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """What is known of a claim, with its label, as Markdown."""
    yield "said", str(claim.said or "")
    yield "due", str(claim.due or "")
    yield "probability", "" if claim.probability is None else f"{claim.probability * 100:.10g}%"
    yield "criterion", _text(claim.criterion or "")
    yield "source", _source(claim.source) if claim.source else ""
    for one in claim.appearances:
        yield "also", _source(one.source) if one.source else f"said {one.said}"
    by = f" by {_text(claim.judge)}" if claim.judge else ""
    yield "judged", f"{claim.judged}{by}" if claim.judged else ""
    yield "came about", str(claim.happened or "")
    yield "why", _text(claim.reason or "")
    for piece in claim.evidence:
        yield piece.stance or "collected", _evidence(piece)
    yield "tags", _text(", ".join(claim.tags))
    yield "note", _text(claim.note or "")  # there only where it is asked for


def _source(source: Source) -> str:
    published = ", ".join(filter(None, (_text(source.publisher or ""), str(source.published or ""))))
    archived = f" ({_link('archived', source.archive_url)})" if source.archive_url else ""
    return f"{_link(source.label, source.url)}{', ' * bool(published)}{published}{archived}"


def _link(words: str, url: str | None) -> str:
    return f"[{_text(words)}](<{url.replace('>', '%3E').replace('<', '%3C')}>)" if url else _text(words)


def _evidence(piece: Evidence) -> str:
    quote = f"“{_text(piece.quote)}”" if piece.quote else ""
    return (
        " ".join(filter(None, (quote, _link(piece.url, piece.url) if piece.url else ""))) or "kept in a note"
    )
