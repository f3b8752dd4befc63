"""What a published page of claims is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.model.chain import Chain
    from claimtrack.model.claim import Claim, Verdict
    from claimtrack.model.scorecard import Scores, Table


class Report(NamedTuple):
    """The claims of a page in their order, as they stood on `day`, with the scoreboard.

    `verdicts` has every act of judging of a claim by its id, newest first, and `chains` the whole chain of a claim
    that was moved, oldest first, its members that are not on the page too. `scores` is there where the page is
    about one speaker, and has that one's scorecard.
    """

    title: str
    day: date
    claims: tuple[Claim, ...]
    table: Table
    verdicts: Mapping[int, tuple[Verdict, ...]]
    chains: Mapping[int, Chain]
    scores: Scores | None = None
