"""Loops that look for a value in a list: ask a set first, and search only where there is something to find."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import range_bounds, term_text
from ecode.rewrite.analysis.patterns import match, same, statements
from ecode.rewrite.analysis.shapes import operand, walk
from ecode.rewrite.analysis.uses import Line, Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read


@dataclass(frozen=True, slots=True)
class _Search:
    """A loop that does something only for the items of a list that equal `wanted`."""

    items: cst.Name
    wanted: str


class AskSetBeforeSearching(EditingRewrite):
    name = "ask-set-before-searching"
    reason = "A loop that looks for one value in a list can be skipped when a set of the items says it is not there."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nfor i in range(len(a)):\n    for j in range(i + 1, len(a)):\n"
                "        if a[i] + a[j] == 10:\n            print(i, j)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\na_set = set(a)\nfor i in range(len(a)):\n"
                "    if 10 - a[i] in a_set:\n        for j in range(i + 1, len(a)):\n"
                "            if a[i] + a[j] == 10:\n                print(i, j)\n"
            ),
            stdin="1 9 5 3 7 7\n",
        ),
        Example(
            before="a = [3, 1, 2]\nfor i in range(9):\n    for x in a:\n        if x == i:\n            print(x)\n",
            after=(
                "a = [3, 1, 2]\na_set = set(a)\nfor i in range(9):\n    if i in a_set:\n        for x in a:\n"
                "            if x == i:\n                print(x)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        sets: dict[tuple[str, Line], str] = {}
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or not uses.program.loops(loop):
                continue
            found = _search(uses, loop)
            line = _hoisting_line(uses, loop, found) if found else None
            if found is None or line is None or not edits.claim(loop) or not sites.take():
                continue
            key = (found.items.value, line)
            if key not in sets:
                sets[key] = edits.fresh_name(f"{found.items.value}_set")
                edits.before(line, f"{sets[key]} = set({found.items.value})")
            edits.wrap(loop, f"if {found.wanted} in {sets[key]}:")


def _hoisting_line(uses: Uses, loop: cst.For, found: _Search) -> Line | None:
    """The outermost loop that leaves the items alone; it must repeat the search."""
    outermost: Line | None = None
    for line in uses.program.loops(loop):
        if not uses.steady(found.items, line):
            break
        outermost = line
    return outermost


def _search(uses: Uses, loop: cst.For) -> _Search | None:
    body = statements(loop.body)
    if len(body) != 1 or not isinstance(body[0], cst.If) or body[0].orelse is not None or loop.orelse is not None:
        return None
    if not isinstance(loop.target, cst.Name):
        return None
    variable = uses.variable(loop.target)
    if variable is None or uses.used_after(variable, loop):
        return None
    for test in _conjuncts(body[0].test):
        found = _solved(uses, loop, loop.target, test)
        if found and _may_come_first(uses, loop, found, body[0]):
            return found
    return None


def _conjuncts(test: cst.BaseExpression) -> list[cst.BaseExpression]:
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        return [*_conjuncts(test.left), *_conjuncts(test.right)]
    return [test]


def _may_come_first(uses: Uses, loop: cst.For, found: _Search, decision: cst.If) -> bool:
    """True when the test reads nothing that the loop changes before it has found anything, and cannot be missed."""
    if not uses.program.is_pure(decision.test):
        return False
    if not uses.steady(found.items, loop):
        return False
    wanted = cst.parse_expression(found.wanted)
    return not names_read(wanted) & names_bound(loop) and not any(_may_raise(node) for node in walk(wanted))


def _may_raise(node: cst.CSTNode) -> bool:
    """True for what could fail where the loop has no rounds, and so is not evaluated before: `a[j + 1]`, `x // y`."""
    if isinstance(node, cst.Subscript):
        return match("__a[__i]", node) is None or any(isinstance(n, cst.BinaryOperation) for n in walk(node))
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, (cst.Divide, cst.FloorDivide, cst.Modulo)):
        return not isinstance(node.right, cst.Integer)
    return isinstance(node, cst.Call) and match("len(__a)", node) is None


def _solved(uses: Uses, loop: cst.For, index: cst.Name, test: cst.BaseExpression) -> _Search | None:
    """`item == wanted` for a test that holds for one value of the list's current item."""
    equal = match("__x == __y", test)
    if equal is None:
        return None
    for side, other in ((equal["__x"], equal["__y"]), (equal["__y"], equal["__x"])):
        items = _current_item(uses, loop, index, side)
        if items is not None and index.value not in names_read(other) and _hashes_alike(uses, items, other):
            return _Search(items, operand(other))
    return _solved_sum(uses, loop, index, equal["__x"], equal["__y"])


def _hashes_alike(uses: Uses, items: cst.Name, wanted: cst.BaseExpression) -> bool:
    """True when the set can hold the items, and look the wanted value up."""
    kind = uses.kinds.of(wanted)
    return uses.hashable(uses.kinds.of(items).element()) and uses.hashable(kind)


def _current_item(uses: Uses, loop: cst.For, index: cst.Name, node: cst.BaseExpression) -> cst.Name | None:
    """The list of which `node` is the current item: `a[j]` in `for j in range(...)`, or `x` in `for x in a`."""
    item = match("__a[__j]", node)
    if item and same(item["__j"], index) and range_bounds(uses.program, loop.iter):
        items = item["__a"]
        return items if isinstance(items, cst.Name) and uses.kinds.of(items).name == "list" else None
    if same(node, index) and isinstance(loop.iter, cst.Name) and uses.kinds.of(loop.iter).name == "list":
        return loop.iter
    return None


def _solved_sum(
    uses: Uses, loop: cst.For, index: cst.Name, left: cst.BaseExpression, right: cst.BaseExpression
) -> _Search | None:
    """Solve a sum of ints for the current item."""
    terms = [*_terms(left, 1), *((-sign, term) for sign, term in _terms(right, 1))]
    own = [(sign, term) for sign, term in terms if index.value in names_read(term)]
    if len(own) != 1 or not uses.kinds.is_int(*(term for _, term in terms)):
        return None
    items = _current_item(uses, loop, index, own[0][1])
    if items is None or not all(uses.program.is_pure(term) for _, term in terms):
        return None
    rest = [(-sign * own[0][0], term) for sign, term in terms if term is not own[0][1]]
    rest.sort(key=lambda pair: pair[0] < 0)
    if not rest or rest[0][0] < 0:
        return None
    text = operand(rest[0][1])
    for sign, term in rest[1:]:
        if term_text(term) != "0":
            text += f" {'+' if sign > 0 else '-'} {operand(term)}"
    return _Search(items, text)


def _terms(node: cst.BaseExpression, sign: int) -> list[tuple[int, cst.BaseExpression]]:
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, (cst.Add, cst.Subtract)):
        other = sign if isinstance(node.operator, cst.Add) else -sign
        return [*_terms(node.left, sign), *_terms(node.right, other)]
    return [(sign, node)]
