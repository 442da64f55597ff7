"""Numbers for people, the same way on page and in Markdown: ratios, shares, sizes of tick marks."""

from __future__ import annotations

from ecode.console import format_bytes, format_time

_TIME_UNITS = (("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1.0))


def ratio_text(ratio: float) -> str:
    """`15.1×`, `1.07×`, `4,110×`: three significant digits."""
    if ratio >= 99.95:
        return f"{ratio:,.0f}×"
    if ratio >= 9.995:
        return f"{ratio:.1f}×"
    return f"{ratio:.2f}×" if ratio >= 0.0995 else f"{ratio:.2g}×"


def percent_text(part: float) -> str:
    """`35 %`, `93.4 %`, `99.96 %`: more digits where it matters, near the whole; never rounded up to it."""
    percent = 100 * part
    if 99.99 < percent < 100:
        return "more than 99.99 %"
    digits = 0 if percent < 90 or percent == 100 else 1 if percent < 99 else 2
    return f"{percent:.{digits}f} %"


def saved_text(ratio: float) -> str:
    """The part of the time that is saved at this ratio of times."""
    return percent_text(1 - 1 / ratio)


def time_text(ns: float | None) -> str:
    return "–" if ns is None else format_time(ns)


def memory_text(size: int) -> str:
    """A size of 0 was not measured."""
    return format_bytes(size) if size > 0 else "–"


def time_unit(ns: float) -> tuple[str, float]:
    """The unit to give this time in, with its length in nanoseconds."""
    return next(((name, size) for name, size in _TIME_UNITS if ns >= size), _TIME_UNITS[-1])


def plain_number(value: float) -> str:
    """`0.25`, `1,200`, `3,000,000`: no trailing zeros, no exponent below a trillion."""
    text = f"{value:.6g}" if abs(value) < 1e5 or abs(value) >= 1e12 else f"{value:.0f}"
    return f"{float(text):,.0f}" if "." not in text and "e" not in text else text
