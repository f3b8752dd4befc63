"""Symbols put into the order and number that the shapes of the grammar know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dates import vocabulary
from claimtrack.dates.periods import WEEK, month_after, week_of
from claimtrack.dates.vocabulary import DAY, HALF, HALF_YEAR, QUARTER, YEAR, Symbol

if TYPE_CHECKING:
    from datetime import date

ROMAN_ONE = Symbol("&", 1)
HYPHEN = Symbol("-", 1)
NUMBERED = {QUARTER: "Q", HALF_YEAR: "H", HALF: "L"}


def settle(symbols: list[Symbol], day: date) -> list[Symbol]:
    """The symbols with `first quarter` as one, `this year` as the year it is on `day`, and no idle words."""
    symbols = _join_range(symbols)
    symbols = _count_ahead(_count_units(symbols))
    symbols = _number_units(symbols)
    symbols = _drop_year_words(symbols)
    symbols = _name_units(symbols, day)
    return _unhyphenate(symbols)


def shape_of(symbols: list[Symbol]) -> str:
    """The letters of `symbols`, such as NMY for 20 January 2025."""
    return "".join(symbol.kind for symbol in symbols)


def _join_range(symbols: list[Symbol]) -> list[Symbol]:
    """`from A to B`, `between A and B` as `A - B`."""
    if shape_of(symbols[:1]) != "f":
        return symbols
    for place, symbol in enumerate(symbols):
        if symbol.kind in "&B-":
            return [*symbols[1:place], Symbol("-"), *symbols[place + 1 :]]
    return symbols


def _count_units(symbols: list[Symbol]) -> list[Symbol]:
    """`week ago` as one week, and a plural only after a count; four figures count days alone."""
    settled: list[Symbol] = []
    for place, symbol in enumerate(symbols):
        before, after = shape_of(settled[-1:]), shape_of(symbols[place + 1 : place + 2])
        if symbol.kind == "u" and (before == "C" or before + after == "A"):
            settled.append(Symbol("n", 1))
        counted = before in ("N", "n") or (before == "Y" and symbol.value == DAY)
        settled.append(
            symbol._replace(kind="U") if symbol.kind == "u" or (symbol.kind == "V" and counted) else symbol
        )
    return settled


def _count_ahead(symbols: list[Symbol]) -> list[Symbol]:
    """`in` before a count as `after so many units`, and dropped elsewhere; `within` as `by` and `in`."""
    if shape_of(symbols[:1]) == "G":
        return [Symbol("B"), *_count_ahead([Symbol("I"), *symbols[1:]])]
    if shape_of(symbols[:1]) != "I":
        return symbols
    counts = shape_of(symbols) in ("INU", "InU") or (shape_of(symbols) == "IYU" and symbols[2].value == DAY)
    return [Symbol("C"), *symbols[1:]] if counts else symbols[1:]


def _number_units(symbols: list[Symbol]) -> list[Symbol]:
    """`first quarter`, `1 quarter` as a quarter; ordinals that number no unit become days of the month."""
    settled: list[Symbol] = []
    for symbol in symbols:
        before = settled[-1].kind if settled else ""
        numbered = before == "O" or (settled[-1:] == [ROMAN_ONE] and symbol.value == QUARTER)
        counted = before == "N" and shape_of(settled[-2:-1]) != "C"
        if symbol.kind == "U" and symbol.value in NUMBERED and (numbered or counted):
            settled[-1] = Symbol(NUMBERED[symbol.value], settled[-1].value)
        else:
            settled.append(symbol)
    return [
        Symbol("N", symbol.value)
        if symbol.kind == "O" and shape_of(settled[place + 1 : place + 2]) != "U"
        else symbol
        for place, symbol in enumerate(settled)
    ]


def _drop_year_words(symbols: list[Symbol]) -> list[Symbol]:
    """`2025 года` and `the year 2025` without the word for year."""
    settled: list[Symbol] = []
    for place, symbol in enumerate(symbols):
        beside = shape_of(settled[-1:] + symbols[place + 1 : place + 2])
        if symbol != Symbol("U", YEAR) or "Y" not in beside:
            settled.append(symbol)
    return settled


def _name_units(symbols: list[Symbol], day: date) -> list[Symbol]:
    """`next month` as the month it is, and `the year` in `end of the year` as this one."""
    settled: list[Symbol] = []
    for symbol in symbols:
        before = settled[-1] if settled else Symbol("")
        if symbol.kind == "U" and before.kind == "T":
            settled[-1:] = _named(symbol.value, before.value, day) or [before, symbol]
        elif symbol.kind == "U" and before.kind in ("P", "E", "L", "Q", "H"):
            settled += _named(symbol.value, 0, day) or [symbol]
        else:
            settled.append(symbol)
    return settled


def _named(unit: int, ahead: int, day: date) -> list[Symbol]:
    """The week, month, quarter or year `ahead` of that of `day`; empty for other units."""
    match unit:
        case vocabulary.WEEK:
            return [Symbol("X", week_of(day).first.toordinal() + WEEK * ahead)]
        case vocabulary.MONTH:
            year, month = month_after(day, ahead)
            return [Symbol("M", month), Symbol("Y", year)]
        case vocabulary.QUARTER:
            year, month = month_after(day, 3 * ahead)
            return [Symbol("Q", (month + 2) // 3), Symbol("Y", year)]
        case vocabulary.YEAR:
            return [Symbol("Y", day.year + ahead)]
    return []


def _unhyphenate(symbols: list[Symbol]) -> list[Symbol]:
    """`mid-January` without its hyphen."""
    return [
        symbol
        for place, symbol in enumerate(symbols)
        if symbol != HYPHEN or shape_of(symbols[max(place - 1, 0) : place]) not in ("P", "E")
    ]
