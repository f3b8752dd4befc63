"""The full name behind the words for a source: `Lind`, `she`, `the minister`, `the paper`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.english.names import without_possessive
from claimtrack.articles.speech.descriptions import described, in_apposition, maker
from claimtrack.articles.speech.full_names import named
from claimtrack.articles.speech.pronouns import GENDERS, OTHERS, THINGS, he_or_she, plain, they_or_it
from claimtrack.articles.speech.who import NOBODY, Memory, Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.english.quotation_marks import Span


def resolve(source: Span | None, number: int, memory: Memory, known: Mapping[str, str]) -> Who:
    """Who the words at `source` in sentence `number` stand for; `known` has names by alias.

    Where the article does not tell, the words themselves, as a description.
    """
    if source is None:
        return NOBODY
    words = without_possessive(plain(memory.text[slice(*source)]))
    low = words.lower()
    if low in GENDERS:
        return he_or_she(source, number, memory, GENDERS[low])
    if not words or low in THINGS or low in OTHERS:
        return they_or_it(low, number, memory)
    found = (
        maker(source, words, number, memory)
        or named(memory.text, source, words, memory.names)
        or in_apposition(source, memory)
        or described(words, number, memory)
    )
    alias = known.get(found.name or "") or known.get((found.name or "").casefold())
    return found._replace(name=alias, named=True) if alias else found
