"""Small functions written out where they are called."""

from __future__ import annotations

from collections import Counter

import libcst as cst
from libcst.metadata import Assignment

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import block
from ecode.rewrite.analysis.shapes import code, parenthesized, simple, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import COMPREHENSIONS, Program, names_read
from ecode.rewrite.rules.conditions import is_hot, is_simple

LONGEST = 120


class InlineSmallFunction(EditingRewrite):
    name = "inline-small-function"
    reason = "A call costs more than what a one-line function does; written out it is free."
    examples = (
        Example(
            before=(
                "def gap(x, y):\n"
                "    return abs(x - y)\n"
                "\n"
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for i in range(1, len(a)):\n"
                "    total += gap(a[i], a[i - 1]) * 2\n"
                "print(total)\n"
            ),
            after=(
                "def gap(x, y):\n"
                "    return abs(x - y)\n"
                "\n"
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for i in range(1, len(a)):\n"
                "    total += abs(a[i] - a[i - 1]) * 2\n"
                "print(total)\n"
            ),
            stdin="3 9 4\n",
        ),
        Example(
            before=(
                "ints = lambda: map(int, input().split())\nfor _ in range(2):\n    a, b = ints()\n    print(a * b)\n"
            ),
            after=(
                "ints = lambda: map(int, input().split())\n"
                "for _ in range(2):\n"
                "    a, b = map(int, input().split())\n"
                "    print(a * b)\n"
            ),
            stdin="1 2\n3 4\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for call in uses.nodes:
            if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Name):
                continue
            body = _inlined(uses, call)
            if body is None or not is_hot(uses.program, call) or len(code(body)) > LONGEST:
                continue
            if edits.claim(call) and sites.take():
                alone = isinstance(
                    uses.program.parent(call), (cst.Assign, cst.Arg, cst.Return, cst.AugAssign, cst.Expr)
                )
                edits.replace(call, body if alone else parenthesized(body))


def _inlined(uses: Uses, call: cst.Call) -> cst.BaseExpression | None:
    """What a call of a one-expression function stands for; None where writing it out might change something."""
    function = uses.facts.resolve(call.func)
    if not isinstance(function, (cst.FunctionDef, cst.Lambda)) or any(a.star or a.keyword for a in call.args):
        return None
    value, parameters = returned_value(function), function.params
    plain = parameters.params
    if value is None or len(parameters.children) != len(plain) or len(plain) != len(call.args):
        return None
    if any(p.default is not None for p in plain) or _is_inside(uses.program, call, function):
        return None
    values = {p.name.value: a.value for p, a in zip(plain, call.args, strict=True)}
    if not _binds_the_same(uses.program, value, call, set(values)) or not _arguments_fit(uses, value, values):
        return None
    new = value.visit(_PutIn(values))
    return new if isinstance(new, cst.BaseExpression) else None


def returned_value(function: cst.FunctionDef | cst.Lambda) -> cst.BaseExpression | None:
    """The one expression that a function returns, where it does nothing else."""
    if isinstance(function, cst.Lambda):
        value: cst.BaseExpression | None = function.body
    else:
        lines = block(function.body)
        if (
            len(lines) == 2
            and isinstance(expr := simple(lines[0]), cst.Expr)
            and isinstance(expr.value, cst.SimpleString)
        ):
            lines = lines[1:]
        last = simple(lines[0]) if len(lines) == 1 else None
        value = last.value if isinstance(last, cst.Return) else None
    if value is None or "\n" in code(value) or "#" in code(value):
        return None
    special = (cst.Lambda, cst.NamedExpr, cst.Yield, cst.Await, cst.FormattedString)
    return None if any(isinstance(n, special) for n in walk(value)) else value


def _is_inside(program: Program, call: cst.Call, function: cst.CSTNode) -> bool:
    return any(ancestor is function for ancestor in program.ancestors(call))


def _binds_the_same(program: Program, value: cst.BaseExpression, call: cst.Call, parameters: set[str]) -> bool:
    """True when every other name of the function's expression means the same where it is called."""
    hidden = {n for comp in walk(value) if isinstance(comp, cst.CompFor) for n in names_read(comp.target)}
    given = {n for arg in call.args for n in names_read(arg)}
    if hidden & (given | parameters):
        return False
    own = [n for n in walk(value) if isinstance(n, cst.Name) and n.value in names_read(value) - parameters - hidden]
    for name in own:
        here, there = program.scope(name)[name.value], program.scope(call)[name.value]
        if {id(a) for a in here} != {id(a) for a in there}:
            return False
        if not here and not program.is_builtin(name):
            return False
        local = [a for a in here if isinstance(a, Assignment) and a.scope is not program.global_scope]
        if local and program.function(call) is not program.function(name):
            return False
    return True


def _arguments_fit(uses: Uses, value: cst.BaseExpression, values: dict[str, cst.BaseExpression]) -> bool:
    """True when every argument may be evaluated in the place of its parameter."""
    count = Counter(n.value for n in walk(value) if isinstance(n, cst.Name))
    repeated = {n for comp in walk(value) if isinstance(comp, COMPREHENSIONS) for n in names_read(comp)}
    acts = not uses.program.is_pure(value)
    for name, argument in values.items():
        if is_simple(argument):
            continue
        if not uses.program.is_pure(argument) or "\n" in code(argument) or acts:
            return False
        if count[name] > 1 or name in repeated or (uses.kinds.of(argument).name == "iterator" and count[name] != 1):
            return False
    return True


class _PutIn(cst.CSTTransformer):
    """Puts arguments in the place of parameters."""

    def __init__(self, values: dict[str, cst.BaseExpression]) -> None:
        self.values = values

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        name = original_node.value
        value = updated_node.value
        if isinstance(name, cst.Name) and name.value in self.values:
            value = self.values[name.value]
        return updated_node.with_changes(keyword=original_node.keyword, value=value)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        value = self.values.get(original_node.value)
        return updated_node if value is None else parenthesized(value)
