"""Who said what in one sentence: the turns of phrase of English news, each rule with its example."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.articles.clauses import (
    CONTENT_STARTS,
    clause_end,
    is_long,
    skip_adverbs,
    skip_aside,
    starts_clause,
)
from claimtrack.articles.found import Found
from claimtrack.articles.noun_phrases import (
    Range,
    clause_subject,
    phrase_ending,
    phrase_starting,
    skip_to_subject,
)
from claimtrack.articles.sentences import QUOTED, SPEECH, Sentence, Token
from claimtrack.articles.speech_verbs import (
    ADDRESSED,
    AIMS,
    ALSO_NOUNS,
    CLAUSE,
    INFINITIVE,
    NEEDS_THAT,
    NOUN,
    QUOTING,
    SPEECH_NOUNS,
    URGED,
    VERBS,
    Verb,
)
from claimtrack.articles.word_classes import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    ENDS,
    HAVE,
    MODALS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_capital,
    is_word,
)
from claimtrack.articles.word_sets import word_set

BY = word_set("by after before in while whilst without of for when")
SPEAKING = CLAUSE | QUOTING
EDGE = word_set(", . ! ? … ; : - – —")


class Cue(NamedTuple):
    """A verb of speech at token `at` of a sentence, and the tokens that name its subject."""

    at: int
    verb: Verb
    subject: Range | None
    inverted: bool


class Context(NamedTuple):
    """One sentence being read: how far it has been taken as said, and the subject found last."""

    text: str
    tokens: list[Token]
    floor: int
    subject: Range | None


def read_sentence(text: str, sentence: Sentence) -> list[Found]:
    """Everything that the sentence says somebody said, in order."""
    tokens = sentence.tokens
    found: list[Found] = []
    here = Context(text, tokens, 0, None)
    for i, token in enumerate(tokens):
        if i < here.floor:
            continue
        result = None
        if token.low == "according" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
            result = _according_to(here, i)
        elif token.low in VERBS and (i == 0 or not is_capital(token)):
            result = _verb(here, i, VERBS[token.low])
        if result is None and (token.low in SPEECH_NOUNS or token.low in AIMS):
            result = _speech_noun(here, i)
        if result:
            item, floor, subject = result
            found.append(item)
            here = Context(text, tokens, max(floor, i + 1), subject or here.subject)
    return found


Result = tuple[Found, int, Range | None]


def _span(tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """Character offsets of tokens `first` to `last`, without punctuation at the edges; null where nothing is left."""
    while first < last and tokens[first].text in EDGE:
        first += 1
    while last > first and tokens[last - 1].text in EDGE:
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if first < last else None


def _make(
    here: Context, spans: list[tuple[int, int] | None], source: Range | None, at: int, frame: str
) -> Found | None:
    kept = tuple(span for span in spans if span)
    if not kept:
        return None
    tokens = here.tokens
    named = (tokens[source[0]].start, tokens[source[1] - 1].end) if source else None
    low = tokens[at].low
    lemma = VERBS[low].lemma if low in VERBS else low
    return Found(kept, named, lemma, (tokens[at].start, tokens[at].end), frame)


def _according_to(here: Context, i: int) -> Result | None:
    """`The road will close, according to Lind.` / `According to Lind, the road will close.`."""
    tokens = here.tokens
    source = phrase_starting(tokens, i + 2)
    if source is None:
        return None
    first = clause_first(here, i)
    floor = source[1]
    parted = _goes_on(tokens, floor) and not any(token.low in AUXILIARIES for token in tokens[first:i])
    if i - first >= 3 or parted:
        spans = [_span(tokens, first, i)]
        if parted:
            floor = clause_end(tokens, source[1])
            spans.append(_span(tokens, source[1], floor))
        found = _make(here, spans, source, i, "according")
        return (found, floor, None) if found else None
    begin = source[1]
    while begin < len(tokens) and tokens[begin].text != "," and begin - source[1] < 20:
        begin += 1
    end = clause_end(tokens, begin)
    found = _make(here, [_span(tokens, begin, end)], source, i, "according-first")
    return (found, end, None) if found else None


def _speech_noun(here: Context, i: int) -> Result | None:
    """`Lind's claim that the dam leaks` / `his promise to mend it` / `one of Lind's goals was to mend it by May`."""
    tokens = here.tokens
    begin = i + 1
    if begin < len(tokens) and tokens[begin].low in BE:
        begin += 1
    if begin + 1 >= len(tokens):
        return None
    aims = tokens[begin].low == "to" and tokens[i].low in AIMS and tokens[begin + 1].text[0].islower()
    if not aims and not (tokens[begin].low == "that" and tokens[i].low in SPEECH_NOUNS):
        return None
    owner = _owner(here, i)
    end = clause_end(tokens, begin)
    found = _make(here, [_span(tokens, begin, end)], owner, i, "aim" if aims else "noun-that")
    return (found, i + 1, None) if found and owner else None


def _owner(here: Context, i: int) -> Range | None:
    """Whose claim or goal it is: the possessive up to two words before."""
    tokens = here.tokens
    for j in range(i - 1, max(here.floor, i - 4) - 1, -1):
        low = tokens[j].low
        if low in ("his", "her", "its", "their"):
            return j, j + 1
        if low.endswith(("'s", "s'")):
            return phrase_ending(tokens, j, here.floor)
        if not tokens[j].text[0].isalpha() or low in DETERMINERS:
            return None
    return None


def clause_first(here: Context, i: int) -> int:
    """Where the stretch before token `i` begins: after what was read before, a semicolon or a linking word."""
    first = here.floor
    tokens = here.tokens
    while first < i and (tokens[first].text in EDGE or tokens[first].low in ("and", "but")):
        first += 1
    return first


def _verb(here: Context, i: int, verb: Verb) -> Result | None:
    cue = find_cue(here, i, verb)
    if cue is None:
        return None
    return _before(here, cue) or _after(here, cue)


def find_cue(here: Context, i: int, verb: Verb) -> Cue | None:
    """The verb with its subject; null where the word is a noun, passive, or has no subject to be found."""
    tokens = here.tokens
    before = skip_to_subject(tokens, i)
    helpers = {token.low for token in tokens[before + 1 : i]}
    if verb.form in ("past", "participle") and helpers & BE and not helpers & {"being"}:
        return None
    if verb.form in ("third", "base") and verb.lemma in ALSO_NOUNS and _is_noun(tokens, i):
        return None
    if (
        verb.lemma in ALSO_NOUNS
        and verb.form in ("third", "base")
        and before >= 0
        and tokens[before].low.endswith("ing")
    ):
        return None
    if verb.form == "ing":
        return _ing(here, i, verb, before, helpers)
    if verb.form == "base" and not helpers & (MODALS | DO):
        return _base(here, i, verb, before)
    if (
        before < here.floor
        or tokens[before].text in (",", QUOTED, "-", "–", "—", ")")
        or tokens[before].text in ENDS
    ):
        return _after_break(here, i, verb, before)
    if tokens[before].low in CONJUNCTIONS or tokens[before].low == "then":
        subject = here.subject or clause_subject(tokens, 0, before)
        return Cue(i, verb, subject, inverted=False) if verb.form != "third" or subject else None
    if verb.form == "participle" and not helpers & HAVE and verb.lemma not in CLAUSE | QUOTING:
        return None
    if before == i - 1 and _before_noun(tokens[before]):
        return None
    subject = phrase_ending(tokens, before, here.floor)
    if (
        subject
        and verb.lemma == "call"
        and verb.form == "past"
        and tokens[subject[0]].low in ("a", "an", "one")
    ):
        return None
    return Cue(i, verb, subject, inverted=False) if subject else None


def _is_noun(tokens: list[Token], i: int) -> bool:
    """Whether the word at `i` stands where a noun does: `interesting claims were`, `took questions`."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after and (after.low in AUXILIARIES or (after.low.endswith("ed") and after.text.islower())):
        return True
    if before is None or is_capital(before) or before.low in PRONOUNS:
        return False
    return (
        before.low.endswith(("ing", "ous", "ive", "able", "ible", "ic", "ed", "ary"))
        or before.low
        in ("took", "made", "make", "take", "new", "current", "own", "many", "past", "own", "such", "tax")
        or before.low in DETERMINERS
    )


def _before_noun(token: Token) -> bool:
    low = token.low
    return low in DETERMINERS or low in POSSESSIVES or low in PREPOSITIONS or low.endswith(("'s", "s'"))


def _ing(here: Context, i: int, verb: Verb, before: int, helpers: set[str]) -> Cue | None:
    """`…, saying it was late`; `a letter saying it was late`; `she is saying it is late`."""
    tokens = here.tokens
    if before < 0:
        return _opening_ing(tokens, i, verb)
    token = tokens[before]
    if helpers & BE:
        subject = phrase_ending(tokens, before, here.floor)
    elif token.text in (",", QUOTED, "-", "–", "—") or token.low in BY or token.low in CONJUNCTIONS:
        subject = here.subject or clause_subject(tokens, 0, before)
    elif is_adverb(token) or token.low in DETERMINERS or token.low in PREPOSITIONS:
        return None
    else:
        subject = phrase_ending(tokens, before, here.floor)
    return Cue(i, verb, subject, inverted=False) if subject else None


def _opening_ing(tokens: list[Token], i: int, verb: Verb) -> Cue | None:
    """`Noting that the dam leaks, Lind said …`: the subject stands after the clause that opens the sentence."""
    end = _main_clause(tokens, i)
    subject = clause_subject(tokens, end, len(tokens)) if end < len(tokens) else None
    return Cue(i, verb, subject, inverted=False) if subject else None


def _main_clause(tokens: list[Token], i: int) -> int:
    """Where the main clause begins after an opening `Noting …,`: before the next verb of speech, else after a comma."""
    for j in range(i + 2, len(tokens)):
        verb = VERBS.get(tokens[j].low)
        if verb and verb.form in ("past", "third") and verb.lemma in SPEAKING:
            last = skip_to_subject(tokens, j)
            subject = phrase_ending(tokens, last, i) if last > i else None
            if subject and tokens[subject[0] - 1].text == ",":
                return subject[0]
    for j in range(i + 1, min(i + 40, len(tokens))):
        if tokens[j].text == ",":
            return j + 1
    return len(tokens)


def _base(here: Context, i: int, verb: Verb, before: int) -> Cue | None:
    """`critics say`, `they want`, `went on to say`: a plural, a pronoun, or `to` before the bare verb."""
    tokens = here.tokens
    if before < here.floor:
        return None
    low = tokens[before].low
    if low == "to":
        if verb.lemma not in CLAUSE:
            return None
        subject = here.subject or clause_subject(tokens, 0, before)
        return Cue(i, verb, subject, inverted=False) if subject else None
    plural = low in (
        "they",
        "we",
        "i",
        "you",
        "who",
        "that",
        "which",
        "many",
        "some",
        "most",
        "others",
        "people",
        "police",
    )
    if not plural and not (is_word(tokens[before]) and low.endswith("s") and not low.endswith(("'s", "ss"))):
        return None
    subject = phrase_ending(tokens, before, here.floor)
    return Cue(i, verb, subject, inverted=False) if subject else None


def _after_break(here: Context, i: int, verb: Verb, before: int) -> Cue | None:
    """The verb follows a comma or quotation: `"…," said Lind` or `Lind, the mayor of Arlen, said`."""
    tokens = here.tokens
    if verb.form != "base" and (before < 0 or tokens[before].text in (QUOTED, ",", "-", "–", "—", ")")):
        subject = _inverted_subject(here, i)
        if subject:
            return Cue(i, verb, subject, inverted=True)
    if before < 0 or tokens[before].text in ENDS:
        return None
    floor = here.floor
    for j in range(before - 1, floor - 1, -1):
        if tokens[j].text == QUOTED and tokens[j].low == SPEECH and is_long(tokens[j]):
            floor = j + 1
            break
    subject = clause_subject(tokens, floor, before) or here.subject
    if subject is None and floor > here.floor:
        subject = clause_subject(tokens, here.floor, floor - 1)
    return Cue(i, verb, subject, inverted=False) if subject else None


def _inverted_subject(here: Context, i: int) -> Range | None:
    """The subject after the verb in `"…," said Lind, the mayor` or `reports The Star:`."""
    tokens = here.tokens
    first = skip_adverbs(tokens, i + 1)
    if first >= len(tokens) or first > i + 2:
        return None
    low = tokens[first].low
    if low in OBJECT_PRONOUNS and low not in ("it", "you"):
        return None
    subject = phrase_starting(tokens, first)
    if subject is None:
        return None
    after = tokens[subject[1]] if subject[1] < len(tokens) else None
    started = i == 0 or tokens[i - 1].text == QUOTED
    if (
        after is None
        or after.text in EDGE
        or after.text in (QUOTED, "(")
        or after.low in ("who", "of", "in", "at", "as")
    ):
        return subject
    return subject if started and is_capital(tokens[first]) else None


def _before(here: Context, cue: Cue) -> Result | None:
    """What was said stands before: `"It is late," Lind said.` / `The road will close, Lind said on Monday.`."""
    tokens = here.tokens
    edge = cue.at if cue.inverted else (cue.subject[0] if cue.subject else cue.at)
    if cue.verb.form == "ing" or edge <= here.floor or (cue.subject and cue.subject[0] < here.floor):
        return None
    last = edge - 1
    after = cue.subject[1] if cue.inverted and cue.subject else cue.at + 1
    quote = tokens[last] if tokens[last].text == QUOTED else None
    if quote is None and tokens[last].text == "," and last > here.floor and tokens[last - 1].text == QUOTED:
        quote = tokens[last - 1]
    if quote and (tokens[last].text == "," or quote.low == SPEECH):
        return _quote_before(here, cue, last, after)
    if tokens[last].text not in (",", "-", "–", "—") or cue.verb.lemma not in CLAUSE:
        return None
    first = clause_first(here, last)
    rest = skip_aside(tokens, skip_adverbs(tokens, after))
    if _goes_on(tokens, rest) and last - first >= 2:
        end = clause_end(tokens, rest)
        found = _make(
            here, [_span(tokens, first, last), _span(tokens, rest, end)], cue.subject, cue.at, "around"
        )
        return (found, end, cue.subject) if found else None
    ends = rest >= len(tokens) or tokens[rest].text in EDGE
    if not ends and not cue.inverted:
        return None
    if ends and rest + 1 < len(tokens) and tokens[rest + 1].text == QUOTED:
        return None
    if last - first < 3 or not (starts_clause(tokens, first, last)):
        return None
    found = _make(here, [_span(tokens, first, last)], cue.subject, cue.at, "before")
    return (found, after, cue.subject) if found else None


def _goes_on(tokens: list[Token], rest: int) -> bool:
    """Whether the clause goes on after `, she said,`: `The fee, it says, would be $300.`."""
    if rest + 1 >= len(tokens) or tokens[rest].text not in (",", "-", "–", "—"):
        return False
    return tokens[rest + 1].low in AUXILIARIES


def _quote_before(here: Context, cue: Cue, last: int, after: int) -> Result | None:
    """`"It is late," Lind said, "and dark."`: the quotation with its second half; or a clause that ends in quotation."""
    tokens = here.tokens
    if cue.verb.lemma not in CLAUSE | QUOTING | ADDRESSED | {"accuse"}:
        return None
    first = last if tokens[last].text == QUOTED else last - 1
    begin = clause_first(here, first)
    lead = first - begin
    quoted = tokens[first]
    spans: list[tuple[int, int] | None]
    if lead and tokens[first - 1].text not in (":", ".", "!", "?"):
        spans = [_span(tokens, begin, first + 1)]
    else:
        spans = [(quoted.start, quoted.end)]
    rest = skip_aside(tokens, skip_adverbs(tokens, _past_addressee(tokens, cue, after)))
    floor = after
    if (
        rest + 1 < len(tokens)
        and tokens[rest].text in (",", ":", "-", "–", "—")
        and tokens[rest + 1].text == QUOTED
    ):
        spans.append((tokens[rest + 1].start, tokens[rest + 1].end))
        floor = rest + 2
    found = _make(here, spans, cue.subject, cue.at, "quote-before")
    return (found, floor, cue.subject) if found else None


def _past_addressee(tokens: list[Token], cue: Cue, after: int) -> int:
    if cue.verb.lemma in ADDRESSED and not cue.inverted:
        addressee = phrase_starting(tokens, after)
        if addressee:
            return addressee[1]
    return after


def _after(here: Context, cue: Cue) -> Result | None:
    """What was said stands after: `Lind told the council on Monday that the road would close.`."""
    tokens = here.tokens
    lemma = cue.verb.lemma
    begin = cue.subject[1] if cue.inverted and cue.subject else cue.at + 1
    start = skip_adverbs(tokens, begin)
    addressed = False
    if (
        lemma in ADDRESSED
        and not cue.inverted
        and start < len(tokens)
        and tokens[start].low not in CONTENT_STARTS
    ):
        addressee = _addressee(tokens, start)
        if addressee is not None:
            addressed = True
            start = skip_adverbs(tokens, addressee)
    aside = skip_adverbs(tokens, skip_aside(tokens, start))
    for place in (start, aside):
        result = _content(here, cue, place, addressed=addressed or lemma not in ADDRESSED)
        if result:
            return result
    return None


def _addressee(tokens: list[Token], start: int) -> int | None:
    if tokens[start].low in OBJECT_PRONOUNS:
        return start + 1
    addressee = phrase_starting(tokens, start)
    return addressee[1] if addressee else None


def _content(here: Context, cue: Cue, i: int, *, addressed: bool) -> Result | None:
    """What is said from token `i` on, by what kind of words stands there."""
    tokens = here.tokens
    lemma = cue.verb.lemma
    if i >= len(tokens):
        return None
    quote = i + 1 if tokens[i].text in (",", ":", "-", "–", "—") and i + 1 < len(tokens) else i
    speaks = lemma in CLAUSE or lemma in QUOTING or lemma in ADDRESSED
    if quote < len(tokens) and tokens[quote].text == QUOTED and speaks:
        return _quoted(here, cue, quote, led=quote > i)
    if lemma in CLAUSE | ADDRESSED:
        if tokens[i].low in CONTENT_STARTS:
            return _clause(here, cue, i, "that" if tokens[i].low == "that" else "wh")
        if tokens[i].text == ":" and i + 1 < len(tokens):
            return _clause(here, cue, i + 1, "colon")
        doubtful = lemma in ALSO_NOUNS and cue.verb.form in ("third", "base")
        loose = lemma not in NEEDS_THAT or lemma in ADDRESSED or (not doubtful and _has_modal(tokens, i))
        if addressed and loose and starts_clause(tokens, i, len(tokens)):
            return _clause(here, cue, i, "bare")
    if (
        tokens[i].low == "to"
        and i + 1 < len(tokens)
        and lemma in INFINITIVE
        and tokens[i + 1].text[0].islower()
    ):
        return _clause(here, cue, i, "to")
    if lemma in URGED:
        begin = _urged(tokens, cue.at + 1)
        if begin is not None:
            return _clause(here, cue, begin, "urged")
    if lemma in NOUN and i == skip_adverbs(tokens, cue.at + 1) and _starts_noun(tokens[i]):
        return _clause(here, cue, i, "noun")
    return None


def _has_modal(tokens: list[Token], i: int) -> bool:
    """Whether a clause with `would` or the like starts at `i`: `one study found the dam would leak`."""
    return any(token.low in MODALS for token in tokens[i + 1 : i + 9])


def _starts_noun(token: Token) -> bool:
    low = token.low
    return (
        low in DETERMINERS
        or low in OBJECT_PRONOUNS
        or (token.text[0].isalnum() and low not in PREPOSITIONS)
        or token.text == QUOTED
    )


def _urged(tokens: list[Token], i: int) -> int | None:
    """Where `to …` begins in `urged the council to rebuild`; null where no such words follow."""
    for j in range(i + 1, min(i + 15, len(tokens) - 1)):
        if tokens[j].low == "to" and tokens[j + 1].text[0].islower() and tokens[j + 1].low not in DETERMINERS:
            return j
        if tokens[j].text in EDGE or tokens[j].low == "that":
            return None
    return None


def _clause(here: Context, cue: Cue, begin: int, frame: str) -> Result | None:
    end = clause_end(here.tokens, begin)
    if cue.verb.form == "ing" and cue.at == 0:
        end = min(end, _main_clause(here.tokens, 0))
    found = _make(here, [_span(here.tokens, begin, end)], cue.subject, cue.at, frame)
    return (found, end, cue.subject) if found else None


def _quoted(here: Context, cue: Cue, at: int, *, led: bool) -> Result | None:
    """`Lind said, "It is late."`; a short one in mid-clause is part of a clause: `said "nobody" would come`."""
    tokens = here.tokens
    token = tokens[at]
    follows = at + 1 < len(tokens) and tokens[at + 1].text not in EDGE
    if follows and not led and token.low != SPEECH:
        return _clause(here, cue, at, "bare")
    found = _make(here, [(token.start, token.end)], cue.subject, cue.at, "quote-after")
    return (found, at + 1, cue.subject) if found else None
