"""Which way a date with no year looks, told by the verb nearest to it in its sentence."""

from __future__ import annotations

import re

from claimtrack.dates.words.listed import words

REACH = 160
LIMIT_REACH = 12
SENTENCE_END = re.compile(r"[.!?;…][\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZА-ЯЁІЇЄҐ])|\n[^\S\n]*\n")
WORD = re.compile(r"[^\W\d_]+")
FUTURE = words(
    """will shall would due scheduled slated expected expects expect supposed planned plans plan planning
    intends intend hopes hope going upcoming must should may might could can deadline deadlines payable
    effective set target
    будет будут будем буду намерен намерены намерена планирует планируют должен должна должны состоится
    состоятся ожидается ожидают собирается собираются пройдет пройдёт начнется начнётся обещает станет срок
    буде будуть будемо має мають планує планують повинен повинна повинні відбудеться відбудуться очікується
    збирається збираються пройде почнеться обіцяє стане термін"""
)
PAST = words(
    """was were had did said told came went took made fell rose began met gave found won lost left sold bought
    grew held saw wrote got paid led sent spoke ran became stood hit since ago cut shot broke brought built
    caught chose drew drove flew forgot kept knew laid meant put quit read sat sought struck taught thought
    threw understood wore spent been
    был была было были був була було були"""
)
# Russian and Ukrainian -ут, -ют, -ится, -еться …: a perfective verb in its present form is a future.
FUTURE_ENDING = re.compile(r"[а-яіїєґ]{3,}(?:[ую]т|[ую]тся|[иеё]тся|[ую]ть|[ую]ться|[иеє]ться)$")
# Past tense by its ending: English -ed; Russian and Ukrainian -л, -ла, -ло, -ли, -лся, -вся, -лась, -лися.
PAST_ENDING = re.compile(
    r"(?:[a-z]+[^e]ed(?<!hundred)|[а-яіїєґ]+[^оьй](?:ла|ло|ли|л|лся|лась|лись|вся|лася|лися|лося))$"
)
# Nouns that end as a Russian past does.
NOUNS = words(
    """перевал зал канал подвал вокзал финал журнал материал персонал капитал филиал скандал отдел раздел предел сериал
    металл сигнал потенциал арсенал интервал идеал генерал адмирал трибунал угол вал бал накал
    развал обвал провал передел отстрел обстрел"""
)
BEFORE_NOW = frozenset({"had", "was", "were", "been"})
# "Is to resume" and "promised to resume" look ahead, though "is" and "promised" do not.
IS_TO = re.compile(
    r"\b(?:is|are) to\b|['’]ll\b|\bwon['’]t\b"
    r"|\b(?:promis|vow|pledg|agre|order|decid|threaten|offer|propos|ask|urg|invit|committ|want|aim)(?:ed|es|s)"
    r"(?:\s[\w'’-]+){0,9}?\sto\b"
)
LIMIT_BEFORE = re.compile(r"(?<!\w)(?:by|until|till|до|к|ко)\s(?:the\s)?$")


def clause_before(text: str, start: int) -> str:
    """What stands before, back to the beginning of the sentence."""
    reach = text[max(0, start - REACH) : start]
    ends = [match.end() for match in SENTENCE_END.finditer(reach)]
    return reach[ends[-1] :] if ends else reach


def clause_after(text: str, end: int) -> str:
    """What stands after, up to the end of the sentence."""
    reach = text[end : end + REACH]
    stop = SENTENCE_END.search(reach)
    return reach[: stop.start()] if stop else reach


def leaning(clause: list[str], *, backwards: bool) -> int:
    """1 where the first telling word looks ahead, -1 where it looks back, 0 where none tells."""
    places = range(len(clause) - 1, -1, -1) if backwards else range(len(clause))
    for place in places:
        word, led_by = clause[place], clause[max(0, place - 2) : place]
        if word in FUTURE or FUTURE_ENDING.match(word):
            # "had been due to expire on Friday" looks neither way
            return 0 if BEFORE_NOW.intersection(led_by) else 1
        # what is to "be held" is told by the word before "be"
        if (word in PAST or (PAST_ENDING.match(word) and word not in NOUNS)) and led_by[-1:] not in (
            ["be"],
            ["to"],
        ):
            return -1
    return 0


def direction(text: str, low: str, start: int, end: int) -> int:
    """1 where the sentence puts the date ahead, -1 where behind, 0 where it does not tell.

    The nearest verb before it decides, else the first one after it, else a limit, which looks ahead.
    """
    return (
        leaning(words_of(clause_before(text, start)), backwards=True)
        or leaning(words_of(clause_after(text, end)), backwards=False)
        or int(LIMIT_BEFORE.search(low, max(0, start - LIMIT_REACH), start) is not None)
    )


def words_of(clause: str) -> list[str]:
    """The words of a clause in lower case, with "is to", "won't" and "promised them to" as "will"."""
    return WORD.findall(IS_TO.sub(" will ", clause.lower()))
