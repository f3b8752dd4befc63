"""Whose claim a clause is, by a ladder: said so in the sentence, its subject, carried on, the text's own, nobody's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates.cue_families import SUBJECT_SPEAKS
from claimtrack.articles.english import Span, clause_subject, phrase_ending, skip_to_subject, word_set
from claimtrack.articles.english.name_lists import BODIES, COLLECTIVES
from claimtrack.articles.english.word_classes import POSSESSIVES, PRONOUNS
from claimtrack.articles.speech import Who, resolve, subject_person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.candidates.cues import Cue
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.candidates.turns import Turns
    from claimtrack.articles.candidates.voice import Voice
    from claimtrack.articles.english import Token
    from claimtrack.articles.speech import Attribution, Reading

FIRST_PERSON = re.compile(r"(?:i|we|us|me|my|our|we['’]\w+|i['’]\w+)\b", re.IGNORECASE)
# Who may expect or plan: people, by what they are, and bodies.
PEOPLE = word_set(
    """officials experts analysts economists forecasters staff members employers traders investors ministers lawmakers
    scientists researchers engineers organisers organizers authorities leaders critics observers markets economist
    analyst minister president government ministry company bank council board commission agency operator owner
    developer airline club union party team army administration office department committee parliament court
    regulator manufacturer carmaker retailer group firm city state country nation residents voters employees workers
    managers policymakers executives directors developers maintainers project management household households
    businesses firms companies countries chairman chief governor mayor chancellor secretary he she they one coach
    manager"""
)
# A plan of somebody's: `Lind's goal is to …`, `their plans to …`.
OWNER = re.compile(
    r"(?P<owner>(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*(?:['’]s|s['’])|\b(?:his|her|its|their|my|our)\b)) (?:\w+ ){0,3}$"
)
ACTS = re.compile(r"(?:is|are) .*\bto\b|looks?|stands?", re.IGNORECASE)
# `Visitors can expect delays`: the writer expects them.
ABLE = re.compile(
    r"\b(?:can|could|should|may|might|must|would|will)(?: (?:also|still|now))? $", re.IGNORECASE
)
# What an issuer calls itself.
OUR_OWN = re.compile(
    r"(?:the )?(?:company|firm|group|corporation|bank|board|agency|department|ministry|council|commission|authority|"
    r"organi[sz]ation|airline|society|institute|foundation|charity|party|union|university|club)"
)
SETS = re.compile(r"gave|ordered|demand", re.IGNORECASE)
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)(?: (?:now|also|again|not|since|\w+ly))* $",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\W*(?:also|in addition|additionally|furthermore|moreover|he|she|they|it|but|and|the|this|these|those|however|"
    r"then|next|"
    r"after|by|in|on|from|under|at)\b",
    re.IGNORECASE,
)
CARRIES = ("reported", "expected", "hedged", "likely", "goal", "certain", "short", "chance")
MEMORY = 2


class Whose(NamedTuple):
    """Who claims, who relays it, and the rung of the ladder that told: own, subject, carried, self or none."""

    who: Who
    via: str | None
    rung: str


NOBODY = Whose(Who(None, named=False, person=False), None, "none")


class Ladder:
    """The article read through, to be asked whose the claim of a clause is."""

    def __init__(self, reading: Reading, turns: Turns, voice: Voice, known: Mapping[str, str]) -> None:
        self._reading = reading
        self._turns = turns
        self._voice = voice
        self._known = known
        self._told: dict[int, list[Attribution]] = {}
        for item in reading.told:
            self._told.setdefault(item.sentence, []).append(item)

    def whose(self, passage: Passage, cue: Cue) -> Whose:
        """The first rung that tells whose claim it is."""
        told = passage.told
        if told:
            return self._own(passage, told, cue)
        return self._subject(passage, cue) or self._carried(passage, cue) or self._self(passage) or NOBODY

    def _own(self, passage: Passage, told: Attribution, cue: Cue) -> Whose:
        """Whoever the attribution names; of what an inner clause says that another expects, that other."""
        if told.speaker is None:
            return NOBODY
        if FIRST_PERSON.match(told.speaker):
            return self._speaking(passage) or NOBODY
        teller = Whose(Who(told.speaker, told.named, person=False), told.via, "own")
        if told.frame == "label":
            floor = self._turns.at(passage.start)
            return Whose(floor, None, "carried") if floor else teller
        if cue.family in SUBJECT_SPEAKS and told.frame not in ("to", "aim", "noun") and told.via is None:
            inner = self._bearer(passage, cue)
            if inner and inner.named and inner.name != told.speaker and not cue.pronoun:
                return Whose(inner, told.speaker, "own")
        return teller

    def _speaking(self, passage: Passage) -> Whose | None:
        """Who says `I` and `we` here: who has the floor, whose quotation it is, or the author."""
        floor = self._turns.at(passage.start)
        if floor:
            return Whose(floor, None, "carried")
        for item in self._told.get(passage.number, ()):
            inside = item is not passage.told and any(a <= passage.start < b for a, b in item.spans)
            if inside and item.speaker and not FIRST_PERSON.match(item.speaker):
                return Whose(Who(item.speaker, item.named, person=True), item.via, "own")
        return (self._last(passage) if passage.quoted else None) or self._self(passage)

    def _subject(self, passage: Passage, cue: Cue) -> Whose | None:
        """Who is said to expect, plan or be sure of it, or whose goal it is; in a narrator's voice."""
        if cue.family == "goal":
            return self._owner(passage, cue)
        acts = self._acts(cue)
        if (cue.family not in SUBJECT_SPEAKS and not acts) or ABLE.search(cue.before):
            return None
        if FIRST_PERSON.match(cue.pronoun or "-"):
            return self._speaking(passage)
        who = self._bearer(passage, cue)
        if who is None or (acts and not (who.named or is_body(who.name or ""))):
            return None
        if self._is_author(who):
            return self._self(passage)
        return None if acts and self._voice.author else Whose(who, None, "subject")

    def _acts(self, cue: Cue) -> bool:
        """Whether the subject itself does or sets it: `is to open`, `gave Vale until May`, `put it off to May`."""
        text = self._reading.memory.text
        if cue.family == "certain":
            return ACTS.match(text, cue.start, cue.end) is not None
        sets = cue.family == "must" and SETS.match(text, cue.start, cue.end)
        return bool(sets or cue.family == "delay") and not PASSIVE.search(cue.before)

    def _owner(self, passage: Passage, cue: Cue) -> Whose | None:
        """Whose goal it is: `Lind's goal is to`, `their plans to`; `its` is mostly the subject of the clause."""
        owner = OWNER.search(cue.before)
        at = cue.start - len(cue.before)
        if owner and owner.group("owner").islower():
            own = [
                token for token in passage.words if passage.start <= token.start < at + owner.start("owner")
            ]
            found = clause_subject(own, 0, len(own))
            who = self._named((own[found[0]].start, own[found[1] - 1].end), passage.number) if found else None
            if who:
                return Whose(who, None, "subject")
        who = (
            self._named((at + owner.start("owner"), at + owner.end("owner")), passage.number)
            if owner
            else None
        )
        return Whose(who, None, "subject") if who else None

    def _bearer(self, passage: Passage, cue: Cue) -> Who | None:
        """The grammatical subject of the cue, if it is somebody: a name, people, a body or a pronoun for one."""
        span = subject_of(passage.words, cue.start)
        return self._named(span, passage.number) if span else None

    def _named(self, span: Span, number: int) -> Who | None:
        text = self._reading.memory.text
        words = text[slice(*span)]
        low = words.lower()
        if low in POSSESSIVES or low in PRONOUNS:
            who = resolve(span, number, self._reading.memory, self._known)
            return (
                who
                if who.name and who.name.lower() not in PRONOUNS and who.name.lower() not in POSSESSIVES
                else None
            )
        if (
            not (words[0].isupper() and len(words.split()) > 1)
            and not is_body(words)
            and not words[0].isupper()
        ):
            return None
        who = resolve(span, number, self._reading.memory, self._known)
        own = any(word in words for word in (who.name or "").split()) or who.name in self._known.values()
        return who if who.name and (own or is_body(words)) else None

    def _is_author(self, who: Who) -> bool:
        author = self._voice.author
        if author is None or who.name is None:
            return False
        mine, name = (author.name or "").lower(), who.name.lower()
        if author.named and not author.person and not who.named and OUR_OWN.fullmatch(name):
            return True
        return mine == name or (mine in name or name in mine)

    def _carried(self, passage: Passage, cue: Cue) -> Whose | None:
        """Who has the floor, or spoke in the sentence before and goes on."""
        floor = self._turns.at(passage.start)
        if floor:
            return Whose(floor, None, "carried")
        if passage.quoted:
            return self._last(passage)
        if cue.family not in CARRIES or self._voice.author:
            return None
        text = self._reading.memory.text
        sentences = self._reading.memory.sentences
        here = sentences[passage.number]
        same = passage.number and sentences[passage.number - 1].paragraph == here.paragraph
        own = [item for item in self._told.get(passage.number, ()) if item.spans[0][0] < passage.start]
        if own and own[-1].speaker and not own[-1].via:
            return Whose(Who(own[-1].speaker, own[-1].named, person=False), None, "carried")
        goes_on = same and GOES_ON.match(text, here.start, here.end)
        return self._last(passage, paragraph=here.paragraph) if goes_on else None

    def _last(self, passage: Passage, *, paragraph: int | None = None) -> Whose | None:
        """Who spoke last, in this sentence or the two before; of narration, in its paragraph."""
        sentences = self._reading.memory.sentences
        for number in range(passage.number, max(-1, passage.number - MEMORY - 1), -1):
            if paragraph not in (None, sentences[number].paragraph):
                return None
            beside = sentences[number].paragraph == sentences[passage.number].paragraph
            if passage.quoted and number < passage.number and beside and not self._told.get(number):
                who = subject_person(self._reading.memory, number)
                if who:
                    return Whose(who, None, "carried")
            for item in reversed(self._told.get(number, ())):
                before = item.spans[0][0] < passage.start and item is not passage.told
                if (
                    before
                    and item.speaker
                    and item.frame not in ("aim", "noun", "to")
                    and not FIRST_PERSON.match(item.speaker)
                ):
                    return Whose(Who(item.speaker, item.named, person=False), item.via, "carried")
        return None

    def _self(self, passage: Passage) -> Whose | None:
        """Whoever the text speaks for, outside quotations."""
        author = self._voice.author
        return Whose(author, None, "self") if author and not passage.quoted else None


def is_body(words: str) -> bool:
    """Whether a description is of people or a body."""
    head = (
        re.split(r"\s(?:of|for|at|from|in|to|on|with|by|who|that|which|surveyed)\b", words, maxsplit=1)[0]
        .lower()
        .split()
    )
    return bool(head) and (head[-1] in PEOPLE or head[-1] in COLLECTIVES or head[-1] in BODIES)


def subject_of(words: list[Token], at: int) -> Span | None:
    """Offsets of the noun phrase before the cue that begins at `at`."""
    i = next((i for i, token in enumerate(words) if token.end > at), len(words))
    last = skip_to_subject(words, i)
    while last >= 0 and words[last].text in (",", ")"):
        last -= 1
    found = phrase_ending(words, last) if last >= 0 else None
    return (words[found[0]].start, words[found[1] - 1].end) if found else None
