"""Sorting written by hand, or done more often than needed, becomes `list.sort`."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import INT, STR
from ecode.rewrite.analysis.linear import Range, difference, range_bounds
from ecode.rewrite.analysis.patterns import Bound, match, match_any, match_block, same, statements
from ecode.rewrite.analysis.shapes import code, operand, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound

_SWAPS = (
    "__a[__x], __a[__y] = __a[__y], __a[__x]",
    "__t = __a[__x]\n__a[__x] = __a[__y]\n__a[__y] = __t",
    "__t = __a[__y]\n__a[__y] = __a[__x]\n__a[__x] = __t",
)
_INSERTION = """
for __i in range(1, __n):
    __key = __a[__i]
    __j = __i - 1
    while __test:
        __a[__j + 1] = __a[__j]
        __j -= 1
    __a[__j + 1] = __key
"""


@dataclass(frozen=True, slots=True)
class _Sort:
    """A recognised sort of `items[:length]`."""

    items: cst.BaseExpression
    length: cst.BaseExpression
    reverse: bool
    key: str = ""


class HandWrittenSort(EditingRewrite):
    name = "hand-written-sort"
    reason = "Bubble, exchange, selection and insertion sort take quadratic time; the built-in sort n log n, in C."
    changes_cost_class = True
    speculative = True  # equal items may change places, nan sorts as it comes, and too long a length fails no more
    examples = (
        Example(
            before=(
                "n = int(input())\na = list(map(int, input().split()))\n"
                "# sort it\nfor i in range(n):\n    for j in range(n - i - 1):\n"
                "        if a[j] > a[j + 1]:\n            a[j], a[j + 1] = a[j + 1], a[j]\nprint(a)\n"
            ),
            after=(
                "n = int(input())\na = list(map(int, input().split()))\n# sort it\na[:n] = sorted(a[:n])\nprint(a)\n"
            ),
            stdin="5\n3 1 5 2 4\n",
        ),
        Example(
            before=(
                "a = [3, 1, 2]\nfor i in range(len(a)):\n    for j in range(i + 1, len(a)):\n"
                "        if a[i] < a[j]:\n            t = a[i]\n            a[i] = a[j]\n"
                "            a[j] = t\nprint(a)\n"
            ),
            after="a = [3, 1, 2]\na.sort(reverse=True)\nprint(a)\n",
        ),
        Example(
            before=(
                "a = [3, 1, 2]\nfor i in range(1, len(a)):\n    x = a[i]\n    j = i - 1\n"
                "    while j >= 0 and a[j] > x:\n        a[j + 1] = a[j]\n        j -= 1\n    a[j + 1] = x\nprint(a)\n"
            ),
            after="a = [3, 1, 2]\na.sort()\nprint(a)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            found = _bubble(uses, loop) or _selection(uses, loop) or _insertion(loop)
            if found is None or not _only_sorts(uses, loop, found) or not edits.claim(loop):
                continue
            plain = uses.kinds.of(found.items).element() in (INT, STR) and not found.key
            if sites.take(proven=plain and match("len(__a)", found.length) is not None):
                edits.replace_line(loop, _sorting(found))


def _sorting(found: _Sort) -> str:
    items = operand(found.items)
    arguments = [f"key={found.key}"] * bool(found.key) + ["reverse=True"] * found.reverse
    if match("len(__a)", found.length):
        return f"{items}.sort({', '.join(arguments)})"
    part = f"{items}[:{code(found.length)}]"
    return f"{part} = sorted({', '.join([part, *arguments])})"


def _only_sorts(uses: Uses, loop: cst.For, found: _Sort) -> bool:
    """True when the loop leaves nothing behind but the sorted list, and sorts a list's own first items."""
    kind = uses.kinds.of(found.items)
    if kind.name not in {"list", ""} or not isinstance(found.items, (cst.Name, cst.Subscript)):
        return False
    if isinstance(found.items, cst.Subscript) and not uses.program.is_pure(found.items):
        return False
    for name in walk(loop):
        if isinstance(name, cst.Name) and name.value in names_bound(loop):
            variable = uses.variable(name)
            if variable is None or uses.used_after(variable, loop):
                return False
    length = match("len(__a)", found.length)
    if length and not (same(length["__a"], found.items) and uses.program.is_builtin(_callee(found.length), "len")):
        return False
    return length is not None or uses.kinds.is_int(found.length)


def _callee(call: cst.CSTNode) -> cst.BaseExpression:
    assert isinstance(call, cst.Call)
    return call.func


def _swap(block: cst.CSTNode | list[cst.CSTNode]) -> Bound | None:
    return next((b for b in (match_block(pattern, block) for pattern in _SWAPS) if b), None)


def _bubble(uses: Uses, loop: cst.For) -> _Sort | None:
    """Adjacent swaps (bubble sort), or swaps of the first place with every later one (exchange sort)."""
    bound = match_block("for __i in __outer:\n    for __j in __inner:\n        if __test:\n            ...\n", loop)
    if bound is None or not isinstance(bound["__i"], cst.Name):
        return None
    inner = statements(loop.body)[0]
    assert isinstance(inner, cst.For)
    swap_if = statements(inner.body)[0]
    assert isinstance(swap_if, cst.If)
    swap = _swap(swap_if.body)
    order = swap and _order(swap_if.test)
    outer_range = range_bounds(uses.program, loop.iter)
    inner_range = range_bounds(uses.program, inner.iter)
    if not swap or not order or not outer_range or not inner_range or not same(order[0], swap["__a"]):
        return None
    first, second = order[1], order[2]
    places = {code(swap["__x"]), code(swap["__y"])}
    if places != {code(first), code(second)}:
        return None
    i, j = bound["__i"], bound["__j"]
    ascending = order[3]
    step = difference(second, first)
    if step is not None:
        if step == -1:
            first, second, ascending = second, first, not ascending
        length = _adjacent(i, j, first, second, outer_range, inner_range)
        key = order[4]
    else:
        if same(first, j):
            first, second, ascending = second, first, not ascending
        length = _exchange(i, j, first, second, outer_range, inner_range)
        key = ""
        if order[4]:
            return None
    return _Sort(swap["__a"], length, not ascending, key) if length is not None else None


def _order(
    test: cst.BaseExpression,
) -> tuple[cst.BaseExpression, cst.BaseExpression, cst.BaseExpression, bool, str] | None:
    """List, the two places compared, True for "swap when the first is larger", and the sort key, of a swap's test."""
    for pattern, ascending in (
        ("__a[__x] > __a[__y]", True),
        ("__a[__x] < __a[__y]", False),
        ("__a[__x][__k] > __a[__y][__k]", True),
        ("__a[__x][__k] < __a[__y][__k]", False),
    ):
        bound = match(pattern, test)
        if bound:
            key = bound.get("__k")
            if key is not None and not isinstance(key, cst.Integer):
                return None
            getter = f"lambda item: item[{code(key)}]" if key is not None else ""
            return bound["__a"], bound["__x"], bound["__y"], ascending, getter
    return None


def _adjacent(
    i: cst.BaseExpression, j: cst.BaseExpression, first: cst.BaseExpression, second: cst.BaseExpression,
    outer: Range, inner: Range,
) -> cst.BaseExpression | None:  # fmt: skip
    """The number of sorted items where the inner loop swaps neighbours and the outer one repeats it often enough."""
    lowest = difference(first, j)
    if lowest is None or difference(second, j) != lowest + 1:
        return None
    start, rounds_start = difference(inner[0], cst.Integer("0")), difference(outer[0], cst.Integer("0"))
    if start is None or start + lowest != 0 or rounds_start not in (0, 1):
        return None
    for length in _lengths(inner[1], outer[1]):
        last = difference(length, inner[1])  # the inner loop covers places up to length - 1
        rounds = difference(length, outer[1])
        shrunk = difference(length, cst.BinaryOperation(inner[1], cst.Add(), i))
        fits = last == lowest + 1 or shrunk == lowest + 1 + -rounds_start
        if fits and rounds is not None and rounds <= 1 - rounds_start:
            return length
    return None


def _exchange(
    i: cst.BaseExpression, j: cst.BaseExpression, first: cst.BaseExpression, second: cst.BaseExpression,
    outer: Range, inner: Range,
) -> cst.BaseExpression | None:  # fmt: skip
    """The number of sorted items where place i is swapped with every smaller item behind it."""
    if not (same(first, i) and same(second, j) and difference(outer[0], cst.Integer("0")) == 0):
        return None
    if difference(inner[0], i) not in (0, 1):
        return None
    rounds = difference(inner[1], outer[1])
    return inner[1] if rounds in (0, 1) else None


def _lengths(*stops: cst.BaseExpression) -> list[cst.BaseExpression]:
    """What may be the length of the list: the terms of the loops' bounds."""
    return [
        node
        for stop in stops
        for node in walk(stop)
        if isinstance(node, cst.Name) or (isinstance(node, cst.Call) and match("len(__a)", node) is not None)
    ]


def _selection(uses: Uses, loop: cst.For) -> _Sort | None:
    """Selection sort: find the smallest of the rest, swap it to the front of the rest."""
    body = statements(loop.body)
    if len(body) < 3:
        return None
    head = match_block("__m = __i\nfor __j in __inner:\n    if __test:\n        __m = __j", body[:2])
    rest = body[2:]
    if head and len(rest) == 1 and isinstance(rest[0], cst.If) and rest[0].orelse is None:
        if not match_any(rest[0].test, "__m != __i", "__i != __m"):
            return None
        rest = statements(rest[0].body)
    swap = head and _swap(list(rest))
    outer, inner = range_bounds(uses.program, loop.iter), head and range_bounds(uses.program, head["__inner"])
    if not head or not swap or not outer or not inner or not same(loop.target, head["__i"]):
        return None
    order = _order(head["__test"])
    if order is None or order[4] or not same(order[0], swap["__a"]):
        return None
    places = {code(head["__i"]), code(head["__m"])}
    compared, smallest = code(order[1]), code(order[2])
    ascending = not order[3]
    if compared == code(head["__m"]):
        compared, smallest, ascending = smallest, compared, not ascending
    if compared != code(head["__j"]) or smallest != code(head["__m"]):
        return None
    if {code(swap["__x"]), code(swap["__y"])} != places:
        return None
    i, j = head["__i"], head["__j"]
    length = _exchange(i, j, i, j, outer, inner)
    return _Sort(swap["__a"], length, not ascending) if length is not None else None


def _insertion(loop: cst.For) -> _Sort | None:
    """Insertion sort: shift larger items up until there is room."""
    bound = match_block(_INSERTION, loop) or match_block(_INSERTION.replace("__j -= 1", "__j = __j - 1"), loop)
    if bound is None:
        return None
    larger = ("__j >= 0 and __a[__j] > __key", "__j >= 0 and __key < __a[__j]")
    smaller = ("__j >= 0 and __a[__j] < __key", "__j >= 0 and __key > __a[__j]")
    for tests, reverse in ((larger, False), (smaller, True)):
        found = match_any(bound["__test"], *tests)
        if found and all(same(found[hole], bound[hole]) for hole in ("__j", "__a", "__key")):
            return _Sort(bound["__a"], bound["__n"], reverse)
    return None
