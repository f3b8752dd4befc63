"""The record of a claim, and the rules that need nothing but the record itself."""

# no `from __future__ import annotations`: each annotation of a named tuple would be compiled when it is made
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.model.outcome import KINDS, outcome_label
from claimtrack.model.when import When

STATUSES = ("unresolved", "resolved")
JUDGE, TAKE_BACK, ANNUL = "judge", "take-back", "annul"  # the acts that a verdict may be
# A date in the claim's own future is part of these; a promise may be kept late.
TIED_TO_DUE = ("prediction", "deadline")


class Source(NamedTuple):
    """The article or document a claim was reported in."""

    id: int
    uid: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: When | None = None
    published_words: str | None = None
    claims: int = 0

    @property
    def label(self) -> str:
        """Its title, or its address where it has no title."""
        return self.title or self.url or ""


class Speaker(NamedTuple):
    """A person or body that made claims: one name, any number of aliases, and how its claims stand."""

    id: int
    uid: str
    name: str
    aliases: tuple[str, ...] = ()
    claims: int = 0
    unresolved: int = 0
    overdue: int = 0


class Appearance(NamedTuple):
    """Another place or day where the same claim was made or reported."""

    said: When | None = None
    said_words: str | None = None
    source: Source | None = None


class Evidence(NamedTuple):
    """A link or a quotation, for a verdict or contrary to it; without a stance while there is no verdict."""

    url: str | None = None
    archive_url: str | None = None
    quote: str | None = None
    stance: str | None = None
    note: str | None = None
    added: str = ""


class Verdict(NamedTuple):
    """One act of judging, as it was appended: a judgement, or the taking back of one."""

    uid: str
    act: str
    outcome: str | None = None
    rating: str | None = None
    happened: When | None = None
    happened_words: str | None = None
    judged: date | None = None
    judge: str | None = None
    reason: str | None = None
    evidence: tuple[Evidence, ...] = ()
    annulled: bool = False
    stands: bool = False
    disputes: bool = False  # the one that stands, which was given without knowing of it
    overrules: tuple[str, ...] | None = (
        None  # uids of those known when it was given; null: all that are older
    )


class Claim(NamedTuple):
    """One dated thing that one speaker said, and how it stands today: the record of docs/record.md."""

    id: int
    uid: str
    kind: str
    speaker: str
    text: str
    unnamed: bool = False
    role: str | None = None
    quote: str | None = None
    translation: str | None = None
    said: When | None = None
    said_words: str | None = None
    due: When | None = None
    due_words: str | None = None
    remind: date | None = None
    criterion: str | None = None
    via: str | None = None
    source: Source | None = None
    appearances: tuple[Appearance, ...] = ()
    tags: tuple[str, ...] = ()
    probability: float | None = None
    note: str | None = None
    origin: str | None = None
    status: str = "unresolved"
    overdue: bool = False
    outcome: str | None = None
    rating: str | None = None
    happened: When | None = None
    happened_words: str | None = None
    judged: date | None = None
    judge: str | None = None
    reason: str | None = None
    disputed: bool = False
    evidence: tuple[Evidence, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    replaces: int | None = None
    replaces_uid: str | None = None
    replaced_by: int | None = None
    slip_days: int | None = None
    contradicts: tuple[int, ...] = ()
    contradicts_uids: tuple[str, ...] = ()
    created_at: str = ""
    updated_at: str = ""
    # no names of the record
    speaker_uid: str | None = None  # null for someone unnamed
    quote_spans: tuple[tuple[int, int], ...] | None = None  # where the quotation stands in the saved text

    @property
    def outcome_label(self) -> str | None:
        """The outcome in the words of its kind, such as `missed` for a deadline; null without an outcome."""
        return outcome_label(self.kind, self.outcome)

    @property
    def late(self) -> bool | None:
        """Whether it came about after it was due; null where the days known do not tell."""
        return late(self.due, self.happened)

    @property
    def said_by(self) -> str:
        """The speaker, with who relayed it: a second-hand claim never reads as the speaker's own words."""
        return f"{self.speaker} (says {self.via})" if self.via else self.speaker


def ended(verdicts: Iterable[Verdict]) -> Iterator[tuple[Verdict, Verdict]]:
    """Each judgement that a later act came after, with that act; newest first, as `verdicts` are.

    What was undone was never meant, and is none of them.
    """
    newer: Verdict | None = None
    for verdict in verdicts:
        if verdict.annulled or verdict.act == ANNUL:
            continue
        if newer and verdict.act == JUDGE:
            yield verdict, newer
        newer = verdict


def is_overdue(due: When | None, *, resolved: bool, replaced: bool, today: date) -> bool:
    """True once the last possible day of `due` has passed with the claim neither resolved nor replaced."""
    return due is not None and not resolved and not replaced and due.last < today


def late(due: When | None, happened: When | None) -> bool | None:
    """Whether `happened` came after `due`: true or false where every possible day agrees, else null."""
    if due is None or happened is None:
        return None
    if happened.first > due.last:
        return True
    return None if happened.last > due.last else False


def already_happened(said: When | None, happened: When | None) -> bool:
    """Whether a thing had certainly happened before it was said."""
    return said is not None and happened is not None and happened.last < said.first


def days_late(due: When, happened: When) -> int:
    """How many days after the last day of `due` the first possible day of `happened` is."""
    return (happened.first - due.last).days


def came_too_late(kind: str, due: When | None, happened: When | None) -> bool:
    """Whether a prediction or deadline certainly came after its due date, so that it can't be called held."""
    return kind in TIED_TO_DUE and late(due, happened) is True


def default_kind(*, due: bool) -> str:
    """The kind of a claim whose kind was not given."""
    return "prediction" if due else "statement"


def kind_named(words: str) -> str:
    """The kind of claim that was named; the beginning of its name is enough."""
    found = [kind for kind in KINDS if words and kind.startswith(words.strip().casefold())]
    if len(found) != 1:
        raise UnreadableError(f"{words!r} is no kind of claim; say one of {', '.join(KINDS)}.")
    return found[0]


# What claims can be grouped by; each chain by its newest claim.
BY_SPEAKER = "speaker"
BY = (BY_SPEAKER, "tag", "kind", "role", "source", "judge", "year")


class Filters(NamedTuple):
    """Which claims: each attribute narrows, several values of one mean either; null and empty narrow nothing.

    A `tag` of several, joined by commas, means all of them; of `without` no tag may be there.
    """

    speaker: tuple[str, ...] = ()
    unnamed: bool = False
    status: tuple[str, ...] = ()
    overdue: bool = False
    outcome: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    slipped: bool = False
    contradicted: bool = False
    disputed: bool = False
    due: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    search: str | None = None
    sort: str | None = None
    reverse: bool = False
    limit: int | None = None
