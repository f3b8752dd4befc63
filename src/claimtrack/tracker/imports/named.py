"""The speakers and sources that rows name, looked up once each, and recorded only with a row that is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from claimtrack.exchange.incoming import FIRST, NewSpeaker
from claimtrack.store import sources, speakers
from claimtrack.tracker.input import names
from claimtrack.tracker.input.source import SourceDraft, find_source
from claimtrack.tracker.input.speaker import Known, keep_alias

if TYPE_CHECKING:
    from claimtrack.model import Source
    from claimtrack.store.step import Step

_REMEMBERED = 10_000
Named = TypeVar("Named")
Found = TypeVar("Found")


class _Remembered(Generic[Named, Found]):
    """What was found last, so that a file that names the same again and again asks once."""

    def __init__(self) -> None:
        self._found: dict[Named, Found] = {}

    def get(self, named: Named) -> Found | None:
        return self._found.get(named)

    def remembered(self, named: Named, found: Found) -> Found:
        if len(self._found) >= _REMEMBERED:
            self._found.clear()
        self._found[named] = found
        return found


class Speakers:
    """Speakers by whole name or alias; a name that is nobody's is somebody new, whatever it is like."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._known: _Remembered[str, Known] = _Remembered()
        self.new = 0
        self.first: list[NewSpeaker] = []
        self.aliases = 0

    def find(self, name: str) -> Known | None:
        """The speaker of that name; null where it is somebody new.

        Raises:
            RefusedError: where several go by it.
        """
        if known := self._known.get(name):
            return known
        found = speakers.named(self._step.connection, name)
        if len(found) > 1:
            raise names.several(self._step.connection, name, found)
        if not found:
            return None
        return self._known.remembered(name, Known(*speakers.uid_and_name(self._step.connection, found[0])))

    def record(self, name: str) -> Known:
        """The speaker of that name, recorded where it is somebody new."""
        if known := self.find(name):
            return known
        self.new += 1
        if len(self.first) < FIRST:
            near = names.nearest(name, speakers.names(self._step.connection))
            self.first.append(NewSpeaker(name, near))
        return self._known.remembered(name, Known(self._step.create("speaker", {"name": name}), name))

    def add_aliases(self, name: str, aliases: list[str]) -> None:
        """Records other names of a speaker.

        Raises:
            RefusedError: where another speaker goes by one already.
        """
        known = self.record(name)
        there = speakers.other_names(self._step.connection, known.uid)
        for alias in dict.fromkeys(aliases):
            if alias not in there:
                keep_alias(self._step, known.uid, alias)
                self.aliases += 1


class Sources:
    """Sources by the rule of identity; into an empty file each keeps its id, and two that had two stay two."""

    def __init__(self, step: Step, *, keep_ids: bool) -> None:
        self._step, self._keep_ids = step, keep_ids
        self._known: _Remembered[SourceDraft, Source] = _Remembered()
        self._new: SourceDraft | None = None  # found to be a new one, and nothing was recorded since

    def find(self, draft: SourceDraft) -> Source | None:
        """The source that the row names; null where it is a new one.

        Raises:
            RefusedError: where several may be meant, or what is known of it is something else.
        """
        if known := self._known.get(draft):
            return known
        found = None if draft == self._new else self._look(draft)
        if found:
            return self._known.remembered(draft, found)
        self._new = draft
        return None

    def _look(self, draft: SourceDraft) -> Source | None:
        connection = self._step.connection
        if self._keep_ids and draft.id:
            there = sources.by_id(connection, draft.id)
            if there is None:
                return None
            if draft_of(there).facts() == draft.facts():
                return there
        return find_source(connection, draft._replace(id=None))

    def record(self, draft: SourceDraft) -> Source:
        """The source that the row names, recorded where it is a new one.

        Raises:
            RefusedError: as `find`.
        """
        if found := self.find(draft):
            return found
        connection = self._step.connection
        free = self._keep_ids and draft.id and sources.by_id(connection, draft.id) is None
        self._new = None
        made = self._step.create("source", draft.facts(), kept={"id": draft.id} if free else {})
        return self._known.remembered(draft, sources.by_uid(connection, made))


def draft_of(source: Source) -> SourceDraft:
    """A source as a row would name it, without its id."""
    from claimtrack.model.when import Worded  # noqa: PLC0415  # as a row has it, without words

    published = Worded(source.published) if source.published else None
    return SourceDraft(None, source.title, source.publisher, source.url, source.archive_url, published)
