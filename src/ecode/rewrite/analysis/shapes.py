"""Small questions about single nodes, and the text of expressions, that many rewrites share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache

import libcst as cst

FUNCTIONS = (cst.FunctionDef, cst.Lambda, cst.ClassDef)
LAYOUT = (cst.BaseParenthesizableWhitespace, cst.TrailingWhitespace, cst.LeftParen, cst.RightParen, cst.Comma)
"""Nodes that only say how the code looks."""


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def code(node: cst.CSTNode) -> str:
    """The text of a node."""
    return cst.Module([]).code_for_node(node)


def is_atom(node: cst.BaseExpression) -> bool:
    """True when the expression can stand anywhere without parentheses."""
    if node.lpar:
        return True
    atoms = (
        cst.Name,
        cst.Integer,
        cst.Subscript,
        cst.Attribute,
        cst.Call,
        cst.SimpleString,
        cst.List,
        cst.Dict,
        cst.ListComp,
    )
    return isinstance(node, atoms)


def parenthesized(node: cst.BaseExpression) -> cst.BaseExpression:
    """The expression, in parentheses unless it needs none anywhere."""
    if is_atom(node):
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def operand(node: cst.BaseExpression) -> str:
    """The text of the expression as an operand of whatever operator."""
    return code(parenthesized(node))


def bare(node: cst.BaseExpression) -> str:
    """The text of the expression without its outer parentheses (where it may span one line only)."""
    return code(node.with_changes(lpar=[], rpar=[])) if node.lpar and "\n" not in code(node) else code(node)


def root_of(node: cst.CSTNode) -> tuple[str, int]:
    """`("d", 2)` for `d[i][j]`; `("", 0)` where the chain does not start at a name."""
    depth = 0
    while isinstance(node, cst.Subscript):
        node, depth = node.value, depth + 1
    return (node.value, depth) if isinstance(node, cst.Name) else ("", 0)


_TEXT_ORDER: dict[type[cst.CSTNode], tuple[str, ...]] = {
    cst.IfExp: ("body", "test", "orelse"),
    cst.Arg: ("keyword", "value"),
    cst.FunctionDef: ("decorators", "name", "type_parameters", "params", "returns", "body"),
    cst.ClassDef: ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
    cst.Parameters: ("posonly_params", "posonly_ind", "params", "star_arg", "kwonly_params", "star_kwarg"),
    cst.ExceptHandler: ("type", "name", "body"),
}
"""Fields in the order of the text, where the order of their declaration is another."""


@cache
def _fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    first = _TEXT_ORDER.get(kind, ())
    return (*first, *(f.name for f in fields(kind) if f.name not in first))


def children(node: cst.CSTNode) -> list[cst.CSTNode]:
    """The nodes directly below, blanks left out, in the order of the text; far faster than libcst's own."""
    found: list[cst.CSTNode] = []
    for name in _fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, cst.CSTNode):
            if type(value) is not cst.SimpleWhitespace:
                found.append(value)
        elif isinstance(value, (list, tuple)):
            found += [item for item in value if isinstance(item, cst.CSTNode)]
    return found


def walk(node: cst.CSTNode, skip: tuple[type[cst.CSTNode], ...] = ()) -> Iterator[cst.CSTNode]:
    """The nodes of a subtree in the order of the text, not entering nodes of the types in `skip` below the top."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting += [child for child in reversed(children(current)) if not isinstance(child, skip)]


def simple(line: cst.CSTNode) -> cst.BaseSmallStatement | None:
    """The one small statement of a line like `x = 1`; None for anything else."""
    if isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1:
        return line.body[0]
    return None


def plain_args(call: cst.CSTNode, count: int) -> list[cst.BaseExpression] | None:
    """The arguments of a call that has exactly `count`, all positional; None otherwise."""
    if not isinstance(call, cst.Call) or len(call.args) != count or any(a.star or a.keyword for a in call.args):
        return None
    return [a.value for a in call.args]
