"""Who said what in an article: direct, mixed and indirect speech, each with its source and full name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.language import is_english
from claimtrack.articles.names import read_names
from claimtrack.articles.patterns import read_sentence
from claimtrack.articles.runs import with_runs
from claimtrack.articles.sentences import sentences, within
from claimtrack.articles.speakers import Memory, Who, resolve
from claimtrack.articles.word_sets import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.found import Found
    from claimtrack.articles.quotation_marks import Span

MARKS = "\"“”„«»'`"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody said, thought, showed or promised, with offsets into the article.

    `spans` is what was said: two where "he said" breaks it. `source` are the words that name who said it, `speaker` the
    full name worked out from the article; `named` is false where it only describes them ("a senior official").
    """

    spans: tuple[Span, ...]
    source: Span | None
    speaker: str | None
    named: bool
    lemma: str
    frame: str
    cue: Span
    via: str | None
    sentence: int


class Reading(NamedTuple):
    """An article read through: what was said in it, its sentences, and what its names stand for."""

    told: list[Attribution]
    memory: Memory


def attributions(text: str, *, known: Mapping[str, str] | None = None) -> list[Attribution]:
    """What each source of an English article said, in its order; `known` has names by alias, as the database has them."""
    return [item for item in read(text, known=known).told if item.frame != "aim"]


def read(text: str, *, known: Mapping[str, str] | None = None) -> Reading:
    """The article with its sources resolved, and with what it says that somebody aims at (frame `aim`)."""
    if not is_english(text):
        return Reading([], Memory(read_names(""), [], []))
    every = sentences(text)
    found: list[Found] = []
    for number, sentence in enumerate(every):
        found += [item._replace(sentence=number) for item in read_sentence(sentence)]
    found = with_runs(text, every, found)
    memory = Memory(read_names(text), every, [])
    told: list[Attribution] = []
    for item in found:
        who = resolve(text, item.source, item.sentence, memory, known or {})
        memory.told.append((item.sentence, every[item.sentence].paragraph, who))
        told.append(
            Attribution(
                item.spans,
                item.source,
                who.name,
                who.named,
                item.lemma,
                item.frame,
                item.cue,
                None,
                item.sentence,
            )
        )
        told += _nested(text, item, who, memory, known or {})
    return Reading(told, memory)


INNER = re.compile(
    r"\b(?:sa(?:id|ys?)|told|claim(?:s|ed)|believes?d?|vow(?:s|ed)|pledged|promised|plans|insist(?:s|ed)|warned|announced|argues?d?|wants|according to|goals?|aims?|pledges?|promises?|plans?|stated|predict(?:s|ed)) "
)
FIRST = word_set("i we you who that which it they people")


def _nested(
    text: str, item: Found, outer: Who, memory: Memory, known: Mapping[str, str]
) -> list[Attribution]:
    """What the source says that somebody else said: `the expert noted that Lind had promised a bridge`."""
    told: list[Attribution] = []
    if item.frame in ("noun", "urged", "wh"):
        return told
    for start, end in item.spans:
        if not INNER.search(text, start, end):
            continue
        quoted = text[start] in MARKS
        if quoted:
            start, end = start + 1, end - 1
        for sentence in within(text, start, end):
            for inner in read_sentence(sentence):
                if (
                    inner.source is None
                    or inner.frame in ("noun", "wh", "urged")
                    or text[slice(*inner.source)].lower() in FIRST
                ):
                    continue
                if quoted and not text[inner.source[0]].isupper():
                    continue
                who = resolve(text, inner.source, item.sentence, memory, known)
                if who.name and who.name != outer.name:
                    told.append(
                        Attribution(
                            inner.spans,
                            inner.source,
                            who.name,
                            who.named,
                            inner.lemma,
                            inner.frame,
                            inner.cue,
                            outer.name,
                            item.sentence,
                        )
                    )
    return told
