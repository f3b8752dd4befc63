"""Names that may be one speaker's: one is part of the other, titles aside and with initials for names."""

from __future__ import annotations

import re
import unicodedata

from claimtrack.model.text import name_key

# What stands before a name or after it and is no part of it: address, office, rank.
_TITLE_WORDS = """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady hon rev reverend father bishop archbishop cardinal
    rabbi imam pope king queen prince princess president chancellor premier minister secretary senator sen
    representative rep congressman congresswoman governor gov mayor ambassador envoy speaker chairman chairwoman chair
    judge justice general gen marshal admiral adm colonel col major maj captain capt lieutenant lt sergeant sgt
    commander mp mep phd md esq herr frau monsieur mme madame mlle senor senora sr sra signor signora
    президент премьер министр сенатор депутат губернатор мэр глава посол генерал адмирал полковник майор капитан
    лейтенант доктор профессор господин госпожа товарищ
    прем'єр міністр мер голова адмірал капітан професор пан пані"""
_TITLES = frozenset(_TITLE_WORDS.split())
_ABBREVIATED = "[^\\W\\d_]{2,3}"  # JD, US: two or three initials in one


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, without full stops, dashes and the like, but for apostrophes within."""
    key = name_key(name)
    letters = key if key.isascii() else "".join(c if _in_word(c) else " " for c in key)
    return tuple(re.sub(r"[^\w']|_", " ", letters).split() if key.isascii() else letters.split())


def _in_word(character: str) -> bool:
    return character == "'" or unicodedata.category(character)[0] in "LNM"


def may_be_one(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other, or both are the same but for how they are divided.

    So may be `Trump` and `Donald Trump Jr.`, `Ukraine` and `Ministry of Defence of Ukraine`, `J. D. Vance` and
    `JD Vance`; in scripts without spaces, one that begins or ends with the other. Titles are no words of a name, and
    an initial stands for a name beside one that is whole: `Mr Smith`, `J. Smith` and `John Smith`.
    """
    words, others = name_words(one), name_words(other)
    if not (words and others):
        return False
    if _stand_in(words, others) or _stand_in(others, words):
        return True
    run, other_run = "".join(words), "".join(others)
    if run == other_run:
        return True
    shorter, longer = sorted((run, other_run), key=len)
    if _unspaced(shorter):
        return longer.startswith(shorter) | longer.endswith(shorter)
    return _may_be_one_person(_personal(one), _personal(other))


def _stand_in(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return set(words) <= set(others)


def _personal(name: str) -> tuple[str, ...]:
    """The words of a name that is somebody's, without titles and with initials apart; all where no others are left."""
    apart = name if name.isupper() else re.sub(rf"\b{_ABBREVIATED}\b", _initials, name)
    words = name_words(apart)
    titles = [at for at, word in enumerate(words) if word in _TITLES]
    if not titles:
        return words
    rest = words[titles[-1] + 1 :] or words[: titles[0]]
    return rest if rest and rest[0] not in ("of", "for") else words


def _initials(word: re.Match[str]) -> str:
    apart = word[0].isupper() and word[0].casefold() not in _TITLES
    return " ".join(word[0]) if apart else word[0]


def _may_be_one_person(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a whole word is in both, and of one name each word is in the other or has its initial there."""
    if not any(len(word) > 1 for word in set(words) & set(others)):
        return False
    return _abbreviates(words, others) or _abbreviates(others, words)


def _abbreviates(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return all(any(_same_or_initial(word, other) for other in others) for word in words)


def _same_or_initial(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return word == other or (len(shorter) == 1 and shorter.isalpha() and longer.startswith(shorter))


def _unspaced(run: str) -> bool:
    """Whether it is in a script that puts no spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer."""
    return bool(
        re.fullmatch("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]+", run)
    )
