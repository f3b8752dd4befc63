"""How stated probabilities fared against what happened."""

from __future__ import annotations

from collections import defaultdict
from math import fsum, log
from typing import TYPE_CHECKING

from claimtrack.model.scorecard import Bin, Calibration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A stated probability from 0 to 1, and the outcome: 1 held, 0 failed, 0.5 partly.
Forecast = tuple[float, float]
BINS = 10


def calibration(forecasts: Sequence[Forecast]) -> Calibration | None:
    """Every score of `forecasts`; null where there are none.

    The Brier score is that of G. W. Brier (Monthly Weather Review 78, 1950) in its one-sided form, from 0 to
    1. Its parts are those of A. H. Murphy (Journal of Applied Meteorology 12, 1973), by distinct stated
    probability, which makes them exact: brier = reliability - resolution + uncertainty.
    """
    if not forecasts:
        return None
    outcomes = [outcome for _, outcome in forecasts]
    base_rate = _mean(outcomes)
    uncertainty = _mean((outcome - base_rate) ** 2 for outcome in outcomes)
    reliability, resolution = _murphy(forecasts, base_rate)
    brier = _mean((stated - outcome) ** 2 for stated, outcome in forecasts)
    contradicted = sum(_contradicted(*forecast) for forecast in forecasts)
    return Calibration(
        forecasts=len(forecasts),
        partly=outcomes.count(0.5),
        base_rate=base_rate,
        brier=brier,
        reliability=reliability,
        resolution=resolution,
        uncertainty=uncertainty,
        log_score=None if contradicted else _mean(_surprise(*forecast) for forecast in forecasts),
        contradicted=contradicted,
        bins=_bins(forecasts),
    )


def _murphy(forecasts: Sequence[Forecast], base_rate: float) -> tuple[float, float]:
    """Reliability and resolution, where the forecasts that stated one probability are taken together."""
    by_stated: defaultdict[float, list[float]] = defaultdict(list)
    for stated, outcome in forecasts:
        by_stated[stated].append(outcome)
    reliability = fsum(len(group) * (stated - _mean(group)) ** 2 for stated, group in by_stated.items())
    resolution = fsum(len(group) * (_mean(group) - base_rate) ** 2 for group in by_stated.values())
    return reliability / len(forecasts), resolution / len(forecasts)


def _contradicted(stated: float, outcome: float) -> bool:
    """Whether a certainty was stated and not all of it came so, which no finite log score can express."""
    return (stated == 0 and outcome > 0) or (stated == 1 and outcome < 1)


def _surprise(stated: float, outcome: float) -> float:
    """The log score of one forecast, in nats: I. J. Good, "Rational decisions", JRSS B 14 (1952)."""
    came = -outcome * log(stated) if outcome else 0.0
    came_not = -(1 - outcome) * log(1 - stated) if outcome < 1 else 0.0
    return came + came_not


def _bins(forecasts: Sequence[Forecast]) -> tuple[Bin, ...]:
    """The forecasts in tenths for a reliability diagram, without the empty ones; 1 falls in the last."""
    tenths: defaultdict[int, list[Forecast]] = defaultdict(list)
    for forecast in forecasts:
        tenths[min(int(forecast[0] * BINS), BINS - 1)].append(forecast)
    return tuple(_bin(tenth, tenths[tenth]) for tenth in sorted(tenths))


def _bin(tenth: int, forecasts: Sequence[Forecast]) -> Bin:
    """The forecasts of one tenth."""
    stated, came_about = (_mean(column) for column in zip(*forecasts, strict=True))
    return Bin(tenth / BINS, (tenth + 1) / BINS, len(forecasts), stated, came_about)


def _mean(values: Iterable[float]) -> float:
    """The arithmetic mean of one or more values."""
    values = list(values)
    return fsum(values) / len(values)
