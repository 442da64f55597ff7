"""Functions called for every item, where none is needed."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.loop_edits import in_class_body
from ecode.rewrite.analysis.patterns import match
from ecode.rewrite.analysis.shapes import code, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, line_to_hoist


class HelperPerElement(SlowerRewrite):
    name = "helper-called-per-element"
    reason = "A function is called for every item, where the expression could stand in place."
    examples = (
        Example(
            before="n = int(input())\na = [(i * i + 1) % 7 for i in range(n)]\nprint(a)\n",
            after=(
                "n = int(input())\n"
                "def value_of(i):\n"
                "    return (i * i + 1) % 7\n"
                "a = [value_of(i) for i in range(n)]\n"
                "print(a)\n"
            ),
            stdin="6\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, (cst.ListComp, cst.GeneratorExp)) or not isinstance(node.elt, cst.BinaryOperation):
                continue
            line = line_to_hoist(uses, node)
            names = _own_names(node)
            used = [name for name in names if name in names_read(node.elt)]
            clear = not any(isinstance(n, (cst.Yield, cst.Await, cst.NamedExpr)) for n in walk(node.elt))
            if line is None or not used or not clear or in_class_body(uses.program, node) or "\n" in code(node.elt):
                continue
            if edits.claim(node.elt) and sites.take():
                helper = edits.fresh_name("value_of")
                edits.before(line, f"def {helper}({', '.join(used)}):\n    return {code(node.elt)}")
                edits.replace(node.elt, f"{helper}({', '.join(used)})")


def _own_names(node: cst.ListComp | cst.GeneratorExp) -> list[str]:
    names: list[str] = []
    clause: cst.CompFor | None = node.for_in
    while clause is not None:
        names += [n.value for n in walk(clause.target) if isinstance(n, cst.Name) and n.value not in names]
        clause = clause.inner_for_in
    return names


class LambdaAroundFunction(SlowerRewrite):
    name = "lambda-around-function"
    reason = "Every item costs a call of a lambda on top of the call that it makes."
    examples = (
        Example(
            before="a, b = map(int, input().split())\nprint(a + b)\n",
            after=("a, b = map(lambda x: int(x), input().split())\nprint(a + b)\n"),
            stdin="4 5\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match("map(__f, __a)", node) if isinstance(node, cst.Call) else None
            if not found or not isinstance(node, cst.Call) or not uses.program.is_builtin(node.func, "map"):
                continue
            function = found["__f"]
            if isinstance(function, cst.Name) and uses.program.is_builtin(function) and edits.claim(function):
                if not sites.take():
                    continue
                name = uses.program.fresh_name("x") if function.value == "x" else "x"
                edits.replace(function, f"lambda {name}: {function.value}({name})")
