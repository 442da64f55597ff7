"""Sums, maxima and minima of slices in a loop become look-ups in running ones."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import linear, range_bounds
from ecode.rewrite.analysis.patterns import match, match_any, match_block, same
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Line, Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read


def outermost_steady(uses: Uses, node: cst.CSTNode, items: cst.BaseExpression) -> Line | None:
    """The outermost thing that repeats `node` and leaves `items` alone: a line with a comprehension, or a loop."""
    lines: list[Line] = []
    if uses.program.in_loop(node):
        own = uses.line(node)
        loops = uses.program.loops(node)
        lines = [own, *loops] if own not in loops else list(loops)
    outermost: Line | None = None
    for line in lines:
        if not uses.steady(items, line):
            break
        outermost = line
    repeated = any(outermost is loop for loop in uses.program.loops(node))
    return outermost if repeated or not uses.program.loops(node) else None


def _sum_of_slice(uses: Uses, call: cst.CSTNode) -> tuple[cst.Name, str] | None:
    """The list of a `sum(a[i:j])`, and what it is in running sums called `{sums}`."""
    if not isinstance(call, cst.Call) or not uses.program.is_builtin_call(call, "sum"):
        return None
    forms = {
        "sum(__a[__i:__j])": "{sums}[__j] - {sums}[__i]",
        "sum(__a[:__j])": "{sums}[__j]",
        "sum(__a[__i:])": "{sums}[-1] - {sums}[__i]",
    }
    for pattern, form in forms.items():
        found = match(pattern, call)
        if found and isinstance(found["__a"], cst.Name):
            for hole in ("__i", "__j"):
                if hole in found:
                    if _is_negative(found[hole]):
                        return None
                    form = form.replace(hole, code(found[hole]))
            return found["__a"], form
    return None


def _is_negative(node: cst.BaseExpression) -> bool:
    """True for a bound that surely counts from the end, like `-2`."""
    value = linear(node)
    return value.is_constant and value.constant < 0


class SumOfSlice(EditingRewrite):
    name = "sum-of-slice-by-running-sums"
    reason = "With running sums computed once, the sum of any slice is one subtraction."
    changes_cost_class = True
    speculative = True  # bounds below zero or beyond the end mean something else in a slice
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nbest = 0\nfor i in range(len(a)):\n"
                "    for j in range(i, len(a)):\n        best = max(best, sum(a[i:j + 1]))\nprint(best)\n"
            ),
            after=(
                "from itertools import accumulate\na = list(map(int, input().split()))\nbest = 0\n"
                "a_sums = [0, *accumulate(a)]\nfor i in range(len(a)):\n"
                "    for j in range(i, len(a)):\n        best = max(best, a_sums[j + 1] - a_sums[i])\nprint(best)\n"
            ),
            stdin="3 -4 5 1\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        known: dict[tuple[str, Line], str] = {}
        for node in uses.nodes:
            found = _sum_of_slice(uses, node)
            if found is None or not isinstance(node, cst.Call):
                continue
            items, form = found
            line = outermost_steady(uses, node, items) if uses.kinds.of(items).name == "list" else None
            if line is None or not uses.kinds.is_int(node) or not edits.claim(node) or not sites.take():
                continue
            edits.replace(node, form.format(sums=_running(edits, known, items.value, line)))


def _running(edits: Edits, known: dict[tuple[str, Line], str], items: str, line: Line) -> str:
    """The name of the running sums of `items` before `line`."""
    if (items, line) not in known:
        known[items, line] = name = edits.fresh_name(f"{items}_sums")
        edits.before(line, f"{name} = [0, *{edits.imported('itertools.accumulate')}({items})]")
    return known[items, line]


class InnerSumByRunningSums(EditingRewrite):
    name = "inner-sum-by-running-sums"
    reason = "A loop that adds up a part of a list, inside another loop, is one subtraction of running sums."
    changes_cost_class = True
    speculative = True  # ranges that run backwards, or below zero, mean something else in a loop
    examples = (
        Example(
            before=(
                "a = [3, 1, 2, 5]\nfor i in range(4):\n    t = 0\n    for j in range(i, 4):\n        t += a[j]\n"
                "    print(t)\n"
            ),
            after=(
                "from itertools import accumulate\na = [3, 1, 2, 5]\na_sums = [0, *accumulate(a)]\n"
                "for i in range(4):\n    t = 0\n    t += a_sums[4] - a_sums[i]\n    print(t)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        known: dict[tuple[str, Line], str] = {}
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None or not uses.program.loops(loop):
                continue
            found = next((b for body in _ADDING if (b := match_block(body, loop.body))), None)
            bounds = range_bounds(uses.program, loop.iter)
            if not found or not bounds or not same(loop.target, found["__j"]):
                continue
            items, index = found["__a"], uses.variable(loop.target)
            if not isinstance(items, cst.Name) or index is None or uses.used_after(index, loop):
                continue
            if not uses.kinds.is_int(found["__s"]) or not isinstance(found["__s"], cst.Name):
                continue
            outer = [line for line in uses.program.loops(loop) if uses.steady(items, line)]
            if uses.kinds.of(items).name != "list" or not outer or names_read(loop.iter) & names_bound(loop):
                continue
            factor = found.get("__u")
            if factor is not None and not _is_factor(uses, factor, loop):
                continue
            line = outermost_steady(uses, loop, items)
            if line is None or not edits.claim(loop) or not sites.take():
                continue
            sums = _running(edits, known, items.value, line)
            part = f"{sums}[{code(bounds[1])}] - {sums}[{code(bounds[0])}]"
            added = f"{operand(factor)} * ({part})" if factor is not None else part
            edits.replace_line(loop, f"{code(found['__s'])} += {added}")


_ADDING = tuple(
    f"__s {sign} {term}" for term in ("__a[__j]", "__u * __a[__j]", "__a[__j] * __u") for sign in ("+=", "= __s +")
)


def _is_factor(uses: Uses, factor: cst.BaseExpression, loop: cst.For) -> bool:
    """True for an int that the loop does not change."""
    fixed = uses.kinds.is_int(factor) and uses.program.is_pure(factor)
    return fixed and not names_read(factor) & names_bound(loop)


class ExtremeOfSlice(EditingRewrite):
    name = "extreme-of-slice-by-running-extremes"
    reason = "With running maxima (or minima) computed once, that of the first or last items is one look-up."
    changes_cost_class = True
    speculative = True  # bounds below zero or beyond the end mean something else in a slice
    examples = (
        Example(
            before="a = [3, 1, 4, 1, 5]\nfor i in range(1, 5):\n    print(max(a[:i]), min(a[i:]))\n",
            after=(
                "from itertools import accumulate\na = [3, 1, 4, 1, 5]\na_max = list(accumulate(a, max))\n"
                "a_min = list(accumulate(a[::-1], min))[::-1]\n"
                "for i in range(1, 5):\n    print(a_max[i - 1], a_min[i])\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        known: dict[tuple[str, str, bool, Line], str] = {}
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or not uses.program.is_builtin_call(node, "max", "min"):
                continue
            first = match_any(node, "max(__a[:__k])", "min(__a[:__k])")
            found = first or match_any(node, "max(__a[__k:])", "min(__a[__k:])")
            if not found or not isinstance(found["__a"], cst.Name) or _is_negative(found["__k"]):
                continue
            items, function = found["__a"], code(node.func)
            line = outermost_steady(uses, node, items) if uses.kinds.of(items).name == "list" else None
            if line is None or not edits.claim(node) or not sites.take():
                continue
            key = (items.value, function, first is not None, line)
            if key not in known:
                known[key] = edits.fresh_name(f"{items.value}_{function}")
                accumulate = edits.imported("itertools.accumulate")
                value = f"list({accumulate}({items.value}, {function}))"
                if first is None:
                    value = f"list({accumulate}({items.value}[::-1], {function}))[::-1]"
                edits.before(line, f"{known[key]} = {value}")
            edits.replace(node, f"{known[key]}[{_place(found['__k'], first is not None)}]")


def _place(bound: cst.BaseExpression, before: bool) -> str:
    """Where the extreme of all items before `bound` (or from it on) stands."""
    if not before:
        return code(bound)
    plus_one = match("__i + 1", bound)
    return code(plus_one["__i"]) if plus_one else f"{operand(bound)} - 1"
