"""The page of claims that is published, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import Filters
from claimtrack.model.report import Judged, Publication, Report
from claimtrack.store import claims, verdicts
from claimtrack.tracker.list import list_claims
from claimtrack.tracker.speakers import show_speaker
from claimtrack.tracker.stats import scorecards, stats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model import Claim
    from claimtrack.model.chain import Chain
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database

NOTHING_SAID = Publication()


def report(
    db: Database, filters: Filters | None = None, *, publication: Publication = NOTHING_SAID
) -> Report:
    """The claims that meet the filters, with all that a published page tells of them.

    Where the filters name one speaker, it is a page about that speaker, whose name is the title unless one is given.
    With an address and a publisher, the ClaimReview of the claims that it is for is in it.

    Raises:
        UnreadableError: where a filter can't be read.
        RefusedError: where it names a speaker or source that is not there.
    """
    filters = filters or Filters()
    unordered = filters._replace(sort=None, reverse=False, limit=None)
    with db.reading() as connection:  # all of the page from one view of the file
        found = list_claims(db, filters).claims
        about = show_speaker(db, filters.speaker[0])[0].name if len(filters.speaker) == 1 else None
        judged = {claim.id: verdicts.verdicts(connection, claim.id) for claim in found}
        return Report(
            publication.title or about or "Claims",
            db.today,
            found,
            stats(db, unordered),
            {identity: acts for identity, acts in judged.items() if acts},
            _chains(connection, found, db),
            scorecards(db, unordered) if about else None,
            _claim_review(found, publication),
            publication.licence,
        )


def _claim_review(found: Iterable[Claim], publication: Publication) -> str | None:
    """The JSON-LD of the page, where it is known where it stands and who publishes it."""
    if not (publication.base_url and publication.publisher_name):
        return None
    from claimtrack.exchange import claim_review  # noqa: PLC0415  # most pages have none

    return claim_review.write(map(Judged, found), publication)[0]


def _chains(connection: Connection, found: Iterable[Claim], db: Database) -> dict[int, Chain]:
    """The whole chain of each claim that has one, by the claim's id."""
    whole: dict[int, Chain] = {}
    for claim in found:
        if claim.id in whole or (claim.replaces is None and claim.replaced_by is None):
            continue
        members = tuple(claims.records(connection, claims.chain(connection, claim.id), today=db.today))
        whole |= dict.fromkeys((member.id for member in members), members)
    return whole
