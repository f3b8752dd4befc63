"""Speech in quotation marks or after a dash: the words, and who says them in a remark beside or between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic.subjects import STOPS, Subjects
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
        verb = self._verb(remark.first + 1, remark.last)
        if parts and verb is not None:
            yield Found(parts, self._beside(verb, remark), verb, "quote", sentence, quoted=True)

    def _remarks(self, first: int, last: int) -> Iterator[Range]:
        """Each stretch from `, –` to `. –` that has a verb of speech near its beginning."""
        tokens = self.tokens
        at = first + 1
        while at < last:
            if tokens[at].low == DASH and (tokens[at - 1].low == "," or tokens[at - 1].low in ENDS):
                verb = self._verb(at + 1, min(last, at + 1 + BESIDE))
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

    def _beside(self, verb: int, remark: Range) -> Range | None:
        """The subject of a remark, which stands before the verb only as a pronoun or name."""
        before = self.subjects.before(verb, remark.first + 1)
        return before or self.subjects.after(verb, remark.last)

    def _is_speech(self, quote: Range) -> bool:
        """Whether a quotation is of speech, and no name or word that is only marked."""
        return self.lines.words(*quote) >= FEWEST_WORDS or self.tokens[quote.last - 2].low in ENDS

    def _quotation(self, sentence: Sentence, quote: Range) -> Iterator[Found]:
        inner = Range(quote.first + 1, quote.last - 1)
        broken = list(self._broken(sentence, *inner))
        if broken:
            yield from broken
            return
        after = quote.last
        while after < sentence.last and self.tokens[after].low in {",", DASH, *ENDS}:
            after += 1
        verb = self._verb(after, min(sentence.last, after + BESIDE)) if after > quote.last else None
        if verb is not None:
            remark = Range(after - 1, sentence.last)
            yield Found((inner,), self._beside(verb, remark), verb, "quote", sentence, quoted=True)
        elif quote.first > sentence.first and self.tokens[quote.first - 1].low == ":":
            yield from self._introduced(sentence, inner)

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
