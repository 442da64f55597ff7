"""Quick measurements that choose between candidates. They never make a claim: the final race does."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from ecode.judge.timing import TimedProgram, open_timed
from ecode.judge.worker import Worker
from ecode.records import Limits
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
    """`ratio` is time(base) / time(candidate), the median of a few interleaved pairs; 0 where it was cut off.

    `candidate_ns` is one pass over the timed tests.
    """

    ratio: float
    candidate_ns: int
    memory_bytes: int
    finished: bool


def screen(
    worker: Worker,
    base: str,
    candidate: str,
    inputs: Sequence[bytes],
    *,
    base_ns: float,
    limits: Limits,
    warm: bool,
    cut_off: float = 1.25,
    pairs: int | None = None,
    clock: BaseClock | None = None,
) -> Screening:
    """Race a candidate against its base for a few pairs, stopping it once it takes `cut_off` times the base's time.

    With a `clock`, a long base that ran a moment ago is not run again.
    """
    pairs = pairs or max(1, min(7, math.ceil(_AIM_NS / max(base_ns, 1.0))))
    with ExitStack() as stack:
        sources = [base.encode(), candidate.encode()]
        timed = stack.enter_context(open_timed(worker, sources, inputs, limits=limits, warm=warm))
        limited = candidate_limits(limits, min(limits.cpu_s, base_ns * cut_off / 1e9 + 0.05))
        ratios, times, memory = [], [], 0
        for pair in range(pairs):
            known = clock.recall(base) if clock and pairs == 1 else None
            order = (1,) if known else (0, 1) if pair % 2 else (1, 0)
            spent = [round(known or 0), 0]
            for side in order:
                total = _one_pass(timed[side], len(inputs), limited if side else limits)
                if total is None:
                    return Screening(0.0, 0, memory, False)
                spent[side] = total[0]
                memory = max(memory, total[1]) if side else memory
                if clock and not side:
                    clock.note(base, total[0])
            ratios.append(max(spent[0], 1) / max(spent[1], 1))
            times.append(spent[1])
    return Screening(median(ratios), round(median(times)), memory, True)


def _one_pass(program: TimedProgram, tests: int, limits: Limits) -> tuple[int, int] | None:
    """(call time over all tests, peak memory); None where a run did not end normally."""
    total = memory = 0
    for test in range(tests):
        run = program.run(test, limits)
        if run.status != "exited" or run.code != 0:
            return None
        total += program.net_ns(run)
        memory = max(memory, run.memory_bytes)
    return total, memory
