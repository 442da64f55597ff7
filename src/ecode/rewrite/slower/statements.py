"""Statements taken apart into more steps."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.shapes import code, operand, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, plain_elements


class SwapByThird(SlowerRewrite):
    name = "swap-by-temporary"
    reason = "Three assignments where one exchanges both."
    examples = (
        Example(
            before="a = [3, 1]\nb, c = 1, 2\nb, c = c, b\na[0], a[1] = a[1], a[0]\nprint(a, b, c)\n",
            after=(
                "a = [3, 1]\n"
                "b, c = 1, 2\n"
                "temporary = b\n"
                "b = c\n"
                "c = temporary\n"
                "temporary_2 = a[0]\n"
                "a[0] = a[1]\n"
                "a[1] = temporary_2\n"
                "print(a, b, c)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match_one_swap(node)
            line = uses.own_line(node) if found else None
            if not found or line is None or not edits.claim(line) or not sites.take():
                continue
            first, second = found
            kept = edits.fresh_name("temporary")
            edits.replace_line(line, f"{kept} = {first}\n{first} = {second}\n{second} = {kept}")


def match_one_swap(node: cst.CSTNode) -> tuple[str, str] | None:
    """The two places that `a, b = b, a` exchanges, where neither says where the other is."""
    if not isinstance(node, cst.Assign) or len(node.targets) != 1:
        return None
    target, value = node.targets[0].target, node.value
    if not isinstance(target, cst.Tuple) or not isinstance(value, cst.Tuple) or len(target.elements) != 2:
        return None
    places = plain_elements(target)
    if not places or [code(e.value) for e in reversed(value.elements)] != [code(place) for place in places]:
        return None
    names = all(isinstance(place, cst.Name) for place in places)
    items = all(isinstance(place, cst.Subscript) and _is_simple_item(place) for place in places)
    return (code(places[0]), code(places[1])) if names or items else None


def _is_simple_item(item: cst.Subscript) -> bool:
    """True for `a[i + 1]`, whose place no exchange of items can move."""
    inside = [n for n in walk(item) if n is not item]
    slices = any(isinstance(n, (cst.Subscript, cst.Call, cst.Slice, cst.Attribute, cst.NamedExpr)) for n in inside)
    return isinstance(item.value, cst.Name) and not slices


class SplitComparison(SlowerRewrite):
    name = "comparison-chain-split"
    reason = "The middle is worked out twice, where a chain keeps it."
    examples = (
        Example(
            before="for i in range(9):\n    if 2 < i * i <= 30:\n        print(i)\n",
            after=("for i in range(9):\n    if 2 < i * i and (i * i) <= 30:\n        print(i)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Comparison) or len(node.comparisons) != 2 or "\n" in code(node):
                continue
            first, second = node.comparisons
            if not uses.program.is_pure(first.comparator) or not edits.claim(node) or not sites.take():
                continue
            middle = operand(first.comparator)
            left = code(node.with_changes(comparisons=[first], lpar=[], rpar=[]))
            right = code(second)
            edits.replace(node, f"{left} and {middle}{right}")
