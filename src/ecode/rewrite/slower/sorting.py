"""Sorting and searching by hand."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import INT, STR
from ecode.rewrite.analysis.patterns import match_block
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, define

_BUBBLE = """\
for {i} in range(len({a})):
    for {j} in range(len({a}) - 1 - {i}):
        if {a}[{j}] > {a}[{j} + 1]:
            {a}[{j}], {a}[{j} + 1] = {a}[{j} + 1], {a}[{j}]"""
_INSERTION = """\
for {i} in range(1, len({a})):
    {j} = {i}
    while {j} > 0 and {a}[{j} - 1] > {a}[{j}]:
        {a}[{j} - 1], {a}[{j}] = {a}[{j}], {a}[{j} - 1]
        {j} -= 1"""
_SELECTION = """\
for {i} in range(len({a})):
    for {j} in range({i} + 1, len({a})):
        if {a}[{j}] < {a}[{i}]:
            {a}[{i}], {a}[{j}] = {a}[{j}], {a}[{i}]"""


class BubbleSort(SlowerRewrite):
    name = "bubble-sort"
    reason = "Bubble sort compares all neighbours again and again; the sort of lists needs n log n steps in C."
    changes_cost_class = True
    template = _BUBBLE
    examples = (
        Example(
            before="a = list(map(int, input().split()))\na.sort()\nb = sorted(input())\nprint(a, b)\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "for i in range(len(a)):\n"
                "    for j in range(len(a) - 1 - i):\n"
                "        if a[j] > a[j + 1]:\n"
                "            a[j], a[j + 1] = a[j + 1], a[j]\n"
                "b = list(input())\n"
                "for i_2 in range(len(b)):\n"
                "    for j_2 in range(len(b) - 1 - i_2):\n"
                "        if b[j_2] > b[j_2 + 1]:\n"
                "            b[j_2], b[j_2 + 1] = b[j_2 + 1], b[j_2]\n"
                "print(a, b)\n"
            ),
            stdin="3 1 2\nqwerty\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for line in uses.nodes:
            if not isinstance(line, cst.SimpleStatementLine) or not isinstance(
                uses.program.parent(line), (cst.IndentedBlock, cst.Module)
            ):
                continue
            in_place, copied = match_block("__a.sort()", line), match_block("__a = sorted(__b)", line)
            found = in_place or copied
            if not found or not isinstance(found["__a"], cst.Name):
                continue
            kind = uses.kinds.of(found["__a"])
            plain = kind.name == "list" and kind.element() in (INT, STR)
            if copied and not uses.program.is_builtin_call(value_of_line(line), "sorted"):
                continue
            if plain and edits.claim(line) and sites.take():
                name = found["__a"].value
                first = f"{name} = list({code(found['__b'])})\n" if copied else ""
                i, j = edits.fresh_name("i"), edits.fresh_name("j")
                edits.replace_line(line, first + self.template.format(a=name, i=i, j=j))


def value_of_line(line: cst.SimpleStatementLine) -> cst.CSTNode:
    """The value that a line assigns; the line itself where it does not."""
    statement = line.body[0]
    return statement.value if isinstance(statement, cst.Assign) else line


class InsertionSort(BubbleSort):
    name = "insertion-sort"
    reason = "Insertion sort moves each item step by step to its place; the sort of lists needs n log n steps in C."
    template = _INSERTION
    examples = (
        Example(
            before="a = list(map(int, input().split()))\na.sort()\nprint(a)\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "for i in range(1, len(a)):\n"
                "    j = i\n"
                "    while j > 0 and a[j - 1] > a[j]:\n"
                "        a[j - 1], a[j] = a[j], a[j - 1]\n"
                "        j -= 1\n"
                "print(a)\n"
            ),
            stdin="3 1 2\n",
        ),
    )


class SelectionSort(BubbleSort):
    name = "exchange-sort"
    reason = "Each place is compared with all later ones; the sort of lists needs n log n steps in C."
    template = _SELECTION
    examples = (
        Example(
            before="a = list(map(int, input().split()))\na.sort()\nprint(a)\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "for i in range(len(a)):\n"
                "    for j in range(i + 1, len(a)):\n"
                "        if a[j] < a[i]:\n"
                "            a[i], a[j] = a[j], a[i]\n"
                "print(a)\n"
            ),
            stdin="3 1 2\n",
        ),
    )


class ScanInsteadOfBisect(SlowerRewrite):
    name = "scan-instead-of-bisect"
    reason = "The list is walked through from its start, where bisect halves it at every step."
    changes_cost_class = True
    speculative = True  # in a list that is not sorted bisect may answer otherwise
    examples = (
        Example(
            before=(
                "from bisect import bisect_left, bisect\na = [1, 3, 3, 7]\nfor x in range(9):\n"
                "    print(bisect_left(a, x), bisect(a, x))\n"
            ),
            after=(
                "from bisect import bisect_left, bisect\n"
                "def first_not_below(items, value):\n"
                "    place = 0\n"
                "    while place < len(items) and items[place] < value:\n"
                "        place += 1\n"
                "    return place\n"
                "def first_above(items, value):\n"
                "    place = 0\n"
                "    while place < len(items) and items[place] <= value:\n"
                "        place += 1\n"
                "    return place\n"
                "a = [1, 3, 3, 7]\n"
                "for x in range(9):\n"
                "    print(first_not_below(a, x), first_above(a, x))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        helpers: dict[str, str] = {}
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or plain_args(node, 2) is None:
                continue
            name = (uses.program.imported_name(node.func) or "").removeprefix("bisect.")
            if name not in ("bisect_left", "bisect_right", "bisect") or not edits.claim(node.func) or not sites.take():
                continue
            left = name == "bisect_left"
            helper = helpers.get(name) or edits.fresh_name("first_not_below" if left else "first_above")
            if name not in helpers:
                helpers[name] = helper
                test = "items[place] < value" if left else "items[place] <= value"
                define(
                    uses,
                    edits,
                    f"def {helper}(items, value):\n    place = 0\n    while place < len(items) and {test}:\n"
                    "        place += 1\n    return place",
                )
            edits.replace(node.func, helper)
