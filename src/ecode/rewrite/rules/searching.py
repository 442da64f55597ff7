"""Binary searches written by hand, and searches that start wider than they need."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import Bound, match, match_any, match_block, same, statements
from ecode.rewrite.analysis.shapes import code, operand, walk
from ecode.rewrite.analysis.uses import Line, Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound

_MIDDLES = ("(__l + __h) // 2", "__l + (__h - __l) // 2", "int((__l + __h) / 2)", "(__l + __h) >> 1")
_EQUAL = ("__a[__m] == __x", "__x == __a[__m]")


class SetInsteadOfBinarySearch(EditingRewrite):
    name = "set-instead-of-binary-search"
    reason = "Whether a value is in a list, a set says in one look-up instead of a binary search in Python."
    changes_cost_class = True
    speculative = True  # a search in a list that is not sorted, or that steps oddly, may miss values
    examples = (
        Example(
            before=(
                "a = [1, 3, 4, 7]\nfor x in range(9):\n    low, high = 0, len(a) - 1\n    while low <= high:\n"
                "        mid = (low + high) // 2\n        if a[mid] == x:\n            break\n"
                "        elif a[mid] < x:\n            low = mid + 1\n        else:\n            high = mid - 1\n"
                "    else:\n        print(x)\n"
            ),
            after=(
                "a = [1, 3, 4, 7]\na_set = set(a)\nfor x in range(9):\n    low, high = 0, len(a) - 1\n"
                "    if x not in a_set:\n        print(x)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        sets: dict[tuple[str, Line], str] = {}
        for loop in uses.nodes:
            if not isinstance(loop, cst.While) or loop.orelse is None:
                continue
            found = _search_with_else(uses, loop)
            if found is None:
                continue
            items = found["__a"]
            line = _hoisting_line(uses, loop, items)
            if line is None or not edits.claim(loop) or not sites.take():
                continue
            key = (code(items), line)
            if key not in sets:
                sets[key] = edits.fresh_name(f"{code(items)}_set")
                edits.before(line, f"{sets[key]} = set({code(items)})")
            test = cst.parse_expression(f"{operand(found['__x'])} not in {sets[key]}")
            edits.exchange(loop, cst.If(test=test, body=loop.orelse.body, leading_lines=loop.leading_lines))


def _hoisting_line(uses: Uses, loop: cst.While, items: cst.BaseExpression) -> Line | None:
    """The outermost loop around the search that leaves the items alone."""
    outermost: Line | None = None
    for line in uses.program.loops(loop):
        if not uses.steady(items, line):
            break
        outermost = line
    return outermost


def _search_with_else(uses: Uses, loop: cst.While) -> Bound | None:
    """List and value of a binary search that runs its else where it finds nothing."""
    body = statements(loop.body)
    if len(body) != 2 or not isinstance(body[1], cst.If) or not match_any(loop.test, "__l < __h", "__l <= __h"):
        return None
    middle = match_block("__m = __v", body[0])
    found = match_any(body[1].test, *_EQUAL)
    if not middle or not found or not same(middle["__m"], found["__m"]) or not match_any(middle["__v"], *_MIDDLES):
        return None
    if match_block("break", body[1].body) is None or body[1].orelse is None or not isinstance(found["__a"], cst.Name):
        return None
    steps = [n for n in walk(body[1].orelse) if isinstance(n, (cst.Break, cst.Return, cst.Call, cst.Continue))]
    bound = [n for n in walk(loop.body) if isinstance(n, cst.Name) and n.value in names_bound(loop.body)]
    if steps or not uses.hashable(uses.kinds.of(found["__a"]).element()):
        return None
    if loop.orelse is not None and any(n.value in names_bound(loop.body) for n in uses.names_in(loop.orelse)):
        return None
    for name in bound:
        variable = uses.variable(name)
        if variable is None or uses.used_after(variable, loop):
            return None
    return found


class TighterSearchBound(EditingRewrite):
    name = "tighter-search-bound"
    reason = "A binary search takes fewer rounds when it starts at the value it has to reach, not at a huge constant."
    speculative = True  # the answer may lie above the value that the search compares with
    examples = (
        Example(
            before=(
                "n = int(input())\nlow, high = 0, 10**18\nwhile high - low > 1:\n    mid = (low + high) // 2\n"
                "    if mid * mid < n:\n        low = mid\n    else:\n        high = mid\nprint(high)\n"
            ),
            after=(
                "n = int(input())\nlow, high = 0, min(10**18, n + 1)\nwhile high - low > 1:\n"
                "    mid = (low + high) // 2\n"
                "    if mid * mid < n:\n        low = mid\n    else:\n        high = mid\nprint(high)\n"
            ),
            stdin="50\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.While):
                continue
            high = _high_end(loop)
            target = _compared_value(uses, loop) if high is not None else None
            if high is None or target is None:
                continue
            value = _huge_start(uses, loop, high)
            if value is not None and edits.claim(value) and sites.take():
                edits.replace(value, f"min({code(value)}, {target} + 1)")


def _high_end(loop: cst.While) -> cst.Name | None:
    """The variable for the upper end in a loop that halves a range."""
    for node in walk(loop.body):
        found = match_any(node, *_MIDDLES) if isinstance(node, cst.BaseExpression) else None
        for name in (found["__h"], found["__l"]) if found else ():
            if not isinstance(name, cst.Name):
                continue
            lowered = any(_assigns(statement, name.value) for statement in walk(loop.body))
            order = match_any(loop.test, "__x <= __y", "__x < __y", "__y - __x > __k", "__x + 1 < __y", "__y > __x")
            if lowered and order and same(order["__y"], name):
                return name
    return None


def _assigns(node: cst.CSTNode, name: str) -> bool:
    return isinstance(node, cst.Assign) and match_block(f"{name} = __v", node) is not None


def _compared_value(uses: Uses, loop: cst.While) -> str | None:
    """The one int variable that the decision compares with and that the loop leaves alone."""
    bound = names_bound(loop)
    found: set[str] = set()
    for statement in statements(loop.body):
        if not isinstance(statement, cst.If):
            continue
        comparison = match_any(statement.test, "__x < __y", "__x <= __y", "__x > __y", "__x >= __y")
        sides = [s for s in (comparison or {}).values() if isinstance(s, cst.Name) and s.value not in bound]
        found |= {side.value for side in sides if uses.kinds.is_int(side)}
    return found.pop() if len(found) == 1 else None


def _huge_start(uses: Uses, loop: cst.While, high: cst.Name) -> cst.BaseExpression | None:
    """The huge constant that the upper end starts with, in the same block before the loop."""
    block = uses.program.parent(loop)
    lines = block.body if isinstance(block, (cst.IndentedBlock, cst.Module)) else []
    place = next((i for i, line in enumerate(lines) if line is loop), 0)
    for line in reversed(lines[:place]):
        for small in statements(line):
            value = _start_value(small, high.value)
            if value is not None:
                return value if _is_huge(value) else None
        if high.value in names_bound(line):
            return None
    return None


def _start_value(statement: cst.CSTNode, name: str) -> cst.BaseExpression | None:
    if not isinstance(statement, cst.Assign) or len(statement.targets) != 1:
        return None
    target, value = statement.targets[0].target, statement.value
    if isinstance(target, cst.Name) and target.value == name:
        return value
    if isinstance(target, cst.Tuple) and isinstance(value, cst.Tuple) and len(target.elements) == len(value.elements):
        for goal, item in zip(target.elements, value.elements, strict=True):
            if isinstance(goal.value, cst.Name) and goal.value.value == name:
                return item.value
    return None


def _is_huge(value: cst.BaseExpression) -> bool:
    """True for a constant of at least 10 ** 9."""
    power = match("__b ** __e", value)
    if power and isinstance(power["__b"], cst.Integer) and isinstance(power["__e"], cst.Integer):
        return len(power["__e"].value) < 4 and int(power["__b"].value, 0) ** int(power["__e"].value, 0) >= 10**9
    if isinstance(value, cst.Integer):
        return int(value.value, 0) >= 10**9
    gap = match("__x + __k", value) or match("__x - __k", value) or match("__k * __x", value)
    return gap is not None and isinstance(gap["__k"], cst.Integer) and _is_huge(gap["__x"])
