"""Memory of a build of 100,000 rows through everything but execution: does it stay flat?

python bench/build_memory.py [--rows 100000]

The engine is one that makes up its results; intake, ledger, variants, split, leak check and tables are the real ones.
Prints the resident memory of this process after each tenth of every step.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ecode.data.engines import Task, TaskResult
from ecode.data.exec_time_db import BuildConfig, Source, build_times
from ecode.data.items import Item, SourceProblem, Submission
from ecode.data.measure import MEASURED, MeasureConfig, Measurement
from ecode.records import CheckerSpec, Limits, Problem, Statement, TestCase, TestSuite


def resident_mb() -> float:
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024


def program(number: int) -> str:
    rng = random.Random(number)
    lines = ["n = int(input())", "values = []"]
    for place in range(rng.randint(8, 25)):
        a, b, c = (rng.randint(1, 10**6) for _ in range(3))
        lines += [f"for i{place} in range(n):", f"    values.append((i{place} * {a} + {b}) % {c})"]
    return "\n".join([*lines, "print(sum(values))", ""])


def items(rows: int) -> Iterator[Item]:
    for number in range(rows):
        problem = f"p{number // 50}"
        if number % 50 == 0:
            record = Problem(problem, Statement(), (), (TestCase("1", b"3\n", b"0\n"),), CheckerSpec(), Limits())
            yield SourceProblem(problem, record)
        date = f"20{10 + number * 10 // rows:02d}-{1 + number % 12:02d}-01"
        yield Submission(f"s{number}", problem, program(number), "synthetic", "MIT", f"row {number}", date)


class ScriptedEngine:
    """Gives every program a time drawn from its number."""

    def measure_all(self, tasks: Iterable[Task], suite_of: Callable[[str], TestSuite]) -> Iterator[TaskResult]:
        for task in tasks:
            rng = random.Random(task.seq)
            samples = tuple(tuple(rng.uniform(900, 1100) for _ in range(5)) for _ in range(5))
            result = Measurement(MEASURED, "", ("1", "2", "3", "4", "5"), samples, 0, 10_000_000)
            yield TaskResult(task.seq, result, "nowhere", 1.0)

    def close(self) -> None:
        pass


class MemoryProgress:
    """Prints the resident memory as the build goes on."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._every, self._done = 0, 0
        self.readings: list[float] = []

    def step(self, text: str, total: int | None = None) -> None:
        self._every, self._done = max(1, (total or 10**9) // 4), 0
        self._say(text)

    def advance(self, count: int = 1) -> None:
        self._done += count
        if self._done % self._every == 0:
            self._say(f"  {self._done}")

    def _say(self, text: str) -> None:
        self.readings.append(resident_mb())
        print(f"{time.monotonic() - self._started:7.0f} s {self.readings[-1]:7.1f} MB  {text}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    args = parser.parse_args()

    def scripted(config: MeasureConfig) -> ScriptedEngine:
        return ScriptedEngine()

    progress = MemoryProgress()
    with tempfile.TemporaryDirectory() as folder:
        report = build_times(
            [Source("synthetic", partial(items, args.rows))], Path(folder), BuildConfig(), scripted, progress=progress
        )
    print(report.counts, report.split)
    print(
        f"least {min(progress.readings):.0f} MB, most {max(progress.readings):.0f} MB, at the end {resident_mb():.0f} MB"
    )


if __name__ == "__main__":
    main()
