"""The name among the words for a source, without titles and at its fullest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.articles.english import (
    FULL_NAME,
    Name,
    Names,
    capital_runs,
    family,
    is_no_name,
    split_titles,
    word_set,
    younger,
)
from claimtrack.articles.english.name_lists import (
    BODIES,
    COLLECTIVES,
    FEMALE_WORDS,
    MALE_WORDS,
    OCCUPATIONS,
    RELATING,
    RELATIONS,
    SAYINGS,
    TITLES,
    WRITINGS,
    gender,
)
from claimtrack.articles.english.word_classes import MONTHS, NOT_NAMES, PREPOSITIONS, WEEKDAYS
from claimtrack.articles.speech.who import Who

if TYPE_CHECKING:
    from claimtrack.articles.english import Span

# Where the words for whom it is about begin: `a spokesman | for Lind`.
PREPOSITION = re.compile(
    r"\s(?:of|for|at|from|in|to|on|with|by|about|around|behind|against|near|who|that|which|as)\b"
)
LINKED_NAME = re.compile(r" (?:of|for|on)(?: the)?(?: [A-Z][\w.'’-]*)+(?: and(?: [A-Z][\w.'’-]*)+)?")
# Of people of one last name, only so many mentions before a place are weighed.
RECENT = 30
PEOPLE = TITLES | OCCUPATIONS | RELATIONS
THINGS = COLLECTIVES | WRITINGS | SAYINGS
NO_NAMES = (
    MONTHS
    | WEEKDAYS
    | THINGS
    | PEOPLE
    | {f"{word}s" for word in PEOPLE | THINGS}
    | word_set(
        """multiple half more less much enough plenty numerous various countless early late overall anyone everyone
        senior leading top key local recent rate cuts rates prices shares markets stocks bonds futures talks plans news
        details results sales profits"""
    )
) - {"may", "fox", "king", "prince", "pope", "judge", "bishop", "marshal", "chancellor", "star", "columbia"}
# `Supporters`, `Investors`, `Analysts`: with no capital inside a sentence, whoever they are has no name.
PLURAL_ENDS = ("ents", "ants", "ists", "ials", "ians", "ysts", "tors", "sors", "cers", "zens", "omen", "ople")
FEMALE_MARKS = FEMALE_WORDS | {"mrs", "ms"}
MALE_MARKS = MALE_WORDS | {"mr"}
ARTICLES = ("the", "a", "an", "one", "some", "this")
# `BBC:` is no surname in capitals.
SHORT_LABEL = 3
ASKING = word_set(
    "interviewer moderator question answer presenter operator q a narrator caller audience crowd voice man woman"
)
LOWER_TITLE = re.compile(rf" (?:{'|'.join(sorted(TITLES - {'head'}))}) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+$")


def named(text: str, source: Span, words: str, names: Names) -> Who | None:
    """The name among the words, unless it only belongs to who is meant: `Lind's aide`, `a spokesman for Lind`."""
    picked = _picked(words, names)
    if picked is None or is_common(picked, text, names):
        return None
    if _is_body(picked):
        return Who(body(text, source, words, picked, names), named=True, person=False)
    name = " ".join([picked, *younger(text, source[1])])
    whole = fullest(name, source[0], names, beside=words[: words.find(picked)])
    return Who(whole or in_sentence(words), named=whole is not None, person=True)


def labelled(label: str, at: int, names: Names) -> Who:
    """Who a transcript's label names: for `LIND` Marta Lind where the text has her; `MODERATOR` is no name."""
    _, name = split_titles(label.split())
    if not name or label.lower() in NO_NAMES | ASKING:
        return Who(label.lower(), named=False, person=False)
    known = next((n.text for n in names.by_last.get(name[-1].lower(), []) if not n.text.isupper()), None)
    if known and (len(name) == 1 or known.lower() == " ".join(name).lower()):
        return Who(known, named=True, person=True)
    whole = fullest(" ".join(name), at, names) or " ".join(name)
    acronym = len(name) == 1 and len(whole) <= SHORT_LABEL
    return Who(whole.title() if whole.isupper() and not acronym else whole, named=True, person=not acronym)


def in_sentence(words: str) -> str:
    """The words as they stand inside a sentence: `aides to Lind` for `Aides to Lind`."""
    first = words.split(maxsplit=1)[0].lower()
    plain = first in ARTICLES or (first in NO_NAMES and first not in FEMALE_MARKS | MALE_MARKS)
    return words[0].lower() + words[1:] if plain and not words[1:2].isupper() else words


def is_common(picked: str, text: str, names: Names) -> bool:
    """Whether capitals only start a sentence or headline: `Critics`, `Multiple`, `Rate Cuts Ahead`, `August`."""
    words = picked.lower().split()
    if any(not word.isalpha() for word in words) or picked.isupper():
        return False
    if len(words) > 1:
        return not gender(words[0]) and all(_in_lower_case(word, text) for word in words)
    [word] = words
    if (
        word in names.by_last
        or word in names.by_first
        or picked in names.initials
        or picked in names.with_the
    ):
        return False
    return word in NO_NAMES or (word.endswith(PLURAL_ENDS) and not re.search(rf"[a-z,] {picked}\b", text))


def _in_lower_case(word: str, text: str) -> bool:
    return word in NO_NAMES or word in NOT_NAMES or f" {word} " in text


def _picked(words: str, names: Names) -> str | None:
    """The name in the words as it stands, without titles."""
    cut = PREPOSITION.search(words)
    if not cut:
        return _last_name(words)
    if words[0].isupper() and LOWER_TITLE.search(
        words
    ):  # `University of Arlen chess club president Marta Lind`
        return _after_role(words, names)
    head = words[: cut.start()]
    last = (head.split() or [""])[-1]
    return (
        _last_name(head)
        or (
            _behind_title(words[cut.end() :], names)
            if last[:1].isupper() and last.lower() in TITLES
            else None
        )
        or _after_role(words, names)
    )


def _last_name(head: str) -> str | None:
    """The name that a phrase ends with; null where it ends with a common noun, a possessive or a bare title."""
    found = capital_runs(head)
    if not found or found[-1][1] < len(head.rstrip()):
        return None
    last = head[slice(*found[-1])].split()
    while len(last) > 1 and is_no_name(last[0]) and last[0] != "The":
        last.pop(0)
    if is_no_name(last[-1]) or last[-1].endswith(("'s", "’s")):
        return None
    titles, name = split_titles(last[1:] if last[0] == "The" else last)
    if name and last[0] == "The" and not titles:
        name = last
    return " ".join(name) or None


def _behind_title(rest: str, names: Names) -> str | None:
    """The person at the end of `Minister of Ports Marta Lind`: a name the article has elsewhere, or two words."""
    found = capital_runs(rest)
    words = rest[slice(*found[-1])].split() if found else []
    known = _known_at_end(words, names)
    if known:
        return known
    tail_words = words[-FULL_NAME:]
    whole = len(words) > FULL_NAME and not any(word.lower() in BODIES for word in tail_words)
    return " ".join(tail_words) if whole else None


def _known_at_end(words: list[str], names: Names) -> str | None:
    """The name in full that the article has elsewhere and longer words end with: `University of Arlen | Marta Lind`."""
    for size in (FULL_NAME + 1, FULL_NAME):
        tail = " ".join(words[-size:])
        if len(words) > size and any(
            name.text == tail for name in names.by_last.get(words[-1].lower(), [])[:RECENT]
        ):
            return tail
    return None


def _after_role(words: str, names: Names) -> str | None:
    """The name that ends a long description: `University of Arlen chess club president Marta Lind`."""
    found = capital_runs(words)
    if not found or found[-1][1] < len(words):
        return None
    before = words[: found[-1][0]].split()
    titles, name = split_titles(words[slice(*found[-1])].split())
    if not name or not before or any(word.lower() in BODIES for word in name):
        return None
    if (
        before[-1].lower() in PREPOSITIONS or before[-1].lower() in RELATING
    ):  # `an adviser to Premier Marta Lind`
        return _known_at_end(name, names)
    titled = titles or before[-1].lower() in TITLES
    bare = before[0].islower() and before[0] not in ("the", "a", "an", "one", "some") and before[0][-1] != "s"
    return " ".join(name) if titled or bare else None


def _is_body(name: str) -> bool:
    words = name.split()
    return (
        words[0] == "The"
        or (len(words) == 1 and name.isupper())
        or any(word.lower() in BODIES for word in words)
    )


def body(text: str, source: Span, words: str, picked: str, names: Names) -> str:
    """A body's whole name: its abbreviation written out, and `of …` kept where it belongs to the name."""
    short = picked.removeprefix("The ")
    if short in names.initials:
        return names.initials[short]
    link = LINKED_NAME.match(words, words.find(picked) + len(picked))
    whole = picked + link.group() if link and link.end() == len(words) else picked
    starts = whole != short and text.startswith("The", source[0]) and _starts_sentence(text, source[0])
    return whole[4:] if starts and short not in names.with_the else whole


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].strip()
    return not before or before[-1] in '.!?"”:'


def fullest(name: str, at: int, names: Names, *, beside: str = "") -> str | None:
    """The longest form of a person's name: of the mentions before `at`, else of those after it.

    None where two people bear the name and neither the title `beside` it nor how often they are named tells who it is.
    """
    words = name.split()
    last = family(words)
    options = names.by_last.get(last, [])
    alone = len(words) == len(last.split())
    if alone:
        options = options or names.by_first.get(name.lower(), [])
        if not options:
            return names.initials.get(name, name)
    place = bisect_right(options, at, key=lambda option: option.start)
    before = options[max(0, place - RECENT) : place]
    if alone:
        return _bearer(before or options[:1], beside, names)
    initial = words[0].rstrip(".") == name[0]
    longer = [
        o.text
        for o in before or options[:RECENT]
        if o.text[0] == name[0] and (initial or o.text.count(" ") >= len(words))
    ]
    return max(longer, key=len, default=name)


def _bearer(options: list[Name], beside: str, names: Names) -> str | None:
    """Who of one last name is meant: whom a title fits, else who is named more than twice as often as any other."""
    marks = {word.lower().rstrip(".") for word in beside.split()}
    wanted = "f" if marks & FEMALE_MARKS else "m" if marks & MALE_MARKS else ""
    fitting = [
        option
        for option in options
        if (marks & option.roles if marks - FEMALE_MARKS - MALE_MARKS else True)
        and (not wanted or names.genders.get(option.text.lower(), wanted) == wanted)
    ]
    counts = Counter(option.text.split()[0][0] for option in fitting or options)
    (most, times), *others = counts.most_common()
    if others and times <= 2 * others[0][1]:
        return None
    return max((o for o in fitting or options if o.text[0] == most), key=lambda o: o.start).text
