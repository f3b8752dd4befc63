"""Maps: which column or path of a foreign file is which field of the record, as a small TOML file says it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from claimtrack.errors import ClaimtrackError, UnreadableError, why
from claimtrack.exchange.foreign.days import fault_of_form
from claimtrack.model.outcome import KINDS, OUTCOME_CODES, outcome_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONTAINERS = ("csv", "tsv", "json", "jsonl", "yaml")
# What else the facts of a source are called, as the options of `add` are.
_ALSO = {"url": "source_url", "archive_url": "source_archive_url", "publisher": "source_publisher",
         "published": "source_published"}  # fmt: skip  # a table
# What an outcome of a map may be besides the outcomes: still under way, and judged without one.
UNRESOLVED, NO_OUTCOME = "unresolved", "no-outcome"
SOURCE_FIELDS = ("source_title", "source_publisher", "source_url", "source_archive_url", "source_published")
DATES = ("said", "due", "remind", "happened", "judged", "source_published")
LISTS = ("tags", "evidence")
VERDICT_FIELDS = ("happened", "judged", "judge", "reason")
FIELDS = (
    "kind", "speaker", "unnamed", "role", "text", "quote", "translation", "said", "due", "due_words", "remind",
    "criterion", "via", "source", *SOURCE_FIELDS, *LISTS, "probability", "note", "origin", "outcome", "rating",
    *VERDICT_FIELDS,
)  # fmt: skip  # a list of names
_TOP = ("title", "format", "rows", "columns", "quoting", "missing", "told_by", "first_row", "unnamed",
        "fields", "outcomes", "defaults", "moves")  # fmt: skip  # a list of names
_OF_A_FIELD = (
    "from",
    "is",
    "empty",
    "written",
    "split",
    "join",
    "scale",
    "html",
    "url",
    "note",
    "for",
    "digest",
)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Where one field comes from, and how it is written there."""

    paths: tuple[str, ...] = ()  # the first that says something; of a list, all of them
    value: str | None = None  # the same for every row, or for those whose columns say nothing
    empty: frozenset[str] = frozenset()  # words for nothing, in small letters
    written: tuple[str, ...] = ()  # how a date is written
    split: str | None = None  # between the parts of a list
    join: str | None = None  # between the values of all the paths
    scale: float = 1.0  # what a probability of 1 is written as
    html: bool = False
    url: str | None = None  # in a list of objects, the key that holds the address
    note: str | None = None
    digest: bool = False  # of an origin: all of its columns, as a few letters that tell them from others
    only_for: tuple[str, ...] = ()  # outcomes; of other claims it stays with what has no field


@dataclass(frozen=True, slots=True)
class Moves:
    """Which rows are one chain: those that agree in `same`, in the order of `order`."""

    same: tuple[str, ...]
    order: str


@dataclass(frozen=True, slots=True)
class Map:
    """How the rows of one kind of file become records."""

    name: str
    container: str
    title: str = ""
    rows: str | None = None  # the path to the list of rows
    columns: tuple[str, ...] = ()  # the names, of a file without a header
    quoting: bool = True
    missing: frozenset[str] = frozenset()  # words for nothing, in any column
    told_by: tuple[str, ...] = ()  # names that only such a file has
    first_row: tuple[str, ...] = ()  # patterns of the first cells, of a file without a header
    unnamed: frozenset[str] = frozenset()  # words for speakers that name nobody, in small letters
    nobody: str | None = None  # the words for the speaker of a row that names none
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    moves: Moves | None = None


def plain_word(word: str) -> str:
    """The form under which two words for an outcome are the same: case, dashes and spaces aside."""
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").split())


def _coded(outcome: object) -> object:
    """The stored code of an outcome in the words of any kind, such as `kept`; anything else as it is."""
    if not isinstance(outcome, str) or outcome in (UNRESOLVED, NO_OUTCOME):
        return outcome
    try:
        return outcome_code(outcome)
    except ClaimtrackError:
        return outcome


def read_map(path: Path) -> Map:
    """The map in a TOML file, named as the file is.

    Raises:
        UnreadableError: It can't be read, is not TOML, or has a key or a value that no map has.
    """
    try:
        return parse(path.read_text(encoding="utf-8-sig"), name=path.stem, where=path.name)
    except OSError as error:
        raise UnreadableError(f"The map {path} can't be read: {why(error)}.") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"The map {path.name} is not UTF-8; save it as that.") from error


def parse(text: str, *, name: str, where: str) -> Map:
    """The map that TOML says; `where` is what errors call the file.

    Raises:
        UnreadableError: As `read_map`.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(f"{where} is not TOML: {str(error)[:1].lower()}{str(error)[1:]}.") from error
    return _Reader(where).map(given, name)


class _Reader:
    """Reads the tables of one map; every error names the file and the key."""

    def __init__(self, where: str) -> None:
        self._where = where

    def map(self, given: dict[str, Any], name: str) -> Map:
        self._known("", given, _TOP)
        if "fields" not in given:
            raise self._error("fields", 'is missing; say at least text = "COLUMN" under [fields]')
        container = self._one_of("format", given.get("format"), CONTAINERS)
        return Map(
            name=name,
            container=container,
            title=self._text("title", given.get("title", "")),
            rows=self._text("rows", given["rows"]) if "rows" in given else None,
            columns=self._texts("columns", given.get("columns", [])),
            quoting=self._truth("quoting", given.get("quoting", True)),
            missing=frozenset(self._texts("missing", given.get("missing", []))),
            told_by=self._texts("told_by", given.get("told_by", [])),
            first_row=self._texts("first_row", given.get("first_row", [])),
            unnamed=frozenset(word.casefold() for word in self._texts("unnamed", given.get("unnamed", []))),
            nobody=self._nobody(given.get("defaults", {})),
            fields=self._fields(given["fields"], self._defaults(given.get("defaults", {}))),
            outcomes=self._outcomes(given.get("outcomes", {})),
            moves=self._moves(given["moves"]) if "moves" in given else None,
        )

    def _fields(self, given: object, defaults: dict[str, str]) -> dict[str, FieldSpec]:
        """Each field, with its value where its columns say nothing."""
        table = {_ALSO.get(name, name): value for name, value in self._table("fields", given).items()}
        self._known("fields", table, FIELDS)
        if "text" not in table:
            raise self._error("fields.text", "is missing; name the column or path that holds the claim")
        of_rows = {name: self._field(name, value) for name, value in table.items()}
        of_all = {name: FieldSpec(value=value) for name, value in defaults.items()}
        return of_all | {
            name: replace(spec, value=defaults[name]) if name in defaults and spec.paths else spec
            for name, spec in of_rows.items()
        }

    def _field(self, name: str, given: object) -> FieldSpec:
        key = f"fields.{name}"
        if isinstance(given, (str, list)):
            return FieldSpec(paths=self._texts(key, given))
        table = self._table(key, given)
        self._known(key, table, _OF_A_FIELD)
        if ("from" in table) == ("is" in table):
            raise self._error(key, 'needs either from = "COLUMN" or is = "VALUE"')
        written = self._texts(f"{key}.written", table.get("written", []))
        if written and name not in DATES:
            raise self._error(f"{key}.written", "is for dates only")
        for form in written:
            if fault := fault_of_form(form):
                raise self._error(f"{key}.written", fault)
        return FieldSpec(
            paths=self._texts(f"{key}.from", table.get("from", [])),
            value=self._text(f"{key}.is", table["is"]) if "is" in table else None,
            empty=frozenset(
                word.strip().casefold() for word in self._texts(f"{key}.empty", table.get("empty", []))
            ),
            written=written,
            split=self._text(f"{key}.split", table["split"]) if table.get("split") else None,
            join=self._text(f"{key}.join", table["join"]) if "join" in table else None,
            scale=self._number(f"{key}.scale", table.get("scale", 1)),
            html=self._truth(f"{key}.html", table.get("html", False)),
            url=self._text(f"{key}.url", table["url"]) if "url" in table else None,
            note=self._text(f"{key}.note", table["note"]) if "note" in table else None,
            digest=self._truth(f"{key}.digest", table.get("digest", False)),
            only_for=self._texts(f"{key}.for", table.get("for", [])),
        )

    def _outcomes(self, given: object) -> dict[str, str]:
        table = self._table("outcomes", given)
        codes = (*OUTCOME_CODES, UNRESOLVED, NO_OUTCOME)
        table = {word: _coded(code) for word, code in table.items()}
        return {
            plain_word(word): self._one_of(f"outcomes.{word}", code, codes) for word, code in table.items()
        }

    def _defaults(self, given: object) -> dict[str, str]:
        table = self._table("defaults", given)
        self._known("defaults", table, FIELDS)
        if "kind" in table:
            self._one_of("defaults.kind", table["kind"], KINDS)
        return {
            name: self._text(f"defaults.{name}", value) for name, value in table.items() if name != "unnamed"
        }

    def _nobody(self, given: object) -> str | None:
        words = self._table("defaults", given).get("unnamed")
        return None if words is None else self._text("defaults.unnamed", words)

    def _moves(self, given: object) -> Moves:
        table = self._table("moves", given)
        self._known("moves", table, ("same", "order"))
        for key in ("same", "order"):
            if key not in table:
                raise self._error(f"moves.{key}", "is missing")
        return Moves(self._texts("moves.same", table["same"]), self._text("moves.order", table["order"]))

    def _known(self, key: str, table: dict[str, Any], names: tuple[str, ...]) -> None:
        for name in table:
            if name not in names:
                near = get_close_matches(name, names, 1)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}."
                whole = f"{key}.{name}" if key else name
                raise UnreadableError(f"{self._where}: {whole} is no key of a map; {hint}")

    def _table(self, key: str, given: object) -> dict[str, Any]:
        if not isinstance(given, dict):
            raise self._error(key, "is no table")
        return given

    def _text(self, key: str, given: object) -> str:
        if isinstance(given, str):
            return given
        if isinstance(given, (int, float)) and not isinstance(given, bool):
            return str(given)
        raise self._error(key, "is no text")

    def _texts(self, key: str, given: object) -> tuple[str, ...]:
        return tuple(self._text(key, one) for one in (given if isinstance(given, list) else [given]))

    def _truth(self, key: str, given: object) -> bool:
        if isinstance(given, bool):
            return given
        raise self._error(key, "is neither true nor false")

    def _number(self, key: str, given: object) -> float:
        if isinstance(given, (int, float)) and not isinstance(given, bool) and given > 0:
            return float(given)
        raise self._error(key, "is no number above 0")

    def _one_of(self, key: str, given: object, choices: tuple[str, ...]) -> str:
        if isinstance(given, str) and given in choices:
            return given
        if given is None:
            raise self._error(key, f"is missing; say one of {', '.join(choices)}")
        raise self._error(key, f"is {given!r}; say one of {', '.join(choices)}")

    def _error(self, key: str, fault: str) -> UnreadableError:
        return UnreadableError(f"{self._where}: {key} {fault}.")
