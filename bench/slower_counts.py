"""How often each rewrite towards slower code fires on human programs, stays right, and how much slower it makes them.

    python bench/slower_counts.py --source DIR [--programs 60] [--timed 3] [--seed 5] [--show-wrong]

For a random sample of accepted programs: each rewrite at all its sites, judged on eight small tests that the program
itself passes. Of the right results up to `--timed` per rewrite run on one large test (CPU time of one run each, so an
orientation only), where the original takes at least 2 ms; a run over the limit of 10 s counts as that long.
"""

from __future__ import annotations

import argparse
import random
import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.records import Limits, Problem, TestSuite, Verdict
from ecode.rewrite.base import RewriteBug, apply_rewrite
from ecode.rewrite.catalogue import catalogue
from ecode.rewrite.program import Program

FLOOR_NS = 2e6
LIMITS = Limits(cpu_s=10)


@dataclass
class Row:
    """What was seen of one rewrite."""

    fired: int = 0
    right: int = 0
    unproven: int = 0
    broke: int = 0
    wrong: list[str] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    too_slow: int = 0


class Counter:
    """Counts over programs, one by one."""

    def __init__(self, judge: Judge, timed: int) -> None:
        self.judge = judge
        self.timed = timed
        self.rows: dict[str, Row] = defaultdict(Row)
        self.programs = 0

    def add(self, problem: Problem, path: Path) -> None:
        source = path.read_text("utf-8", "replace")
        small = tuple(t for t in problem.secret if "stress" not in t.name)[:8]
        suite = TestSuite(small, problem.checker, LIMITS)
        if self.judge.judge(source, suite).verdict is not Verdict.AC:
            return
        self.programs += 1
        program = Program.parse(source)
        large_ns: float | None = None
        for rewrite in catalogue("slower"):
            row = self.rows[rewrite.name]
            try:
                result = apply_rewrite(rewrite, program)
            except RewriteBug as bug:
                row.broke += 1
                print(f"{path}: {bug}", flush=True)
                continue
            if result is None:
                continue
            row.fired += 1
            row.unproven += result.speculative
            report = self.judge.judge(result.source, suite)
            if report.verdict is not Verdict.AC:
                row.wrong.append(f"{problem.name}/{path.name} {report.verdict}{' unproven' * result.speculative}")
                continue
            row.right += 1
            if len(row.ratios) < self.timed:
                large_ns = self.large(problem, source) if large_ns is None else large_ns
                if large_ns >= FLOOR_NS:
                    slower_ns = self.large(problem, result.source)
                    if not slower_ns:
                        row.wrong.append(f"{problem.name}/{path.name} on the large test")
                        continue
                    row.ratios.append(slower_ns / large_ns)
                    row.too_slow += slower_ns >= LIMITS.cpu_s * 1e9

    def large(self, problem: Problem, source: str) -> float:
        """CPU time on the first large test; 0 where there is none or the answer is wrong."""
        tests = tuple(t for t in problem.secret if "stress" in t.name)[:1]
        if not tests:
            return 0.0
        report = self.judge.judge(source, TestSuite(tests, problem.checker, LIMITS))
        if report.verdict is Verdict.TLE:
            return LIMITS.cpu_s * 1e9
        return float(report.tests[0].cpu_ns) if report.verdict is Verdict.AC else 0.0


def print_table(counter: Counter, show_wrong: bool) -> None:
    print(f"{counter.programs} programs\n")
    print("| rewrite | fires | right | unproven | timed | median slower | most | over the limit |")
    print("|---|---|---|---|---|---|---|---|")
    for rewrite in sorted(catalogue("slower"), key=lambda r: -counter.rows[r.name].fired):
        row = counter.rows[rewrite.name]
        times = f"{statistics.median(row.ratios):.2f}x | {max(row.ratios):.1f}x" if row.ratios else " | "
        counts = f"{row.fired} | {row.right} | {row.unproven} | {len(row.ratios)}"
        print(f"| {rewrite.name} | {counts} | {times} | {row.too_slow or ''} |")
    for rewrite in catalogue("slower") if show_wrong else ():
        for wrong in counter.rows[rewrite.name].wrong:
            print(f"wrong: {rewrite.name}: {wrong}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--programs", type=int, default=60)
    parser.add_argument("--timed", type=int, default=3, help="programs per rewrite that run on a large test")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show-wrong", action="store_true")
    args = parser.parse_args()
    problems = [load_package(path.parent) for path in sorted(args.source.glob("*/problem.yaml"))]
    programs = [(problem, path) for problem in problems for path in problem.submissions.get("accepted", ())]
    chosen = random.Random(args.seed).sample(programs, min(args.programs, len(programs)))
    with Judge(1) as judge:
        counter = Counter(judge, args.timed)
        for problem, path in chosen:
            counter.add(problem, path)
    print_table(counter, args.show_wrong)


if __name__ == "__main__":
    main()
