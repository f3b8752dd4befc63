"""What somebody says that others said, or that nobody did: the innermost clause owns its words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.articles.english import bare, is_quotation, within, word_set
from claimtrack.articles.english.speech_verbs import (
    ADDRESSED,
    AIMS,
    CLAUSE,
    INFINITIVE,
    SPEECH_NOUNS,
    VERBS,
)
from claimtrack.articles.speech.patterns import read_tokens
from claimtrack.articles.speech.polarity import AFFIRMED, NEGATED, REFUSING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.english import Token
    from claimtrack.articles.speech.attribution_parts import Found

OWN_VOICE = word_set("i we you who that which it they people")
NO_SPEECH = ("noun", "urged")
# What such a noun leads to is read on its own already.
READ_ALREADY = ("aim", "noun-that")
# `Klein says that Adler thinks that Vale will go`: how many may stand in one another.
DEEPEST = 3
# And how many may stand side by side in what one of them says.
MOST = 6
# Verbs too common to look closer for.
IN_PASSING = word_set("see find show know feel want ask decide remember determine seek")
# Of these `I am not saying` tells too; of the others the form in -ing is mostly something else.
SPOKEN = word_set("say promise predict claim guarantee")
# A quick look for what can tell that there is more to read, before what was said is read word by word.
LEADING = (
    frozenset(
        form
        for form, verb in VERBS.items()
        if verb.lemma in (CLAUSE | ADDRESSED | INFINITIVE) - IN_PASSING
        and (verb.form != "ing" or verb.lemma in SPOKEN)
    )
    | SPEECH_NOUNS
    | AIMS
    | {"according"}
)


def inner(text: str, tokens: list[Token], item: Found) -> Iterator[Found]:
    """What the words of `item`, in the sentence of these tokens, tell: `the expert noted that Lind had promised it`."""
    return islice(_inner(text, tokens, item), MOST)


def _inner(text: str, tokens: list[Token], item: Found) -> Iterator[Found]:
    if item.frame in NO_SPEECH or item.frame in READ_ALREADY:
        return
    for quoted, words in _said(text, tokens, item):
        for found in read_tokens(words):
            if _is_other(text, found, quoted=quoted):
                yield found._replace(sentence=item.sentence)


def _said(text: str, tokens: list[Token], item: Found) -> Iterator[tuple[bool, list[Token]]]:
    """The words of each sentence said, and whether they stand in quotation marks; a tag in mid-sentence is left out."""
    joined: list[Token] = []
    for start, end in item.spans:
        if item.frame == "around" or not is_quotation(text, start, end):
            joined += [token for token in tokens if start <= token.start and token.end <= end]
        elif not LEADING.isdisjoint(text[start:end].lower().split()):
            for sentence in within(text, *bare(text, start, end)):
                yield True, sentence.tokens
    if joined and not LEADING.isdisjoint(token.low for token in joined):
        yield False, joined


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
    return words.lower().replace("’", "'").partition("'")[0] not in OWN_VOICE and (
        not quoted or words[0].isupper()
    )
