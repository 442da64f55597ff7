"""Do hidden inputs reject correct candidates? Rewrites of human programs, judged on tests that the search never sees.

    python bench/hidden_rejections.py --source DIR --out rows.jsonl [--per-problem 6] [--count 120] [--seed 0]

DIR holds problem packages with several accepted programs. For some of each problem, every rewrite that fires makes a
candidate. The search is shown every other correctness test, as in `optimize_packages.py`; a candidate counts as correct
where it passes all of them, the held-back ones too. Hidden inputs are made from the shown ones, as `ecode optimize`
makes them; printed is how many correct candidates they reject, which, and on what. Resumable: one line for each program.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ecode.errors import EcodeError
from ecode.formats import join_statement, load_package
from ecode.judge.run import Judge
from ecode.records import Limits, Problem, TestSuite
from ecode.search.hidden.inputs import hidden_inputs
from ecode.search.interfaces import Request
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.search.verify import prepare


def examine(judge: Judge, problem: Problem, source: str, args: argparse.Namespace) -> dict[str, Any]:
    """Candidates of one program: how many there are, how many are correct, and which of these are rejected."""
    tests = [test for test in problem.secret if "stress" not in test.name]
    shown = TestSuite(tuple(tests[::2]), problem.checker, Limits(cpu_s=10))
    extra = hidden_inputs(
        [test.input for test in shown.tests],
        count=args.count,
        seed=args.seed,
        statement=join_statement(asdict(problem.statement)),
    )
    verifier = prepare(judge, source, shown, extra, hidden_budget_s=30)
    made = list(RewriteProposer().propose(Request(source)))
    correct, rejected = 0, []
    with judge.lease() as worker:
        for proposal in made:
            if verifier.verify(worker, proposal.source, tests).accepted:
                correct += 1
                report = verifier.verify(worker, proposal.source, verifier.hidden)
                if not report.accepted:
                    failed = report.first_failure
                    content = next((t.input for t in verifier.hidden if failed and t.name == failed.name), b"")
                    why = {"change": proposal.change.name, "input": repr(content[:300])}
                    rejected.append(why | {"said": report.feedback})
    return {"hidden": len(verifier.hidden), "candidates": len(made), "correct": correct, "rejected": rejected}


def rows(args: argparse.Namespace) -> Iterator[dict[str, Any]]:
    done = {}
    if args.out.is_file():
        done = {(row := json.loads(line))["program"]: row for line in args.out.read_text().splitlines()}
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with Judge() as judge, args.out.open("a", encoding="utf-8") as file:
        for folder in sorted(path.parent for path in args.source.glob("*/problem.yaml")):
            problem = load_package(folder)
            accepted = sorted(problem.submissions["accepted"])
            chosen = random.Random(f"{args.seed}/{folder.name}").sample(accepted, min(args.per_problem, len(accepted)))
            for path in chosen:
                name = f"{folder.name}/{path.name}"
                if name not in done:
                    try:
                        done[name] = {"program": name} | examine(judge, problem, path.read_text("utf-8-sig"), args)
                    except EcodeError as error:
                        done[name] = {"program": name, "error": str(error)}
                    file.write(json.dumps(done[name]) + "\n")
                    file.flush()
                yield done[name]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--per-problem", type=int, default=6)
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    every = list(rows(parser.parse_args()))
    good = [row for row in every if "error" not in row]
    for row in every:
        for why in row.get("rejected", ()):
            print(f"{row['program']} {why['change']}: {why['said']}; input {why['input'][:120]}")
        if "error" in row:
            print(f"{row['program']}: {row['error'].splitlines()[0]}")
    made, correct = (sum(row[key] for row in good) for key in ("candidates", "correct"))
    lost = sum(len(row["rejected"]) for row in good)
    share = 100 * lost / max(1, correct)
    print(f"{len(good)} programs, {made} candidates, {correct} correct, {lost} of these rejected ({share:.2f} %)")


if __name__ == "__main__":
    main()
