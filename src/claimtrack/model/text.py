"""Text: as it is stored, keys under which names and texts are the same, counts with their nouns, addresses."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

# Text as the database has it: NFC, LF ends, no control characters but newline and tab, no space around it.
StoredText = NewType("StoredText", str)

# Apostrophes and dashes that stand for one another in names; Ukrainian ones come with all three apostrophes.
_SAME_CHARACTER = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u02b9\u0060\u00b4\u2032", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_SURROGATE = "[\ud800-\udfff]"  # patterns are compiled where they are first needed
# Scripts without spaces between words, a whole run of which is one word to the tokenizer: Thai to Burmese, Khmer,
# Chinese and Japanese.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff]"
)


def stored(text: str) -> StoredText | None:
    """`text` in Unicode NFC with LF ends, without control characters but newline and tab; null where empty."""
    if text.isprintable() and unicodedata.is_normalized(
        "NFC", text
    ):  # most text is, and then nothing else can be
        return StoredText(text.strip(" ")) or None
    if text.isascii() and text.isprintable():
        return StoredText(text.strip()) or None
    text = re.sub(_SURROGATE, "", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    return StoredText(unicodedata.normalize("NFC", kept).strip()) or None


def stored_line(text: str) -> StoredText | None:
    """`stored` on one line, with every run of white space a single space."""
    return StoredText(" ".join((stored(text) or "").split())) or None


def _without_latin_accents(text: str) -> str:
    """Accents taken off Latin letters only: й and ї are letters of their own."""
    kept: list[str] = []
    latin = False
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character):
            if latin:
                continue
        else:
            latin = character.isascii() or "LATIN" in unicodedata.name(character, "")
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def text_key(text: str) -> str:
    """`text` with case and spaces made one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


# Signs that stay in the key of a claim, since they change what it says: of a number, of money, of more and less.
_SIGN = r"(?<![\w.,])[-+](?=[.,]?\d)"
_IN_NUMBER = r"(?<=\d)[.,:/'](?=\d)|(?<![\w.])\.(?=\d)"
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_PERCENT = r"\s+(?=[%\u2030])"
_MARKS = {"-": " ", "%": "%", "\u2030": "\u2030"}


def claim_key(text: str) -> str:
    """The form under which two claims say the same: case, spaces and punctuation aside.

    A quotation mark, full stop or dash between words says nothing; a sign before a digit, a percentage, a currency
    and what stands within a number do.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES)
    kept = {found.start() for rule in (_SIGN, _IN_NUMBER) for found in re.finditer(rule, folded)}
    plain, start = "", 0
    for place in sorted(kept):
        plain += folded[start:place].translate(_PLAIN) + folded[place]
        start = place + 1
    plain += folded[start:].translate(_PLAIN)
    return " ".join(re.sub(_PERCENT, "", plain).split()) or text_key(text)


class _Plain(dict[int, str]):
    """What stands for each character between words; looked up once for each that is met."""

    def __missing__(self, code: int) -> str:
        c = chr(code)
        mark = unicodedata.category(c)[0] == "P"
        self[code] = _MARKS.get(c, "" if _joins(c) else " ") if mark else c
        return self[code]


_PLAIN = _Plain()


def _joins(mark: str) -> bool:
    """Whether the words on both sides of a mark are one word without it, as those of `U.S.` and `don't`."""
    return mark in ".'\u2018\u2019\u3002" or unicodedata.category(mark) in ("Pi", "Pf") or mark == '"'


def digits_of(text: str) -> list[str]:
    """The figures in `text`, in their order."""
    return re.findall(r"\d+", text)


def name_key(name: str) -> str:
    """The form under which two spellings of a name are the same: case, accents, apostrophes and dashes aside."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    if not folded.isascii():
        folded = _without_latin_accents(folded.translate(_SAME_CHARACTER))
    return " ".join(folded.split())


def folded(text: str) -> str:
    """`text` without case and accents, as the full text reads it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def begins(text: str | None, beginning: str) -> bool:
    """Whether a word of `text` begins so, case and accents aside."""
    if not text:
        return False
    word = rf"(?:^|[\W_]){re.escape(beginning)}"
    return bool(
        re.search(word, text, re.IGNORECASE) or (not text.isascii() and re.search(word, folded(text)))
    )


def unspaced(text: str) -> bool:
    """Whether some of `text` is in a script that puts no spaces between words."""
    return bool(re.search(_UNSPACED, text))


def counted(count: int, noun: str) -> str:
    """`count` with its noun, which takes an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def days(count: int) -> str:
    """`count` with its noun."""
    return counted(count, "day")


def is_address(words: str) -> bool:
    """Whether the words begin as an address on the web does."""
    return words.startswith(("http://", "https://"))


def looks_like_address(words: str) -> bool:
    """Whether the words are an address but for its beginning: `www.example.org`, `example.org/notes`."""
    return bool(re.fullmatch(r"(?:www\.[\w-]+|(?:[\w-]+\.)+[a-z]{2,}/)\S*", words, re.IGNORECASE))
