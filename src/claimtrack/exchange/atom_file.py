"""A feed of the newest verdicts and moves (Atom, RFC 4287); what was told once keeps its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from claimtrack.model import TAKE_BACK, outcome_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.model import Claim, Verdict
    from claimtrack.model.report import Judged, Publication

NAMESPACE = "http://www.w3.org/2005/Atom"
AT_MOST = 100  # entries: a reader asks again soon enough
NEVER = "1970-01-01T00:00:00Z"  # a feed with nothing in it has to have been updated at some time
# What XML 1.0 has no way to write.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class News(NamedTuple):
    """What a reader of the feed is told once."""

    id: str
    at: str
    title: str
    text: str
    claim: Claim


def write(judged: Iterable[Judged], publication: Publication) -> str:
    """The feed as XML, newest first."""
    found = sorted((news for one in judged for news in _news(one)), key=lambda news: news.at, reverse=True)[
        :AT_MOST
    ]
    base = publication.base_url
    feed = ET.Element("feed", xmlns=NAMESPACE)
    title = publication.title or "Claims: verdicts and moves"
    author = publication.publisher_name or "claimtrack"
    for name, text in (
        ("title", title), ("id", base or "urn:claimtrack:claims"), ("updated", found[0].at if found else NEVER),
    ):  # fmt: skip  # a list of pairs
        _add(feed, name, text)
    _add(ET.SubElement(feed, "author"), "name", author)
    if base:
        ET.SubElement(feed, "link", href=base)
    for news in found:
        _entry(feed, news, base)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = UNWRITABLE.sub("", text)


def _entry(feed: ET.Element, news: News, base: str | None) -> None:
    entry = ET.SubElement(feed, "entry")
    for name, text in (
        ("id", news.id), ("title", news.title), ("updated", news.at), ("summary", news.text),
    ):  # fmt: skip  # a list of pairs
        _add(entry, name, text)
    if base:
        ET.SubElement(entry, "link", href=f"{base}#{news.claim.uid}")
    for word in (news.claim.kind, *news.claim.tags):
        ET.SubElement(entry, "category", term=UNWRITABLE.sub("", word))


def _news(one: Judged) -> Iterator[News]:
    """The verdicts that stand or stood, the take-backs, and that the claim moved another one."""
    claim = one.claim
    if claim.replaces is not None:
        due = f"now due {claim.due}" if claim.due else "now with no due date"
        yield News(
            f"urn:claimtrack:{claim.uid}:move",
            claim.created_at,
            f"Moved, {due}: {_who(claim)}",
            claim.text,
            claim,
        )
    for verdict in one.verdicts:
        if not verdict.annulled and verdict.judged:
            at = f"{verdict.judged.isoformat()}T00:00:00Z"
            yield News(
                f"urn:claimtrack:{verdict.uid}",
                at,
                f"{_came_out(claim, verdict)}: {_who(claim)}",
                _why(claim, verdict),
                claim,
            )


def _who(claim: Claim) -> str:
    return " ".join(f"{claim.said_by}: {claim.text}".split())


def _came_out(claim: Claim, verdict: Verdict) -> str:
    if verdict.act == TAKE_BACK:
        return "Verdict taken back"
    words = outcome_label(claim.kind, verdict.outcome) or verdict.rating or "resolved"
    return words[:1].upper() + words[1:]


def _why(claim: Claim, verdict: Verdict) -> str:
    """The claim, the reason, and the evidence that is published."""
    links = [f"{one.stance or 'evidence'}: {one.url}" for one in verdict.evidence if one.url]
    return "\n".join(filter(None, (claim.text, verdict.reason, *links)))
