"""Is B faster than A, really? Interleaved pairs, looked at a few times, with the false positives held down.

A pair is one pass of each program over the tests, in random order, on the same worker. After fixed numbers of pairs we
look: Wilcoxon's signed-rank test on the log ratios of the pairs. The looks and their levels add up to a false positive
rate under 1 % whatever the noise looks like; with the effect floor it is far lower in practice
(`bench/sequential_test.py` simulates it on recorded samples).
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ecode.errors import DataError
from ecode.judge.timing import TimedProgram, open_timed
from ecode.judge.worker import Worker
from ecode.records import Limits, RawRun
from ecode.stats import hodges_lehmann, signed_rank_p

Answer = Literal["faster", "slower", "no_significant_difference"]

EFFECT_FLOOR = 1.025
"""A median ratio nearer to 1 than this is not called a difference, however sure it is."""


@dataclass(frozen=True, slots=True)
class Look:
    """After `pairs` pairs, a difference is called when p <= `level` and every pair's ratio is beyond `every_pair`."""

    pairs: int
    level: float
    every_pair: float = 0.0


LOOKS = (Look(8, 0.0079, every_pair=1.05), Look(12, 0.0005), Look(20, 0.0005), Look(40, 0.0005), Look(80, 0.0005))
"""The first look is for large effects: all 8 pairs the same way (p = 2/2**8) and each by at least 5 %; the second needs
all 12 the same way. The levels add up to 0.0099: under 1 % false positives for any symmetric noise."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer, with the ratio time(A) / time(B): above 1, B is faster. `low` and `high` are its 95 % interval.

    `a_ns` and `b_ns` are the paired call times of one pass over the tests, in the order measured.
    """

    answer: Answer
    ratio: float
    low: float
    high: float
    p_value: float
    a_ns: tuple[int, ...]
    b_ns: tuple[int, ...]
    a_memory_bytes: int = 0
    b_memory_bytes: int = 0
    note: str = ""

    @property
    def pairs(self) -> int:
        return len(self.a_ns)


def decide(log_ratios: Sequence[float], looks: Sequence[Look] = LOOKS) -> Answer | None:
    """What the look after this many pairs says; None between looks, or where it says to go on.

    Pure, so that the simulation in `bench/` runs exactly what is used.
    """
    look = next((look for look in looks if look.pairs == len(log_ratios)), None)
    if look is None:
        return None
    effect = hodges_lehmann(log_ratios).value
    if abs(effect) > math.log(EFFECT_FLOOR) and signed_rank_p(log_ratios) <= look.level:
        nearest = min(math.copysign(1, effect) * r for r in log_ratios)
        if look.every_pair == 0 or nearest > math.log(look.every_pair):
            return "faster" if effect > 0 else "slower"
    return "no_significant_difference" if look is looks[-1] else None


def compare_programs(
    worker: Worker,
    a: bytes,
    b: bytes,
    inputs: Sequence[bytes],
    *,
    limits: Limits,
    warm: bool = False,
    seed: int = 0,
    max_seconds: float = math.inf,
    looks: Sequence[Look] = LOOKS,
    on_pair: Callable[[int], None] = lambda done: None,
    names: tuple[str, str] = ("Program A", "Program B"),
    test_names: Sequence[str] = (),
) -> Comparison:
    """Race A against B on `inputs`. Both must end normally on all of them; raises `DataError` where one does not.

    `names` and `test_names` (default: numbers from 1) are what a message calls the programs and the inputs.
    `max_seconds` bounds the race from its first look on: where it ends before the last one, the answer rests on fewer
    pairs and says so.
    """
    order = random.Random(seed)
    started = time.monotonic()
    with open_timed(worker, [a, b], inputs, limits=limits, warm=warm) as (timed_a, timed_b):
        forks = forks_per_sample(timed_a, timed_b, len(inputs))
        tests = test_names or [str(number) for number in range(1, len(inputs) + 1)]
        race = _Race((timed_a, timed_b), forks, order, names, tests)
        while True:
            race.run_pair()
            on_pair(race.pairs)
            answer = decide(race.log_ratios, looks)
            if answer is not None:
                return race.comparison(answer)
            if race.pairs < looks[0].pairs:
                continue
            elapsed = time.monotonic() - started
            following = next(look.pairs for look in looks if look.pairs > race.pairs)
            if elapsed * following / race.pairs > max_seconds:
                note = f"stopped after {race.pairs} pairs: {following} would have taken longer than {max_seconds:.0f} s"
                return race.comparison("no_significant_difference", note)


def forks_per_sample(a: TimedProgram, b: TimedProgram, tests: int, aim_ns: float = 3e6, most: int = 8) -> int:
    """How many runs to add up to one sample, so that a sample stands well above the clock's floor."""
    quick = min(sum(p.net_ns(p.run(test)) for test in range(tests)) for p in (a, b))
    return max(1, min(most, math.ceil(aim_ns / max(quick, 1))))


class _Race:
    """The samples of one comparison as they come in."""

    def __init__(
        self,
        sides: tuple[TimedProgram, TimedProgram],
        forks: int,
        order: random.Random,
        names: tuple[str, str],
        tests: Sequence[str],
    ) -> None:
        self._sides = sides
        self._forks = forks
        self._order = order
        self._names = names
        self._tests = tests
        self._samples: tuple[list[int], list[int]] = ([], [])
        self._memory = [0, 0]
        self.log_ratios: list[float] = []

    @property
    def pairs(self) -> int:
        return len(self.log_ratios)

    def run_pair(self) -> None:
        total = [0, 0]
        for test in range(len(self._tests)):
            for _ in range(self._forks):
                for side in self._order.sample((0, 1), 2):
                    total[side] += self._net_ns(side, test)
        for side in (0, 1):
            self._samples[side].append(round(total[side] / self._forks))
        least = max(1.0, self._sides[0].floor.resolution_ns * 0.1)  # keeps a ratio of two zeros at 1
        self.log_ratios.append(math.log(max(total[0], least) / max(total[1], least)))

    def _net_ns(self, side: int, test: int) -> int:
        program = self._sides[side]
        run = program.run(test)
        if run.status != "exited" or run.code != 0:
            where = f"on test {self._tests[test]} while it was timed"
            raise DataError(f"{self._names[side]} did not end normally {where}: {_how(run)}.")
        self._memory[side] = max(self._memory[side], run.memory_bytes)
        return program.net_ns(run)

    def comparison(self, answer: Answer, note: str = "") -> Comparison:
        effect = hodges_lehmann(self.log_ratios)
        ratio, low, high = (math.exp(v) for v in (effect.value, effect.low, effect.high))
        a_ns, b_ns = (tuple(samples) for samples in self._samples)
        p_value = signed_rank_p(self.log_ratios)
        return Comparison(answer, ratio, low, high, p_value, a_ns, b_ns, self._memory[0], self._memory[1], note)


def _how(run: RawRun) -> str:
    last = run.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
    return f"{run.status} {run.code} {last[0] if last else ''}".strip()
