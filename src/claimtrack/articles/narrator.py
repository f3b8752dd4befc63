"""What an article tells in its own voice of somebody's plans, and an opinion piece of its author's expectations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.attributions import Attribution, Reading
from claimtrack.articles.clause_parts import clauses
from claimtrack.articles.forward import outlook
from claimtrack.articles.noun_phrases import clause_subject
from claimtrack.articles.passages import Passage
from claimtrack.articles.speakers import Who, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.sentences import Sentence

# The last line of an opinion piece: `Marta Lind is director of debate at the University of Arlen.`
BYLINE = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|teaches|writes|serves|directs|,) ?(?:an?|the|chief|director|"
    r"professor|editor|author|former|senior|executive|president|at|as|a member|on)\b[^\n]{10,300}$"
)
# The ministry is to begin … / Lind is set to …
TO_ACT = re.compile(
    r"\b(?:(?:is|are) (?:set |due |about |ready |prepared )?to (?!blame)\w+|ha(?:s|ve) (?:planned|promised|pledged|vowed|agreed) )"
)
# In the sentences after what an acting body announced, `will` and `would` are its own.
LATER = re.compile(r"\b(?:will|would|(?:is|are) to)\b")
BODY = re.compile(
    r"\b(?:government|administration|ministry|council|office|project|commission|authority|organi[sz]ers?|company|department|agency|officials)\b",
    re.IGNORECASE,
)


def told_by_narrator(text: str, reading: Reading) -> Iterator[Passage]:
    """Passages outside everything attributed: the plans of who is named, or all that an opinion piece's author expects."""
    author = _author(text, reading.memory.sentences)
    spoken = [span for item in reading.told for span in item.spans]
    told_in = {item.sentence: item for item in reading.told}
    last: tuple[int, Who] | None = None
    for number, sentence in enumerate(reading.memory.sentences):
        if number in told_in:
            item = told_in[number]
            if BODY.search(item.speaker or ""):
                last = (sentence.paragraph, Who(item.speaker, item.named, person=False))
        if sentence.tokens[-1].text not in (".", "!", "“") or any(
            a < sentence.end and sentence.start < b for a, b in spoken
        ):
            continue
        if author:
            yield from _passages(text, sentence, number, author)
            continue
        who = _actor(text, sentence, number, reading)
        if who:
            last = (sentence.paragraph, who)
        elif last and last[0] == sentence.paragraph and LATER.search(text, sentence.start, sentence.end):
            who = last[1]
        if who:
            yield from _passages(text, sentence, number, who)


def _author(text: str, sentences: list[Sentence]) -> Who | None:
    """The author named in the last line of an opinion piece."""
    lines = [line.strip() for line in text.strip().splitlines()[-3:] if line.strip()]
    for line in lines[-2:]:
        match = BYLINE.match(line)
        if match and len(sentences) > 5:
            return Who(match.group("name"), named=True, person=True)
    return None


def _actor(text: str, sentence: Sentence, number: int, reading: Reading) -> Who | None:
    """The named subject of a sentence that says what it is to do."""
    act = TO_ACT.search(text, sentence.start, sentence.end)
    if not act:
        return None
    before = next((i for i, token in enumerate(sentence.tokens) if token.start >= act.start()), 0)
    subject = clause_subject(sentence.tokens, 0, before)
    if subject is None:
        return None
    who = resolve(
        text,
        (sentence.tokens[subject[0]].start, sentence.tokens[subject[1] - 1].end),
        number,
        reading.memory,
        {},
    )
    return who if who.name and (who.named or BODY.search(who.name)) else None


def _passages(text: str, sentence: Sentence, number: int, who: Who) -> Iterator[Passage]:
    """The clauses of a sentence that look ahead, as its subject's or author's own."""
    item = Attribution(
        ((sentence.start, sentence.end),),
        None,
        who.name,
        who.named,
        "",
        "narrator",
        (sentence.start, sentence.start),
        None,
        number,
    )
    for start, end in clauses(text, sentence.start, sentence.end):
        if outlook(text[start:end], quoted=False):
            yield Passage(start, end, (sentence.start, sentence.end), quoted=False, told=item)
