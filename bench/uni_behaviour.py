"""Does every Uni program behave as its original? Runs both on the small tests of problem packages, and times the tools.

python bench/uni_behaviour.py --source DIR [--tests 10] [--limit N] [--speed-only]

Prints how many programs were accepted and refused (with reasons), and every program whose Uni form ends otherwise or
prints anything else than the program itself.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from ecode import Judge, Limits, load_package
from ecode.records import RawRun
from ecode.syntax.deletion import random_deletion
from ecode.syntax.loops import loops_and_recursion
from ecode.syntax.names import Uni, to_uni
from ecode.syntax.restore import restore
from ecode.syntax.tokens import code_tokens
from ecode.syntax.variants import variants

LIMITS = Limits(cpu_s=10.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--tests", type=int, default=10, help="how many of a problem's smallest inputs to run on")
    parser.add_argument("--limit", type=int, help="only so many programs of each problem")
    parser.add_argument("--speed-only", action="store_true")
    args = parser.parse_args()
    folders = sorted(path.parent for path in args.source.glob("*/problem.yaml"))
    sources = {path: path.read_text("utf-8") for folder in folders for path in accepted(folder, args.limit)}
    speeds(list(sources.values()))
    unis = {path: to_uni(source) for path, source in sources.items()}
    print_refusals(unis)
    broken_trips = [path for path, uni in unis.items() if restore(uni.code, uni.names) != sources[path]]
    for path in broken_trips:
        print(f"not restored: {path.relative_to(args.source)}")
    if not args.speed_only:
        compare(folders, args.source, args.tests, sources, unis)


def accepted(folder: Path, limit: int | None) -> list[Path]:
    return list(load_package(folder).submissions.get("accepted", ()))[:limit]


def print_refusals(unis: dict[Path, Uni]) -> None:
    reasons = Counter(uni.refusal.partition(": ")[2] for uni in unis.values() if uni.refusal)
    refused = sum(reasons.values())
    print(f"{len(unis)} programs: {len(unis) - refused} in Uni form, {refused} refused ({refused / len(unis):.1%})")
    for reason, count in reasons.most_common():
        print(f"  {count:4} {reason}")


def compare(folders: list[Path], root: Path, tests: int, sources: dict[Path, str], unis: dict[Path, Uni]) -> None:
    """Run originals and Uni programs on the same inputs; statuses and outputs must be equal to the byte."""
    compared = different = executions = 0
    started = time.monotonic()
    with Judge(workers=1) as judge:
        for folder in folders:
            problem = load_package(folder)
            inputs = sorted((t.input for t in (*problem.samples, *problem.secret)), key=len)[:tests]
            for path in (path for path in sources if path.is_relative_to(folder) and not unis[path].refusal):
                own = judge.run(sources[path], inputs, LIMITS)
                uni = judge.run(unis[path].code, inputs, LIMITS)
                compared += 1
                executions += len(own) + len(uni)
                if [behaviour(run) for run in own] != [behaviour(run) for run in uni]:
                    different += 1
                    print(
                        f"differs: {path.relative_to(root)}: {uni[-1].stderr[-200:].decode('utf-8', 'replace')}",
                        flush=True,
                    )
    seconds = time.monotonic() - started
    print(
        f"{compared} compared on up to {tests} inputs ({executions} executions in {seconds:.0f} s): {different} differ"
    )


def behaviour(run: RawRun) -> tuple[str, int, bytes]:
    return run.status, run.code, run.stdout


def speeds(sources: list[str]) -> None:
    """Programs per second of each tool on this machine."""
    tokens = sum(len(code_tokens(source)) for source in sources) / len(sources)
    unis = [to_uni(source) for source in sources]
    accepted = [uni for uni in unis if not uni.refusal]
    print(f"{len(sources)} programs of {tokens:.0f} tokens on average")
    rate("code_tokens", lambda: [code_tokens(source) for source in sources], len(sources))
    rate("to_uni", lambda: [to_uni(source) for source in sources], len(sources))
    rate("restore", lambda: [restore(uni.code, uni.names) for uni in accepted], len(accepted))
    rate("loops_and_recursion", lambda: [loops_and_recursion(uni.code) for uni in accepted], len(accepted))
    rate(
        "random_deletion", lambda: [random_deletion(uni.code, seed=i) for i, uni in enumerate(accepted)], len(accepted)
    )
    rate("variants", lambda: [variants(source, seed=i) for i, source in enumerate(sources)], len(sources))


def rate(name: str, work: Callable[[], object], count: int) -> None:
    started = time.perf_counter()
    work()
    print(f"  {name:20} {count / (time.perf_counter() - started):8.0f} programs/s")


if __name__ == "__main__":
    main()
