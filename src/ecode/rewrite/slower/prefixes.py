"""Running sums and extremes worked out from the start of the list each time."""

from __future__ import annotations

from abc import abstractmethod

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import INT
from ecode.rewrite.analysis.linear import range_bounds
from ecode.rewrite.analysis.patterns import Bound, match_block
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, block_of, own_jumps

_SUMS = ("__s += __a[__i]", "__s = __s + __a[__i]")
_EXTREMES = tuple(f"__s = {name}({args})" for name in ("max", "min") for args in ("__s, __a[__i]", "__a[__i], __s"))


class PrefixEachTime(SlowerRewrite):
    """The base of both: `s` grows by `a[i]` in every round of `for i in range(...)` over a list that stays."""

    changes_cost_class = True
    forms: tuple[str, ...] = ()

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or block is None:
                continue
            for line in block.body:
                found = next((b for form in self.forms if (b := match_block(form, line))), None)
                start = _start(uses, loop, line, found) if found else None
                if found is None or start is None or not isinstance(line, cst.SimpleStatementLine):
                    continue
                if edits.claim(line) and sites.take():
                    edits.replace_line(line, self.again(code(line).strip(), found, start))

    @abstractmethod
    def again(self, line: str, found: Bound, start: cst.BaseExpression) -> str:
        """The line that works the value out from the start."""


class SumOfPrefixEachTime(PrefixEachTime):
    name = "sum-of-prefix-each-time"
    reason = "All items so far are added up again in every round, where adding one would do."
    forms = _SUMS
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\ntotal = 0\nfor i in range(len(a)):\n    total += a[i]\n"
                "    if total > 5:\n        print(i, total)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for i in range(len(a)):\n"
                "    total = sum(a[:i + 1])\n"
                "    if total > 5:\n"
                "        print(i, total)\n"
            ),
            stdin="3 1 5\n",
        ),
    )

    def again(self, line: str, found: Bound, start: cst.BaseExpression) -> str:
        first = "" if code(start) == "0" else f"{operand(start)} + "
        return f"{code(found['__s'])} = {first}sum({code(found['__a'])}[:{code(found['__i'])} + 1])"


class ExtremeOfPrefixEachTime(PrefixEachTime):
    name = "extreme-of-prefix-each-time"
    reason = "The largest or smallest of all items so far is searched for again in every round."
    forms = _EXTREMES
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nbest = 0\nfor i in range(len(a)):\n    best = max(best, a[i])\n"
                "    print(best)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "best = 0\n"
                "for i in range(len(a)):\n"
                "    best = max([0] + a[:i + 1])\n"
                "    print(best)\n"
            ),
            stdin="3 1 5\n",
        ),
    )

    def again(self, line: str, found: Bound, start: cst.BaseExpression) -> str:
        function = "max" if "max(" in line else "min"
        return f"{code(found['__s'])} = {function}([{code(start)}] + {code(found['__a'])}[:{code(found['__i'])} + 1])"


def _start(uses: Uses, loop: cst.For, line: cst.CSTNode, found: Bound) -> cst.BaseExpression | None:
    """What the running value starts with, where nothing but this line changes it in a loop from 0."""
    total, items, index = found["__s"], found["__a"], found["__i"]
    bounds = range_bounds(uses.program, loop.iter)
    variable = uses.variable(total)
    if not isinstance(items, cst.Name) or not isinstance(loop.target, cst.Name) or bounds is None or variable is None:
        return None
    if code(bounds[0]) != "0" or code(index) != loop.target.value or own_jumps(loop.body, cst.Continue):
        return None
    kind = uses.kinds.of(items)
    names = {code(total), items.value, loop.target.value}
    if kind.name != "list" or kind.element() != INT or len(names) < 3 or not uses.steady(items, loop):
        return None
    if loop.target.value in uses.facts.effects(loop.body).names or len(variable.bindings) != 2:
        return None
    return _value_before(uses, variable, loop, line)


def _value_before(uses: Uses, variable: Variable, loop: cst.For, line: cst.CSTNode) -> cst.BaseExpression | None:
    """The number that the variable gets in the block of the loop, before it."""
    first, second = variable.bindings
    value = assigned_value(uses.program, first)
    if not isinstance(value, (cst.Integer, cst.UnaryOperation)) or uses.kinds.of(value) != INT:
        return None
    if isinstance(value, cst.UnaryOperation) and not isinstance(value.expression, cst.Integer):
        return None
    block = uses.program.parent(uses.line(first))
    together = block is uses.program.parent(loop) and uses.program.function(first) is uses.program.function(loop)
    return value if together and uses.inside(second, line) and uses.position[first] < uses.position[loop] else None
