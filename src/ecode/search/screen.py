"""Quick measurements that choose between candidates. They never make a claim: the final race does."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from ecode.judge.run import Check
from ecode.judge.timing import open_timed
from ecode.judge.worker import Worker
from ecode.records import Limits, RawRun, TestCase
from ecode.search.outcome import Fate
from ecode.search.verify import candidate_limits

_AIM_NS = 60e6  # how much of a candidate's own time a screening is worth


class BaseClock:
    """Remembers what a long base took a moment ago, so that it need not run again beside every candidate.

    Short ones are always run side by side: machines drift, and a pair costs little.
    """

    LONG_NS = 250e6
    FRESH_S = 15.0

    def __init__(self) -> None:
        self._taken: dict[str, list[tuple[float, int]]] = {}

    def recall(self, base: str) -> float | None:
        """Median of the recent times of a long base; None where it must be measured."""
        recent = [ns for at, ns in self._taken.get(base, []) if time.monotonic() - at < self.FRESH_S]
        return median(recent) if recent and median(recent) > self.LONG_NS else None

    def note(self, base: str, ns: int) -> None:
        self._taken.setdefault(base, []).append((time.monotonic(), ns))


@dataclass(frozen=True, slots=True)
class Screening:
    """`ratio` is time(base) / time(candidate), the median of a few interleaved pairs.

    `candidate_ns` is one pass over the timed tests. `failure` says in which test the candidate failed, and how, as
    `(fate, detail)`; the numbers then mean nothing.
    """

    ratio: float = 0.0
    candidate_ns: int = 0
    memory_bytes: int = 0
    failure: tuple[Fate, str] | None = None


def screen(
    worker: Worker,
    base: str,
    candidate: str,
    tests: Sequence[TestCase],
    *,
    check: Check,
    base_ns: float,
    limits: Limits,
    warm: bool,
    cut_off: float = 1.25,
    pairs: int | None = None,
    clock: BaseClock | None = None,
) -> Screening:
    """Race a candidate against its base for a few pairs, stopping it once it takes `cut_off` times the base's time.

    What the candidate prints is checked, too. With a `clock`, a long base that ran a moment ago is not run again.
    """
    pairs = pairs or max(1, min(7, math.ceil(_AIM_NS / max(base_ns, 1.0))))
    with ExitStack() as stack:
        sources = [base.encode(), candidate.encode()]
        inputs = [test.input for test in tests]
        timed = stack.enter_context(open_timed(worker, sources, inputs, limits=limits, warm=warm))
        limited = candidate_limits(limits, min(limits.cpu_s, base_ns * cut_off / 1e9 + 0.05))
        ratios, times, memory = [], [], 0
        for pair in range(pairs):
            known = clock.recall(base) if clock and pairs == 1 else None
            order = (1,) if known else (0, 1) if pair % 2 else (1, 0)
            spent = [round(known or 0), 0]
            for side in order:
                for number, test in enumerate(tests):
                    run = timed[side].run(number, limited if side else limits)
                    failure = _failure(run, test, check) if side else None
                    if failure:
                        return Screening(failure=failure)
                    spent[side] += timed[side].net_ns(run)
                    memory = max(memory, run.memory_bytes) if side else memory
                if clock and not side:
                    clock.note(base, spent[0])
            ratios.append(max(spent[0], 1) / max(spent[1], 1))
            times.append(spent[1])
    return Screening(median(ratios), round(median(times)), memory)


def _failure(run: RawRun, test: TestCase, check: Check) -> tuple[Fate, str] | None:
    """Why this run puts the candidate out of the race; None where it does not."""
    if run.status in ("cpu_limit", "wall_limit"):
        return "too_slow", "stopped at 1.25 times the time of its base"
    if run.status != "exited" or run.code != 0:
        return "failed", f"{test.name}: {run.status} {run.code}"
    if test.output is not None:
        result = check(test, run.stdout)
        if not result.accepted:
            return "wrong", f"WA {test.name}: {result.feedback}"
    return None
