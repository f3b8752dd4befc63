"""Who says what: sentence by sentence, in dialogue, and where one sentence tells of another."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimtrack.articles.slavic.quoted import Found
from claimtrack.articles.slavic.tokens import DASH, OPENING, Range, Sentence
from claimtrack.articles.slavic.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SENTENCES = 3


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
            found = list(self._sentence(sentence)) or list(self._speaker(sentence))
            yield from found
            for one in self._beyond(sentence, before, found, earlier):
                if one.frame == "paragraph":
                    spoken.add(sentence.paragraph + 1)
                yield one
            earlier = found

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

    def _what(self, sentence: Sentence, before: Sentence) -> Range:
        """What `про це` is about: the sentence before, or all of the short paragraph that it ends."""
        whole = self.lines.paragraphs[before.paragraph]
        few = sum(part.paragraph == before.paragraph for part in self._near(before)) <= MOST_SENTENCES
        return whole if before.paragraph != sentence.paragraph and few else before.range

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
        if verb is None or not before:
            return
        known = any(one.parts and before.first <= one.parts[0].first < before.last for one in earlier)
        about = next((at for at in range(sentence.first, verb) if self.tokens[at].is_a("about this")), None)
        sides = self.subjects.before(verb, sentence.first), self.subjects.after(verb, sentence.last)
        source = (sides[1] or sides[0]) if about is not None else (sides[0] or sides[1])
        if about is not None and source and not known:
            cited = self._cited(source, sentence)
            yield Found(
                (self._what(sentence, before),),
                cited or source,
                verb,
                "about this",
                sentence,
                relay=source if cited else None,
            )
        paragraphs = self.lines.paragraphs
        if self.tokens[sentence.last - 1].low == ":" and sentence.paragraph + 1 < len(paragraphs):
            there = paragraphs[sentence.paragraph + 1]
            own = found[0].source if found and found[0].source and found[0].parts else source
            if self.tokens[there.first].low not in (DASH, OPENING):
                yield Found((there,), own, verb, "paragraph", sentence, quoted=True)
