"""PredictionBook: what its API gives, and the scraped pages, whose changes hold what was there before."""

from __future__ import annotations

import html
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.exchange.foreign.chains import chained, moment
from claimtrack.exchange.foreign.days import NoDayError
from claimtrack.exchange.foreign.values import ValueFaultError, compact, plain_text, probability, text_of
from claimtrack.exchange.incoming import Fault, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.exchange.foreign.days import Days
    from claimtrack.exchange.foreign.raw import Raw

_OUTCOMES = {"true": "held", "false": "failed", "right": "held", "wrong": "failed"}
# What is read of a prediction, besides what only this site makes use of.
_USED = (
    "id", "uuid", "version", "creator_id", "creator_label", "created_at", "updated_at", "deadline", "description",
    "outcome", "withdrawn", "responses", "number", "event", "user", "time_created", "time_known", "group_id",
    "prediction_group_id", "visibility",
)  # fmt: skip  # a list of names


class _Said(NamedTuple):
    """What one user stated at one time: a probability, or the creator the words and the deadline."""

    user: str
    time: Any
    text: Any
    deadline: Any
    credence: Any
    key: str  # what tells it from others within the prediction


def predictions(
    rows: Iterable[Raw], days: Days, number: Iterator[int], *, speaker: str | None = None
) -> Iterator[Row]:
    """The claims of each prediction: a chain for each user who stated a probability, the creator's first."""
    for raw in rows:
        if raw.fault:
            yield Row(raw.line, {}, {}, (raw.fault,))
            continue
        said = _scraped(raw.values) if "event" in raw.values else _of_api(raw.values)
        creator = text_of(raw.values.get("creator_label") or raw.values.get("user"))
        by_user: defaultdict[str, list[_Said]] = defaultdict(list, {creator: []})
        for one in said:
            by_user[one.user].append(one)
        for place, theirs in enumerate(by_user.values()):
            theirs = sorted(theirs, key=lambda one: moment(one.time))  # noqa: PLW2901 - the same, in order
            rest = _rest(raw.values) if not place else {}
            yield from chained(
                [
                    _row(raw, one, days, rest, speaker, first=not place and not at)
                    for at, one in enumerate(theirs)
                ],
                number,
            )


def _row(raw: Raw, said: _Said, days: Days, rest: dict[str, str], speaker: str | None, *, first: bool) -> Row:
    faults: list[Fault] = []

    def day(column: str, field: str, value: Any) -> str | None:
        try:
            return days.read(value, field)
        except NoDayError as fault:
            faults.append(Fault(column, f"{text_of(value)[:60]!r}: {fault}"))
            return None

    text = plain_text(text_of(said.text)) if "&" in text_of(said.text) else text_of(said.text)
    name = said.user or speaker
    if not text:
        faults.append(Fault("description", "is empty"))
    if not name:
        faults.append(Fault("user", "names no speaker; say --speaker NAME"))
    number = text_of(raw.values.get("id", raw.values.get("number")))
    outcome, judged, judge = _verdict(raw.values)
    record = {
        "kind": "prediction",
        "speaker": name,
        "text": text,
        "said": day("time", "said", said.time),
        "due": day("deadline", "due", said.deadline),
        "probability": _credence(said.credence, faults),
        "origin": f"predictionbook {number}" + ("" if first else f" {said.key}") if number else None,
        "status": "resolved" if outcome else "unresolved",
        "outcome": outcome,
        "judged": day("updated_at", "judged", judged) if outcome else None,
        "judge": judge if outcome else None,
    }
    return Row(raw.line, record, rest if first else {}, tuple(faults))


def _credence(value: Any, faults: list[Fault]) -> float | None:
    try:
        return probability(value, 100)
    except ValueFaultError as fault:
        faults.append(Fault("confidence", str(fault)))
        return None


def _verdict(values: Any) -> tuple[str | None, Any, str | None]:
    """The outcome, and when and by whom it was judged, as far as the file tells."""
    if text_of(values.get("withdrawn")) == "true":
        return "withdrawn", values.get("updated_at"), None
    outcome = _OUTCOMES.get(text_of(values.get("outcome")).casefold())
    acts = [one for one in _responses(values) if "outcome" in _actions(one)]
    if acts:
        last = max(acts, key=lambda one: moment(one.get("time")))
        return outcome, last.get("time"), text_of(last.get("user")) or None
    return outcome, values.get("updated_at"), None


def _of_api(values: Any) -> Iterator[_Said]:
    """The creator's own words first, though without a probability where the creator stated none."""
    creator, text, deadline = (
        text_of(values.get("creator_label")),
        values.get("description"),
        values.get("deadline"),
    )
    stated = [one for one in _responses(values) if one.get("confidence") is not None]
    if not any(text_of(one.get("user_label")) == creator for one in stated):
        yield _Said(creator, values.get("created_at"), text, deadline, None, creator)
    theirs = [one for one in stated if text_of(one.get("user_label")) == creator]
    for one in (*theirs, *(other for other in stated if other not in theirs)):
        key = text_of(one.get("id")) or text_of(one.get("created_at"))
        yield _Said(
            text_of(one.get("user_label")), one.get("created_at"), text, deadline, one["confidence"], key
        )


def _scraped(values: Any) -> Iterator[_Said]:
    """What was stated when, with the words and the deadline that stood then: each change holds the ones before it."""
    creator = text_of(values.get("user"))
    events = sorted((one for one in _responses(values)), key=lambda one: moment(one.get("time")))
    credence = None
    started = False
    later = [*events]
    for one in events:
        later.pop(0)
        actions, user = _actions(one), text_of(one.get("user"))
        changed = {"change-deadline", "change-prediction"} & actions.keys()
        if changed and not started:
            yield _Said(creator, values.get("time_created"), *_standing(values, [one, *later]), None, creator)
            started = True
        if "credence" in actions or "change-deadline" in actions:
            own = user == creator or bool(changed)
            credence = actions.get("credence", credence) if own else credence
            stated = credence if own else actions["credence"]
            started = started or own
            yield _Said(creator if own else user, one.get("time"), *_standing(values, later), stated,
                        f"{user} {text_of(one.get('time'))}")  # fmt: skip  # one call
    if not started:
        yield _Said(creator, values.get("time_created"), *_standing(values, events), None, creator)


def _standing(values: Any, later: list[dict[str, Any]]) -> tuple[Any, Any]:
    """The words and the deadline before all of the later responses."""
    words = next(
        (_actions(one)["change-prediction"] for one in later if "change-prediction" in _actions(one)), None
    )
    due = next(
        (_actions(one)["change-deadline"] for one in later if "change-deadline" in _actions(one)), None
    )
    text = (
        values.get("event")
        if words is None
        else html.unescape(text_of(words)).replace("\\'", "'").replace('\\"', '"')
    )
    return text, due or values.get("time_known")


def _responses(values: Any) -> list[dict[str, Any]]:
    found = values.get("responses")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _actions(response: dict[str, Any]) -> dict[str, Any]:
    actions = response.get("actions")
    return actions if isinstance(actions, dict) else {}


def _rest(values: Any) -> dict[str, str]:
    """What has no field: the comments, and what no column is read for."""
    comments = []
    for one in _responses(values):
        words = text_of(one.get("comment") or _actions(one).get("comment"))
        if words:
            comments.append(f"{text_of(one.get('user_label') or one.get('user'))}: {plain_text(words)}")
    left = {name: compact(value) for name, value in values.items() if name not in _USED}
    if left.get("description_with_group") == text_of(values.get("description")):
        del left["description_with_group"]
    return {name: words for name, words in (left | {"comments": "; ".join(comments)}).items() if words}
