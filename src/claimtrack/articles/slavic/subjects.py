"""The words that name who says or plans something: before its verb, after it, or after `за словами`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.names import names_in
from claimtrack.articles.slavic.tokens import CLOSING, DASH, ENDS, OPENING, Range, quotations

if TYPE_CHECKING:
    from claimtrack.articles.slavic.tokens import Lines

STOPS = frozenset({",", ":", ";", DASH, "(", ")", *ENDS})
_PREPOSITIONS = """
в у на з із зі до під за від після при про для через над між по серед без перед протягом впродовж упродовж щодо навколо
проти внаслідок завдяки попри біля напередодні крім замість поза
о об с со к ко от из под из-за во между среди перед после вследствие благодаря несмотря вокруг против около накануне
кроме вместо вне
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
PRONOUNS = ("he", "she", "they", "i", "we")
LONGEST = 24
LONGEST_DESCRIPTION = 6
PLURAL = ("ть", "т", "ли", "ться", "тся", "лись", "лися")


class Subjects:
    """Finds subjects in a text of a language."""

    def __init__(self, lines: Lines, language: str) -> None:
        self.lines, self.language = lines, language

    def before(self, verb: int, first: int) -> Range | None:
        """The subject before a verb in its clause, which begins no sooner than `first`; null where there is none."""
        tokens = self.lines.tokens
        stop = self._back_over_adverbs(verb, first)
        if stop > first and tokens[stop - 1].low == ",":
            before = self._back_over_insertions(stop - 1, first)
            if before is None:
                return None
            stop = before
        begin = stop
        while begin > first and tokens[begin - 1].low not in STOPS:
            begin -= 1
        return self._phrase(begin, stop, verb)

    def _back_over_adverbs(self, verb: int, first: int) -> int:
        at = verb
        while at > first and tokens_are_adverbs(self.lines, at - 1):
            at -= 1
        return at

    def _back_over_insertions(self, comma: int, first: int) -> int | None:
        """The end of the words before all insertions, the last of which ends with the comma: `голова, який мовчав,`."""
        tokens = self.lines.tokens
        commas = [at for at in range(first, comma) if tokens[at].low == ","]
        marks = [at for at in range(first, comma) if tokens[at].low in STOPS and tokens[at].low != ","]
        if not commas or (marks and marks[-1] > commas[0]):
            return None
        while (
            len(commas) > 1 and tokens[first].low in PREPOSITIONS
        ):  # `після скандалу, Юлія, не мовчавши, сказала`
            first, commas = commas[0] + 1, commas[1:]
        begins = [at + 1 for at in commas]
        opens = [tokens[at].is_a("relative", "clause") or tokens[at].low in PREPOSITIONS for at in begins]
        plain = not any(
            self._has_finite(Range(at, end)) for at, end in zip(begins, [*commas[1:], comma], strict=True)
        )
        return commas[0] if (plain or any(opens)) and not self._has_finite(Range(first, commas[0])) else None

    def _has_finite(self, part: Range) -> bool:
        tokens = self.lines.tokens[part.first : part.last]
        return any(token.is_word and morphology.is_finite(token.low, self.language) for token in tokens)

    def after(self, verb: int, last: int) -> Range | None:
        """The subject after a verb, where `last` is the end of its clause at the latest."""
        tokens = self.lines.tokens
        at = verb + tokens[verb].length
        if at < last and tokens[at].low == ",":  # `сказав, коментуючи ситуацію, голова`
            closing = next((i for i in range(at + 1, min(last, at + LONGEST)) if tokens[i].low == ","), None)
            if closing is None or tokens[at + 1].is_a("that", "so that", "clause", "relative"):
                return None
            at = closing + 1
        stop = at
        while stop < min(last, at + LONGEST) and (tokens[stop].low not in STOPS or self._is_initial(stop)):
            stop += 1
        return self._phrase(at, stop, verb)

    def following(self, first: int, last: int) -> tuple[Range | None, int]:
        """The words in the genitive after `за словами`, and where they end."""
        tokens = self.lines.tokens
        stop = first
        while stop < min(last, first + LONGEST) and (tokens[stop].low not in STOPS or self._is_initial(stop)):
            stop += 1
        return self._named(Range(first, stop)) or (Range(first, stop) if stop > first else None), stop

    def _is_initial(self, at: int) -> bool:
        """Whether a full stop belongs to an initial or a word that is shortened."""
        tokens = self.lines.tokens
        return (
            tokens[at].low == "."
            and at > 0
            and at + 1 < len(tokens)
            and tokens[at + 1].start == tokens[at].end
        )

    def _phrase(self, first: int, last: int, verb: int) -> Range | None:
        """The subject among the tokens of a clause beside its verb: a pronoun, a name with its title, or a noun."""
        tokens = self.lines.tokens
        while first < last and (tokens_are_adverbs(self.lines, first) or not tokens[first].is_word):
            if tokens[first].low == OPENING:
                break
            first += 1
        if first >= last:
            return None
        for at in range(first, last):
            if tokens[at].is_a(*PRONOUNS):
                return Range(at, at + 1)
        if named := self._named(Range(first, last), verb):
            return named
        return self._described(first, last, verb)

    def _named(self, part: Range, verb: int | None = None) -> Range | None:
        """From where the phrase begins to the end of the name in it; after a verb a name in another case is none."""
        lines = self.lines
        quoted = {at for quote in quotations(lines, *part) for at in range(*quote)}
        names = [n for n in names_in(lines, part, self.language) if n.first not in quoted]
        if verb is not None:
            names = [name for name in names if self._may_act(name.first, name.last, part.first)]
        if not names:
            return self._quoted(part, verb)
        # a name after the first is mostly the person, the first one the person's office or country
        name = names[-1] if verb is None or not self._is_cut(names[0].last, names[-1].first) else names[0]
        return Range(self._start_of(part.first, name.first), name.last)

    def _is_cut(self, first: int, last: int) -> bool:
        """Whether a preposition stands between two names, so that the second is of another phrase."""
        return any(token.low in PREPOSITIONS for token in self.lines.tokens[first:last])

    def _may_act(self, first: int, last: int, start: int) -> bool:
        tokens = self.lines.tokens
        led = any(tokens[at].low in PREPOSITIONS for at in range(max(start, first - 2), first))
        return not led and all(
            not tokens[at].is_word or morphology.may_act(tokens[at].low, self.language)
            for at in range(first, last)
        )

    def _quoted(self, part: Range, verb: int | None) -> Range | None:
        """A body whose name stands in quotation marks: `компанії «Будшлях»`."""
        tokens = self.lines.tokens
        for at in range(part.first, part.last):
            if tokens[at].low == CLOSING:
                first = part.first
                if verb is not None and tokens[first].low in PREPOSITIONS:
                    return None
                return Range(first, at + 1)
        return None

    def _start_of(self, first: int, name: int) -> int:
        """Where the title before a name begins: after a preposition phrase at the beginning."""
        tokens = self.lines.tokens
        led = [at for at in range(first, name) if tokens[at].low in PREPOSITIONS]
        return min(led[-1] + 2, name) if led and led[0] == first else first

    def _described(self, first: int, last: int, verb: int) -> Range | None:
        """A noun with what hangs on it; of `в мерії кажуть` the body, where the verb is of many."""
        tokens = self.lines.tokens
        if tokens[first].is_a("in"):
            many = tokens[verb].low.endswith(PLURAL) and first + 1 < last
            return Range(first + 1, last) if many and last - first <= LONGEST_DESCRIPTION else None
        if tokens[first].low in PREPOSITIONS:
            there = last - 1
            person = there > first + 1 and morphology.is_person(tokens[there].low, self.language)
            return Range(there, last) if person and self._is_noun(there) else None
        stop = first
        while stop < last and (stop == first or tokens[stop].low not in PREPOSITIONS):
            stop += 1
        nouns = [at for at in range(first, stop) if tokens[at].is_word]
        if not nouns or not any(self._is_noun(at) for at in nouns):
            return None
        return Range(first, min(stop, first + LONGEST_DESCRIPTION))

    def _is_noun(self, at: int) -> bool:
        low = self.lines.tokens[at].low
        return not low[0].isdigit() and morphology.may_be_noun(low, self.language)


def tokens_are_adverbs(lines: Lines, at: int) -> bool:
    """Whether the word only connects or tells when: `також`, `раніше`."""
    return lines.tokens[at].is_a("adverb", "own", "not", "and", "but", "would") and not lines.tokens[at].is_a(
        *PRONOUNS
    )
