"""Who the words that name a source stand for: the full name behind `Lind`, `she`, `the minister`, `the paper`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.name_lists import BODIES, COLLECTIVES, OUTLETS, TITLES, WRITINGS
from claimtrack.articles.names import Name, Names, is_no_name, runs, split_titles, without_possessive
from claimtrack.articles.noun_phrases import clause_subject
from claimtrack.articles.word_classes import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.quotation_marks import Span
    from claimtrack.articles.sentences import Sentence

PREPOSITION = re.compile(r"\s(?:of|for|at|from|in|to|on|with|by|about|who|that|which|as)\b")
PRONOUN_GENDER = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
PLURAL = ("they", "we", "both", "them")
# Other words for an office, as an article varies them.
SAME_OFFICE = {
    "head of state": ("president", "king", "queen"),
    "head of government": ("premier", "chancellor", "minister"),
    "head of the state department": ("secretary",),
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


class Who(NamedTuple):
    """The name or description of a source; `named` tells which."""

    name: str | None
    named: bool
    person: bool


# How many sentences back a pronoun may point.
NEAR = 5
NOBODY = Who(None, named=False, person=False)


class Memory(NamedTuple):
    """What has been read so far: the sources in order, each with its sentence's number and paragraph."""

    names: Names
    sentences: list[Sentence]
    told: list[tuple[int, int, Who]]


def resolve(text: str, source: Span | None, number: int, memory: Memory, known: Mapping[str, str]) -> Who:
    """The full name behind the words at `source`, in sentence `number`; the words themselves where there is none."""
    if source is None:
        return NOBODY
    words = without_possessive(_plain(text[slice(*source)]))
    low = words.lower()
    if low in PRONOUN_GENDER:
        return _he_or_she(text, source, number, memory, PRONOUN_GENDER[low])
    if low in ("i", "you", "who", "that", "which", "one", "it", "its", "their", *PLURAL) or not words:
        return _they_or_it(text, low, number, memory)
    found = (
        _maker(text, source, words, number, memory)
        or _named(text, source, words, memory.names)
        or _in_apposition(text, source, memory.names)
        or _described(text, words, number, memory)
    )
    alias = known.get(found.name or "") or known.get((found.name or "").casefold())
    return found._replace(name=alias, named=True) if alias else found


def _plain(words: str) -> str:
    """Without brackets, a trailing relative pronoun and an apposition: `Lind (Arlen), who` -> `Lind`."""
    words = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", words)
    words = re.sub(r"[,\s]+(?:who|which|that)$", "", words)
    return re.sub(r"\s+", " ", words).strip(" ,")


def _named(text: str, source: Span, words: str, names: Names) -> Who | None:
    """The name among the words, unless it only belongs to who is meant: `Lind's aide`, `a spokesman for Lind`."""
    cut = PREPOSITION.search(words)
    head = words[: cut.start()] if cut else words
    picked = _last_name(head)
    if picked is None and cut and (head.split() or [""])[-1].lower() in TITLES and head[:1].isupper():
        picked = _behind_title(words[cut.end() :], names)
    if picked is None and cut:
        picked = _after_role(words)
    if picked is None:
        return None
    if picked.isupper() and picked.lower() in names.by_last:
        return Who(names.by_last[picked.lower()][-1].text, named=True, person=True)
    if _is_body(picked):
        return Who(_body(text, source, words, picked, names), named=True, person=False)
    return Who(_fullest(picked, source[0], names), named=True, person=True)


def _maker(text: str, source: Span, words: str, number: int, memory: Memory) -> Who | None:
    """Whoever is behind a writing: `Lind's report`, `an analysis by Lind`, `his answer`, `the statement`."""
    head = (PREPOSITION.split(words, maxsplit=1)[0].lower().split() or [""])[-1]
    if head not in WRITINGS:
        return None
    owner = re.match(r"(.+?)['’]s? ", words)
    if owner and runs(owner.group(1)):
        return _named(text, source, owner.group(1), memory.names)
    author = re.search(r" (?:by|from) (.+)$", words) or re.search(
        r" (?:of|on) (?:the |its )?([A-Z].+?)(?:['’]s .+)?$", words
    )
    if author and words[author.start() - 4 : author.start()] != "seen":
        return _named(text, source, author.group(1), memory.names) or Who(
            author.group(1), named=True, person=False
        )
    inside = [] if owner else [words[slice(*run)].removeprefix("The ") for run in runs(words)]
    if inside and not is_no_name(inside[0].split()[0]):
        return Who(_body(text, source, words, inside[0], memory.names), named=True, person=False)
    first = words.split(maxsplit=1)[0].lower()
    if first in ("his", "her"):
        return _he_or_she(text, source, number, memory, PRONOUN_GENDER[first])
    if words.lower() in ("the statement", "the letter", "its statement", "the report", "the document"):
        return _they_or_it(text, "it", number, memory)
    return None


def _in_apposition(text: str, source: Span, names: Names) -> Who | None:
    """The name after a description: `the team's coach, Marta Lind,`."""
    if text[source[1] : source[1] + 2] != ", ":
        return None
    found = runs(text, source[1] + 2, min(len(text), source[1] + 60))
    if (
        not found
        or found[0][0] != source[1] + 2
        or (text[source[0]].isupper() and " " not in text[slice(*source)])
    ):
        return None
    who = _named(text, found[0], text[slice(*found[0])], names)
    return who if who and who.person and len((who.name or "").split()) > 1 else None


def _last_name(head: str) -> str | None:
    """The name that a phrase ends with, without titles; null where it ends with a common noun or a bare title."""
    found = runs(head)
    if not found or found[-1][1] < len(head.rstrip()):
        return None
    last = head[slice(*found[-1])].split()
    if last[-1].endswith(("'s", "’s")):
        return None
    while len(last) > 1 and is_no_name(last[0]) and last[0] != "The":
        last.pop(0)
    if is_no_name(last[-1]):
        return None
    titles, name = split_titles(last[1:] if last[0] == "The" else last)
    if not name:
        return None
    if last[0] == "The" and not titles:
        name = last
    return " ".join(name)


def _behind_title(rest: str, names: Names) -> str | None:
    """The person's name at the end of `Minister of Ports Marta Lind`: one that the article has elsewhere, or two words."""
    found = runs(rest)
    if not found:
        return None
    words = rest[slice(*found[-1])].split()
    for size in (3, 2):
        tail = " ".join(words[-size:])
        if len(words) > size and any(name.text == tail for name in names.by_last.get(words[-1].lower(), [])):
            return tail
    if len(words) < 2:
        return None
    tail = words[-2:]
    return " ".join(tail) if not any(word.lower() in BODIES for word in tail) else None


def _after_role(words: str) -> str | None:
    """The name that ends a long description: `University of Arlen chess club president Marta Lind`; `meet with Lind`."""
    found = runs(words)
    if not found or found[-1][1] < len(words):
        return None
    before = words[: found[-1][0]].split()
    titles, name = split_titles(words[slice(*found[-1])].split())
    titled = titles or (before and before[-1].lower() in TITLES)
    bare = (
        before
        and before[0].islower()
        and before[0] not in ("the", "a", "an", "one", "some")
        and not before[0].endswith("s")
    )
    if not name or any(word.lower() in BODIES for word in name):
        return None
    return " ".join(name) if titled or bare else None


def _is_body(name: str) -> bool:
    words = name.split()
    return (
        words[0] == "The"
        or any(word.lower() in BODIES for word in words)
        or (len(words) == 1 and name.isupper())
    )


def _body(text: str, source: Span, words: str, picked: str, names: Names) -> str:
    """A body's whole name, its abbreviation written out, and `of …` kept where it belongs to the name."""
    short = picked.removeprefix("The ")
    if short in names.initials:
        return names.initials[short]
    at = words.find(picked)
    rest = words[at + len(picked) :]
    link = re.match(r" (?:of|for|on)(?: the)?(?: [A-Z][\w.'’-]*)+", rest)
    whole = picked + link.group() if link and words.endswith(link.group()) else picked
    if (
        whole.startswith("The ")
        and text[source[0] : source[0] + 3] == "The"
        and _starts_sentence(text, source[0])
    ):
        return whole if f" {whole}" in re.sub(r"[.!?\n]\s*The ", "", text) else whole[4:]
    return whole


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].strip()
    return not before or before[-1] in '.!?"”:'


def _fullest(name: str, at: int, names: Names) -> str:
    """The longest form of a person's name: the nearest one before `at`, else the first after it."""
    words = name.split()
    options = names.by_last.get(words[-1].lower(), []) if len(words) > 1 or True else []
    if len(words) == 1:
        options = options or names.by_first.get(name.lower(), [])
    else:
        options = [o for o in options if o.text.split()[0][0] == words[0][0]]
    options = [o for o in options if len(o.text.split()) > len(words)] if len(words) > 1 else options
    before = [o for o in options if o.start <= at]
    if before:
        return _main(before) if len(words) == 1 else max(before, key=lambda o: len(o.text)).text
    if options:
        return options[0].text
    return names.initials.get(name, name) if len(words) == 1 else name


def _main(options: list[Name]) -> str:
    """Of people of one last name, who is named in full more than twice as often as the one named last; else that one."""
    counts = Counter(option.text for option in options)
    most, times = counts.most_common(1)[0]
    return most if times > 2 * counts[options[-1].text] else options[-1].text


def _he_or_she(text: str, source: Span, number: int, memory: Memory, wanted: str) -> Who:
    """The nearest person who was the subject or source of a sentence before, and whose gender does not forbid it."""
    told: dict[int, list[Who]] = {}
    for sentence, _, who in memory.told[-40:]:
        told.setdefault(sentence, []).append(who)
    for back in range(number, max(-1, number - 7), -1):
        options = [who for who in reversed(told.get(back, [])) if who.person and who.named]
        subject = _subject_person(text, memory, back, source[0])
        if subject:
            options = [subject, *options] if back == number else [*options, subject]
        for who in options:
            if _fits(who, wanted, memory.names) and not _is_plural(who, memory.names):
                return who
    return NOBODY._replace(name=text[slice(*source)])


def _is_plural(who: Who, names: Names) -> bool:
    """Whether the name is a group's: `Republicans`."""
    return _may_be_body(who, names) and (who.name or "").endswith("s")


def _fits(who: Who, wanted: str, names: Names) -> bool:
    name = (who.name or "").lower()
    last = name.split()[-1:]
    return bool(last) and names.genders.get(name, names.genders.get(last[0], wanted)) == wanted


def _subject_person(text: str, memory: Memory, number: int, before: int) -> Who | None:
    sentence = memory.sentences[number]
    tokens = sentence.tokens
    found = clause_subject(tokens, 0, len(tokens))
    if not found:
        return None
    span = tokens[found[0]].start, tokens[found[1] - 1].end
    if span[1] > before:
        return None
    who = _named(text, span, _plain(text[slice(*span)]), memory.names)
    return who if who and who.person and len((who.name or "").split()) > 1 else None


def _they_or_it(text: str, low: str, number: int, memory: Memory) -> Who:
    """The nearest body, or people without a name, for `they` and `it`; nobody for `I` and `you`."""
    if low not in ("it", "its", "they", "their", "who", "which", "that"):
        return NOBODY._replace(name=low if low in ("we", "i") else None)
    found = _nearest_body(text, number, memory)
    if found:
        return found
    for sentence, _, who in reversed(memory.told[-12:]):
        if number - sentence < NEAR and who.name and not who.person and _is_described(who.name):
            return who
    return NOBODY._replace(name=low)


def _is_described(name: str) -> bool:
    return (
        name[0].isalpha()
        and name.lower() not in ("we", "i", "they", "it", "its", "their")
        and name.rsplit(maxsplit=1)[-1] not in WRITINGS
    )


def _nearest_body(text: str, number: int, memory: Memory) -> Who | None:
    """The body that was the subject or source of a sentence before."""
    told = {sentence: who for sentence, _, who in memory.told[-12:] if who.named and not who.person}
    for back in range(number, max(-1, number - NEAR), -1):
        if back < number and back in told:
            return told[back]
        tokens = memory.sentences[back].tokens
        found = clause_subject(tokens, 0, len(tokens)) if back < number else None
        if found:
            span = tokens[found[0]].start, tokens[found[1] - 1].end
            who = _named(text, span, _plain(text[slice(*span)]), memory.names)
            if who and (not who.person or _may_be_body(who, memory.names)):
                return who
    return None


def _may_be_body(who: Who, names: Names) -> bool:
    """Whether a name of one word is nobody's last or first name in the article."""
    low = (who.name or "").lower()
    return " " not in low and low not in names.by_last and low not in names.genders


def _described(text: str, words: str, number: int, memory: Memory) -> Who:
    """`the minister`: the one person whom the article calls so, or who spoke in this paragraph; else the words as they are."""
    low = words.lower()
    first = low.split()[0]
    head = (PREPOSITION.split(low, maxsplit=1)[0].split() or [""])[-1]
    bare = re.sub(r"^(?:the|a|an|this|that) ", "", words, count=1, flags=re.IGNORECASE)
    definite = (
        first in ("the", "this", "that")
        or first in POSSESSIVES
        or "'s " in low
        or "’s " in low
        or words[0].isupper()
    )
    if definite:
        found = _by_role(low, head, number, memory) or _by_paragraph(text, head, number, memory)
        if found:
            return found
    keep = words if first in ("the", "a", "an") and not words[0].isupper() else words
    return Who(
        keep[0].lower() + keep[1:] if first in ("the", "a", "an", "one", "some", "this") else keep or bare,
        named=False,
        person=False,
    )


def _by_role(low: str, head: str, number: int, memory: Memory) -> Who | None:
    """The person whom the article gives that office: named last before here, else first after."""
    at = memory.sentences[number].end
    if head in OUTLETS or head in COLLECTIVES:
        return None
    wanted = {head}
    for words, same in SAME_OFFICE.items():
        if words in low:
            wanted |= set(same)
            if words.startswith(("head of", "top")):
                wanted.discard(head)
    holders = [
        m
        for m in memory.names.mentions
        if m.person and m.roles & wanted and m.text.split()[-1].lower() != head
    ]
    before = [m for m in holders if m.start < at]
    chosen = _best(low, before[::-1]) or _best(low, holders)
    return Who(_fullest(chosen.text, chosen.start, memory.names), named=True, person=True) if chosen else None


def _best(low: str, holders: list[Name]) -> Name | None:
    """The holder that shares most words with the description, the first of those that share as many."""
    words = set(low.split())
    return max(holders, key=lambda m: len(m.roles & words), default=None)


def _by_paragraph(text: str, head: str, number: int, memory: Memory) -> Who | None:
    """Who spoke before in this paragraph, where it is one person (or one body, for `the paper`)."""
    paragraph = memory.sentences[number].paragraph
    body = head in COLLECTIVES
    if body:
        at_most = memory.sentences[number].end
        alike = [m for m in memory.names.mentions if m.start < at_most and head in m.text.lower().split()]
        if alike:
            return Who(alike[-1].text, named=True, person=False)
        return _nearest_body(text, number, memory)
    told = [who for _, at, who in memory.told if at == paragraph and who.named and who.person]
    return told[-1] if told and len({who.name for who in told}) == 1 else None
