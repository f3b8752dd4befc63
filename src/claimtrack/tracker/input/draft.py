"""A claim as it is given, read once into values that nothing has to read again, and the claim that it makes.

Only what a date means hangs on other facts of the claim, so its dates stay as typed until those are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack import dates
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Claim, Source, When, default_kind
from claimtrack.model.claim import kind_named
from claimtrack.model.record import DAY, FIELDS, GIVEN, KIND, LINE, SHARE, TEXT, VAGUE
from claimtrack.model.text import folded, stored, stored_line
from claimtrack.model.when import Worded
from claimtrack.tracker.input.claim_ids import reference
from claimtrack.tracker.input.order import refuse_ahead
from claimtrack.tracker.input.source import NO_SOURCE, SourceDraft, find_source, read_source, record_source
from claimtrack.tracker.input.speaker import Named, Unnamed, attribute, find_speaker, read_whose

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.model.proposal import Proposal
    from claimtrack.store.connection import Connection
    from claimtrack.store.step import Step
    from claimtrack.tracker.input.claim_ids import Reference
    from claimtrack.tracker.input.look import Look, Reader
    from claimtrack.tracker.input.speaker import Whose

Value = str | float | date | None  # of a plain field; null empties it
_VAGUE = tuple(field.name for field in FIELDS if field.of == GIVEN and field.form == VAGUE)
NOTHING = Claim(id=0, uid="", kind="", speaker="", text="")


class Draft(NamedTuple):
    """What is given of a claim; what was not given is null, or not among the values and dates."""

    values: Mapping[str, Value]
    dates: Mapping[str, str | Worded]  # as typed, or as known already; empty words empty one
    whose: Whose | None = None
    source: SourceDraft | None = None
    tags: tuple[str, ...] = ()
    untag: tuple[str, ...] = ()
    replaces: Reference | None = None  # empty words: none
    contradicts: tuple[Reference, ...] | None = None


def read_draft(step: Reader, given: Mapping[str, Any], *, found: Draft | None = None) -> Draft:
    """What is given, by the names of the record; null is not given, an empty value empties.

    What is not given is as it was `found`.

    Raises:
        UnreadableError: where a value can't be read.
    """
    named = {name: value for name, value in given.items() if value is not None}
    found = found or Draft({}, {})
    contradicts = named.get("contradicts")
    return Draft(
        values={**found.values, **_values(step, named)},
        dates={**found.dates, **{name: str(named[name]).strip() for name in _VAGUE if name in named}},
        whose=read_whose(named, found.whose),
        source=read_source(step, named) or found.source,
        tags=as_spelled(step.connection, tags(named.get("tags"))),
        untag=tags(named.get("untag")),
        replaces=named.get("replaces") and reference(named["replaces"]),
        contradicts=None if contradicts is None else tuple(reference(one) for one in contradicts if one),
    )


_FOUND = ("kind", "text", "quote", "translation", "via", "probability")


def found_draft(proposal: Proposal) -> Draft:
    """What was found in an article, as if it had been given."""
    days = {"said": (proposal.said, None), "due": (proposal.due, proposal.due_words)}
    speaker = proposal.speaker or ""
    return Draft(
        values={name: getattr(proposal, name) for name in _FOUND},
        dates={name: Worded(when, words) for name, (when, words) in days.items() if when},
        whose=Unnamed(speaker) if proposal.unnamed else Named(speaker, sure=True),
        source=SourceDraft(id=proposal.source),
    )


def apply_draft(step: Step, draft: Draft, base: Claim) -> Claim:
    """Records a speaker or a source that is new, and returns the claim that the draft makes of `base`.

    Raises:
        UnreadableError: where a date can't be read.
        RefusedError: where the dates contradict each other, or the record does not allow the speaker or source.
    """
    source = base.source
    if draft.source is not None:
        source = None if draft.source == NO_SOURCE else record_source(step, draft.source)
    return _made(step, draft, base, attribute(step, draft.whose, base._replace(source=source)))


def read_so_far(look: Look, draft: Draft, base: Claim) -> Claim:
    """The claim that the draft makes of `base`, as far as it goes; a speaker or source that is new is recorded nowhere.

    Raises:
        UnreadableError: as `apply_draft`.
        RefusedError: as `apply_draft`.
    """
    source = base.source
    if draft.source is not None and draft.source != NO_SOURCE:
        source = find_source(look.connection, draft.source) or Source(
            id=0,
            uid="",
            title=draft.source.title,
            published=draft.source.published and draft.source.published.when,
        )
    speaker = draft.whose.words if isinstance(draft.whose, Named | Unnamed) else base.speaker
    if isinstance(draft.whose, Named):
        find_speaker(look.connection, speaker, new=draft.whose.new)
    return _made(look, draft, base, base._replace(source=source, speaker=speaker))


def _made(step: Reader, draft: Draft, base: Claim, claim: Claim) -> Claim:
    """What the draft makes of the claim, whose speaker and source are known."""
    values: dict[str, Any] = dict(draft.values)  # each of the type of its field
    claim = claim._replace(**values)
    if not claim.kind:
        claim = claim._replace(kind=default_kind(due=bool(draft.dates.get("due"))))
        step.tell(f"kind: {claim.kind}")
    taken = {folded(tag) for tag in draft.untag}
    kept = [tag for tag in base.tags if folded(tag) not in taken]
    claim = claim._replace(tags=tuple(dict.fromkeys((*kept, *draft.tags))))
    for name in [name for name in _VAGUE if name in draft.dates]:  # what is due is read against what was said
        dated = _dated(step, name, draft.dates[name], claim)
        values = {name: dated and dated.when, f"{name}_words": dated and dated.words}
        claim = claim._replace(**values)
    if any(getattr(claim, name) != getattr(base, name) for name in ("said", "due", "kind", "source")):
        refuse_impossible(claim)
    return claim


def published(claim: Claim) -> When | None:
    """When the source of the claim was published."""
    return claim.source.published if claim.source else None


def _dated(step: Reader, name: str, given: str | Worded, claim: Claim) -> Worded | None:
    """A date of the claim, read against what is known of it; null where it is emptied."""
    if not given:
        return None
    dated = given if isinstance(given, Worded) else _read_date(step, name, given, claim)
    if name == "said":
        refuse_ahead(name, dated.when, step.today)
    return dated


def _read_date(step: Reader, name: str, words: str, claim: Claim) -> Worded:
    reading = dates.read(words, field=name, today=step.today, said=claim.said, published=published(claim))
    step.tell(dates.echo(name, reading))
    return Worded(reading.when, reading.words)


def refuse_impossible(claim: Claim) -> None:
    """Refuses what can't have been: due wholly before said, said after the report, a deadline with no date.

    Raises:
        RefusedError: where it can't.
    """
    if claim.kind == "deadline" and not claim.due:
        raise RefusedError(
            "A deadline is a date that the speaker sets; give it with --due, or another --kind."
        )
    if claim.said and claim.due and claim.due.last < claim.said.first:
        raise RefusedError(f"It was due by {claim.due} but said on {claim.said}, later; {_SPOKEN}.")
    refuse_said_after(claim.said, published(claim))


_SPOKEN = "--said is the day of speaking, and may be left out"


def refuse_said_after(said: When | None, published_on: When | None) -> None:
    """Refuses what was said more than a day after it was published.

    Raises:
        RefusedError: where it was.
    """
    if said and published_on and said_after(said, published_on):
        raise RefusedError(f"It was said on {said} but published on {published_on}, earlier; {_SPOKEN}.")


def said_after(said: When, published_on: When) -> bool:
    """Whether it was said too late to be reported on that day; an early edition may be a day ahead."""
    return said.first > published_on.last + timedelta(days=1)


def _values(step: Reader, named: Mapping[str, Any]) -> dict[str, Value]:
    """The plain fields that are given, each read by its form."""
    given = [(field, str(named[field.name])) for field in FIELDS if field.plain and field.name in named]
    return {
        field.name: _day(step, field.name, words) if field.form == DAY else _READ[field.form](words)
        for field, words in given
    }


def _day(step: Reader, name: str, words: str) -> date | None:
    """A day that the tracker looks ahead to, the first one where it is vague; null from empty words."""
    if not words.strip():
        return None
    reading = dates.read(words, field="due", today=step.today)
    step.tell(dates.echo(name, reading))
    return reading.when.first


def probability(words: str) -> float | None:
    """0 to 1, from `0.7` or `70%`; null from empty words."""
    plain = words.strip().replace(",", ".")
    if not plain:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d*)?|\.\d+)\s*(%?)", plain, re.ASCII)
    number = round(float(found[1]) / (100 if found[2] else 1), 12) if found else 2.0
    if number > 1:
        raise UnreadableError(f"{words!r} is no probability; give it as 0.7 or 70%.")
    return number


def tags(value: object) -> tuple[str, ...]:
    """Tags from a list of them, each of which may hold several joined by commas."""
    given = [value] if isinstance(value, str) else value if isinstance(value, Iterable) else ()
    found = [tag for words in given for word in str(words).split(",") if (tag := stored_line(word))]
    if bad := next((tag for tag in found if ";" in tag), None):
        raise UnreadableError(f"{bad!r} can't be a tag: a tag has no comma or semicolon.")
    return tuple(dict.fromkeys(found))


def as_spelled(connection: Connection, given: Iterable[str]) -> tuple[str, ...]:
    """The tags in the spelling that claims have already, case and accents aside, so that one tag stays one."""
    known: dict[str, str] = {}
    for tag in given:
        from claimtrack.store.search import tag_as_spelled  # noqa: PLC0415  # most claims are given no tag

        known.setdefault(folded(tag), tag_as_spelled(connection, tag))
    return tuple(known.values())


_READ: dict[str, Callable[[str], Value]] = {
    KIND: kind_named,
    LINE: stored_line,
    TEXT: stored,
    SHARE: probability,
}
