"""Loops that count by hand, or come by more often than they have to."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.bounds import Bounds
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import range_bounds
from ecode.rewrite.analysis.loop_edits import targets_are_free
from ecode.rewrite.analysis.patterns import match
from ecode.rewrite.analysis.shapes import code, operand, plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, block_of, own_jumps


class WhileInsteadOfFor(SlowerRewrite):
    name = "while-instead-of-for"
    reason = "Counting and comparing by hand costs several instructions per round, where range counts in C."
    examples = (
        Example(
            before="n = int(input())\ntotal = 0\nfor i in range(1, n + 1):\n    total += i * i\nprint(total)\n",
            after=(
                "n = int(input())\ntotal = 0\ni = 1\nwhile i < n + 1:\n    total += i * i\n    i += 1\nprint(total)\n"
            ),
            stdin="5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in reversed(uses.nodes):  # inner loops first: they count most
            bounds = range_bounds(uses.program, loop.iter) if isinstance(loop, cst.For) else None
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if (
                not isinstance(loop, cst.For)
                or bounds is None
                or block is None
                or not isinstance(loop.target, cst.Name)
            ):
                continue
            name = loop.target.value
            fixed = name not in uses.facts.effects(block).names and name not in names_read(loop.iter)
            fixed = fixed and not own_jumps(block, cst.Continue) and uses.steady(bounds[1], block)
            if not fixed or not targets_are_free(uses, loop) or not uses.kinds.is_int(bounds[1]):
                continue
            counter = edits.fresh_name("counter") if name == "_" and "_" not in names_read(block) else name
            if isinstance(bounds[1], (cst.Comparison, cst.BooleanOperation, cst.IfExp, cst.Lambda)):
                continue  # these bind less tightly than the comparison
            if not edits.claim(loop) or not sites.take():
                continue
            test = cst.parse_expression(f"{counter} < {code(bounds[1])}")
            body = block.with_changes(body=[*block.body, *edits.lines(f"{counter} += 1")])
            edits.before(loop, f"{counter} = {code(bounds[0])}")
            edits.exchange(loop, cst.While(test, body, leading_lines=loop.leading_lines))


class TestInsideOfWhile(SlowerRewrite):
    name = "test-inside-of-endless-loop"
    reason = "An endless loop with a break inside runs more instructions per round than a test in its head."
    examples = (
        Example(
            before="x = 40\nwhile x > 3:\n    x //= 2\nprint(x)\n",
            after=("x = 40\nwhile True:\n    if not (x > 3):\n        break\n    x //= 2\nprint(x)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.While) else None
            if not isinstance(loop, cst.While) or block is None or "\n" in code(loop.test):
                continue
            if isinstance(loop.test, cst.Integer) or code(loop.test) == "True" or not edits.claim(loop.test):
                continue
            if sites.take():
                edits.before(block.body[0], f"if not ({code(loop.test)}):\n    break")
                edits.replace(loop.test, "True")


class FullRangeWithTest(SlowerRewrite):
    name = "full-range-with-test"
    reason = "The loop starts from zero each time and skips the rounds that it does not need."
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nn = len(a)\npairs = 0\nfor i in range(n):\n"
                "    for j in range(i + 1, n):\n        if a[i] > a[j]:\n            pairs += 1\nprint(pairs)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "n = len(a)\n"
                "pairs = 0\n"
                "for i in range(n):\n"
                "    for j in range(n):\n"
                "        if j > i:\n"
                "            if a[i] > a[j]:\n"
                "                pairs += 1\n"
                "print(pairs)\n"
            ),
            stdin="3 1 2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        bounds_of = Bounds(uses)
        for loop in reversed(uses.nodes):
            bounds = range_bounds(uses.program, loop.iter) if isinstance(loop, cst.For) else None
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if (
                not isinstance(loop, cst.For)
                or bounds is None
                or block is None
                or not isinstance(loop.target, cst.Name)
            ):
                continue
            start, stop = bounds
            if isinstance(start, cst.Integer) or not uses.kinds.is_int(start) or not bounds_of.at_least(start, 0):
                continue
            if loop.target.value in names_read(loop.iter) or not uses.steady(start, block):
                continue
            if targets_are_free(uses, loop) and edits.claim(loop) and sites.take():
                before = match("__x + 1", start)
                low = (
                    f"> {code(before['__x'])}"
                    if before
                    else f">= {code(start) if isinstance(start, cst.BinaryOperation) else operand(start)}"
                )
                _guard(edits, loop, f"range({code(stop)})", f"{loop.target.value} {low}")


class SingleStepsWithTest(SlowerRewrite):
    name = "single-steps-with-test"
    reason = "The loop comes by every number and tests which it wants, where the range could step over the others."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "n = int(input())\nprime = [True] * (n + 1)\nfor i in range(2, n + 1):\n    if prime[i]:\n"
                "        print(i)\n        for j in range(i * i, n + 1, i):\n            prime[j] = False\n"
            ),
            after=(
                "n = int(input())\n"
                "prime = [True] * (n + 1)\n"
                "for i in range(2, n + 1):\n"
                "    if prime[i]:\n"
                "        print(i)\n"
                "        for j in range(i * i, n + 1):\n"
                "            if (j - (i * i)) % i == 0:\n"
                "                prime[j] = False\n"
            ),
            stdin="20\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        bounds_of = Bounds(uses)
        for loop in reversed(uses.nodes):
            args = plain_args(loop.iter, 3) if isinstance(loop, cst.For) else None
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or args is None or block is None or not isinstance(loop.target, cst.Name):
                continue
            start, stop, step = args
            sure = uses.program.is_builtin_call(loop.iter, "range") and uses.kinds.is_int(start, step)
            if not sure or code(step) == "1" or not bounds_of.at_least(step, 1):
                continue
            if (
                loop.target.value in names_read(loop.iter)
                or not uses.steady(start, block)
                or not uses.steady(step, block)
            ):
                continue
            if targets_are_free(uses, loop) and edits.claim(loop) and sites.take():
                name = loop.target.value
                shift = name if code(start) == "0" else f"({name} - {operand(start)})"
                _guard(edits, loop, f"range({code(start)}, {code(stop)})", f"{shift} % {operand(step)} == 0")


def _guard(edits: Edits, loop: cst.For, iterable: str, test: str) -> None:
    """Let the loop run over more, and put its body under a test."""
    guard = cst.If(cst.parse_expression(test), loop.body)
    edits.exchange(loop, loop.with_changes(iter=cst.parse_expression(iterable), body=cst.IndentedBlock([guard])))
