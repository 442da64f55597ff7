"""Executions per second of one worker, isolation on, beside plain `python -I -S` subprocesses, interleaved in one run.

python bench/throughput.py --source DIR [--rounds 5]     the rates at 1, 5 and 20 tests per program
python bench/throughput.py --source DIR --memory         a worker's memory over 20,000 executions
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.judge.worker import Stdin
from ecode.records import Limits, TestSuite

PER_ROUND = 12
Item = tuple[Path, TestSuite]


def sample(source: Path, count: int, seed: int) -> list[Item]:
    """Accepted programs with at least 20 small tests, drawn at random."""
    items = []
    for folder in sorted(path.parent for path in source.glob("*/problem.yaml")):
        problem = load_package(folder)
        small = tuple(t for t in problem.secret if len(t.input) < 10_000)[:20]
        if len(small) == 20:
            items += [(p, TestSuite(small, problem.checker)) for p in problem.submissions.get("accepted", ())]
    return random.Random(seed).sample(items, count)


def run_judge(judge: Judge, path: Path, suite: TestSuite) -> float:
    start = time.perf_counter()
    judge.judge(path.read_bytes(), suite, stop_early=False)
    return time.perf_counter() - start


def run_subprocesses(path: Path, suite: TestSuite) -> float:
    start = time.perf_counter()
    for test in suite.tests:
        subprocess.run([sys.executable, "-I", "-S", str(path)], input=test.input, capture_output=True)
    return time.perf_counter() - start


def rates(source: Path, rounds: int) -> None:
    print(f"{'tests/program':>13} {'judge, exec/s':>22} {'subprocess, exec/s':>22} {'ratio':>18}")
    with Judge() as judge:
        for tests in (1, 5, 20):
            ours, theirs = [], []
            for number in range(rounds):
                spent = [0.0, 0.0]
                for path, suite in sample(source, PER_ROUND, seed=100 * tests + number):
                    cut = replace(suite, tests=suite.tests[:tests])
                    spent[0] += run_judge(judge, path, cut)
                    spent[1] += run_subprocesses(path, cut)
                ours.append(PER_ROUND * tests / spent[0])
                theirs.append(PER_ROUND * tests / spent[1])
            ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
            print(f"{tests:>13} {spread(ours):>22} {spread(theirs):>22} {spread(ratios, 2):>18}", flush=True)


def spread(values: list[float], digits: int = 0) -> str:
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def resident_kib(pid: int) -> int:
    """Resident memory of a process and everything below it."""
    total = 0
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            total += int(line.split()[1])
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        total += resident_kib(int(child))
    return total


def memory(source: Path, executions: int) -> None:
    items = sample(source, 40, seed=1)
    done = 0
    with Judge() as judge, judge.lease() as worker:
        while done < executions:
            for path, suite in items:
                with worker.open(path.read_bytes(), limits=Limits()) as session:
                    for test in suite.tests:
                        with Stdin(test.input) as stdin:
                            session.run(stdin, Limits())
                done += len(suite.tests)
                if done % 4000 == 0 or done == len(suite.tests):
                    own = resident_kib_of_self()
                    print(
                        f"{done:>6} executions: sandbox {resident_kib(worker.pid):>6} KiB, supervisor {own:>6} KiB",
                        flush=True,
                    )


def resident_kib_of_self() -> int:
    text = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("VmRSS"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--executions", type=int, default=20_000)
    args = parser.parse_args()
    if args.memory:
        memory(args.source, args.executions)
    else:
        rates(args.source, args.rounds)


if __name__ == "__main__":
    main()
