"""Names that may be one speaker's: one is part of the other in whole words."""

from __future__ import annotations

import re
import unicodedata

from claimtrack.model.text import name_key


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, without full stops, dashes and the like, but for apostrophes within."""
    key = name_key(name)
    letters = key if key.isascii() else "".join(c if _in_word(c) else " " for c in key)
    return tuple(re.sub(r"[^\w']|_", " ", letters).split() if key.isascii() else letters.split())


def _in_word(character: str) -> bool:
    return character == "'" or unicodedata.category(character)[0] in "LNM"


def may_be_one(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other, or both are the same but for how they are divided.

    So may be `Trump` and `Donald Trump Jr.`, `Ukraine` and `Ministry of Defence of Ukraine`, `J. D. Vance` and
    `JD Vance`; in scripts without spaces, one that begins or ends with the other.
    """
    words, others = name_words(one), name_words(other)
    if not (words and others):
        return False
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    run, other_run = "".join(words), "".join(others)
    if run == other_run:
        return True
    shorter, longer = sorted((run, other_run), key=len)
    return _unspaced(shorter) and longer.startswith(shorter) | longer.endswith(shorter)


def _unspaced(run: str) -> bool:
    """Whether it is in a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer."""
    return bool(
        re.fullmatch("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]+", run)
    )
