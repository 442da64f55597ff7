"""How much do two workers that time at once disturb each other? Decides the default number of timing workers.

    python bench/timing_workers.py --source DIR [--rounds 12]

Each program is timed alone and beside a second worker that times a memory-hungry one, in turn; then pairs of a race are
recorded alone and beside it, because a ratio of interleaved pairs is what the search and the comparison use.
"""

from __future__ import annotations

import argparse
import csv
import math
import threading
from pathlib import Path
from statistics import median

from ecode.judge.compare import Look, compare_programs
from ecode.judge.run import Judge
from ecode.judge.timing import open_timed
from ecode.judge.worker import Worker
from ecode.records import Limits
from ecode.stats import mad

NEIGHBOUR = b"xs = list(range(3_000_000))\nfor _ in range(5):\n    xs = [x + 1 for x in xs]\n"
LOOKS = (Look(20, 0.0),)


class Neighbour:
    """A second worker that times its program over and over while this block runs."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work)

    def _work(self) -> None:
        with open_timed(self._worker, [NEIGHBOUR], [b""], limits=Limits()) as (program,):
            while not self._stop.is_set():
                program.run(0)

    def __enter__(self) -> Neighbour:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def samples(worker: Worker, source: bytes, content: bytes, runs: int) -> list[int]:
    with open_timed(worker, [source], [content], limits=Limits()) as (program,):
        return [program.net_ns(program.run(0)) for _ in range(runs)]


def pair_logs(worker: Worker, source: bytes, content: bytes) -> list[float]:
    race = compare_programs(worker, source, source, [content], limits=Limits(), looks=LOOKS)
    return [math.log(a / b) for a, b in zip(race.a_ns, race.b_ns, strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=12)
    args = parser.parse_args()
    with Judge(2) as judge, judge.lease() as first, judge.lease() as second:
        print(f"{'program':<14} {'alone':>9} {'beside':>9} {'slower by':>10} {'pair spread alone':>18} {'beside':>8}")
        for row in csv.DictReader((args.source / "slow_programs.csv").open()):
            if not 0.02 < float(row["baseline_cpu_s"]) < 0.25:
                continue
            package = args.source / row["problem"]
            source = (package / "submissions/accepted" / row["program"]).read_bytes()
            content = (package / "data/secret/stress" / row["stress_test"]).read_bytes()
            alone, beside = [], []
            for _ in range(args.rounds):
                alone += samples(first, source, content, 2)
                with Neighbour(second):
                    beside += samples(first, source, content, 2)
            quiet = pair_logs(first, source, content)
            with Neighbour(second):
                busy = pair_logs(first, source, content)
            name = f"{row['problem']}/{row['program']}"
            a, b = median(alone) / 1e6, median(beside) / 1e6
            print(
                f"{name:<14} {a:>6.1f} ms {b:>6.1f} ms {b / a - 1:>10.1%} {mad(quiet):>18.2%} {mad(busy):>8.2%}",
                flush=True,
            )


if __name__ == "__main__":
    main()
