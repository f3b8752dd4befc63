"""One claim whole: its facts, verdicts, evidence, moves and history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.model import ANNUL, FAILED, HELD, TAKE_BACK, When, days_late, late, outcome_label, record
from claimtrack.model.record import FIELDS, GROUPS, WHEN, WHO
from claimtrack.model.text import days
from claimtrack.model.when import WEEKDAYS
from claimtrack.render.history import history, moment
from claimtrack.render.layout.passage import Part, passage
from claimtrack.render.layout.table import Cell, labelled, paragraph
from claimtrack.render.moves import named, share, shift
from claimtrack.render.status import outcome_style, rating_beside, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.model import Appearance, Claim, Evidence, Source, Verdict
    from claimtrack.model.change import Entry
    from claimtrack.model.record import Field
    from claimtrack.render.layout.screen import Screen

TEXT_FIRST = 6  # lines of a long text, so that dates and verdict stand on the first screen; the whole follows
Fact = tuple[str, "list[Cell]"]
LF = "\n"  # an expression in an f-string can't hold it in Python 3.11


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

    The first twenty have the claim, its dates, its verdict and evidence, however long the rest is.

    Args:
        claim: The claim.
        screen: Where it is shown.
        today: The day to which it is compared.
        verdicts: Every verdict on it, also those that no longer stand.
        chain: The claims of its chain of moves, the first one first; this one among them.
        entries: What the log has of it, where that is asked for.
        sentence: The sentence of the saved article that its quotation was found in.
        quoted: Where in the sentence the parts of the quotation are.
    """
    stands, style = standing(claim, today)
    rated = f" ({rating})" if (rating := rating_beside(claim)) else ""
    yield from paragraph(f"Claim {claim.id}, {claim.kind}: {stands}{rated}", screen, style or "strong")
    yield ""
    text = list(paragraph(claim.text, screen, "strong"))
    yield from text[:TEXT_FIRST]
    cut = len(text) > TEXT_FIRST
    if cut:
        yield from paragraph("…", screen, "strong")
    yield ""
    first, rest = _facts(claim)
    verdict = next((one for one in verdicts if one.stands), None)
    judged = _standing(claim, verdict) if verdict else ("evidence", _lines(claim.evidence))
    whole = ("whole text", [Cell(claim.text)] if cut else [])
    yield from labelled([*first, judged, whole, *rest], screen)
    if sentence:
        yield from section(screen, "In the source", _proven(sentence, quoted, screen))
    yield from section(screen, "Earlier verdicts", labelled(_earlier(claim, verdicts), screen))
    yield from section(screen, "Moves", labelled(_moves(claim, chain), screen))
    yield from section(screen, "History", history(entries, screen))
    if screen.terminal:
        yield ""
        yield from paragraph(_next_step(claim), screen, "faint")


def section(screen: Screen, title: str, lines: Iterator[str]) -> Iterator[str]:
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


def _facts(claim: Claim) -> tuple[list[Fact], list[Fact]]:
    """Who claimed it with its dates, and the rest: what was claimed, and where; each with its label."""
    fields = sorted((field for field in FIELDS if field.label), key=lambda field: GROUPS.index(field.group))
    first = [(field.label, _cells(claim, field)) for field in fields if field.group in (WHO, WHEN)]
    rest = [(field.label, _cells(claim, field)) for field in fields if field.group not in (WHO, WHEN)]
    return first, [*rest, ("record", filled(_entered(claim), claim.uid))]


def _cells(claim: Claim, field: Field) -> list[Cell]:
    """What `show` tells of one field."""
    value = getattr(claim, field.name)
    if field.form == record.SPEAKER:
        return filled(f"{claim.said_by} (unnamed)" if claim.unnamed else claim.said_by, claim.role)
    if field.form == record.VAGUE:
        words = dated(value, getattr(claim, f"{field.name}_words"))
        return filled(words or ("not known" if field.name == "said" else None))
    return filled(*_TOLD.get(field.form, _plainly)(value)) if value is not None else []


def _entered(claim: Claim) -> str:
    """When it was entered, and last changed where that was later."""
    entered = [f"entered {moment(claim.created_at)}"] if claim.created_at else []
    if claim.updated_at not in ("", claim.created_at):
        entered.append(f"changed {moment(claim.updated_at)}")
    return ", ".join(entered)


def filled(*texts: str | None) -> list[Cell]:
    """A cell for each text that there is."""
    return [Cell(text) for text in texts if text]


def _source(source: Source | None) -> list[str]:
    """Title, who published it and when, and its addresses."""
    if source is None:
        return []
    published = ", ".join(filter(None, (source.publisher, dated(source.published, None))))
    archive = f"archived at {source.archive_url}" if source.archive_url else ""
    address = source.url if source.url != source.label else ""
    return [text for text in (f"{source.label} (source {source.id})", published, address, archive) if text]


def _appearance(one: Appearance) -> list[str]:
    """When it was said again, and where that was reported."""
    said = dated(one.said, one.said_words)
    return [f"said {said}"] * bool(said) + _source(one.source)


def dated(when: When | None, words: str | None) -> str | None:
    """A date with its weekday and the words it was typed in; null for null."""
    if when is None:
        return None
    weekday = f", {WEEKDAYS[when.first.weekday()]}" if when.first == when.last else ""
    return f"{when}{weekday}" + (f" (“{words}”)" if words else "")


def _plainly(value: object) -> list[str]:
    return [str(value)]


# What is told of a value, by its form.
_TOLD: dict[str, Callable[[Any], Iterable[str]]] = {
    record.DAY: lambda day: [dated(When.day(day), None) or ""],
    record.SHARE: lambda chance: [share(chance)],
    record.TAGS: lambda tags: [", ".join(tags)],
    record.SOURCE: _source,
    record.APPEARANCES: lambda appearances: [words for one in appearances for words in _appearance(one)],
    record.CLAIMS: lambda ids: [", ".join(f"claim {other}" for other in ids)],
}


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
    if claim.disputed:
        return f"Two judges differ: claimtrack resolve {claim.id} OUTCOME --overrule settles it"
    if claim.status == "resolved":
        return f"claimtrack unresolve {claim.id} takes the verdict back"
    if claim.replaced_by is not None:
        return f"claimtrack show {claim.replaced_by} shows the claim that replaced it"
    words = [outcome_label(claim.kind, outcome) for outcome in (HELD, FAILED)]
    return f"To judge it: claimtrack resolve {claim.id} {words[0]}, or: {words[1]}"


def _standing(claim: Claim, verdict: Verdict) -> Fact:
    """The verdict that stands, with its evidence, and why, which may be long."""
    judged = _judged(claim, verdict, f", judged {verdict.judged}" if verdict.judged else "")
    cell = Cell(judged.text, outcome_style(verdict.outcome))
    return "verdict", [cell, *_lines(verdict.evidence), *_texts(verdict)]


def _earlier(claim: Claim, verdicts: Sequence[Verdict]) -> Iterator[Fact]:
    """Each verdict that no longer stands, and why not, under the day it was judged, newest first."""
    newer: Verdict | None = None
    for verdict in sorted(verdicts, key=lambda verdict: verdict.uid, reverse=True):
        if verdict.act == ANNUL:
            continue
        if not verdict.stands:
            fate = _fate(verdict, newer)
            lines = [_judged(claim, verdict, fate), *_texts(verdict), *_lines(verdict.evidence)]
            label = verdict.judged.isoformat() if verdict.judged else "on no day"
            yield label, [lines[0], *(Cell(cell.text, "faint" if fate else cell.style) for cell in lines[1:])]
        newer = newer if verdict.annulled else verdict


def _fate(verdict: Verdict, newer: Verdict | None) -> str:
    """Why a verdict no longer stands; empty for one that does, and for the taking back of one."""
    if verdict.annulled:
        return " (undone)"
    if verdict.stands or verdict.act == TAKE_BACK:
        return ""
    if verdict.disputes:
        return " (disputes the one that stands)"
    return " (taken back)" if newer and newer.act == TAKE_BACK else " (no longer stands)"


def _judged(claim: Claim, verdict: Verdict, fate: str) -> Cell:
    """The verdict in a line: outcome, how late, when it happened, the house's rating, by whom."""
    if verdict.act == TAKE_BACK:
        words = ["the verdict was taken back"]
    else:
        words = [outcome_label(claim.kind, verdict.outcome) or "resolved"]
    if claim.due and verdict.happened and late(claim.due, verdict.happened):
        words.append(f"{days(days_late(claim.due, verdict.happened))} late")
    if verdict.happened:
        words.append(f"came about {verdict.happened}")
    if verdict.rating:
        words.append(f"rated “{verdict.rating}”")
    if verdict.judge:
        words.append(f"by {verdict.judge}")
    return Cell(", ".join(words) + fate, "faint" if fate else outcome_style(verdict.outcome))


def _texts(verdict: Verdict) -> list[Cell]:
    return [Cell(verdict.reason)] if verdict.reason else []


def _lines(evidence: Iterable[Evidence]) -> list[Cell]:
    """Evidence below its verdict, each line led by its stance."""
    return [Cell(f"{one.stance or 'collected'}: {LF.join(parts(one))}") for one in evidence]


def parts(one: Evidence) -> list[str]:
    """Quotation, addresses and note of a piece of evidence."""
    quote = f"“{one.quote}”" if one.quote else ""
    archive = f"archived at {one.archive_url}" if one.archive_url else ""
    return [text for text in (quote, one.url, archive, one.note) if text]
