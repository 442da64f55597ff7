"""How time grows with size: the exponent of a power law, and a word for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ecode.search.scaling import SizePoint

_LEAST_POINTS = 3
_WORDS = ((0.0, "about constant"), (1.0, "about linear"), (2.0, "about quadratic"), (3.0, "about cubic"))
_NEAR = 0.15


@dataclass(frozen=True, slots=True)
class Growth:
    """time = factor * size ** exponent, fitted on logarithms."""

    exponent: float
    factor: float

    def time_at(self, size: float) -> float:
        return self.factor * math.pow(size, self.exponent)

    def __str__(self) -> str:
        word = next((word for power, word in _WORDS if abs(self.exponent - power) <= _NEAR), "")
        return f"size^{self.exponent:.2f}" + (f", {word}" if word else "")


def fit_growth(points: Sequence[tuple[float, float]]) -> Growth | None:
    """Least squares through (log size, log time); None for fewer than three different sizes."""
    if len({size for size, _ in points}) < _LEAST_POINTS:
        return None
    xs, ys = [math.log(size) for size, _ in points], [math.log(time) for _, time in points]
    x_mean, y_mean = math.fsum(xs) / len(xs), math.fsum(ys) / len(ys)
    spread = math.fsum((x - x_mean) ** 2 for x in xs)
    exponent = math.fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / spread
    try:
        return Growth(exponent, math.exp(y_mean - exponent * x_mean))
    except OverflowError:  # sizes so close together that the slope means nothing
        return None


def growth_text(points: Sequence[SizePoint]) -> str:
    """One line for a terminal; empty where there are too few points for an exponent."""
    before = fit_growth([(point.size, point.original_ns) for point in points])
    after = fit_growth([(point.size, point.winner_ns) for point in points])
    if before is None or after is None:
        return ""
    gains = [point.original_ns / point.winner_ns for point in points]
    return (
        f"time grows like size^{before.exponent:.2f} -> size^{after.exponent:.2f}: {gains[0]:.2f}x at "
        f"{points[0].size:,} bytes of input, {gains[-1]:.2f}x at {points[-1].size:,}"
    )
