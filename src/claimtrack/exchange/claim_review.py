"""ClaimReview, the markup by which search engines and fact-check databases take up verdicts.

The properties are those that https://developers.google.com/search/docs/appearance/structured-data/factcheck and
https://schema.org/ClaimReview ask for.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.model import Claim, Source
    from claimtrack.model.report import Judged, Publication

Node = dict[str, object]
NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)(?:\s*(?:/|of|out of)\s*\d+(?:[.,]\d+)?)?")
# A speaker whose name has one of these is a body; any other is taken for a person.
BODIES = frozenset((
    "academy", "administration", "agency", "alliance", "army", "assembly", "association", "authority", "bank",
    "board", "bureau", "cabinet", "campaign", "chamber", "club", "commission", "committee", "company",
    "confederation", "congress", "corp", "corporation", "council", "court", "department", "directorate",
    "federation", "forum", "foundation", "fund", "government", "group", "house", "inc", "institute",
    "institution", "league", "ltd", "ministry", "nato", "office", "organisation", "organization", "parliament",
    "party", "police", "post", "press", "senate", "service", "society", "times", "union", "university",
))  # fmt: skip  # a list of words


def write(judged: Iterable[Judged], publication: Publication) -> tuple[str, dict[str, int]]:
    """The JSON-LD of the claims that ClaimReview is for, and how many were left out, by why.

    Those are claims that were judged, in words, at first hand, of a speaker who is named.

    Raises:
        UnreadableError: where nothing says at which address they are published, or who publishes them.
    """
    if not (publication.base_url and publication.publisher_name):
        raise UnreadableError("ClaimReview needs --base-url and --publisher-name; give both.")
    left_out: dict[str, int] = {}
    reviews = []
    for claim, _ in judged:
        if why := _why_not(claim):
            left_out[why] = left_out.get(why, 0) + 1
        else:
            reviews.append(_review(claim, publication))
    told = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n", left_out


def _why_not(claim: Claim) -> str | None:
    if claim.status != "resolved":
        return "not judged"
    if not (claim.rating or claim.outcome):
        return "without an outcome"
    if claim.via:
        return "second-hand"
    return "unnamed" if claim.unnamed else None


def _review(claim: Claim, publication: Publication) -> Node:
    return _filled(
        {
            "@type": "ClaimReview",
            "url": f"{publication.base_url}#{claim.uid}",
            "claimReviewed": claim.text,
            "datePublished": claim.judged and claim.judged.isoformat(),
            "author": _filled(
                {
                    "@type": "Organization",
                    "name": publication.publisher_name,
                    "url": publication.publisher_url,
                    "logo": publication.publisher_logo,
                }
            ),
            "reviewBody": claim.reason,
            "reviewRating": _rating(claim, publication.scale),
            "itemReviewed": _claim(claim),
        }
    )


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _rating(claim: Claim, scale: tuple[float, float] | None) -> Node:
    """The house's own rating in its words; numbers only where it is one, and the scale is known."""
    words = claim.rating or claim.outcome_label
    node: Node = {"@type": "Rating", "alternateName": words}
    number = NUMBER.fullmatch((words or "").strip())
    if number and scale:
        worst, best = scale
        node |= {"ratingValue": float(number[1].replace(",", ".")), "worstRating": worst, "bestRating": best}
    return node


def _claim(claim: Claim) -> Node:
    said = claim.said or (claim.source and claim.source.published)
    body = BODIES & set(re.findall(r"\w+", claim.speaker.casefold()))
    appearances = [one.source for one in claim.appearances if one.source]
    return _filled(
        {
            "@type": "Claim",
            "author": _filled(
                {
                    "@type": "Organization" if body else "Person",
                    "name": claim.speaker,
                    "jobTitle": None if body else claim.role,
                }
            ),
            "datePublished": said and _day(said.first == said.last, str(said), said.first.isoformat()),
            "firstAppearance": _work(claim.source) if claim.source else None,
            "appearance": [_work(source) for source in appearances],
        }
    )


def _day(exact: bool, words: str, first: str) -> str | None:
    """A day, or the month or year that ISO 8601 has a form for; null for any other vague date."""
    return first if exact else words if re.fullmatch(r"\d{4}(-\d{2})?", words) else None


def _work(source: Source) -> Node:
    published = source.published
    return _filled(
        {
            "@type": "CreativeWork",
            "url": source.url,
            "name": source.title,
            "datePublished": published
            and _day(published.first == published.last, str(published), published.first.isoformat()),
            "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
            "archivedAt": source.archive_url,
        }
    )
