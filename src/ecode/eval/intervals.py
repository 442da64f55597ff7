"""Bootstrap intervals of metrics."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence

from ecode.eval.metrics import Metric
from ecode.eval.program_metrics import Mean
from ecode.eval.results import Result


def interval(
    results: Sequence[Result], metric: Metric, *, draws: int = 1000, seed: int = 0, confidence: float = 0.95
) -> tuple[float, float] | None:
    """Percentile bootstrap over problems: programs of one problem stand or fall together.

    Draws for which the metric is not known are left out; None where it is known for none.
    """
    by_problem: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_problem[result.problem_id].append(result)
    problems = list(by_problem.values())
    draw = _mean(metric, problems) if isinstance(metric, Mean) else _general(metric, problems)
    rng = random.Random(seed)
    drawn = [draw(rng.choices(range(len(problems)), k=len(problems))) for _ in range(draws)]
    values = sorted(one for one in drawn if one is not None)
    if not values:
        return None
    tail = (1 - confidence) / 2
    return values[int(tail * len(values))], values[min(len(values) - 1, int((1 - tail) * len(values)))]


def _general(metric: Metric, problems: Sequence[Sequence[Result]]) -> Callable[[Sequence[int]], float | None]:
    return lambda chosen: metric([result for number in chosen for result in problems[number]])


def _mean(metric: Mean, problems: Sequence[Sequence[Result]]) -> Callable[[Sequence[int]], float | None]:
    """The same, with every program's value computed once."""
    known = [[one for result in group if (one := metric.of(result)) is not None] for group in problems]
    totals, counts = [sum(values) for values in known], [len(values) for values in known]

    def mean(chosen: Sequence[int]) -> float | None:
        count = sum(counts[number] for number in chosen)
        return sum(totals[number] for number in chosen) / count if count else None

    return mean
