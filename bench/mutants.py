"""Do hidden inputs catch automatic mutants of correct programs?

    python bench/mutants.py PACKAGE... [--mutants 8] [--count 120] [--seed 0]

For the slow program of each problem package: `<` for `<=`, a constant off by one, a `set()` or `sorted()` dropped (lost
duplicates, wrong order), a program that knows the shown outputs by heart, and one that remembers its answer under the
first line of the input alone. Of those that something shows to be wrong (all tests of the package, or hidden inputs of
three seeds) is said how many the samples catch, and how many of those that pass the samples are caught by hidden inputs
made from the samples alone, and from all tests. Prints a table by kind.
"""

from __future__ import annotations

import argparse
import ast
import copy
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from near_misses import differs, fails, original_of

from ecode.errors import EcodeError
from ecode.formats import join_statement, load_package
from ecode.judge.run import Judge
from ecode.records import Problem, TestCase
from ecode.search.hidden.inputs import hidden_inputs

NEIGHBOURS = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
BY_HEART = """import sys
answers = {answers!r}
sys.stdout.write(answers.get(sys.stdin.read(), {last!r}))
"""
REMEMBERED = """import sys
answers = {answers!r}
text = sys.stdin.read()
first = text.partition("\\n")[0]
if first in answers:
    sys.stdout.write(answers[first])
    sys.exit()
import io
sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
exec(compile({source!r}, "program", "exec"), {{"__name__": "__main__"}})
"""


@dataclass(frozen=True)
class Mutant:
    """What catches one mutant."""

    kind: str
    samples: bool
    hidden_of_samples: bool
    hidden_of_tests: bool


def changed_programs(source: str, limit: int, seed: int) -> Iterator[tuple[str, str]]:
    """(kind, program) with one place changed, at random."""
    tree = ast.parse(source)
    sites = [(index, node) for index, node in enumerate(ast.walk(tree)) if kind_of(node)]
    random.Random(seed).shuffle(sites)
    for index, site in sites[:limit]:
        changed = copy.deepcopy(tree)
        node = list(ast.walk(changed))[index]
        if isinstance(node, ast.Compare):
            node.ops[0] = NEIGHBOURS[type(node.ops[0])]()
        elif isinstance(node, ast.Constant):
            node.value = int(node.value) + (1 if (index + seed) % 2 else -1)  # type: ignore[arg-type]
        elif isinstance(node, ast.Call):
            node.func = ast.Name("list", ast.Load())
            node.keywords = []
        yield kind_of(site), ast.unparse(ast.fix_missing_locations(changed))


def kind_of(node: ast.AST) -> str:
    """What would be changed here; empty where nothing would."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in NEIGHBOURS:
        return "bound of a comparison"
    if isinstance(node, ast.Constant) and type(node.value) is int and abs(node.value) <= 100:
        return "constant off by one"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("set", "sorted"):
        return "set or sorted dropped" if len(node.args) == 1 else ""
    return ""


def cheats(source: str, shown: Sequence[TestCase]) -> Iterator[tuple[str, str]]:
    """Programs that pass the shown tests by what they remember of them."""
    outputs = {test.input.decode(): (test.output or b"").decode() for test in shown}
    last = next(reversed(outputs.values()), "")
    yield "shown outputs by heart", BY_HEART.format(answers=outputs, last=last)
    firsts = {text.partition("\n")[0]: output for text, output in outputs.items()}
    yield "remembered under the first line", REMEMBERED.format(answers=firsts, source=source)


def examine(judge: Judge, problem: Problem, args: argparse.Namespace) -> Iterator[Mutant]:
    """The mutants of the package's slow program that something shows to be wrong."""
    source = original_of(problem)
    every = [*problem.samples, *problem.secret]
    statement = join_statement(asdict(problem.statement))

    def made(tests: Sequence[TestCase], seed: int) -> list[bytes]:
        return hidden_inputs([test.input for test in tests], count=args.count, seed=seed, statement=statement)

    of_samples, of_tests = made(problem.samples, args.seed), made(every, args.seed)
    others = [content for seed in (1, 2) for content in made(every, args.seed + seed)]
    for kind, code in (*changed_programs(source, args.mutants, args.seed), *cheats(source, problem.samples)):
        by_tests = differs(judge, code, source, of_tests)
        if by_tests or fails(judge, code, problem, every) or differs(judge, code, source, others):
            samples = fails(judge, code, problem, problem.samples)
            yield Mutant(kind, samples, samples or differs(judge, code, source, of_samples), by_tests)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path, nargs="+", metavar="PACKAGE")
    parser.add_argument("--mutants", type=int, default=8, help="changed places for each program")
    parser.add_argument("--count", type=int, default=120)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    with Judge() as judge:
        for folder in args.packages:
            try:
                for mutant in examine(judge, load_package(folder), args):
                    kinds[mutant.kind].append(mutant)
            except EcodeError as error:
                print(f"{folder}: {error}")
    print("| kind | wrong mutants | by samples | of the rest: hidden, of samples | hidden, of all tests |")
    print("| --- | ---: | ---: | ---: | ---: |")
    every = [one for group in kinds.values() for one in group]
    for kind, group in [*sorted(kinds.items()), ("all", every)]:
        left = [one for one in group if not one.samples]
        shares = (
            sum(one.samples for one in group) / max(1, len(group)),
            sum(one.hidden_of_samples for one in left) / max(1, len(left)),
            sum(one.hidden_of_tests for one in left) / max(1, len(left)),
        )
        print(f"| {kind} | {len(group)} | {' | '.join(f'{100 * share:.0f} %' for share in shares)} |")


if __name__ == "__main__":
    main()
