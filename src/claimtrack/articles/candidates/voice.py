"""For whom an article speaks in its own voice: the author of a piece or list, the issuer of a release, or nobody."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.english import capital_runs, clause_subject, is_no_name, word_set
from claimtrack.articles.english.name_lists import BODIES, COLLECTIVES
from claimtrack.articles.speech import Who, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.speech import Reading

# The last line of an opinion piece: `Marta Lind is director of debate at the University of Arlen.`
BYLINE = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|teaches|writes|serves|directs) (?:an?|the|chief|"
    r"director|professor|editor|author|former|senior|executive|president|at|as|on)\b[^\n]{10,300}"
)
_NAME = r"(?P<name>(?:The |the )?[A-Z][\w.&'’-]*(?:,? (?:(?:of|for|and|on|in)(?: the)? )?[A-Z][\w.&'’-]*)*)"
# What says itself who issued it.
ISSUED = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"(?:[Rr]elease|[Ss]tatement|[Nn]ote|[Gg]uidance|[Rr]eport) (?:(?:was|issued|published) )*(?:by|from) {_NAME}",
        rf"\b(?:At|We at|Here at|we at) {_NAME},? we\b",
        rf"^(?:About|ABOUT) {_NAME}\s*$",
        rf"^[*_ ]*(?:By|Posted by|Written by|Author:) {_NAME}(?=[*_ ]*(?:$|[,|–—-] ))",
        rf"^[*_ ]*(?:Issued by:?|Contact:) {_NAME}",
        rf"^{_NAME}(?:,? Inc\.?)?,? \((?:NYSE|NASDAQ|Nasdaq|LSE|TSX)[^)]*\)",
        rf"^Source: {_NAME}\s*$",
    )
)
# `Campaign assessment, 21 August`, `We assess that …`: an analysis, whoever it quotes.
ASSESSES = re.compile(
    r"\A[^\n]{0,80}\b(?:[Aa]ssessment|ASSESSMENT)\b|\b[Ww]e (?:assess|judge|forecast) that\b|^\W*(?:Key [Tt]akeaways|"
    r"KEY TAKEAWAYS)\b",
    re.MULTILINE,
)
BY_AUTHOR = next(pattern for pattern in ISSUED if "Written" in pattern.pattern)
RELEASE = re.compile(
    r"\b(?:press|news) (?:release|statement)\b|\bmedia (?:note|release)\b|\bfor immediate release\b|"
    r"\b(?:today|is pleased to|are pleased to|proudly) announce[ds]?\b|\bannounced today\b|^[^\w\n]*Source:|"
    r"\bforward-looking statements\b",
    re.IGNORECASE | re.MULTILINE,
)
ANNOUNCES = re.compile(
    r"\b(?:announce[sd]?|has decided|decided|has selected|today|unveil(?:s|ed)|launch(?:es|ed)|will|expects)\b"
)
FIRST_PERSON = re.compile(r"\b(?:we|our|us|we['’](?:re|ve|ll)|I|I['’](?:m|ve|ll)|my)\b", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|expects?|plans?|intends?|is to|are to|going to|expected to|due)\b"
)
ITEM = re.compile(r"^[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t]+\S", re.MULTILINE)
OFFICES = word_set(
    "government department ministry agency bank council company commission authority board committee office"
)
BY = re.compile(
    r"\b(?:announced|unveiled|published|launched|confirmed|set out|approved|issued|released|undertaken|led|run)"
    rf"(?: today| on \w+day| jointly)*,? by (?:the )?{_NAME}"
)
OFFICE = re.compile(rf"\b(?:[Tt]he|[Oo]ur|[A-Z]\w+) ({'|'.join(sorted(OFFICES))})\b", re.IGNORECASE)
UNREAD = ("to", "aim", "noun", "label")
NOT_OTHERS = word_set("i we you it they that which who")
SHORTEST = 3
SHORTEST_PIECE = 6
# Of a release, the part of the sentences that quote others; of a reporter's article it is larger.
FEW_SOURCES = 0.2
OFTEN = 3
# Of a notice, the part of the sentences that tell what is to come.
COMING = 0.15
OWN_WORDS = 0.3


class Voice(NamedTuple):
    """Who an article speaks for, null where a reporter tells it; `sort` is how that shows."""

    sort: str
    author: Who | None


def voice_of(reading: Reading, known: Mapping[str, str]) -> Voice:
    """Whom the text outside what is attributed speaks for."""
    text, sentences = reading.memory.text, reading.memory.sentences
    byline = _byline(text, len(sentences))
    if byline:
        return Voice("piece", byline)
    issuer = _issuer(reading, known)
    ours = len(FIRST_PERSON.findall(_unquoted(reading)))
    sort = ""
    if RELEASE.search(text):
        sort = "release"
    elif ours >= OWN_WORDS * len(sentences) or (
        ours >= FEW_SOURCES * len(sentences) > 2 * _others(reading, issuer)
    ):
        sort = "we"
    elif len(ITEM.findall(text)) >= OFTEN:
        sort = "list"
    elif _tells_ahead(reading, issuer):
        sort = "plain"
    if sort in ("release", "list") and _others(reading, issuer) > 2 * FEW_SOURCES * len(sentences):
        sort = ""
    if not sort and ASSESSES.search(text):
        sort = "assessment"
    if not sort:
        return Voice("reporter", None)
    return Voice(sort, issuer or Who("author", named=False, person=True))


def _tells_ahead(reading: Reading, issuer: Who | None) -> bool:
    """Whether a text without sources of its own tells what is to come, as a notice does, and not what happened."""
    sentences = reading.memory.sentences
    coming = sum(AHEAD.search(reading.memory.text, s.start, s.end) is not None for s in sentences)
    others = _others(reading, issuer)
    few = others < FEW_SOURCES * len(sentences) and 2 * others < coming
    return len(sentences) >= SHORTEST and few and coming >= COMING * len(sentences)


def _unquoted(reading: Reading) -> str:
    """The text without its quotations and what others are said to have said."""
    text = reading.memory.text
    cut = sorted({span for sentence in reading.memory.sentences for span in sentence.quotes})
    parts, at = [], 0
    for start, end in cut:
        parts.append(text[at:start])
        at = max(at, end)
    return " ".join([*parts, text[at:]])


def _others(reading: Reading, issuer: Who | None) -> int:
    """How many sentences tell what somebody else said."""
    own = (issuer.name or "").lower() if issuer else ""
    return len(
        {
            item.sentence
            for item in reading.told
            if item.frame not in UNREAD
            and item.speaker
            and item.speaker.lower() not in NOT_OTHERS
            and not (own and own in item.speaker.lower())
        }
    )


def _byline(text: str, sentences: int) -> Who | None:
    """The author named in one of the last two lines of an opinion piece."""
    if sentences < SHORTEST_PIECE:
        return None
    lines = [line.strip() for line in text[-1500:].strip().splitlines() if line.strip()]
    for line in lines[-2:]:
        match = BYLINE.fullmatch(line)
        if match:
            return Who(match.group("name"), named=True, person=True)
    return None


def _issuer(reading: Reading, known: Mapping[str, str]) -> Who | None:
    """The body whose text it is: as it says itself, as its first sentences announce, or that it names most."""
    text = reading.memory.text
    for pattern in ISSUED:
        match = pattern.search(text)
        if match:
            name = (
                " ".join(match.group("name").split()).removeprefix("the ").removeprefix("The ").rstrip(",.")
            )
            person = pattern is BY_AUTHOR and not {*name.lower().split()} & (BODIES | COLLECTIVES)
            return Who(known.get(name, name), named=True, person=person)
    return _announcer(reading, known) or _named_most(text) or _office(text)


def _office(text: str) -> Who | None:
    """The body without a name that a text speaks of again and again: `the government`."""
    counts = Counter(match.group(1).lower() for match in OFFICE.finditer(text))
    most = counts.most_common(1)
    return Who(f"the {most[0][0]}", named=False, person=False) if most and most[0][1] >= OFTEN else None


def _announcer(reading: Reading, known: Mapping[str, str]) -> Who | None:
    for number, sentence in enumerate(reading.memory.sentences[:SHORTEST]):
        if not ANNOUNCES.search(text := reading.memory.text, sentence.start, sentence.end):
            continue
        tokens = sentence.tokens
        found = clause_subject(tokens, 0, len(tokens))
        if found:
            span = tokens[found[0]].start, tokens[found[1] - 1].end
            if not text[slice(*span)].lower().startswith(("we", "i ")):
                who = resolve(span, number, reading.memory, known)
                if not who.person and (who.named or _is_office(who.name)):
                    return who
    return _announced_by(reading)


def _announced_by(reading: Reading) -> Who | None:
    """The body in `announced today by the Ministry of Ports`, near the top."""
    first = reading.memory.sentences[: 2 * SHORTEST]
    match = BY.search(reading.memory.text, 0, first[-1].end) if first else None
    name = match.group("name").removeprefix("the ").removeprefix("The ").rstrip(",.") if match else ""
    last = name.lower().rpartition(" ")[2]
    is_body = name.isupper() or last in COLLECTIVES or any(word in OFFICES for word in name.lower().split())
    return Who(name, named=True, person=False) if name and is_body else None


def _is_office(name: str | None) -> bool:
    """Whether a description is of a body that issues texts: `the government`."""
    return (name or "").lower().rpartition(" ")[2] in OFFICES


def _named_most(text: str) -> Who | None:
    """The body that the text names most often, if it does so three times and tells what is that body's."""
    counts: Counter[str] = Counter()
    for start, end in capital_runs(text):
        words = text[start:end].removeprefix("The ").split()
        if words and not is_no_name(words[0]) and not words[0].endswith(("'s", "’s")):
            counts[re.sub("['’]s?$", "", " ".join(words))] += 1
    for name, times in counts.most_common(OFTEN):
        low = {word.lower() for word in name.split()}
        if (
            times >= OFTEN
            and re.search(rf"\b{re.escape(name)}['’]s? [a-z]", text)
            and (low & COLLECTIVES or name.isupper())
        ):
            return Who(name, named=True, person=False)
    return None
