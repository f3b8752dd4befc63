"""The words that name somebody before or after a verb, found without a parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.english.joint_subjects import is_name, with_partner
from claimtrack.articles.english.name_lists import (
    RELATING,
    RELATIONS,
    WRITINGS,
)
from claimtrack.articles.english.sentences import is_adverb, is_capital, is_noun_like
from claimtrack.articles.english.speech_verbs import VERBS
from claimtrack.articles.english.word_classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ENDS,
    IRREGULAR_PASTS,
    OTHER_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
    word_set,
)

if TYPE_CHECKING:
    from claimtrack.articles.english.sentences import Token

# A phrase may go on over these: `a spokesman for the ministry`, `people in Arlen`.
LINKS = word_set("of for at in from with on to about against between near around by into")
LONGEST_PHRASE = 25
# Inside a phrase that starts, `on`, `about` and `to` are likelier to belong to the verb.
JOINING = (LINKS - word_set("on about to")) | {"by", "and"}
ENDING = WEEKDAYS | SUBORDINATORS | PRONOUNS | CONJUNCTIONS
PLURALS = word_set("reports plans claims")
BRACKET_REACH = 12
SUBJECT_REACH = 80
# Pronouns that `who` may follow: `two people, who …`, `those who …`.
PEOPLE = word_set("people others those everyone everybody someone somebody one")
# `none of the ministers`, `no one in the ministry`.
PARTS = word_set(
    "none nobody one some many most few several both neither either each everyone everybody someone those part"
)
# `aides to Berg`, `sources close to Berg`, `the lawyer representing Berg`: it is not Berg who speaks.
RELATED = RELATIONS | WRITINGS
CLOSE = word_set("close loyal familiar critical opposed sympathetic hostile near friendly allied")
LEANING = ("her", "him", "them")
PERIODS = word_set("week month year morning afternoon evening summer spring fall autumn winter")

# `I'm not saying`, `we've never said`.
CONTRACTED = re.compile(r"(?:i|we|you|he|she|they|it)'(?:m|re|s|ve|d|ll)")

Range = tuple[int, int]


def skip_to_subject(tokens: list[Token], verb: int) -> int:
    """The index of the last token before `verb` that is no auxiliary, adverb or day: where its subject ends."""
    i = verb - 1
    while i >= 0:
        low = tokens[i].low
        before = tokens[i - 1].low if i else ""
        if (low in PERIODS and before in ("this", "last", "earlier", "next")) or (
            low == "longer" and before == "no"
        ):
            i -= 2
        elif low in WEEKDAYS:
            i -= 2 if before in ("on", "last", "late", "early") else 1
        elif low in AUXILIARIES or low == "neither" or is_adverb(tokens[i]):
            i -= 1
        else:
            break
    return i


def phrase_ending(tokens: list[Token], last: int, floor: int = 0) -> Range | None:
    """The token range of the noun phrase that ends with token `last`; null where none can."""
    token = tokens[last]
    if CONTRACTED.fullmatch(token.low):
        return last, last + 1
    if token.low in LEANING and last > floor:  # `people close to her`
        noun = _linked(tokens, last, floor)
        return (_first_of_phrase(tokens, noun, floor), last + 1) if noun is not None else None
    if token.low in PRONOUNS or token.low in OTHER_PRONOUNS:
        return _relative(tokens, last, floor) if token.low in ("who", "which", "that") else (last, last + 1)
    if token.text in (")", "]"):
        return _before_bracket(tokens, last, floor)
    if not is_noun_like(token) or token.text.isdigit() or token.low == "worth":
        return None
    return _first_of_phrase(tokens, last, floor), last + 1


def _before_bracket(tokens: list[Token], closing: int, floor: int) -> Range | None:
    """`Lind (Arlen)` for the bracket that closes at `closing`."""
    for i in range(closing - 1, max(floor, closing - BRACKET_REACH), -1):
        if tokens[i].text in ("(", "["):
            found = phrase_ending(tokens, i - 1, floor) if is_noun_like(tokens[i - 1]) else None
            return (found[0], closing + 1) if found else None
    return None


def _relative(tokens: list[Token], last: int, floor: int) -> Range:
    """`a woman who` for the `who` at `last`: the pronoun with what it stands for."""
    i = last - 1
    if i > floor and tokens[i].text == ",":
        i -= 1
    if i >= floor and is_capital(tokens[i]) and is_noun_like(tokens[i]):
        while i > floor and is_capital(tokens[i - 1]) and is_noun_like(tokens[i - 1]):
            i -= 1
        return i, last + 1
    if i >= floor and tokens[i].low in PEOPLE:
        return i - (i > floor and tokens[i - 1].low in DETERMINERS), last + 1
    found = phrase_ending(tokens, i, floor) if i >= floor and is_noun_like(tokens[i]) else None
    return (found[0] if found else last), last + 1


def _first_of_phrase(tokens: list[Token], last: int, floor: int) -> int:
    """Walks left from the head over names, nouns and adjectives, and over `of` and the like between nouns."""
    i = last
    owner = tokens[last].low.endswith(("'s", "s'"))  # in `one of Lind's goals` it is Lind whose they are
    while i > floor and last - i < LONGEST_PHRASE:
        before = tokens[i - 1]
        noun = _linked(tokens, i, floor)
        if noun is not None and tokens[noun].low in PARTS:
            return i if owner else noun - (noun > floor and tokens[noun - 1].low in ("no", "only"))
        if noun is not None:
            i = noun
        elif before.low in DETERMINERS:
            return with_partner(
                tokens, i - 1 - (i - 2 >= floor and tokens[i - 2].low in ("all", "both")), floor
            )
        elif before.low == "and" and i - 2 >= floor and is_capital(tokens[i]) and is_name(tokens[i - 2]):
            i = with_partner(tokens, i, floor)
        elif not is_noun_like(before) or (_is_finite(before) and not is_capital(before)):
            break
        else:
            i -= 1
    return i


def _linked(tokens: list[Token], i: int, floor: int) -> int | None:
    """The noun that the words from `i` on belong to: `none` for `of | ministers` and for `of the | ministers`."""
    link = i - 2 if tokens[i - 1].low in DETERMINERS else i - 1
    if link - 1 < floor:
        return None
    several = tokens[link - 1].low in RELATED or tokens[link - 1].low.endswith("s")
    if tokens[link].low in RELATING and several:
        return link - 1
    if tokens[link].low == "by" and tokens[link - 1].low.endswith("ed") and is_noun_like(tokens[link - 2]):
        return link - 2 if link - 2 >= floor else None  # `the company owned by Berg`
    if tokens[link].low not in LINKS:
        return None
    stands = tokens[link - 1].low in CLOSE or tokens[link - 1].low.endswith(
        ("ing", "ed")
    )  # `people briefed by`
    near = link - 2 if stands else link - 1
    group = tokens[link - 1].low in CLOSE and tokens[near].low.endswith("s")  # `activists opposed to Berg`
    if near >= floor and (tokens[near].low in RELATED or group):
        return near
    return link - 1 if _bears_link(tokens, link - 1) else None


def _bears_link(tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` is a noun that `of …` or `for …` may belong to."""
    token = tokens[at]
    if token.low in PARTS:
        return True
    if tokens[at + 1].low != "of" and is_capital(token):
        return _is_related(tokens, at)
    return is_noun_like(token) and not token.low.endswith(("ing", "ed")) and token.low not in VERBS


def _is_related(tokens: list[Token], last: int) -> bool:
    """Whether a name belongs to a relation or writing: `allies of Berg | in Arlen`, `a letter from Berg | to Vale`."""
    first = last
    while first > 1 and is_capital(tokens[first - 1]) and tokens[first - 1].text[0].isalpha():
        first -= 1
    return first > 1 and tokens[first - 1].low in LINKS and tokens[first - 2].low in RELATED


def _is_finite(token: Token) -> bool:
    verb = VERBS.get(token.low)
    return bool(verb and verb.form in ("past", "third") and token.low not in ("report", "reports", "plans"))


def phrase_starting(tokens: list[Token], first: int, ceiling: int | None = None) -> Range | None:
    """The token range of the noun phrase that starts at `first`, with `, the mayor of Arlen,` left out."""
    end = len(tokens) if ceiling is None else ceiling
    if first >= end:
        return None
    token = tokens[first]
    if token.low in ("he", "she", "they", "we", "i", "it", "you"):
        return first, first + 1
    if (
        token.low in SUBORDINATORS
        or token.low in PREPOSITIONS
        or not (is_noun_like(token) or token.low in DETERMINERS)
    ) and token.low not in OTHER_PRONOUNS:
        return None
    i = first + 1
    while i < end and i - first < LONGEST_PHRASE and _goes_on(tokens, i):
        i += 1
    return first, i


def _goes_on(tokens: list[Token], i: int) -> bool:
    """Whether a noun phrase goes over token `i`."""
    token, before = tokens[i], tokens[i - 1]
    low = token.low
    if low in JOINING or (low in LINKS and before.low in RELATED | CLOSE):
        return i + 1 < len(tokens) and _joins(tokens, i)
    if low in ENDING or low in AUXILIARIES:
        return False
    if not is_capital(token):
        verb = VERBS.get(low)
        if verb and verb.form != "base" and low not in PLURALS:
            return False
        if is_capital(before) and (low.endswith("ed") or low in IRREGULAR_PASTS):
            return False
    if low == "people" and before.low in DETERMINERS:
        return True
    return is_noun_like(token) or low in DETERMINERS or low in POSSESSIVES


def _joins(tokens: list[Token], i: int) -> bool:
    """Whether the preposition or `and` at `i` belongs to a phrase: `of Arlen`, `at the bank`, `Lind and Vale`."""
    low, after = tokens[i].low, tokens[i + 1]
    if tokens[i - 1].low in RELATED | CLOSE:
        return is_capital(after) or after.low in DETERMINERS or after.low in ("him", "them")
    match low:
        case "by":
            return is_capital(after)
        case "and":
            return is_capital(after) and is_capital(tokens[i - 1])
        case "in" | "at":
            return is_capital(after) or after.low == "the"
    return after.low not in WEEKDAYS


def clause_subject(tokens: list[Token], floor: int, ceiling: int) -> Range | None:
    """The first noun phrase of a stretch, past what commas cut off: `Lind` in `On Monday, Lind, who …`."""
    i = floor
    ceiling = min(ceiling, floor + SUBJECT_REACH)
    while i < ceiling:
        token = tokens[i]
        if token.low not in PREPOSITIONS and token.low not in SUBORDINATORS and not is_adverb(token):
            if token.low in CONJUNCTIONS:
                i += 1
                continue
            found = phrase_starting(tokens, i, ceiling)
            if found and not (found[1] == i + 1 and token.low.endswith(("ed", "ing")) and found[1] < ceiling):
                return found
        i = _after_comma(tokens, i, ceiling)
    return None


def _after_comma(tokens: list[Token], i: int, ceiling: int) -> int:
    while i < ceiling and tokens[i].text != ",":
        if tokens[i].text in ENDS:
            return i + 1
        i += 1
    return i + 1
