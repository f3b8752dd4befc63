"""The name among the words for a source, without titles and at its fullest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.articles.english import FULL_NAME, Name, Names, capital_runs, is_no_name, split_titles
from claimtrack.articles.english.name_lists import BODIES, TITLES
from claimtrack.articles.speech.who import Who

if TYPE_CHECKING:
    from claimtrack.articles.english import Span

# Where the words for whom it is about begin: `a spokesman | for Lind`.
PREPOSITION = re.compile(r"\s(?:of|for|at|from|in|to|on|with|by|about|who|that|which|as)\b")
LINKED_NAME = re.compile(r" (?:of|for|on)(?: the)?(?: [A-Z][\w.'’-]*)+")
# Of people of one last name, only so many mentions before a place are weighed.
RECENT = 30
LOWER_TITLE = re.compile(rf" (?:{'|'.join(sorted(TITLES - {'head'}))}) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+$")


def named(text: str, source: Span, words: str, names: Names) -> Who | None:
    """The name among the words, unless it only belongs to who is meant: `Lind's aide`, `a spokesman for Lind`."""
    picked = _picked(words, names)
    if picked is None:
        return None
    if picked.isupper() and picked.lower() in names.by_last:  # `LIND:` in a transcript
        return Who(names.by_last[picked.lower()][-1].text, named=True, person=True)
    if _is_body(picked):
        return Who(body(text, source, words, picked, names), named=True, person=False)
    return Who(fullest(picked, source[0], names), named=True, person=True)


def _picked(words: str, names: Names) -> str | None:
    """The name in the words as it stands, without titles."""
    cut = PREPOSITION.search(words)
    if not cut:
        return _last_name(words)
    if words[0].isupper() and LOWER_TITLE.search(
        words
    ):  # `University of Arlen chess club president Marta Lind`
        return _after_role(words)
    head = words[: cut.start()]
    titled = head[:1].isupper() and (head.split() or [""])[-1].lower() in TITLES
    return (
        _last_name(head)
        or (_behind_title(words[cut.end() :], names) if titled else None)
        or _after_role(words)
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
    for size in (FULL_NAME + 1, FULL_NAME):
        tail = " ".join(words[-size:])
        if len(words) > size and any(
            name.text == tail for name in names.by_last.get(words[-1].lower(), [])[:RECENT]
        ):
            return tail
    tail_words = words[-FULL_NAME:]
    whole = len(tail_words) == FULL_NAME and not any(word.lower() in BODIES for word in tail_words)
    return " ".join(tail_words) if whole else None


def _after_role(words: str) -> str | None:
    """The name that ends a long description: `University of Arlen chess club president Marta Lind`."""
    found = capital_runs(words)
    if not found or found[-1][1] < len(words):
        return None
    before = words[: found[-1][0]].split()
    titles, name = split_titles(words[slice(*found[-1])].split())
    if not name or not before or any(word.lower() in BODIES for word in name):
        return None
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


def fullest(name: str, at: int, names: Names) -> str:
    """The longest form of a person's name: of the mentions before `at`, else of those after it."""
    words = name.split()
    options = names.by_last.get(words[-1].lower(), [])
    if len(words) == 1:
        options = options or names.by_first.get(name.lower(), [])
        if not options:
            return names.initials.get(name, name)
    place = bisect_right(options, at, key=lambda option: option.start)
    before = options[max(0, place - RECENT) : place]
    if len(words) == 1:
        return _main(before) if before else options[0].text
    longer = [
        o.text for o in before or options[:RECENT] if o.text[0] == name[0] and o.text.count(" ") >= len(words)
    ]
    return max(longer, key=len, default=name)


def _main(options: list[Name]) -> str:
    """Who of one last name is named more than twice as often as the one named last; else that one."""
    counts = Counter(option.text for option in options)
    most, times = counts.most_common(1)[0]
    return most if times > 2 * counts[options[-1].text] else options[-1].text
