"""Whether words deny, call off or put off what they speak of."""

from __future__ import annotations

import re

DENIES = "denies: "  # how the text of a candidate begins that its speaker says is untrue
_NEGATION = re.compile(
    r"\b(?:not|never|nor|neither|nobody|none|no|cannot|without|unlikely|refus\w+|den(?:y|ies|ied)|rul\w+ out|"
    r"reject\w*|fail(?:s|ed)? to|yet to)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:no|not) (?:later|longer than|more|less|fewer|earlier|only|just|a (?:day|minute|moment))\b|"
    r"\bno doubt\b|\brather than\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:miss(?:es|ed)|fail(?:s|ed|ure)?|explod\w+|collaps\w+|cancel\w*|scrap(?:s|ped)|abandon\w*|call(?:s|ed) off|"
    r"shelv\w+|stall\w*|halt\w*|ax(?:es|ed)|drop(?:s|ped) (?:its |the |their )?(?:plans?|bid)|withdr(?:ew|awn)|"
    r"blocked|rejected|suspend\w*|give[sn]? up|gave up|crash\w*|broken? (?:down|off|up))\b",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"\b(?:postpon\w+|delay\w*|put(?:s|ting)? off|push(?:es|ed)? back|slip(?:s|ped)|defer\w*|behind schedule)\b",
    re.IGNORECASE,
)

# What is told as a statement may look ahead all the same.
_AHEAD = re.compile(
    r"\b(?:will|would|shall)\b(?! have (?:been|had))|['’]ll\b|"
    r"\b(?:wants?|hopes|expects|must|(?:intends?|plans?|aims?|hopes?|expects?) to)\b",
    re.IGNORECASE,
)


def looks_ahead(text: str) -> bool:
    """Whether it tells of what is to come."""
    return _AHEAD.search(text) is not None


def is_negated(text: str) -> bool:
    """Whether it says that something is not so; two negations make none."""
    denials = len(_NEGATION.findall(_NO_NEGATION.sub(" ", text.removeprefix(DENIES))))
    return text.startswith(DENIES) ^ bool(denials % 2)


def is_off(text: str) -> bool:
    """Whether it tells that something failed or was given up."""
    return _OFF.search(text) is not None


def is_delayed(text: str) -> bool:
    """Whether it tells that something was put off."""
    return _DELAY.search(text) is not None
