"""What the grammar of a word tells, by the dictionaries of `claimtrack[slavic]`; without them by endings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from claimtrack.articles.slavic.words import perfective

if TYPE_CHECKING:
    from collections.abc import Sequence

# By language the endings of a verb of others than me, for want of a dictionary.
PRESENT = {
    "uk": re.compile(r"(?:[еє](?:ш|мо|те|ть|)|[уюая]ть|[иї](?:ть|мо|ш))(?:ся|сь)?$|[еєиї]ться$"),
    "ru": re.compile(r"(?:[еи](?:т|м|шь|те)|[уюая]т)(?:ся|сь)?$"),
}
# Of such, what goes on: `виділяє`, `продолжает`; but `виграє` is one act.
LASTING = re.compile(r"[аяу][єе](?:ш|мо|м|т|те|шь|ть)?(?:ся|сь|ться)?$|[аяу]ют[ь]?(?:ся|сь)?$")
ONE_ACT = re.compile(
    r"(?:гра|отрима|подорожча|подешевша|покраща|погірша|подорожа|узна|порива|запрацю|заработа|вистача|зросте)"
)
SYNTHETIC = re.compile(r"..ти(?:ся|сь)?м(?:у|еш|е|емо|ете|уть)(?:ся|сь)?$")
INFINITIVE = {
    "uk": re.compile(r"..(?:[аиіуєяюї]|[сз])ти(?:ся|сь)?$|.чи(?:ся|сь)$|могти$"),
    "ru": re.compile(r"..(?:[аеиоуыя]ть|(?<!о)(?<!ла)(?<!ча)сть|[сзй]ти|чь)(?:ся|сь)?$"),
}
NUMERALS = frozenset(
    ["пять", "шесть", "семь", "восемь", "девять", "десять", "двадцать", "тридцать", "опять", "эти"]
)
PAST = {
    "uk": re.compile(r"..(?:[аиуояюєї]в(?:ся|сь)?|[аеиіуояюєїсзгхк]л[аои](?:ся|сь)?)$"),
    "ru": re.compile(r"..(?:[аеиоуыюя]л(?:ся)?|[аеиоуыюясзгхк]л[аои](?:сь)?)$"),
}
FIRST_PERSON = re.compile(r"(?:[еєиї]мо(?:ся|сь)?|[еи]м(?:ся)?)$")
# Of a name; some in the nominative end so, and are then shown as they stand all the same.
OBLIQUE = re.compile(r"(?:ого|ому|ої|ою|ой|им|ым|ові|ем|ом|у|ю|и|і|ы)$")
CASES = frozenset(["nomn", "gent", "datv", "accs", "ablt", "loct"])
OBLIQUE_CASES = CASES - {"nomn", "loct"}
# A woman's name in the genitive, where the dictionary does not know it.
WOMAN = re.compile("[іїиы]$")
# A man's surname in the nominative, which may look like a noun in the genitive.
SURNAME = re.compile(r"..(?:[оеё]в|[иіїы]н)$")
HER_SURNAME = re.compile(r"..(?:[оеёє]в|[иіїы]н|[сц]ьк|ск|цк)(?:а|ая)$")
FINITE = frozenset(["pres", "past", "futr", "impr", "impers"])
PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn", "Prop")
ENOUGH = 0.15
FEMININE = re.compile("[ая]$")
_MASCULINE_IN_A = """
микола ілля лука сава савва фома хома кузьма данила никита микита илья яша саша миша никола гаврила вова
"""
MASCULINE_IN_A = frozenset(_MASCULINE_IN_A.split())


@lru_cache(maxsize=2)
def _analyser(language: str) -> Any:
    """The analyser of a language; null where the extra is not installed."""
    try:
        import pymorphy3  # noqa: PLC0415 - an extra, and slow to load

        return pymorphy3.MorphAnalyzer(lang=language)
    except (ImportError, ValueError):
        return None


@lru_cache(maxsize=20_000)
def _parses(word: str, language: str) -> tuple[Any, ...]:
    """The likely readings of a word, the likeliest first; none without the extra."""
    analyser = _analyser(language)
    found = analyser.parse(word) if analyser else ()
    return tuple(one for one in found if one.score >= ENOUGH) or tuple(found[:1])


def is_future(word: str, language: str) -> bool:
    """Whether the word is a verb in a future of its own, such as `відкриють` and `начнётся`."""
    if SYNTHETIC.search(word):
        return True
    parses = _parses(word, language)
    if parses:
        future = any({"VERB", "futr"} <= set(one.tag.grammemes) for one in parses)
        noun = any(one.tag.POS != "VERB" and CASES & set(one.tag.grammemes) for one in parses)
        present = any("pres" in one.tag for one in parses)
        return future and not noun and (not present or word.startswith(perfective()))
    one_act = not LASTING.search(word) or ONE_ACT.search(word) is not None
    return word.startswith(perfective()) and one_act and PRESENT[language].search(word) is not None


def is_first_person(word: str, language: str) -> bool:
    """Whether a verb says itself that it is of me or us."""
    parses = _parses(word, language)
    if parses:
        return any("VERB" in one.tag and "1per" in one.tag for one in parses[:1])
    return FIRST_PERSON.search(word) is not None


def is_infinitive(word: str, language: str) -> bool:
    """Whether the word is a verb that is led by another: `завершити`."""
    parses = _parses(word, language)
    if parses:
        return any(
            one.tag.POS == "INFN" or (one.tag.POS == "VERB" and not FINITE & set(one.tag.grammemes))
            for one in parses
        )
    return INFINITIVE[language].search(word) is not None and word not in NUMERALS


def is_lasting(word: str, language: str) -> bool:
    """Whether an infinitive is of what goes on, and so says nothing of a time to come; unknown without the extra."""
    return any("impf" in one.tag.grammemes for one in _parses(word, language)[:1])


def is_finite(word: str, language: str) -> bool:
    """Whether the word is a verb that makes a clause."""
    parses = _parses(word, language)
    if parses:
        return any(
            one.tag.POS in ("PRED", "PRTS")
            or (one.tag.POS == "VERB" and FINITE & set(one.tag.grammemes) - {"impr"})
            for one in parses[:2]
        )
    return PAST[language].search(word) is not None or is_future(word, language)


def may_be_subject(word: str, language: str) -> bool:
    """Whether a noun or name may stand in the nominative; true where nothing tells."""
    parses = [
        one for one in _parses(word, language) if one.tag.POS in ("NOUN", "ADJF", "NPRO", "NUMR", "PRTF")
    ]
    return not parses or any("nomn" in one.tag or "Fixd" in one.tag for one in parses)


def may_be_noun(word: str, language: str) -> bool:
    """Whether a word may be a noun in the nominative; without the extra any word may."""
    parses = _parses(word, language)
    return not parses or any(one.tag.POS == "NOUN" and "nomn" in one.tag for one in parses)


def is_noun(word: str, language: str) -> bool:
    """Whether the dictionary has the word as a noun."""
    return any(one.tag.POS == "NOUN" for one in _parses(word, language))


def may_be_name(word: str, language: str) -> bool:
    """Whether a word of a name may stand in the nominative of one person or body."""
    parses = [one for one in _parses(word, language) if one.tag.POS in ("NOUN", "ADJF")]
    if parses:
        return any(("nomn" in one.tag and "plur" not in one.tag) or "Fixd" in one.tag for one in parses)
    return OBLIQUE.search(word) is None


def is_person(word: str, language: str) -> bool | None:
    """Whether a word is a noun for somebody; null where nothing tells."""
    parses = _parses(word, language)
    return any("anim" in one.tag and one.tag.POS == "NOUN" for one in parses) if parses else None


def name_may_act(words: Sequence[str], language: str, *, female: bool = False) -> bool:
    """Whether a name may be the subject: its first word may; of a body, such as `Влада Польщі`, each has to."""
    acting = [may_act(word, language) or (female and bool(HER_SURNAME.search(word))) for word in words]
    return all(acting) or (
        bool(acting) and acting[0] and is_first_name(words[0], language) and len(words) > 1
    )


def are_people(word: str, language: str) -> bool:
    """Whether a word is a noun for several people, as a subject."""
    parses = _parses(word, language)
    return any({"anim", "plur", "nomn"} <= set(one.tag.grammemes) and one.tag.POS == "NOUN" for one in parses)


def gender_of(word: str, language: str) -> str | None:
    """`femn` or another gender of a noun; null where nothing tells."""
    return next((one.tag.gender for one in _parses(word, language) if one.tag.POS == "NOUN"), None)


def may_act(word: str, language: str) -> bool:
    """Whether a word of a name may be the subject: not where the dictionary knows it as a name in another case."""
    analyser = _analyser(language)
    if SURNAME.search(word) or not analyser or not analyser.word_is_known(word):
        return True
    parses = [one for one in _parses(word, language) if one.tag.case]
    proper = [one for one in parses if any(name in one.tag.grammemes for name in PROPER)]
    fitting = [one for one in parses if one in proper or "anim" in one.tag] if proper else parses
    genitive = any(one.tag.case == "gent" and "plur" not in one.tag for one in fitting)
    acting = [one for one in fitting if one.tag.case == "nomn" or "Fixd" in one.tag]
    return not parses or any("plur" not in one.tag or not genitive for one in acting)


def is_common(word: str, language: str) -> bool | None:
    """Whether the dictionary knows the word, and as no name; null where it is not there."""
    analyser = _analyser(language)
    if not analyser:
        return None
    names = ("Name", "Surn", "Patr")
    return analyser.word_is_known(word) and not any(
        any(name in one.tag.grammemes for name in names) for one in analyser.parse(word)
    )


def may_be_adjective(word: str, language: str) -> bool:
    """Whether a word may be an adjective, as many surnames may."""
    return any(one.tag.POS == "ADJF" for one in _parses(word, language))


def is_first_name(word: str, language: str) -> bool:
    """Whether the dictionary knows the word as a first name."""
    analyser = _analyser(language)
    return bool(analyser) and any("Name" in one.tag.grammemes for one in analyser.parse(word))


def is_female(first: str) -> bool:
    """Whether a first name in the nominative is a woman's, by its ending."""
    return FEMININE.search(first) is not None and first not in MASCULINE_IN_A


def nominative(words: Sequence[str], language: str) -> list[str]:
    """The words of a person's name in the nominative, in small letters; as they stand without the extra."""
    analyser = _analyser(language)
    if not analyser or not words:
        return list(words)
    readings = [_of_name(analyser.parse(word)) for word in words]
    cases = [{one.tag.case for one in there if one.tag.case in OBLIQUE_CASES} for there in readings]
    shared = set.intersection(*cases) if all(cases) else set()
    if not shared and cases[0] and not WOMAN.search(words[-1]) and is_first_name(words[0], language):
        return [_inflected(words[0], readings[0], cases[0], {"femn"}), *words[1:]]  # `Оксани Лис`
    if not shared:
        return (
            [WOMAN.sub(_of_woman, word) for word in words] if all(map(WOMAN.search, words)) else list(words)
        )
    genders = [
        {one.tag.gender for one in there if one.tag.case in shared and one.tag.gender} for there in readings
    ]
    both = set.intersection(*genders) if all(genders) else set()
    return [_inflected(word, there, shared, both) for word, there in zip(words, readings, strict=True)]


def out_of_genitive(word: str, language: str) -> str:
    """The nominative of a word that stands in the genitive; as it stands where it can't."""
    analyser = _analyser(language)
    parses = (
        [one for one in analyser.parse(word) if one.tag.case == "gent" and "plur" not in one.tag]
        if analyser
        else []
    )
    named = [one for one in parses if any(name in one.tag.grammemes for name in PROPER)] or parses
    for one in named:
        if there := one.inflect({"nomn"}):
            return str(there.word)
    return word


def _of_woman(ending: re.Match[str]) -> str:
    return {"і": "я", "ї": "я", "и": "а", "ы": "а"}[ending.group()]


def nominative_noun(words: Sequence[str], language: str, *, led: bool = False) -> list[str]:
    """A noun phrase with its noun, and what stands before that, in the nominative; as it stands without the extra.

    `led` says that a preposition stands before it, so that it is in none yet.
    """
    found = list(words)
    for place, word in enumerate(words):
        parses = [
            one for one in _parses(word.lower(), language) if one.tag.POS in ("NOUN", "ADJF", "PRTF", "NPRO")
        ]
        oblique = [
            one for one in parses if one.tag.case in OBLIQUE_CASES | {"loct"} and "plur" not in one.tag
        ]
        if not parses or (any("nomn" in one.tag for one in parses) and not (led and oblique)):
            return list(words)
        one = oblique[0] if oblique else parses[0]
        there = one.inflect({"nomn"}) or None
        if not there:
            return list(words)
        found[place] = word[:1] + there.word[1:] if word[:1].isupper() and not word.isupper() else there.word
        found[place] = there.word.upper() if word.isupper() else found[place]
        if one.tag.POS == "NOUN":
            return found
    return list(words)


def _of_name(parses: Sequence[Any]) -> list[Any]:
    """The readings of a word that fit in a name: as a name where there is one, else as a noun or adjective."""
    single = [one for one in parses if "plur" not in one.tag]
    names = [one for one in single if any(name in one.tag.grammemes for name in ("Name", "Surn", "Patr"))]
    return names or [one for one in single if one.tag.POS in ("NOUN", "ADJF")]


def _inflected(word: str, parses: Sequence[Any], cases: set[str], genders: set[str]) -> str:
    """The word in the nominative, read in one of the cases, and of a gender that all words of the name share."""
    fitting = [one for one in parses if one.tag.case in cases]
    agreeing = [one for one in fitting if one.tag.gender in genders] or fitting
    for one in agreeing:
        wanted = {"nomn", "sing"} | ({one.tag.gender} if one.tag.POS == "ADJF" and one.tag.gender else set())
        if there := one.inflect(wanted) or one.inflect({"nomn"}):
            return str(there.word)
    return word
