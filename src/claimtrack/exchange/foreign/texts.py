"""A file as text, whatever its encoding: whole, line by line, or only its beginning."""

from __future__ import annotations

import codecs
import io
import re
import zlib
from typing import TYPE_CHECKING

from claimtrack.errors import UnreadableError, why

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

_HEAD = 200_000
_CHUNK = 1 << 20
_LARGEST_MEMBER = 1 << 30
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
ZIP = b"PK\x03\x04"


# A word of Cyrillic letters, which are all beyond ASCII; in languages of the West few letters in a row are.
_CYRILLIC_WORD = re.compile(rb"[\xa8\xaa\xaf\xb2-\xb4\xb8\xba\xbf\xc0-\xff]{4,}")


def _is_cyrillic(start: bytes) -> bool:
    """Whether text in one byte a letter is in Windows' Cyrillic, and not in its Western set."""
    beyond = sum(byte >= 0x80 for byte in start)  # noqa: PLR2004  # beyond ASCII
    return sum(map(len, _CYRILLIC_WORD.findall(start))) * 2 > beyond


class Given:
    """One file that was given: a path, or bytes that a zip held."""

    def __init__(self, name: str, path: Path | None = None, data: bytes | None = None) -> None:
        self.name = name
        self._path, self._data = path, data
        try:
            with self.opened() as file:
                self.start = file.read(_HEAD)
            self._encoding = self._encoding_of()
        except OSError as error:
            raise UnreadableError(f"{name} can't be read: {why(error)}.") from error

    @property
    def is_zip(self) -> bool:
        """Whether it is a zip, as its first bytes tell."""
        return self.start.startswith(ZIP)

    @property
    def head(self) -> str:
        """Its beginning as text."""
        return self.start.decode(self._encoding, errors="ignore").removeprefix("\ufeff")

    def text(self) -> str:
        """All of it as text."""
        with self.opened() as file:
            return file.read().decode(self._encoding, errors="replace").removeprefix("\ufeff")

    def lines(self) -> Iterator[str]:
        """Its lines, one at a time, with their ends as they are."""
        with io.TextIOWrapper(self.opened(), self._encoding, errors="replace", newline="") as file:
            yield from file

    def count_lines(self) -> int:
        """How many lines it has; of a zip nothing that means anything."""
        with self.opened() as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))

    def opened(self) -> IO[bytes]:
        """It as bytes."""
        return self._path.open("rb") if self._path is not None else io.BytesIO(self._data or b"")

    def _encoding_of(self) -> str:
        for mark, encoding in _MARKS:
            if self.start.startswith(mark):
                return encoding
        if self.start[1:2] == b"\0":
            return "utf-16-le"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            with self.opened() as file:
                while chunk := file.read(_CHUNK):
                    decoder.decode(chunk)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1251" if _is_cyrillic(self.start) else "cp1252"  # what spreadsheets save there
        return "utf-8"


def members(given: Given, *names: str) -> list[Given]:
    """The files in a zip whose names end so; all of them where none is named.

    Raises:
        UnreadableError: It is broken, or one of them is too large to be held.
    """
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415 - few files are one

    try:
        with given.opened() as file, ZipFile(file) as zipped:
            found = [
                one for one in zipped.infolist() if not one.is_dir() and one.filename.endswith(names or ("",))
            ]
            if any(one.file_size > _LARGEST_MEMBER for one in found):
                raise UnreadableError(f"{given.name} holds a file of more than a gigabyte; unpack it first.")
            return [Given(one.filename, data=zipped.read(one)) for one in found]
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise UnreadableError(f"{given.name} is a broken zip; get it again.") from error


def only_member(given: Given) -> Given | None:
    """The file that a zip holds where it holds a single one; null for others, such as a spreadsheet."""
    found = members(given)
    return found[0] if len(found) == 1 else None
