"""Iteration over items, and whole slices, in the place of loops over indexes."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.linear import range_bounds
from ecode.rewrite.analysis.patterns import match_block
from ecode.rewrite.analysis.shapes import FUNCTIONS, bare, code, walk
from ecode.rewrite.analysis.uses import Uses, jumps_out
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read

MOST_LISTS = 3
INDEXED = frozenset({"list", "str", "tuple"})


@dataclass(frozen=True, slots=True)
class Walk:
    """A loop over indexes: its reads `a[i]` by list, and how often it uses the index for something else."""

    loop: cst.For
    start: str
    stop: str
    reads: dict[str, list[cst.Subscript]]
    other_uses: int

    def items(self, name: str) -> str:
        """The part of the list `name` that the loop walks over, as an expression."""
        stop = "" if self.stop == f"len({name})" else self.stop
        start = "" if self.start == "0" else self.start
        return f"{name}[{start}:{stop}]" if start or stop else name

    def may_copy(self) -> bool:
        """True where the slices cost no more than the loop itself."""
        whole = all(self.items(name) == name for name in self.reads)
        return whole or not jumps_out(self.loop.body)

    def take(self, edits: Edits, header: str, names: dict[str, str]) -> None:
        """Enter the new header `target in items` and the names in the place of the reads."""
        target, _, items = header.partition(" in ")
        loop = cst.parse_statement(f"for {target} in {items}: pass")
        assert isinstance(loop, cst.For)
        edits.replace(self.loop.target, loop.target)
        edits.replace(self.loop.iter, loop.iter)
        for name, subscripts in self.reads.items():
            for subscript in subscripts:
                edits.replace(subscript, names[name])

    def nodes(self) -> list[cst.CSTNode]:
        """The nodes that change."""
        return [self.loop.target, self.loop.iter, *(s for found in self.reads.values() for s in found)]


def walk_over(uses: Uses, loop: cst.CSTNode) -> Walk | None:
    """What a loop over indexes reads; None where it is no such loop."""
    if not isinstance(loop, cst.For) or loop.asynchronous is not None or not isinstance(loop.target, cst.Name):
        return None
    bounds, index, variable = range_bounds(uses.program, loop.iter), loop.target.value, uses.variable(loop.target)
    if bounds is None or variable is None or uses.used_after(variable, loop) or index in names_bound(loop.body):
        return None
    if any(isinstance(n, FUNCTIONS) and index in names_read(n) for n in walk(loop.body)):
        return None
    reads: dict[str, list[cst.Subscript]] = {}
    others = 0
    for use in (n for n in walk(loop.body) if isinstance(n, cst.Name) and n.value == index):
        subscript = _plain_read(uses, use)
        if subscript is None or not uses.keeps(subscript.value, loop.body):
            others += 1
        else:
            reads.setdefault(code(subscript.value), []).append(subscript)
    if not reads or any((int_value(bound) or 0) < 0 for bound in bounds):
        return None
    return Walk(loop, bare(bounds[0]), bare(bounds[1]), reads, others)


def _plain_read(uses: Uses, use: cst.Name) -> cst.Subscript | None:
    """`a[i]` around its index, where `a` is the name of a list, and the item is only read."""
    index = uses.program.parent(use)
    element = uses.program.parent(index) if isinstance(index, cst.Index) else None
    subscript = uses.program.parent(element) if element is not None else None
    if (
        not isinstance(subscript, cst.Subscript)
        or not isinstance(subscript.value, cst.Name)
        or len(subscript.slice) != 1
    ):
        return None
    node: cst.CSTNode = subscript
    parent = uses.program.parent(node)
    while isinstance(parent, (cst.Element, cst.Tuple, cst.List)):
        node, parent = parent, uses.program.parent(parent)
    if getattr(parent, "target", None) is node:
        return None
    return subscript if uses.kinds.of(subscript.value).name in INDEXED else None


def item_name(edits: Edits, name: str) -> str:
    """A fresh name for an item of the list `name`: `gap` for `gaps`."""
    return edits.fresh_name(name[:-1] if name.endswith("s") and len(name) > 3 else f"{name}_item")


def _is_untouched(uses: Uses, name: str) -> bool:
    """True when the program binds the name of a builtin nowhere."""
    found = (n for n in uses.nodes if isinstance(n, cst.Name) and n.value == name)
    return all(uses.program.is_builtin(n) for n in found) and not uses.program.uses_star_import


class ItemsInsteadOfIndexes(EditingRewrite):
    name = "items-instead-of-indexes"
    reason = "A loop over the items themselves needs no index, no subscript and no call of len."
    speculative = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\n"
                "for i in range(len(a)):\n"
                "    for j in range(i + 1, len(a)):\n"
                "        if a[j] > 2:\n"
                "            print(i, a[j])\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "for i in range(len(a)):\n"
                "    for a_item in a[i + 1:]:\n"
                "        if a_item > 2:\n"
                "            print(i, a_item)\n"
            ),
            stdin="3 1 4\n",
        ),
        Example(
            before=(
                "n = int(input())\n"
                "costs = list(map(int, input().split()))\n"
                "gains = list(map(int, input().split()))\n"
                "best = 0\n"
                "for i in range(n):\n"
                "    best = max(best, gains[i] - costs[i])\n"
                "print(best)\n"
            ),
            after=(
                "n = int(input())\n"
                "costs = list(map(int, input().split()))\n"
                "gains = list(map(int, input().split()))\n"
                "best = 0\n"
                "for gain, cost in zip(gains[:n], costs[:n]):\n"
                "    best = max(best, gain - cost)\n"
                "print(best)\n"
            ),
            stdin="3\n1 2 3\n3 9 4\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            found = walk_over(uses, loop)
            if found is None or found.other_uses or len(found.reads) > MOST_LISTS or not found.may_copy():
                continue
            if (
                "zip" in uses.program.all_names
                and not uses.program.is_builtin(cst.Name("zip"))
                and len(found.reads) > 1
            ):
                continue
            if not edits.claim(*found.nodes()) or not sites.take():
                continue
            names = {name: item_name(edits, name) for name in found.reads}
            items = ", ".join(map(found.items, names))
            whole = items if len(names) == 1 else f"zip({items})"
            found.take(edits, f"{', '.join(names.values())} in {whole}", names)


class EnumerateInsteadOfRange(EditingRewrite):
    name = "enumerate-instead-of-range"
    reason = "Enumerate hands out index and item together; every further subscript is saved."
    speculative = True
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "a = list(map(int, input().split()))\n"
                "top, where = 0, -1\n"
                "for i in range(n):\n"
                "    if a[i] > top:\n"
                "        top, where = a[i], i\n"
                "print(top, where)\n"
            ),
            after=(
                "n = int(input())\n"
                "a = list(map(int, input().split()))\n"
                "top, where = 0, -1\n"
                "for i, a_item in enumerate(a[:n]):\n"
                "    if a_item > top:\n"
                "        top, where = a_item, i\n"
                "print(top, where)\n"
            ),
            stdin="3\n2 5 3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            found = walk_over(uses, loop)
            if found is None or not found.other_uses or len(found.reads) != 1 or not found.may_copy():
                continue
            name, reads = next(iter(found.reads.items()))
            if (
                len(reads) < 2
                or not _is_untouched(uses, "enumerate")
                or found.start != "0"
                or not edits.claim(*found.nodes())
                or not sites.take()
            ):
                continue
            item = item_name(edits, name)
            found.take(edits, f"{code(found.loop.target)}, {item} in enumerate({found.items(name)})", {name: item})


class CopySlice(EditingRewrite):
    name = "copy-slice"
    reason = "A slice assignment copies all items in one operation instead of one by one."
    speculative = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nb = [0] * 5\nfor i in range(3):\n    b[i] = a[i]\nprint(b)\n"
            ),
            after="a = list(map(int, input().split()))\nb = [0] * 5\nb[:3] = a[:3]\nprint(b)\n",
            stdin="1 2 3 4\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None or not isinstance(loop.target, cst.Name):
                continue
            bounds = range_bounds(uses.program, loop.iter)
            found = match_block("__b[__i] = __a[__i]", loop.body)
            variable = uses.variable(loop.target)
            if found is None or bounds is None or variable is None or uses.used_after(variable, loop):
                continue
            target, source = found["__b"], found["__a"]
            if code(found["__i"]) != loop.target.value or loop.target.value in names_read(target) | names_read(source):
                continue
            if code(target) == code(source) or any((int_value(bound) or 0) < 0 for bound in bounds):
                continue
            if uses.kinds.of(target).name != "list" or uses.kinds.of(source).name not in INDEXED:
                continue
            if edits.claim(loop) and sites.take():
                start = "" if int_value(bounds[0]) == 0 else bare(bounds[0])
                part = f"[{start}:{bare(bounds[1])}]"
                edits.replace_line(loop, f"{code(target)}{part} = {code(source)}{part}")
