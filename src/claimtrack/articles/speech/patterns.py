"""Who said what in one sentence: the turns of phrase of English news, each rule with its example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.english import Range, clause_subject, is_capital, phrase_ending, phrase_starting
from claimtrack.articles.english.speech_verbs import AIMS, SPEECH_NOUNS, VERBS
from claimtrack.articles.english.word_classes import AUXILIARIES, BE, DETERMINERS
from claimtrack.articles.speech.attribution_parts import Context, Found, Result, found_at, span
from claimtrack.articles.speech.clauses import clause_end
from claimtrack.articles.speech.contents import SHORTEST, all_before, first_of, goes_on, said
from claimtrack.articles.speech.cues import find_cue
from claimtrack.articles.speech.polarity import is_discredited

if TYPE_CHECKING:
    from claimtrack.articles.english import Token

# The words that a rule starts from.
TELLING = VERBS.keys() | SPEECH_NOUNS | AIMS | {"according"}
# How many words may stand after `According to Lind` before its comma, and before a noun after its owner.
SOURCE_TAIL = 20
OWNER_REACH = 4
AIM_REACH = 60


def read_tokens(tokens: list[Token]) -> list[Found]:
    """Everything that a sentence of these words says somebody said, in order."""
    found: list[Found] = []
    here = Context(tokens, 0, None)
    for i in [i for i, token in enumerate(tokens) if token.low in TELLING]:
        result = _at(here, i) if i >= here.floor else None
        if result:
            found.append(result.found)
            here = Context(tokens, max(result.floor, i + 1), result.subject or here.subject)
    return found


def _at(here: Context, i: int) -> Result | None:
    """What the word at `i` tells, if it is one of speech."""
    token = here.tokens[i]
    if token.low == "according" and i + 1 < len(here.tokens) and here.tokens[i + 1].low == "to":
        return _according_to(here, i)
    if token.low in VERBS and (i == 0 or not is_capital(token)):
        cue = find_cue(here, i, VERBS[token.low])
        result = said(here, cue) if cue else None
        if result:
            return result
    return _speech_noun(here, i) if token.low in SPEECH_NOUNS or token.low in AIMS else None


def _according_to(here: Context, i: int) -> Result | None:
    """`The road will close, according to Lind.` / `According to Lind, the road will close.`."""
    tokens = here.tokens
    source = phrase_starting(tokens, i + 2)
    if source is None:
        return None
    first = first_of(here, i)
    begin = source[1]
    parted = goes_on(tokens, begin) and not any(token.low in AUXILIARIES for token in tokens[first:i])
    if parted:
        end = clause_end(tokens, begin)
        return _told(
            here, i, [span(tokens, first, i), span(tokens, begin, end)], source, frame="around", floor=end
        )
    if i - first >= SHORTEST:
        return _told(here, i, [span(tokens, first, i)], source, frame="according", floor=begin)
    outer = all_before(here, i)
    if outer is not None:
        return _told(here, i, [span(tokens, outer, i)], source, frame="according", floor=begin)
    while begin < len(tokens) and tokens[begin].text != "," and begin - source[1] < SOURCE_TAIL:
        begin += 1
    end = clause_end(tokens, begin)
    return _told(here, i, [span(tokens, begin, end)], source, frame="according-first", floor=end)


def _told(
    here: Context, i: int, spans: list[tuple[int, int] | None], source: Range, *, frame: str, floor: int
) -> Result | None:
    found = found_at(here.tokens, i, spans, source, frame)
    return Result(found, floor) if found else None


def _speech_noun(here: Context, i: int) -> Result | None:
    """`Lind's claim that the dam leaks` / `his promise to mend it` / `one of Lind's goals was to mend it by May`."""
    tokens = here.tokens
    begin = i + 2 if i + 1 < len(tokens) and tokens[i + 1].low in BE else i + 1
    if begin + 1 >= len(tokens):
        return None
    act = tokens[begin + 1]
    aims = tokens[begin].low == "to" and tokens[i].low in AIMS and act.text[0].islower()
    aims = aims and act.low not in DETERMINERS
    claims = tokens[begin].low == "that" and tokens[i].low in SPEECH_NOUNS
    owner = _owner(here, i) if aims or claims else None
    if owner is None and claims and is_discredited(tokens, i):
        there = (here.floor, here.floor + 1) if tokens[here.floor].low == "there" else None
        owner = there or clause_subject(tokens, here.floor, i)
    if owner is None:
        return None
    end = min(clause_end(tokens, begin), begin + AIM_REACH)
    return _told(
        here, i, [span(tokens, begin, end)], owner, frame="aim" if aims else "noun-that", floor=i + 1
    )


def _owner(here: Context, i: int) -> Range | None:
    """Whose claim or goal it is: the possessive up to three words before."""
    tokens = here.tokens
    for j in range(i - 1, max(here.floor, i - OWNER_REACH) - 1, -1):
        low = tokens[j].low
        if low in ("his", "her", "its", "their"):
            return j, j + 1
        if low.endswith(("'s", "s'")):
            return phrase_ending(tokens, j, here.floor)
        if not tokens[j].text[0].isalpha() or low in DETERMINERS:
            return None
    return None
