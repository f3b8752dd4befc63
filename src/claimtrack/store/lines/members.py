"""A record as a JSON object on a line, as json.dumps has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model import record
from claimtrack.store.lines.record import FORMS, SOURCE_FORMS, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LISTS = (record.APPEARANCES, record.CLAIMS, record.EVIDENCE, record.TAGS, record.UIDS, record.VERDICTS)
_WORDS = (record.LINE, record.LINK, record.SPEAKER, record.TEXT)
# SQL for a value by its form, where it is not a code or a date, which has nothing to escape.
_VALUES = {
    **dict.fromkeys(_LISTS, "{0}"),  # the view has them as they are written
    **dict.fromkeys(_WORDS, "CASE WHEN {0} IS NULL THEN 'null' ELSE json_quote({0}) END"),
    **dict.fromkeys((record.CLAIM, record.NUMBER), "ifnull({0}, 'null')"),
    record.TRUTH: "CASE {0} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END",
    record.SHARE: "CASE WHEN {0} IS NULL THEN 'null' ELSE shortest({0}) END",
}
_CODE = "ifnull('\"' || {0} || '\"', 'null')"


def json_line(names: Sequence[str]) -> Line:
    """The object with these names; a source is one object, or a fact of it by the name it has in CSV."""
    return Line(_object((name, _value(name)) for name in names), {})


def _value(name: str) -> str:
    """SQL for the value of a name."""
    if name != "source":
        return _VALUES.get(FORMS[name], _CODE).format(name)
    facts = zip((fact.name for fact in record.SOURCE_FACTS), SOURCE_FORMS, strict=True)
    known = _object((fact, _value(column)) for fact, column in facts)
    return f"CASE WHEN source_id IS NULL THEN 'null' ELSE {known} END"


def _object(members: Iterable[tuple[str, str]]) -> str:
    """SQL for the text of an object."""
    given = dict(members)
    form = ", ".join(f'"{name}": %s' for name in given)
    return f"printf('{{{form}}}', {', '.join(given.values())})"
