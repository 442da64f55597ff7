"""Loops over all pairs of a list whose result sorting, or one pass, gives as well."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import BOOL, INT
from ecode.rewrite.analysis.linear import difference, range_bounds, term_text
from ecode.rewrite.analysis.patterns import Bound, match, match_block, same
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites


def pairs_of_ints(uses: Uses, loop: cst.For, bodies: Sequence[str]) -> tuple[Bound, str] | None:
    """A loop over i < j with one of the `bodies` (holes `__a`, `__i`, `__j`), and the text of the ints it pairs."""
    header = "for __i in __outer:\n    for __j in __inner:\n        "
    texts = (header + body.replace("\n", "\n        ") for body in bodies)
    bound = next((b for text in texts if (b := match_block(text, loop))), None)
    if not bound or not isinstance(bound["__a"], cst.Name):
        return None
    kind = uses.kinds.of(bound["__a"])
    if kind.name != "list" or kind.element() not in (INT, BOOL):
        return None
    variables = [uses.variable(bound[hole]) for hole in ("__i", "__j")]
    if any(v is None or uses.used_after(v, loop) for v in variables):
        return None
    outer, inner = range_bounds(uses.program, loop.iter), range_bounds(uses.program, bound["__inner"])
    if not outer or not inner or term_text(outer[0]) != "0" or difference(inner[0], bound["__i"]) != 1:
        return None
    if difference(inner[1], outer[1]) not in (0, 1):
        return None
    length = match("len(__a)", inner[1])
    if length:
        return (bound, bound["__a"].value) if same(length["__a"], bound["__a"]) else None
    return (bound, f"{bound['__a'].value}[:{code(inner[1])}]") if isinstance(inner[1], cst.Name) else None


def _is_plain_total(uses: Uses, bound: Bound, hole: str) -> bool:
    """True when the result goes to an int variable that has no part in the pairs."""
    total = bound[hole]
    others = {code(bound[h]) for h in ("__a", "__i", "__j")}
    return isinstance(total, cst.Name) and uses.kinds.is_int(total) and total.value not in others


_INVERSIONS = {
    "if __a[__i] > __a[__j]:\n    __c += 1": "len({ordered}) - {right}",
    "if __a[__j] < __a[__i]:\n    __c += 1": "len({ordered}) - {right}",
    "if __a[__i] >= __a[__j]:\n    __c += 1": "len({ordered}) - {left}",
    "if __a[__j] <= __a[__i]:\n    __c += 1": "len({ordered}) - {left}",
    "if __a[__i] < __a[__j]:\n    __c += 1": "{left}",
    "if __a[__j] > __a[__i]:\n    __c += 1": "{left}",
    "if __a[__i] <= __a[__j]:\n    __c += 1": "{right}",
    "if __a[__j] >= __a[__i]:\n    __c += 1": "{right}",
}
"""Counted pairs, and how many of the earlier items make one with the current item."""


class InversionsByInsort(EditingRewrite):
    name = "inversions-by-insort"
    reason = "How many earlier items are larger, a binary search in the sorted earlier items says."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nc = 0\nfor i in range(len(a)):\n"
                "    for j in range(i + 1, len(a)):\n        if a[i] > a[j]:\n            c += 1\nprint(c)\n"
            ),
            after=(
                "from bisect import bisect_right\nfrom bisect import insort\n"
                "a = list(map(int, input().split()))\nc = 0\n"
                "ordered = []\nfor value in a:\n    c += len(ordered) - bisect_right(ordered, value)\n"
                "    insort(ordered, value)\nprint(c)\n"
            ),
            stdin="3 1 2 2 5 1\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            for body, count in _INVERSIONS.items():
                found = pairs_of_ints(uses, loop, [body])
                if found is None or not _is_plain_total(uses, found[0], "__c"):
                    continue
                if edits.claim(loop) and sites.take():
                    _count_earlier(edits, loop, found, count)


def _count_earlier(edits: Edits, loop: cst.For, found: tuple[Bound, str], count: str) -> None:
    ordered, value = edits.fresh_name("ordered"), edits.fresh_name("value")
    side = "right" if "{right}" in count else "left"
    search = f"{edits.imported(f'bisect.bisect_{side}')}({ordered}, {value})"
    number = count.format(ordered=ordered, left=search, right=search)
    insert = f"{edits.imported('bisect.insort')}({ordered}, {value})"
    total = code(found[0]["__c"])
    edits.replace_line(loop, f"{ordered} = []\nfor {value} in {found[1]}:\n    {total} += {number}\n    {insert}")


_GAPS = tuple(
    text
    for gap in ("abs(__a[__i] - __a[__j])", "abs(__a[__j] - __a[__i])")
    for text in (
        f"__m = {{f}}(__m, {gap})",
        f"__m = {{f}}({gap}, __m)",
        f"if {gap} {{sign}} __m:\n    __m = {gap}",
        f"__d = {gap}\nif __d {{sign}} __m:\n    __m = __d",
        f"__d = {gap}\n__m = {{f}}(__m, __d)",
    )
)


class ClosestPairBySorting(EditingRewrite):
    name = "closest-pair-by-sorting"
    reason = "The two closest numbers of a list are neighbours when it is sorted, the two farthest its ends."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nm = 10**9\nfor i in range(len(a)):\n"
                "    for j in range(i + 1, len(a)):\n        m = min(m, abs(a[i] - a[j]))\nprint(m)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\nm = 10**9\nordered = sorted(a)\n"
                "m = min([m, *(y - x for x, y in zip(ordered, ordered[1:]))])\nprint(m)\n"
            ),
            stdin="30 1 9 22\n",
        ),
        Example(
            before=(
                "a = [4, 1, 9]\nn = 3\nm = 0\nfor i in range(n):\n    for j in range(i + 1, n):\n"
                "        if abs(a[i] - a[j]) > m:\n            m = abs(a[i] - a[j])\nprint(m)\n"
            ),
            after="a = [4, 1, 9]\nn = 3\nm = 0\nif n > 1:\n    m = max(m, max(a[:n]) - min(a[:n]))\nprint(m)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            for function, sign in (("min", "<"), ("max", ">")):
                found = pairs_of_ints(uses, loop, [text.format(f=function, sign=sign) for text in _GAPS])
                if found is None or not _is_plain_total(uses, found[0], "__m") or _is_kept(uses, found[0], loop):
                    continue
                if edits.claim(loop) and sites.take():
                    edits.replace_line(loop, _extreme_gap(edits, found, function))


def _is_kept(uses: Uses, bound: Bound, loop: cst.For) -> bool:
    """True when the gap has a name of its own that is read later."""
    gap = uses.variable(bound["__d"]) if "__d" in bound else None
    return "__d" in bound and (gap is None or uses.used_after(gap, loop))


def _extreme_gap(edits: Edits, found: tuple[Bound, str], function: str) -> str:
    bound, items = found
    best = code(bound["__m"])
    if function == "max":
        slice_ = match("__a[:__n]", cst.parse_expression(items))
        count = code(slice_["__n"]) if slice_ else f"len({items})"
        return f"if {count} > 1:\n    {best} = max({best}, max({items}) - min({items}))"
    ordered, x, y = edits.fresh_name("ordered"), edits.fresh_name("x"), edits.fresh_name("y")
    gaps = f"{y} - {x} for {x}, {y} in zip({ordered}, {ordered}[1:])"
    return f"{ordered} = sorted({items})\n{best} = min([{best}, *({gaps})])"


_SUBARRAYS = tuple(
    f"for __i in __outer:\n    __s = 0\n    for __j in __inner:\n        {add}\n        {best}"
    for add in ("__s += __a[__j]", "__s = __s + __a[__j]")
    for best in ("__m = max(__m, __s)", "__m = max(__s, __m)", "if __s > __m:\n            __m = __s")
)


class LargestSubarrayInOnePass(EditingRewrite):
    name = "largest-subarray-in-one-pass"
    reason = "The largest sum of neighbouring items needs one pass: a negative sum is no good start (Kadane)."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nm = -10**9\nfor i in range(len(a)):\n    s = 0\n"
                "    for j in range(i, len(a)):\n        s += a[j]\n        if s > m:\n            m = s\nprint(m)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\nm = -10**9\ns = 0\nfor value in a:\n    s = max(s, 0) + value\n"
                "    m = max(m, s)\nprint(m)\n"
            ),
            stdin="3 -5 4 2 -1 3 -9\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            bound = next((b for text in _SUBARRAYS if (b := match_block(text, loop))), None)
            if not bound or not isinstance(bound["__a"], cst.Name) or not _is_plain_total(uses, bound, "__m"):
                continue
            outer, inner = range_bounds(uses.program, loop.iter), range_bounds(uses.program, bound["__inner"])
            if not outer or not inner or term_text(outer[0]) != "0" or not same(inner[0], bound["__i"]):
                continue
            temporary = [uses.variable(bound[hole]) for hole in ("__i", "__j", "__s")]
            if any(v is None or uses.used_after(v, loop) for v in temporary) or not same(outer[1], inner[1]):
                continue
            element = uses.kinds.of(bound["__a"]).element()
            length = match("len(__a)", outer[1])
            whole = length is not None and same(length["__a"], bound["__a"])
            if element not in (INT, BOOL) or not (whole or isinstance(outer[1], cst.Name)):
                continue
            if edits.claim(loop) and sites.take():
                items = code(bound["__a"]) if whole else f"{code(bound['__a'])}[:{operand(outer[1])}]"
                value, total, best = edits.fresh_name("value"), code(bound["__s"]), code(bound["__m"])
                body = f"    {total} = max({total}, 0) + {value}\n    {best} = max({best}, {total})"
                edits.replace_line(loop, f"{total} = 0\nfor {value} in {items}:\n{body}")
