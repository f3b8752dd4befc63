"""Text as a line of tokens: words by the vocabulary, dates in figures, numbers, and marks that may join them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.dates.words import SHORT, SPACE, Symbol, english, phrase_tail, phrases, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Every token is one letter of the shape; these are of no date and end one.
UNKNOWN, BREAK = ".", "\n"
CENTURY, YOUNG = 100, 70
TEENAGE, TENS, HUNDRED = range(10, 20), range(20, 100, 10), 100
APOSTROPHES = "’‘ʼ`´"
TOKEN = re.compile(
    r"""
  (?P<word>    (?![qh][0-9])[^\W\d_]+(?:'[^\W\d_]+)*)
| (?P<part>    (?:[0-9]{4}-?)?[qh][0-9])(?!\w)
| (?P<turned>  [1-4][qh][ ]?'?(?:[0-9]{4}|[0-9]{2}))(?!\w)
| (?P<yearth>  [0-9]{4}-?(?:го|му|м|й|ї|ого|ому))(?!\w)
| (?P<week>    [0-9]{4}-?w[0-9]{1,2})(?!\w)
| (?P<iso>     [0-9]{4}(?P<by>[-/.])[0-9]{1,2}(?:(?P=by)[0-9]{1,2})?)(?![0-9]|[-.][0-9]|/[0-9]{1,3}(?![0-9]))
| (?P<figures> [0-9]{1,2}(?P<of>[-/.])[0-9]{1,2}(?P=of)(?:[0-9]{4}|[0-9]{2}))(?![0-9]|[-/.][0-9])
| (?P<two>     [0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{1,2}))(?![0-9]|[-/.,:][0-9])
| (?P<decade>  [0-9]{3}0(?:'?s|-(?:х|ых|і|их|е|ті|ые)))(?!\w)
| (?P<ordinal> [0-9]{1,2}(?:st|nd|rd|th|-?(?:го|й|е|ого|ому|му|ий|ї|я|м|те)))(?!\w)
| (?P<short>   '[0-9]{2})(?!\w)
| (?P<amount>  [0-9]+(?:[.,:][0-9]+)+|[0-9]+[ ]?[%°])
| (?P<number>  [0-9]{1,9})(?!\w)
| (?P<blob>    \w+)
| (?P<break>   \n[^\S\n]*\n)
| (?P<mark>    [-‐‑−–—,()/'])
| (?P<other>   [^\w\s])
""",
    re.VERBOSE,
)
WORD, OTHER = TOKEN.groupindex["word"], TOKEN.groupindex["other"]
_NUMBERS = [(int(value), word) for value, word in english.WORDS["n"].items()]
TEENS = "|".join(word for value, word in _NUMBERS if value in TEENAGE)
TENS_WORDS = "|".join(word for value, word in _NUMBERS if value in TENS)
ONES = "one|two|three|four|five|six|seven|eight|nine"
CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two": 2000}
SPOKEN_YEAR = re.compile(
    rf"(?:(?:eighteen|nineteen|twenty)[\s-](?:{TENS_WORDS}|{TEENS})(?:[\s-](?:{ONES}))?"
    rf"|two{SPACE}thousand(?:{SPACE}(?:and{SPACE})?(?:{TEENS}|{TENS_WORDS}|{ONES})(?:[\s-](?:{ONES}))?)?)(?![\w-])"
)
# A date without figures has a word of one of these kinds, or a year in words.
CORE = frozenset("MWSHRrdZsuVygGhQE")
FIGURE, WORDS = re.compile("[0-9]"), re.compile(r"[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?]['\")»”]*\s|\n[^\S\n]*\n")
# Marks that may be of a date, as they stand.
MARKS = ",()/'"
# Words whose letter hangs on what stands around them: months, weekdays, feasts, parts of days, two figures.
DOUBTFUL_KINDS = frozenset("MWHrdc")
# "two thousand" alone is a year only after one of these
BEFORE_YEAR = frozenset("MmNOIo,y")


class Token(NamedTuple):
    """One of a line: the letter and value of its symbol, and where it stands."""

    kind: str
    value: int | str | tuple[object, ...]
    start: int
    end: int


def folded(text: str) -> str:
    """The text in small letters with one kind of apostrophe and of е, character for character."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for apostrophe in APOSTROPHES:
        low = low.replace(apostrophe, "'")
    return low.replace("ё", "е")


def tokens_of(low: str, kind_of: Callable[[str, str, int], str]) -> list[Token]:
    """The tokens of a folded text, of words of no date one for many; `kind_of` may give a word another letter."""
    found: list[Token] = []
    easy, hard = _words()
    place = 0
    for match in chain.from_iterable(TOKEN.finditer(low, *span) for span in _spans(low)):
        start, words = match.start(), match[0]
        symbol = easy.get(words)
        if start < place or (symbol is None and words not in hard and _of_no_date(match.lastindex, words)):
            continue
        if low[place:start].strip():
            found.append(Token(UNKNOWN, 0, place, start))
        if symbol is not None:
            place = match.end()
            found.append(Token(*symbol, start, place))
            continue
        for token in _read(low, match, found):
            _append(found, _by_place(token, low, kind_of))
            place = token.end
    if low[place:].strip():
        found.append(Token(UNKNOWN, 0, place, len(low)))
    return found


def _spans(low: str) -> Iterator[tuple[int, int]]:
    """Where the sentences stand that hold a figure or a word that no date does without."""
    core, start = _core(), 0
    for end in chain((match.end() for match in SENTENCE_END.finditer(low)), (len(low),)):
        sentence = low[start:end]
        if FIGURE.search(sentence) or not core.isdisjoint(WORDS.findall(sentence)):
            yield start, end
        start = end


@lru_cache(maxsize=1)
def _core() -> frozenset[str]:
    """The words of which every date without figures has one."""
    return frozenset({word for word, symbol in vocabulary().items() if symbol.kind in CORE} | {*CENTURIES})


def _of_no_date(group: int | None, words: str) -> bool:
    """Whether a word that is not in the vocabulary, or a mark, is of no date, nor of `year's`."""
    return group == OTHER or (group == WORD and words[-2:] != "'s")


def _by_place(token: Token, low: str, kind_of: Callable[[str, str, int], str]) -> Token:
    """The token with the letter that it has where it stands."""
    if token.kind not in DOUBTFUL_KINDS:
        return token
    return token._replace(kind=kind_of(token.kind, low[token.start : token.end], token.start))


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, Symbol], frozenset[str]]:
    """The words that are one symbol wherever they stand, and those that need a closer look."""
    hard = {*phrases(), *CENTURIES, *SHORT}
    easy = {
        word: symbol
        for word, symbol in vocabulary().items()
        if word not in hard and symbol.kind not in DOUBTFUL_KINDS | {"n", "O"}
    }
    easy |= {mark: Symbol(mark) for mark in MARKS}
    return easy, frozenset({*hard, *vocabulary()})


def _append(found: list[Token], token: Token) -> None:
    """Adds the token; `twenty-one` and `two hundred` are one with what stands before."""
    tens = found[-2:-1] if found and found[-1].kind == "-" else found[-1:]
    if tens and tens[0].kind == "n" and token.kind in ("n", "O"):
        before, value = int(str(tens[0].value)), int(str(token.value))
        if before in TENS and value < 10:  # noqa: PLR2004 - one to nine
            total = before + value
        elif before < 10 and value == HUNDRED and tens[0] is found[-1]:  # noqa: PLR2004 - the same
            total = before * value
        else:
            found.append(token)
            return
        start = tens[0].start
        del found[found.index(tens[0]) :]
        token = Token(token.kind, total, start, token.end)
    found.append(token)


def _read(low: str, match: re.Match[str], found: list[Token]) -> Iterator[Token]:
    """The tokens that one match stands for: one, or two for a word with 's."""
    group, words, start, end = match.lastgroup or "", match[0], match.start(), match.end()
    if group == "word":
        yield from _word(low, words, start, end, found)
    elif group == "break":
        yield Token(BREAK, 0, start, end)
    elif group == "mark":
        yield Token(_mark(low, words, start, end), 0, start, end)
    elif group in ("blob", "amount") or (group != "short" and _hangs(low, start, found)):
        yield Token(UNKNOWN, 0, start, end)
    else:
        yield Token(*_figures(group, words), start, end)


def _hangs(low: str, start: int, found: list[Token]) -> bool:
    """Whether figures hang on a word (`mh17`) that is no weekday or month."""
    return start > 0 and (low[start - 1].isalnum() or low[start - 1] == "_") and found[-1].kind not in "WM"


def _mark(low: str, mark: str, start: int, end: int) -> str:
    """A hyphen within words, or a dash between them."""
    apart = mark in "–—" or low[start - 1 : start].isspace() or low[end : end + 1].isspace()
    return "~" if apart else "-"


def _word(low: str, word: str, start: int, end: int, found: list[Token]) -> Iterator[Token]:
    """The token of a word or of the phrase that it begins; `'s` is one of its own."""
    if word in CENTURIES and (spoken := _spoken_year(low, start, found)):
        yield spoken
        return
    tail = phrase_tail(word).match(low, end) if word in phrases() else None
    if tail:
        end = tail.end()
        word = " ".join(low[start:end].split())
    symbol = vocabulary().get(word)
    if symbol is None and word.endswith("'s"):
        symbol, end = vocabulary().get(word[:-2]), end - 2
    if symbol is None:
        yield Token(UNKNOWN, 0, start, start + len(word) if not tail else end)
        return
    stop = end + 1 if word in SHORT and low[end : end + 1] == "." else end
    yield Token(symbol.kind, symbol.value, start, stop)
    if end < start + len(word):
        yield Token("'", 0, end, end + 2)


def _spoken_year(low: str, start: int, found: list[Token]) -> Token | None:
    """Nineteen ninety-four, two thousand and fifteen."""
    match = SPOKEN_YEAR.match(low, start)
    if match is None:
        return None
    first, *rest = re.findall(r"[a-z]+", match[0])
    if rest == ["thousand"] and not (found and found[-1].kind in BEFORE_YEAR):
        return None
    numbers = (vocabulary()[word].value for word in rest if word not in ("thousand", "and"))
    return Token("Y", CENTURIES[first] + sum(int(number) for number in numbers), start, match.end())


def _figures(group: str, words: str) -> tuple[str, int | str | tuple[object, ...]]:
    """The kind and value of a number or of a date in figures."""
    numbers = re.findall("[0-9]+", words)
    value: int | str | tuple[object, ...]
    match group:
        case "number":
            year = len(words) == 4 and words[0] != "0"  # noqa: PLR2004 - a year has four digits
            kind, value = ("Y" if year else "N"), int(words)
        case "yearth":
            kind, value = "Y", int(numbers[0])
        case "ordinal":
            kind, value = "O", int(numbers[0])
        case "short":
            kind, value = "j", full_year(numbers[0])
        case "decade":
            kind, value = "X", int(numbers[0])
        case "turned":  # 3Q 2026, 1H26
            kind, value = "K", ("Q" if "q" in words else "H", int(numbers[0]), full_year(numbers[1]))
        case "part":
            kind, value = "K", ("Q" if "q" in words else "H", *(int(number) for number in reversed(numbers)))
        case "week":
            kind, value = "D", ("week", *numbers)
        case "two":
            kind, value = ("?" if words == "9/11" else "c"), (words,)
        case _:
            # 2025.01 may be a decimal
            kind, value = ("c" if len(numbers) == 2 and "." in words else "D"), (words,)  # noqa: PLR2004 - year and month
    return kind, value


def full_year(figures: str) -> int:
    """The year of two figures or four: 69 is 2069 and 70 is 1970."""
    year = int(figures)
    if len(figures) > 2:  # noqa: PLR2004 - a year of two figures
        return year
    return year + CENTURY * (20 if year < YOUNG else 19)
