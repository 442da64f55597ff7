"""Comprehensions and generators in the form that runs fastest."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import BOOL, FLOAT, INT, STR
from ecode.rewrite.analysis.shapes import bare, code, operand, plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import Program, names_read

_CONVERTERS = ("int", "str", "float", "len", "abs", "ord", "chr", "bool")


class RepeatedConstant(EditingRewrite):
    name = "repeat-constant"
    reason = "Repeating a list of one constant fills memory in one go; a comprehension runs a loop for it."
    examples = (
        Example(
            before="n = int(input())\ngrid = [[0 for _ in range(n)] for _ in range(n)]\ngrid[0][0] = 1\nprint(grid)\n",
            after="n = int(input())\ngrid = [[0] * n for _ in range(n)]\ngrid[0][0] = 1\nprint(grid)\n",
            stdin="2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.ListComp) or not _is_constant(uses, node.elt):
                continue
            clause = node.for_in
            count = plain_args(clause.iter, 1) if uses.program.is_builtin_call(clause.iter, "range") else None
            if count is None or clause.ifs or clause.inner_for_in or not isinstance(clause.target, cst.Name):
                continue
            if clause.target.value in names_read(node.elt) or not edits.claim(node) or not sites.take():
                continue
            edits.replace(node, f"[{code(node.elt)}] * {operand(count[0])}")


def _is_constant(uses: Uses, node: cst.BaseExpression) -> bool:
    """True for a value that cannot change and needs no work: a literal, or a variable that holds a number or text."""
    if isinstance(node, (cst.Integer, cst.Float, cst.SimpleString)) or m.matches(
        node, m.Name("True") | m.Name("False") | m.Name("None")
    ):
        return True
    if isinstance(node, cst.UnaryOperation):
        return isinstance(node.expression, (cst.Integer, cst.Float))
    if isinstance(node, cst.Name):
        return uses.kinds.of(node) in (INT, FLOAT, BOOL, STR)
    return uses.program.is_builtin_call(node, "float") and m.matches(node, m.Call(args=[m.Arg(m.SimpleString())]))


class ListForReduction(EditingRewrite):
    name = "list-for-reduction"
    reason = "sum, min, max, sorted and join take a ready list faster than they resume a generator for every item."
    examples = (
        Example(
            before=(
                "xs = [3, 1]\nprint(sum(x * x for x in xs), ' '.join(str(x + 1) for x in xs), max(x % 3 for x in xs))\n"
            ),
            after=(
                "xs = [3, 1]\n"
                "print(sum([x * x for x in xs]), ' '.join([str(x + 1) for x in xs]), max([x % 3 for x in xs]))\n"
            ),
        ),
        Example(before="print(sorted(set(c for c in 'banana')))\n", after="print(sorted({c for c in 'banana'}))\n"),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.GeneratorExp) or _converter(uses.program, node):
                continue
            outer = _call_around(uses.program, node)
            if outer is None:
                continue
            made = code(node.with_changes(lpar=[], rpar=[]))
            alone = len(outer.args) == 1
            if uses.program.is_builtin(outer.func, "list", "set") and alone:
                text = f"[{made}]" if code(outer.func) == "list" else f"{{{made}}}"
                if edits.claim(outer) and sites.take():
                    edits.replace(outer, text)
            elif _takes_list(uses.program, outer) and edits.claim(node) and sites.take():
                edits.replace(node, cst.parse_expression(f"[{made}]"))


class MapInsteadOfComprehension(EditingRewrite):
    name = "map-builtin"
    reason = "map calls a builtin from C; a comprehension calls it from the interpreter's loop."
    examples = (
        Example(
            before="xs = [int(x) for x in input().split()]\nprint(sum(abs(x) for x in xs), xs)\n",
            after="xs = list(map(int, input().split()))\nprint(sum(map(abs, xs)), xs)\n",
            stdin="1 -2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        program = uses.program
        for node in uses.nodes:
            if not isinstance(node, (cst.ListComp, cst.GeneratorExp)):
                continue
            function = _converter(program, node)
            if function is None or not _map_is_builtin(uses):
                continue
            outer = _call_around(program, node)
            consumed = outer is not None and (
                _takes_list(program, outer) or program.is_builtin(outer.func, "list", "set", "tuple")
            )
            if isinstance(node, cst.GeneratorExp) and not consumed:
                continue
            if not edits.claim(node) or not sites.take():
                continue
            made = f"map({function}, {bare(node.for_in.iter)})"
            edits.replace(node, cst.parse_expression(made if consumed else f"list({made})"))


def _converter(program: Program, node: cst.ListComp | cst.GeneratorExp) -> str | None:
    """`int` for `int(x) for x in ...`."""
    clause, element = node.for_in, node.elt
    args = plain_args(element, 1)
    if args is None or not isinstance(element, cst.Call) or not program.is_builtin(element.func, *_CONVERTERS):
        return None
    if clause.ifs or clause.inner_for_in or clause.asynchronous or not isinstance(clause.target, cst.Name):
        return None
    if not m.matches(args[0], m.Name(clause.target.value)) or isinstance(clause.iter, (cst.Tuple, cst.IfExp)):
        return None
    return code(element.func)


def _call_around(program: Program, node: cst.CSTNode) -> cst.Call | None:
    """The call whose first argument the node is (the others may be keywords only)."""
    arg = program.parent(node)
    outer = program.parent(arg) if isinstance(arg, cst.Arg) and not arg.star and not arg.keyword else None
    if not isinstance(outer, cst.Call) or outer.args[0] is not arg or any(a.keyword is None for a in outer.args[1:]):
        return None
    return outer


def _takes_list(program: Program, call: cst.Call) -> bool:
    """True for calls that use up their first argument at once."""
    join = m.Call(func=m.Attribute(value=m.SimpleString(), attr=m.Name("join")))
    return program.is_builtin(call.func, "sum", "min", "max", "sorted") or m.matches(call, join)


def _map_is_builtin(uses: Uses) -> bool:
    found = [n for n in uses.nodes if isinstance(n, cst.Name) and n.value == "map"]
    return all(uses.program.is_builtin(n) for n in found) and not uses.program.uses_star_import
