"""How good predicted times are: metrics, always beside simple baselines.

All times are microseconds; `predicted` and `truth` are aligned. Skill and MAE of logarithms treat a factor the same way
wherever it stands; MAE in microseconds is dominated by the slowest programs and reported because the paper does.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

APART = 1.2
"""Pairs of one problem whose times are nearer than this say nothing about a predictor."""


@dataclass(frozen=True, slots=True)
class PredictionScores:
    """`skill` is 1 - MAE of logarithms / that of the constant; `pair_accuracy` is None where no two programs
    of a problem are apart, `coverage` where there is no interval."""

    programs: int
    mae_us: float
    mae_log: float
    skill: float
    spearman: float
    pair_accuracy: float | None
    pairs: int
    coverage: float | None = None


def score_predictions(
    truth: Sequence[float],
    predicted: Sequence[float],
    problems: Sequence[str],
    constant_us: float,
    intervals: Sequence[tuple[float, float]] | None = None,
) -> PredictionScores:
    """`constant_us` is the median of the training times: what somebody says who knows nothing of the program."""
    logs = [abs(math.log(p) - math.log(t)) for p, t in zip(predicted, truth, strict=True)]
    constant = fmean(abs(math.log(constant_us) - math.log(t)) for t in truth)
    right, pairs = _pairs(truth, predicted, problems)
    covered = None
    if intervals is not None:
        covered = fmean(low <= t <= high for (low, high), t in zip(intervals, truth, strict=True))
    return PredictionScores(
        len(truth),
        fmean(abs(p - t) for p, t in zip(predicted, truth, strict=True)),
        fmean(logs),
        1 - fmean(logs) / constant if constant else 0.0,
        spearman(truth, predicted),
        right / pairs if pairs else None,
        pairs,
        covered,
    )


def _pairs(truth: Sequence[float], predicted: Sequence[float], problems: Sequence[str]) -> tuple[float, int]:
    """(pairs of one problem in the right order, pairs at least `APART` apart); a tie counts half."""
    groups: dict[str, list[int]] = defaultdict(list)
    for row, problem in enumerate(problems):
        groups[problem].append(row)
    right, count = 0.0, 0
    for rows in groups.values():
        for place, a in enumerate(rows):
            for b in rows[place + 1 :]:
                slow, fast = (a, b) if truth[a] >= truth[b] else (b, a)
                if truth[slow] >= APART * truth[fast]:
                    count += 1
                    right += 0.5 if predicted[slow] == predicted[fast] else float(predicted[slow] > predicted[fast])
    return right, count


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Correlation of ranks, ties by their mean rank; 0.0 where one of them is constant."""
    ranks_a, ranks_b = _ranks(a), _ranks(b)
    mean = (len(a) - 1) / 2
    covariance = math.fsum((x - mean) * (y - mean) for x, y in zip(ranks_a, ranks_b, strict=True))
    spread = math.sqrt(math.fsum((x - mean) ** 2 for x in ranks_a) * math.fsum((y - mean) ** 2 for y in ranks_b))
    return covariance / spread if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda row: values[row])
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in range(start, end + 1):
            ranks[order[place]] = (start + end) / 2
        start = end + 1
    return ranks


def constant_median(train_us: Sequence[float]) -> float:
    """What the first baseline says of every program."""
    return float(median(train_us))
