"""Who says what: sentence by sentence, in dialogue, and where one sentence tells of another."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimtrack.articles.slavic.quoted import FEWEST_WORDS, Found
from claimtrack.articles.slavic.tokens import CLOSING, DASH, OPENING, Range, Sentence, quotations
from claimtrack.articles.slavic.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SENTENCES = 3
MOST_PARAGRAPHS = 8


class Turns(Told):
    """Reads the turns of phrase of a text, paragraph by paragraph."""

    def read(self) -> Iterator[Found]:
        """What was said in each sentence, in the order of the text."""
        every = self.lines.sentences
        spoken: set[int] = set()
        earlier: list[Found] = []
        for number, sentence in enumerate(every):
            if sentence.paragraph in spoken:
                continue
            before = every[number - 1] if number else None
            paragraph = self.lines.paragraphs[sentence.paragraph]
            if self.tokens[paragraph.first].low == DASH:
                if sentence.first == paragraph.first:
                    yield from self._dialogue(Sentence(*paragraph, sentence.paragraph))
                continue
            across = self._across(sentence) if sentence.first == paragraph.first else None
            if across:
                spoken.update(range(sentence.paragraph, across.sentence.paragraph + 1))
                yield across
                continue
            found = list(self._sentence(sentence)) or list(self._speaker(sentence))
            found = found or list(self._run(sentence, before, earlier))
            yield from found
            for one in self._beyond(sentence, before, found, earlier):
                if one.frame == "paragraph":
                    spoken.add(sentence.paragraph + 1)
                yield one
            earlier = found

    def _across(self, sentence: Sentence) -> Found | None:
        """A quotation that begins here and ends in a later paragraph, with the remark after it."""
        paragraphs, number = self.lines.paragraphs, sentence.paragraph
        first = paragraphs[number]
        if (
            self.tokens[first.first].low != OPENING
            or self._closing(Range(first.first + 1, first.last)) is not None
        ):
            return None
        for last in range(number + 1, min(len(paragraphs), number + MOST_PARAGRAPHS)):
            closing = self._closing(paragraphs[last])
            if closing is not None:
                parts = [Range(first.first + 1, first.last), *paragraphs[number + 1 : last]]
                parts.append(Range(paragraphs[last].first, closing))
                verb, remark = self._remark_after(closing + 1, paragraphs[last].last)
                source = self._beside(verb, remark) if verb is not None else None
                line = Sentence(*paragraphs[last], last)
                return Found(tuple(parts), source, verb or first.first, "quote", line, quoted=True)
        return None

    def _closing(self, part: Range) -> int | None:
        """The mark that ends a quotation which began before."""
        depth = 0
        for at in range(*part):
            depth += self.tokens[at].low == OPENING
            if self.tokens[at].low == CLOSING:
                if not depth:
                    return at
                depth -= 1
        return None

    def _run(self, sentence: Sentence, before: Sentence | None, earlier: list[Found]) -> Iterator[Found]:
        """A sentence that is a quotation and no more, after one that somebody says: it is theirs too."""
        quotes = quotations(self.lines, sentence.first, sentence.last)
        near = before is not None and before.paragraph == sentence.paragraph and bool(earlier)
        alone = (
            quotes
            and quotes[0].first == sentence.first
            and not self.lines.words(quotes[0].last, sentence.last)
        )
        if near and alone and self.lines.words(*quotes[0]) >= FEWEST_WORDS:
            inner = Range(quotes[0].first + 1, quotes[0].last - 1)
            yield Found((inner,), None, sentence.first, "run", sentence, quoted=True)

    def _speaker(self, sentence: Sentence) -> Iterator[Found]:
        """Who speaks in what follows: `розповіла журналістам начальниця`; with no words of its own."""
        verb = next((at for at in range(sentence.first, sentence.last) if self.tokens[at].is_a("said")), None)
        about = verb is not None and any(
            self.tokens[at].is_a("about this") for at in range(sentence.first, verb)
        )
        if verb is None or about:
            return
        sides = self.subjects.before(verb, sentence.first), self.subjects.after(verb, sentence.last)
        for source in sides:
            if source and self.tokens[source.last - 1].capital:
                yield Found((), source, verb, "speaks", sentence)
                return

    def _dialogue(self, line: Sentence) -> Iterator[Found]:
        """A line after a dash; without a remark, an answer, of whoever spoke before, where the line before asks."""
        found = list(self._broken(line, line.first + 1, line.last))
        asked = line.paragraph and self._asks(self.lines.paragraphs[line.paragraph - 1])
        if not found and asked and not self._asks(line.range):
            found = [
                Found((Range(line.first + 1, line.last),), None, line.first, "answer", line, quoted=True)
            ]
        yield from found

    def _asks(self, line: Range) -> bool:
        return self.tokens[line.first].low == DASH and self.tokens[line.last - 1].low == "?"

    # What another sentence tells.

    def _what(self, before: Sentence) -> Range:
        """What `про це` is about: the few sentences of the paragraph up to there, else the last one alone."""
        near = [part for part in self._near(before) if part.paragraph == before.paragraph]
        few = len(near) <= MOST_SENTENCES
        return Range(near[0].first, before.last) if few else before.range

    def _near(self, sentence: Sentence) -> list[Sentence]:
        place = bisect_left(self.lines.sentences, sentence.first, key=lambda part: part.first)
        return self.lines.sentences[max(0, place - MOST_SENTENCES) : place + 1]

    def _cited(self, source: Range, sentence: Sentence) -> Range | None:
        """Whom the source relies on: `повідомляє портал з посиланням на службу`."""
        at = source.last
        if at < sentence.last and self.tokens[at].is_a("citing"):
            return self.subjects.following(at + self.tokens[at].length, sentence.last)[0]
        return None

    def _beyond(
        self, sentence: Sentence, before: Sentence | None, found: list[Found], earlier: list[Found]
    ) -> Iterator[Found]:
        """`Про це повідомив голова` tells of the sentence before; a colon at the end, of the paragraph after."""
        verb = next((at for at in range(sentence.first, sentence.last) if self.tokens[at].is_a("said")), None)
        if verb is None:
            return
        about = next((at for at in range(sentence.first, verb) if self.tokens[at].is_a("about this")), None)
        source = self.subjects.before(verb, sentence.first) or self.subjects.after(verb, sentence.last)
        what = self._what(before) if before else sentence.range
        known = not before or any(one.parts and one.parts[0].first in range(*what) for one in earlier)
        if about is not None and source and not known:
            cited = self._cited(source, sentence)
            yield Found(
                (what,),
                cited or source,
                verb,
                "about this",
                sentence,
                relay=source if cited else None,
            )
        yield from self._next(
            sentence, found[0].source if found and found[0].source and found[0].parts else source, verb
        )

    def _next(self, sentence: Sentence, source: Range | None, verb: int) -> Iterator[Found]:
        """The paragraph after a colon, where it tells no speaker of its own."""
        paragraphs = self.lines.paragraphs
        if self.tokens[sentence.last - 1].low != ":" or sentence.paragraph + 1 >= len(paragraphs):
            return
        there = paragraphs[sentence.paragraph + 1]
        if self.tokens[there.first].low == OPENING:
            quotes = quotations(self.lines, *there)
            alone = quotes and not self.lines.words(quotes[0].last, there.last)
            if alone:
                yield Found(
                    (Range(quotes[0].first + 1, quotes[0].last - 1),),
                    source,
                    verb,
                    "paragraph",
                    sentence,
                    quoted=True,
                )
        elif self.tokens[there.first].low != DASH:
            yield Found((there,), source, verb, "paragraph", sentence, quoted=True)
