"""One row taken: the claim that it makes of what is there, the faults that keep it out, and the writing of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import ClaimtrackError
from claimtrack.exchange.incoming import ALIKE, CHANGED, NEW, REFUSED, SAME, Fault
from claimtrack.model import Claim, Source, default_kind
from claimtrack.store import claims, verdicts
from claimtrack.store import incoming as store
from claimtrack.tracker.imports import judging
from claimtrack.tracker.imports.matching import Match, matched
from claimtrack.tracker.imports.named import Sources, Speakers, draft_of
from claimtrack.tracker.input.draft import NOTHING, published, refuse_impossible
from claimtrack.tracker.input.quotation import proof
from claimtrack.tracker.input.source import NO_SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.articles.proving import Offsets
    from claimtrack.model import Verdict
    from claimtrack.store.connection import Connection
    from claimtrack.store.step import Step
    from claimtrack.tracker.imports.reading import Incoming, Place
    from claimtrack.tracker.input.source import SourceDraft


class Taken(NamedTuple):
    """What became of a row: which claim, which fields changed, or why not."""

    fate: str
    claim: int | None = None
    changed: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Writer:
    """Takes one row after another in one step."""

    step: Step
    speakers: Speakers
    sources: Sources
    keep_ids: bool
    force: bool
    texts: bool  # whether any source has a saved text, in which quotations are to stand

    def take(self, row: Incoming) -> Taken:
        """Writes what the row says that is not there yet."""
        told, fault = self._told(row, NOTHING)
        if fault:
            return Taken(REFUSED, faults=(fault,))
        match = matched(self.step.connection, row, told, self.step.today, only_rows=self.keep_ids)
        if match.like and not self.force:
            return Taken(ALIKE, match.like)
        if match.deleted > 1:
            return Taken(REFUSED, match.claim, faults=(Fault("uid", "is that of a claim deleted for ever"),))
        if match.claim and (line := store.line_of(self.step.connection, match.claim)):
            return self._again(row, match.claim, line)
        if match.claim and not match.deleted:
            return self._update(row, match.claim)
        return self._create(row, told, match)

    def _told(self, row: Incoming, base: Claim) -> tuple[Claim, Fault | None]:
        """The claim that the row makes of `base`; a speaker or source that is new has no uid yet."""
        claim = base._replace(**row.values)
        if row.tags is not None:
            claim = claim._replace(tags=row.tags)
        try:
            claim = self._whose(row, claim)
        except ClaimtrackError as error:
            return claim, Fault("speaker", str(error).rstrip("."))
        try:
            claim = claim._replace(source=self._source(row, claim))
        except ClaimtrackError as error:
            return claim, Fault("source", str(error).rstrip("."))
        if not claim.kind:
            claim = claim._replace(kind=default_kind(due=bool(claim.due)))
        return _without_stale_words(claim, base), None

    def _whose(self, row: Incoming, claim: Claim) -> Claim:
        speaker = claim.speaker if row.speaker is None else row.speaker
        unnamed = claim.unnamed if row.unnamed is None else row.unnamed
        if unnamed:
            return claim._replace(speaker=speaker, unnamed=True, speaker_uid=None)
        known = self.speakers.find(speaker) if speaker else None
        uid = known.uid if known else None
        return claim._replace(speaker=known.name if known else speaker, unnamed=False, speaker_uid=uid)

    def _source(self, row: Incoming, claim: Claim) -> Source | None:
        if row.source is None:
            return claim.source
        if row.source == NO_SOURCE:
            return None
        if claim.source and draft_of(claim.source) == row.source._replace(id=None):
            return claim.source
        facts: dict[str, Any] = {
            **row.source.facts(),
            "published": row.source.published and row.source.published.when,
        }
        return self.sources.find(row.source) or Source(id=0, uid="", **facts)

    def _faults(self, row: Incoming, claim: Claim) -> tuple[Fault, ...]:
        """Why the claim can't be."""
        found = [Fault(name, "is empty") for name in ("speaker", "text") if not getattr(claim, name)]
        checks: tuple[tuple[str, Callable[[], object]], ...] = (
            (_column_of_days(claim), lambda: refuse_impossible(claim)),
            ("quote", lambda: claim.source and claim.source.uid and self._proof(claim)),
            (
                "appearances",
                lambda: [self.sources.find(one.source) for one in row.places or () if one.source.facts()],
            ),
        )
        for column, check in checks:
            try:
                check()
            except ClaimtrackError as error:
                found.append(Fault(column, str(error).rstrip(".")))
        return (*found, *judging.faults(row, claim))

    def _recorded(self, row: Incoming, claim: Claim) -> Claim:
        """The claim with its speaker and source recorded, where they were new."""
        if not claim.unnamed and not claim.speaker_uid:
            known = self.speakers.record(claim.speaker)
            claim = claim._replace(speaker=known.name, speaker_uid=known.uid)
        if claim.source and not claim.source.uid and row.source:
            claim = claim._replace(source=self.sources.record(row.source))
        return claim._replace(quote_spans=self._proof(claim))

    def _proof(self, claim: Claim) -> Offsets | None:
        return proof(self.step, claim) if self.texts else None

    def _create(self, row: Incoming, told: Claim, match: Match) -> Taken:
        """Records a new claim, or brings one back that was deleted."""
        if faults := self._faults(row, told):
            return Taken(REFUSED, faults=faults)
        claim = self._recorded(row, told)
        connection = self.step.connection
        if match.claim and row.uid:
            store.bring_back(self.step, claim._replace(uid=row.uid))
            uid, there = row.uid, _live(connection, match.claim)
        else:
            identity = row.id if self.keep_ids and row.id and store.is_free(connection, row.id) else 0
            kept: dict[str, Any] = {
                "id": identity,
                "uid": row.uid or "",
                "created_at": row.created_at or "",
                "updated_at": (row.updated_at if row.created_at else None) or "",
            }
            uid, there = claims.create(self.step, claim._replace(**kept)), ()
        identity = claims.id_of(connection, uid)
        judging.judge(self.step, row, uid, there, ())
        self._add_places(row.places or (), uid)
        self._note(row, identity, NEW)
        return Taken(NEW, identity)

    def _update(self, row: Incoming, identity: int) -> Taken:
        """Writes what the row says otherwise of a claim that is there."""
        connection = self.step.connection
        (before,) = claims.records(connection, [identity], today=self.step.today)
        after, fault = self._told(row, before)
        faults = (fault,) if fault else self._faults(row, after)
        if faults:
            return Taken(REFUSED, identity, faults=faults)
        after = self._recorded(row, _with_its_origin(before, after))
        changed = tuple(name for name in _FIELDS if getattr(before, name) != getattr(after, name))
        if changed:
            claims.update(self.step, before, after)
        collected = () if before.status == "resolved" else before.evidence
        if judging.judge(self.step, row, before.uid, before.verdicts, collected):
            changed += ("verdicts",)
        if self._add_places(_not_there(row.places or (), before), before.uid):
            changed += ("appearances",)
        fate = CHANGED if changed else SAME
        self._note(row, identity, fate)
        return Taken(fate, identity, changed)

    def _again(self, row: Incoming, identity: int, line: int) -> Taken:
        """A row that is the claim of an earlier one: nothing new, or a contradiction."""
        (there,) = claims.records(self.step.connection, [identity], today=self.step.today)
        told, fault = self._told(row, there)
        if not fault and all(getattr(there, name) == getattr(told, name) for name in _FIELDS):
            return Taken(SAME, identity)
        return Taken(REFUSED, identity, faults=(Fault("", f"says otherwise of the claim in line {line}"),))

    def _add_places(self, places: tuple[Place, ...] | list[Place], uid: str) -> bool:
        for place in places:
            source = self.sources.record(place.source).uid if place.source.facts() else None
            self.step.create("appearance", {"claim": uid, "source": source, "said": place.said})
        return bool(places)

    def _note(self, row: Incoming, identity: int, fate: str) -> None:
        store.note(
            self.step.connection,
            identity,
            row.line,
            fate,
            file_id=row.id,
            links=dict(row.links),
        )


_FIELDS = (
    "kind", "speaker_uid", "speaker", "unnamed", "role", "text", "quote", "translation", "said", "said_words", "due",
    "due_words", "remind", "criterion", "via", "source", "tags", "probability", "note", "origin",
)  # fmt: skip  # a list of names


def _live(connection: Connection, claim: int) -> tuple[Verdict, ...]:
    """The verdicts on a deleted claim, without those that were undone."""
    return tuple(one for one in verdicts.verdicts(connection, claim) if not one.annulled)


def _without_stale_words(claim: Claim, base: Claim) -> Claim:
    """The claim without the words of a date that is another now, where those stayed as they were."""
    for name in ("said", "due"):
        words = f"{name}_words"
        if getattr(base, words) == getattr(claim, words) is not None and getattr(base, name) != getattr(
            claim, name
        ):
            emptied: dict[str, Any] = {words: None}
            claim = claim._replace(**emptied)
    return claim._replace(tags=tuple(sorted(set(claim.tags))))


def _with_its_origin(before: Claim, after: Claim) -> Claim:
    """The claim with the origin that it had, so that two files that tell of it do not take turns."""
    return after._replace(origin=before.origin or after.origin)


def _column_of_days(claim: Claim) -> str:
    """Which column a refusal of days is about."""
    if claim.kind == "deadline" and not claim.due:
        return "due"
    on = published(claim)
    return "said" if claim.said and on and claim.said.first > on.last else "due"


def _not_there(places: tuple[Place, ...], claim: Claim) -> list[Place]:
    """The places where the claim is not known to have been made or reported."""
    known: list[tuple[object, SourceDraft]] = [
        (one.said, draft_of(one.source) if one.source else NO_SOURCE) for one in claim.appearances
    ]
    missing = []
    for place in places:
        found = (place.said and place.said.when, place.source._replace(id=None))
        if found in known:
            known.remove(found)
        else:
            missing.append(place)
    return missing
