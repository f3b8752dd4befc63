"""Scores of stated probabilities, and intervals of shares, by hand and against scikit-learn."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.scoring import calibration, wilson

# Four said to be likely, of which three came about; four unlikely, of which one did.
EVEN = [(0.8, 1), (0.8, 1), (0.8, 1), (0.8, 0), (0.3, 1), (0.3, 0), (0.3, 0), (0.3, 0)]

probabilities = st.sampled_from([n / 20 for n in range(21)]) | st.floats(0, 1)
forecasts = st.lists(st.tuples(probabilities, st.sampled_from([0.0, 0.5, 1.0])), min_size=1, max_size=60)

# What scikit-learn 1.9.1 says of forecasts, none of which is on an edge of a bin or came about partly: as stated,
# which came about, `brier_score_loss`, `log_loss`, and both sides of `calibration_curve` with ten bins. The forecasts
# are pseudo-random numbers; the scores were computed once, and stand here to 12 places.
SCIKIT_LEARN = {
    "all over the scale": (
        [0.246, 0.821, 0.062, 0.822, 0.436, 0.57, 0.318, 0.121, 0.041, 0.132, 0.639, 0.625, 0.139, 0.49,
         0.182, 0.198, 0.017, 0.78, 0.38, 0.827, 0.624, 0.927, 0.165, 0.117, 0.959, 0.444, 0.777, 0.029,
         0.717, 0.693, 0.772, 0.345, 0.013, 0.179, 0.236, 0.558, 0.831, 0.055, 0.429, 0.523],
        "1101111000010100010101001011100100011010", 0.172211075, 0.5286180996,
        [0.166666666667, 0.0, 0.5, 0.666666666667, 0.75, 0.666666666667, 0.25, 0.75, 1.0, 1.0],
        [0.036166666667, 0.154125, 0.241, 0.347666666667, 0.44975, 0.550333333333, 0.64525, 0.7615,
         0.82525, 0.943],
    ),
    "nearly sure either way": (
        [0.921, 0.91, 0.025, 0.025, 0.936, 0.962, 0.072, 0.004, 0.049, 0.085, 0.989, 0.074, 0.085, 0.963,
         0.927, 0.906, 0.934, 0.912, 0.956, 0.04, 0.917, 0.985, 0.026, 0.007],
        "110011000010011111101101", 0.044741166667, 0.261461790233,
        [0.090909090909, 1.0],
        [0.044727272727, 0.939846153846],
    ),
    "all came about": (
        [0.55, 0.615, 0.72, 0.725, 0.91],
        "11111", 0.10257, 0.3656736765,
        [1.0, 1.0, 1.0, 1.0],
        [0.55, 0.615, 0.7225, 0.91],
    ),
    "none came about": (
        [0.021, 0.333, 0.51, 0.874],
        "0000", 0.2838265, 0.802753032357,
        [0.0, 0.0, 0.0, 0.0],
        [0.021, 0.333, 0.51, 0.874],
    ),
}  # fmt: skip  # numbers in rows


def test_the_parts_of_the_brier_score_by_hand():
    """Four of eight came about, so the base rate is 1/2.

    Brier (3 x 0.04 + 0.64 + 0.49 + 3 x 0.09) / 8 = 1.52 / 8 = 0.19; reliability (4 x 0.05^2 + 4 x 0.05^2) / 8
    = 0.0025; resolution (4 x 0.25^2 + 4 x 0.25^2) / 8 = 0.0625; uncertainty 0.5 x 0.5 = 0.25; skill
    1 - 0.19 / 0.25 = 0.24.
    """
    scored = calibration(EVEN)
    assert scored.base_rate == 0.5
    assert scored.brier == pytest.approx(0.19)
    assert scored.reliability == pytest.approx(0.0025)
    assert scored.resolution == pytest.approx(0.0625)
    assert scored.uncertainty == pytest.approx(0.25)


def test_a_partly_counts_half_in_every_score():
    """0.7 for what came half about.

    Brier 0.2^2 = 0.04, log score -(ln 0.7 + ln 0.3) / 2, and one partly is counted.
    """
    scored = calibration([(0.7, 0.5)])
    assert scored.brier == pytest.approx(0.04)
    assert scored.log_score == pytest.approx(-(log(0.7) + log(0.3)) / 2)
    assert scored.partly == 1


def test_the_uncertainty_of_partly_is_the_variance_of_the_outcomes():
    """1, 0.5 and 0 vary by (0.25 + 0 + 0.25) / 3 = 1/6 around their mean, less than ones and zeros can."""
    assert calibration([(0.5, 1), (0.5, 0.5), (0.5, 0)]).uncertainty == pytest.approx(1 / 6)


def test_the_log_score_by_hand():
    """0.8 that came about and 0.25 that did not: -(ln 0.8 + ln 0.75) / 2."""
    assert calibration([(0.8, 1), (0.25, 0)]).log_score == pytest.approx(-(log(0.8) + log(0.75)) / 2)


@pytest.mark.parametrize("forecast", [(1.0, 0), (0.0, 1), (1.0, 0.5), (0.0, 0.5)])
def test_a_certainty_that_was_contradicted_has_no_log_score(forecast):
    """No finite number is honest for it, so the score is null and says how many there were.

    Brier takes it.
    """
    scored = calibration([forecast, (0.6, 1)])
    assert scored.log_score is None
    assert scored.contradicted == 1
    assert scored.brier > 0


def test_a_certainty_that_came_about_costs_nothing():
    """Certain and borne out: both scores are 0."""
    scored = calibration([(1.0, 1), (1.0, 1)])
    assert (scored.brier, scored.log_score, scored.contradicted) == (0, 0, 0)


def test_no_forecasts_have_no_scores():
    """Null, not zero."""
    assert calibration([]) is None


def test_bins_are_tenths_and_the_last_has_both_ends():
    """0.3 is in the tenth that starts with it, 1.0 in the last; empty tenths are left out."""
    bins = calibration([(0.3, 0), (0.35, 1), (0.9, 1), (1.0, 1)]).bins
    assert [(each.low, each.high, each.forecasts) for each in bins] == [(0.3, 0.4, 2), (0.9, 1.0, 2)]
    assert (bins[0].stated, bins[0].came_about) == (pytest.approx(0.325), 0.5)


@pytest.mark.parametrize("tenth", range(10))
def test_a_bin_starts_with_its_own_tenth(tenth):
    """A stated tenth falls in the bin that it begins, whatever binary fractions make of it."""
    assert calibration([(tenth / 10, 1)]).bins[0].low == tenth / 10


@settings(max_examples=60, deadline=None)
@given(forecasts)
def test_the_parts_make_up_the_brier_score(stated):
    """Murphy: brier = reliability - resolution + uncertainty, exactly, with any mixture of outcomes."""
    scored = calibration(stated)
    assert scored.brier == pytest.approx(
        scored.reliability - scored.resolution + scored.uncertainty, abs=1e-12
    )


@pytest.mark.parametrize("known", SCIKIT_LEARN.values(), ids=SCIKIT_LEARN)
def test_both_scores_and_the_bins_are_those_of_scikit_learn(known):
    """Brier and log score, and tenth by tenth the share that came about and the mean of what was stated."""
    said, came, brier, log_score, frequencies, means = known
    scored = calibration(list(zip(said, map(float, came), strict=True)))
    assert scored.brier == pytest.approx(brier, abs=1e-11)
    assert scored.log_score == pytest.approx(log_score, abs=1e-11)
    assert [each.came_about for each in scored.bins] == pytest.approx(frequencies)
    assert [each.stated for each in scored.bins] == pytest.approx(means)


def test_wilsons_interval_by_hand():
    """5 of 10, with z^2 = 3.8415: centre 0.5, reach sqrt(0.38415 x (0.25 + 0.0960)) / 1.38415 = 0.2634."""
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=5e-5)


def test_wilsons_interval_of_none_of_ten():
    """0 of 10 starts at 0 and ends at z^2 / (10 + z^2) = 3.8415 / 13.8415 = 0.2775."""
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=5e-5)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, 2 * of), st.just(of))))
def test_wilsons_interval_holds_the_share_and_stays_between_nothing_and_all(halves_of):
    """For any count in halves: 0 <= low <= share <= high <= 1."""
    halves, of = halves_of
    low, high = wilson(halves / 2, of)
    assert 0 <= low <= halves / 2 / of <= high <= 1


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 500), st.integers(0, 500))
def test_wilsons_interval_is_the_same_from_either_side(of, count):
    """What failed has the mirrored interval of what held."""
    count = min(count, of)
    low, high = wilson(count, of)
    assert wilson(of - count, of) == pytest.approx((1 - high, 1 - low))


def test_more_claims_narrow_the_interval():
    """The same share of ten times as many claims is known better."""
    few, many = wilson(6, 10), wilson(60, 100)
    assert few[0] < many[0] < many[1] < few[1]
