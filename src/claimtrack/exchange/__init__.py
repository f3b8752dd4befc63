"""Claims as files: every format by its name, with what writes it and what reads it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.exchange import csv_file, ics_file, json_lines, json_list
from claimtrack.exchange.private import has_private, without_private
from claimtrack.exchange.published import PUBLISHED, Published
from claimtrack.model.record import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import IO

    from claimtrack.model import Claim
    from claimtrack.model.claim import Plain


class Written(NamedTuple):
    """How many claims were written, how many of them with something private, and how many without theirs."""

    claims: int
    private: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a file of claims."""

    name: str
    suffixes: tuple[str, ...]
    written: Callable[..., None]  # claims, where to, and `fields` where they can be chosen
    unguarded: Callable[..., None] | None = None  # only where text is guarded at all
    holds: Callable[[Any], bool] | None = None  # null: it has room for every claim
    choosy: bool = True  # whether single fields can be chosen
    whole: bool = False  # whether it may tell of speakers besides their claims
    plain: bool = False  # whether it is written of plain values, without a claim between
    keeps: bool = False  # for keeping and moving, so that what is private is in it unasked
    shows: bool = True  # false: it never has what is private

    def write(
        self, claims: Iterable[Claim | Plain], out: IO[str], *, raw: bool = False, fields: Sequence[str] | None = None,
        private: bool = False, speakers: Iterable[tuple[str, Sequence[str]]] | None = None, **form: Any,
    ) -> Written:  # fmt: skip  # as short as the call
        """Writes `claims` one at a time; `raw` writes text as it is, for programs, `private` what is private too.

        `speakers` come after them, where the format tells them, with their other names. `form` is of the format alone.

        Raises:
            UnreadableError: `fields` are chosen, and the format can't leave out the others.
        """
        if fields and not self.choosy:
            raise UnreadableError(f"The format {self.name} has no single fields; leave out --fields.")
        count = secret = 0
        kept = filter(self.holds, claims) if self.holds else claims

        def counted() -> Iterator[Claim | Plain]:
            nonlocal count, secret
            for count, claim in enumerate(kept, 1):  # noqa: B007  # counted for the caller
                secret += has_private(claim)
                yield claim if open_ else without_private(claim)

        open_ = self.shows and (private or self.keeps)
        chosen = self.unguarded if raw and self.unguarded else self.written
        if fields:
            form["fields"] = fields
        if speakers is not None:
            form["speakers"] = speakers
        chosen(counted(), out, **form)
        if fields and not set(fields) & set(PRIVATE):
            secret = 0
        return Written(count, secret if open_ else 0, 0 if open_ else secret)


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("csv", (".csv",), csv_file.write, partial(csv_file.write, raw=True), whole=True, plain=True),
        Format("jsonl", (".jsonl", ".ndjson"), json_lines.write, whole=True, plain=True, keeps=True),
        Format("json", (".json",), json_list.write, plain=True),
        Format("ics", (".ics",), ics_file.write, holds=ics_file.has_a_day, choosy=False, shows=False),
    )
}


def format_for(path: str | None, named: str | None = None) -> Format | Published:
    """The format `named`, else the one that the suffix of `path` tells, else CSV where there is no path.

    Raises:
        UnreadableError: There is no such format, or the suffix tells none.
    """
    known: dict[str, Format | Published] = {**FORMATS, **PUBLISHED}
    if named is not None:
        if named in known:
            return known[named]
        raise UnreadableError(f"There is no format {named!r}; there are {', '.join(known)}.")
    if path is None:
        return FORMATS["csv"]
    suffix = PurePath(path).suffix.casefold()
    for form in known.values():
        if suffix in form.suffixes:
            return form
    raise UnreadableError(f"The name {path!r} tells no format; add --format with one of {', '.join(known)}.")
