"""A page of claims that needs nothing but itself: no network, no other file, and to be read no script."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.model.text import counted
from claimtrack.model.when import When
from claimtrack.render.layout.plain import clean, one_line
from claimtrack.render.moves import share, shift
from claimtrack.render.page import words
from claimtrack.render.page.timeline import picture
from claimtrack.render.scorecards import scorecard_facts
from claimtrack.render.stats import COLUMNS, USUAL, notes
from claimtrack.render.status import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment

    from claimtrack.model import Claim
    from claimtrack.model.report import Report

POLICY = "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


class Choice(NamedTuple):
    """A value that claims can be filtered by, and how many have it."""

    value: str
    claims: int


def report(page: Report) -> Iterator[str]:
    """The text of the page, piece by piece."""
    template = _environment().get_template("report.html.jinja")
    style, script = _asset("report.css"), _asset("report.js")
    yield from template.generate(
        page=page,
        picture=picture(_chains_of(page), page.day),
        choices=_choices(page.claims),
        columns=[(name, *COLUMNS[name][:2]) for name in _columns(page)],
        notes=list(notes(page.table)),
        facts=_facts(page),
        shown={claim.id: claim.uid for claim in page.claims},
        style=style,
        script=script,
        policy=POLICY.format(style=_digest(style), script=_digest(script)),
        embedded=page.embedded and page.embedded.replace("<", "\\u003c"),
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  # only a page needs it

    made = Environment(
        loader=PackageLoader("claimtrack.render", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_cleaned,
    )
    made.filters |= {
        "address": words.address, "counted": counted, "day": When.day, "earlier": words.earlier,
        "judged": words.judged, "line": one_line, "moves": words.moves, "percent": share, "shift": shift,
        "spoken": words.spoken, "standing": lambda claim, day: standing(claim, day)[0],
        "stands": words.stands, "years": words.years,
    }  # fmt: skip  # a table
    return made


def _cleaned(value: object) -> object:
    """Text without what turns the direction of the text around it; a template's own markup stays."""
    return clean(value) if type(value) is str else value


def _asset(name: str) -> str:
    return files("claimtrack.render").joinpath("page", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The source expression of Content Security Policy that allows this text alone."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _chains_of(page: Report) -> list[tuple[Claim, ...]]:
    """Each chain once, in the order of the page."""
    whole = {chain[-1].id: chain for claim in page.claims for chain in [page.chains.get(claim.id, (claim,))]}
    return list(whole.values())


def _columns(page: Report) -> list[str]:
    """The figures of the scoreboard that say anything here."""
    ranked = any(row.rank is not None for row in page.table.rows)
    wanted = [*USUAL, *(["rank"] if ranked else [])]
    return [name for name in wanted if any(getattr(row, name) is not None for row in page.table.rows)]


def _facts(page: Report) -> list[tuple[str, list[str]]]:
    """The scorecard of the one speaker that the page is about."""
    if page.scores is None:
        return []
    return [
        (label, text.split("\n"))
        for card in page.scores.speakers
        for label, text in scorecard_facts(card, page.scores)
    ]


def _choices(claims: Sequence[Claim]) -> dict[str, list[Choice]]:
    """What the claims of the page can be filtered by, where there is more than one value to choose from."""
    values = {
        "speaker": (claim.speaker for claim in claims),
        "kind": (claim.kind for claim in claims),
        "outcome": (words.stands(claim) for claim in claims),
        "tag": (tag for claim in claims for tag in claim.tags),
        "year": (year for claim in claims for year in words.years(claim)),
    }
    counts = {name: Counter(of) for name, of in values.items()}
    return {
        name: [Choice(value, many) for value, many in sorted(of.items(), key=lambda one: one[0].casefold())]
        for name, of in counts.items()
        if len(of) > 1 or (name == "tag" and of)
    }
