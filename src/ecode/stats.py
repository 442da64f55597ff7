"""Robust statistics on plain sequences of numbers. Pure functions; nothing here knows what was measured."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist, median

__all__ = ["ShiftEstimate", "geometric_mean", "hodges_lehmann", "mad", "median", "signed_rank_p"]

_EXACT_UP_TO = 40  # pairs; beyond, the normal approximation is good to three digits


def mad(values: Sequence[float]) -> float:
    """Median absolute deviation from the median, in the unit of the values (not scaled to a standard deviation)."""
    centre = median(values)
    return float(median(abs(v - centre) for v in values))


def geometric_mean(values: Sequence[float]) -> float:
    """exp of the mean log; values must be positive. Raises `ValueError` on an empty sequence."""
    if not values:
        raise ValueError("the geometric mean of nothing")
    return math.exp(math.fsum(math.log(v) for v in values) / len(values))


@lru_cache(maxsize=64)
def _rank_sum_counts(n: int) -> tuple[int, ...]:
    """How many of the 2**n sign patterns give each sum of positive ranks 0 .. n(n+1)/2."""
    counts = [1]
    for rank in range(1, n + 1):
        longer = counts + [0] * rank
        for total, count in enumerate(counts):
            longer[total + rank] += count
        counts = longer
    return tuple(counts)


def signed_rank_p(differences: Sequence[float]) -> float:
    """Two-sided p of Wilcoxon's signed-rank test that the differences are symmetric about zero.

    Zeros are dropped, tied ranks averaged; exact distribution up to 40 pairs without ties, normal approximation with
    tie and continuity correction beyond (Wilcoxon 1945; Hollander & Wolfe, Nonparametric Statistical Methods, 3.1).
    """
    nonzero = sorted((d for d in differences if d != 0), key=abs)
    n = len(nonzero)
    if n == 0:
        return 1.0
    ranks, ties = _average_ranks([abs(d) for d in nonzero])
    positive = math.fsum(rank for rank, d in zip(ranks, nonzero, strict=True) if d > 0)
    if n <= _EXACT_UP_TO and not ties:
        counts = _rank_sum_counts(n)
        smaller = int(min(positive, n * (n + 1) / 2 - positive))
        return min(1.0, float(2 * sum(counts[: smaller + 1]) / 2**n))
    variance = n * (n + 1) * (2 * n + 1) / 24 - sum(t**3 - t for t in ties) / 48
    distance = max(0.0, abs(positive - n * (n + 1) / 4) - 0.5)
    return 2 * (1 - NormalDist().cdf(distance / math.sqrt(variance))) if variance > 0 else 1.0


def _average_ranks(ascending: Sequence[float]) -> tuple[list[float], list[int]]:
    """Ranks from 1 of an ascending sequence, equal values sharing theirs, and the sizes of the groups that share."""
    ranks: list[float] = []
    ties: list[int] = []
    start = 0
    while start < len(ascending):
        end = start
        while end < len(ascending) and ascending[end] == ascending[start]:
            end += 1
        ranks += [(start + 1 + end) / 2] * (end - start)
        if end - start > 1:
            ties.append(end - start)
        start = end
    return ranks, ties


@dataclass(frozen=True, slots=True)
class ShiftEstimate:
    """A location with its confidence interval."""

    value: float
    low: float
    high: float


def hodges_lehmann(differences: Sequence[float], confidence: float = 0.95) -> ShiftEstimate:
    """Median of all pairwise means, with the interval that inverts the signed-rank test.

    Distribution-free under symmetry (Hodges & Lehmann 1963; interval after Tukey, Hollander & Wolfe 3.3). With too few
    pairs for the confidence asked, the interval is the whole range of the pairwise means. Raises `ValueError` on none.
    """
    n = len(differences)
    if n == 0:
        raise ValueError("an estimate needs at least one difference")
    means = sorted((differences[i] + differences[j]) / 2 for i in range(n) for j in range(i, n))
    cut = _walsh_cut(n, (1 - confidence) / 2)
    return ShiftEstimate(median(means), means[cut], means[-1 - cut])


def _walsh_cut(n: int, tail: float) -> int:
    """How many pairwise means to leave out at each end so that at most `tail` of the probability lies beyond."""
    if n <= _EXACT_UP_TO:
        below, total = 0, 2**n
        for rank_sum, count in enumerate(_rank_sum_counts(n)):
            below += count
            if below > tail * total:
                return max(0, rank_sum - 1) if rank_sum else 0
    spread = math.sqrt(n * (n + 1) * (2 * n + 1) / 24)
    return max(0, math.floor(n * (n + 1) / 4 - NormalDist().inv_cdf(1 - tail) * spread) - 1)
