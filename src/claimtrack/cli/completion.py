"""Completion by tab: what may follow on the line, by the name of the option or argument that is being typed."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.cli import shells
from claimtrack.cli.terminal import Terminal
from claimtrack.cli.typer_internals import place_at_the_end
from claimtrack.model import KINDS, STATUSES
from claimtrack.model.claim import BY
from claimtrack.model.scorecard import NAMES
from claimtrack.model.text import name_key
from claimtrack.render.layout.plain import one_line
from claimtrack.tracker import completion
from claimtrack.tracker.completion import Candidate

if TYPE_CHECKING:
    import typer

    from claimtrack.cli.typer_internals import Place
    from claimtrack.store.database import Database

_WIDTH = 60
_FILES = ("FILE", "FILE.html", "ARTICLE", "OTHER.db")


@dataclass(frozen=True)
class Asked:
    """What is being typed, the other values on the line, and the database that the line names."""

    typed: str
    values: Mapping[str, Any]
    db: Database


Found = Iterable[Candidate]
Completer = Callable[[Asked], Found]


def _of(verb: Callable[[Database, str], Found]) -> Completer:
    return lambda asked: verb(asked.db, asked.typed)


def _joined(verb: Callable[[Database, str], Found]) -> Completer:
    """Values that may be joined by commas: only the last is being typed."""

    def complete(asked: Asked) -> Found:
        before, comma, last = asked.typed.rpartition(",")
        return [found._replace(value=before + comma + found.value) for found in verb(asked.db, last)]

    return complete


def _one_of(*words: str) -> Completer:
    return lambda asked: _beginning(asked.typed, map(Candidate, words))


def _beginning(typed: str, candidates: Found) -> Found:
    return [found for found in candidates if found.value.startswith(typed.casefold())]


def _outcomes(asked: Asked) -> Found:
    return _beginning(
        asked.typed, [*completion.outcomes(KINDS), Candidate("none", "resolved with no outcome")]
    )


def _verdict(asked: Asked) -> Found:
    before, comma, last = asked.typed.rpartition(",")
    found = completion.verdict(asked.db, asked.values.get("words") or (), last)
    return [one._replace(value=before + comma + one.value) for one in _beginning(last, found)]


def _formats(asked: Asked) -> Found:
    from claimtrack.exchange import FORMATS  # noqa: PLC0415  # only for this option

    return _one_of(*FORMATS)(asked)


# By the name of the parameter, or by command and parameter where a name means different things.
VALUES: dict[str, Completer] = {
    "speaker": _of(completion.speakers), "name": _of(completion.speakers), "into": _of(completion.speakers),
    "claim": _of(completion.ids), "like": _of(completion.ids), "replaces": _of(completion.ids),
    "contradicts": _of(completion.ids), "ids": _joined(completion.ids),
    "tag": _joined(completion.tags), "without": _joined(completion.tags),
    "tags": _joined(completion.tags), "untag": _joined(completion.tags),
    "source": _of(completion.sources),
    "resolve words": _verdict, "outcome": _outcomes,
    "kind": _one_of(*KINDS), "status": _one_of(*STATUSES), "sort": _one_of(*completion.SORTS),
    "stats sort": _one_of(*NAMES[1:]), "by": _one_of(*BY),
    "evidence": _one_of("any", "for", "contrary", "none"), "resolve evidence": _one_of(),
    "format_": _formats,
}  # fmt: skip  # a table


def answer(asked: str, app: typer.Typer, terminal: Terminal) -> int:
    """Writes what a shell asked for, `source_SHELL` or `complete_SHELL`; 1 where it should offer file names."""
    what, _, shell = asked.partition("_")
    if shell not in shells.SCRIPTS or what not in ("source", "complete"):
        return 1
    if what == "source":
        terminal.emit(shells.SCRIPTS[shell].splitlines())
        return 0
    lines = _quietly(lambda: _lines(shell, app, terminal))
    terminal.emit(lines or ())
    return 1 if lines is None else 0


def _quietly(work: Callable[[], list[str] | None]) -> list[str] | None:
    """What the work gives, and none where anything goes wrong, since a prompt is no place for an error."""
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            return work()
    except Exception:  # noqa: BLE001  # whatever it was, the command itself will say
        return []


def _lines(shell: str, app: typer.Typer, terminal: Terminal) -> list[str] | None:
    """The candidates as the shell reads them; null where it should offer file names."""
    line = _typed_line(terminal.env)
    found = _candidates(app, terminal, line)
    if found is None:
        return None
    return (
        shells.for_bash([value for value, _ in found], line) if shell == "bash" else shells.with_words(found)
    )


def _typed_line(env: Mapping[str, str]) -> str:
    """The line up to the cursor; typer's form of it for bash, the words and the place of the last, is taken too."""
    if "COMP_WORDS" not in env:
        return env.get("_TYPER_COMPLETE_ARGS", "")
    words = env["COMP_WORDS"].split("\n" if "\n" in env["COMP_WORDS"] else None)
    place = int(env.get("COMP_CWORD", len(words)))
    return " ".join([*words[:place], "".join(words[place : place + 1])])


def _candidates(app: typer.Typer, terminal: Terminal, line: str) -> list[Candidate] | None:
    """What may stand in the place of the last word of the line; null where that is the name of a file."""
    place = place_at_the_end(app, "claimtrack", line, terminal)
    if place.parameter is None:
        offered = [Candidate(name, about) for name, about in place.names]
    elif place.metavar.strip("[]") in _FILES:
        return None
    else:
        offered = list(_values(place, terminal))
    return [
        Candidate(place.before + value, " ".join(one_line(about).split())[:_WIDTH].rstrip())
        for value, about in _held(place.begun, offered)
        if one_line(value) == value
    ]


def _values(place: Place, terminal: Terminal) -> Found:
    completer = VALUES.get(f"{place.command} {place.parameter}") or VALUES.get(place.parameter or "")
    if completer is None:
        return ()
    terminal.named = os.path.expandvars(terminal.named) if terminal.named else None
    with terminal.database() as db:
        return completer(Asked(place.begun, place.values, db))


def _held(typed: str, offered: list[Candidate]) -> list[Candidate]:
    """The candidates, and what was typed where they share a beginning that a shell would put in its place."""
    shared = os.path.commonprefix([value for value, _ in offered])  # noqa: RUF071  # these are no paths
    if len(offered) > 1 and shared and not name_key(shared).startswith(name_key(typed)):
        return [*offered, Candidate(typed)]
    return offered
