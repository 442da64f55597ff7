"""Is the sequential test of `ecode.judge.compare` as strict and as sharp as promised? Records, then simulates.

    python bench/sequential_test.py record --source DIR --out FILE.json     races programs against themselves
    python bench/sequential_test.py simulate FILE.json                      false positives, power, coverage

`--source` is a folder of problem packages. Programs are drawn at random, two for each class of call times from 5 to 350 ms. The simulation flips the sign of every
recorded pair at random, which is what the random order within pairs does, and then adds a true effect or none.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path
from statistics import median

from false_positives import candidates

from ecode.judge.compare import LOOKS, Look, compare_programs, decide
from ecode.judge.run import Judge
from ecode.judge.timing import time_program
from ecode.records import Limits
from ecode.stats import hodges_lehmann, mad

RECORD_LOOKS = (Look(160, 0.0),)
CLASSES_MS = ((4.5, 7), (7, 15), (15, 40), (40, 120), (120, 350))


def record(source: Path, per_class: int, seed: int) -> list[dict[str, object]]:
    """160 pairs of accepted programs against themselves, `per_class` for each class of call times."""
    rows = []
    wanted = dict.fromkeys(CLASSES_MS, per_class)
    with Judge() as judge, judge.lease() as worker:
        for path, test in candidates(source, seed):
            if not any(wanted.values()):
                break
            program = path.read_bytes()
            timing = time_program(worker, program, [test], repeats=2, limits=Limits(cpu_s=1))
            bounds = next((b for b in CLASSES_MS if b[0] <= timing.total_ns / 1e6 < b[1]), None)
            if timing.untimed or bounds is None or not wanted[bounds]:
                continue
            wanted[bounds] -= 1
            race = compare_programs(worker, program, program, [test.input], limits=Limits(), looks=RECORD_LOOKS)
            logs = [math.log(a / b) for a, b in zip(race.a_ns, race.b_ns, strict=True)]
            name = f"{path.parts[-4]}/{path.name}"
            rows.append({"program": name, "median_ms": median(race.a_ns) / 1e6, "log_ratios": logs})
            print(f"{name}: {median(race.a_ns) / 1e6:.1f} ms, spread of a pair {mad(logs):.2%}", flush=True)
    return sorted(rows, key=lambda row: row["median_ms"])  # type: ignore[arg-type, return-value]


def simulate(rows: list[dict[str, object]], rounds: int, seed: int) -> None:
    draw = random.Random(seed)
    print(f"{rounds} simulated comparisons per program and effect; looks at {[look.pairs for look in LOOKS]}")
    print(
        f"{'program':<14} {'ms':>7} {'called different':>17} {'called faster':>14} {'found: 5 %':>11} {'found: 10 %':>12}"
        f" {'pairs at 5 %':>13} {'coverage':>9}"
    )
    totals = [0, 0]
    for row in rows:
        logs = [float(v) for v in row["log_ratios"]]  # type: ignore[attr-defined]
        null = [run_once(draw, logs, 1.0) for _ in range(rounds)]
        five = [run_once(draw, logs, 1 / 0.95) for _ in range(rounds)]
        ten = [run_once(draw, logs, 1 / 0.90) for _ in range(rounds)]
        different = sum(answer != "no_significant_difference" for answer, _, _ in null)
        faster = sum(answer == "faster" for answer, _, _ in null)
        totals[0] += different
        totals[1] += faster
        print(
            f"{row['program']:<14} {row['median_ms']:>7.1f} {different / rounds:>17.2%} {faster / rounds:>14.2%}"
            f" {share_faster(five):>11.1%} {share_faster(ten):>12.1%} {median(n for _, n, _ in five):>13.0f}"
            f" {sum(c for _, _, c in five) / rounds:>9.1%}"
        )
    count = rounds * len(rows)
    print(
        f"all: called different {totals[0] / count:.3%}; `optimize` given only copies says improved {totals[1] / count:.3%}"
    )


def run_once(draw: random.Random, logs: list[float], effect: float) -> tuple[str, int, bool]:
    """(answer, pairs used, whether the interval covers the truth) of one simulated comparison."""
    start = draw.randrange(len(logs))
    shift = math.log(effect)
    sample: list[float] = []
    while True:
        value = logs[(start + len(sample)) % len(logs)]
        sample.append(value * draw.choice((-1, 1)) + shift)
        answer = decide(sample)
        if answer is not None:
            estimate = hodges_lehmann(sample)
            return answer, len(sample), estimate.low <= shift <= estimate.high


def share_faster(results: list[tuple[str, int, bool]]) -> float:
    return sum(answer == "faster" for answer, _, _ in results) / len(results)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    recorder = commands.add_parser("record")
    recorder.add_argument("--source", type=Path, required=True)
    recorder.add_argument("--out", type=Path, required=True)
    recorder.add_argument("--per-class", type=int, default=2)
    recorder.add_argument("--seed", type=int, default=9)
    simulator = commands.add_parser("simulate")
    simulator.add_argument("file", type=Path)
    simulator.add_argument("--rounds", type=int, default=1000)
    simulator.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.command == "record":
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps(record(args.source, args.per_class, args.seed)))
    else:
        simulate(json.loads(args.file.read_text()), args.rounds, args.seed)


if __name__ == "__main__":
    main()
