"""One claim in the person's own editor: `name: value` lines, long text indented below its name."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from claimtrack import tracker
from claimtrack.cli.terminal import Terminal
from claimtrack.cli.whose import settled
from claimtrack.errors import ClaimtrackError, UnreadableError
from claimtrack.model import Claim
from claimtrack.model.record import DAY, FIELDS, SHARE, SOURCE, TAGS, TRUTH, VAGUE
from claimtrack.store.database import Database
from claimtrack.tracker import Reference

_LONG = 70
_INDENT = "    "
_HELP = """\
# Change what follows `name:`; an empty value empties a field.
# Long text stands indented below its name. Lines that start with # are left out.
# Leave it as it is, or empty the file, to change nothing.
"""


# How a value of each form stands in the editor; those of other forms as they are.
_SHOWN: dict[str, Callable[[Any], str]] = {
    TRUTH: lambda true: "true" if true else "false",
    VAGUE: str,
    DAY: lambda day: day.isoformat(),
    SOURCE: lambda source: str(source.id),
    TAGS: ", ".join,
    SHARE: lambda share: f"{share:.12g}",
}


def form(claim: Claim) -> dict[str, str]:
    """The fields of a claim that can be edited, as a person gives them, its text first."""
    edited = sorted((field for field in FIELDS if field.edited), key=lambda field: field.name != "text")
    values = ((field, getattr(claim, field.name)) for field in edited)
    return {
        field.name: "" if value is None else _SHOWN.get(field.form, str)(value) for field, value in values
    }


def written(fields: dict[str, str]) -> str:
    """The fields as lines."""
    return "".join(_line(name, value) for name, value in fields.items())


def _line(name: str, value: str) -> str:
    if "\n" in value or len(value) > _LONG or value != value.strip():
        return f"{name}:\n" + "".join(f"{_INDENT}{line}\n" for line in value.split("\n"))
    return f"{name}: {value}".rstrip(" ") + "\n"


def read(text: str, names: Sequence[str]) -> dict[str, str]:
    """The fields that the lines hold.

    Raises:
        UnreadableError: where a line has no name, or one that is no field.
    """
    found: dict[str, list[str]] = {}
    last: str | None = None
    for line in text.split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith((" ", "\t")) or not line.strip():
            if last is not None:
                found[last].append(line.removeprefix(_INDENT) if line.startswith(_INDENT) else line.strip())
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in names:
            raise UnreadableError(f"{line[:40]!r} starts with no field; the fields are {', '.join(names)}.")
        last = name.strip()
        found[last] = [value.strip()]
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def edit_by_hand(terminal: Terminal, db: Database, named: Sequence[Reference]) -> tuple[Claim, ...]:
    """Opens the claim in $EDITOR until it can be read, and returns it as it then stands.

    Raises:
        UnreadableError: where several claims were named, or nobody is there to edit.
    """
    if len(named) != 1:
        raise UnreadableError("The editor takes one claim; give an option such as --tag to edit several.")
    if not terminal.interactive:
        raise UnreadableError("Say what to change, such as --due or --tag; an editor needs a terminal.")
    claim = tracker.show(db, named[0]).claim
    before = form(claim)
    with _file(terminal, written(before)) as path:
        return _edited(terminal, db, claim, path)


def _edited(terminal: Terminal, db: Database, claim: Claim, path: Path) -> tuple[Claim, ...]:
    """The claim as what is typed in the file makes it, opened again with the reason where that can't be."""
    before = form(claim)
    text, reason = written(before), ""
    while True:
        text = _opened(terminal, path, reason, text)
        if not text.strip():
            return (claim,)
        try:
            changed = {
                name: value for name, value in read(text, list(before)).items() if value != before[name]
            }
            if not changed:
                return (claim,)
            return tracker.edit(db, claim.id, **settled(terminal, db, _given(changed, before)))
        except ClaimtrackError as error:
            reason = f"# {' '.join(str(error).split())}\n"


@contextmanager
def _file(terminal: Terminal, untouched: str) -> Iterator[Path]:
    """A file to type in; where the editing fails with something typed in it, it stays and is named."""
    folder = Path(tempfile.mkdtemp(prefix="claimtrack-"))
    path = folder / "claim.txt"
    try:
        yield path
    except BaseException:
        if path.exists() and _typed(path) not in ("", untouched):
            terminal.say(f"What was typed is kept in {path}.")
            raise
        shutil.rmtree(folder)
        raise
    shutil.rmtree(folder)


def _given(changed: dict[str, str], before: dict[str, str]) -> dict[str, Any]:
    """What changed, as options of `edit`."""
    given: dict[str, Any] = dict(changed)
    if "tags" in changed:
        now, then = ({tag.strip() for tag in words.split(",")} for words in (changed["tags"], before["tags"]))
        given |= {"tags": sorted(now - then), "untag": sorted(then - now)}
    if "unnamed" in changed:
        given["unnamed"] = _truth(changed["unnamed"])
    elif "speaker" in changed and before["unnamed"] == "true":
        given["unnamed"] = True
    return given


def _truth(words: str) -> bool:
    try:
        return {"true": True, "false": False}[words.casefold()]
    except KeyError:
        raise UnreadableError(f"unnamed is true or false, not {words!r}.") from None


def _opened(terminal: Terminal, path: Path, reason: str, text: str) -> str:
    """The text, without help, as the editor left it in the file.

    Raises:
        UnreadableError: where the editor can't be started, or fails.
    """
    command = terminal.env.get("VISUAL") or terminal.env.get("EDITOR") or "vi"
    path.write_text(reason + _HELP + text, encoding="utf-8", errors="surrogateescape")
    try:
        ended = subprocess.run([*shlex.split(command), os.fspath(path)], check=False)  # noqa: S603  # the user's own editor
    except OSError as error:
        raise UnreadableError(
            f"The editor {command!r} can't be started; set EDITOR to one that is there."
        ) from error
    if ended.returncode:
        raise UnreadableError(
            f"The editor {command!r} ended with status {ended.returncode}; nothing was changed."
        )
    return _typed(path) if path.exists() else ""


def _typed(path: Path) -> str:
    """What stands in the file, without help; an editor may save in another encoding: what is not UTF-8 is kept."""
    left = path.read_text(encoding="utf-8", errors="surrogateescape")
    return "\n".join(line for line in left.split("\n") if not line.startswith("#"))
