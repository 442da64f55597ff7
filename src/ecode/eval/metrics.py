"""Metrics over results. Copies of the slow program count as failures everywhere, and their rate is a column.

Definitions: DESIGN section 9. OPT@k and the speed-up follow PIE (Shypula et al., arXiv 2302.07867, there `%Opt` at 1.1x
and mean speed-up with 1.0 for failures), with a significance test in place of a simulator's exact count.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from statistics import fmean

from ecode.eval.harness import Result
from ecode.stats import geometric_mean

OPT_RATIO = 1.10


def io_pass(results: Sequence[Result]) -> float:
    """Share of programs that have at least one candidate which passes all tests and is no copy."""
    return fmean(any(c.fate == "accepted" for c in r.candidates) for r in results)


def io_pass_rate_best(results: Sequence[Result]) -> float:
    """Share of tests passed by the best candidate of each program, mean over programs (the paper's IO pass rate)."""
    return fmean(max((c.passed for c in r.candidates), default=0.0) for r in results)


def io_pass_rate_mean(results: Sequence[Result]) -> float:
    """Share of tests passed, mean over candidates, then over programs."""
    return fmean(fmean(c.passed for c in r.candidates) if r.candidates else 0.0 for r in results)


def opt(results: Sequence[Result]) -> float:
    """Share of programs whose winner is significantly faster, by 1.10x at least."""
    return fmean(r.ratio >= OPT_RATIO for r in results)


def speedup_arithmetic(results: Sequence[Result]) -> float:
    """Mean ratio slow/fast, 1.0 where nothing correct and faster was found."""
    return fmean(r.ratio for r in results)


def speedup_geometric(results: Sequence[Result]) -> float:
    """Geometric mean of the same ratios."""
    return geometric_mean([r.ratio for r in results])


def copy_rate(results: Sequence[Result]) -> float:
    """Share of candidates that equal the slow program up to names and layout."""
    return _share(results, "copy")


def compile_rate(results: Sequence[Result]) -> float:
    """Share of candidates that are programs which compile, copies included."""
    return 1.0 - _share(results, "none") - _share(results, "broken")


def predicted_time_cut(results: Sequence[Result]) -> float:
    """1 - predicted time over the slow program's, mean over all generated code with a text, whether it runs or not:
    the paper's way of scoring code that does not compile. 0 where no predictor was asked.

    Not a result by itself: a program that does not run has no time.
    """
    cuts = [1 - c.predicted_us / r.slow_predicted_us for r in results for c in r.candidates if c.predicted_us]
    return fmean(cuts) if cuts else 0.0


def only_predicted(results: Sequence[Result]) -> float:
    """Share of the predicted times that belong to candidates which do not compile."""
    asked = [c for r in results for c in r.candidates if c.predicted_us]
    return sum(c.fate == "broken" for c in asked) / len(asked) if asked else 0.0


def _share(results: Sequence[Result], fate: str) -> float:
    total = sum(len(r.candidates) for r in results)
    return sum(c.fate == fate for r in results for c in r.candidates) / total if total else 0.0


METRICS: dict[str, Callable[[Sequence[Result]], float]] = {
    "IO pass": io_pass,
    "IO pass rate, best": io_pass_rate_best,
    "IO pass rate, mean": io_pass_rate_mean,
    "OPT@k": opt,
    "SP geometric": speedup_geometric,
    "SP arithmetic": speedup_arithmetic,
    "copies": copy_rate,
    "compile rate": compile_rate,
    "predicted time cut": predicted_time_cut,
    "only predicted": only_predicted,
}


def interval(
    results: Sequence[Result],
    metric: Callable[[Sequence[Result]], float],
    *,
    draws: int = 1000,
    seed: int = 0,
    confidence: float = 0.95,
) -> tuple[float, float]:
    """Percentile bootstrap over problems: programs of one problem stand or fall together."""
    rng = random.Random(seed)
    by_problem: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_problem[result.problem_id].append(result)
    problems = list(by_problem.values())
    values = sorted(
        metric([r for group in rng.choices(problems, k=len(problems)) for r in group]) for _ in range(draws)
    )
    tail = (1 - confidence) / 2
    return values[int(tail * draws)], values[min(draws - 1, int((1 - tail) * draws))]
