"""What kind of claim a passage is: prediction, promise, deadline or statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.candidates.forward import SMALL_TALK, TARGET, Outlook
from claimtrack.articles.english import word_set

if TYPE_CHECKING:
    from claimtrack.articles.candidates.passages import Passage
    from claimtrack.dates.prose import Dated

# A sentence whose subject is the speaker's own side promises where it says `will`.
OWN_SIDE = re.compile(
    r"\b(?:government|administration|campaign|ministry|council|company|party|united states|country|team|city|members|"
    r"officials|policy|plan|department|agency|state|nation|bank|board)\b"
)
SUBJECT_REACH = 50
# Bodies that act, and do not only forecast.
ACTING = re.compile(
    r"\b(?:government|administration|campaign|ministry|council|company|party|team|office|city|white house|parliament|"
    r"officials?|(?:north|south) korea|russia|china|iran|ukraine|kremlin|army|union|project)\b",
    re.IGNORECASE,
)
UNABLE = re.compile(r"\b(?:be (?:un)?able to|have to|need to|have (?:a|one|no|the)|get)\b")
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


def kind_of(words: str, passage: Passage, look: Outlook, dates: list[Dated]) -> str:
    """Deadline where a date is set as a target, promise where the speaker's own side is to act, else prediction."""
    if passage.told.polarity == "negated":  # that it will not be has no date to be met
        return "promise" if look.sort == "planned" else "prediction"
    aims = passage.told.frame == "aim"
    acts = look.sort in ("certain", "planned", "reported")
    bound = any(item.bound for item in dates) and (acts or TARGET.search(words.lower()))
    if dates and (look.sort == "goal" or aims or bound):
        return "deadline"
    if passage.told.frame == "author":
        return "prediction"
    if look.sort == "planned" or aims or _acts_itself(words, passage, look):
        return "promise"
    own_side = OWN_SIDE.search(look.subject[-SUBJECT_REACH:]) or ACTING.search(passage.told.speaker or "")
    return "promise" if acts and own_side else "prediction"


def _acts_itself(words: str, passage: Passage, look: Outlook) -> bool:
    """Whether the subject is the speaker: `we will …` in a quotation, `he would …` outside one."""
    if UNABLE.search(words):
        return False
    if passage.quoted:
        return look.pronoun in FIRST_PERSON
    return look.pronoun in THIRD_PERSON and look.sort != "hedged" and passage.told.frame != "narrator"


def is_statement(words: str, passage: Passage) -> bool:
    """Whether a sentence that does not look ahead says something that one could check."""
    told = passage.told
    if told.frame not in SAYING or told.lemma in ONLY_THOUGHT or told.speaker is None:
        return False
    if (
        len(words.split()) < FEWEST_WORDS
        or words.rstrip("\"”’' ").endswith("?")
        or SMALL_TALK.search(words.lower())
    ):
        return False
    return not passage.quoted or (CHECKABLE.search(words) is not None and not FEELING.search(words))
