"""What a person types to search, as an expression of FTS5 that never fails."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u02bc\u2018", "'"))


def match_expression(words: str) -> str | None:
    """All the words, each quoted; `"two words"` stay together and `word*` is a beginning. Null for no words.

    Quoting keeps FTS5 from reading `5%`, `it's` or `a-b` as its own syntax.
    """
    cleaned = unicodedata.normalize("NFC", words).translate(_APOSTROPHES).replace("\0", " ")
    terms = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', cleaned):
        term = phrase or word.rstrip("*")
        if re.search(r"\w", term):
            terms.append(f'"{term}"' + "*" * (not phrase and word.endswith("*")))
    return " ".join(terms) or None
