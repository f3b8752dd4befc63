"""What somebody says that others said, or that nobody did: the innermost clause owns its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.english import Sentence, bare, is_quotation, within, word_set
from claimtrack.articles.english.speech_verbs import (
    ADDRESSED,
    AIMS,
    CLAUSE,
    INFINITIVE,
    SPEECH_NOUNS,
    VERBS,
)
from claimtrack.articles.speech.patterns import read_sentence
from claimtrack.articles.speech.polarity import AFFIRMED, NEGATED, REFUSING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.speech.attribution_parts import Found

OWN_VOICE = word_set("i we you who that which it they people")
NO_SPEECH = ("noun", "urged")
# What such a noun leads to is read on its own already.
READ_ALREADY = ("aim", "noun-that")
# `Klein says that Adler thinks that Vale will go`: how many may stand in one another.
DEEPEST = 3
# A quick look for what can tell that there is more to read, before what was said is read word by word.
LEADING = (
    frozenset(
        form
        for form, verb in VERBS.items()
        if verb.lemma in CLAUSE | ADDRESSED | INFINITIVE and verb.form != "ing"
    )
    | SPEECH_NOUNS
    | AIMS
    | {"according"}
)


def inner(text: str, item: Found) -> Iterator[Found]:
    """What the words of `item` tell in turn: `the expert noted that Lind had promised a bridge`."""
    if item.frame in NO_SPEECH or item.frame in READ_ALREADY:
        return
    for quoted, sentence in _said(text, item):
        for found in read_sentence(sentence):
            if _is_other(text, found, quoted=quoted):
                yield found._replace(sentence=item.sentence)


def _said(text: str, item: Found) -> Iterator[tuple[bool, Sentence]]:
    """The sentences said, each with whether it stands in quotation marks; a tag in mid-sentence is left out."""
    if all(LEADING.isdisjoint(text[start:end].lower().split()) for start, end in item.spans):
        return
    joined: list[Sentence] = []
    for start, end in item.spans:
        quoted = is_quotation(text, start, end)
        for sentence in within(text, *(bare(text, start, end) if quoted else (start, end))):
            if item.frame == "around":
                joined.append(sentence)
            else:
                yield quoted, sentence
    if joined:
        tokens = [token for sentence in joined for token in sentence.tokens]
        yield False, joined[0]._replace(end=joined[-1].end, tokens=tokens)


def _is_other(text: str, found: Found, *, quoted: bool) -> bool:
    """Whether it tells more than its teller does: somebody else's words, or words that were not said.

    In a quotation only who is named, for `he` is told by words outside it.
    """
    if found.source is None or found.frame in (*NO_SPEECH, "wh"):
        return False
    if found.standing == NEGATED and found.lemma in REFUSING:
        return False  # that somebody `will refuse to go` is what the teller says of him
    if found.standing != AFFIRMED:
        return True
    words = text[slice(*found.source)]
    if found.frame == "aim" and words[0].islower():
        return False
    return words.lower() not in OWN_VOICE and (not quoted or words[0].isupper())
