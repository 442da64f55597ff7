"""Two charts as inline SVG. Positions across are percentages, so that they fit any width with text at full size."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median, quantiles

from ecode.report.axis import Axis, axis_for
from ecode.report.data import Scaling, ScalingPoint
from ecode.report.escape import escaped
from ecode.report.growth import Growth, fit_growth
from ecode.report.units import plain_number, time_text, time_unit

_ROW = 76  # pixels for one program's samples
_MOST_DOTS = 400
_GOLDEN = 0.6180339887  # spreads dots evenly over a strip without chance
_HEIGHT, _TOP, _BOTTOM = 300, 26, 262  # of the scaling chart


def samples_chart(groups: Sequence[tuple[str, str, Sequence[float]]]) -> str:
    """A strip of dots over a box for each (label, CSS class, samples in ns), all on one axis."""
    axis = samples_axis([samples for _, _, samples in groups])
    bottom = _ROW * len(groups) + 6
    rows = [_strip(number * _ROW, group, axis) for number, group in enumerate(groups)]
    said = "; ".join(_said(label, samples) for label, _, samples in groups)
    scale = " (logarithmic axis)" if axis.log else ""
    label = escaped(f"Distribution of the measured times{scale}. {said}")
    return (
        f'<svg class="chart" role="img" aria-label="{label}" width="100%" height="{bottom + 26}">'
        f"{_time_ticks(axis, bottom)}{''.join(rows)}</svg>"
    )


def samples_axis(groups: Sequence[Sequence[float]]) -> Axis:
    """The one axis of all groups of samples."""
    return axis_for([value for samples in groups for value in samples])


def _said(label: str, samples: Sequence[float]) -> str:
    low, middle, high = (time_text(value) for value in (min(samples), median(samples), max(samples)))
    return f"{label}: {len(samples)} samples from {low} to {high}, median {middle}"


def _time_ticks(axis: Axis, bottom: float) -> str:
    """Grid lines down the chart with their times below; on a linear axis all in one unit."""
    unit = None if axis.log else time_unit(axis.high)
    made = []
    for tick in axis.ticks():
        x = f"{axis.at(tick):.2f}%"
        made.append(f'<line class="grid" x1="{x}" x2="{x}" y1="0" y2="{bottom}"></line>')
        made.append(f'<text class="tick" x="{x}" y="{bottom + 18}" text-anchor="middle">{_tick(tick, unit)}</text>')
    return "".join(made)


def _tick(ns: float, unit: tuple[str, float] | None) -> str:
    name, size = unit or time_unit(ns)
    return f"{plain_number(ns / size)} {name}"


def _strip(top: float, group: tuple[str, str, Sequence[float]], axis: Axis) -> str:
    label, style, samples = group
    centre = top + 48
    text = f'<text class="label" x="0" y="{top + 18}">{escaped(label)}</text>'
    middle = f'<text class="label value" x="100%" y="{top + 18}" text-anchor="end">median {_median(samples)}</text>'
    return f'<g class="{style}">{text}{middle}{_box(samples, axis, centre)}{_dots(samples, axis, centre)}</g>'


def _median(samples: Sequence[float]) -> str:
    return escaped(time_text(median(samples)))


def _dots(samples: Sequence[float], axis: Axis, centre: float) -> str:
    """Of very many samples an even selection: a page has no use for a million dots."""
    shown = samples[:: max(1, -(-len(samples) // _MOST_DOTS))]
    places = ((axis.at(value), centre - 9 + 18 * (number * _GOLDEN % 1)) for number, value in enumerate(shown))
    return "".join(f'<circle class="dot" cx="{x:.2f}%" cy="{y:.1f}" r="3.5"></circle>' for x, y in places)


def _box(samples: Sequence[float], axis: Axis, centre: float) -> str:
    """Quartiles as a box, the extremes as a line through it, the median as a bar."""
    low, middle, high = quantiles(samples, n=4, method="inclusive") if len(samples) > 1 else [samples[0]] * 3
    left, right = axis.at(low), axis.at(high)
    first, bar, last = axis.at(min(samples)), axis.at(middle), axis.at(max(samples))
    return (
        f'<line class="whisker" x1="{first:.2f}%" x2="{last:.2f}%" y1="{centre}" y2="{centre}"></line>'
        f'<rect class="box" x="{left:.2f}%" y="{centre - 15}" width="{right - left:.2f}%" height="30"></rect>'
        f'<line class="middle" x1="{bar:.2f}%" x2="{bar:.2f}%" y1="{centre - 17}" y2="{centre + 17}"></line>'
    )


def drawable(scaling: Scaling | None) -> list[ScalingPoint]:
    """The points that logarithmic axes can show, by size; empty where they make no curve."""
    points = scaling.points if scaling else ()
    good = sorted((p for p in points if min(p.size, p.before_ns, p.after_ns) > 0), key=lambda p: p.size)
    return good if len({p.size for p in good}) > 1 else []


def growths(points: Sequence[ScalingPoint]) -> tuple[Growth | None, Growth | None]:
    """Of the original and of the faster program."""
    return fit_growth([(p.size, p.before_ns) for p in points]), fit_growth([(p.size, p.after_ns) for p in points])


def scaling_chart(scaling: Scaling) -> str:
    """Time against size on logarithmic axes, where a power law is a straight line: the dashed one is the fit."""
    points = drawable(scaling)
    across = axis_for([p.size for p in points], log=True, start=14.0, end=95.0, least=1e-9)
    up = axis_for([t for p in points for t in (p.before_ns, p.after_ns)], log=True, start=_BOTTOM, end=_TOP)
    before, after = growths(points)
    old = _curve([(p.size, p.before_ns) for p in points], before, across, up, "original")
    new = _curve([(p.size, p.after_ns) for p in points], after, across, up, "faster")
    label = escaped(f"Time against {scaling.unit}, logarithmic axes. {growth_sentence(before, after)}")
    return (
        f'<svg class="chart" role="img" aria-label="{label}" width="100%" height="{_HEIGHT}">'
        f"{_scaling_ticks(across, up)}{old}{new}</svg>"
    )


def growth_sentence(before: Growth | None, after: Growth | None) -> str:
    if before is None or after is None:
        return "Too few sizes for an exponent: at least three are needed."
    return f"The original's time grows like {before}; that of the faster program like {after}."


def _scaling_ticks(across: Axis, up: Axis) -> str:
    made = []
    for tick in up.ticks():
        y = up.at(tick)
        made.append(f'<line class="grid" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"></line>')
        made.append(f'<text class="tick" x="0" y="{y - 4:.1f}">{_tick(tick, None)}</text>')
    for tick in across.ticks():
        x = f"{across.at(tick):.2f}%"
        made.append(f'<text class="tick" x="{x}" y="{_BOTTOM + 22}" text-anchor="middle">{plain_number(tick)}</text>')
    return "".join(made)


def _curve(points: Sequence[tuple[float, float]], growth: Growth | None, across: Axis, up: Axis, style: str) -> str:
    places = [(across.at(size), up.at(time)) for size, time in points]
    if growth is not None:
        first, last = ((across.at(size), up.at(growth.time_at(size))) for size in (points[0][0], points[-1][0]))
        lines = _segment(first, last, "fit")
    else:
        lines = "".join(_segment(a, b, "joined") for a, b in pairwise(places))
    return f'<g class="{style}">{lines}{"".join(_marker(x, y, style) for x, y in places)}</g>'


def _segment(a: tuple[float, float], b: tuple[float, float], style: str) -> str:
    return f'<line class="{style}" x1="{a[0]:.2f}%" y1="{a[1]:.1f}" x2="{b[0]:.2f}%" y2="{b[1]:.1f}"></line>'


def _marker(x: float, y: float, style: str) -> str:
    """Squares for the original, discs for the faster program: told apart without colour."""
    if style == "original":
        return f'<rect class="mark" x="{x:.2f}%" y="{y - 4:.1f}" width="8" height="8" transform="translate(-4)"></rect>'
    return f'<circle class="mark" cx="{x:.2f}%" cy="{y:.1f}" r="4.5"></circle>'
