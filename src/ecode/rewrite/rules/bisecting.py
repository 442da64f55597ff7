"""Binary searches written by hand become calls of `bisect`."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import Bound, match_any, match_block, same, statements
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read

_MIDDLES = ("(__l + __h) // 2", "__l + (__h - __l) // 2", "int((__l + __h) / 2)", "(__l + __h) >> 1")
_GO_RIGHT = {"__a[__m] < __x": "left", "__x > __a[__m]": "left", "__a[__m] <= __x": "right", "__x >= __a[__m]": "right"}
"""Tests after which the search goes on to the right of the middle, and the bisect function that asks the same."""
_GO_LEFT = {"__a[__m] >= __x": "left", "__x <= __a[__m]": "left", "__a[__m] > __x": "right", "__x < __a[__m]": "right"}


@dataclass(frozen=True, slots=True)
class _Search:
    bound: Bound
    side: str

    def text(self, hole: str) -> str:
        return code(self.bound[hole])


class BisectInsteadOfLoop(EditingRewrite):
    name = "bisect-instead-of-loop"
    reason = "bisect makes the same comparisons as the hand-written binary search, in C."
    examples = (
        Example(
            before=(
                "a = [1, 3, 3, 7]\nx = int(input())\nlow, high = 0, len(a)\nwhile low < high:\n"
                "    mid = (low + high) // 2\n    if a[mid] < x:\n        low = mid + 1\n"
                "    else:\n        high = mid\nprint(low)\n"
            ),
            after=(
                "from bisect import bisect_left\na = [1, 3, 3, 7]\nx = int(input())\nlow, high = 0, len(a)\n"
                "low = bisect_left(a, x, low, high)\nprint(low)\n"
            ),
            stdin="3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            found = _halving(uses, loop, "__l < __h", "__m") if isinstance(loop, cst.While) else None
            if found is None or not isinstance(loop, cst.While):
                continue
            targets = [hole for hole in ("__l", "__h") if _is_used_after(uses, found.bound[hole], loop)]
            if not targets or not edits.claim(loop) or not sites.take():
                continue
            search = edits.imported(f"bisect.bisect_{found.side}")
            names = " = ".join(found.text(hole) for hole in targets)
            arguments = ", ".join(found.text(hole) for hole in ("__a", "__x", "__l", "__h"))
            edits.replace_line(loop, f"{names} = {search}({arguments})")


class BisectInsteadOfInclusiveLoop(EditingRewrite):
    name = "bisect-instead-of-inclusive-loop"
    reason = "bisect finds the same place in a sorted list as the hand-written binary search, in C."
    speculative = True  # in a list that is not sorted the two may look at other places
    examples = (
        Example(
            before=(
                "a = [1, 3, 3, 7]\nx = int(input())\nlow, high = 0, len(a) - 1\nwhile low <= high:\n"
                "    mid = (low + high) // 2\n    if a[mid] <= x:\n        low = mid + 1\n    else:\n"
                "        high = mid - 1\nprint(low, high)\n"
            ),
            after=(
                "from bisect import bisect_right\na = [1, 3, 3, 7]\nx = int(input())\nlow, high = 0, len(a) - 1\n"
                "low = bisect_right(a, x, low, high + 1)\nhigh = low - 1\nprint(low, high)\n"
            ),
            stdin="3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            found = _halving(uses, loop, "__l <= __h", "__m - 1") if isinstance(loop, cst.While) else None
            if found is None or not edits.claim(loop) or not sites.take():
                continue
            search = edits.imported(f"bisect.bisect_{found.side}")
            low, high = found.text("__l"), found.text("__h")
            lines = f"{low} = {search}({found.text('__a')}, {found.text('__x')}, {low}, {high} + 1)"
            edits.replace_line(loop, f"{lines}\n{high} = {low} - 1")


def _halving(uses: Uses, loop: cst.While, test: str, lowered: str) -> _Search | None:
    """A loop that does nothing but halve the range from `__l` to `__h` around a place in a list."""
    body = statements(loop.body)
    ends = match_any(loop.test, test)
    if len(body) != 2 or loop.orelse is not None or not ends or not isinstance(body[1], cst.If):
        return None
    middle = match_block("__m = __v", body[0])
    if not middle or not all(isinstance(n, cst.Name) for n in (*ends.values(), middle["__m"])):
        return None
    halves = match_any(middle["__v"], *_MIDDLES)
    if not halves or {code(halves["__l"]), code(halves["__h"])} != {code(ends["__l"]), code(ends["__h"])}:
        return None
    right, left = f"{code(ends['__l'])} = __m + 1", f"{code(ends['__h'])} = {lowered}"
    for tests, first, second in ((_GO_RIGHT, right, left), (_GO_LEFT, left, right)):
        for condition, side in tests.items():
            found = match_block(f"if {condition}:\n    {first}\nelse:\n    {second}", body[1])
            if found and same(found["__m"], middle["__m"]) and _fits(uses, loop, {**found, **ends}):
                return _Search({**found, **ends}, side)
    return None


def _fits(uses: Uses, loop: cst.While, bound: Bound) -> bool:
    """True when list and value stay as they are, and the middle is not read later."""
    moving = {code(bound[hole]) for hole in ("__l", "__h", "__m")}
    fixed = (bound["__a"], bound["__x"])
    if any(names_read(node) & moving or not uses.program.is_pure(node) for node in fixed):
        return False
    known = uses.kinds.of(bound["__a"]).name == "list"
    return known and not _is_used_after(uses, bound["__m"], loop)


def _is_used_after(uses: Uses, name: cst.BaseExpression, loop: cst.While) -> bool:
    variable = uses.variable(name)
    return variable is None or uses.used_after(variable, loop)
