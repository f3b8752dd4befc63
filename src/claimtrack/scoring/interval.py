"""The interval in which the share of a few claims may lie."""

from __future__ import annotations

from math import sqrt

# The normal quantile that leaves 2.5% on either side.
Z95 = 1.959963984540054


def wilson(count: float, of: int) -> tuple[float, float]:
    """The ends of the 95% score interval of the share `count` / `of`, both from 0 to 1.

    From E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    Counted halves make it wider than it need be, never narrower: among all values from 0 to 1 with one mean,
    zeros and ones vary most.
    """
    ratio, spread = count / of, Z95**2 / of
    centre = (ratio + spread / 2) / (1 + spread)
    reach = sqrt(spread * (ratio * (1 - ratio) + spread / 4)) / (1 + spread)
    return max(0.0, min(centre - reach, ratio)), min(1.0, max(centre + reach, ratio))
