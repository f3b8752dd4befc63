"""What a verb of speech says was said: the words before it or after it."""

from __future__ import annotations

from claimtrack.articles.english import QUOTED, SPEECH, Token
from claimtrack.articles.english.speech_verbs import (
    ADDRESSED,
    ALSO_NOUNS,
    CLAUSE,
    INFINITIVE,
    NEEDS_THAT,
    NOUN,
    SPEAKING,
    URGED,
)
from claimtrack.articles.english.word_classes import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
)
from claimtrack.articles.speech.attribution_parts import COMMAS, EDGE, Context, Cue, Result, found_at, span
from claimtrack.articles.speech.clauses import (
    CONTENT_STARTS,
    TELLING_LAST,
    after_addressee,
    after_listener,
    clause_end,
    skip_adverbs,
    skip_aside,
    starts_clause,
)
from claimtrack.articles.speech.cues import main_clause
from claimtrack.articles.speech.relatives import antecedent, relative_end

QUOTES = SPEAKING | ADDRESSED | {"accuse"}
TELLS = CLAUSE | ADDRESSED
SHORTEST = 3
LONGEST_OPENER = 8
FIRST_PERSON = ("i", "we", "you")
MODAL_REACH = 9
URGED_REACH = 15


def said(here: Context, cue: Cue) -> Result | None:
    """What was said, before or after the verb; null where no words are."""
    return _before(here, cue) or _after(here, cue)


def first_of(here: Context, i: int) -> int:
    """Where the stretch before token `i` begins: after what was read before and a linking word."""
    first = here.floor
    while first < i and (here.tokens[first].text in EDGE or here.tokens[first].low in ("and", "but")):
        first += 1
    return first


def all_before(here: Context, last: int) -> int | None:
    """Where the sentence begins that others' words end at token `last`: `Lind promised a bridge, | Vale said`."""
    return first_of(here._replace(floor=0), last) if 0 < here.floor >= last - 1 else None


def goes_on(tokens: list[Token], rest: int) -> bool:
    """Whether a clause goes on after `, she said,`: `The fee, it says, would be $300`."""
    return rest + 1 < len(tokens) and tokens[rest].text in COMMAS and tokens[rest + 1].low in AUXILIARIES


def _result(
    here: Context, cue: Cue, spans: list[tuple[int, int] | None], frame: str, floor: int
) -> Result | None:
    found = found_at(here.tokens, cue.at, spans, cue.subject, frame)
    return Result(found, floor, antecedent(here.tokens, cue.subject)) if found else None


def _before(here: Context, cue: Cue) -> Result | None:
    """`"It is late," Lind said.` / `The road will close, Lind said on Monday.`."""
    tokens = here.tokens
    edge = cue.at if cue.inverted else cue.subject[0]
    if cue.verb.form == "ing" or edge <= here.floor or cue.subject[0] < here.floor:
        return None
    last = edge - 1
    quote = last - 1 if tokens[last].text == "," and last > here.floor else last
    if tokens[quote].text == QUOTED and (quote < last or tokens[quote].low == SPEECH):
        return _quote_before(here, cue, quote)
    if tokens[last].text in COMMAS and cue.verb.lemma in CLAUSE | TELLING_LAST:
        return _clause_before(here, cue, last)
    return None


def _clause_before(here: Context, cue: Cue, last: int) -> Result | None:
    """The clause that ends with the comma at `last`, unless what was said follows the verb."""
    tokens = here.tokens
    first = first_of(here, last)
    if here.floor and tokens[first].low == "that":  # `There is no promise | that it will open, Lind said`
        first = first_of(here._replace(floor=0), last)
    rest = _tag_end(tokens, cue)
    if rest is None or tokens[cue.at - 1].low in MODALS:
        return None
    goes = goes_on(tokens, rest) and last - first >= SHORTEST - 1
    if goes or _opens_only(tokens, first, last, rest):
        end = clause_end(tokens, rest)
        return _result(here, cue, [span(tokens, first, last), span(tokens, rest, end)], "around", end)
    ends = rest >= len(tokens) or tokens[rest].text in EDGE
    quote_follows = ends and rest + 1 < len(tokens) and tokens[rest + 1].text == QUOTED
    if (not ends and not cue.inverted) or quote_follows:
        return None
    outer = all_before(here, last) if ends and here.tokens[last].text == "," else None
    if outer is not None:
        return _result(here, cue, [span(tokens, outer, last)], "before", cue.after)
    parted = tokens[last - 1].low in ("and", "but")  # `The road is old, and, he said, it will close`
    if parted or last - first < SHORTEST or not starts_clause(tokens, first, last):
        return None
    return _result(here, cue, [span(tokens, first, last)], "before", cue.after)


def _opens_only(tokens: list[Token], first: int, last: int, rest: int) -> bool:
    """Whether only a time or condition stands before the tag: `By 1 May, she said, the road would close`."""
    opener = tokens[first].low in PREPOSITIONS or tokens[first].low in ("if", "when", "unless", "once")
    goes_on_after = rest + 1 < len(tokens) and tokens[rest].text == ","
    short = 1 < last - first <= LONGEST_OPENER and not any(
        t.low in AUXILIARIES and t.text.islower() for t in tokens[first:last]
    )
    return opener and short and goes_on_after and starts_clause(tokens, rest + 1, len(tokens))


def _tag_end(tokens: list[Token], cue: Cue) -> int | None:
    """The index after `told reporters in Arlen on Monday`; null where the verb needs a listener and has none."""
    listened = cue.after if cue.inverted else after_listener(tokens, cue.after, cue.verb.lemma)
    if listened is None and cue.verb.lemma not in CLAUSE:
        return None
    return skip_aside(tokens, skip_adverbs(tokens, listened or cue.after))


def _quote_before(here: Context, cue: Cue, at: int) -> Result | None:
    """`"It is late," Lind said, "and dark."`: the quotation with its second half, or a clause that ends in one."""
    tokens = here.tokens
    if cue.verb.lemma not in QUOTES:
        return None
    begin = first_of(here, at)
    led = begin < at and tokens[at - 1].text not in (":", ".", "!", "?")
    spans = [span(tokens, begin, at + 1) if led else (tokens[at].start, tokens[at].end)]
    after = cue.after
    if cue.verb.lemma in ADDRESSED and not cue.inverted:
        after = after_addressee(tokens, after) or after
    rest = skip_aside(tokens, skip_adverbs(tokens, after))
    floor = cue.after
    if rest + 1 < len(tokens) and tokens[rest].text in COMMAS | {":"} and tokens[rest + 1].text == QUOTED:
        spans.append((tokens[rest + 1].start, tokens[rest + 1].end))
        floor = rest + 2
    return _result(here, cue, spans, "quote-before", floor)


def _after(here: Context, cue: Cue) -> Result | None:
    """`Lind told the council on Monday that the road would close.`."""
    tokens = here.tokens
    start = skip_adverbs(tokens, cue.after)
    addressed = cue.verb.lemma not in ADDRESSED
    takes = not addressed and not cue.inverted and start < len(tokens)
    if takes and tokens[start].low not in CONTENT_STARTS:
        addressee = after_addressee(tokens, start)
        if addressee == len(tokens) or (addressee and tokens[addressee].low in AUXILIARIES):
            addressed = True  # `promised the bridge would open` tells nobody
        elif addressee is not None:
            addressed = True
            start = skip_adverbs(tokens, addressee)
    aside = skip_adverbs(tokens, skip_aside(tokens, start))
    thats = aside < len(tokens) and tokens[aside].low == "that"
    if thats and start < aside and aside + 1 < len(tokens) and tokens[aside + 1].low in MODALS:
        thats, aside = False, start  # `warned them to refrain from acts | that would worsen it`
    places = (aside, start) if thats else (start, aside)
    results = (_content(here, cue, place, addressed=addressed) for place in places)
    return next((result for result in results if result), None)


def _content(here: Context, cue: Cue, i: int, *, addressed: bool) -> Result | None:
    """What is said from token `i` on, by what kind of words stands there."""
    tokens = here.tokens
    lemma = cue.verb.lemma
    if i >= len(tokens):
        return None
    quote = i + 1 if tokens[i].text in COMMAS | {":"} and i + 1 < len(tokens) else i
    if tokens[quote].text == QUOTED and lemma in SPEAKING | ADDRESSED:
        return _quoted(here, cue, quote, led=quote > i)
    frame = _clause_frame(tokens, cue, i, addressed=addressed) if lemma in TELLS else ""
    if frame:
        return _clause(here, cue, i + 1 if frame == "colon" else i, frame)
    return _action(here, cue, i)


def _clause_frame(tokens: list[Token], cue: Cue, i: int, *, addressed: bool) -> str:
    """Whether a clause starts at `i`: `that`, `wh` (`said why …`), `colon`, or `bare` (`said it was late`)."""
    if tokens[i].low in CONTENT_STARTS:
        return "that" if tokens[i].low == "that" else "wh"
    if tokens[i].text == ":" and i + 1 < len(tokens):
        return "colon"
    lemma = cue.verb.lemma
    doubtful = lemma in ALSO_NOUNS and cue.verb.form in ("third", "base")
    modal = not doubtful and any(token.low in MODALS for token in tokens[i + 1 : i + MODAL_REACH])
    if lemma == "hear":
        return ""
    plain = lemma not in NEEDS_THAT or lemma in ADDRESSED or modal
    return "bare" if addressed and plain and starts_clause(tokens, i, len(tokens)) else ""


def _action(here: Context, cue: Cue, i: int) -> Result | None:
    """`vowed to rebuild it`, `urged the council to rebuild it`, `called the plan a waste`."""
    tokens = here.tokens
    lemma = cue.verb.lemma
    if (
        tokens[cue.subject[0]].low in FIRST_PERSON
    ):  # `I wanted to see it`, `we called it Opus` tell of no speech
        return None
    acts = tokens[i].low == "to" and i + 1 < len(tokens) and tokens[i + 1].text[0].islower()
    if acts and lemma in INFINITIVE:
        return _clause(here, cue, i, "to")
    begin = _urged(tokens, cue.at + 1) if lemma in URGED else None
    if begin is not None:
        return _clause(here, cue, begin, "urged")
    takes = _takes_noun(tokens, cue) and i == skip_adverbs(tokens, cue.at + 1)
    return _clause(here, cue, i, "noun") if takes and _starts_noun(tokens[i]) else None


def _takes_noun(tokens: list[Token], cue: Cue) -> bool:
    """`ruled out a strike`, `called it a waste`."""
    lemma = cue.verb.lemma
    return lemma in NOUN or (lemma == "rule" and tokens[cue.at + 1].low == "out")


def _starts_noun(token: Token) -> bool:
    low = token.low
    if low in DETERMINERS or low in OBJECT_PRONOUNS or token.text == QUOTED:
        return True
    return token.text[0].isalnum() and low not in PREPOSITIONS


def _urged(tokens: list[Token], i: int) -> int | None:
    """Where `to …` begins in `urged the council to rebuild`; null where no such words follow."""
    if tokens[i].low == "not":  # `asked not to be named` asks nobody
        return None
    for j in range(i + 1, min(i + URGED_REACH, len(tokens) - 1)):
        if tokens[j].low == "to" and tokens[j + 1].text[0].islower() and tokens[j + 1].low not in DETERMINERS:
            return j
        if tokens[j].text in EDGE or tokens[j].low == "that":
            return None
    return None


def _clause(here: Context, cue: Cue, begin: int, frame: str) -> Result | None:
    end = relative_end(here.tokens, cue.subject, begin, clause_end(here.tokens, begin))
    if cue.verb.form == "ing" and cue.at == 0:
        end = min(end, main_clause(here.tokens, 0))
    return _result(here, cue, [span(here.tokens, begin, end)], frame, end)


def _quoted(here: Context, cue: Cue, at: int, *, led: bool) -> Result | None:
    """`Lind said, "It is late."`; a short one in mid-clause is part of a clause: `said "nobody" would come`."""
    token = here.tokens[at]
    follows = at + 1 < len(here.tokens) and here.tokens[at + 1].text not in EDGE
    if follows and not led and token.low != SPEECH:
        return _clause(here, cue, at, "bare")
    return _result(here, cue, [(token.start, token.end)], "quote-after", at + 1)
