"""Where what was said begins, after who is told and when, and where it ends, in a sentence that says who said it."""

from __future__ import annotations

from claimtrack.articles.english import (
    LONGEST_PHRASE,
    QUOTED,
    SPEECH,
    Token,
    is_adverb,
    is_capital,
    phrase_ending,
    phrase_starting,
    skip_to_subject,
    word_set,
)
from claimtrack.articles.english.speech_verbs import ADDRESSED, CLAUSE, VERBS, Verb
from claimtrack.articles.english.word_classes import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    ENDS,
    IRREGULAR_PASTS,
    MONTHS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    WEEKDAYS,
)
from claimtrack.articles.sentence_ends import STOPS

# "In a letter", "on Monday", "at a rally in Arlen", "to reporters", "last week": where and when it was said.
ASIDE = word_set(
    "in on at during to via after before from by with for of through when while as about last earlier this late"
)
# `Lind promised a bridge, Vale said.`
TAGS = word_set(
    """said says added noted wrote reported claimed recalled told tells insisted confirmed announced explained argued
    warned assured stated"""
)
CONTENT_STARTS = word_set("that if whether how why what who where when")
# `said it was late and added that …`: the second verb has the first one's subject.
COORDINATED = word_set("add say note argue warn call insist claim state suggest predict tell vow promise")
TRAILING = CLAUSE | {"tell", "call", "accuse", "urge"}
LINKING = ("and", "but", "while", "though", "although")
SUBJECTS = word_set(
    "he she they we i it you there this that these those nobody everyone everybody nothing people no none"
)
# `said in Arlen the road would close`: a clause may begin with these if a verb follows; not with `as` and the like.
OPENERS = word_set("in for by after with under if at on despite during")
NO_OPENERS = PREPOSITIONS | word_set("than so and or but not as when while since because until")
NO_ADVERBS = word_set("there only now ever both here")
PERIODS = word_set("week month year morning fall")
LONG_QUOTE = 25
ASIDE_REACH = 30
OPENER_REACH = 14
VERB_REACH = 22
# No sentence of prose says one thing in more words; it bounds the time on what is no prose.
CLAUSE_REACH = 150
SHORT_WORD = 3
# `The road will close, Lind told reporters.`: what may tell it after the clause. `asked` and `showed` take it as well.
TELLING_LAST = ADDRESSED - {"ask", "show"}
# `told reporters | the road would close`: a new phrase begins, unless `all` or a preposition stands before.
NEW_PHRASE = word_set("the a an this these those his her its their our my your some any every no")
BEFORE_DETERMINERS = PREPOSITIONS | word_set("and all both")
# `told a joke`, `told the truth`: nobody is told.
TOLD_THINGS = word_set("story stories tale tales joke jokes truth lie lies anecdote anecdotes secret secrets")
# `told the council about it`, `told the council to hurry`: what is told follows.
MATTER = word_set("about of to")


def is_long(token: Token) -> bool:
    """Whether a quotation holds more than a word or two."""
    return token.end - token.start > LONG_QUOTE


def skip_adverbs(tokens: list[Token], i: int) -> int:
    """The index of the first token from `i` on that is no adverb, weekday or `on Monday`."""
    while i < len(tokens):
        step = _adverb_length(tokens, i)
        if step == 0:
            return i
        i += step
    return i


def _adverb_length(tokens: list[Token], i: int) -> int:
    """How many tokens from `i` on say when: `Monday`, `on Monday`, `last week`, `on 7 May`; one for an adverb."""
    low = tokens[i].low
    if low in WEEKDAYS or (is_adverb(tokens[i]) and low not in NO_ADVERBS):
        return 1
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if low in ("on", "last", "this", "late", "early") and after in WEEKDAYS:
        return 2
    if low in ("this", "last") and after in PERIODS:
        return 2
    third = tokens[i + 2] if low == "on" and i + 2 < len(tokens) else None
    month_first = third and after in MONTHS and third.text[0].isdigit()
    day_first = third and after[:1].isdigit() and third.low in MONTHS
    return 3 if month_first or day_first else 0


def skip_aside(tokens: list[Token], i: int) -> int:
    """The index after `in a letter`, `to reporters in Arlen` and the like; `i` where none stands there."""
    if i >= len(tokens) or tokens[i].low not in ASIDE:
        return i
    j = i + 1
    while j < len(tokens) and j - i < ASIDE_REACH and not _closes_aside(tokens, j):
        j += 1
    return j


def _closes_aside(tokens: list[Token], j: int) -> bool:
    token = tokens[j]
    if token.text in (",", QUOTED) or token.text in ENDS:
        return True
    return token.low == "that" and tokens[j - 1].low not in PREPOSITIONS


def starts_clause(tokens: list[Token], i: int, end: int) -> bool:
    """Whether a clause of its own starts at `i`: `the council will meet`, not `the plan`."""
    if i + 1 >= end:
        return False
    token = tokens[i]
    if token.low in SUBJECTS:
        return True
    if not (token.text[0].isalnum() or token.text == QUOTED or token.text[0] in "$€£"):
        return False
    if token.low in NO_OPENERS:
        ahead = range(i, min(end, i + OPENER_REACH))
        helper = next((j for j in ahead if tokens[j].text in AUXILIARIES), None)  # `May` is a month
        return token.low in OPENERS and helper is not None and _has_subject(tokens, i, helper)
    return any(_is_finite(tokens, j, end) for j in range(i + 1, min(end, i + VERB_REACH)))


def _has_subject(tokens: list[Token], first: int, helper: int) -> bool:
    """Whether a subject stands between an opening and its verb: `in Arlen the road | will`, not `in Arlen | will`."""
    last = skip_to_subject(tokens, helper)
    found = phrase_ending(tokens, last, first) if last > first else None
    timed = tokens[last].low in PERIODS or tokens[last].low in WEEKDAYS or tokens[last].low in MONTHS
    return found is not None and (found[0] > first + 1 and not timed)


def _is_finite(tokens: list[Token], j: int, end: int) -> bool:
    """Whether a finite verb seems to stand at `j`."""
    low, before = tokens[j].low, tokens[j - 1].low
    if low in AUXILIARIES:
        return True
    if not tokens[j].text[0].islower() or before in DETERMINERS or before in PREPOSITIONS:
        return False
    if low in IRREGULAR_PASTS or low in VERBS:
        return True
    if len(low) <= SHORT_WORD:
        return False
    return low.endswith("ed") or (low.endswith("s") and before not in AUXILIARIES and _acts(tokens, j, end))


def _acts(tokens: list[Token], j: int, end: int) -> bool:
    """Whether the word in -s at `j` is likelier a verb than a plural: `the plan costs the city millions`."""
    after = tokens[j + 1].low if j + 1 < end else ""
    return after in DETERMINERS or after in OBJECT_PRONOUNS or after in ("to", "from") or after in ADVERBS


def clause_end(tokens: list[Token], begin: int) -> int:
    """The index after what is said from `begin` on: the sentence's end, or where the next who-said-what begins."""
    end = len(tokens)
    for j in range(begin + 1, min(end, begin + CLAUSE_REACH)):
        low = tokens[j].low
        if low == ";" or (low == ":" and j + 1 < end and tokens[j + 1].low == SPEECH):
            return j
        if low == "according" and tokens[j - 1].text == "," and j + 1 < end and tokens[j + 1].low == "to":
            if j - 1 > begin + 1:
                return j - 1
            continue  # `said that, according to Lind, …`
        cut = _cut_before(tokens, j, begin, VERBS[low]) if low in VERBS else None
        cut = _cut_at_tag(tokens, j, begin) if cut is None and low in TAGS else cut
        if cut is not None:
            return cut
    return min(end, begin + CLAUSE_REACH)


def _cut_before(tokens: list[Token], j: int, begin: int, verb: Verb) -> int | None:
    """Where a further verb of speech at `j` begins its clause; null where it is part of what is said."""
    if verb.form == "ing":
        i = j - 1
        while i > begin and is_adverb(tokens[i]):
            i -= 1
        return i if tokens[i].text == "," and verb.lemma in TRAILING else None
    i = skip_to_subject(tokens, j) if verb.lemma in CLAUSE else begin
    if i <= begin:
        return None
    if tokens[i].low in ("and", "but"):
        comma = tokens[i - 1].text == ","
        return i - comma if verb.lemma in COORDINATED else None
    subject = phrase_ending(tokens, i, begin) if verb.form != "base" else None
    i = subject[0] - 1 if subject else 0
    linked = i > begin + 1 and tokens[i].low in LINKING and tokens[i - 1].text == ","
    return i - 1 if linked else None


def _cut_at_tag(tokens: list[Token], j: int, begin: int) -> int | None:
    """The comma before a closing `, Lind said on Monday`; null where the verb at `j` ends no sentence."""
    i = skip_to_subject(tokens, j)
    if i <= begin + 1:
        return None
    inverted = tokens[j - 1].text == ","
    subject = phrase_starting(tokens, j + 1) if inverted else phrase_ending(tokens, i, begin)
    if subject is None or not tokens[subject[0]].text[0].isalpha():
        return None
    comma = j - 1 if inverted else subject[0] - 1
    told = None if inverted else after_listener(tokens, j + 1, VERBS[tokens[j].low].lemma)
    rest = skip_adverbs(tokens, subject[1] if inverted else told or j + 1)
    ends = rest >= len(tokens) or tokens[rest].text in STOPS
    return comma if ends and comma > begin + 1 and tokens[comma].text == "," else None


def after_addressee(tokens: list[Token], start: int) -> int | None:
    """The index after the words from `start` on that name who is told; null where none do."""
    if start >= len(tokens):
        return None
    if tokens[start].low in OBJECT_PRONOUNS:
        return start + 1
    reach = range(start + 1, min(len(tokens), start + LONGEST_PHRASE))
    ceiling = next((i for i in reach if _starts_anew(tokens, i)), len(tokens))
    phrase = phrase_starting(tokens, start, ceiling)
    return phrase[1] if phrase else None


def after_listener(tokens: list[Token], start: int, lemma: str) -> int | None:
    """The index after whom a verb told what stands before it; `start` where it need not name one.

    Null where the verb takes no listener, or tells something else: `told a joke`, `told the council to hurry`.
    """
    if lemma not in TELLING_LAST:
        return start
    end = after_addressee(tokens, start)
    if end is None:
        return None
    things = any(token.low in TOLD_THINGS for token in tokens[start:end])
    matter = end < len(tokens) and tokens[end].low in MATTER
    return None if things or matter else end


def _starts_anew(tokens: list[Token], i: int) -> bool:
    """Whether another phrase starts at `i`: `reporters | the road`, `reporters | Lind`, not `all the reporters`."""
    before = tokens[i - 1]
    if tokens[i].low in NEW_PHRASE:
        return before.low not in BEFORE_DETERMINERS
    return is_capital(tokens[i]) and before.text.islower() and before.low.endswith("s")
