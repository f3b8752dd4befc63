"""Who the words for a source stand for: `Lind`, `she`, `the minister`, `the paper`, `Lind's report`."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimtrack.articles.english import Name, capital_runs, is_no_name, without_possessive
from claimtrack.articles.english.name_lists import COLLECTIVES, WRITINGS
from claimtrack.articles.english.word_classes import POSSESSIVES
from claimtrack.articles.speech.full_names import PREPOSITION, body, fullest, named
from claimtrack.articles.speech.pronouns import (
    GENDERS,
    OTHERS,
    THINGS,
    he_or_she,
    nearest_body,
    plain,
    they_or_it,
)
from claimtrack.articles.speech.who import NOBODY, Memory, Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.english import Span

# Other words for an office, as an article varies them; a description is searched for each pattern.
_OFFICES = {
    "head of state": ("president", "king", "queen"),
    "head of government": ("premier", "chancellor", "minister"),
    "head of the .*(?:department|ministry)": ("secretary", "minister"),
    "top diplomat": ("secretary", "minister"),
    "political scientist": ("analyst", "expert", "scientist"),
    "lawmaker": ("senator", "sen", "rep", "congressman", "congresswoman", "representative", "mp", "deputy"),
    "politician": ("senator", "sen", "governor", "minister", "mp"),
    "nominee": ("candidate",),
    "candidate": ("nominee",),
    "ambassador": ("envoy",),
    "senator": ("sen",),
    "governor": ("gov",),
    "professor": ("prof",),
    "congressman": ("rep",),
    "congresswoman": ("rep",),
    "general": ("gen",),
    "director": ("head", "chief"),
    "chief": ("head", "director"),
}
SAME_OFFICE = [(re.compile(rf"\b{words}\b"), same) for words, same in _OFFICES.items()]
AUTHOR = re.compile(r" (?:by|from) (?P<by>.+)$| (?:of|on) (?:the |its )?(?P<of>[A-Z].+?)(?:['’]s .+)?$")
OWNER = re.compile(r"(.+?)['’]s? ")
OWN_WRITINGS = ("the statement", "the letter", "its statement", "the report", "the document")
ARTICLES = ("the", "a", "an", "one", "some", "this")
APPOSITION = 60
RECENT = 30


def resolve(source: Span | None, number: int, memory: Memory, known: Mapping[str, str]) -> Who:
    """Who the words at `source` in sentence `number` stand for; `known` has names by alias.

    Where the article does not tell, the words themselves, as a description.
    """
    if source is None:
        return NOBODY
    words = without_possessive(plain(memory.text[slice(*source)]))
    low = words.lower()
    if low in GENDERS:
        return he_or_she(source, number, memory, GENDERS[low])
    if not words or low in THINGS or low in OTHERS:
        return they_or_it(low, number, memory)
    found = (
        maker(source, words, number, memory)
        or named(memory.text, source, words, memory.names)
        or in_apposition(source, memory)
        or described(words, number, memory)
    )
    alias = known.get(found.name or "") or known.get((found.name or "").casefold())
    return found._replace(name=alias, named=True) if alias else found


def head_of(words: str) -> str:
    """The noun that the words are about, lower case: `coach` in `the coach of Arlen`."""
    return (PREPOSITION.split(words, maxsplit=1)[0].lower().split() or [""])[-1]


def maker(source: Span, words: str, number: int, memory: Memory) -> Who | None:
    """Whoever is behind a writing: `Lind's report`, `an analysis by Lind`, `his answer`, `the statement`."""
    if head_of(words) not in WRITINGS:
        return None
    names = memory.names
    owner = OWNER.match(words)
    if owner and capital_runs(owner.group(1)) and not PREPOSITION.search(owner.group(1)):
        return named(memory.text, source, owner.group(1), names)
    author = AUTHOR.search(words)
    if author:
        by = author.group("by") or author.group("of")
        return named(memory.text, source, by, names) or Who(by, named=True, person=False)
    inside = [] if owner else [words[slice(*run)].removeprefix("The ") for run in capital_runs(words)]
    if inside and not is_no_name(inside[0].split()[0]):
        return Who(body(memory.text, source, words, inside[0], names), named=True, person=False)
    first = words.split(maxsplit=1)[0].lower()
    if first in ("his", "her"):
        return he_or_she(source, number, memory, "m" if first == "his" else "f")
    return they_or_it("it", number, memory) if words.lower() in OWN_WRITINGS else None


def in_apposition(source: Span, memory: Memory) -> Who | None:
    """The name after a description: `the team's coach, Marta Lind,`."""
    text, begin = memory.text, source[1] + 2
    if text[source[1] : begin] != ", " or (text[source[0]].isupper() and " " not in text[slice(*source)]):
        return None
    found = capital_runs(text, begin, min(len(text), begin + APPOSITION))
    if not found or found[0][0] != begin:
        return None
    who = named(text, found[0], text[slice(*found[0])], memory.names)
    return who if who and who.person and " " in (who.name or "") else None


def described(words: str, number: int, memory: Memory) -> Who:
    """The one whom the article calls so, or who spoke in this paragraph; else the words as they are, unnamed."""
    low = words.lower()
    head = head_of(words)
    inside = [run for run in capital_runs(words) if not is_no_name(words[slice(*run)])]
    if inside and (head in COLLECTIVES or head in ("team", "campaign")):
        return Who(words[inside[0][0] :].removeprefix("The "), named=True, person=False)
    first = low.split(maxsplit=1)[0]
    title = words[0].isupper() and first not in ARTICLES  # `Premier`, but not `A senior official`
    if title or first in ("the", "this", "that") or first in POSSESSIVES or re.search("['’]s ", low):
        body_like = head in COLLECTIVES
        found = _body_called(head, number, memory) if body_like else _person_called(low, head, number, memory)
        if found:
            return found
    own = words[0].lower() + words[1:] if first in ARTICLES else words
    return Who(own, named=False, person=False)


def _person_called(low: str, head: str, number: int, memory: Memory) -> Who | None:
    """Who holds that office, named last before here, else first after; else the one speaker of this paragraph."""
    wanted = {head}
    for words, same in SAME_OFFICE:
        if words.search(low):
            wanted = set(same) if words.pattern.startswith((r"\bhead of", r"\btop")) else wanted | set(same)
    at = memory.sentences[number].end
    before: list[Name] = []
    after: list[Name] = []
    for role in sorted(wanted):
        holders = memory.names.by_role.get(role, [])
        place = bisect_left(holders, at, key=lambda holder: holder.start)
        before += holders[max(0, place - RECENT) : place]
        after += holders[place : place + RECENT]
    before.sort(key=lambda holder: -holder.start)
    chosen = _best(low, head, before) or _best(low, head, after)
    if chosen:
        return Who(fullest(chosen.text, chosen.start, memory.names), named=True, person=True)
    return _only_speaker(number, memory)


def _best(low: str, head: str, holders: list[Name]) -> Name | None:
    """The holder that shares most words with the description, the first of those that share as many."""
    words = set(low.split())
    holders = [holder for holder in holders if holder.text.split()[-1].lower() != head]
    return max(holders, key=lambda holder: len(holder.roles & words), default=None)


def _only_speaker(number: int, memory: Memory) -> Who | None:
    paragraph = memory.sentences[number].paragraph
    told = [who for _, at, who in memory.told[-RECENT:] if at == paragraph and who.named and who.person]
    return told[-1] if told and len({who.name for who in told}) == 1 else None


def _body_called(head: str, number: int, memory: Memory) -> Who | None:
    """The body that has the word in its name (`the fund` for the `Monetary Fund`), else the nearest one."""
    at = memory.sentences[number].end
    alike = memory.names.by_word.get(head, [])
    place = bisect_left(alike, at, key=lambda name: name.start)
    return Who(alike[place - 1].text, named=True, person=False) if place else nearest_body(number, memory)
