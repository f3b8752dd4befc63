"""Which language a text is in, by its letters and its commonest words."""

from __future__ import annotations

import re

from claimtrack.articles.slavic.words import of_one_language

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[а-яіїєґё]", re.IGNORECASE)
UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
RUSSIAN = re.compile("[ыэъё]", re.IGNORECASE)
# Letters of Belarusian, Serbian, Macedonian and others; and words that Bulgarian can't do without.
OTHER_LETTERS = re.compile("[ўјљњћђџќѓѕңүұөғқәһў]", re.IGNORECASE)
OTHER_WORDS = frozenset(["се", "са", "че", "съм", "със", "ще", "бъде", "които", "която", "който"]) - {"ще"}
UKRAINIAN_WORDS = frozenset(
    ["що", "та", "й", "це", "цей", "від", "як", "або", "ще", "у", "з", "із", "про", "але"]
)
RUSSIAN_WORDS = frozenset(
    [
        "что",
        "и",
        "с",
        "со",
        "к",
        "ко",
        "о",
        "об",
        "от",
        "это",
        "как",
        "или",
        "из",
        "его",
        "еще",
        "он",
        "она",
        "они",
        "но",
        "чтобы",
    ]
)
SAMPLE = 3_000
FEWEST = 2
MOST_OF_OTHERS = 0.02


def stretches(text: str) -> list[tuple[int, int]]:
    """Where the lines are that are Ukrainian or Russian, neighbours in one; none where there are no such words."""
    if not CYRILLIC.search(text) or _is_another(text):
        return []
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        words = WORD.findall(line.group())
        if len(words) >= FEWEST and sum(_is_cyrillic(word) for word in words) * 2 > len(words):
            gap = text[found[-1][1] : line.start()].strip() if found else "-"
            found = [*found[:-1], (found[-1][0], line.end())] if not gap else [*found, line.span()]
    return found


def _is_cyrillic(word: str) -> bool:
    return CYRILLIC.match(word) is not None


def _is_another(text: str) -> bool:
    """Whether the Cyrillic words are of another language, such as Bulgarian or Serbian."""
    words = [word.lower() for word in WORD.findall(text[:SAMPLE]) if _is_cyrillic(word)]
    others = sum(word in OTHER_WORDS or OTHER_LETTERS.search(word) is not None for word in words)
    return others > MOST_OF_OTHERS * len(words)


def language_of(words: str) -> str:
    """`uk` or `ru`, by the letters and the commonest words that only one of them has."""
    every = [word.lower() for word in WORD.findall(words)]
    ours, theirs = of_one_language()
    ukrainian = len(UKRAINIAN.findall(words)) + sum(word in UKRAINIAN_WORDS or word in ours for word in every)
    russian = len(RUSSIAN.findall(words)) + sum(word in RUSSIAN_WORDS or word in theirs for word in every)
    return "uk" if ukrainian >= russian else "ru"
