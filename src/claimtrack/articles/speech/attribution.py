"""Who said what in an article: direct, mixed and indirect speech, each with its source and full name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english import is_english, read_names, read_sentences, word_set
from claimtrack.articles.speech.coreference import resolve
from claimtrack.articles.speech.full_names import labelled
from claimtrack.articles.speech.nesting import DEEPEST, inner
from claimtrack.articles.speech.patterns import read_tokens
from claimtrack.articles.speech.polarity import AFFIRMED
from claimtrack.articles.speech.pronouns import may_be_body
from claimtrack.articles.speech.quotation_runs import with_runs
from claimtrack.articles.speech.who import NOBODY, Memory, Told, Who

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.articles.english import Span
    from claimtrack.articles.speech.attribution_parts import Found

# Of what others think, feel or want somebody else's word is no speech of theirs.
ONLY_THOUGHT = word_set(
    "know feel want see find show plan seek hear learn understand remember decide determine ask prefer demand wish"
)
RECEIVING = ("hear", "learn")
FIRST_PERSON = ("i", "we")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that somebody said, thought, showed or promised, with offsets into the article.

    `spans` is what was said: two where "he said" breaks it. `source` are the words that name who said it, `speaker` the
    full name worked out from the article; `named` is false where it only describes them ("a senior official"). `via` is
    who relays it. `lemma` is the verb and `cue` where it stands, `frame` the turn of phrase, `sentence` its number.

    `polarity` is `affirmed`, `denied` (`denied that …`) or `negated` (`ruled out that …`); `factual` is false where
    nobody said it (`never said that …`, `if she says that …`). `depth` counts the attributions that it stands in.
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
    polarity: str = "affirmed"
    factual: bool = True
    depth: int = 0


class Reading(NamedTuple):
    """An article read through: what was said in it, its sentences, and what its names stand for."""

    told: list[Attribution]
    memory: Memory


def attributions(text: str, *, known: Mapping[str, str]) -> list[Attribution]:
    """What each source of an English article said, in its order, and what it said that somebody else had said."""
    return [item for item in read_speech(text, known=known).told if _is_speech(item)]


def _is_speech(item: Attribution) -> bool:
    """Whether it tells of speech: not of aims, and of what others say only where somebody with a name has said it."""
    relays = item.via is not None and item.named and item.factual and item.lemma not in ONLY_THOUGHT
    return item.frame != "aim" and (not item.depth or relays)


def read_speech(text: str, *, known: Mapping[str, str]) -> Reading:
    """The article with its sources resolved.

    Also with what it says that somebody aims at (frame `aim`), and what a source says that it did not say itself.
    """
    english = is_english(text)
    every = read_sentences(text) if english else []
    memory = Memory(text, read_names(text if english else ""), every, [])
    found: list[Found] = []
    for number, sentence in enumerate(every):
        found += [item._replace(sentence=number) for item in read_tokens(sentence.tokens)]
    told: list[Attribution] = []
    for item in with_runs(text, every, found):
        who = _source(item, memory, known)
        memory.told.append(Told(item.sentence, every[item.sentence].paragraph, who))
        told.append(_attribution(item, who, memory))
        told += _inner(item, who, memory, known, depth=1)
    return Reading(_outermost(told), memory)


def _source(item: Found, memory: Memory, known: Mapping[str, str]) -> Who:
    """Who the words for a source, or the label of a transcript's turn, stand for."""
    if item.frame == "label" and item.source:
        who = labelled(memory.text[slice(*item.source)], item.source[0], memory.names)
        alias = known.get(who.name or "") or known.get((who.name or "").casefold())
        return who._replace(name=alias, named=True) if alias else who
    return resolve(item.source, item.sentence, memory, known)


def _inner(
    item: Found, teller: Who, memory: Memory, known: Mapping[str, str], *, depth: int
) -> Iterator[Attribution]:
    """What the source says that somebody else said: `the expert noted that Lind had promised a bridge`."""
    tokens = memory.sentences[item.sentence].tokens
    for found in inner(memory.text, tokens, item) if depth < DEEPEST else ():
        words = memory.text[slice(*found.source)] if found.source else ""
        first = words.lower().replace("’", "'").partition("'")[0] in FIRST_PERSON
        own_it = words.lower() in ("it", "they") and teller.name is not None and not teller.person
        who = teller if first or own_it else resolve(found.source, item.sentence, memory, known)
        own = who.name == teller.name
        if (who.name and not own) or found.standing != AFFIRMED:
            yield replace(
                _attribution(found, who, memory),
                via=None if own or not who.name else teller.name,
                depth=depth,
            )
            yield from _inner(found, who, memory, known, depth=depth + 1)


def _outermost(told: list[Attribution]) -> list[Attribution]:
    """The attributions without those read once more in another's words: `Lind promised a bridge, Vale said`."""
    nested = {item.cue for item in told if item.depth}
    return [item for item in told if item.depth or item.cue not in nested]


def _attribution(item: Found, source: Who, memory: Memory) -> Attribution:
    """The attribution; who only heard or learned of something has not said it, but `The Star has learned` reports."""
    heard = item.lemma in RECEIVING or (item.lemma == "find" and memory.text.startswith(" out", item.cue[1]))
    reports = source.named and (not source.person or may_be_body(source, memory.names))
    if item.lemma == "learn" and item.source:  # `The Star has learned`, but not `Republicans learned again`
        reports = reports and " ha" in memory.text[item.source[1] : item.cue[0]]
    who = NOBODY if heard and not reports else source
    return Attribution(
        spans=item.spans,
        source=item.source,
        speaker=who.name,
        named=who.named,
        via=None,
        lemma=item.lemma,
        cue=item.cue,
        frame=item.frame,
        sentence=item.sentence,
        polarity=item.standing.polarity,
        factual=item.standing.factual,
    )
