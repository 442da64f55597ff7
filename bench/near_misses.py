"""Do hidden inputs catch near misses? Candidates that look right, written without a look at the generator.

    python bench/near_misses.py [PACKAGE...] [--count 120] [--seed 0] [--no-statement]

`bench/near_misses/<package>/*.py` are wrong on some valid input of a package of problems/, which lies beside each of them
(`.in`); beside them stand the wrong submissions of the packages. For each is said whether the samples catch it, whether
all tests of the package do, and whether hidden inputs do that are made from the samples alone, or from all tests: the
original, an accepted program of the package, says what is right. Prints a table by kind, and those that nothing caught. With
names of packages, only the near misses of these.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ecode.formats import join_statement, load_package
from ecode.judge.run import Judge
from ecode.judge.worker import CompileError
from ecode.records import Limits, Problem, TestCase
from ecode.search.hidden.inputs import hidden_inputs

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent / "near_misses"
LIMITS, QUICK = Limits(cpu_s=5), Limits(cpu_s=1)


@dataclass(frozen=True)
class Caught:
    """What shows one near miss to be wrong."""

    name: str
    kind: str
    witness: bool
    samples: bool
    tests: bool
    hidden_of_samples: bool
    hidden_of_tests: bool


def differs(judge: Judge, candidate: str, original: str, inputs: Sequence[bytes]) -> bool:
    """Whether the candidate prints something else, or breaks, where the original ends normally."""
    rights = judge.run(original, inputs, QUICK)
    for right, content in zip(rights, inputs, strict=True):
        if right.status == "exited" and right.code == 0:
            (run,) = judge.run(candidate, [content], QUICK)
            if run.status != "exited" or run.code != 0 or run.stdout.split() != right.stdout.split():
                return True
    return False


def fails(judge: Judge, candidate: str, problem: Problem, tests: Sequence[TestCase]) -> bool:
    check = judge.make_check(problem.checker)
    for test in tests:
        (run,) = judge.run(candidate, [test.input], LIMITS)
        if run.status != "exited" or run.code != 0 or not check(test, run.stdout).accepted:
            return True
    return False


def original_of(problem: Problem) -> str:
    """The slow program of the package: what a search would start from."""
    accepted = sorted(problem.submissions["accepted"], key=lambda path: ("slow" not in path.stem, path.name))
    return accepted[0].read_text("utf-8-sig")


def near_misses(packages: Sequence[str]) -> Iterator[tuple[Path, Problem, str]]:
    """(program, its package, its kind): those made for this bench, then the wrong submissions of the packages."""
    for path in sorted(HERE.glob("*/*.py")):
        if packages and path.parent.name not in packages:
            continue
        kind = path.read_text("utf-8").splitlines()[0].removeprefix("# near miss: ").partition(";")[0]
        yield path, load_package(ROOT / "problems" / path.parent.name), kind
    for folder in () if packages else sorted((ROOT / "problems").iterdir()):
        problem = load_package(folder)
        for path in problem.submissions.get("wrong_answer", ()):
            yield path, problem, "wrong submission of the package"


def examine(judge: Judge, path: Path, problem: Problem, kind: str, args: argparse.Namespace) -> Caught:
    assert problem.path is not None
    candidate, original = path.read_text("utf-8"), original_of(problem)
    statement = "" if args.no_statement else join_statement(asdict(problem.statement))
    every = [*problem.samples, *problem.secret]
    made = [
        hidden_inputs([test.input for test in tests], count=args.count, seed=args.seed, statement=statement)
        for tests in (problem.samples, every)
    ]
    by_tests = fails(judge, candidate, problem, every)
    witness = path.with_suffix(".in")
    return Caught(
        f"{problem.path.name}/{path.stem}",
        kind,
        differs(judge, candidate, original, [witness.read_bytes()]) if witness.is_file() else by_tests,
        fails(judge, candidate, problem, problem.samples),
        by_tests,
        differs(judge, candidate, original, made[0]),
        differs(judge, candidate, original, made[1]),
    )


def told_apart(judge: Judge, problem: Problem, tests: Sequence[TestCase], args: argparse.Namespace) -> tuple[int, int]:
    """(correct programs of the package that hidden inputs tell from the original, all of them but the original)."""
    original = original_of(problem)
    statement = "" if args.no_statement else join_statement(asdict(problem.statement))
    made = hidden_inputs([test.input for test in tests], count=args.count, seed=args.seed, statement=statement)
    others = [path.read_text("utf-8-sig") for path in problem.submissions["accepted"]]
    others = [code for code in others if code != original]
    return sum(differs(judge, code, original, made) for code in others), len(others)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", metavar="PACKAGE")
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--no-statement", action="store_true", help="do not read the limits that statements name")
    args = parser.parse_args()
    found = []
    with Judge() as judge:
        for path, problem, kind in near_misses(args.packages):
            try:
                found.append(examine(judge, path, problem, kind, args))
                print(found[-1], file=sys.stderr)
            except (CompileError, OSError) as error:
                print(f"{path}: {error}")
        for title, chosen in () if args.packages else (("the samples", False), ("all tests", True)):
            pairs = [
                told_apart(judge, problem, [*problem.samples, *(problem.secret if chosen else ())], args)
                for problem in map(load_package, sorted((ROOT / "problems").iterdir()))
            ]
            rejected, correct = (sum(column) for column in zip(*pairs, strict=True))
            print(f"correct programs that hidden inputs of {title} tell from the original: {rejected} of {correct}")
    useless = [one.name for one in found if not one.witness]
    found = [one for one in found if one.witness]
    kinds: dict[str, list[Caught]] = defaultdict(list)
    for one in found:
        kinds[one.kind].append(one)
    print(
        "| kind | near misses | by samples | by all tests | hidden, of samples | hidden, of all tests | tests or hidden |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind, group in [*sorted(kinds.items()), ("all", found)]:
        print(f"| {kind} | {len(group)} | {' | '.join(f'{100 * share:.0f} %' for share in shares(group))} |")
    for title, names in (
        ("no witness", useless),
        ("not by hidden inputs of the samples", [one.name for one in found if not one.hidden_of_samples]),
        ("caught by nothing", [one.name for one in found if not (one.tests or one.hidden_of_tests)]),
    ):
        if names:
            print(f"{title}: {', '.join(names)}")


def shares(group: Sequence[Caught]) -> list[float]:
    columns = (
        [one.samples for one in group],
        [one.tests for one in group],
        [one.hidden_of_samples for one in group],
        [one.hidden_of_tests for one in group],
        [one.tests or one.hidden_of_tests for one in group],
    )
    return [sum(column) / max(1, len(column)) for column in columns]


if __name__ == "__main__":
    main()
