"""How good a time is among the known times of its problem. Pure functions; times in any one unit, larger is slower."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median as middle


@dataclass(frozen=True, slots=True)
class Known:
    """Times of the known programs of a problem, in units of the slow program's: on another machine they still hold."""

    fastest: float
    median: float
    slowest: float


def known_times(times: Sequence[float], slow: float) -> Known | None:
    """None where there are no times to compare with."""
    if not times or slow <= 0:
        return None
    return Known(min(times) / slow, middle(times) / slow, max(times) / slow)


def time_cut(slow: float, fast: float) -> float:
    """1 - t_fast / t_slow: the share of the time that is saved (E-code prints it without a definition)."""
    return 1 - fast / slow


def npi(time: float, slowest: float, median: float, fastest: float) -> float:
    """Normalised performance index of ACEOB (Pan et al., arXiv 2408.12960), clamped to [0, 100].

    ACEOB's text has 0 for the slowest known time, 50 for the median and 100 for the fastest, its code 100 for the
    fastest, 0 for the median and -100 for the slowest: the same up to `text = 50 + code / 2`. This is the text's.
    Between these points it is linear. Theirs is not clamped and divides by zero where the median equals an end; here
    the ends decide then: what is no slower than the fastest gets 100, whatever else is no faster than the slowest 0.
    """
    if time <= fastest:
        return 100.0
    if time >= slowest:
        return 0.0
    if time <= median:
        return 50 + 50 * (median - time) / (median - fastest)
    return 50 * (slowest - time) / (slowest - median)


def beyond(time: float, fastest: float, slowest: float) -> float:
    """Beyond of Mercury (Du et al., arXiv 2402.07844): (slowest - t) / (slowest - fastest), clamped to [0, 1].

    A program that is wrong gets 0: that is for the caller to say. Mercury's released code clamps the numerator to one
    second instead of the ratio to one; here the ratio is clamped, as in the paper. Where all known times are equal,
    it is 1 for what is no slower and 0 for the rest.
    """
    if time <= fastest:
        return 1.0
    return max(0.0, (slowest - time) / (slowest - fastest)) if slowest > fastest else 0.0


def eff_at_k(scores: Sequence[float], k: int) -> float:
    """eff@k of ENAMEL (Qiu et al., arXiv 2406.06647): the expected best score of `k` candidates drawn without
    replacement from the `n` at hand, sum over r = k..n of C(r-1, k-1) / C(n, k) * e_(r), e_(1) <= ... <= e_(n).

    The weights come from each other (that of r-1 is that of r times (r-k) / (r-1), the last is k / n): no large
    binomials. ENAMEL's e is a sum over levels of input sizes that experts designed; problems here have no levels, and
    the caller passes Beyond (which is its level score with the slowest known time as the limit).
    Raises `ValueError` unless 1 <= k <= n.
    """
    n = len(scores)
    if not 1 <= k <= n:
        raise ValueError(f"k is {k} with {n} scores")
    total, weight = 0.0, k / n
    for rank, score in zip(range(n, k - 1, -1), sorted(scores, reverse=True), strict=False):
        total += weight * score
        weight *= (rank - k) / (rank - 1) if rank > 1 else 0.0
    return total
