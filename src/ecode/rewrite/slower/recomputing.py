"""Values worked out again at every use."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_any
from ecode.rewrite.analysis.shapes import code, parenthesized, walk
from ecode.rewrite.analysis.uses import HASHABLE, Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, is_membership, still_true

_REPEATABLE = HASHABLE | {"list", "dict", "set", "tuple"}
"""Kinds of values that stay the same when they are read; an iterator does not."""


def _sole_definition(uses: Uses, node: cst.CSTNode) -> tuple[Variable, cst.BaseExpression] | None:
    """The variable that an assignment alone gives a value, and that value."""
    if not isinstance(node, cst.Assign) or len(node.targets) != 1 or uses.own_line(node) is None:
        return None
    target = node.targets[0].target
    variable = uses.variable(target)
    if variable is None or not isinstance(target, cst.Name) or len(variable.bindings) != 1 or not variable.reads:
        return None
    return (variable, node.value) if assigned_value(uses.program, target) is node.value else None


class RecomputedInvariant(SlowerRewrite):
    name = "invariant-recomputed-at-each-use"
    reason = "The value is worked out again in every round of the loop, where once would do."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\ntop = max(a)\nn = len(a)\nfor i in range(n):\n"
                "    if a[i] * 2 > top and i < n - 1:\n        print(i)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "for i in range(len(a)):\n"
                "    if a[i] * 2 > max(a) and i < len(a) - 1:\n"
                "        print(i)\n"
            ),
            stdin="3 1 5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = _sole_definition(uses, node)
            if found is None:
                continue
            variable, value = found
            costs = any(isinstance(n, (cst.Call, cst.BinaryOperation)) for n in walk(value)) and "\n" not in code(value)
            known = all(
                uses.program.is_builtin(n) or uses.kinds.of(n).name in _REPEATABLE for n in uses.names_in(value)
            )
            constant = all(uses.program.is_builtin(n) for n in uses.names_in(value))  # 10**9 + 7 costs nothing
            if (
                constant
                or not costs
                or not known
                or uses.kinds.of(value).name not in HASHABLE
                or not uses.program.is_pure(value)
            ):
                continue
            looped = [read for read in variable.reads if uses.program.in_loop(read)]
            if not looped or not still_true(uses, variable.bindings[0], value, *variable.reads):
                continue
            if edits.claim(*variable.reads, uses.line(node)) and sites.take():
                for read in variable.reads:
                    edits.replace(read, parenthesized(value).deep_clone())
                edits.replace_line(uses.line(node), "")


class CountEachTime(SlowerRewrite):
    name = "list-count-instead-of-counter"
    reason = "Every question counts the whole list again, where counting once answers all of them."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "from collections import Counter\na = list(map(int, input().split()))\ncounts = Counter(a)\n"
                "for x in range(5):\n    print(counts[x])\n"
            ),
            after=(
                "from collections import Counter\n"
                "a = list(map(int, input().split()))\n"
                "for x in range(5):\n"
                "    print(a.count(x))\n"
            ),
            stdin="1 3 1\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = _sole_definition(uses, node)
            held = match_any(found[1], "Counter(__a)", "collections.Counter(__a)") if found else None
            if found is None or held is None or not isinstance(held["__a"], cst.Name):
                continue
            variable, value = found
            items = held["__a"]
            known = isinstance(value, cst.Call) and uses.program.imported_name(value.func) == "collections.Counter"
            if not known or uses.kinds.of(items).name not in ("list", "str"):
                continue
            looks = [_look_up(uses, read) for read in variable.reads]
            nested = any(variable.name in names_read(cst.parse_expression(look[1] or "0")) for look in looks if look)
            if nested or not all(looks) or not still_true(uses, variable.bindings[0], items, *variable.reads):
                continue
            places = [place for place, _ in filter(None, looks)]
            if edits.claim(uses.line(node), *places) and sites.take():
                for place, key in filter(None, looks):
                    text = items.value if uses.kinds.of(items).name == "list" else f"list({items.value})"
                    edits.replace(place, f"{text}.count({key})" if key else items.value)
                edits.replace_line(uses.line(node), "")


def _look_up(uses: Uses, read: cst.Name) -> tuple[cst.CSTNode, str] | None:
    """`c[k]` and the text of k, or `c` and "" for the `c` of `k in c`; None for any other use."""
    if is_membership(uses, read):
        return (read, "") if uses.kinds.of(read).name == "dict" else None
    item = uses.program.parent(read)
    found = match("__c[__k]", item) if isinstance(item, cst.Subscript) else None
    if item is None or not found or found["__c"] is not read:
        return None
    holder = uses.program.parent(item)
    if isinstance(holder, (cst.AssignTarget, cst.AugAssign, cst.Del, cst.For, cst.CompFor, cst.AnnAssign)):
        return None if getattr(holder, "target", None) is item else (item, code(found["__k"]))
    return (item, code(found["__k"])) if not isinstance(holder, cst.Element) else None
