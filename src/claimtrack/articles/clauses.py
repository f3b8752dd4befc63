"""Where what was said begins and ends in a sentence that says who said it."""

from __future__ import annotations

import re

from claimtrack.articles.noun_phrases import phrase_ending, skip_to_subject
from claimtrack.articles.sentences import QUOTED, Token
from claimtrack.articles.speech_verbs import CLAUSE, NOUN, QUOTING, VERBS
from claimtrack.articles.word_classes import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    ENDS,
    IRREGULAR_PASTS,
    MONTHS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    is_adverb,
    is_capital,
)
from claimtrack.articles.word_sets import word_set

# "In a letter", "on Monday", "at a rally in Arlen", "to reporters", "last week": where and when it was said.
ASIDE = word_set(
    "in on at during to via after before from by with for of through when while as about last earlier this late"
)
CONTENT_STARTS = word_set("that if whether how why what who where when")
COMMA_QUOTE = re.compile(r"[,?!—–-]\W*$")
# `said it was late and added that …`: the second verb has the first one's subject.
COORDINATED = word_set("add say note argue warn call insist claim state suggest predict tell vow promise")
SUBJECTS = word_set(
    "he she they we i it you there this that these those nobody everyone everybody nothing people no none"
)


def is_long(token: Token) -> bool:
    """Whether a quotation holds more than a word or two."""
    return token.end - token.start > 25


def skip_adverbs(tokens: list[Token], i: int) -> int:
    """The index of the first token from `i` on that is no adverb, weekday or `on Monday`."""
    end = len(tokens)
    while i < end:
        low = tokens[i].low
        if low in WEEKDAYS or (
            is_adverb(tokens[i]) and low not in ("there", "only", "now", "ever", "both", "here")
        ):
            i += 1
        elif (
            low in ("on", "last", "this", "late", "early") and i + 1 < end and tokens[i + 1].low in WEEKDAYS
        ) or (
            low in ("this", "last")
            and i + 1 < end
            and tokens[i + 1].low in ("week", "month", "year", "morning", "fall")
        ):
            i += 2
        elif low == "on" and i + 2 < end and tokens[i + 1].low in MONTHS and tokens[i + 2].text[0].isdigit():
            i += 3
        else:
            return i
    return i


def skip_aside(tokens: list[Token], i: int) -> int:
    """The index after `in a letter`, `to reporters in Arlen` and the like; `i` where none stands there."""
    end = len(tokens)
    if i < end and tokens[i].low in ASIDE:
        j = i + 1
        while j < end and j - i < 30 and not _closes_aside(tokens, j):
            j += 1
        return j
    return i


def _closes_aside(tokens: list[Token], j: int) -> bool:
    token = tokens[j]
    return (
        token.text in (",", QUOTED)
        or token.text in ENDS
        or (token.low == "that" and tokens[j - 1].low not in PREPOSITIONS)
    )


def starts_clause(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a clause of its own starts at `i`: `the council will meet`, not `the plan`."""
    if i >= end or end - i < 2:
        return False
    token = tokens[i]
    if token.low in SUBJECTS:
        return True
    if not (token.text[0].isalnum() or token.text == QUOTED or token.text[0] in "$€£"):
        return False
    if token.low in ("as", "when", "while", "since", "because", "until"):
        return False
    if token.low in PREPOSITIONS or token.low in ("than", "so", "and", "or", "but", "not"):
        return token.low in (
            "in",
            "for",
            "by",
            "after",
            "with",
            "under",
            "if",
            "at",
            "on",
            "despite",
            "during",
        ) and any(t.low in AUXILIARIES for t in tokens[i : min(end, i + 14)])
    return has_verb(tokens, i + 1, min(end, i + 22))


def has_verb(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a finite verb seems to stand between two tokens."""
    for j in range(i, end):
        token = tokens[j]
        low = token.low
        if low in AUXILIARIES:
            return True
        if (
            token.text[0].islower()
            and tokens[j - 1].low not in DETERMINERS
            and tokens[j - 1].low not in PREPOSITIONS
        ):
            if low.endswith("ed") and len(low) > 3:
                return True
            if low in IRREGULAR_PASTS or low in VERBS:
                return True
            if (
                low.endswith("s")
                and len(low) > 3
                and tokens[j - 1].low not in AUXILIARIES
                and _acts(tokens, j, end)
            ):
                return True
    return False


def _acts(tokens: list[Token], j: int, end: int) -> bool:
    """Whether the word in -s at `j` is likelier a verb than a plural: `the plan costs the city millions`."""
    after = tokens[j + 1].low if j + 1 < end else ""
    return after in DETERMINERS or after in OBJECT_PRONOUNS or after in ("to", "from") or after in ADVERBS


def clause_end(tokens: list[Token], begin: int) -> int:
    """The index after the last token of what is said from `begin` on: the sentence's end or the next who-said-what."""
    end = len(tokens)
    for j in range(begin + 1, end):
        low = tokens[j].low
        if low == "according" and tokens[j - 1].text == "," and j + 1 < end and tokens[j + 1].low == "to":
            return j - 1
        if low == ";":
            return j
        verb = VERBS.get(low)
        if verb is None or not (verb.lemma in CLAUSE or verb.lemma in QUOTING or verb.lemma in NOUN):
            continue
        cut = _cut_before(tokens, j, begin, verb.form, verb.lemma)
        if cut is not None:
            return cut
    return end


def _cut_before(tokens: list[Token], j: int, begin: int, form: str, lemma: str) -> int | None:
    """Where a coordinated or trailing verb of speech at `j` begins its own clause; null where it belongs to what is said."""
    if form == "ing":
        i = j - 1
        while i > begin and is_adverb(tokens[i]):
            i -= 1
        return i if tokens[i].text == "," and lemma in CLAUSE | {"tell", "call", "accuse", "urge"} else None
    if lemma not in CLAUSE:
        return None
    i = skip_to_subject(tokens, j)
    if i <= begin:
        return None
    if tokens[i].low in ("and", "but"):
        return _with_comma(tokens, i) if lemma in COORDINATED else None
    if form == "base":
        return None
    subject = phrase_ending(tokens, i, begin)
    if subject is None:
        return None
    i = subject[0] - 1
    if (
        i > begin + 1
        and tokens[i].low in ("and", "but", "while", "though", "although")
        and tokens[i - 1].text == ","
    ):
        return i - 1
    return None


def _with_comma(tokens: list[Token], i: int) -> int:
    return i - 1 if tokens[i - 1].text == "," else i


def is_subject_pronoun(token: Token) -> bool:
    """Whether it can only be a subject, or a name written as one."""
    return token.low in PRONOUNS or is_capital(token)
