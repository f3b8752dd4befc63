"""Bytes into text: what is no text at all, and in which character encoding the rest is written."""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import TYPE_CHECKING

import webencodings

from claimtrack.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

# The longest come first: the mark of UTF-32 begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS_BY_BEGINNING = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "an archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_KINDS_BY_TYPE = {"image": "an image", "audio": "a recording", "video": "a video", "font": "a font"}
_TEXT_TYPES = re.compile(r"text/.+|application/(?:.*\+)?(?:xml|json)|application/(?:octet-stream|x-unknown)|")
_META = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
# Where a page may declare its encoding, in bytes; the standard says 1024, pages are more careless.
_DECLARED_WITHIN = 4096
# As browsers do (WHATWG Encoding, 10.1.1), which webencodings leaves out: GBK is read as the larger set.
_LARGER = {"gbk": "gb18030"}
# Codecs of Python's own that no text is published in.
_NEVER = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))
# A declared encoding holds although one character in so many is broken.
BROKEN = 200


def media_type(content_type: str | None) -> str:
    """The type without its parameters, such as `text/html`; empty where there is none."""
    return (content_type or "").partition(";")[0].strip().lower()


def refuse_other_than_text(called: str, *, content_type: str | None, data: bytes = b"") -> None:
    """Raise RefusedError where the type or the first bytes of what is `called` so say that it is no text."""
    kind = _kind_by_beginning(data) or _kind_by_type(media_type(content_type))
    if kind:
        raise RefusedError(f"{called} is {kind}, not text or HTML: copy its text into a file and name that")


def decoded(data: bytes, *, content_type: str | None = None) -> str:
    """The text that `data` holds.

    Its encoding is told by its byte order mark, else the charset of `content_type`, else what the page itself
    declares, else it is UTF-8 if it can be, else it is worked out from the frequency of letters.
    """
    declared = list(_declared(data, content_type))
    for encoding in (*declared, "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    for encoding in declared:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") * BROKEN <= len(text):
            return text
    return _worked_out(data)


def _declared(data: bytes, content_type: str | None) -> Iterator[str]:
    """The encodings that the bytes and their type speak of, the surest first."""
    mark = _byte_order_mark(data)
    header = Message()
    header["Content-Type"] = content_type or ""
    meta = _META.search(data, 0, _DECLARED_WITHIN)
    if mark:
        yield mark
    for label in (header.get_param("charset"), meta and meta.group(1).decode("ascii", "replace")):
        encoding = _known(label) if isinstance(label, str) else None
        if encoding:
            # what could be read as ASCII is not in an encoding of two or four bytes (WHATWG HTML, 13.2.3.2)
            yield "utf-8" if meta and encoding.startswith(("utf-16", "utf-32")) else encoding


def _known(label: str) -> str | None:
    """The codec for an encoding's label, as browsers mean it, else as Python does; None where there is none."""
    meant = webencodings.lookup(label)
    names = (meant.codec_info.name, label) if meant else (label,)
    return next((codec for name in names if (codec := _codec(name.strip()))), None)


def _codec(name: str) -> str | None:
    """Python's codec of that name; None where there is none for text."""
    try:
        codec = codecs.lookup(name).name
        # raises LookupError where the codec is none for text, such as base64
        b"\0\0\0\0".decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if codec in _NEVER else _LARGER.get(codec, codec)


def _worked_out(data: bytes) -> str:
    """The most likely reading of bytes that say nothing about their encoding."""
    # A third of a second to load, and most text is UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only a page that names no character set needs it

    best = from_bytes(data).best()
    return str(best) if best else data.decode("utf-8", "replace")


def _byte_order_mark(data: bytes) -> str | None:
    """The encoding whose mark `data` begins with."""
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _kind_by_beginning(data: bytes) -> str | None:
    """What `data` is, if it is not text."""
    for beginning, kind in _KINDS_BY_BEGINNING:
        if data.startswith(beginning):
            return kind
    # No text has a zero byte, but in the encodings that begin with a mark.
    return "a binary file" if b"\0" in data and not _byte_order_mark(data) else None


def _kind_by_type(kind: str) -> str | None:
    """What a media type stands for, if it is not text."""
    if _TEXT_TYPES.fullmatch(kind):
        return None
    if kind == "application/pdf":
        return "a PDF document"
    return _KINDS_BY_TYPE.get(kind.partition("/")[0], f"of the type {kind}")
