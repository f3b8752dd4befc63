"""What ends a sentence: the marks, and the shortened words whose full stop does not."""

from __future__ import annotations

STOPS = ".!?…"
_ENGLISH = """
mr mrs ms dr prof gen col lt capt maj sgt adm sen sens rep reps gov govs pres st rev hon vs etc jr sr inc ltd co corp
bros dept ave approx fig vol pp ed eds jan feb mar apr jun jul aug sep sept oct nov dec
"""
_ELSEWHERE = """
г гг ул им тыс млн млрд трлн руб коп грн стр см др проф акад ген полк подполк кап ст обл вул просп пр зам пом тов
гр рис напр проц дол долл
bzw usw nr hr geb mme mlle
"""
SHORTENED = frozenset(f"{_ENGLISH} {_ELSEWHERE}".split())


def is_shortened(word: str) -> bool:
    """Whether a full stop after the word belongs to it: `Dr`, `млн`."""
    return word.casefold() in SHORTENED
