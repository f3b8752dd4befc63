"""The rows of a foreign file before anyone says what they mean: names with values, and where they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.exchange.incoming import Fault


class Raw(NamedTuple):
    """One row of a table, or one object of a document."""

    line: int  # of a table the first line, of a document the number of the object
    values: Mapping[str, Any]
    fault: Fault | None = None  # where the row could not be taken apart


class Taken:
    """The values of a row by name or path, and which of its columns were asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
        self._names = {name.strip().casefold(): name for name in values}
        self._used: set[str] = set()

    def get(self, path: str) -> Any:
        """What stands in a column, or at a path such as `claim.author.0.name`; null where there is nothing.

        Names are the same whatever their case and the space around them. Of a list of objects, a name gives a list.
        """
        whole = self._names.get(path.strip().casefold())
        if whole is not None:
            self._used.add(whole)
            return self._values[whole]
        first, *rest = path.split(".")
        name = self._names.get(first.strip().casefold())
        if name is None or not rest:
            return None
        self._used.add(name)
        return walked(self._values[name], rest)

    def left(self) -> dict[str, Any]:
        """The columns that nobody asked for and that say something."""
        return {
            name: value
            for name, value in self._values.items()
            if name not in self._used and value not in (None, "", [], {}) and str(value).strip()
        }


def walked(value: Any, path: list[str]) -> Any:
    """What stands at a path within a value."""
    for at, name in enumerate(path):
        if isinstance(value, list) and not name.isdecimal():
            return [found for one in value if (found := walked(one, path[at:])) is not None]
        if isinstance(value, list):
            value = value[int(name)] if int(name) < len(value) else None
        elif isinstance(value, dict):
            value = next(
                (value[key] for key in value if key.strip().casefold() == name.strip().casefold()), None
            )
        else:
            return None
    return value
