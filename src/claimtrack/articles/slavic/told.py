"""What a sentence tells in other words, or as a quotation: `заявив, що …`, `за словами …`, `…, повідомив голова`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.slavic.quoted import FEWEST_WORDS, Found, Quotations
from claimtrack.articles.slavic.subjects import STOPS
from claimtrack.articles.slavic.tokens import CLOSING, DASH, ENDS, OPENING, Range, Sentence, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 14
LONGEST_NAME = 6
LONGEST_ASIDE = 14
SPEECH = ("said", "denied", "doubted")
THAT = ("that", "so that")
# `такою, що порушує закон` describes something.
SUCH = ("таки", "тако", "така", "таку")
PASSIVE = ("ється", "еться", "ится", "ается")


class Told(Quotations):
    """Reads one sentence."""

    def _sentence(self, sentence: Sentence) -> Iterator[Found]:
        first, last, _ = sentence
        every = quotations(self.lines, first, last)
        quotes = [part for part in every if self._is_speech(sentence, part)]
        told: list[Range] = []
        for quote in quotes:
            for found in self._quotation(sentence, quote):
                told += found.parts
                yield found
        found_in = list(self._indirect(sentence, quotes, told))
        yield from found_in
        if not told and not found_in:
            yield from self._named_so(sentence, every)

    def _named_so(self, sentence: Sentence, quotes: list[Range]) -> Iterator[Found]:
        """What somebody calls something, in quotation marks: `назвав рішення «помилкою»`."""
        verbs = [at for at in range(sentence.first, sentence.last) if self.tokens[at].is_a("named")]
        after = [quote for quote in quotes if verbs and 0 < quote.first - verbs[0] <= NEAR]
        lower = after and not self.tokens[after[0].first + 1].capital
        source = (
            self.subjects.before(verbs[0], sentence.first) or self.subjects.main(sentence.first, verbs[0])
            if lower
            else None
        )
        if source:
            inner = Range(after[0].first + 1, after[0].last - 1)
            yield Found((inner,), source, verbs[0], "named", sentence, quoted=True)

    def _indirect(self, sentence: Sentence, quotes: list[Range], told: list[Range]) -> Iterator[Found]:
        """What is told in other words, by each verb that does not stand in what was told before."""
        said = {at for part in told for at in range(*part)}
        inside = {at for part in quotes for at in range(*part)} | said
        at = sentence.first
        while at < sentence.last:
            found = self._at(sentence, at) if at not in inside else None
            again = found and found.frame == "parenthesis" and any(i in said for i in range(*found.parts[0]))
            if found and not again:  # `за словами голови, …, передає портал` is the head's
                yield found
                said.update(i for part in found.parts for i in range(*part))
                inside |= said
            at += 1

    def _at(self, sentence: Sentence, at: int) -> Found | None:
        token = self.tokens[at]
        if token.is_a("according"):
            return self._according(sentence, at)
        if (
            token.low in ("за", "на", "по")
            and at + 2 < sentence.last
            and self.tokens[at + 1].is_a("his", "her")
        ):
            return self._according_to_him(sentence, at)
        if not token.is_a(*SPEECH):
            return None
        return self._with_that(sentence, at) or self._parenthesis(sentence, at)

    def _according(self, sentence: Sentence, at: int) -> Found | None:
        """`За словами голови, …`, `…, за даними служби`."""
        source, stop = self.subjects.following(at + self.tokens[at].length, sentence.last)
        return self._around(sentence, Range(at, stop), source, at, "according") if source else None

    def _according_to_him(self, sentence: Sentence, at: int) -> Found | None:
        """`За її словами, …`."""
        if not self.tokens[at + 2].is_a("according whose"):
            return None
        return self._around(sentence, Range(at, at + 3), Range(at + 1, at + 2), at, "according")

    def _around(
        self, sentence: Sentence, aside: Range, source: Range | None, cue: int, frame: str
    ) -> Found | None:
        """What stands before and after the words that tell who says it."""
        first, last = self._bracket(sentence, aside)
        before, after = Range(first, aside.first), Range(aside.last, last)
        if self._is_quotation(before):
            return None  # it is read by itself
        enough = [part for part in (before, after) if self.lines.words(*part) >= FEWEST_WORDS]
        if not enough or any(self.tokens[at].is_a("about this") for at in range(*before)):
            return None
        if len(enough) > 1 and not self._is_inserted(aside):
            enough = [before] if self.tokens[aside.last].low == "," and frame != "according" else [after]
        parts = (Range(enough[0].first, enough[-1].last),) if len(enough) == 1 else tuple(enough)
        return Found(tuple(map(self._trimmed, parts)), source, cue, frame, sentence, *self._standing(cue))

    def _is_quotation(self, part: Range) -> bool:
        """Whether all of it stands in quotation marks."""
        first = [quote for quote in quotations(self.lines, *part) if quote.first == part.first]
        return bool(first) and not self.lines.words(first[0].last, part.last)

    def _bracket(self, sentence: Sentence, aside: Range) -> Range:
        """What an aside may be about: the brackets that it stands in, else the sentence."""
        lows = [token.low for token in self.tokens[sentence.first : sentence.last]]
        at = aside.first - sentence.first
        if "(" in lows[:at] and ")" not in lows[:at] and ")" in lows[at:]:
            return Range(sentence.first + lows.index("(") + 1, sentence.first + lows.index(")", at))
        return sentence.range

    def _is_inserted(self, aside: Range) -> bool:
        """Whether commas or dashes stand on both sides, so that the sentence goes on around it."""
        marks = (",", DASH)
        return self.tokens[aside.first - 1].low in marks and self.tokens[aside.last].low in marks

    def _with_that(self, sentence: Sentence, verb: int) -> Found | None:
        """`Заявив, що …`, `впевнені: …`."""
        tokens = self.tokens
        named = 0  # until where the name of whom it was told stands: `рассказал «Линии», что`
        for at in range(verb + 1, min(sentence.last - 1, verb + NEAR)):
            low, after = tokens[at].low, tokens[at + 1]
            if low == OPENING:
                named = self._short_name(at, sentence.last)
            if at < named:
                continue
            if low == "," and after.is_a(*THAT) and not tokens[at - 1].low.startswith(SUCH):
                return self._told(
                    sentence, verb, at, Range(at + 2, self._before_quotation(at, sentence.last))
                )
            if low == ":":
                if after.low == OPENING or self.lines.words(at, sentence.last) < FEWEST_WORDS:
                    return None
                return self._told(sentence, verb, at, Range(at + 1, sentence.last))
            if low in ENDS or low in (";", DASH, CLOSING) or (low == "," and after.is_a("relative")):
                return None
            if at > verb and tokens[at].is_a("said") and not tokens[verb].is_a("denied"):
                return None
        return None

    def _short_name(self, opening: int, last: int) -> int:
        """Where a name in quotation marks ends, which are not of speech."""
        stops = (
            at for at in range(opening, min(last, opening + LONGEST_NAME)) if self.tokens[at].low == CLOSING
        )
        return next(stops, opening - 1) + 1

    def _before_quotation(self, first: int, last: int) -> int:
        """Where a quotation after a colon takes over: `переконана, що виграє: «Ми готові»`."""
        tokens = self.tokens
        colons = (
            at for at in range(first, last - 1) if tokens[at].low == ":" and tokens[at + 1].low == OPENING
        )
        return next(colons, last)

    def _told(self, sentence: Sentence, verb: int, comma: int, content: Range) -> Found | None:
        source = self.subjects.before(verb, sentence.first) or self.subjects.after(verb, comma)
        polarity, factual = self._standing(verb)[1:]
        return Found(
            (self._trimmed(content),),
            source,
            verb,
            "that",
            sentence,
            quoted=False,
            polarity=polarity,
            factual=factual,
        )

    def _trimmed(self, part: Range) -> Range:
        """The words without `, повідомляє портал` at their end."""
        tokens = self.tokens
        for at in range(part.last - 1, max(part.first, part.last - LONGEST_ASIDE), -1):
            if tokens[at].low == "," and not tokens[at + 1].is_a(*THAT):
                begun = at + 1 + (tokens[at + 1].low == DASH)
                led = begun < part.last and tokens[begun].low in ("як", "как")
                verb = begun + led
                return Range(part.first, at) if verb < part.last and tokens[verb].is_a("said") else part
        return part

    def _standing(self, verb: int) -> tuple[bool, str, bool]:
        """Whether it is quoted, denied, and told at all: `не сказав, що …`."""
        token = self.tokens[verb]
        negated = verb > 0 and self.tokens[verb - 1].is_a("not")
        if token.is_a("denied"):
            return False, "affirmed" if negated else "denied", True
        if token.is_a("doubted"):
            return False, "affirmed" if negated else "negated", True
        return False, "affirmed", not negated

    def _parenthesis(self, sentence: Sentence, verb: int) -> Found | None:
        """`…, повідомив голова`, `Як повідомив голова, …`."""
        tokens, first = self.tokens, sentence.first
        start = verb
        while start > first and tokens[start - 1].is_a("adverb", "about this"):
            start -= 1
        led = start > first and tokens[start - 1].low in ("як", "как")
        start -= led
        opens = start == first or tokens[start - 1].low in (",", DASH)
        if not opens or (start == first and not led) or tokens[verb].is_a("denied", "doubted"):
            return None
        source = self.subjects.after(verb, sentence.last)
        stop = source.last if source else verb + 1
        while stop < sentence.last and tokens[stop].low not in STOPS:
            stop += 1
        if source is None and not led and not tokens[verb].low.endswith(PASSIVE):
            return None
        return self._around(sentence, Range(start, stop), source, verb, "parenthesis")
