"""Which words of a sentence are verbs of speech, and who their subject is."""

from __future__ import annotations

from claimtrack.articles.english import (
    QUOTED,
    SPEECH,
    Range,
    Token,
    clause_subject,
    is_adverb,
    is_capital,
    is_word,
    phrase_ending,
    phrase_starting,
    skip_to_subject,
    word_set,
)
from claimtrack.articles.english.speech_verbs import ADDRESSED, ALSO_NOUNS, CLAUSE, SPEAKING, VERBS, Verb
from claimtrack.articles.english.word_classes import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    ENDS,
    HAVE,
    IRREGULAR_PASTS,
    MODALS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
)
from claimtrack.articles.speech.attribution_parts import COMMAS, EDGE, Context, Cue
from claimtrack.articles.speech.clauses import is_long, skip_adverbs
from claimtrack.articles.speech.polarity import is_kept_back
from claimtrack.articles.speech.relatives import subject_past_relative

# `by saying`, `while noting`: the subject is that of the sentence.
BY = word_set("by after before in while whilst without of for when")
# `took questions`, `new claims`, `tax plans`: what stands before a noun.
BEFORE_NOUNS = word_set("took take made make new current own many past such tax")
ADJECTIVE = ("ing", "ous", "ive", "able", "ible", "ic", "ed", "ary")
# `critics say`, `many want`: what a bare verb may follow besides a noun in -s.
PLURALS = word_set("they we i you who that which many some most others people police")
FOLLOWS_INVERTED = word_set("who of in at as (")
OPENING = 40
# `kept saying`, `avoided saying`, `could not resist saying`.
GOVERNORS = word_set(
    """avoid avoids avoided stop stops stopped keep keeps kept resist resists resisted deny denies denied regret regrets
    regretted begin begins began start starts started finish finished continue continues continued"""
)
# `quoted as saying`; `she heard Lind say`.
QUOTING_FORMS = word_set("quoted quotes quoting cited cites citing")
QUOTED_REACH = 14
# `It was late, and Lind, the mayor, said`: what joins clauses, and how far back one may begin.
JOINING = word_set("and but while although though so")
CLAUSE_REACH = 25
TIMES = word_set("day days week weeks month months year years hour hours decade decades time")
TOLD = word_set("told asked urged ordered expected required supposed invited")
HEARING = word_set("hear hears heard hearing")


def find_cue(here: Context, i: int, verb: Verb) -> Cue | None:
    """The verb at token `i` with its subject; null where the word is a noun, passive, or has no subject."""
    tokens = here.tokens
    before = skip_to_subject(tokens, i)
    if verb.form == "ing" and before > here.floor and tokens[before].low in GOVERNORS:
        before = skip_to_subject(tokens, before)  # `Lind kept | saying`
    helpers = {token.low for token in tokens[before + 1 : i]}
    if _is_no_verb(tokens, i, verb, before, helpers):
        return _told_by(tokens, i, verb) if helpers & BE else None
    cue = _with_subject(here, i, verb, before, helpers)
    return None if cue and _is_time(tokens, cue.subject) else cue


def _with_subject(here: Context, i: int, verb: Verb, before: int, helpers: set[str]) -> Cue | None:
    """The verb with its subject, by its form and what stands before it."""
    tokens = here.tokens
    if verb.form == "ing":
        return _ing(here, i, verb, before, helpers)
    if verb.form == "base" and not helpers & (MODALS | DO):
        return _base(here, i, verb, before)
    if before < here.floor or tokens[before].text in COMMAS | ENDS | {QUOTED, ")"}:
        return _after_break(here, i, verb, before)
    if tokens[before].low in CONJUNCTIONS or tokens[before].low == "then":
        return _cue(i, verb, here.subject or clause_subject(tokens, 0, before))
    return _plain(here, i, verb, before, helpers)


def _cue(i: int, verb: Verb, subject: Range | None) -> Cue | None:
    return Cue(i, verb, subject) if subject else None


def _is_time(tokens: list[Token], subject: Range) -> bool:
    """Whether the subject is a stretch of time: `the coming weeks will decide whether …`."""
    return tokens[subject[1] - 1].low in TIMES


def _told_by(tokens: list[Token], i: int, verb: Verb) -> Cue | None:
    """`she was told by Lind that …`; nobody is the source where no one tells: `she was told that …`."""
    if verb.lemma not in ADDRESSED:
        return None
    by = i + 1 < len(tokens) and tokens[i + 1].low == "by"
    teller = phrase_starting(tokens, i + 2) if by else None
    return Cue(i, verb, teller, inverted=True) if teller else None


def _quoted_as(here: Context, i: int, verb: Verb) -> Cue | None:
    """`Lind was quoted by The Star as saying`, `The Star quoted Lind as saying`: it is Lind who says it."""
    tokens = here.tokens
    for j in range(i - 2, max(here.floor, i - QUOTED_REACH), -1):
        if tokens[j].low in QUOTING_FORMS:
            last = skip_to_subject(tokens, j)
            passive = any(token.low in BE for token in tokens[last + 1 : j])
            return _cue(i, verb, phrase_ending(tokens, last, here.floor) if passive else (j + 1, i - 1))
    return None


def _plain(here: Context, i: int, verb: Verb, before: int, helpers: set[str]) -> Cue | None:
    """`Lind said`: the subject stands right before."""
    tokens = here.tokens
    if verb.form == "participle" and not helpers & HAVE and verb.lemma not in SPEAKING:
        return None
    if before == i - 1 and _before_noun(tokens[before]):
        return None
    subject = subject_past_relative(tokens, before, here.floor) or phrase_ending(tokens, before, here.floor)
    if here.subject and tokens[before].low == "who" and here.subject[1] == before - 1:
        subject = here.subject  # `"…," said Lind, who added that …`
    if subject and verb == ("call", "past") and tokens[subject[0]].low in ("a", "an", "one"):
        return None  # `a beer called Old Arlen`
    return _cue(i, verb, subject)


def _is_no_verb(tokens: list[Token], i: int, verb: Verb, before: int, helpers: set[str]) -> bool:
    """Whether the word is passive (`was told`) or a noun (`interesting claims were`, `dialling back plans`)."""
    if verb.form in ("past", "participle"):
        return bool(helpers & BE) and "being" not in helpers
    if verb.form not in ("third", "base") or verb.lemma not in ALSO_NOUNS:
        return False
    if before >= 0 and tokens[before].low.endswith("ing"):
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and (_has_relative(tokens, i, verb) or after.low in AUXILIARIES or _is_past(after)):
        return True
    last = tokens[i - 1] if i else None
    if last is None or is_capital(last) or last.low in PRONOUNS:
        return False
    return last.low.endswith(ADJECTIVE) or last.low in BEFORE_NOUNS or last.low in DETERMINERS


def _has_relative(tokens: list[Token], i: int, verb: Verb) -> bool:
    """Whether a relative clause follows a noun: `island states | that had been told`."""
    that = verb.form == "third" and i + 2 < len(tokens) and tokens[i + 1].low == "that"
    return that and tokens[i + 2].low in HAVE | BE | MODALS


def _is_past(token: Token) -> bool:
    return token.low.endswith("ed") and token.text.islower()


def _before_noun(token: Token) -> bool:
    low = token.low
    return low in DETERMINERS or low in POSSESSIVES or low in PREPOSITIONS or low.endswith(("'s", "s'"))


def _ing(here: Context, i: int, verb: Verb, before: int, helpers: set[str]) -> Cue | None:
    """`…, saying it was late`; `a letter saying it was late`; `she is saying it is late`."""
    tokens = here.tokens
    if before < 0:
        begin = main_clause(tokens, i)
        return _cue(i, verb, clause_subject(tokens, begin, len(tokens)))
    token = tokens[before]
    if token.low == "as":
        return _quoted_as(here, i, verb)
    if is_kept_back(tokens, before + 1):  # `without saying`, `backed away from saying`
        after = clause_subject(tokens, main_clause(tokens, i), len(tokens)) if before == 0 else None
        return _cue(i, verb, after or here.subject or clause_subject(tokens, 0, before))
    shared = token.text in COMMAS or token.text == QUOTED or token.low in BY or token.low in CONJUNCTIONS
    if shared and not helpers & BE:
        return _cue(i, verb, here.subject or clause_subject(tokens, 0, before))
    no_subject = is_adverb(token) or token.low in DETERMINERS or token.low in PREPOSITIONS
    if token.text[0].isdigit() or (no_subject and not helpers & BE):  # `a 4-4 ruling`
        return None
    return _cue(i, verb, phrase_ending(tokens, before, here.floor))


def main_clause(tokens: list[Token], i: int) -> int:
    """Where the main clause begins after an opening `Noting that the dam leaks, Lind said …`.

    That is before the next verb of speech with a subject after a comma, else after the first comma.
    """
    for j in range(i + 2, len(tokens)):
        verb = VERBS.get(tokens[j].low)
        if verb and verb.form in ("past", "third") and verb.lemma in SPEAKING:
            last = skip_to_subject(tokens, j)
            subject = phrase_ending(tokens, last, i) if last > i else None
            if subject and tokens[subject[0] - 1].text == ",":
                return subject[0]
    commas = (j + 1 for j in range(i + 1, min(i + OPENING, len(tokens))) if tokens[j].text == ",")
    return next(commas, len(tokens))


def _base(here: Context, i: int, verb: Verb, before: int) -> Cue | None:
    """`critics say`, `they want`, `went on to say`: a plural, a pronoun, or `to` before the bare verb."""
    tokens = here.tokens
    if before < here.floor:
        return None
    low = tokens[before].low
    heard = phrase_ending(tokens, before, here.floor)
    if heard and heard[0] > here.floor and tokens[heard[0] - 1].low in HEARING:
        return _cue(i, verb, heard)
    if heard and heard[0] > here.floor and _is_inverted(tokens, heard[0] - 1):
        return _cue(i, verb, heard)
    if low == "to":
        return _after_to(here, i, verb, before)
    first = tokens[heard[0]].low if heard else ""  # `people close to her say`
    plural = is_word(tokens[before]) and low.endswith("s") and not low.endswith(("'s", "ss"))
    return _cue(i, verb, heard) if plural or low in PLURALS or first in PLURALS else None


def _after_to(here: Context, i: int, verb: Verb, before: int) -> Cue | None:
    """`went on to | say`, `Were Lind to | say`; not `had been told to | expect money`."""
    tokens = here.tokens
    if verb.lemma not in CLAUSE or (before > 1 and tokens[before - 1].low in TOLD):
        return None
    if tokens[0].low == "were" and before > 1:
        return _cue(i, verb, phrase_starting(tokens, 1, before))
    return _cue(i, verb, here.subject or clause_subject(tokens, 0, before))


def _is_inverted(tokens: list[Token], at: int) -> bool:
    """Whether the auxiliary at `at` stands before its subject: `Did Lind say`, `at no point did she promise`."""
    token = tokens[at]
    return token.low in DO | MODALS and (at == 0 or token.text.islower())


def _after_break(here: Context, i: int, verb: Verb, before: int) -> Cue | None:
    """The verb follows a comma or quotation: `"…," said Lind` or `Lind, the mayor of Arlen, said`."""
    tokens = here.tokens
    if verb.form != "base" and (before < 0 or tokens[before].text in COMMAS | {QUOTED, ")"}):
        subject = _inverted_subject(tokens, i)
        if subject:
            return Cue(i, verb, subject, inverted=True)
    if before < 0 or tokens[before].text in ENDS:
        return None
    floor = here.floor
    for j in range(before - 1, floor - 1, -1):
        if tokens[j].low == SPEECH and is_long(tokens[j]):
            floor = j + 1
            break
    begin = _last_clause(tokens, floor, before)
    subject = clause_subject(tokens, begin, before) or clause_subject(tokens, floor, before) or here.subject
    if subject is None and floor > here.floor:
        subject = clause_subject(tokens, here.floor, floor - 1)
    return _cue(i, verb, subject)


def _last_clause(tokens: list[Token], floor: int, before: int) -> int:
    """Where the clause begins that ends at `before`: `It was late, and | Lind, the mayor, said`."""
    for j in range(before - 1, max(floor, before - CLAUSE_REACH), -1):
        if tokens[j].low in JOINING and tokens[j - 1].text == ",":
            before_it = tokens[max(floor, j - CLAUSE_REACH) : j]
            whole = any(token.low in AUXILIARIES or token.low in IRREGULAR_PASTS for token in before_it)
            return j + 1 if whole and not _is_finite_after(tokens, j + 1, before) else floor
    return floor


def _is_finite_after(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a verb stands between, so that the subject is that of a verb before."""
    return any(token.low in AUXILIARIES for token in tokens[first : first + 3]) or first >= last


def _inverted_subject(tokens: list[Token], i: int) -> Range | None:
    """The subject after the verb in `"…," said Lind, the mayor` or `reports The Star:`."""
    first = skip_adverbs(tokens, i + 1)
    if first >= len(tokens) or first > i + 2:
        return None
    low = tokens[first].low
    if low in OBJECT_PRONOUNS and low not in ("it", "you"):
        return None
    subject = phrase_starting(tokens, first)
    if subject is None or subject[1] >= len(tokens):
        return subject
    after = tokens[subject[1]]
    if after.text in EDGE or after.text == QUOTED or after.low in FOLLOWS_INVERTED:
        return subject
    started = i == 0 or tokens[i - 1].text == QUOTED
    return subject if started and is_capital(tokens[first]) else None
