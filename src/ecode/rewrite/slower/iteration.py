"""Loops over indices, keys and copies where the items themselves could be had."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, block_of, plain_elements, steady_sequence


class IndexInsteadOfEnumerate(SlowerRewrite):
    name = "index-loop-instead-of-enumerate"
    reason = "The item is looked up by its index in every round."
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nfor i, x in enumerate(a):\n    print(i, x)\n",
            after=("a = list(map(int, input().split()))\nfor i in range(len(a)):\n    x = a[i]\n    print(i, x)\n"),
            stdin="3 4\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or block is None or not isinstance(loop.target, cst.Tuple):
                continue
            args = plain_args(loop.iter, 1)
            if args is None or not uses.program.is_builtin_call(loop.iter, "enumerate"):
                continue
            index, *rest = plain_elements(loop.target) or [loop.target]
            if len(rest) != 1 or not isinstance(index, cst.Name) or not steady_sequence(uses, args[0], loop):
                continue
            if edits.claim(loop.iter, loop.target) and sites.take():
                edits.replace(loop.target, index.value)
                edits.replace(loop.iter, f"range(len({code(args[0])}))")
                edits.before(block.body[0], f"{_bare(rest[0])} = {code(args[0])}[{index.value}]")


def _bare(target: cst.BaseExpression) -> str:
    return code(target.with_changes(lpar=[], rpar=[])) if isinstance(target, cst.Tuple) else code(target)


class IndexInsteadOfItems(SlowerRewrite):
    name = "index-loop-over-list"
    reason = "The index is counted and the item looked up, where the loop could hand the item out."
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nfor x in a:\n    # each\n    print(x)\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "for index in range(len(a)):\n"
                "    # each\n"
                "    x = a[index]\n"
                "    print(x)\n"
            ),
            stdin="3 4\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or block is None or not steady_sequence(uses, loop.iter, loop):
                continue
            if edits.claim(loop.iter, loop.target) and sites.take():
                index = edits.fresh_name("index")
                edits.before(block.body[0], f"{_bare(loop.target)} = {code(loop.iter)}[{index}]")
                edits.replace(loop.target, index)
                edits.replace(loop.iter, f"range(len({code(loop.iter)}))")


class IndexInsteadOfZip(SlowerRewrite):
    name = "index-loop-instead-of-zip"
    reason = "Every list is asked by index in every round, where zip hands the items out together."
    examples = (
        Example(
            before="a = input().split()\nb = input().split()\nfor x, y in zip(a, b):\n    print(x + y)\n",
            after=(
                "a = input().split()\n"
                "b = input().split()\n"
                "for index in range(min(len(a), len(b))):\n"
                "    x = a[index]\n"
                "    y = b[index]\n"
                "    print(x + y)\n"
            ),
            stdin="a b c\nd e\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or block is None or not isinstance(loop.target, cst.Tuple):
                continue
            args = plain_args(loop.iter, len(loop.target.elements))
            if args is None or len(args) < 2 or not uses.program.is_builtin_call(loop.iter, "zip"):
                continue
            targets = plain_elements(loop.target)
            plain = bool(targets) and all(isinstance(target, (cst.Name, cst.Tuple)) for target in targets)
            if not plain or not all(steady_sequence(uses, items, loop) for items in args):
                continue
            if edits.claim(loop.iter, loop.target) and sites.take():
                index = edits.fresh_name("index")
                for target, items in zip(targets, args, strict=True):
                    edits.before(block.body[0], f"{_bare(target)} = {code(items)}[{index}]")
                edits.replace(loop.target, index)
                edits.replace(loop.iter, f"range(min({', '.join(f'len({code(items)})' for items in args)}))")


class KeysInsteadOfItems(SlowerRewrite):
    name = "keys-instead-of-items"
    reason = "Every value is looked up by its key, where items() hands both out."
    examples = (
        Example(
            before="d = {1: 2, 3: 4}\nfor k, v in d.items():\n    print(k, v)\n",
            after=("d = {1: 2, 3: 4}\nfor k in d:\n    v = d[k]\n    print(k, v)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.For) else None
            found = match("__d.items()", loop.iter) if isinstance(loop, cst.For) else None
            if not found or not isinstance(loop, cst.For) or block is None or not isinstance(loop.target, cst.Tuple):
                continue
            held, targets = found["__d"], plain_elements(loop.target)
            if not isinstance(held, cst.Name) or uses.kinds.of(held).name != "dict" or len(targets) != 2:
                continue
            effects = uses.facts.effects(block)
            if not isinstance(targets[0], cst.Name) or held.value in effects.names or effects.anything:
                continue
            if held.value not in code(loop.target) and edits.claim(loop.iter, loop.target) and sites.take():
                edits.replace(loop.target, targets[0].value)
                edits.replace(loop.iter, held.value)
                edits.before(block.body[0], f"{_bare(targets[1])} = {held.value}[{targets[0].value}]")


class ItemsInsteadOfUnpacking(SlowerRewrite):
    name = "index-instead-of-unpacking"
    reason = "Each part is looked up by its place, where unpacking takes all at once."
    examples = (
        Example(
            before="a = [(1, 2), (3, 4)]\nfor x, y in a:\n    print(x * y)\n",
            after=("a = [(1, 2), (3, 4)]\nfor entry in a:\n    x = entry[0]\n    y = entry[1]\n    print(x * y)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            block = block_of(loop) if isinstance(loop, cst.For) else None
            if not isinstance(loop, cst.For) or block is None or not isinstance(loop.target, cst.Tuple):
                continue
            names = plain_elements(loop.target)
            kind = uses.kinds.of(loop.iter).element()
            if kind.name != "tuple" or len(kind.items) != len(names) or not names:
                continue
            if all(isinstance(n, cst.Name) for n in names) and edits.claim(loop.target) and sites.take():
                pair = edits.fresh_name("entry")
                for place, name in enumerate(names):
                    edits.before(block.body[0], f"{code(name)} = {pair}[{place}]")
                edits.replace(loop.target, pair)
