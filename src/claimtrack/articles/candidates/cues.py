"""What makes a clause look ahead: its first word of a family that is no question, wish or aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates.cue_families import ANY_CUE, LOOSE
from claimtrack.articles.english import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.articles.english import Span

VERB = re.compile(
    r"\b(?:is|are|am|was|were|will|would|can|could|may|might|shall|should|must|has|have|had|do|does|did|said|says|"
    r"\w+ed)\b|['’](?:re|ll|m|ve|d)\b"
)
LINE_START = re.compile(r"[ \t]*(?:[-*•–]|\d{1,3}[.)])?[ \t]*")
RELATIVE = re.compile(
    r"(?P<before>\w+)?(?P<comma>,)? (?:who|which|that|what|where)(?: \w+ly| also| never| still)? $"
)
THINKS = word_set(
    "think believe said say says know hope expect sure feel guess suspect so and but because confident confirm "
    "announced warned certain predict predicted decided convinced insisted fear likely clear shows it"
)
PRONOUN = re.compile(
    r"(?:^|\W)(he|she|it|they|we|i|you|there|this|that|these|those)(?: (?:\w+ly|also|never|still|now|then|simply|"
    r"just))?\s?$",
    re.IGNORECASE,
)
# Of these forms it takes the words around to tell verb from noun or adjective: `the projects`, `than expected`.
UNSURE = word_set(
    """forecasts forecast projects estimates bets plans aims targets promises pledges vows expected anticipated
    predicted projected forecasted proposed planned target"""
)
NO_VERB_BEFORE = re.compile(
    r"(?:\b(?:the|an?|of|in|for|by|from|with|on|about|his|her|its|their|our|my|these|those|this|such|other|new|"
    r"previous|official|"
    r"all|some|many|most|several|own|as|than|previously|originally|initially|first|earlier|current|future|existing|"
    r"latest|"
    r"economic|and|or|no|any|more|less|private|public|major|large|small)|['’]s|s['’]|\w+(?:al|ic|ive|ous|ing)) $",
    re.IGNORECASE,
)
VERB_AFTER = re.compile(
    r" (?:to|that|the|an?|its|his|her|their|our|it|he|she|they|we|there|this|real|more|less|no|only|further|strong\w*|"
    r"weak\w*|"
    r"ris\w+|fall\w+|gradual|growth|inflation|around|about|between|up|at least|some|[A-Z$£€\d]|\w+ (?:growth|"
    r"inflation|rise|fall|"
    r"increase|decline|cut|gain|loss|profit|revenue|sales))"
)
FAILED = re.compile(
    r"\b(?:declin(?:ed|es|ing)|fail(?:ed|s|ing)|unwilling|unable|not clear (?:if|whether|when|how)|no(?:t| longer) "
    r"(?:expect|clear)\w*) to $|\bas $|\bnot (?:accept|recogni[sz]e|agree|mean) that [^,;.]*$",
    re.IGNORECASE,
)
# `had expected`, `had been planned`: what was to come once.
ONCE = re.compile(
    r"\b(?:had|having)(?: (?:been|not|never|originally|previously|earlier|widely|once))* $", re.IGNORECASE
)
EXPECTING = ("expected", "expects", "planned", "confident", "likely")
# `is not convinced that it will open`.
UNSURE_OF = re.compile(
    r"\S+ (?:\w+ )?not (?!only)(?:\w+ )*(?:sure|confident|certain|convinced|optimistic|hopeful)\b",
    re.IGNORECASE,
)
# `Reports that it will close are wrong`.
UNTRUE = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|suggestions?|speculation|talk|allegations?|stories|story|idea|"
    r"notion) that\b.*\b(?:is|are|was|"
    r"were) (?:\w+ )?(?:wrong|false|untrue|not true|nonsense|incorrect|baseless|unfounded|rubbish|fake|mistaken)\b",
    re.IGNORECASE,
)
# Notices that stand under releases and pages, and claim nothing.
BOILERPLATE = re.compile(
    r"forward[- ]looking|actual results|undertakes? no obligation|no obligation to|words such as|all rights reserved|"
    r"may (?:not )?be (?:reproduced|republished|redistributed|copied)|terms of (?:use|service)|cookies?\b|sign up|"
    r"newsletter|"
    r"click here|for (?:more|further) information|to learn more|read more|terms and conditions|risks and uncertainties",
    re.IGNORECASE,
)
# `we do not know what will happen`, `waiting to hear when it would open`.
WHAT = re.compile(
    r"\b(?:know|knows|knew|see|seen|unclear|clear|say|ask|asks|asked|wonder|about|discuss\w*|decide|determine|tell|"
    r"hear|of|on|"
    r"over|remains?|questions?|guess|imagine|consider) (?:exactly |just )?(?:what|who|which|how much|how many|when|"
    r"where)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)
ASKED = re.compile(r"\b(?:whether|how|why|when|where|if and when|asked if)\b(?P<rest>[^,;]*)$", re.IGNORECASE)
SMALL_TALK = re.compile(
    r"\bi['’]ll (?:tell you|say|be honest|note|just|believe)\b|"
    r"\byou(?:['’]ll| will) (?:remember|need|have to|want|(?:see|find|note) (?:that|how|why|below|it|from|in the)\b)|"
    r"\bi['’]ll see you\b|"
    r"\bhere(?: is|['’]s| are) (?:what|my|our|how|where)\b|\bwill (?:tell|remember) you\b|\bgod (?:will )?bless\b|"
    r"\bwe['’]ll see\b|\bif you will\b|"
    r"\b(?:would|will|could|can) you\b|\b(?:if (?:i|we) may|may i)\b|"
    r"^\W*(?:so |but |and )?(?:why|how|who|where) (?:would|will|could|should)\b|"
    r"\bi (?:will|would) (?:just |simply |also |again )*(?:say|tell|make (?:this|you|a) promise)\b|\btime will tell\b|"
    r"\bi(?: will|['’]ll| am going to|['’]m going to|['’]m not going to| won['’]t) (?:just |also |"
    r"now )?(?:not )?(?:let|"
    r"take (?:one|a few|your|some|that|the|questions?|this)\b|leave (?:it|that|you)\b|refer|defer|turn|"
    r"come back|get (?:back|into)|"
    r"hand|answer|point|repeat|add|check|double|look into|be happy|go|start|begin with|stop|ask|give you|try to|read|"
    r"close|"
    r"pass|keep|talk|speak|mention|address|defer|venture|have to)\b|\bwe(?: will|['’]ll) (?:have more|keep you|"
    r"let you|get back|"
    r"come back|take (?:one|a few|your|some)|go (?:to|ahead))|"
    r"\b(?:we|i)(?: will|['’]ll) (?:explain|discuss|describe|show|see|look|cover|talk|return) (?:\w+ )?(?:below|later|"
    r"how|"
    r"in (?:the|this) (?:next|section))|\b(?:information|updates?|details?|"
    r"materials?)\b[^.]{0,40} will be (?:\w+ )?(?:available|"
    r"posted|published|found)\b",
    re.IGNORECASE,
)
# How far before a verb the words that decide about it may stand.
REACH = 100
# The month, and Will Lind: names, but `May it last` and `Will not` are rare enough.
NAMED = re.compile(r"May\b|Will\b(?! not\b)")
AT_THE_END = re.compile(r"[\s|*_.)]*?(?:\n|$)")


class Cue(NamedTuple):
    """Words that look ahead, with offsets into the text; `before` is what stands before them in their clause.

    `relative` tells that they stand in a clause about a noun, `pronoun` which one is their subject, lower case.
    """

    family: str
    start: int
    end: int
    before: str
    pronoun: str
    relative: bool


NO_CUE = Cue("", 0, 0, "", "", relative=False)


def cues_in(text: str, start: int, end: int) -> list[Cue]:
    """What makes the clause look ahead, the likeliest first: those of a relative clause last; often nothing."""
    clause = text[start:end]
    if clause.rstrip("\"”»’')* ").endswith("?") or (" that " in clause and UNTRUE.search(clause)):
        return []
    found = sorted(_cues(text, start, end), key=_rank)
    return [] if found and (SMALL_TALK.search(clause) or BOILERPLATE.search(clause)) else found


def _rank(cue: Cue) -> tuple[bool, bool, int, int]:
    """Firm words before hedged ones, and those before goals and duties; then by place."""
    if cue.family == "delay":
        return cue.relative, False, -1, cue.start
    return cue.relative, cue.family in LOOSE, LOOSE.index(cue.family) if cue.family in LOOSE else 0, cue.start


def _cues(text: str, start: int, end: int) -> Iterator[Cue]:
    low = text[start:end].lower()
    for match in ANY_CUE.finditer(low if len(low) == end - start else text[start:end]):
        first, last = start + match.start(), start + match.end()
        family = match.lastgroup or ""
        before = text[max(start, first - REACH) : first]
        if (
            not _is_cue(text, family, (first, last), (start, end))
            or FAILED.search(before)
            or _is_asked(before)
        ):
            continue
        pronoun = PRONOUN.search(before)
        subject = pronoun.group(1).lower() if pronoun else ""
        yield Cue(family, first, last, before, subject, _is_relative(before))


def _is_cue(text: str, family: str, cue: Span, clause: Span) -> bool:
    """Whether words that may be a name, a noun or a share of something look ahead here."""
    before = text[clause[0] : cue[0]]
    if NAMED.match(text, *cue):
        return False
    if family == "odds":
        return _is_listed(text, cue)
    if family in EXPECTING and (ONCE.search(before) or UNSURE_OF.match(text, *cue)):
        return False
    if family == "expects":
        return _is_verb(text, cue, before)
    return family != "infinitive" or _is_headline(text, *clause, before)


def _is_listed(text: str, cue: Span) -> bool:
    """Whether the share stands at the end of its line, or as the first thing in it, as in a list of predictions."""
    line = text.rfind("\n", 0, cue[0]) + 1
    ends = AT_THE_END.match(text, cue[1]) is not None or text.startswith((" by ", " before "), cue[1])
    return ends or text[line : cue[0]].strip(" \t-*•.~") == ""


def _is_verb(text: str, cue: Span, before: str) -> bool:
    """Whether what may be a noun or an adjective is a verb here: `the bank forecasts a fall`, not `the forecasts`."""
    if text[slice(*cue)].lower() not in UNSURE:
        return True
    if PRONOUN.search(before):
        return True
    return (
        bool(before.strip())
        and not NO_VERB_BEFORE.search(before)
        and VERB_AFTER.match(text, cue[1]) is not None
    )


def _is_headline(text: str, start: int, end: int, before: str) -> bool:
    """Whether the clause is a line with no full stop, and has no verb before its infinitive."""
    line = text.rfind("\n", 0, start) + 1
    stops = text.find("\n", end)
    rest = text[end : stops if stops >= 0 else len(text)]
    return (
        LINE_START.fullmatch(text, line, start) is not None
        and "." not in rest
        and not VERB.search(before[1:])
    )


def _is_asked(before: str) -> bool:
    """Whether the words stand in an indirect question: `asked when it would open`."""
    if WHAT.search(before):
        return True
    match = ASKED.search(before)
    return match is not None and not re.match(r"when\b", match.group(), re.IGNORECASE) and match.start() > 0


def _is_relative(before: str) -> bool:
    """Whether the verb belongs to a relative clause: `laws that would hurt`, but not `I think that will help`."""
    match = RELATIVE.search(before)
    if not match:
        return False
    word = (match.group("before") or "").lower()
    return bool(word) and not (before.endswith("that ") and word in THINKS)
