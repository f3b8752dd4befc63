"""The names in an article: where each stands, the title beside it, and the fullest form it has."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english.name_lists import (
    BEFORE_TITLES,
    BODIES,
    FEMALE_WORDS,
    MALE_WORDS,
    OCCUPATIONS,
    TITLES,
    gender,
)
from claimtrack.articles.english.speech_verbs import VERBS
from claimtrack.articles.english.word_classes import MONTHS, NOT_NAMES, WEEKDAYS, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.english.stretches import Span

_CAPITAL = r"(?:(?:[A-Z]\.)+|(?:al|el|as|an|ad)-[A-Z]\w*|[A-ZÀ-ÞĀ-ɏ]\w*(?:[-’'.&][^\W_]+)*)"
_PARTICLE = r"(?:de|da|di|del|della|la|le|van|von|der|den|bin|ibn|al|el|du|dos|ter|ten|y)"
# `Jr.` tells a son from a father, and belongs to the name as its last name does.
_GENERATION = "[JS]r"
NAME = re.compile(
    rf"\b{_CAPITAL}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_CAPITAL})*(?:(?<=[ \u00a0][JS]r)\.(?:['’]s)?)?"
)
AFTER_COMMA = re.compile(rf", ({_GENERATION}\b\.?)")
# `Council on Foreign Relations`, `Ministry of Defence`: a body's name goes over these words.
LINKED = re.compile(rf"[ \u00a0](?:of|for|on)(?:[ \u00a0]the)?[ \u00a0]({_CAPITAL}(?:[ \u00a0]{_CAPITAL})*)")
OFFICE_OF = re.compile(r"([Ss]ecretary|[Mm]inister|[Hh]ead|[Dd]irector|[Cc]hief) (?:of|for)(?: the)? $")
POSSESSIVE = re.compile(r"['’]s(?=\s)")
LOWER_WORD = re.compile(r"[a-z-]+(?= )")
CLAUSE_MARK = re.compile(r"[,.;:()!?\n]")
WITH_THE = re.compile(rf"(?<=[a-z,] )The ({_CAPITAL}(?: {_CAPITAL})*)")
# How far from a name, in characters, the words for its bearer's role may stand.
ROLE_BEFORE = 45
ROLE_AFTER = 90
# `Lind is a former banker`, `Lind became mayor`, `Lind was elected governor`; `Lind, 34,`.
COPULA = re.compile(
    r" (?:(?:is|was|has been|had been|became|becomes|serves as|served as) (?:the |an? |its |their )|"
    r"(?:became|was (?:re-)?(?:elected|named|appointed)|has been|had been|serves as)(?: as)? (?:the |an? )?)"
)
AGED = re.compile(r", (?:aged )?(\d\d),")
FULL_NAME = 2
# `In Arlen, the mayor said …`: Arlen is no mayor.
PLACED = re.compile(r"\b(?:in|at|from|for|to|on|near|of|by)(?: the)? $", re.IGNORECASE)
NO_PERSONS = (WEEKDAYS | MONTHS) - {"may"}
LONGEST_NAME = 4
OCCUPATION_ENDS = ("er", "or", "ist", "ian", "man", "woman")
STARTERS = WEEKDAYS | word_set(
    """but and in on at the a an if when while as for by with from to after before since because although though this
    that these those it he she they we i you his her their our there here what who why how where which meanwhile however
    also still yet so then now later asked notably additionally furthermore moreover regarding no not only even both
    neither either once some many most all few several another other earlier last next today yesterday tomorrow under
    over during despite like unlike among between through according said mr mr."""
)


NUMBERS = word_set(
    """eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety"""
)


class Name(NamedTuple):
    """One mention: its offsets without titles, its text, and the words of title and role beside it, lower case."""

    start: int
    end: int
    text: str
    roles: frozenset[str]
    person: bool


class Names(NamedTuple):
    """What the names of an article are known by, each list in the order of the mentions.

    `by_last` and `by_first` hold full names of people, `by_role` people by title or role, `by_word` bodies by each word
    of their names, `initials` abbreviations, `genders` `f` or `m` by full and by last name,
    `with_the` the names that stand with a capital `The` in mid-sentence.
    """

    by_last: Mapping[str, list[Name]]
    by_first: Mapping[str, list[Name]]
    by_role: Mapping[str, list[Name]]
    by_word: Mapping[str, list[Name]]
    initials: Mapping[str, str]
    genders: Mapping[str, str]
    with_the: frozenset[str]


@lru_cache(maxsize=4096)
def is_no_name(word: str) -> bool:
    """Whether a capital only starts a sentence: `The`, `But`, `I'll`."""
    low = word.lower().replace("’", "'").partition("'")[0]
    return low in STARTERS or low in NOT_NAMES or low.partition("-")[0] in NUMBERS


def without_possessive(word: str) -> str:
    """`Lind's` -> `Lind`."""
    return re.sub(r"['’]s?$", "", word)


def family(words: list[str]) -> str:
    """The last name that a name ends with, in lower case, with what tells a son from a father: `trump jr.`."""
    size = FULL_NAME if len(words) > 1 and re.fullmatch(rf"{_GENERATION}\.?", words[-1]) else 1
    return " ".join(words[-size:]).lower()


def younger(text: str, end: int) -> list[str]:
    """What tells a son from a father behind the comma after a name: `Jr.`."""
    found = AFTER_COMMA.match(text, end)
    return [found[1]] if found else []


def split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """The titles that a run of capitals starts with, and the name after them: `Home Secretary | Marta Lind`."""
    cut = 0
    for i, word in enumerate(words):
        low = word.lower()
        between = i - cut
        last = i > 0 and i == len(words) - 1
        if last and (low in OCCUPATIONS or gender(words[i - 1])):
            break  # `Will Farmer`, `Martin King`
        if (low in TITLES or low in OCCUPATIONS) and between <= LONGEST_NAME:
            cut = i + 1
    if not cut and _is_occupation(words):
        cut = 1
    while cut + FULL_NAME < len(words) and words[cut].lower() in BEFORE_TITLES:
        cut += 1
    return words[:cut], words[cut:]


def _is_occupation(words: list[str]) -> bool:
    """Whether the first of three words says by its ending what the bearer of the name does: `Clockmaker Jon Vale`."""
    if len(words) <= FULL_NAME or gender(words[0]) or not gender(words[1]):
        return False
    return words[0].lower().endswith(OCCUPATION_ENDS)


def capital_runs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Offsets of runs of capitalised words, cut after a possessive: `Arlen's` and `Mayor Lind` are two."""
    found: list[Span] = []
    for match in NAME.finditer(text, start, len(text) if end is None else end):
        begin = match.start()
        run = match.group()
        if "'s" in run or "’s" in run:
            for owner in POSSESSIVE.finditer(text, begin, match.end()):
                found.append((begin, owner.end()))
                begin = owner.end() + 1
        if begin < match.end():
            found.append((begin, match.end()))
    return found


def read_names(text: str) -> Names:
    """Every mention of a name in the article."""
    mentions = [mention for start, end in capital_runs(text) if (mention := _mention(text, start, end))]
    by_last, by_first, by_role, by_word = (defaultdict[str, list[Name]](list) for _ in range(4))
    for mention in mentions:
        words = mention.text.split()
        last = family(words)
        if mention.person:
            for role in mention.roles:
                by_role[role].append(mention)
        else:
            for word in words:
                by_word[word.lower()].append(mention)
        if mention.person and len(words) > len(last.split()):
            by_last[last].append(mention)
            by_first[words[0].lower()].append(mention)
    with_the = frozenset(match.group(1) for match in WITH_THE.finditer(text))
    return Names(
        by_last, by_first, by_role, by_word, _initials(text, mentions), _genders(text, mentions), with_the
    )


def _mention(text: str, start: int, end: int) -> Name | None:
    words = text[start:end].replace("\u00a0", " ").split(" ")
    while words and is_no_name(words[0]):
        start += len(words.pop(0)) + 1
    if not words or not words[0][:1].isupper():
        return None
    titles, name = split_titles(words)
    if not name:
        return None
    before = text[max(0, start - ROLE_BEFORE) : start]
    office = OFFICE_OF.search(before) if before.endswith(("of ", "for ", "the ")) else None
    office = office if len(name) > FULL_NAME and words[0] != "State" else None
    if office:
        titles, name = words[:-FULL_NAME], words[-FULL_NAME:]  # `Minister of Ports Marta Lind`
    first = start + sum(len(word) + 1 for word in titles)
    name[-1] = without_possessive(name[-1])
    if len(name) == 1 and name[0].lower() in NO_PERSONS:
        return None
    name += younger(text, end)
    person = len(name) <= LONGEST_NAME and not any(word.lower() in BODIES for word in name)
    roles = {word.lower().rstrip(".") for word in titles}
    if person:
        roles |= _roles(text, text[max(0, first - ROLE_BEFORE) : first], end)
        roles |= {office.group(1).lower()} if office else set()
    return Name(first, end, " ".join(name), frozenset(roles), person)


def _roles(text: str, before: str, end: int) -> set[str]:
    """What the words beside a name call its bearer: `spokesman Jon Vale`, `Marta Lind, the mayor of Arlen,`."""
    lower = before.endswith(" ") and before[-2:-1].islower()
    found: set[str] = set()
    for word in reversed(LOWER_WORD.findall(before)[-2:] if lower else []):
        if word in NOT_NAMES or (word in VERBS and VERBS[word].form in ("past", "third")):
            break  # in `the builder said Lind would come` Lind is no builder
        found.add(word)
    copula = COPULA.match(text, end)
    if copula:
        found |= set(CLAUSE_MARK.split(text[copula.end() : copula.end() + ROLE_AFTER])[0].lower().split()[:5])
    aged = AGED.match(text, end)
    if aged:
        found.add(f"{aged.group(1)}-year-old")
    if text.startswith(", ", end) and not PLACED.search(before):
        apposition = CLAUSE_MARK.split(text[end + 2 : end + ROLE_AFTER], maxsplit=1)[0]
        found |= set(apposition.lower().split()[:8])
    return found


def _initials(text: str, mentions: list[Name]) -> dict[str, str]:
    """Abbreviations with the names they stand for, by their first letters: `APA` for `Arlen Port Authority`."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.person:
            continue
        link = LINKED.match(text, mention.end)
        body = mention.text + link.group() if link else mention.text
        letters = "".join(word[0] for word in re.findall(r"\w+", body) if word[0].isupper())
        if len(letters) > 1:
            found.setdefault(letters, body)
    return found


def _genders(text: str, mentions: list[Name]) -> dict[str, str]:
    """By full name and by last name, `f` or `m` for those whose first name, title or role tells."""
    found: dict[str, str] = {}
    for mention in mentions:
        if not mention.person:
            continue
        words = mention.text.lower().split()
        beside = mention.roles | set(text[max(0, mention.start - 6) : mention.start].lower().split()[-1:])
        told = gender(words[0]) if len(words) > 1 else ""
        told = told or ("f" if beside & FEMALE_WORDS else "m" if beside & MALE_WORDS else "")
        if told:
            found.setdefault(" ".join(words), told)
            found.setdefault(words[-1], told)
    return found
