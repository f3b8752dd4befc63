"""What kind of claim a passage is: prediction, promise, deadline or statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.candidates.cues import SMALL_TALK
from claimtrack.articles.candidates.whose import is_body
from claimtrack.articles.english import word_set

if TYPE_CHECKING:
    from claimtrack.articles.candidates.cues import Cue
    from claimtrack.articles.candidates.draft import Finding
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.articles.candidates.whose import Whose

TARGET = re.compile(
    r"\b(?:deadlines?|goals?|targets?|aims?|objectives?|effort to|designed to|must|ha(?:s|ve|d) to|needs? to|"
    r"required?|no later than|ultimatum|has until|have until)\b",
    re.IGNORECASE,
)
ACTING_FAMILIES = ("certain", "short", "planned", "reported", "ongoing", "delay")

# A sentence whose subject is the speaker's own side promises where it says `will`.
OWN_SIDE = re.compile(
    r"\b(?:government|administration|campaign|ministry|council|company|firm|airline|club|party|united states|country|"
    r"team|city|members|"
    r"officials|policy|plan|department|agency|state|nation|bank|board)\b"
)
SUBJECT_REACH = 50
# Bodies that act, and do not only forecast.
ACTING = re.compile(
    r"\b(?:government|administration|campaign|ministry|council|company|party|team|office|city|white house|parliament|"
    r"officials?|(?:north|south) korea|russia|china|iran|ukraine|kremlin|army|union|project)\b",
    re.IGNORECASE,
)
# Of the nouns that look ahead, those of a forecast.
FORESEEN = re.compile(
    r"(?:outlook|guidance|forecast|projection|prediction|expectation|estimate)s?\b", re.IGNORECASE
)
UNABLE = re.compile(r"\b(?:be (?:un)?able to|have to|need to|have (?:a|one|no|the)|get)\b")
# What happens by itself and is nobody's act: `will rise`, `would be modest`, `will see delays`.
HAPPENS = re.compile(
    r"\s*(?:not |also |then |still |probably |likely |only |again |again |soon |\w+ly )*(?:be (?!\w+(?:ed|en|ing|held|"
    r"made|cut|built|sold|put|set|shut)\b|"
    r"held\b|made\b|cut\b|built\b|sold\b|put\b|set\b|shut\b|able\b|ready\b|back\b|open\b)|be affected|"
    r"be (?:dis)?appointed|"
    r"rise|fall|grow|slow|slip|drop|increase|decrease|decline|average|remain|reach|see|benefit|need|want|feel|"
    r"suffer|exceed|peak|recover|weaken|strengthen|ease|happen|occur|come|take place|melt|freeze|rain|win|lose|die|"
    r"run (?:out|short|dry)|dry up|collapse|expire|double|halve|shrink|last|"
    r"take (?:at least|about|around|up to|until|longer|months|weeks|years|an?|two|three|\d)|"
    r"cost|fail|"
    r"seem|look|know|face|struggle|find|get|have)\b",
    re.IGNORECASE,
)
# What `we will` announces as little as anybody else.
UNDERGONE = re.compile(
    r"\s*(?:not |also |then |still |probably |likely |only |again |soon |\w+ly )*(?:be (?:un)?able|see|benefit|need|"
    r"want|feel|suffer|win|lose|find|know|get|struggle|guess|bet|estimate|imagine|have to|"
    r"have (?:a|an|no|the) (?!(?:\w+ ){1,3}(?:up|back|ready|done|finished|in place|running|open)\b))\b",
    re.IGNORECASE,
)
OUTSIDERS = word_set(
    """expert experts analyst analysts economist economists professor academic academics historian journalist columnist
    scientist scientists researcher researchers pollster critic critics observer observers commentator forecaster
    forecasters scholar strategist contractor reporter correspondent author editor witness witnesses resident
    residents investors"""
)
OFFICES = word_set(
    """minister mayor director president premier chancellor secretary governor commissioner executive ceo chairman
    chairwoman chair spokesman spokeswoman spokesperson superintendent treasurer owner founder"""
)
# `will be capped`, but not `will be affected` or `will be interested`.
DONE = re.compile(
    r"\s*(?:not |also |then |now |soon |again |\w+ly )*be (?:re)?(?:\w+ly )?(?!affect|disappoint|interest|need|requir|"
    r"expos|"
    r"displac|hit\b|hurt|kill|destroy|forc|los|tempt|surpris|concern|deni|refus|eligib)(?:\w{2,}ed|held|made|cut|"
    r"built|sold|"
    r"put|set|shut|paid|given|taken|kept|frozen|raised|sent)\b",
    re.IGNORECASE,
)
BY = re.compile(r" by (?!the end|early|late|mid|next|then|now|\d|[A-Z][a-z]+ \d)", re.IGNORECASE)
FIRST_PERSON = ("i", "we")
THIRD_PERSON = ("he", "she", "it", "they")

SAYING = word_set(
    "that bare before around according according-first quote-before quote-after run noun-that label colon"
)
# What is only thought, felt or asked is no statement to check.
ONLY_THOUGHT = word_set(
    "think believe hope fear feel worry suspect guess wish doubt know ask want expect assume pray muse"
)
FEELING = re.compile(
    r"^\W*(?:i|we)(?:['’]\w+)? |^\W*(?:thank|please|let|congratulations|happy|welcome|good luck)\b",
    re.IGNORECASE,
)
CHECKABLE = re.compile(
    r"\d|\b(?:percent|per cent|half|twice|first|last|most|least|largest|highest|lowest|never|every|all|none|nobody|"
    r"ha(?:s|ve|d) (?:been|not|never|already)?|was|were|because|due to|caused?)\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 6
NOT = re.compile(r"\b(?:not|never|no|nobody|none|nothing)\b|n['’]t\b", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:before|prior to)(?: \w+){0,4}\W*$", re.IGNORECASE)


def kind_of(words: str, finding: Finding, *, outsider: bool, in_office: bool) -> str:
    """Deadline where a date is set as a target, promise where the speaker's own side is to act, else prediction."""
    passage, cue, due = finding.passage, finding.cue, finding.term.due
    due = due if due and due.due else None  # a deadline needs its day
    if passage.told and passage.told.polarity == "negated":  # that it will not be has no date to be met
        return "promise" if cue.family in ("planned", "refused") else "prediction"
    frame = passage.told.frame if passage.told else ""
    happens = HAPPENS.match(words, cue.end - passage.start) is not None
    if cue.family == "must" and happens and words.startswith(("should", "ought"), cue.start - passage.start):
        return "prediction"
    if cue.family == "goal" and FORESEEN.match(words, cue.start - passage.start):
        return "prediction"
    aims = frame == "aim" or cue.family == "wanted"
    acts = cue.family in ACTING_FAMILIES
    own = (
        aims
        or cue.family in ("planned", "goal", "infinitive")
        or (cue.family == "delay" and finding.whose.rung == "subject")
        or _is_own_act(words, finding, outsider=outsider)
        or (in_office and _is_done_by_us(words, cue, passage))
    )
    acts = acts and not happens
    bound = due is not None and due.bound not in (None, "until", "till")
    bound = bound and not (due and _is_not_before(words, due.start - passage.start))
    bound = bound and bool(own or (acts and not outsider) or TARGET.search(words))
    if due and (cue.family in ("goal", "must") or aims or bound):
        return "deadline"
    return "promise" if own else "prediction"


def _is_done_by_us(words: str, cue: Cue, passage: Passage) -> bool:
    """Whether it will be done, and nobody else is named who does it: `rents will be capped`, said by a minister."""
    done = DONE.match(words, cue.end - passage.start)
    return (
        cue.family in ("certain", "reported", "short")
        and done is not None
        and not BY.match(words, done.end())
    )


def is_in_office(name: str | None, roles: frozenset[str]) -> bool:
    """Whether somebody decides for a body, as a minister or director does."""
    return not (roles | set((name or "").lower().split())).isdisjoint(OFFICES)


def _is_not_before(words: str, at: int) -> bool:
    """Whether the limit is one that the thing is not to come before: `will not be ready before`."""
    return at > 0 and BEFORE.search(words, 0, at) is not None and NOT.search(words, 0, at) is not None


def _is_own_act(words: str, finding: Finding, *, outsider: bool) -> bool:
    """Whether the speaker, or the speaker's own side, is to act."""
    passage, cue, whose = finding.passage, finding.cue, finding.whose
    if cue.pronoun in FIRST_PERSON and cue.family in ACTING_FAMILIES:
        return not UNDERGONE.match(words, cue.end - passage.start)
    if cue.family not in ACTING_FAMILIES or HAPPENS.match(words, cue.end - passage.start):
        return False
    if _acts_itself(words, passage, cue, whose):
        return True
    name = whose.who.name or ""
    subject = cue.before.lower()[-SUBJECT_REACH:]
    if whose.rung == "self":
        return not whose.who.person or (name.lower() in subject and bool(name))
    if outsider:
        return False
    return OWN_SIDE.search(subject) is not None or ACTING.search(name) is not None


def is_outsider(name: str | None, roles: frozenset[str]) -> bool:
    """Whether somebody only watches: an expert promises nothing of the government's."""
    words = roles | set((name or "").lower().split())
    return not words.isdisjoint(OUTSIDERS)


def _acts_itself(words: str, passage: Passage, cue: Cue, whose: Whose) -> bool:
    """Whether the subject is the speaker: `we will …` in a quotation, `he would …` outside one."""
    if UNABLE.search(words):
        return False
    if cue.pronoun in FIRST_PERSON:
        return cue.family in ACTING_FAMILIES
    if passage.quoted or whose.rung != "own":
        return False
    its = cue.pronoun != "it" or (whose.who.named and not whose.who.person) or is_body(whose.who.name or "")
    return cue.pronoun in THIRD_PERSON and its and cue.family in ACTING_FAMILIES


def is_statement(words: str, passage: Passage) -> bool:
    """Whether a sentence that does not look ahead says something that one could check."""
    told = passage.told
    if told is None or told.frame not in SAYING or told.lemma in ONLY_THOUGHT or told.speaker is None:
        return False
    if (
        len(words.split()) < FEWEST_WORDS
        or words.rstrip("\"”’' ").endswith("?")
        or SMALL_TALK.search(words.lower())
    ):
        return False
    return not passage.quoted or (CHECKABLE.search(words) is not None and not FEELING.search(words))
