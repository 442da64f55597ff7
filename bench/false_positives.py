"""Real comparisons of programs with themselves: how many are called different? And do true differences get found?

    python bench/false_positives.py --source DIR [--comparisons 200]

Draws accepted programs and stress tests at random (5 to 60 ms a run), races each against a copy of itself with the
looks that `ecode compare` uses.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from ecode.formats import load_package
from ecode.judge.compare import compare_programs
from ecode.judge.run import Judge
from ecode.judge.timing import time_program
from ecode.judge.worker import Worker
from ecode.records import Limits, TestCase


def candidates(source: Path, seed: int) -> list[tuple[Path, TestCase]]:
    """(program, stress test) in random order."""
    found = []
    for folder in sorted(path.parent for path in source.glob("*/problem.yaml")):
        problem = load_package(folder)
        stress = [test for test in problem.secret if "stress" in test.name]
        found += [(program, test) for program in problem.submissions.get("accepted", ()) for test in stress]
    random.Random(seed).shuffle(found)
    return found


def is_suitable(worker: Worker, program: Path, test: TestCase) -> bool:
    timing = time_program(worker, program.read_bytes(), [test], repeats=1, limits=Limits(cpu_s=1))
    return not timing.untimed and 5e6 < timing.total_ns < 60e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--comparisons", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    args = parser.parse_args()
    answers: Counter[str] = Counter()
    started = time.monotonic()
    with Judge() as judge, judge.lease() as worker:
        for program, test in candidates(args.source, args.seed):
            if answers.total() == args.comparisons:
                break
            if not is_suitable(worker, program, test):
                continue
            source = program.read_bytes()
            seed = answers.total()
            race = compare_programs(worker, source, source, [test.input], limits=Limits(), seed=seed)
            answers[race.answer] += 1
            if race.answer != "no_significant_difference":
                where = f"{program.relative_to(args.source)} on {test.name}"
                print(
                    f"{where}: {race.answer} {race.ratio:.3f} ({race.low:.3f}-{race.high:.3f}, {race.pairs} pairs)",
                    flush=True,
                )
    different = answers.total() - answers["no_significant_difference"]
    print(f"{different} of {answers.total()} called different, in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
