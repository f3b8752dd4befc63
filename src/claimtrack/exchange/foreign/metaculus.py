"""Metaculus: the questions and the forecasts that its download holds, in two tables of a zip."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from claimtrack.exchange.foreign.chains import chained, moment
from claimtrack.exchange.foreign.interpret import interpreted
from claimtrack.exchange.foreign.raw import Raw, Taken
from claimtrack.exchange.foreign.shipped import shipped
from claimtrack.exchange.foreign.values import text_of
from claimtrack.exchange.incoming import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.foreign.days import Days

# Whose an aggregate of all forecasts is; its name in the file is that of a method.
COMMUNITY = "Metaculus community"
_AGGREGATES = {"recency_weighted": None, "": None, "unweighted": f"{COMMUNITY} (unweighted)"}


def forecasts(
    questions: Iterable[Raw],
    stated: Iterable[Raw],
    days: Days,
    number: Iterator[int],
    *,
    speaker: str | None = None,
) -> Iterator[Row]:
    """The claims: a chain for each forecaster of a question; a question that has no probability stands for itself."""
    by_map = shipped()["metaculus"]
    by_question: defaultdict[str, dict[str, list[Raw]]] = defaultdict(dict)
    for raw in stated:
        if raw.fault:
            yield Row(raw.line, {}, {}, (raw.fault,))
        elif text_of(Taken(raw.values).get("Probability Yes")):
            values = Taken(raw.values)
            of_question = by_question[text_of(values.get("Question ID"))]
            of_question.setdefault(text_of(values.get("Forecaster Username")), []).append(raw)
    asked: set[str] = set()
    for raw in questions:
        question = text_of(Taken(raw.values).get("Question ID"))
        asked.add(question)
        chains = by_question.get(question, {}) if raw.fault is None else {}
        for theirs in chains.values() or [[raw]]:
            joined = [_joined(raw, one, question) for one in sorted(theirs, key=_start)]
            yield from chained(interpreted(joined, by_map, days, speaker=speaker or COMMUNITY), number)
    for question in [one for one in by_question if one not in asked]:  # a file of forecasts alone
        named = Raw(0, {"Question ID": question, "Question Title": f"Metaculus question {question}"})
        for theirs in by_question[question].values():
            joined = [_joined(named, one, question) for one in sorted(theirs, key=_start)]
            yield from chained(interpreted(joined, by_map, days, speaker=speaker or COMMUNITY), number)


def _start(raw: Raw) -> tuple[int, ...]:
    return moment(Taken(raw.values).get("Start Time"))


def _joined(question: Raw, stated: Raw, number: str) -> Raw:
    """One forecast with its question, under the names that the map asks for."""
    if question.fault or stated is question:
        return question
    values = Taken(stated.values)
    username, start = text_of(values.get("Forecaster Username")), text_of(values.get("Start Time"))
    mine: dict[str, Any] = {
        "Forecaster": username
        if text_of(values.get("Forecaster ID"))
        else _AGGREGATES.get(username, username),
        "Start Time": start,
        "Probability Yes": values.get("Probability Yes"),
        "Origin": f"{number} {username} {start}",
    }
    return Raw(stated.line, dict(question.values) | mine)
