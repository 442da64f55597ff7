"""Sums of clamped values, taken again and again for other limits, become look-ups in sorted running sums."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_block, same, statements
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Line, Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read

_ADDED = {
    "min(__x, __y)": "{sums}[{place}] + (len({items}) - {place}) * {limit}",
    "max(__x, __y)": "{place} * {limit} + {sums}[-1] - {sums}[{place}]",
}
"""What is added for each value and a limit (in either order), and what that makes in all."""
_ADDED_ABOVE = ("max(0, __x - __y)", "max(__x - __y, 0)")
_ABOVE = "{sums}[-1] - {sums}[{place}] - (len({items}) - {place}) * {limit}"
_TESTS = {"__x <= __y": ("<=", False), "__x < __y": ("<", False), "__x > __y": ("<=", True), "__x >= __y": ("<", True)}
"""Tests of a value and a limit: which values count as low, and whether it is the high ones that pass."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A loop that adds, for each value of an iterable, what `total` says about the value and the limit."""

    accumulator: cst.BaseExpression
    value: cst.BaseExpression
    limit: cst.BaseExpression
    total: str
    strict: bool = False
    """True when values equal to the limit do not count as low ones."""
    sums: bool = True


class ClampedSumByBisect(EditingRewrite):
    name = "clamped-sum-by-bisect"
    reason = (
        "A sum of values cut off at a limit, or a count of values below it, is one binary search "
        "in the sorted values once their running sums are known."
    )
    changes_cost_class = True
    speculative = True  # an early exit from the summing loop is dropped; few rounds do not pay for the sorting
    examples = (
        Example(
            before=(
                "n, h = map(int, input().split())\na = list(map(int, input().split()))\nlow, high = 0, 10**9\n"
                "while high - low > 1:\n    mid = (low + high) // 2\n    s = 0\n    for i in range(n):\n"
                "        s += min(mid, a[i])\n"
                "    if s < h:\n        low = mid\n    else:\n        high = mid\nprint(high)\n"
            ),
            after=(
                "from bisect import bisect_right\nfrom itertools import accumulate\n"
                "n, h = map(int, input().split())\na = list(map(int, input().split()))\nlow, high = 0, 10**9\n"
                "ordered = sorted(a[i] for i in range(n))\nrunning = [0, *accumulate(ordered)]\n"
                "while high - low > 1:\n    mid = (low + high) // 2\n    s = 0\n"
                "    place = bisect_right(ordered, mid)\n"
                "    s += running[place] + (len(ordered) - place) * mid\n"
                "    if s < h:\n        low = mid\n    else:\n        high = mid\nprint(high)\n"
            ),
            stdin="4 10\n3 1 5 2\n",
        ),
        Example(
            before=(
                "a = [3, 1, 5, 2]\nfor q in range(9):\n    c = 0\n    for x in a:\n"
                "        if x < q:\n            c += 1\n    print(c)\n"
            ),
            after=(
                "from bisect import bisect_left\na = [3, 1, 5, 2]\nordered = sorted(a)\nfor q in range(9):\n    c = 0\n"
                "    place = bisect_left(ordered, q)\n    c += place\n    print(c)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None or not uses.program.loops(loop):
                continue
            found = _summing(uses, loop)
            line = found and _hoisting_line(uses, loop, found)
            if found and line and edits.claim(loop) and sites.take():
                _change(edits, loop, line, found)


def _change(edits: Edits, loop: cst.For, line: Line, found: _Sum) -> None:
    search = edits.imported("bisect.bisect_left" if found.strict else "bisect.bisect_right")
    names = {"items": edits.fresh_name("ordered"), "place": edits.fresh_name("place")}
    source = f"{code(found.value)} for {code(loop.target)} in {code(loop.iter)}"
    if same(found.value, loop.target):
        source = code(loop.iter)
    edits.before(line, f"{names['items']} = sorted({source})")
    if found.sums:
        names["sums"] = edits.fresh_name("running")
        edits.before(line, f"{names['sums']} = [0, *{edits.imported('itertools.accumulate')}({names['items']})]")
    total = found.total.format(limit=operand(found.limit), **names)
    edits.replace_line(
        loop,
        f"{names['place']} = {search}({names['items']}, {code(found.limit)})\n{code(found.accumulator)} += {total}",
    )


def _summing(uses: Uses, loop: cst.For) -> _Sum | None:
    """The recognised sum; None where the loop is anything else."""
    body = statements(loop.body)
    if len(body) == 2 and _is_early_exit(body[0], body[1]):
        body = body[:1]
    if len(body) != 1:
        return None
    found = _clamped(uses, loop, body[0]) or _tested(loop, body[0])
    if found is None or not uses.kinds.is_int(found.value, found.limit, found.accumulator):
        return None
    accumulator = found.accumulator
    if not isinstance(accumulator, cst.Name) or accumulator.value in names_read(loop.iter) | names_read(found.value):
        return None
    for name in uses.names_in(loop.target):
        variable = uses.variable(name)
        if variable is None or uses.used_after(variable, loop):
            return None
    return found


def _is_early_exit(added: cst.CSTNode, test: cst.CSTNode) -> bool:
    """True for `if total >= wanted: break` behind `total += ...`."""
    target = match_block("__s += __x", added) or match_block("__s = __s + __x", added)
    for comparison in (">=", ">"):
        exit_ = match_block(f"if __s {comparison} __h:\n    break", test)
        if target and exit_ and same(target["__s"], exit_["__s"]):
            return True
    return False


def _added(statement: cst.CSTNode) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """Accumulator and added value of `s += x`, `s = s + x` and `s = x + s`."""
    for pattern in ("__s += __x", "__s = __s + __x", "__s = __x + __s"):
        bound = match_block(pattern, statement)
        if bound:
            return bound["__s"], bound["__x"]
    return None


def _is_limit(loop: cst.For, node: cst.CSTNode) -> bool:
    """True for a name that the loop does not change: what the values are compared with."""
    return isinstance(node, cst.Name) and not names_read(node) & names_read(loop.target)


def _clamped(uses: Uses, loop: cst.For, statement: cst.CSTNode) -> _Sum | None:
    added = _added(statement)
    if added is None or not isinstance(added[1], cst.Call) or not uses.program.is_builtin_call(added[1], "min", "max"):
        return None
    for pattern in _ADDED_ABOVE:
        bound = match(pattern, added[1])
        if bound:
            return _sum(loop, added[0], bound["__x"], bound["__y"], _ABOVE)
    for pattern, total in _ADDED.items():
        bound = match(pattern, added[1])
        if bound:
            value, limit = bound["__x"], bound["__y"]
            return _sum(loop, added[0], value, limit, total) or _sum(loop, added[0], limit, value, total)
    return None


def _sum(
    loop: cst.For, accumulator: cst.BaseExpression, value: cst.BaseExpression, limit: cst.BaseExpression, total: str,
    strict: bool = False, sums: bool = True,
) -> _Sum | None:  # fmt: skip
    if not _is_limit(loop, limit) or not names_read(value) & names_read(loop.target):
        return None
    if names_read(limit) & names_read(value):
        return None
    return _Sum(accumulator, value, limit, total, strict, sums)


def _tested(loop: cst.For, statement: cst.CSTNode) -> _Sum | None:
    """`if x <= limit: s += ...`, with or without an else that adds the limit."""
    if not isinstance(statement, cst.If) or len(statements(statement.body)) != 1:
        return None
    added = _added(statements(statement.body)[0])
    orelse = statement.orelse
    other = _added(statements(orelse.body)[0]) if isinstance(orelse, cst.Else) and statements(orelse.body) else None
    if added is None or (orelse is not None and (other is None or not same(added[0], other[0]))):
        return None
    for pattern, (comparison, high) in _TESTS.items():
        bound = match(pattern, statement.test)
        if not bound:
            continue
        for value, limit, swapped in ((bound["__x"], bound["__y"], False), (bound["__y"], bound["__x"], True)):
            if not _is_limit(loop, limit):
                continue
            low_passes = high if swapped else not high
            strict = (comparison == "<") != swapped
            total, sums = _of_branches(value, limit, added[1], other[1] if other else None, low_passes)
            if total:
                return _sum(loop, added[0], value, limit, total, strict, sums)
    return None


def _of_branches(
    value: cst.BaseExpression, limit: cst.BaseExpression, added: cst.BaseExpression,
    other: cst.BaseExpression | None, low_passes: bool,
) -> tuple[str, bool]:  # fmt: skip
    """The total for what the two branches add, and whether it needs the running sums; an empty one if unknown."""
    if other is not None:
        low, high = (added, other) if low_passes else (other, added)
        return (_ADDED["min(__x, __y)"], True) if same(low, value) and same(high, limit) else ("", False)
    if match("1", added) is not None:
        return ("{place}" if low_passes else "len({items}) - {place}"), False
    if same(added, value):
        return ("{sums}[{place}]" if low_passes else "{sums}[-1] - {sums}[{place}]"), True
    above = match("__x - __y", added)
    if above and same(above["__x"], value) and same(above["__y"], limit) and not low_passes:
        return _ABOVE, True
    return "", False


def _hoisting_line(uses: Uses, loop: cst.For, found: _Sum) -> Line | None:
    """The outermost loop during which the values stay the same, and the limit does not."""
    free = names_read(loop.target)
    outermost: Line | None = None
    for line in uses.program.loops(loop):
        if not uses.steady(loop.iter, line, free) or not uses.steady(found.value, line, free):
            break
        outermost = line
    return outermost
