"""Due dates as a calendar (iCalendar, RFC 5545) that a later export updates instead of duplicating."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from claimtrack.exchange.private import Written, has_private

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import IO

    from icalendar import Alarm, Event

    from claimtrack.model import Claim

WARNED = timedelta(days=7)  # before the day itself begins
NAME = "Claims due"


def write(claims: Iterable[Claim], out: IO[str]) -> Written:
    """Writes an all-day event for each claim that has a day, on that day; lines end in CRLF.

    `out` must not translate line ends. An unresolved claim has an alarm a week before. A resolved one stays
    and says how it came out. One replaced before a verdict is cancelled, so that a calendar takes it off.
    The same claims make the same bytes, on any day.
    """
    from icalendar import Calendar  # noqa: PLC0415  # takes longer to load than a whole command

    calendar = Calendar()
    calendar.add("prodid", "-//claimtrack//claimtrack//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", NAME)
    count = withheld = 0
    for claim in claims:
        if _day(claim):
            calendar.add_component(_event(claim))
            count, withheld = count + 1, withheld + has_private(claim)
    out.write(calendar.to_ical().decode())
    return Written(count, 0, withheld)


def _day(claim: Claim) -> date | None:
    """The day from which to look again, else the last one on which it may be due."""
    return claim.remind or (claim.due.last if claim.due else None)


def _event(claim: Claim) -> Event:
    """The event of one claim."""
    from icalendar import Event  # noqa: PLC0415  # see `write`

    event = Event()
    for name, value in _properties(claim):
        event.add(name, value)
    if claim.status == "unresolved" and claim.replaced_by is None:
        event.add_component(_alarm(claim))
    return event


def _properties(claim: Claim) -> Iterator[tuple[str, object]]:
    """Names and values of what an event says; never the claim's note, which is for the tracker alone."""
    created, updated = _moment(claim.created_at), _moment(claim.updated_at)
    yield "uid", f"{claim.uid}@claimtrack"
    yield "dtstamp", updated
    yield "created", created
    yield "last-modified", updated
    # Grows with each change, as a calendar asks of a revision, and needs no count of them.
    yield "sequence", max(int((updated - created).total_seconds()), 0)
    yield "dtstart", _day(claim)
    yield "summary", _summary(claim)
    yield "description", "\n".join(f"{label}: {value}" for label, value in _facts(claim) if value)
    yield "status", "CANCELLED" if _moved_on(claim) else "CONFIRMED"
    yield "transp", "TRANSPARENT"
    if claim.source and claim.source.url:
        yield "url", claim.source.url
    yield "categories", [claim.kind, *claim.tags]


def _moved_on(claim: Claim) -> bool:
    """Whether nobody waits for this date any more, since the speaker named another before a verdict."""
    return claim.replaced_by is not None and claim.status == "unresolved"


def _summary(claim: Claim) -> str:
    """Who said what, after how it came out, on one line."""
    rated = f" ({claim.rating})" if claim.outcome and claim.rating else ""
    resolved = (claim.outcome_label or claim.rating or "resolved") + rated
    before = f"[{resolved}] " if claim.status == "resolved" else ""
    return " ".join(f"{before}{claim.said_by}: {claim.text}".split())


def _facts(claim: Claim) -> Iterator[tuple[str, object]]:
    """What one wants to know on the day, with labels."""
    yield "Claim", claim.id
    yield "Due", claim.due
    yield "Said", claim.said
    yield "Quote", claim.quote
    yield "Translation", claim.translation
    yield "Criterion", claim.criterion
    yield "Source", claim.source.label if claim.source else None
    yield "Happened", claim.happened
    yield "Moved to", claim.replaced_by


def _alarm(claim: Claim) -> Alarm:
    """A notice a week before the day begins."""
    from icalendar import Alarm  # noqa: PLC0415  # see `write`

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -WARNED)
    what = "To look at again" if claim.remind else "Due"
    alarm.add("description", f"{what} in a week: {_summary(claim)}")
    return alarm


def _moment(at: str) -> datetime:
    """The moment that an ISO 8601 text with `Z` tells, in whole seconds of UTC."""
    return datetime.fromisoformat(at).astimezone(UTC).replace(microsecond=0)
