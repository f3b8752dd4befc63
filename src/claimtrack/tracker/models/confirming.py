"""Candidates that wait and are found again by another finder: each is told once, and surer than before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.model.proposal import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.articles.candidates import Candidate
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.step import Step


class Waiting:
    """The candidates that one text has already, answered or not; each is found again once in one reading."""

    def __init__(self, there: Iterable[Proposal]) -> None:
        self._left = list(there)

    def confirm(self, step: Step, candidate: Candidate, fields: Mapping[str, object]) -> bool:
        """Whether it is one that is there; one that waits takes what is new of `fields`, and who found it now.

        Of two that rules found the passage alone tells, which is not looked at here.
        """
        twin = self._twin(candidate)
        if twin is None:
            return False
        self._left.remove(twin)
        finders = tuple(dict.fromkeys((*twin.found_by, *candidate.found_by)))
        if twin.answer is None and finders != twin.found_by:
            step.update("candidate", twin.uid, _learned(twin, candidate, finders, fields))
        return True

    def _twin(self, candidate: Candidate) -> Proposal | None:
        from claimtrack.articles.models import is_one  # noqa: PLC0415  # only where a model is or was asked

        stretch = (candidate.start, candidate.end)
        same = [
            one
            for one in self._left
            if {*one.found_by, *candidate.found_by} != {RULES}
            and is_one(stretch, candidate.due, (one.start, one.stop), one.due)
        ]
        return min(
            same, key=lambda one: abs(one.start - stretch[0]) + abs(one.stop - stretch[1]), default=None
        )


def _learned(
    twin: Proposal, candidate: Candidate, finders: tuple[str, ...], fields: Mapping[str, object]
) -> dict[str, object]:
    """What changes of the one that waits: all that the reading knows now, where that has all its finders."""
    from claimtrack.articles.models import surer  # noqa: PLC0415  # as above

    found_by = {"found_by": as_listed(finders)}
    if set(twin.found_by) <= set(candidate.found_by):
        return {**fields, **found_by}
    return {**found_by, "score": surer(twin.score, candidate.score)}


def as_listed(finders: tuple[str, ...]) -> str | None:
    """Who found it, as it is stored; null for rules alone."""
    return None if finders == (RULES,) else json.dumps(list(finders), ensure_ascii=False)
