"""Whether a clause looks ahead, and as what: a prediction, a promise, or a deadline."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.articles.english import word_set

_BE = r"(?:is|are|am|was|were|['’](?:s|re|m)|be)"
_NEAR = r"(?:going|about|set|due|bound|poised|on (?:track|course)|prepared|certain|sure)"
# She will run. They're going to lose. The bridge is to open in May.
CERTAIN = (
    r"(?:will(?![.\w]| (?:of|have been)\b)|won['’]t|shall|gonna|"
    rf"{_BE}(?:n['’]t)? (?:\w+ )?(?:not )?{_NEAR} to\b|"
    rf"{_BE} (?:\w+ )?(?:not )?to (?:be|begin|start|end|take|open|close|meet|run|become|hold|receive)\b|"
    r"(?:is|are) on (?:his|her|its|their) way to)"
)
SHORT = r"(?<=\w)['’]ll"
# In reported speech `would` is the past of `will`; in a quotation it hangs on a condition.
REPORTED = (
    r"(?:would|wouldn['’]t)(?! (?:(?:not )?have\b|like to (?:thank|see|know|say)|argue|say|call|rather|love))"
)
_HAS_BE = r"be (?:a|an|the|that|because|due|currently|\w+ing)\b|not|n['’]t|have (?!to\b)|only|as well"
HEDGED = (
    rf"(?:could(?! (?:{_HAS_BE}))|might(?! (?:{_HAS_BE}))|may(?! (?:{_HAS_BE}|\d))|"
    rf"{_BE} (?:\w+ )?(?:un)?likely to|{_BE} (?:\w+ )?expected to|(?<!as )expect(?:s|ing)?|"
    r"anticipates?|forecasts?|predict(?:s|ed)?|risks? \w+ing|threatens? to|at risk of|recipe for)"
)
# A plan that a verb names: `plans to build`, `has promised a veto`; `her plans` is a noun.
PLANNED = (
    r"(?:(?<!['’]s )(?<!her )(?<!his )(?<!their )(?<!its )(?<!our )(?<!no )(?<!the )"
    r"(?:plans?|planned|planning|intends?|aims?|aiming|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    r"proposes?|proposing|commit(?:s|ted|ting)?|threaten(?:s|ed|ing)|wants|determined|agreed) (?:not )?to\b(?! the\b)|"
    r"propos(?:es|ing) \w+ing|promis(?:es|ed|ing) (?:a|an|the)|ha(?:s|ve) planned|plans? for)"
)
TRIGGER = re.compile(
    rf"\b(?P<certain>{CERTAIN})|(?P<short>{SHORT})\b|\b(?P<planned>{PLANNED})|"
    rf"\b(?P<reported>{REPORTED})|\b(?P<hedged>{HEDGED}\b)"
)
TARGET = re.compile(
    r"\b(?:deadlines?|goals?|targets?|aims?|objectives?|effort to|designed to|must|ha(?:s|ve|d) to|needs? to|"
    r"required to|no later than|ultimatum|has until|have until)\b"
)
GOAL = re.compile(
    r"\b(?:goals?|targets?|aims?|objectives?) (?:is|are|was|were|of) |\b(?:effort|designed|bid|drive) to\b|"
    r"\bdeadline (?:of|for|is|was)\b"
)
RELATIVE = re.compile(r"(?P<before>\w+)?,? (?:who|which|that|what)(?: \w+ly| also| never| still)? $")
THINKS = word_set("think believe said say says know hope expect sure feel guess suspect so and but because")
PRONOUN = re.compile(
    r"(?:^|\W)(he|she|it|they|we|i)(?: (?:\w+ly|also|never|still|now|then|simply|just))?\s?$"
)
REFUSED = ("refused to ", "refuses to ", "declined to ", "failed to ", "refusing to ", "unwilling to ")
MONTH = re.compile(r"\bMay\b")
ASKED = re.compile(r"\b(?:whether|how|why)\b[^,;]*$")
CONDITION = re.compile(r"\b(?:if|unless|should|once|without|were to)\b")
SMALL_TALK = re.compile(
    r"\bi['’]ll (?:tell you|say|be honest|note|just)\b|\byou['’]ll (?:see|find|note|remember)\b|"
    r"\bwill (?:tell|remember) you\b|\bgod (?:will )?bless\b|\bwe['’]ll see\b|\bif you will\b|"
    r"\b(?:would|will|could|can) you\b|\b(?:if (?:i|we) may|may i)\b|"
    r"^\W*(?:so |but |and )?(?:why|how|who|where) (?:would|will|could|should)\b|"
    r"\bi (?:will|would) (?:just |simply |also |again )*(?:say|tell|make (?:this|you|a) promise)\b"
)
# How far before a verb the words that decide about it may stand.
REACH = 100
WEIGHTS = {"certain": 0.8, "short": 0.8, "planned": 0.7, "reported": 0.6, "hedged": 0.4}


class Outlook(NamedTuple):
    """How a clause looks ahead: by which kind of words, what stands before them, and how surely (0 to 1)."""

    sort: str
    subject: str
    pronoun: str
    weight: float


def outlook(clause: str, *, quoted: bool) -> Outlook | None:
    """The first words of a clause that look ahead and are no aside of it; null where there are none.

    Example: `the council will meet, which would help` looks ahead by `will`; the relative clause alone would not do.
    """
    low = MONTH.sub("month", clause).lower()
    if low.rstrip("\"”»’' ").endswith("?") or SMALL_TALK.search(low):
        return None
    for match in TRIGGER.finditer(low):
        before = low[max(0, match.start() - REACH) : match.start()]
        if quoted and match.group().startswith("wants"):
            continue  # what others want is no promise of the speaker's
        if match.lastgroup is None or _is_relative(before) or before.endswith(REFUSED):
            continue
        pronoun = PRONOUN.search(before)
        weight = WEIGHTS[match.lastgroup]
        if match.lastgroup == "reported" and quoted and not CONDITION.search(low):
            weight = 0.45
        return Outlook(match.lastgroup, before, pronoun.group(1) if pronoun else "", weight)
    if GOAL.search(low):
        return Outlook("goal", "", "", 0.5)
    return None


def _is_relative(before: str) -> bool:
    """Whether the verb belongs to a relative clause: `laws that would hurt`, but not `I think that will help`."""
    if ASKED.search(before):
        return True
    match = RELATIVE.search(before)
    if not match:
        return False
    word = match.group("before")
    return word is not None and not (before.endswith("that ") and word in THINKS)
