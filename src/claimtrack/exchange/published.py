"""Formats for publishing: none holds what is private unasked, and each takes what its publisher says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.exchange import atom_file, claim_review, markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO

    from claimtrack.model.report import Judged, Publication


@dataclass(frozen=True, slots=True)
class Published:
    """One format; `write` writes text to a stream and returns how many claims it left out, by why.

    Those without `write` are no text: a database and a folder, which `tracker.publish` makes.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Judged], IO[str], Publication], dict[str, int]] | None = None
    private: bool = False  # whether it has what is private where that is asked for
    judged: bool = False  # whether it tells more of verdicts than the one that stands


def _claim_review(judged: Iterable[Judged], out: IO[str], publication: Publication) -> dict[str, int]:
    text, left_out = claim_review.write(judged, publication)
    out.write(text)
    return left_out


def _atom(judged: Iterable[Judged], out: IO[str], publication: Publication) -> dict[str, int]:
    out.write(atom_file.write(judged, publication))
    return {}


def _markdown(judged: Iterable[Judged], out: IO[str], publication: Publication) -> dict[str, int]:
    out.writelines(markdown.write(judged, publication))
    return {}


SITE, PARQUET, WORKBOOK = "sqlite", "parquet", "xlsx"
PUBLISHED = {
    form.name: form
    for form in (
        Published("md", (".md", ".markdown"), _markdown, private=True),
        Published("atom", (".xml", ".atom"), _atom, judged=True),
        Published("claimreview", (".jsonld",), _claim_review),
        Published(SITE, (".db", ".sqlite", ".sqlite3")),
        Published(PARQUET, (".parquet",), private=True),
        Published(WORKBOOK, (".xlsx",), private=True),
    )
}
