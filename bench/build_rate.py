"""Programs a second of `ecode data build-times`: programs of about 2 ms a run, 5 tests, 5 repeats, 2 workers.

python bench/build_rate.py [--programs 400] [--workers 2] [--rounds 3]

Every program is different (drawn from a seed), so nothing can be skipped. The extrapolation to the 147,677 programs of
the paper's database is the quotient, nothing more.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from ecode.data.engines import LocalEngine
from ecode.data.exec_time_db import BuildConfig, Source, build_times
from ecode.data.items import Item, SourceProblem, Submission
from ecode.data.tables import read_table
from ecode.records import CheckerSpec, Limits, Problem, Statement, TestCase

PUBLISHED = 147_677
STEPS = 20_000  # of the loop: about 2 ms


def answer(problem: int, n: int) -> int:
    return n + sum(step % (problem + 3) for step in range(STEPS))


def program(problem: int, number: int) -> str:
    extra = "".join(f"unused_{i} = {number} + {i}\n" for i in range(number % 7))
    return f"n = int(input())\n{extra}total = {number} - {number}\nfor step in range({STEPS}):\n    total += step % {problem + 3}\nprint(n + total)\n"


def items(programs: int, per_problem: int = 20) -> Iterator[Item]:
    for number in range(programs):
        problem = number // per_problem
        if number % per_problem == 0:
            tests = tuple(TestCase(str(n), f"{n}\n".encode(), f"{answer(problem, n)}\n".encode()) for n in range(5))
            record = Problem(f"p{problem}", Statement(), (), tests, CheckerSpec(), Limits())
            yield SourceProblem(f"p{problem}", record)
        yield Submission(f"s{number}", f"p{problem}", program(problem, number), "bench", "MIT", f"number {number}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=int, default=400)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    rates = []
    for _ in range(args.rounds):
        with tempfile.TemporaryDirectory() as folder:
            source = Source("bench", partial(items, args.programs))
            started = time.monotonic()
            report = build_times([source], Path(folder), BuildConfig(), partial(LocalEngine, workers=args.workers))
            whole = args.programs / (time.monotonic() - started)
            call_ms = median(r["time_us"] for r in read_table(Path(folder) / "ori", "train")) / 1e3
        rates.append(whole)
        print(
            f"{report.counts}: measuring {report.rate:.1f}/s, all steps {whole:.1f}/s; call time {call_ms:.2f} ms",
            flush=True,
        )
    rate = median(rates)
    hours = PUBLISHED / rate / 3600
    print(f"median {rate:.1f} programs/s from source to tables; at this rate {PUBLISHED:,} programs take {hours:.2f} h")


if __name__ == "__main__":
    main()
