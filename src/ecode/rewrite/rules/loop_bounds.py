"""Loops that run only over the values for which they do something."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import block, int_value
from ecode.rewrite.analysis.linear import range_bounds
from ecode.rewrite.analysis.shapes import bare, code, operand, simple, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound

MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}
OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}


class TightenLoopBound(EditingRewrite):
    name = "tighten-loop-bound"
    reason = "A loop that skips part of its range by a test can leave that part out of the range."
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "s = 0\n"
                "for i in range(n):\n"
                "    for j in range(n):\n"
                "        if j > i:\n"
                "            s += i * j\n"
                "    for k in range(n):\n"
                "        if k >= i: continue\n"
                "        s -= k\n"
                "print(s)\n"
            ),
            after=(
                "n = int(input())\n"
                "s = 0\n"
                "for i in range(n):\n"
                "    for j in range(i + 1, n):\n"
                "        s += i * j\n"
                "    for k in range(min(n, i)):\n"
                "        s -= k\n"
                "print(s)\n"
            ),
            stdin="5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or not isinstance(loop.target, cst.Name) or loop.orelse is not None:
                continue
            bounds, guard = range_bounds(uses.program, loop.iter), _guard(loop)
            variable = uses.variable(loop.target)
            if bounds is None or guard is None or variable is None or uses.used_after(variable, loop):
                continue
            header = _tightened(uses, loop, bounds, guard[0])
            if header is None or loop.target.value in names_bound(loop.body):
                continue
            if not edits.claim(loop.iter, guard[2]) or not sites.take():
                continue
            edits.replace(loop.iter, f"range({header})")
            edits.replace_line(guard[2], guard[1])


def _guard(loop: cst.For) -> tuple[tuple[str, cst.BaseExpression], str, cst.If] | None:
    """The condition on the loop variable under which the body does anything, what stays of the `if`, and the `if`."""
    lines = block(loop.body) if isinstance(loop.body, cst.IndentedBlock) else []
    first = lines[0] if lines else None
    if not isinstance(first, cst.If) or first.orelse is not None or "#" in code(first).split("\n")[0]:
        return None
    condition = _comparison(first.test, code(loop.target))
    inner = block(first.body)
    if condition is None:
        return None
    if len(inner) == 1 and isinstance(simple(inner[0]), cst.Continue) and len(lines) > 1:
        return (OPPOSITE[condition[0]], condition[1]), "", first
    if len(lines) == 1 and isinstance(first.body, cst.IndentedBlock):
        text = "\n".join(code(statement).strip("\n") for statement in first.body.body)
        odd = any(isinstance(n, cst.IndentedBlock) and n.indent is not None for n in walk(first))
        return None if odd or '"""' in text or "'''" in text else (condition, text, first)
    return None


def _comparison(test: cst.BaseExpression, index: str) -> tuple[str, cst.BaseExpression] | None:
    """`(">", i)` for `j > i` and for `i < j`, where j is the loop's variable."""
    if not isinstance(test, cst.Comparison) or len(test.comparisons) != 1:
        return None
    sign, right = code(test.comparisons[0].operator).strip(), test.comparisons[0].comparator
    if sign not in MIRRORED:
        return None
    if code(test.left) == index:
        return sign, right
    return (MIRRORED[sign], test.left) if code(right) == index else None


def _tightened(
    uses: Uses,
    loop: cst.For,
    bounds: tuple[cst.BaseExpression, cst.BaseExpression],
    guard: tuple[str, cst.BaseExpression],
) -> str | None:
    """The arguments of the narrower range; None where they cannot be told."""
    (start, stop), (sign, bound) = bounds, guard
    if not uses.kinds.is_int(bound) or not uses.facts.unchanged(bound, uses.facts.effects(loop)):
        return None
    plus_one = f"{operand(bound)} + 1" if int_value(bound) is None else str((int_value(bound) or 0) + 1)
    if sign in {">", ">="}:
        lowest = plus_one if sign == ">" else bare(bound)
        if int_value(start) == 0 and _is_counter(uses, bound):
            return f"{lowest}, {bare(stop)}"
        return f"max({bare(start)}, {lowest}), {bare(stop)}"
    highest = plus_one if sign == "<=" else bare(bound)
    last = f"min({bare(stop)}, {highest})"
    return last if int_value(start) == 0 else f"{bare(start)}, {last}"


def _is_counter(uses: Uses, bound: cst.BaseExpression) -> bool:
    """True for the variable of a loop over a range that starts at 0 or more."""
    for loop in uses.program.loops(bound):
        if isinstance(loop, cst.For) and code(loop.target) == code(bound):
            found = range_bounds(uses.program, loop.iter)
            return found is not None and (int_value(found[0]) or 0) >= 0 and int_value(found[0]) is not None
    return False
