"""Sums of slices worked out anew, where running sums would give them by one subtraction."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import INT
from ecode.rewrite.analysis.loop_edits import assigned, loops_with_line_before
from ecode.rewrite.analysis.patterns import match, match_any, match_block
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, still_true

_LOOPS = (
    ("[0]", "for __x in __a:\n    __p.append(__p[-1] + __x)"),
    ("[0]", "for __i in range(__n):\n    __p.append(__p[-1] + __a[__i])"),
    ("[0]", "for __i in range(__n):\n    __p.append(__p[__i] + __a[__i])"),
    ("[0] * (__m + 1)", "for __i in range(__n):\n    __p[__i + 1] = __p[__i] + __a[__i]"),
    ("[0] * (__m + 1)", "for __i in range(1, __n + 1):\n    __p[__i] = __p[__i - 1] + __a[__i - 1]"),
)
_STORES = (cst.AssignTarget, cst.AugAssign, cst.Del, cst.Element, cst.For, cst.CompFor)


class SumOfSliceEachTime(SlowerRewrite):
    name = "sum-of-slice-each-time"
    reason = "Every question adds up its part of the list again, where running sums answer it by one subtraction."
    changes_cost_class = True
    speculative = True  # from a later place to an earlier one running sums go down, and the sum of a slice is zero
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nsums = [0]\nfor x in a:\n    sums.append(sums[-1] + x)\n"
                "for i in range(len(a) - 1):\n    print(sums[i + 2] - sums[i], sums[i])\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "for i in range(len(a) - 1):\n"
                "    print(sum(a[i:i + 2]), sum(a[:i]))\n"
            ),
            stdin="3 1 5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for before, loop in loops_with_line_before(uses):
            start = assigned(before)
            if start is None or before is None:
                continue
            fits = [body for head, body in _LOOPS if match(head, start[1]) is not None]
            found = next((b for body in fits if (b := match_block(body, loop))), None)
            if not found or code(found["__p"]) != start[0] or not isinstance(found["__a"], cst.Name):
                continue
            self._replace(uses, edits, sites, before, loop, found["__p"], found["__a"])

    @staticmethod
    def _replace(
        uses: Uses,
        edits: Edits,
        sites: Sites,
        before: cst.CSTNode,
        loop: cst.CSTNode,
        sums: cst.BaseExpression,
        items: cst.Name,
    ) -> None:
        variable, kind = uses.variable(sums), uses.kinds.of(items)
        if variable is None or len(variable.bindings) != 1 or kind.name != "list" or kind.element() != INT:
            return
        reads = [read for read in variable.reads if not uses.inside(read, loop)]
        asked = [_question(uses, read, items.value) for read in reads]
        if not all(asked) or not still_true(uses, variable.bindings[0], items, *reads):
            return
        changed = dict(filter(None, asked))
        if edits.claim(before, loop, *changed) and sites.take():
            edits.replace_line(before, "")
            edits.replace_line(loop, "")
            for node, text in changed.items():
                edits.replace(node, text)


def _question(uses: Uses, read: cst.Name, items: str) -> tuple[cst.CSTNode, str] | None:
    """What asks for a sum, `p[j] - p[i]` or `p[j]`, and what it is without running sums."""
    item = uses.program.parent(read)
    holder = uses.program.parent(item) if isinstance(item, cst.Subscript) and item.value is read else None
    if item is None or holder is None or isinstance(holder, _STORES):
        return None
    both = match("__p[__j] - __p[__i]", holder)
    inner = [match("__p[__j]", item)] if both is None else [both]
    if inner[0] is None or any(read.value in code(v) for k, v in inner[0].items() if k != "__p"):
        return None
    if both is not None:
        return holder, f"sum({items}[{code(both['__i'])}:{code(both['__j'])}])"
    whole = match_any(item, "__p[-1]", f"__p[len({items})]") is not None
    return item, f"sum({items})" if whole else f"sum({items}[:{code(inner[0]['__j'])}])"
