"""How often each rewrite fires and wins over human programs, and on how many problems.

    python bench/rewrite_counts.py --source DIR --out counts.jsonl [--fires 0] [--per-problem 8] [--processes 2]

Fires: counted by syntax alone, over every accepted program (or `--fires N` drawn at random). Wins: on a sample of programs per problem, the rewrite alone
(at all sites) passes eight correctness tests and one stress test and is at least 5 % faster on the stress test (median
of interleaved pairs). A rewrite that wins on fewer than three problems is called rare. Resumable.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from ecode.errors import EcodeError
from ecode.formats import load_package
from ecode.judge.run import Judge
from ecode.records import Limits, Problem, TestCase, TestSuite
from ecode.rewrite.catalogue import catalogue
from ecode.search.interfaces import Request
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.search.screen import screen
from ecode.search.verify import Verifier, prepare

WIN = 1.05
RARE = 3


def fires(path: Path) -> tuple[Path, list[str]]:
    """The rewrites that change this program."""
    return path, [p.change.name for p in RewriteProposer().propose(Request(path.read_text("utf-8", "replace")))]


def wins(judge: Judge, problem: Problem, path: Path) -> dict[str, object]:
    """For each rewrite that fires: its screened ratio, 0 where a test fails."""
    source = path.read_text()
    correctness = [t for t in problem.secret if "stress" not in t.name][:8]
    stress = [t for t in problem.secret if "stress" in t.name][:1]
    suite = TestSuite((*correctness, *stress), problem.checker, Limits(cpu_s=20))
    results: dict[str, float] = {}
    try:
        verifier = prepare(judge, source, suite, ())
        base_ns = max(t.cpu_ns for t in verifier.baseline.tests)
        for proposal in RewriteProposer().propose(Request(source)):
            results[proposal.change.name] = one_ratio(
                judge, verifier, source, proposal.source, (stress or correctness)[0], base_ns
            )
    except EcodeError as error:
        return {"program": str(path), "problem": problem.name, "error": str(error)}
    return {"program": str(path), "problem": problem.name, "ratios": results}


def one_ratio(judge: Judge, verifier: Verifier, source: str, candidate: str, test: TestCase, base_ns: float) -> float:
    with judge.lease() as worker:
        if not verifier.verify_all(worker, candidate).accepted:
            return 0.0
        limits, check = verifier.given.limits, verifier.check
        pairs = 3 if base_ns > 30e6 else 7
        return screen(
            worker,
            source,
            candidate,
            [test],
            check=check,
            base_ns=base_ns,
            limits=limits,
            warm=False,
            cut_off=2,
            pairs=pairs,
        ).ratio


def count_wins(problems: list[Problem], out: Path, per_problem: int, workers: int) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in out.open()] if out.exists() else []
    done = {row["program"] for row in rows}
    draw = random.Random(11)
    chosen = [
        (problem, path)
        for problem in problems
        for path in draw.sample(sorted(accepted(problem)), min(per_problem, len(accepted(problem))))
    ]
    draw.shuffle(chosen)
    todo = [(problem, path) for problem, path in chosen if str(path) not in done]
    with Judge(workers) as judge, ThreadPoolExecutor(workers) as pool, out.open("a") as file:
        for row in pool.map(lambda item: wins(judge, *item), todo):
            file.write(json.dumps(row) + "\n")
            file.flush()
            rows.append(row)
    return rows


def accepted(problem: Problem) -> tuple[Path, ...]:
    return problem.submissions.get("accepted", ())


def print_table(fired: dict[str, set[str]], firing_programs: dict[str, int], rows: list[dict[str, object]]) -> None:
    tried: dict[str, int] = defaultdict(int)
    won: dict[str, list[float]] = defaultdict(list)
    wrong: dict[str, int] = defaultdict(int)
    won_problems: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name, ratio in dict(row.get("ratios", {})).items():  # type: ignore[call-overload]
            tried[name] += 1
            wrong[name] += ratio == 0
            if ratio >= WIN:
                won[name].append(ratio)
                won_problems[name].add(str(row["problem"]))
    print("| rewrite | fires: programs | problems | tried | wrong | wins | problems | best | |")
    print("|---|---|---|---|---|---|---|---|---|")
    for rewrite in sorted(catalogue(), key=lambda r: (-len(won[r.name]), -firing_programs[r.name])):
        name = rewrite.name
        rare = "rare" if len(won_problems[name]) < RARE else ""
        best = f"{max(won[name]):.1f}x" if won[name] else ""
        counts = f"{firing_programs[name]} | {len(fired[name])} | {tried[name]} | {wrong[name]}"
        print(f"| {name} | {counts} | {len(won[name])} | {len(won_problems[name])} | {best} | {rare} |")
    errors = sum("error" in row for row in rows)
    common = sum(len(won_problems[r.name]) >= RARE for r in catalogue())
    print(
        f"\n{len(rows)} programs sampled ({errors} could not be judged); "
        f"{common} of {len(catalogue())} rewrites are not rare."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fires", type=int, default=0, metavar="N", help="programs to count firing on; 0 for all")
    parser.add_argument("--per-problem", type=int, default=8)
    parser.add_argument("--processes", type=int, default=2)
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    problems = [load_package(path.parent) for path in sorted(args.source.glob("*/problem.yaml"))]
    fired: dict[str, set[str]] = defaultdict(set)
    firing_programs: dict[str, int] = defaultdict(int)
    paths = {path: problem.name for problem in problems for path in accepted(problem)}
    if args.fires:
        paths = dict(random.Random(7).sample(sorted(paths.items()), min(args.fires, len(paths))))
    print(f"firing counted on {len(paths)} programs", flush=True)
    with ProcessPoolExecutor(args.processes) as pool:
        for path, names in pool.map(fires, paths, chunksize=8):
            for name in names:
                fired[name].add(paths[path])
                firing_programs[name] += 1
    print_table(fired, firing_programs, count_wins(problems, args.out, args.per_problem, args.processes))


if __name__ == "__main__":
    main()
