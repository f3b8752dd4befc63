"""Whether a verb or noun of speech tells that its words were said: affirmed, denied, or not said at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.articles.english import Range, Token, skip_to_subject, word_set
from claimtrack.articles.english.speech_verbs import SPEAKING, VERBS
from claimtrack.articles.english.word_classes import AUXILIARIES, POSSESSIVES


class Standing(NamedTuple):
    """How words stand to who they are ascribed to.

    `polarity` is `affirmed`; `denied` where they are said to be untrue (`denied that …`); `negated` where they are said
    not to come about (`ruled out that …`, `does not expect …`). `factual` is false where nobody has said them: `never
    said that …`, `if she says that …`, `stopped short of saying that …`.
    """

    polarity: str
    factual: bool


AFFIRMED = Standing("affirmed", factual=True)
UNSAID = Standing("affirmed", factual=False)
DENIED = Standing("denied", factual=True)
NEGATED = Standing("negated", factual=True)

DENYING = word_set("deny denial dispute reject refute rebut dismiss disavow contradict")
DOUBTING = word_set("doubt question")
# `refused to open it`, `ruled out opening it`: what will not be.
REFUSING = word_set("refuse decline")
# `does not expect it to open` says that it will not; `did not say that it opens` says nothing.
# `refused to confirm that …`, but not `refused to close the road`, though `"…," he closed` may tell of speech.
ANSWERING = word_set(
    """say tell confirm deny answer comment admit acknowledge announce reveal disclose discuss explain predict speculate
    estimate state mention repeat concede name specify elaborate respond reply believe think speak rule guess detail
    identify accept endorse clarify guarantee promise pledge testify cooperate"""
)
NOT_RAISED = word_set(
    "think believe expect plan intend anticipate foresee see forecast project suppose imagine aim propose"
)
NEGATIONS = word_set("not never hardly scarcely barely rarely n't cannot neither nor")
ONLY = word_set("only just merely simply")
NOBODY = word_set("no nobody none neither nothing no-one few little hardly")
UNREAL = word_set("if unless whether lest suppose supposing wish wishes wished")
# `could say`, `might think`: nothing was said; `can say` and `must say` say it.
POSSIBLE = word_set("could might may should couldn't shouldn't")
# `will refuse to say` is itself to come.
COMING = word_set("will would 'll")
# What stands between a subject and a verb of speech where the words were kept back: `has yet to | say`.
KEPT_BACK = re.compile(
    r"(?P<to>\b(?:refus\w+|declin\w+|fail\w*|(?:ha(?:s|ve|d)|is|are) yet|unable|unwilling|reluctant|wrong|mistaken|"
    r"forgot|neglect\w*|hesitat\w*|afraid|ceas\w+|resist\w* (?:calls|pressure)|"
    r"not (?:ready|prepared|willing|able)|not have|not|never|stop\w* short) to)$|"
    r"(?P<of>\b(?:short of|away from|back from|shy of|far from|refrain\w* from|without|instead of|rather than|against|"
    r"avoid\w*|stop(?:s|ped)?|den(?:y|ies|ied)|regret\w*)(?: ever)?(?: having| publicly)?)$"
)
# `has been wrong to`, `could not resist saying`: how many words before the verb may hold it.
REACH = 5
# `It is not true that Lind said …`
UNTRUE = re.compile(r"\b(?:not true|untrue|false|a lie|a myth|wrong|incorrect|nothing|little) that$")
# `made no promise that …`, `cast doubt on claims that …`.
NO_SUCH = re.compile(
    r"(?:\b(?:no|not any|without(?: an?| any)?|never an?)(?: \w+)?|"
    r"\b(?:doubts? (?:on|over|about)|cold water on|repudiat\w+|dispel\w*|scotch\w*|debunk\w*|rubbish\w*|quash\w*|"
    r"(?:brush|wav|batt|laugh|shrugg?)\w* (?:off|aside|away)|(?:shot|shoots?|play\w*) down|"
    r"(?:\w*self|\w*selves|away|back) from|duck\w*|dodg\w*|sidestep\w*|discount\w*|ridicul\w*|mock\w*)"
    r"(?: (?:the|any|all|such|these|those|a|an))?(?: \w+)?)$"
)
# `took back her promise that …`
TAKEN_BACK = re.compile(
    r"\b(?:retract\w*|withdr[ae]w\w*|dropp\w+|abandon\w*|disown\w*|recant\w*|took back|takes back|walked back|"
    r"(?:went|goes|gone|going) back on|reneg\w+ on|backtrack\w* (?:on|from)|br(?:oke|eaks)|revok\w+|rescind\w*|"
    r"scrapp\w+)(?: \w+)?$"
)


def standing(tokens: list[Token], at: int, source: Range, frame: str, first: int) -> Standing:
    """How the words from token `first` on stand to `source`, by the verb or noun at `at`."""
    if _is_unreal(tokens, source) or (frame == "wh" and _asks(tokens, first)):
        return UNSAID
    verb = VERBS.get(tokens[at].low)
    lemma = verb.lemma if verb else tokens[at].low
    if lemma == "according":
        return AFFIRMED
    if frame in ("noun-that", "aim"):
        return _of_noun(tokens, at, source, lemma)
    before = skip_to_subject(tokens, at)
    kept = KEPT_BACK.search(_words(tokens, before + 1))
    if kept:
        governor = before - kept.group().count(" ")
        return AFFIRMED if _is_negated(tokens, skip_to_subject(tokens, governor), governor) else UNSAID
    return _of_verb(tokens, at, lemma, before, first if frame == "to" else None)


def is_kept_back(tokens: list[Token], at: int) -> bool:
    """Whether the words before token `at` say that what follows was not said: `without | saying`."""
    return KEPT_BACK.search(_words(tokens, at)) is not None


def _is_unreal(tokens: list[Token], source: Range) -> bool:
    """Whether nobody is the source, or it only might have said so: `if Lind says`, `Had Lind said`, `nobody said`."""
    start = source[0] + (tokens[source[0]].low == "that" and source[1] - source[0] > 1)
    if (tokens[start].low in NOBODY and tokens[start].low != "few") or _are_few(tokens, start):
        return True
    before = tokens[start - 1] if start else None
    if before is None:
        return False
    if before.low in UNREAL or (start > 1 and before.low == "nor"):
        return True
    if before.low in AUXILIARIES and (start == 1 or before.text.islower()):
        return tokens[0].low not in ("only", "so")  # `At no point did Lind say`, but `Only then did Lind say`
    return before.low == "that" and bool(UNTRUE.search(_words(tokens, start)))


def _are_few(tokens: list[Token], start: int) -> bool:
    """`Few experts believe`, but not `a few experts`."""
    return tokens[start].low == "few" and (start == 0 or tokens[start - 1].low != "a")


def _asks(tokens: list[Token], first: int) -> bool:
    """`asked whether it would open`; before a comma `if` is a condition: `said if it holds, it will open`."""
    if tokens[first].low == "whether":
        return True
    return tokens[first].low == "if" and not any(token.text == "," for token in tokens[first:])


def is_discredited(tokens: list[Token], at: int) -> bool:
    """Whether the noun of speech at `at` was not spoken, or nothing is left of it: `no promise`, `doubt on claims`."""
    return NO_SUCH.search(_words(tokens, at)) is not None


def _of_noun(tokens: list[Token], at: int, source: Range, lemma: str) -> Standing:
    if is_discredited(tokens, at):
        return UNSAID
    if lemma in DENYING:
        return DENIED
    own = tokens[source[0]].low in POSSESSIVES
    return UNSAID if own and TAKEN_BACK.search(_words(tokens, source[0])) else AFFIRMED


def _of_verb(tokens: list[Token], at: int, lemma: str, before: int, act: int | None) -> Standing:
    """The standing by the verb at `at`, whose subject ends at `before`, and which `to …` at `act` may follow."""
    helpers = {
        token.low for token in tokens[before + 1 : at] if not token.text.istitle()
    }  # `Theresa May said`
    negated = _is_negated(tokens, before, at)
    if lemma in DENYING:
        return UNSAID if negated else DENIED
    if lemma in DOUBTING:
        return AFFIRMED if negated else UNSAID
    refuses = lemma in REFUSING and act is not None
    if refuses or lemma == "exclude" or (lemma == "rule" and tokens[at + 1].low == "out"):
        silent = act is not None and _is_answer(tokens, act + 1) and not helpers & COMING
        return UNSAID if negated or silent or tokens[at].low.endswith("ing") else NEGATED
    if negated:
        return NEGATED if lemma in NOT_RAISED and not helpers & POSSIBLE else UNSAID
    unreal = helpers & POSSIBLE or {"would", "have"} <= helpers
    return UNSAID if unreal and lemma in SPEAKING else AFFIRMED


def _is_negated(tokens: list[Token], before: int, at: int) -> bool:
    """Whether a negation stands between the subject that ends at `before` and the verb at `at`."""
    if before >= 0 and tokens[before].low in ("neither", "nor"):
        return True
    for i in range(before + 1, at):
        low = tokens[i].low
        if low in NEGATIONS or low.endswith("n't"):
            return tokens[i + 1].low not in ONLY
        if low == "longer" and tokens[i - 1].low == "no":
            return True
    return False


def _is_answer(tokens: list[Token], i: int) -> bool:
    """Whether a verb of answering follows: `refused to | confirm that …`, `declined to | publicly say`."""
    for token in tokens[i : i + 2]:
        if token.low in ANSWERING:
            return True
        if not token.low.endswith("ly"):
            return False
    return False


def _words(tokens: list[Token], end: int) -> str:
    return " ".join(token.low for token in tokens[max(0, end - REACH) : end])
