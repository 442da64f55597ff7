"""Dicts asked more often than they have to be."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_block, same
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite


def _tested(key: cst.BaseExpression) -> str:
    """The text of a key to the left of `in`."""
    return code(key) if isinstance(key, cst.BinaryOperation) else operand(key)


class TestInsteadOfGet(SlowerRewrite):
    name = "test-instead-of-get"
    reason = "The key is looked up once to test, once to read and once to store."
    examples = (
        Example(
            before="d = {}\nfor c in input():\n    d[c] = d.get(c, 0) + 1\nprint(d)\n",
            after=(
                "d = {}\n"
                "for c in input():\n"
                "    if c not in d.keys():\n"
                "        d[c] = 0\n"
                "    d[c] = d[c] + 1\n"
                "print(d)\n"
            ),
            stdin="banana\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match_block("__d[__k] = __d.get(__k, __v) + __w", node) if isinstance(node, cst.Assign) else None
            line = uses.own_line(node) if found else None
            if not found or line is None or not isinstance(node, cst.Assign):
                continue
            held, key, value = found["__d"], found["__k"], found["__v"]
            literal = isinstance(value, (cst.Integer, cst.SimpleString))
            plain = isinstance(held, cst.Name) and uses.kinds.of(held).name == "dict"
            pure = all(uses.program.is_pure(part) for part in (key, found["__w"]))
            alone = isinstance(held, cst.Name) and held.value not in names_read(found["__w"]) | names_read(key)
            if literal and plain and pure and alone and edits.claim(line) and sites.take():
                item = f"{code(held)}[{code(key)}]"
                start = f"if {_tested(key)} not in {code(held)}.keys():\n    {item} = {code(value)}"
                edits.replace_line(line, f"{start}\n{item} = {item} + {code(found['__w'])}")


class TestInsteadOfSetdefault(SlowerRewrite):
    name = "test-instead-of-setdefault"
    reason = "The key is looked up to test and again to use, where setdefault does both."
    examples = (
        Example(
            before="d = {}\nfor i in range(6):\n    d.setdefault(i % 2, []).append(i)\nprint(d)\n",
            after=(
                "d = {}\n"
                "for i in range(6):\n"
                "    if i % 2 not in d.keys():\n"
                "        d[i % 2] = []\n"
                "    d[i % 2].append(i)\n"
                "print(d)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            whole = match_block("__d.setdefault(__k, __v).append(__x)", node) if isinstance(node, cst.Expr) else None
            line = uses.own_line(node) if whole else None
            if not whole or line is None:
                continue
            held, key, value = whole["__d"], whole["__k"], whole["__v"]
            plain = isinstance(held, cst.Name) and uses.kinds.of(held).name == "dict"
            pure = uses.program.is_pure(key) and uses.program.is_pure(whole["__x"])
            empty = match("[]", value) is not None
            if plain and pure and empty and held_only_here(held, key) and edits.claim(line) and sites.take():
                item = f"{code(held)}[{code(key)}]"
                start = f"if {_tested(key)} not in {code(held)}.keys():\n    {item} = []"
                edits.replace_line(line, f"{start}\n{item}.append({code(whole['__x'])})")


def held_only_here(held: cst.BaseExpression, key: cst.BaseExpression) -> bool:
    """True when the key does not read the dict itself."""
    return isinstance(held, cst.Name) and held.value not in names_read(key) and not same(held, key)
