"""Optimises slow programs of problem packages and checks every winner on tests that the search never saw.

    python bench/optimize_packages.py --source DIR --out results.jsonl [--budget 120]

`DIR/slow_programs.csv` names (problem, program, stress_test). Shown to the search: the named stress test, for time, and
every other correctness test. Held back: the other correctness tests and all other stress inputs. A program that takes
more than `budget / 60` seconds gets 60 times its own time. Resumable: programs that are in the results file already are
left alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.records import Limits, Problem, TestCase, TestSuite, Verdict
from ecode.search.config import OptimizeConfig
from ecode.search.optimize import optimize
from ecode.search.outcome import Outcome

OPT_RATIO = 1.10


@dataclass(frozen=True)
class Task:
    """One slow program with the tests that are shown and those that are held back."""

    name: str
    source: str
    shown: TestSuite
    held_back: TestSuite
    seconds: float


def read_tasks(source: Path) -> list[Task]:
    tasks = []
    for row in csv.DictReader((source / "slow_programs.csv").open()):
        problem = load_package(source / row["problem"])
        shown, held_back = divide(problem, row["stress_test"].removesuffix(".in"))
        text = (source / row["problem"] / "submissions/accepted" / row["program"]).read_text()
        limits = Limits(cpu_s=30)
        suites = (TestSuite(tests, problem.checker, limits) for tests in (shown, held_back))
        tasks.append(Task(f"{row['problem']}/{row['program']}", text, *suites, float(row["baseline_cpu_s"])))
    return tasks


def divide(problem: Problem, stress_test: str) -> tuple[tuple[TestCase, ...], tuple[TestCase, ...]]:
    """(shown, held back)."""
    correctness = [t for t in problem.secret if "stress" not in t.name]
    stress = [t for t in problem.secret if "stress" in t.name]
    timed = [t for t in stress if Path(t.name).name == stress_test]
    others = [t for t in stress if Path(t.name).name != stress_test]
    assert len(timed) == 1, f"{problem.name} has no stress test {stress_test}"
    return (*timed, *correctness[::2]), (*correctness[1::2], *others)


def run_task(judge: Judge, task: Task, budget_s: float) -> dict[str, object]:
    started = time.monotonic()
    outcome = optimize(judge, task.source, task.shown, OptimizeConfig(budget_s=budget_s))
    held_back = "not improved"
    if outcome.improved:
        report = judge.judge(outcome.program, task.held_back)
        held_back = report.verdict.value
        if report.verdict is not Verdict.AC:
            original = judge.judge(task.source, task.held_back)
            held_back += f" on {report.first_failure.name if report.first_failure else '?'}: {report.feedback}"
            held_back += f" (the original: {original.verdict})"
    return row_of(task, outcome, held_back, time.monotonic() - started)


def row_of(task: Task, outcome: Outcome, held_back: str, seconds: float) -> dict[str, object]:
    final = outcome.final
    return {
        "program": task.name,
        "improved": outcome.improved,
        "ratio": outcome.ratio,
        "low": final.low if final else 1.0,
        "high": final.high if final else 1.0,
        "pairs": final.pairs if final else 0,
        "before_ms": median(final.a_ns) / 1e6 if final else None,
        "after_ms": median(final.b_ns) / 1e6 if final else None,
        "held_back": held_back,
        "held_back_tests": len(task.held_back.tests),
        "hidden_inputs": outcome.checked.hidden_inputs,
        "changes": list(dict.fromkeys(change.name for change in outcome.changes)),
        "candidates": len(outcome.candidates),
        "seconds": seconds,
        "note": outcome.note,
        "source": outcome.program,
    }


def print_table(rows: Sequence[dict[str, object]]) -> None:
    print("| program | before | after | faster (95 % interval) | held-back tests | changes |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        interval = f"{row['ratio']:.2f}x ({row['low']:.2f}-{row['high']:.2f})" if row["improved"] else "no improvement"
        before, after = (f"{v:.1f} ms" if v else "" for v in (row["before_ms"], row["after_ms"]))
        changes = ", ".join(row["changes"])  # type: ignore[arg-type]
        print(f"| {row['program']} | {before} | {after} | {interval} | {row['held_back']} | {changes} |")
    ratios = [float(row["ratio"]) if row["held_back"] == "AC" else 1.0 for row in rows]  # type: ignore[arg-type]
    verified = sum(ratio >= OPT_RATIO for ratio in ratios)
    failed = sum(bool(row["improved"]) and row["held_back"] != "AC" for row in rows)
    geometric = math.exp(sum(map(math.log, ratios)) / len(ratios))
    print(
        f"\n{verified} of {len(rows)} ({verified / len(rows):.0%}) verified at least {OPT_RATIO:.2f}x faster; "
        f"geometric mean {geometric:.2f}x, arithmetic mean {sum(ratios) / len(ratios):.2f}x (1.0 where nothing was found or a held-back "
        f"test failed); winners that failed a held-back test: {failed}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--budget", type=float, default=120.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", help="a program, as problem/file")
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in args.out.open()] if args.out.exists() else []
    done = {row["program"] for row in rows}
    with Judge(args.workers) as judge, args.out.open("a") as out:
        for task in read_tasks(args.source):
            if task.name in done or (args.only and task.name != args.only):
                continue
            row = run_task(judge, task, max(args.budget, 60 * task.seconds))
            print(
                f"{task.name}: {row['ratio']:.2f}x, held back: {row['held_back']}, {row['seconds']:.0f} s", flush=True
            )
            out.write(json.dumps(row) + "\n")
            out.flush()
            rows.append(row)
    print_table(rows)


if __name__ == "__main__":
    main()
