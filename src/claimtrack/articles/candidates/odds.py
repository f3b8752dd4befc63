"""The probability that a claim states: `a 60% chance`, `(70%)`, `80 percent likely`, `a one in three chance`."""

from __future__ import annotations

import re

_NUMBER = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_PER_CENT = r"(?P<number>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)"
_WORD = r"(?:chance|probability|likelihood|odds|likely|confidence|confident|certain|sure|credence)"
STATED = re.compile(
    rf"{_PER_CENT} {_WORD}|{_WORD}\b[^.;\d]{{0,30}}?{_PER_CENT.replace('number', 'after')}|"
    rf"\({_PER_CENT.replace('number', 'bracket')}(?: {_WORD})?\)|"
    rf"[:–—-]\s*{_PER_CENT.replace('number', 'then')}(?= (?:by|before)\b)|"
    rf"^\W*{_PER_CENT.replace('number', 'front')}\s*[:–—-]|[:–—-]\s*{_PER_CENT.replace('number', 'end')}\W*$|"
    r"\b(?:one|two|three|four|five|\d+)[- ](?:in|out of)[- ](?:three|four|five|ten|two|\d+) (?:chance|odds)",
    re.IGNORECASE,
)
RATIO = re.compile(r"(\w+)[- ](?:in|out of)[- ](\w+)", re.IGNORECASE)
ALONE = re.compile(
    rf"(?:(?:(?:i|we|i['’]m|we['’]re|am|are|i['’]d|we['’]d|i would|we would|i['’]ll|my|our|the|a|with|at|is|are|it|"
    rf"this|that|put|puts|"
    rf"give|gives|say|of|about|around|roughly|probability|confidence|likelihood|odds|chances?|"
    rf"credence)\b\W*)*){_PER_CENT}"
    rf"(?: {_WORD}| sure| on this| here)?\W*",
    re.IGNORECASE,
)
HUNDRED = 100


def odds_alone(words: str) -> float | None:
    """The probability that a sentence states of another one: `I'd put it at 65%`, `Probability: 70%`, `25%.`."""
    match = ALONE.fullmatch(words.strip(" \t*_()[]"))
    value = float(match.group("number")) if match else HUNDRED + 1
    return round(value / HUNDRED, 4) if value <= HUNDRED else None


def odds_in(words: str) -> float | None:
    """The probability from 0 to 1 that the words state; null where they state none."""
    match = STATED.search(words)
    if not match:
        return None
    stated = next((value for value in match.groups() if value), None)
    if stated is None:
        ratio = RATIO.search(match.group())
        if not ratio:
            return None
        part, whole = (_NUMBER.get(side.lower()) or int(side) for side in ratio.groups())
        return round(part / whole, 4) if 0 < part <= whole else None
    value = float(stated)
    return round(value / HUNDRED, 4) if value <= HUNDRED else None
