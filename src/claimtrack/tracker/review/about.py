"""What candidates may be of the claims that are recorded, as the record is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles import THRESHOLD
from claimtrack.model.name_parts import name_words
from claimtrack.model.proposal import About
from claimtrack.store.search.nearby import Nearby

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.articles.about import Gist, Passage, Recorded, Report
    from claimtrack.articles.candidates import Candidate
    from claimtrack.model import Source
    from claimtrack.model.near import Near
    from claimtrack.model.proposal import Proposal
    from claimtrack.store.connection import Connection


def with_about(
    connection: Connection, source: Source, text: str, proposals: Sequence[Proposal]
) -> tuple[Proposal, ...]:
    """The candidates of one article, those that wait with the claims that they may be about."""
    if all(one.answer for one in proposals):
        return tuple(proposals)
    known = Following(connection, source, text)
    return tuple(one if one.answer else one._replace(about=known.about(one)) for one in proposals)


def news_of(
    connection: Connection, source: Source, text: str, found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The sentences that report how a recorded claim turned out, but for what was found as somebody's statement."""
    from claimtrack.articles.about import reports  # noqa: PLC0415  # its word lists are made when it loads
    from claimtrack.articles.candidates import Candidate  # noqa: PLC0415  # as above

    known = Following(connection, source, text)
    for report in reports(text):
        if not any(_covers(one, report) for one in found) and known.reported(report.gist):
            yield Candidate(
                start=report.start, end=report.end, kind="statement", speaker=None, named=False, via=None,
                rung="none", text=" ".join(text[report.start : report.end].split()), quote=None, said=None,
                due=None, due_words=None, was=None, probability=None, score=THRESHOLD,
            )  # fmt: skip  # the candidate's order, not a column of 16 lines


def _covers(candidate: Candidate, report: Report) -> bool:
    """Whether what the sentence says is looked at with a candidate that is shown."""
    if candidate.score < THRESHOLD:
        return False
    shared = min(candidate.end, report.end) - max(candidate.start, report.start)
    return shared * 2 > report.end - report.start or (shared > 0 and candidate.kind == "statement")


class Following:
    """Compares passages of one article with what is recorded from others."""

    def __init__(self, connection: Connection, source: Source, text: str) -> None:
        from claimtrack.articles.about import gist_of  # noqa: PLC0415  # its word lists are made when it loads

        self._nearby = Nearby(connection, source.id)
        self._published = source.published.last if source.published else None
        self._around = gist_of(text)
        self._recorded: dict[int, Recorded] = {}

    def about(self, proposal: Proposal) -> tuple[About, ...]:
        """The claims that a candidate may be about, the nearest first."""
        from claimtrack.articles.about import DENIES, Passage, gist_of, looks_ahead  # noqa: PLC0415  # as above

        nobody = proposal.unnamed and proposal.rung == "self"  # whoever wrote the text
        return self._relations(
            Passage(
                gist=gist_of(_undated(proposal)), around=self._around,
                ahead=proposal.kind != "statement" or looks_ahead(proposal.text),
                denies=proposal.text.startswith(DENIES), speaker=None if nobody else proposal.speaker,
                via=proposal.via, due=proposal.due, probability=proposal.probability, published=self._published,
            )
        )  # fmt: skip  # as short as the call

    def reported(self, gist: Gist) -> tuple[About, ...]:
        """The claims that a sentence is news of, though nobody is named who says it."""
        from claimtrack.articles.about import Passage  # noqa: PLC0415  # as above

        return self._relations(Passage(gist, self._around, published=self._published))

    def _relations(self, passage: Passage) -> tuple[About, ...]:
        from claimtrack.articles.about import relations  # noqa: PLC0415  # as above

        near = self._nearby.of(passage.gist.forms, name_words(passage.speaker or ""))
        return tuple(About(*found) for found in relations(passage, map(self._known, near)))

    def _known(self, near: Near) -> Recorded:
        from claimtrack.articles.about import Recorded, gist_of, names_of  # noqa: PLC0415  # as above

        if near.id not in self._recorded:
            gists = tuple(map(gist_of, near.texts))
            self._recorded[near.id] = Recorded(near, gists, names_of(*near.names))
        return self._recorded[near.id]


def _undated(proposal: Proposal) -> str:
    """What it says without the words of its date."""
    return proposal.text.replace(proposal.due_words, " ") if proposal.due_words else proposal.text
