"""Speech in quotation marks or after a dash: the words, and who says them in a remark beside or between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.subjects import CONNECTING, STOPS, Subjects
from claimtrack.articles.slavic.tokens import DASH, ENDS, Range, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.slavic.tokens import Lines

FEWEST_WORDS = 3
BESIDE = 4


class Found(NamedTuple):
    """Words that somebody said: their tokens, the words for the source, the verb, and the turn of phrase."""

    parts: tuple[Range, ...]
    source: Range | None
    cue: int
    frame: str
    sentence: Sentence
    quoted: bool = False
    polarity: str = "affirmed"
    factual: bool = True
    # Who passes on what the source says.
    relay: Range | None = None


class Quotations:
    """Reads what stands in quotation marks or after a dash."""

    def __init__(self, lines: Lines, language: str) -> None:
        self.lines = lines
        self.tokens = lines.tokens
        self.subjects = Subjects(lines, language)

    def _broken(self, sentence: Sentence, first: int, last: int) -> Iterator[Found]:
        """What is said between the marks, where a remark in dashes tells who says it."""
        remarks = list(self._remarks(first, last))
        if not remarks:
            return
        ends = [remark.first for remark in remarks] + [last]
        starts = [first] + [remark.last for remark in remarks]
        parts = tuple(Range(a, b) for a, b in zip(starts, ends, strict=True) if self.lines.words(a, b))
        remark = remarks[0]
        verb = self._verb_of_remark(remark.first + 1, remark.last)
        if parts and verb is not None:
            yield Found(parts, self._beside(verb, remark), verb, "quote", sentence, quoted=True)

    def _remarks(self, first: int, last: int) -> Iterator[Range]:
        """Each stretch from `, –` to `. –` that has a verb of speech near its beginning."""
        tokens = self.tokens
        at = first + 1
        while at < last:
            if tokens[at].low == DASH and (tokens[at - 1].low == "," or tokens[at - 1].low in ENDS):
                verb = self._verb_of_remark(at + 1, last)
                if verb is not None and not tokens[at + 1].capital:
                    stop = self._end_of_remark(at + 1, last)
                    yield Range(at, stop)
                    at = stop
                    continue
            at += 1

    def _end_of_remark(self, first: int, last: int) -> int:
        for at in range(first, last):
            if self.tokens[at].low == DASH and (
                self.tokens[at - 1].low in (",", ":") or self.tokens[at - 1].low in ENDS
            ):
                return at + 1
        return last

    def _verb(self, first: int, last: int) -> int | None:
        """The first verb of speech among the tokens, up to a mark."""
        for at in range(first, last):
            if self.tokens[at].is_a("said"):
                return at
            if self.tokens[at].low in STOPS:
                return None
        return None

    def _verb_of_remark(self, first: int, last: int) -> int | None:
        """The verb of a remark after a dash: one of speech, or any that somebody follows: `радіє фермерка`."""
        verb = self._verb(first, min(last, first + BESIDE))
        if verb is not None or first >= last or not self._is_any_verb(first):
            return verb
        source = self.subjects.after(first, last)
        words = self.tokens[source.first : source.last] if source else []
        people = any(
            token.capital or morphology.is_person(token.low, self.subjects.language) for token in words
        )
        return first if people else None

    def _is_any_verb(self, at: int) -> bool:
        token = self.tokens[at]
        language = self.subjects.language
        own = morphology.is_first_person(token.low, language)
        return token.is_word and not token.capital and not own and morphology.is_finite(token.low, language)

    def _beside(self, verb: int, remark: Range) -> Range | None:
        """The subject of a remark, which stands before the verb only as a pronoun or name."""
        if verb + 1 < remark.last and self.tokens[verb + 1].low == "слова":  # `приводить слова тренера сайт`
            return self.subjects.quoted_one(verb + 2, remark.last)
        before = self.subjects.before(verb, remark.first + 1)
        return before or self.subjects.after(verb, remark.last)

    def _is_speech(self, sentence: Sentence, quote: Range) -> bool:
        """Whether a quotation is of speech, and no name or word that is only marked."""
        if quote.first > sentence.first and self.tokens[quote.first - 1].low == ":":
            return True
        alone = (
            quote.first == sentence.first
            and quote.last < sentence.last
            and self.tokens[quote.last].low in (",", DASH)
        )
        return alone or self.lines.words(*quote) >= FEWEST_WORDS or self.tokens[quote.last - 2].low in ENDS

    def _quotation(self, sentence: Sentence, quote: Range) -> Iterator[Found]:
        inner = Range(quote.first + 1, quote.last - 1)
        broken = list(self._broken(sentence, *inner))
        if broken:
            yield from broken
            return
        if self._is_within(sentence, quote):
            if self.tokens[quote.first - 1].low == ":":
                yield from self._introduced(sentence, inner)
            return
        verb, remark = self._remark_after(quote.last, sentence.last)
        if verb is not None:
            yield Found((inner,), self._beside(verb, remark), verb, "quote", sentence, quoted=True)

    def _remark_after(self, first: int, last: int) -> tuple[int | None, Range]:
        """The verb of the remark after a quotation, and the remark."""
        after = first
        while after < last and self.tokens[after].low in {",", DASH, *ENDS}:
            after += 1
        dashed = self.tokens[after - 1].low == DASH
        verb = self._verb(after, min(last, after + BESIDE)) if after > first else None
        verb = self._verb_of_remark(after, last) if dashed and verb is None else verb
        return verb, Range(after - 1, last)

    def _is_within(self, sentence: Sentence, quote: Range) -> bool:
        """Whether the quotation is only a part of its sentence, or what a colon leads to."""
        words = [token for token in self.tokens[sentence.first : quote.first] if token.is_word]
        return not all(token.is_a(*CONNECTING, "moreover") for token in words)

    def _introduced(self, sentence: Sentence, inner: Range) -> Iterator[Found]:
        """A quotation after a colon: of the last verb of speech before it, else of whoever is named."""
        colon = inner.first - 2
        verbs = [at for at in range(sentence.first, colon) if self.tokens[at].is_a("said")]
        verb = verbs[-1] if verbs else colon
        source = self.subjects.before(verb, sentence.first) or (
            self.subjects.after(verb, colon) if verbs else None
        )
        if source is None and verbs and verbs[0] != verb:
            source = self.subjects.before(verbs[0], sentence.first)
        if verbs or source:
            yield Found((inner,), source, verb, "quote", sentence, quoted=True)
