"""What is published: claims with every verdict on them, and what a page is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.model.chain import Chain
    from claimtrack.model.claim import Claim, Verdict
    from claimtrack.model.scorecard import Scores, Table


class Judged(NamedTuple):
    """A claim, and every act of judging it, newest first."""

    claim: Claim
    verdicts: tuple[Verdict, ...] = ()


class Publication(NamedTuple):
    """What a publisher says of what is published; each format takes what it has room for.

    `base_url` is the address that the page of `report` will have, and `scale` the house's own, from worst to best.
    """

    title: str | None = None
    base_url: str | None = None
    publisher_name: str | None = None
    publisher_url: str | None = None
    publisher_logo: str | None = None
    scale: tuple[float, float] | None = None
    licence: str | None = None
    cards: bool = False
    private: bool = False  # with the notes of the tracker, for readers of the house


class Report(NamedTuple):
    """The claims of a page in their order, as they stood on `day`, with the scoreboard.

    `verdicts` has every act of judging of a claim by its id, newest first, and `chains` the whole chain of a claim
    that was moved, oldest first, its members that are not on the page too. `scores` is there where the page is
    about one speaker, and has that one's scorecard.
    `embedded` is the ClaimReview of the page, as JSON-LD.
    """

    title: str
    day: date
    claims: tuple[Claim, ...]
    table: Table
    verdicts: Mapping[int, tuple[Verdict, ...]]
    chains: Mapping[int, Chain]
    scores: Scores | None = None
    embedded: str | None = None
    licence: str | None = None
