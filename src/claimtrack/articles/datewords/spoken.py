"""Years and days of the month written out in words, as broadcasters' transcripts have them."""

from __future__ import annotations

from claimtrack.articles.datewords.vocabulary import S, either

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip  # read as a table
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINAL_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINAL_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip  # read as a table
SMALL = {word: number for number, word in enumerate(UNITS + TEENS, 1)} | {
    ten: 10 * place for place, ten in enumerate(TENS, 2)
}
ORDINAL_DAYS = (
    {word: number for number, word in enumerate(ORDINAL_UNITS + ORDINAL_TEENS, 1)}
    | {"twentieth": 20, "thirtieth": 30}
    | {f"twenty{dash}{word}": number for dash in "- " for number, word in enumerate(ORDINAL_UNITS, 21)}
    | {f"thirty{dash}first": 31 for dash in "- "}
)
CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
SPOKEN_YEAR_WORDS = (*CENTURIES, "two")
SPOKEN_YEAR = (
    rf"(?P<spoken>(?:{either(CENTURIES)}[\s-]{either((*TENS, *TEENS))}(?:[\s-]{either(UNITS)})?"
    rf"|two{S}thousand(?:{S}(?:and{S})?{either((*TEENS, *TENS, *UNITS))}(?:[\s-]{either(UNITS)})?)?))"
)


def spoken_year(words: str) -> int:
    """The year that such words name: 1994 for "nineteen ninety-four", 2015 for "two thousand and fifteen"."""
    first, *rest = words.replace("-", " ").split()
    thousand = first == "two"
    return (2000 if thousand else CENTURIES[first]) + sum(SMALL.get(word, 0) for word in rest)
