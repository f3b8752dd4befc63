"""Reviews of claims by fact-checkers: schema.org's ClaimReview, and what Google's Fact Check Tools give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimtrack.exchange.foreign.days import NoDayError, says_no_date
from claimtrack.exchange.foreign.values import address, compact, plain_text, text_of
from claimtrack.exchange.incoming import Fault, Row
from claimtrack.model.nameless import looks_unnamed
from claimtrack.model.text import stored_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.foreign.days import Days
    from claimtrack.exchange.foreign.raw import Raw

NOBODY = "nobody named"
# Authors that are no name of anybody.
_NOBODIES = re.compile(
    r"(?:multiple|various|several|different|numerous|many|unknown|anonymous)(?: (?:sources?|people|persons?|users?"
    r"|posts?|authors?|accounts?|pages?|websites?|outlets?|media))?"
    r"|(?:viral|social media|social networks?|internet|online|facebook|instagram|twitter|whatsapp|tiktok|telegram"
    r"|youtube|x|blog|chain|e-?mail)"
    r" (?:posts?|users?|pages?|images?|photos?|videos?|memes?|messages?|accounts?|e-?mails?|claims?)"
    r"|social media|(?:the )?internet|none|n/?a|-+|\?+",
    re.IGNORECASE,
)
_USED = (
    "@context", "@type", "type", "@id", "url", "claimReviewed", "author", "datePublished", "itemReviewed",
    "reviewRating", "reviewBody", "publisher",
)  # fmt: skip  # a list of names


def reviewed(rows: Iterable[Raw], days: Days, *, speaker: str | None = None) -> Iterator[Row]:
    """The claims that ClaimReview nodes are about, each with the verdict of its reviewer."""
    for raw in rows:
        yield Row(raw.line, {}, {}, (raw.fault,)) if raw.fault else _Review(raw, days, speaker).row()


class _Review:
    """One node as it is read."""

    def __init__(self, raw: Raw, days: Days, speaker: str | None) -> None:
        self._line, self._node, self._days, self._speaker = raw.line, raw.values, days, speaker
        self._faults: list[Fault] = []
        self._claim: dict[str, Any] = _one(self._node.get("itemReviewed")) or {}

    def row(self) -> Row:
        """The claim that was reviewed."""
        node = self._node
        text = _text(node.get("claimReviewed")) or _text(self._claim.get("text") or self._claim.get("name"))
        if not text:
            self._faults.append(Fault("claimReviewed", "is empty"))
        url = _url(node.get("url")) or _url(node.get("@id")) or _url(node.get("mainEntityOfPage"))
        places = self._appearances()
        record = {
            "kind": "statement",
            **whose(_author(self._claim.get("author") or self._claim.get("creator")), self._speaker),
            "role": _text((_one(self._claim.get("author")) or {}).get("jobTitle")) or None,
            "text": text or None,
            "said": self._day("said", self._claim.get("datePublished") or self._claim.get("dateCreated")),
            "source": places[0] if places else None,
            "appearances": [{"said": None, "source": source} for source in places[1:]],
            "origin": url and f"claimreview {url}",
            **self._verdict(url),
        }
        left = {name: compact(value) for name, value in node.items() if name not in _USED}
        rest = {name: words for name, words in left.items() if words}
        return Row(self._line, record, rest, tuple(self._faults))

    def _verdict(self, url: str | None) -> dict[str, Any]:
        rating = _one(self._node.get("reviewRating")) or {}
        words = _text(rating.get("alternateName") or rating.get("name"))
        number = text_of(rating.get("ratingValue"))
        outcome = outcome_of(words, rating)
        resolved = bool(words or number)
        return {
            "status": "resolved" if resolved else "unresolved",
            "outcome": outcome,
            "rating": stored_line(words or number) if resolved else None,
            "judged": self._day("judged", self._node.get("datePublished")) if resolved else None,
            "judge": (_author(self._node.get("author")) or _author(self._node.get("publisher")))
            if resolved
            else None,
            "reason": (_text(self._node.get("reviewBody")) or None) if resolved else None,
            "evidence": [_piece(url, "for" if resolved else None)] if url else [],
        }

    def _appearances(self) -> list[dict[str, Any]]:
        """Where the claim was made, the first place first, each once."""
        claim = self._claim
        old = [] if claim.get("firstAppearance") or claim.get("appearance") else [claim]
        places = [claim.get("firstAppearance"), *_many(claim.get("appearance")), *old]
        found = {source["url"]: source for place in places if (source := self._source(place))}
        return list(found.values())

    def _source(self, place: Any) -> dict[str, Any] | None:
        node = _one(place) or {}
        url = _url(place)
        if not url:
            return None
        title = _text(node.get("headline") or node.get("name")) if node is not self._claim else ""
        return {"title": title or None, "publisher": _author(node.get("publisher")), "url": url, "archive_url": None,
                "published": None}  # fmt: skip  # the record's order

    def _day(self, field: str, value: Any) -> str | None:
        return day(value, field, self._days, self._faults)


def day(value: Any, field: str, days: Days, faults: list[Fault]) -> str | None:
    """The day of a date in a review; one that can't be read is a fault, and a month is no day of a verdict."""
    words = text_of(value[0] if isinstance(value, list) and value else value)
    if says_no_date(words):
        return None
    try:
        found = days.read(words, field)
    except NoDayError as fault:
        faults.append(Fault(field, f"{words[:60]!r}: {fault}"))
        return None
    return None if field == "judged" and found and len(found) != len("2025-02-05") else found


def whose(name: str | None, speaker: str | None) -> dict[str, Any]:
    """The speaker of a reviewed claim: the one named, else the one said for all; words for nobody name nobody."""
    nobody = not name or bool(_NOBODIES.fullmatch(name)) or looks_unnamed(name)
    if speaker and not name:
        return {"speaker": speaker, "unnamed": False}
    return {"speaker": name or NOBODY, "unnamed": nobody}


def outcome_of(words: str, rating: dict[str, Any]) -> str | None:
    """Held or failed where the rating is at an end of its scale, or plainly says true or false; else null."""
    plain = {"true": "held", "false": "failed"}.get(words.strip().strip(".!\"'“”").casefold())
    value, best, worst = (_number(rating.get(name)) for name in ("ratingValue", "bestRating", "worstRating"))
    end = None
    if value is not None and best is not None and worst is not None and best != worst:
        end = "held" if value == best else "failed" if value == worst else None
    return None if plain and end and plain != end else plain or end


def tool_claims(rows: Iterable[Raw], days: Days, *, speaker: str | None = None) -> Iterator[Row]:
    """The claims that Fact Check Tools found, each with the verdicts of all its reviewers, the newest last."""
    for raw in rows:
        if raw.fault:
            yield Row(raw.line, {}, {}, (raw.fault,))
            continue
        faults: list[Fault] = []
        text = _text(raw.values.get("text"))
        if not text:
            faults.append(Fault("text", "is empty"))
        reviews = [one for one in _many(raw.values.get("claimReview")) if isinstance(one, dict)]
        urls = [url for one in reviews if (url := _url(one.get("url")))]
        record = {
            "kind": "statement",
            **whose(_text(raw.values.get("claimant")) or None, speaker),
            "text": text or None,
            "said": day(raw.values.get("claimDate"), "said", days, faults),
            "origin": f"factcheck-tools {urls[0]}" if urls else None,
            **_judged_by_all(reviews, days, faults),
        }
        yield Row(raw.line, record, _rest_of_tools(raw.values, reviews), tuple(faults))


def _judged_by_all(reviews: list[dict[str, Any]], days: Days, faults: list[Fault]) -> dict[str, Any]:
    """The verdicts of the reviews that rate, oldest first; of the others the addresses alone."""
    verdicts = []
    for one in reviews:
        words = _text(one.get("textualRating"))
        if words:
            url, publisher = _url(one.get("url")), _one(one.get("publisher")) or {}
            verdicts.append({
                "act": "judge", "outcome": outcome_of(words, {}), "rating": stored_line(words), "happened": None,
                "judged": day(one.get("reviewDate"), "judged", days, faults),
                "judge": _text(publisher.get("name")) or _text(publisher.get("site")) or None, "reason": None,
                "evidence": [_piece(url, "for")] if url else [],
            })  # fmt: skip  # the record's order
    verdicts.sort(key=lambda verdict: verdict["judged"] or "")
    unrated = [_url(one.get("url")) for one in reviews if not _text(one.get("textualRating"))]
    if not verdicts:
        return {
            "status": "unresolved",
            "outcome": None,
            "evidence": [_piece(url, None) for url in unrated if url],
        }
    newest = verdicts[-1]
    standing = {name: newest[name] for name in ("outcome", "rating", "judged", "judge", "reason", "evidence")}
    return {"status": "resolved", **standing} | ({"verdicts": verdicts} if len(verdicts) > 1 else {})


def _rest_of_tools(values: Any, reviews: list[dict[str, Any]]) -> dict[str, str]:
    titles = "; ".join(filter(None, (_text(one.get("title")) for one in reviews)))
    others = {
        k: compact(v) for k, v in values.items() if k not in ("text", "claimant", "claimDate", "claimReview")
    }
    return {k: v for k, v in ({"claimReview.title": titles} | others).items() if v}


def _piece(url: str | None, stance: str | None) -> dict[str, Any]:
    return {"url": url, "archive_url": None, "quote": None, "stance": stance, "note": None}


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _one(value: Any) -> dict[str, Any] | None:
    """The first object of a value that may be one or a list of them."""
    return next((one for one in _many(value) if isinstance(one, dict)), None)


def _text(value: Any) -> str:
    return plain_text(text_of(value[0] if isinstance(value, list) and value else value))


def _url(value: Any) -> str | None:
    """The address that a value is, or has as an object."""
    for one in _many(value):
        words = one.get("url") or one.get("@id") or one.get("sameAs") if isinstance(one, dict) else one
        found = address(text_of(words[0] if isinstance(words, list) and words else words))
        if found:
            return found
    return None


def _author(value: Any) -> str | None:
    """The name of an author: an object, a plain text, or the first of several."""
    for one in _many(value):
        words = _text(one.get("name") if isinstance(one, dict) else one)
        if words:
            return stored_line(words)
    return None


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        number = float(text_of(value).replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
