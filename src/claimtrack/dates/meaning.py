"""All that words may mean on a day: by our own rules, else by a library that knows more languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dates.grammar import Occurrences, occurrences, sets_a_deadline
from claimtrack.dates.refusals import condition, not_a_deadline
from claimtrack.dates.symbols import plain, symbols_of
from claimtrack.dates.vocabulary import CONDITIONS

if TYPE_CHECKING:
    from datetime import date


def meaning(words: str, day: date, *, due: bool) -> Occurrences | None:
    """All that the words may stand for on `day`, by our rules or, with unknown words, the library's."""
    symbols = symbols_of(words)
    if symbols is None:
        text = plain(words)
        if due and not CONDITIONS.isdisjoint(text.split()):
            raise condition(words)
        from claimtrack.dates.language import other_language  # noqa: PLC0415 - rarely needed

        return other_language(text, day)
    if sets_a_deadline(symbols) and not due:
        raise not_a_deadline(words)
    return occurrences(symbols, day, words)
