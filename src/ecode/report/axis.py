"""Axes: where a value stands, in percent of the width, and which values get a tick mark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

FAR_APART = 6.0
"""From this ratio of largest to smallest on, a linear axis would squeeze the small values together."""
_MOST_TICKS = 5
_START, _END = 7.0, 93.0  # percent: room for the labels of the outermost ticks
_MANTISSAS = ((1, 2, 5), (1, 3), (1,))


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, linear or logarithmic, laid out between `start` and `end` (percent or pixels)."""

    low: float
    high: float
    log: bool
    start: float = _START
    end: float = _END

    def at(self, value: float) -> float:
        scale = math.log if self.log else float
        low, high, here = scale(self.low), scale(self.high), scale(min(max(value, self.low), self.high))
        return self.start + (self.end - self.start) * (here - low) / (high - low)

    def ticks(self) -> list[float]:
        return _log_ticks(self.low, self.high) if self.log else _linear_ticks(self.low, self.high)


def axis_for(
    values: Sequence[float], *, log: bool | None = None, start: float = _START, end: float = _END, least: float = 1.0
) -> Axis:
    """An axis on which all values stand clear of the edges. Unless told, logarithmic where they are far apart.

    On a logarithmic axis, values below `least` stand at its start.
    """
    low, high = min(values), max(values)
    if log is None:
        log = high / max(low, least) >= FAR_APART
    if log:
        low, high = max(low, least), max(high, least)
        room = max((high / low) ** 0.06, 1.15)
        return Axis(low / room, high * room, True, start, end)
    room = max((high - low) * 0.08, abs(high) * 0.01, least)
    return Axis(max(0.0, low - room) if low >= 0 else low - room, high + room, False, start, end)


def _linear_ticks(low: float, high: float) -> list[float]:
    rough = (high - low) / (_MOST_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10, 20) if (high - low) / (m * power) <= _MOST_TICKS)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [number * step for number in range(first, last + 1)][:_MOST_TICKS]


def _log_ticks(low: float, high: float) -> list[float]:
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for mantissas in _MANTISSAS:
        ticks = [m * 10.0**d for d in decades for m in mantissas if low <= m * 10.0**d <= high]
        if len(ticks) <= _MOST_TICKS:
            break
    if len(ticks) < 2:
        return _linear_ticks(low, high)
    return ticks[:: math.ceil(len(ticks) / _MOST_TICKS)]
