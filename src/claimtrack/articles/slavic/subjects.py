"""The words that name who says or plans something: before its verb, after it, or after `за словами`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.names import names_in
from claimtrack.articles.slavic.tokens import CLOSING, DASH, ENDS, OPENING, Range, quotations

if TYPE_CHECKING:
    from claimtrack.articles.slavic.names import Name
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
MOST_INSERTIONS = 2
LONGEST_BRACKET = 12
CONNECTING = ("adverb", "own", "not", "and", "but", "would", "that", "clause")
LONGEST_DESCRIPTION = 6
PLURAL = ("ть", "т", "ли", "ться", "тся", "лись", "лися")


class Subjects:
    """Finds subjects in a text of a language."""

    def __init__(self, lines: Lines, language: str) -> None:
        self.lines, self.language = lines, language

    def before(self, verb: int, first: int) -> Range | None:
        """The subject before a verb in its clause, which begins no sooner than `first`; null where there is none."""
        stop: int | None = self._back_over_adverbs(verb, first)
        for _ in range(MOST_INSERTIONS):
            if stop is not None and stop > first and self.lines.tokens[stop - 1].low == ",":
                stop = self._back_over_insertions(stop - 1, first)
            if stop is None:
                return None
            begin = stop
            while begin > max(first, stop - LONGEST) and not self._is_stop(begin - 1):
                begin -= 1
            found = self._phrase(begin, stop, verb)
            if found and not self._has_capital(found):
                found = self._apposed(stop, verb) or found
            if found or self._has_finite(Range(begin, stop)):
                return found
            stop = begin  # `голова у вівторок, 4 жовтня, на нараді сказав`
        return None

    def _is_stop(self, at: int) -> bool:
        return self.lines.tokens[at].low in STOPS and not self._is_initial(at)

    def main(self, first: int, last: int) -> Range | None:
        """The subject of the first verb that makes a clause there."""
        verbs = (at for at in range(first, last) if self._has_finite(Range(at, at + 1)))
        verb = next(verbs, None)
        return None if verb is None else self.before(verb, first)

    def _has_capital(self, part: Range) -> bool:
        return any(
            token.capital or token.low == CLOSING for token in self.lines.tokens[part.first + 1 : part.last]
        )

    def _apposed(self, comma: int, verb: int) -> Range | None:
        """The name in an insertion after a noun: `організаторка концерту, піаністка Марта Лінд,`."""
        tokens = self.lines.tokens
        if tokens[comma].low != ",":
            return None
        stop = next((at for at in range(comma + 1, verb) if tokens[at].low in STOPS), comma)
        part = Range(comma + 1, stop)
        opens = tokens[comma + 1].is_a("relative", "clause") or tokens[comma + 1].low in PREPOSITIONS
        return None if opens or part.last <= part.first or self._has_finite(part) else self._named(part, verb)

    def _back_over_adverbs(self, verb: int, first: int) -> int:
        at = verb
        while at > first and tokens_are_adverbs(self.lines, at - 1):
            at -= 1
        return at

    def _back_over_insertions(self, comma: int, first: int) -> int | None:
        """The end of the words before all insertions, the last of which ends with the comma: `голова, який мовчав,`."""
        tokens = self.lines.tokens
        first = max(first, comma - 3 * LONGEST)
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
        return any(
            token.is_word and not token.capital and morphology.is_finite(token.low, self.language)
            for token in tokens
        )

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
            if stop < last and tokens[stop].low == "(":  # `об'єднання (Київ) Марта Лінд`
                closing = next(
                    (i for i in range(stop, min(last, stop + LONGEST_BRACKET)) if tokens[i].low == ")"), stop
                )
                stop = closing + (closing > stop)
        return self._phrase(at, stop, verb)

    def following(self, first: int, last: int) -> tuple[Range | None, int]:
        """The words in the genitive after `за словами`, and where they end."""
        tokens = self.lines.tokens
        stop = first
        while stop < min(last, first + LONGEST) and (tokens[stop].low not in STOPS or self._is_initial(stop)):
            stop += 1
        return self._named(Range(first, stop)) or (Range(first, stop) if stop > first else None), stop

    def quoted_one(self, first: int, last: int) -> Range | None:
        """The noun or name in the genitive of `слова тренера`: what stands after may be who cites them."""
        part = Range(first, min(last, first + LONGEST_DESCRIPTION))
        nouns = [at for at in range(*part) if morphology.is_noun(self.lines.tokens[at].low, self.language)]
        names = names_in(self.lines, part, self.language)
        if names and names[0].first <= first + 1:
            return Range(first, names[0].last)
        return Range(first, nouns[0] + 1 if nouns else first + 1) if first < last else None

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
            first += tokens[first].length
        first = min(first, last)
        if first >= last:
            return None
        for at in range(first, last):
            if tokens[at].is_a(*PRONOUNS):
                return Range(at, at + 1)
        return self._named(Range(first, last), verb) or self._described(first, last, verb)

    def _named(self, part: Range, verb: int | None = None) -> Range | None:
        """From where the phrase begins to the end of the name in it; after a verb a name in another case is none."""
        lines = self.lines
        quoted = {at for quote in quotations(lines, *part) for at in range(*quote)}
        names = [n for n in names_in(lines, part, self.language) if n.first not in quoted]
        if verb is not None:
            female = self.lines.tokens[verb].low.endswith(("ла", "лась", "лася"))
            names = [
                name for name in names if self._may_act(name.first, name.last, part.first, female=female)
            ]
        if not names:
            return self._quoted(part, verb)
        name = self._chosen(names, part, verb)
        if name is None:
            return None
        return self._with_quoted(Range(self._start_of(part.first, name.first), name.last), part.last)

    def _chosen(self, names: list[Name], part: Range, verb: int | None) -> Name | None:
        """Of several names the subject, which is a person mostly; null where a noun beside it is the subject."""
        last = names[-1]
        if verb is None:
            return last
        if verb < part.first:
            first = names[0]
            if first.first == part.first and self._is_someone(first.last, part.last):
                return last if last is not first else None  # `сообщил ТАСС источник`
            people = [name for name in names if len(name.words) > 1]
            return last if not self._is_cut(first.last, last.first) else (people or names)[0]
        if last.last == part.last:
            return last
        if self._is_someone(last.last, part.last, anywhere=True):
            return None
        return last if not self._is_cut(names[0].last, last.first) else names[0]

    def _is_someone(self, first: int, last: int, *, anywhere: bool = False) -> bool:
        """Whether a noun for somebody in the nominative stands there: right there, or anywhere in the words."""
        places = range(first, last if anywhere else min(last, first + 1))
        return any(self._is_person(at) for at in places if not self.lines.tokens[at].capital)

    def _is_person(self, at: int) -> bool:
        token = self.lines.tokens[at]
        someone = token.is_a("source") or morphology.is_person(token.low, self.language)
        return bool(someone) and morphology.may_be_noun(token.low, self.language)

    def _with_quoted(self, found: Range, last: int) -> Range:
        """With the name in quotation marks that follows: `ИА «Волна»`."""
        if found.last < last and self.lines.tokens[found.last].low == OPENING:
            quote = quotations(self.lines, found.last, last)
            return Range(found.first, quote[0].last) if quote else found
        return found

    def _is_cut(self, first: int, last: int) -> bool:
        """Whether a preposition stands between two names, so that the second is of another phrase."""
        return any(token.low in PREPOSITIONS for token in self.lines.tokens[first:last])

    def _may_act(self, first: int, last: int, start: int, *, female: bool) -> bool:
        tokens = self.lines.tokens
        led = first > start and (
            tokens[first - 1].low in PREPOSITIONS or tokens[first - 1].is_a("of the name")
        )
        if (
            first > start + 1 and tokens[first - 2].low in PREPOSITIONS
        ):  # `у новому Києві`, but `в мае Марта Линд`
            led = morphology.may_be_adjective(tokens[first - 1].low, self.language)
        words = [token.low for token in tokens[first:last] if token.is_word]
        return not led and morphology.name_may_act(words, self.language, female=female)

    def _quoted(self, part: Range, verb: int | None) -> Range | None:
        """A body whose name stands in quotation marks: `компанії «Будшлях»`."""
        tokens = self.lines.tokens
        for at in range(part.first, part.last):
            if tokens[at].low == CLOSING:
                first = part.first
                if verb is not None and any(token.low in PREPOSITIONS for token in tokens[first:at]):
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
        while (
            first < last - 1 and tokens[first].capital and verb < first and self._is_someone(first + 1, last)
        ):
            first += 1
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
    return lines.tokens[at].is_a(*CONNECTING) and not lines.tokens[at].is_a(*PRONOUNS)
