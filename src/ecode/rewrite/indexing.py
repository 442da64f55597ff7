"""Whole slices and direct iteration in the place of loops over indexes."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.facts import Facts
from ecode.rewrite.folding import block, int_value
from ecode.rewrite.kind import UNKNOWN
from ecode.rewrite.program import LOOPS, Program, names_bound, names_read
from ecode.rewrite.shapes import FUNCTIONS, bare, code, operand, plain_args, simple, walk


@dataclass(frozen=True, slots=True)
class Range:
    """`range(start, stop)` with step 1; texts that can stand in a slice."""

    start: str
    stop: str

    @property
    def slice(self) -> str:
        return f"{'' if self.start == '0' else self.start}:{self.stop}"


def counted(program: Program, iterable: cst.BaseExpression) -> Range | None:
    """The bounds of a call of range with step 1."""
    if not program.is_builtin_call(iterable, "range") or not isinstance(iterable, cst.Call):
        return None
    if any(a.star or a.keyword for a in iterable.args):
        return None
    values = [a.value for a in iterable.args]
    if len(values) == 3 and int_value(values[2]) == 1:
        values.pop()
    if len(values) == 1:
        return Range("0", bare(values[0]))
    return Range(bare(values[0]), bare(values[1])) if len(values) == 2 else None


class ItemsInsteadOfIndexes(Rewrite):
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
                "    for item in a[i + 1:]:\n"
                "        if item > 2:\n"
                "            print(i, item)\n"
            ),
            stdin="3 1 4\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        facts = Facts(program)
        item = program.fresh_name("item")

        class Transformer(cst.CSTTransformer):
            def __init__(self) -> None:
                self.reads: set[cst.CSTNode] = set()

            def leave_Subscript(
                self, original_node: cst.Subscript, updated_node: cst.Subscript
            ) -> cst.BaseExpression:
                return cst.Name(item) if original_node in self.reads else updated_node

            def visit_For(self, node: cst.For) -> bool:
                found = _walked_list(facts, node)
                if found is None or any(loop in self.done for loop in program.loops(node)) or not sites.take():
                    return True
                self.reads.update(found.reads)
                self.done[node] = found
                return True

            done: dict[cst.CSTNode, _Walked]

            def leave_For(self, original_node: cst.For, updated_node: cst.For) -> cst.For:
                found = self.done.get(original_node)
                if found is None:
                    return updated_node
                return updated_node.with_changes(target=cst.Name(item), iter=cst.parse_expression(found.iterable))

        transformer = Transformer()
        transformer.done = {}
        return program.module.visit(transformer)


@dataclass(frozen=True, slots=True)
class _Walked:
    """The reads `a[i]` of a loop over indexes, and what to iterate over instead."""

    reads: tuple[cst.Subscript, ...]
    iterable: str


def _walked_list(facts: Facts, loop: cst.For) -> _Walked | None:
    """The list that a loop over indexes reads, where it uses the index for nothing else."""
    program, bounds = facts.program, counted(facts.program, loop.iter)
    if bounds is None or not isinstance(loop.target, cst.Name) or loop.asynchronous is not None:
        return None
    index = loop.target.value
    uses = [n for n in walk(loop.body) if isinstance(n, cst.Name) and n.value == index]
    reads = [program.parent(program.parent(program.parent(use) or use) or use) for use in uses]
    subscripts = [r for r in reads if isinstance(r, cst.Subscript)]
    if not uses or len(subscripts) != len(uses) or len({code(r) for r in subscripts}) != 1:
        return None
    first = subscripts[0]
    if not isinstance(first.value, cst.Name) or code(first.slice[0]) != index or len(first.slice) != 1:
        return None
    name = first.value.value
    effects = facts.effects(loop.body)
    inside = cst.Subscript(first.value, first.slice)
    if effects.anything or index in names_bound(loop.body) or name in effects.names:
        return None
    if any(w.root == name and w.depth == 1 for w in effects.writes) or facts.is_read_outside(loop, index):
        return None
    if any(isinstance(n, FUNCTIONS) and index in names_read(n) for n in walk(loop.body)) or inside is first:
        return None
    if facts.kinds.of(first.value).name not in {"list", "str", "tuple"}:
        return None
    whole = bounds.stop == f"len({name})"
    if whole and bounds.start == "0":
        return _Walked(tuple(subscripts), name)
    if bounds.start != "0" and not _is_not_negative(facts, bounds.start):
        return None
    stop = "" if whole else bounds.stop
    if "-" in stop.replace(f"len({name}) -", "") and not _is_plain(stop):
        return None
    return _Walked(tuple(subscripts), f"{name}[{'' if bounds.start == '0' else bounds.start}:{stop}]")
