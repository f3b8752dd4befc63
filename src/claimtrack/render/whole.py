"""One claim, speaker or source whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import outcome_label
from claimtrack.render.docket import named, share, shift
from claimtrack.render.lists import claims as claim_lines
from claimtrack.render.log import history, moment
from claimtrack.render.passages import Part, passage
from claimtrack.render.standing import counted, standing
from claimtrack.render.table import Cell, labelled, paragraph
from claimtrack.render.verdicts import evidence_cells, verdict_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimtrack.model import Appearance, Claim, Entry, Source, Speaker, Verdict, When
    from claimtrack.render.screen import Screen

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def claim_whole(
    claim: Claim,
    screen: Screen,
    *,
    today: date,
    verdicts: Sequence[Verdict] = (),
    chain: Sequence[Claim] = (),
    entries: Sequence[Entry] = (),
    sentence: str | None = None,
    quoted: Sequence[tuple[int, int]] = (),
) -> Iterator[str]:
    """The lines of `show`: all that is known of `claim`, with the next step last on a terminal.

    Args:
        claim: The claim.
        screen: Where it is shown.
        today: The day to which it is compared.
        verdicts: Every verdict on it, also those that no longer stand.
        chain: The claims of its chain of moves, the first one first; this one among them.
        entries: What the log has of it.
        sentence: The sentence of the saved article that its quotation was found in.
        quoted: Where in the sentence the parts of the quotation are.
    """
    stands, style = standing(claim, today)
    yield from paragraph(f"Claim {claim.id}, {claim.kind}: {stands}", screen, style or "strong")
    yield ""
    yield from paragraph(claim.text, screen, "strong")
    yield ""
    yield from labelled(_facts(claim), screen)
    if sentence:
        yield from _section(screen, "In the source", _proven(sentence, quoted, screen))
    yield from _section(screen, "Verdicts", labelled(verdict_cells(claim, verdicts), screen))
    if claim.status == "unresolved":
        yield from _section(screen, "Evidence so far", labelled(evidence_cells(claim.evidence), screen))
    yield from _section(screen, "Moves", labelled(_moves(claim, chain), screen))
    yield from _section(screen, "History", history(entries, screen))
    if screen.terminal:
        yield ""
        yield from paragraph(_next_step(claim), screen, "faint")


def speaker_whole(
    speaker: Speaker, claims: Sequence[Claim], screen: Screen, *, today: date, more: int = 0
) -> Iterator[str]:
    """The lines of `speakers show`: names, counts and `claims`; there are `more` that are not given."""
    counts = f"{counted(speaker.claims, 'claim')}, {speaker.unresolved} unresolved, {speaker.overdue} overdue"
    yield from paragraph(f"{speaker.name}: {counts}", screen, "strong")
    yield from paragraph(f"also {', '.join(speaker.aliases)}" if speaker.aliases else "no aliases", screen)
    yield from _section(screen, "Claims", claim_lines(claims, screen, today=today, more=more))


def source_whole(
    source: Source, claims: Sequence[Claim], screen: Screen, *, today: date, more: int = 0
) -> Iterator[str]:
    """The lines of `sources show`: its facts and `claims`; there are `more` that are not given."""
    counts = counted(source.claims, "claim")
    yield from paragraph(f"Source {source.id}: {source.label} ({counts})", screen, "strong")
    facts = (
        ("publisher", _cells(source.publisher)),
        ("published", _cells(_dated(source.published, source.published_words))),
        ("url", _cells(source.url)),
        ("archive", _cells(source.archive_url)),
        ("uid", _cells(source.uid)),
    )
    yield from labelled(facts, screen)
    yield from _section(screen, "Claims", claim_lines(claims, screen, today=today, more=more))


def _section(screen: Screen, title: str, lines: Iterator[str]) -> Iterator[str]:
    """A title and its lines, after an empty one; nothing where there are no lines."""
    first = next(lines, None)
    if first is not None:
        yield ""
        yield screen.paint(title, "strong")
        yield first
        yield from lines


def _proven(sentence: str, quoted: Sequence[tuple[int, int]], screen: Screen) -> Iterator[str]:
    """The quotation, marked, in the sentence of the article that it stands in."""
    parts = [Part(start, stop, "claimed") for start, stop in quoted]
    return passage(sentence, parts, screen, room=screen.width)


def _facts(claim: Claim) -> list[tuple[str, list[Cell]]]:
    """What was claimed, by whom and where, each with its label."""
    speaker = Cell(f"{claim.said_by} (unnamed)" if claim.unnamed else claim.said_by)
    entered = [f"entered {moment(claim.created_at)}"] if claim.created_at else []
    if claim.updated_at not in ("", claim.created_at):
        entered.append(f"changed {moment(claim.updated_at)}")
    return [
        ("speaker", [speaker, *_cells(claim.role)]),
        ("said", _cells(_dated(claim.said, claim.said_words) or "not known")),
        ("due", _cells(_dated(claim.due, claim.due_words))),
        ("quote", _cells(claim.quote)),
        ("translation", _cells(claim.translation)),
        ("criterion", _cells(claim.criterion)),
        ("probability", _cells(None if claim.probability is None else share(claim.probability))),
        ("tags", _cells(", ".join(claim.tags))),
        ("source", _cells(*_source(claim.source))),
        ("also", [cell for one in claim.appearances for cell in _appearance(one)]),
        ("contradicts", _cells(", ".join(f"claim {other}" for other in claim.contradicts))),
        ("note", _cells(claim.note)),
        ("record", _cells(", ".join(entered), claim.uid)),
    ]


def _cells(*texts: str | None) -> list[Cell]:
    return [Cell(text) for text in texts if text]


def _source(source: Source | None) -> list[str]:
    """Title, who published it and when, and its addresses."""
    if source is None:
        return []
    published = ", ".join(filter(None, (source.publisher, _dated(source.published, None))))
    archive = f"archived at {source.archive_url}" if source.archive_url else ""
    address = source.url if source.url != source.label else ""
    return [text for text in (f"{source.label} (source {source.id})", published, address, archive) if text]


def _appearance(one: Appearance) -> list[Cell]:
    """When it was said again, and where that was reported."""
    said = _dated(one.said, one.said_words)
    return _cells(f"said {said}" if said else None, *_source(one.source))


def _dated(when: When | None, words: str | None) -> str | None:
    """A date with its weekday and the words it was typed in; null for null."""
    if when is None:
        return None
    weekday = f", {WEEKDAYS[when.first.weekday()]}" if when.first == when.last else ""
    return f"{when}{weekday}" + (f" (“{words}”)" if words else "")


def _moves(claim: Claim, chain: Sequence[Claim]) -> Iterator[tuple[str, list[Cell]]]:
    """Each claim of the chain with its date, and how far the last is from the first."""
    if len(chain) < 2:  # noqa: PLR2004  # a chain of one has not moved
        return
    for older, one in zip((None, *chain), chain, strict=False):
        stated = "" if one.probability is None else f", {share(one.probability)}"
        this = " (this one)" if one.id == claim.id else ""
        said = f", said {one.said}" if one.said else ""
        spoken = f", {named(older, one)}" if older else said
        text = f"due {one.due or 'on no day'}{this}{stated}{spoken}"
        yield f"claim {one.id}", [Cell(text, "strong" if this else None)]
    if claim.slip_days is not None:
        yield "slip", [Cell(shift(claim.slip_days))]


def _next_step(claim: Claim) -> str:
    """The command that most likely comes next."""
    if claim.status == "resolved":
        return f"claimtrack unresolve {claim.id} takes the verdict back"
    if claim.replaced_by is not None:
        return f"claimtrack show {claim.replaced_by} shows the claim that replaced it"
    words = [outcome_label(claim.kind, outcome) for outcome in ("held", "failed")]
    return f"To judge it: claimtrack resolve {claim.id} {words[0]}, or: {words[1]}"
