"""Lists copied to grow."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match_any, match_block
from ecode.rewrite.analysis.shapes import code, operand
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, is_truth

_READERS = ("len", "sum", "min", "max", "any", "all", "list", "sorted", "enumerate", "bool", "tuple", "set")


class ListCopiedToGrow(SlowerRewrite):
    name = "list-copied-to-grow"
    reason = "`a = a + [x]` copies the whole list for each item; append does not."
    changes_cost_class = True
    examples = (
        Example(
            before="a = []\nfor i in range(5):\n    a.append(i * i)\nprint(a)\n",
            after=("a = []\nfor i in range(5):\n    a = a + [i * i]\nprint(a)\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match_block("__a.append(__x)", node) if isinstance(node, cst.Expr) else None
            line = uses.own_line(node) if found and uses.program.loops(node) else None
            variable = uses.variable(found["__a"]) if found else None
            if found is None or line is None or variable is None or not _is_alone(uses, variable, node):
                continue
            if edits.claim(line) and sites.take():
                edits.replace_line(line, f"{variable.name} = {variable.name} + [{_item(found['__x'])}]")


def _item(item: cst.BaseExpression) -> str:
    """The text of an argument as an item of a list; a generator needs parentheses there."""
    return operand(item) if isinstance(item, cst.GeneratorExp) else code(item)


def _is_alone(uses: Uses, variable: Variable, node: cst.CSTNode) -> bool:
    """True when only this name of the same function leads to the list, which no loop around `node` walks over."""
    if any(
        uses.program.function(name) is not uses.program.function(node) for name in (*variable.bindings, *variable.reads)
    ):
        return False
    for binding in variable.bindings:
        value = assigned_value(uses.program, binding)
        if value is None or uses.kinds.of(value).name != "list" or not uses.facts.makes_new_object(value):
            return False
    walked = [loop.iter for loop in uses.program.loops(node) if isinstance(loop, cst.For)]
    if any(
        isinstance(n, cst.Name) and n.value == variable.name for iterable in walked for n in uses.names_in(iterable)
    ):
        return False
    return all(_keeps_alone(uses, read) for read in variable.reads)


def _keeps_alone(uses: Uses, read: cst.Name) -> bool:
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Attribute):
        call = uses.program.parent(parent)
        methods = ("append", "pop", "sort", "reverse", "count", "index", "insert", "extend", "remove")
        return isinstance(call, cst.Call) and call.func is parent and parent.attr.value in methods
    if isinstance(parent, cst.Subscript):
        return parent.value is read
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is read
    if isinstance(parent, cst.Arg):
        call = uses.program.parent(parent)
        joined = match_any(call, "__s.join(__a)") if isinstance(call, cst.Call) else None
        return joined is not None or uses.program.is_builtin_call(call or parent, "print", *_READERS)
    return isinstance(parent, (cst.ComparisonTarget, cst.Return)) or is_truth(uses, read)
