"""Who said what in an article: direct, mixed and indirect speech, each with its source and full name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english import (
    bare,
    is_english,
    is_quotation,
    read_names,
    read_sentences,
    within,
    word_set,
)
from claimtrack.articles.speech.coreference import resolve
from claimtrack.articles.speech.patterns import read_sentence
from claimtrack.articles.speech.quotation_runs import with_runs
from claimtrack.articles.speech.who import Memory, Told, Who

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.articles.english import Span
    from claimtrack.articles.speech.attribution_parts import Found

# A quick look for what can tell that somebody else said it, before a quotation is read word by word.
SECOND_HAND = re.compile(
    r"\b(?:sa(?:id|ys?)|told|state[ds]|claim(?:s|ed)|believe[ds]?|argue[ds]?|vow(?:s|ed)|pledge[ds]?|promise[ds]?|plans?|"
    r"insist(?:s|ed)|warned|announced|predict(?:s|ed)|wants|according to|goals?|aims?) "
)
OWN_VOICE = word_set("i we you who that which it they people")
NO_SPEECH = ("noun", "urged", "wh")
# What such a noun leads to is read on its own already.
READ_ALREADY = ("aim", "noun-that")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody said, thought, showed or promised, with offsets into the article.

    `spans` is what was said: two where "he said" breaks it. `source` are the words that name who said it, `speaker` the
    full name worked out from the article; `named` is false where it only describes them ("a senior official"). `via` is
    who relays it. `lemma` is the verb and `cue` where it stands, `frame` the turn of phrase, `sentence` its number.
    """

    spans: tuple[Span, ...]
    source: Span | None
    speaker: str | None
    named: bool
    via: str | None
    lemma: str
    cue: Span
    frame: str
    sentence: int


class Reading(NamedTuple):
    """An article read through: what was said in it, its sentences, and what its names stand for."""

    told: list[Attribution]
    memory: Memory


def attributions(text: str, *, known: Mapping[str, str]) -> list[Attribution]:
    """What each source of an English article said, in its order."""
    return [item for item in read_speech(text, known=known).told if item.frame != "aim"]


def read_speech(text: str, *, known: Mapping[str, str]) -> Reading:
    """The article with its sources resolved, and with what it says that somebody aims at (frame `aim`)."""
    english = is_english(text)
    every = read_sentences(text) if english else []
    memory = Memory(text, read_names(text if english else ""), every, [])
    found: list[Found] = []
    for number, sentence in enumerate(every):
        found += [item._replace(sentence=number) for item in read_sentence(sentence)]
    told: list[Attribution] = []
    for item in with_runs(text, every, found):
        who = resolve(item.source, item.sentence, memory, known)
        memory.told.append(Told(item.sentence, every[item.sentence].paragraph, who))
        told.append(_attribution(item, who, via=None))
        if item.frame not in NO_SPEECH and item.frame not in READ_ALREADY:
            told += _second_hand(item, who, memory, known)
    return Reading(told, memory)


def _attribution(item: Found, who: Who, *, via: str | None) -> Attribution:
    return Attribution(
        spans=item.spans,
        source=item.source,
        speaker=who.name,
        named=who.named,
        via=via,
        lemma=item.lemma,
        cue=item.cue,
        frame=item.frame,
        sentence=item.sentence,
    )


def _second_hand(item: Found, teller: Who, memory: Memory, known: Mapping[str, str]) -> Iterator[Attribution]:
    """What the source says that somebody else said: `the expert noted that Lind had promised a bridge`."""
    text = memory.text
    for start, end in item.spans:
        if not SECOND_HAND.search(text, start, end):
            continue
        quoted = is_quotation(text, start, end)
        for sentence in within(text, *(bare(text, start, end) if quoted else (start, end))):
            for inner in read_sentence(sentence):
                if not _is_other(text, inner, quoted=quoted):
                    continue
                who = resolve(inner.source, item.sentence, memory, known)
                if who.name and who.name != teller.name:
                    yield _attribution(inner._replace(sentence=item.sentence), who, via=teller.name)


def _is_other(text: str, inner: Found, *, quoted: bool) -> bool:
    """Whether somebody else may be meant: in a quotation only who is named, for `he` is told by words outside it."""
    if inner.source is None or inner.frame in NO_SPEECH:
        return False
    return text[slice(*inner.source)].lower() not in OWN_VOICE and (
        not quoted or text[inner.source[0]].isupper()
    )
