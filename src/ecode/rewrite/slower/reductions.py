"""Loops written out where sum, max, min, any and all would run in C."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import FLOAT, INT
from ecode.rewrite.analysis.shapes import plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, cannot_fail, line_to_hoist
from ecode.rewrite.slower.unfolding import unfolded


class LoopInsteadOfSum(SlowerRewrite):
    name = "loop-instead-of-sum"
    reason = "Adding in a loop runs several instructions per item, where sum runs in C."
    speculative = True  # since Python 3.12 sum adds floats more exactly than a loop
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nprint(sum(x * x for x in a if x > 1), len(a))\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for x in a:\n"
                "    if x > 1:\n"
                "        total += x * x\n"
                "print(total, len(a))\n"
            ),
            stdin="3 1 2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            args = plain_args(node, 1)
            if not isinstance(node, cst.Call) or args is None or not uses.program.is_builtin(node.func, "sum"):
                continue
            kind = uses.kinds.of(args[0]).element()
            line = line_to_hoist(uses, node) if kind != FLOAT else None
            loops = unfolded(uses, edits, args[0], "item") if line is not None else None
            if line is None or loops is None or not edits.claim(node):
                continue
            if sites.take(proven=uses.kinds.of(node) == INT):
                total = edits.fresh_name("total")
                edits.before(line, f"{total} = 0\n{loops.around(f'{total} += {loops.element}')}")
                edits.replace(node, total)


class LoopInsteadOfExtreme(SlowerRewrite):
    name = "loop-instead-of-maximum"
    reason = "Comparing in a loop runs several instructions per item, where max and min run in C."
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nprint(max(a))\nlow = min(abs(x - 2) for x in a)\nprint(low)\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "largest = None\n"
                "for item in a:\n"
                "    if largest is None or item > largest:\n"
                "        largest = item\n"
                "print(largest)\n"
                "smallest = None\n"
                "for x in a:\n"
                "    value = abs(x - 2)\n"
                "    if smallest is None or value < smallest:\n"
                "        smallest = value\n"
                "low = smallest\n"
                "print(low)\n"
            ),
            stdin="3 1 7\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            args = plain_args(node, 1)
            if not isinstance(node, cst.Call) or args is None or not uses.program.is_builtin(node.func, "max", "min"):
                continue
            line = line_to_hoist(uses, node)
            if line is None or any(isinstance(a, cst.Try) for a in uses.program.ancestors(node)):
                continue  # of nothing at all max raises an error, which somebody may catch
            loops = unfolded(uses, edits, args[0], "item")
            if loops is None or not edits.claim(node) or not sites.take():
                continue
            largest = uses.program.is_builtin(node.func, "max")
            best = edits.fresh_name("largest" if largest else "smallest")
            value = loops.element if loops.element.isidentifier() else edits.fresh_name("value")
            named = () if value == loops.element else (f"{value} = {loops.element}",)
            test = f"if {best} is None or {value} {'>' if largest else '<'} {best}:"
            edits.before(line, f"{best} = None\n{loops.around(*named, test, f'    {best} = {value}')}")
            edits.replace(node, best)


class FlagInsteadOfAny(SlowerRewrite):
    name = "flag-instead-of-any-or-all"
    reason = "The loop goes on after the answer is known."
    changes_cost_class = True
    speculative = True  # a later item may raise an error that any and all never came to
    examples = (
        Example(
            before=(
                "n = int(input())\nif all(n % d != 0 for d in range(2, n)):\n    print('prime')\n"
                "print(any(i == 3 for i in range(n)))\n"
            ),
            after=(
                "n = int(input())\n"
                "good = True\n"
                "for d in range(2, n):\n"
                "    if not (n % d != 0):\n"
                "        good = False\n"
                "if good:\n"
                "    print('prime')\n"
                "found = False\n"
                "for i in range(n):\n"
                "    if i == 3:\n"
                "        found = True\n"
                "print(found)\n"
            ),
            stdin="13\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            args = plain_args(node, 1)
            if not isinstance(node, cst.Call) or args is None or not uses.program.is_builtin(node.func, "any", "all"):
                continue
            items = args[0]
            if not isinstance(items, (cst.GeneratorExp, cst.ListComp)) or not uses.program.is_pure(items):
                continue
            clause = items.for_in
            finite = uses.program.is_builtin_call(clause.iter, "range") or uses.kinds.of(clause.iter).name == "list"
            line = line_to_hoist(uses, node) if finite and not clause.inner_for_in else None
            loops = unfolded(uses, edits, items, "item") if line is not None else None
            if line is None or loops is None or not edits.claim(node):
                continue
            parts = [items.elt, *(test.test for test in clause.ifs)]
            if sites.take(proven=all(cannot_fail(uses, part) for part in parts)):
                some = uses.program.is_builtin(node.func, "any")
                flag = edits.fresh_name("found" if some else "good")
                test = f"if {loops.element}:" if some else f"if not ({loops.element}):"
                edits.before(line, f"{flag} = {not some}\n{loops.around(test, f'    {flag} = {some}')}")
                edits.replace(node, flag)
