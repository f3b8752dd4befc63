"""What an article tells in its own voice of somebody's plans, and an opinion piece of its author's expectations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.candidates.forward import outlook
from claimtrack.articles.candidates.passages import Passage, clauses
from claimtrack.articles.english import QUOTED, Sentence, Stretches, clause_subject
from claimtrack.articles.english.word_classes import PRONOUNS
from claimtrack.articles.speech import Attribution, Reading, Who, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The last line of an opinion piece: `Marta Lind is director of debate at the University of Arlen.`
BYLINE = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|teaches|writes|serves|directs) (?:an?|the|chief|"
    r"director|professor|editor|author|former|senior|executive|president|at|as|on)\b[^\n]{10,300}"
)
SHORTEST_PIECE = 6
# The ministry is to begin … / Lind is set to …
TO_ACT = re.compile(
    r"\b(?:(?:is|are) (?:set |due |about |ready |prepared )?to (?!blame)\w+|"
    r"ha(?:s|ve) (?:planned|promised|pledged|vowed|agreed) )"
)
# In the sentences after what an acting body announced, `will` and `would` are its own.
LATER = re.compile(r"\b(?:will|would|(?:is|are) to)\b")
BODY = re.compile(
    r"\b(?:government|administration|ministry|council|office|project|commission|authority|organi[sz]ers?|company|"
    r"department|agency|officials)\b",
    re.IGNORECASE,
)


def told_by_narrator(text: str, reading: Reading, known: Mapping[str, str]) -> Iterator[Passage]:
    """Passages outside what is attributed: the plans of those named, or what an opinion piece's author expects."""
    author = _author(text, reading)
    spoken = Stretches(span for item in reading.told for span in item.spans)
    told_in = {item.sentence: item for item in reading.told}
    acting: tuple[int, Who] | None = None
    for number, sentence in enumerate(reading.memory.sentences):
        told = told_in.get(number)
        if told and BODY.search(told.speaker or ""):
            acting = sentence.paragraph, Who(told.speaker, told.named, person=False)
        ended = sentence.tokens[-1].text in (".", "!", QUOTED)
        if not ended or spoken.covered(sentence.start, sentence.end):
            continue
        actor = author or _actor(text, sentence, number, reading, known)
        if actor and not author:
            acting = sentence.paragraph, actor
        elif not actor and acting and acting[0] == sentence.paragraph:
            actor = acting[1] if LATER.search(text, sentence.start, sentence.end) else None
        if actor:
            frame = "author" if author else "narrator"
            yield from _passages(text, sentence, number, actor, frame)


def _author(text: str, reading: Reading) -> Who | None:
    """The author named in one of the last two lines of an opinion piece."""
    if len(reading.memory.sentences) < SHORTEST_PIECE:
        return None
    lines = [line.strip() for line in text[-1500:].strip().splitlines() if line.strip()]
    for line in lines[-2:]:
        match = BYLINE.fullmatch(line)
        if match:
            return Who(match.group("name"), named=True, person=True)
    return None


def _actor(
    text: str, sentence: Sentence, number: int, reading: Reading, known: Mapping[str, str]
) -> Who | None:
    """The named subject of a sentence that says what it is to do."""
    act = TO_ACT.search(text, sentence.start, sentence.end)
    if not act:
        return None
    tokens = sentence.tokens
    before = next((i for i, token in enumerate(tokens) if token.start >= act.start()), 0)
    subject = clause_subject(tokens, 0, before)
    if subject is None:
        return None
    span = tokens[subject[0]].start, tokens[subject[1] - 1].end
    who = resolve(span, number, reading.memory, known)
    words = text[slice(*span)]
    # A subject such as `the vote` may be taken for who spoke before: it must name its bearer itself, or be a pronoun.
    own = (
        words.lower() in PRONOUNS
        or who.name in known.values()
        or any(word in words for word in (who.name or "").split())
    )
    return who if who.name and own and (who.named or BODY.search(who.name)) else None


def _passages(text: str, sentence: Sentence, number: int, who: Who, frame: str) -> Iterator[Passage]:
    """The clauses of a sentence that look ahead, as its subject's or author's own."""
    whole = sentence.start, sentence.end
    item = Attribution(
        spans=(whole,),
        source=None,
        speaker=who.name,
        named=who.named,
        via=None,
        lemma="",
        cue=(sentence.start, sentence.start),
        frame=frame,
        sentence=number,
    )
    for start, end in clauses(text, sentence.start, sentence.end):
        if outlook(text[start:end], quoted=False):
            yield Passage(start, end, whole, quoted=False, told=item)
