"""Claims as files: every format by its name, with what writes it and what reads it back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError
from claimtrack.exchange import csv_file, ics_file, json_lines, json_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import IO

    from claimtrack.model import Claim


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a file of claims."""

    name: str
    suffixes: tuple[str, ...]
    written: Callable[..., None]  # claims, where to, and `fields` where they can be chosen
    read: Callable[[Iterable[str]], Iterator[dict[str, object]]] | None = None  # null: only ever written
    unguarded: Callable[..., None] | None = None  # only where text is guarded at all
    holds: Callable[[Claim], bool] | None = None  # null: it has room for every claim
    choosy: bool = True  # whether single fields can be chosen

    def write(
        self, claims: Iterable[Claim], out: IO[str], *, raw: bool = False, fields: Sequence[str] | None = None
    ) -> int:
        """Writes `claims` one at a time and returns how many; `raw` writes text as it is, for programs.

        Raises:
            UnreadableError: `fields` are chosen, and the format can't leave out the others.
        """
        if fields and not self.choosy:
            raise UnreadableError(f"The format {self.name} has no single fields; leave out --fields.")
        count = 0

        def counted() -> Iterator[Claim]:
            nonlocal count
            for count, claim in enumerate(filter(self.holds, claims), 1):  # noqa: B007  # counted for the caller
                yield claim

        chosen = self.unguarded if raw and self.unguarded else self.written
        chosen(counted(), out, **({"fields": fields} if fields else {}))
        return count


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("csv", (".csv",), csv_file.write, csv_file.read, partial(csv_file.write, raw=True)),
        Format("jsonl", (".jsonl", ".ndjson"), json_lines.write, json_lines.read),
        Format("json", (".json",), json_list.write, json_list.read),
        Format("ics", (".ics",), ics_file.write, holds=ics_file.has_a_day, choosy=False),
    )
}


def format_for(path: str | None, named: str | None = None) -> Format:
    """The format `named`, else the one that the suffix of `path` tells, else CSV where there is no path.

    Raises:
        UnreadableError: There is no such format, or the suffix tells none.
    """
    if named is not None:
        if named in FORMATS:
            return FORMATS[named]
        raise UnreadableError(f"There is no format {named!r}; there are {', '.join(FORMATS)}.")
    if path is None:
        return FORMATS["csv"]
    suffix = PurePath(path).suffix.casefold()
    for form in FORMATS.values():
        if suffix in form.suffixes:
            return form
    raise UnreadableError(
        f"The name {path!r} tells no format; add --format with one of {', '.join(FORMATS)}."
    )
