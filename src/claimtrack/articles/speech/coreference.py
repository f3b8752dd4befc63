"""Who the words for a source stand for: `Lind`, `she`, `the minister`, `the paper`, `Lind's report`."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimtrack.articles.english import Name, capital_runs, is_no_name, without_possessive, word_set
from claimtrack.articles.english.name_lists import COLLECTIVES, RELATIONS, SAYINGS, TITLES, WRITINGS
from claimtrack.articles.english.word_classes import DETERMINERS, MONTHS, POSSESSIVES, WEEKDAYS
from claimtrack.articles.speech.full_names import (
    ARTICLES,
    PEOPLE,
    PLURAL_ENDS,
    PREPOSITION,
    body,
    fullest,
    in_sentence,
    is_common,
    named,
)
from claimtrack.articles.speech.pronouns import (
    APPOSITION,
    GENDERS,
    OTHERS,
    THINGS,
    he_or_she,
    in_apposition,
    nearest_body,
    plain,
    they_or_it,
)
from claimtrack.articles.speech.who import NOBODY, Memory, Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.english import Names, Span

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
AUTHOR = re.compile(
    r"(?<! seen)(?<! obtained)(?<! reviewed)(?<! viewed)(?<! read)(?<! cited)(?<! quoted) (?:by|from) "
    r"(?P<by>.+?)(?: (?:to|on|about|for|into) .+)?$|"
    r" (?:of|on) (?:the |its )?(?P<of>[A-Z].+?)(?:['’]s .+)?$"
)
# `a report on Lind` is about Lind; `a post on The Star` is of The Star.
CONTRACTED = re.compile(r"^(i|we|you|he|she|they|it)['’](?:m|re|s|ve|d|ll)$", re.IGNORECASE)
# `a report published | on Monday by the council`.
_MADE = r"(?:published|released|issued|written|prepared|commissioned|produced)"
MADE = re.compile(rf"(?<=[a-z]) {_MADE}$")
MADE_BY = re.compile(
    rf"(?: {_MADE})?(?: (?:on |this |last )?[A-Za-z]+day| today| this week| last week)?,? by (?:the )?(?=[A-Z])"
)
ABOUT = word_set(
    "report reports study survey analysis analyses poll review transcript book forecast figures records data"
)
JOINT = re.compile(r",? and |, ")
AMOUNTS = word_set("multiple half more less much enough plenty numerous various")
RELATED_TO = re.compile(
    r" (?:(?:close|loyal|familiar|critical|opposed|sympathetic|hostile|near|friendly|allied) )?"
    r"(?:to|for|of|on|about|around|in|at|with|from|near|into|by|against|representing|advising|defending|supporting|"
    r"opposing|backing|behind|investigating) "
)
OWNER = re.compile(r"(.+?)['’]s? ")
OWN_WRITINGS = ("the statement", "the letter", "its statement", "the report", "the document")
RECENT = 30


def resolve(source: Span | None, number: int, memory: Memory, known: Mapping[str, str]) -> Who:
    """Who the words at `source` in sentence `number` stand for; `known` has names by alias.

    Where the article does not tell, the words themselves, as a description.
    """
    if source is None:
        return NOBODY
    words = MADE.sub("", CONTRACTED.sub(r"\1", without_possessive(plain(memory.text[slice(*source)]))))
    low = words.lower()
    if low in GENDERS:
        return he_or_she(source, number, memory, GENDERS[low])
    if not words or low in THINGS or low in OTHERS:
        return they_or_it(low, number, memory, source[0])
    if low in MONTHS or low in WEEKDAYS or low in AMOUNTS:
        return NOBODY
    found = (
        joined(source, words, number, memory)
        or maker(source, words, number, memory)
        or related(source, words, memory)
        or named(memory.text, source, words, memory.names)
        or in_apposition(source, memory)
        or described(words, number, memory)
    )
    alias = known.get(found.name or "") or known.get((found.name or "").casefold())
    return found._replace(name=alias, named=True) if alias else found


def head_of(words: str) -> str:
    """The noun that the words are about, lower case: `coach` in `the coach of Arlen`."""
    return (PREPOSITION.split(words, maxsplit=1)[0].lower().split() or [""])[-1]


def joined(source: Span, words: str, number: int, memory: Memory) -> Who | None:
    """Both of whom speak together: `Marta Lind and Jon Vale`, `Lind and the council`; null where it is one name."""
    parts = [part.removeprefix("both ").removeprefix("Both ") for part in JOINT.split(words)]
    if len(parts) == 1:
        return None
    who = [_part(source, part, number, memory) for part in parts]
    if not all(who):
        return None
    names = [item.name or "" for item in who if item]
    whole = " and ".join((", ".join(names[:-1]), names[-1]))
    return Who(whole, named=all(item.named for item in who if item), person=False)


def _part(source: Span, part: str, number: int, memory: Memory) -> Who | None:
    """One of those joined: a person in full or by a last name the article knows, a body, or `the council`."""
    found = named(memory.text, source, part, memory.names)
    if found:
        known = found.name != part or " " in part or part.isupper()
        return found if known else None
    return (
        described(part, number, memory)
        if part.split(maxsplit=1)[0].lower() in (*ARTICLES, "his", "her")
        else None
    )


def related(source: Span, words: str, memory: Memory) -> Who | None:
    """Whoever stands by somebody, who is not meant: `aides to Lind`, `the party of Marta Lind`, `Lind's party`."""
    cut = RELATED_TO.search(words)
    owner = OWNER.match(words)
    if cut:
        head = words[: cut.start()].rsplit(maxsplit=1)[-1]
        if head.istitle() and head.lower() in TITLES and cut.group() in (" of ", " for "):
            return None  # `Secretary of State Marta Lind`
        head, of_whom = head.lower(), words[cut.end() :]
    elif owner:
        head, of_whom = words.lower().rsplit(maxsplit=1)[-1], owner.group(1)
    else:
        return None
    leans = of_whom.split(maxsplit=1)[0].lower() in (*POSSESSIVES, "him", "them")  # `people close to her`
    if head not in RELATIONS or not (capital_runs(of_whom) or (cut and leans)):
        return None
    if head in COLLECTIVES and not _is_person(of_whom, memory.names):
        return None
    return in_apposition(source, memory) or Who(in_sentence(words), named=False, person=False)


def _is_person(words: str, names: Names) -> bool:
    """Whether the words end with the name of somebody that the article has in full."""
    return without_possessive(words.rsplit(maxsplit=1)[-1]).lower() in names.by_last


def maker(source: Span, words: str, number: int, memory: Memory) -> Who | None:
    """Whoever is behind a writing: `Lind's report`, `an analysis by Lind`, `his answer`, `the statement`."""
    if head_of(words) not in WRITINGS:
        return None
    names = memory.names
    owner = OWNER.match(words)
    if owner and capital_runs(owner.group(1)) and not PREPOSITION.search(owner.group(1)):
        return named(memory.text, source, owner.group(1), names)
    made_by = MADE_BY.match(memory.text, source[1])
    makers = capital_runs(memory.text, made_by.end(), made_by.end() + APPOSITION) if made_by else []
    if makers:
        whose = memory.text[slice(*makers[0])]
        return named(memory.text, makers[0], whose, names) or Who(whose, named=True, person=False)
    author = AUTHOR.search(words)
    if author and not (author.group("of") and head_of(words) in ABOUT):
        by = author.group("by") or author.group("of")
        return named(memory.text, source, by, names) or Who(by, named=True, person=False)
    head = PREPOSITION.split(words, maxsplit=1)[0]
    inside = [] if owner else [words[slice(*run)].removeprefix("The ") for run in capital_runs(head)]
    if inside and not is_no_name(inside[0].split()[0]) and not is_common(inside[0], memory.text, names):
        return Who(body(memory.text, source, words, inside[0], names), named=True, person=False)
    return _maker_before(source, words, number, memory)


def _maker_before(source: Span, words: str, number: int, memory: Memory) -> Who | None:
    """Whose writing it is by the sentences before: `his answer`, `the statement`; nobody's where they don't tell."""
    first = words.split(maxsplit=1)[0].lower()
    if first in ("his", "her"):
        return he_or_she(source, number, memory, "m" if first == "his" else "f")
    if words.lower() in OWN_WRITINGS:
        return they_or_it("it", number, memory)
    return NOBODY if head_of(words) in SAYINGS and not capital_runs(words[1:]) else None


def described(words: str, number: int, memory: Memory) -> Who:
    """The one whom the article calls so, or who spoke in this paragraph; else the words as they are, unnamed."""
    low = words.lower()
    head = head_of(words)
    inside = [run for run in capital_runs(words) if not is_no_name(words[slice(*run)])]
    if inside and _is_named_for(words, head, memory.names):
        return Who(words[inside[0][0] :].removeprefix("The "), named=True, person=False)
    first = low.split(maxsplit=1)[0]
    # `Premier`, but not `A senior official` or `Two diplomats`
    plural = head.endswith("s") and not head.endswith("ss")
    title = words[0].isupper() and first not in ARTICLES and first not in DETERMINERS and not plural
    if title or first in ("the", "this", "that") or first in POSSESSIVES or re.search("['’]s ", low):
        body_like = head in COLLECTIVES
        found = _body_called(head, number, memory) if body_like else _person_called(low, head, number, memory)
        if found:
            return found
    return NOBODY if _is_a_thing(words, memory) else Who(in_sentence(words), named=False, person=False)


def _is_named_for(words: str, head: str, names: Names) -> bool:
    """Whether a body goes by the name in the words: `the city of Arlen`, but not `a report on Marta Lind`."""
    if head in ("team", "campaign"):
        return True
    return head in COLLECTIVES and not (head in RELATIONS | WRITINGS and _is_person(words, names))


def _is_a_thing(words: str, memory: Memory) -> bool:
    """Whether one common word stands at the start of a sentence, and none for people: `Cuts`, not `Critics`."""
    low = words.lower()
    if " " in words or words[0].islower() or low in COLLECTIVES:
        return False
    people = low.endswith(PLURAL_ENDS) or low in PEOPLE or low.removesuffix("s") in PEOPLE
    return not people and is_common(words, memory.text, memory.names)


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
    told = [
        who for _, at, who in memory.spoken(number, RECENT) if at == paragraph and who.named and who.person
    ]
    return told[-1] if told and len({who.name for who in told}) == 1 else None


def _body_called(head: str, number: int, memory: Memory) -> Who | None:
    """The body that has the word in its name (`the fund` for the `Monetary Fund`), else the nearest one."""
    at = memory.sentences[number].end
    alike = memory.names.by_word.get(head, [])
    place = bisect_left(alike, at, key=lambda name: name.start)
    return Who(alike[place - 1].text, named=True, person=False) if place else nearest_body(number, memory)
