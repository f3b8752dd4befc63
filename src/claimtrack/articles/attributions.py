"""Who said what in an article: direct, mixed and indirect speech, each with its source and full name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimtrack.articles.found import Found
from claimtrack.articles.names import read_names
from claimtrack.articles.patterns import read_sentence
from claimtrack.articles.quotation_marks import Span
from claimtrack.articles.runs import with_runs
from claimtrack.articles.sentences import sentences
from claimtrack.articles.speakers import Memory, resolve


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


def attributions(text: str, *, known: Mapping[str, str] | None = None) -> list[Attribution]:
    """What each source of an English article said, in its order; `known` has names by alias, as the database has them."""
    read = sentences(text)
    found: list[Found] = []
    for number, sentence in enumerate(read):
        found += [item._replace(sentence=number) for item in read_sentence(text, sentence)]
    found = with_runs(text, read, found)
    memory = Memory(read_names(text), read, [])
    told: list[Attribution] = []
    for item in found:
        who = resolve(text, item.source, item.sentence, memory, known or {})
        memory.told.append((item.sentence, read[item.sentence].paragraph, who))
        told.append(Attribution(item.spans, item.source, who.name, who.named, item.lemma, item.frame))
    return told
