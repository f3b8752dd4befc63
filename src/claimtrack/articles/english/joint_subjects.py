"""Two or more who speak together: where the words for all of them begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.english.name_lists import COLLECTIVES, OCCUPATIONS, RELATIONS, TITLES
from claimtrack.articles.english.sentences import QUOTED, is_capital
from claimtrack.articles.english.word_classes import DETERMINERS, NOT_NAMES

if TYPE_CHECKING:
    from claimtrack.articles.english.sentences import Token

# Of two joined by `and`, whoever can speak: `the council and the ministry`.
SPEAKERS = COLLECTIVES | TITLES | OCCUPATIONS | RELATIONS


def is_name(token: Token) -> bool:
    """Whether the word is one of a name: a capital that starts no sentence."""
    return is_capital(token) and token.low not in NOT_NAMES


def with_partner(tokens: list[Token], start: int, floor: int) -> int:
    """Where the words for two or more who speak begin: `Lind and | the council`, `Lind, Vale and | Berg`."""
    if start - 2 < floor or tokens[start - 1].low != "and":
        return start
    first = _name_or_role(tokens, start - 2, floor)
    if first is None:
        return start
    opens = first == floor or tokens[first - 1].text in (",", QUOTED)
    if is_capital(tokens[start]) and not opens:
        return first
    while opens and first - 2 >= floor and tokens[first - 1].text == ",":
        before = _name_or_role(tokens, first - 2, floor)
        if (
            before is None
            or not is_capital(tokens[before])
            or (before != floor and tokens[before - 1].text != ",")
        ):
            break
        first = before
    return first if opens else start


def _name_or_role(tokens: list[Token], last: int, floor: int) -> int | None:
    """Where a name or `the council` begins that ends with token `last`; null where it is neither."""
    first = last
    if not is_name(tokens[last]):
        role = tokens[last].low in SPEAKERS and last - 1 >= floor and tokens[last - 1].low in DETERMINERS
        return last - 1 if role else None
    while first > floor and is_name(tokens[first - 1]) and tokens[first - 1].text[0].isalpha():
        first -= 1
    return first - (first > floor and tokens[first - 1].low == "the")
