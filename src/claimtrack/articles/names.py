"""The names in an article: where each stands, the title beside it, and the fullest form it has."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.name_lists import BEFORE_TITLES, BODIES, FEMALE_WORDS, MALE_WORDS, TITLES, gender
from claimtrack.articles.word_classes import NOT_NAMES, WEEKDAYS
from claimtrack.articles.word_sets import word_set

if TYPE_CHECKING:
    from claimtrack.articles.quotation_marks import Span

_CAPITAL = r"(?:(?:[A-Z]\.)+|(?:al|el|as|an|ad)-[A-Z]\w*|[A-ZÀ-ÞĀ-ɏ]\w*(?:[-’'.&][^\W_]+)*)"
_PARTICLE = r"(?:de|da|di|del|della|la|le|van|von|der|den|bin|ibn|al|el|du|dos|ter|ten|y)"
NAME = re.compile(rf"\b{_CAPITAL}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_CAPITAL})*")
# `Council on Foreign Relations`, `Ministry of Defence`: a body's name goes over these words.
LINKED = re.compile(rf"[ \u00a0](?:of|for|on)(?:[ \u00a0]the)?[ \u00a0]({_CAPITAL}(?:[ \u00a0]{_CAPITAL})*)")
OFFICE_OF = re.compile(r"([Ss]ecretary|[Mm]inister|[Hh]ead|[Dd]irector|[Cc]hief) (?:of|for)(?: the)? $")
STARTERS = (
    word_set(
        """but and in on at the a an if when while as for by with from to after before since because although though this
    that these those it he she they we i you his her their our there here what who why how where which meanwhile
    however also still yet so then now later asked notably additionally furthermore moreover according additionally
    regarding no not only even both neither either once some many most all few several another other earlier last
    next today yesterday tomorrow under over during despite like unlike among between through according said mr mr."""
    )
    | WEEKDAYS
)


class Name(NamedTuple):
    """One mention: its offsets without titles, its text, and the words of title and role beside it, lower case."""

    start: int
    end: int
    text: str
    roles: frozenset[str]
    person: bool


class Names(NamedTuple):
    """The mentions of an article in order, and what they are known by."""

    mentions: list[Name]
    by_last: dict[str, list[Name]]
    by_first: dict[str, list[Name]]
    initials: dict[str, str]
    genders: dict[str, str]


def is_no_name(word: str) -> bool:
    """Whether a capital only starts a sentence: `The`, `But`, `I'll`."""
    low = re.split("['’]", word.lower(), maxsplit=1)[0]
    return low in STARTERS or low in NOT_NAMES


def without_possessive(word: str) -> str:
    """`Lind's` -> `Lind`."""
    return re.sub(r"['’]s?$", "", word)


def split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """The titles that a run of capitals starts with, and the name after them: `Home Secretary | Marta Lind`."""
    cut = 0
    for i, word in enumerate(words):
        low = word.lower()
        if low in TITLES and (
            i == cut
            or all(w.lower() in BEFORE_TITLES or w.lower() in TITLES or i - cut < 4 for w in words[cut:i])
        ):
            cut = i + 1
    while cut + 2 < len(words) and words[cut].lower() in BEFORE_TITLES:
        cut += 1
    return words[:cut], words[cut:]


def runs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Offsets of runs of capitalised words, cut after a possessive: `Arlen's` and `Mayor Lind` are two."""
    found: list[Span] = []
    for match in NAME.finditer(text, start, len(text) if end is None else end):
        begin = match.start()
        for word in re.finditer(r"\S+", match.group()):
            if word.group().endswith(("'s", "’s")):
                found.append((begin, match.start() + word.end()))
                begin = match.start() + word.end() + 1
        if begin < match.end():
            found.append((begin, match.end()))
    return found


def read_names(text: str) -> Names:
    """Every mention of a name in the article."""
    mentions: list[Name] = []
    bodies: list[str] = []
    for start, end in runs(text):
        mention = _mention(text, start, end)
        if mention:
            mentions.append(mention)
            if not mention.person:
                bodies.append(_whole_body(text, mention))
    by_last: dict[str, list[Name]] = defaultdict(list)
    by_first: dict[str, list[Name]] = defaultdict(list)
    for mention in mentions:
        words = mention.text.split()
        if len(words) > 1 and mention.person:
            by_last[words[-1].lower()].append(mention)
            by_first[words[0].lower()].append(mention)
    return Names(mentions, dict(by_last), dict(by_first), _initials(text, bodies), _genders(text, mentions))


def _mention(text: str, start: int, end: int) -> Name | None:
    words = list(re.finditer(r"\S+", text[start:end]))
    while words and is_no_name(words[0].group()):
        words.pop(0)
    if not words or not words[0].group()[0].isupper():
        return None
    titles, name = split_titles([word.group() for word in words])
    if not name:
        return None
    if len(name) > 2 and words[0].group() != "State" and OFFICE_OF.search(text, max(0, start - 25), start):
        name = name[-2:]  # `Minister of Ports Marta Lind`
        titles = [word.group() for word in words[: len(words) - len(name)]]
    first = start + words[len(titles)].start()
    name[-1] = without_possessive(name[-1])
    person = not any(word.lower() in BODIES for word in name) and len(name) < 5
    roles = {word.lower().rstrip(".") for word in titles}
    if person:
        office = OFFICE_OF.search(text, max(0, start - 25), start)
        roles |= _roles(text, first, end) | ({office.group(1).lower()} if office else set())
    return Name(first, end, " ".join(name).replace("\u00a0", " "), frozenset(roles), person)


def _roles(text: str, start: int, end: int) -> frozenset[str]:
    """What the words beside a name call its bearer: `spokesman Jon Vale`, `Marta Lind, the mayor of Arlen,`."""
    before = text[max(0, start - 45) : start]
    found = set(re.findall(r"[a-z-]+(?= )", before)[-2:]) if before.endswith(" ") else set()
    if text[end : end + 2] == ", ":
        apposition = re.split(r"[,.;:()!?\n]", text[end + 2 : end + 90], maxsplit=1)[0]
        found |= set(apposition.lower().split()[:8])
    return frozenset(found)


def _whole_body(text: str, mention: Name) -> str:
    link = LINKED.match(text, mention.end)
    return mention.text + link.group() if link else mention.text


def _initials(text: str, bodies: list[str]) -> dict[str, str]:
    """Abbreviations with the names they stand for: `Arlen Port Authority (APA)`, or by their first letters."""
    found: dict[str, str] = {}
    for body in bodies:
        letters = "".join(word[0] for word in re.findall(r"\w+", body) if word[0].isupper())
        if len(letters) > 1:
            found.setdefault(letters, body)
    return found


def _genders(text: str, mentions: list[Name]) -> dict[str, str]:
    """By full name and by last name, `f` or `m` for those whose title, role or first name tells."""
    found: dict[str, str] = {}
    for mention in mentions:
        if not mention.person:
            continue
        words = mention.text.lower().split()
        title = text[max(0, mention.start - 6) : mention.start].lower().split()
        beside = mention.roles | set(title[-1:])
        told = gender(words[0]) if len(words) > 1 else ""
        told = told or ("f" if beside & FEMALE_WORDS else "m" if beside & MALE_WORDS else "")
        if told:
            found.setdefault(" ".join(words), told)
            found.setdefault(words[-1], told)
    return found
