"""What the rules of one sentence share: what they are given, and what they hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english.speech_verbs import VERBS, Verb
from claimtrack.articles.speech.polarity import AFFIRMED, Standing, standing

if TYPE_CHECKING:
    from claimtrack.articles.english import Range, Span, Token

EDGE = frozenset(",.!?…;:-–—")
COMMAS = frozenset(",-–—")


class Found(NamedTuple):
    """Stretches said (`spans`), who said it in the article's words, and the verb with its offsets.

    `frame` is the turn of phrase that told: `quote-before` in `"Yes," she said`, `that` in `she said that …`.
    """

    spans: tuple[Span, ...]
    source: Span | None
    lemma: str
    cue: Span
    frame: str
    sentence: int = -1
    standing: Standing = AFFIRMED


class Cue(NamedTuple):
    """A verb of speech at token `at` of a sentence, and the tokens that name its subject."""

    at: int
    verb: Verb
    subject: Range
    inverted: bool = False

    @property
    def after(self) -> int:
        """The first token after the verb, or after the subject that follows it."""
        return self.subject[1] if self.inverted else self.at + 1


class Context(NamedTuple):
    """One sentence being read: the first token not yet taken as said, and the subject found last."""

    tokens: list[Token]
    floor: int
    subject: Range | None


class Result(NamedTuple):
    """What was found, the token to read on from, and the subject that the next verb may share."""

    found: Found
    floor: int
    subject: Range | None = None


def span(tokens: list[Token], first: int, last: int) -> Span | None:
    """Offsets of tokens `first` to `last`, without punctuation at the edges; null where nothing is left."""
    while first < last and tokens[first].text in EDGE:
        first += 1
    while last > first and tokens[last - 1].text in EDGE:
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if first < last else None


def found_at(
    tokens: list[Token], at: int, spans: list[Span | None], source: Range, frame: str
) -> Found | None:
    """What the verb or noun at `at` tells was said; null where no words are left."""
    kept = tuple(item for item in spans if item)
    if not kept:
        return None
    verb = VERBS.get(tokens[at].low)
    first = next(i for i, token in enumerate(tokens) if token.start == kept[0][0])
    return Found(
        kept,
        (tokens[source[0]].start, tokens[source[1] - 1].end),
        verb.lemma if verb else tokens[at].low,
        (tokens[at].start, tokens[at].end),
        frame,
        standing=standing(tokens, at, source, frame, first),
    )
