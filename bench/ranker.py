"""What ranking by predicted time saves: candidates judged until the first that wins, with and without it.

    python bench/ranker.py PACKAGE... --out ranker.jsonl [--model DIR] [--slow slow] [--others 6] [--limit N]

For every accepted program of the packages whose file name holds `--slow`, the candidates are what each rewrite makes of
it and up to `--others` other accepted programs of its package. Each is judged and screened against it once; a win is at
least 1.10x faster. Then three orders are compared on the programs that have a win at all: the proposers' own, by
predicted time, and at random (exactly: its expectation). Resumable: one line for each program.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from ecode.errors import EcodeError
from ecode.eval.tasks import Task, tasks_from_packages
from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.models.predictor.ranker import PredictedTimes
from ecode.models.predictor.runtime import ExecTimePredictor
from ecode.search.hidden.inputs import hidden_inputs
from ecode.search.interfaces import Request
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.search.racing import timed_tests
from ecode.search.screen import screen
from ecode.search.verify import prepare

WIN = 1.10


def candidates_of(task: Task, package: Path, others: int) -> list[str]:
    """Rewrites first, as the search has them, then other people's programs."""
    rewritten = [proposal.source for proposal in RewriteProposer().propose(Request(task.code))]
    accepted = [path.read_text("utf-8-sig") for path in load_package(package).submissions.get("accepted", ())]
    strangers = [code for code in accepted if code != task.code]
    return [*rewritten, *random.Random(task.id).sample(strangers, min(others, len(strangers)))]


def wins(task: Task, candidates: Sequence[str], judge: Judge) -> list[bool]:
    """Which of them pass everything and are faster."""
    inputs = [test.input for test in task.suite.tests]
    verifier = prepare(judge, task.code, task.suite, hidden_inputs(inputs, count=20, seed=0), hidden_budget_s=2)
    with judge.lease() as worker:
        timed = timed_tests(worker, verifier.given, verifier.baseline)
        base_ns = sum(verifier.costs_ns[test.name] for test in timed)
        found = []
        for code in candidates:
            try:
                right = verifier.verify_all(worker, code).accepted
                result = screen(
                    worker,
                    task.code,
                    code,
                    timed,
                    check=verifier.check,
                    base_ns=base_ns,
                    limits=task.suite.limits,
                    warm=False,
                )
                found.append(right and result.failure is None and result.ratio >= WIN)
            except EcodeError:
                found.append(False)
    return found


def until_first(order: Sequence[bool]) -> int:
    return order.index(True) + 1


def at_random(won: Sequence[bool]) -> float:
    """Expected place of the first of w wins among n in random order: (n + 1) / (w + 1)."""
    return (len(won) + 1) / (sum(won) + 1)


def rows(args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    done = {}
    if args.out.is_file():
        done = {(row := json.loads(line))["task"]: row for line in args.out.read_text().splitlines()}
    by_name = {package.name: package for package in args.packages}
    ranker = PredictedTimes(ExecTimePredictor.load(args.model))
    with Judge() as judge, args.out.open("a", encoding="utf-8") as file:
        for task in tasks_from_packages(args.packages, args.slow)[: args.limit]:
            if task.id not in done:
                candidates = candidates_of(task, by_name[task.problem_id], args.others)
                try:
                    won = wins(task, candidates, judge)
                except EcodeError as error:
                    print(f"{task.id}: {error}")
                    continue
                predicted = ranker.predict(candidates, [test.input for test in task.suite.tests]) if candidates else []
                done[task.id] = {"task": task.id, "won": won, "predicted": predicted}
                file.write(json.dumps(done[task.id]) + "\n")
                file.flush()
            yield done[task.id]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--slow", default="slow")
    parser.add_argument("--others", type=int, default=6)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    args.packages = [package for package in args.packages if (package / "problem.yaml").is_file()]
    every = list(rows(args))
    useful = [row for row in every if any(row["won"]) and len(row["won"]) > 1]
    own, ranked, drawn = [], [], []
    for row in useful:
        won: list[bool] = row["won"]
        order = sorted(range(len(won)), key=row["predicted"].__getitem__)
        own.append(until_first(won))
        ranked.append(until_first([won[place] for place in order]))
        drawn.append(at_random(won))
    print(
        f"{len(every)} programs, {len(useful)} with a win; {fmean(len(row['won']) for row in useful):.1f} candidates each"
    )
    print("| order | candidates judged until the first win | first one wins |\n| --- | ---: | ---: |")
    for name, places in (("proposers' own", own), ("at random", drawn), ("predicted time", ranked)):
        first = "" if name == "at random" else f"{100 * fmean(place == 1 for place in places):.0f} %"
        print(f"| {name} | {fmean(places):.2f} | {first} |")


if __name__ == "__main__":
    main()
