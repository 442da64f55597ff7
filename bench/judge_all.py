"""Judges every accepted program of a folder of problem packages on all its tests: verdicts, exceptions, rate.

python bench/judge_all.py --source DIR [--workers 2] [--only correctness|stress]
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.records import JudgeReport, TestSuite, Verdict


def programs(source: Path, only: str | None) -> Iterator[tuple[Path, TestSuite]]:
    for folder in sorted(path.parent for path in source.glob("*/problem.yaml")):
        problem = load_package(folder)
        tests = tuple(t for t in (*problem.samples, *problem.secret) if only is None or only in t.name)
        if tests:
            suite = TestSuite(tests, problem.checker, replace(problem.limits, cpu_s=max(60, problem.limits.cpu_s)))
            for path in problem.submissions.get("accepted", ()):
                yield path, suite


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", choices=("correctness", "stress"))
    args = parser.parse_args()
    verdicts: Counter[Verdict] = Counter()
    executions, cpu_ns, started = 0, 0, time.monotonic()
    items = list(programs(args.source, args.only))
    with Judge(args.workers) as judge:
        reports = judge.judge_many((path.read_bytes(), suite) for path, suite in items)
        for (path, _), report in zip(items, reports, strict=True):
            verdicts[report.verdict] += 1
            executions += len(report.tests)
            cpu_ns += sum(test.cpu_ns for test in report.tests)
            if report.verdict is not Verdict.AC:
                print(f"{path.relative_to(args.source)}: {explain(report)}", flush=True)
    seconds = time.monotonic() - started
    counts = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
    print(f"{len(items)} programs: {counts}")
    print(
        f"{executions} executions in {seconds:.0f} s with {args.workers} workers: {executions / seconds:.0f} executions/s, "
        f"{len(items) / seconds:.1f} programs/s; the programs' own CPU time was {cpu_ns / 1e9:.0f} s"
    )


def explain(report: JudgeReport) -> str:
    failure = report.first_failure
    return f"{report.verdict} {failure.name if failure else ''} {report.feedback}"[:200]


if __name__ == "__main__":
    main()
