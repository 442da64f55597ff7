"""Match nodes against code with holes, and build nodes from it.

In a pattern a name that starts with two underscores is a hole; a hole that occurs twice must match the same code twice.
A bare `...` at the end of a block matches whatever statements are left. Layout, comments and parentheses do not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache

import libcst as cst

from ecode.rewrite.analysis.shapes import words

Bound = dict[str, cst.BaseExpression]
"""What each hole stands for. Empty, so false, for a pattern without holes: compare with None."""
Statement = cst.BaseSmallStatement | cst.BaseCompoundStatement

_LAYOUT = words(
    """lpar rpar leading_lines lines_after_decorators header footer indent trailing_whitespace semicolon comma lbracket
    rbracket lbrace rbrace equal"""
)


def statements(body: cst.CSTNode | Sequence[cst.CSTNode]) -> list[Statement]:
    """The statements of a block or of a list of lines; `a = 1; b = 2` counts as two."""
    if isinstance(body, (cst.IndentedBlock, cst.SimpleStatementSuite, cst.SimpleStatementLine, cst.Module)):
        body = body.body
    elif isinstance(body, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
        body = [body]
    flat: list[Statement] = []
    for node in body if isinstance(body, Sequence) else ():
        if isinstance(node, cst.SimpleStatementLine):
            flat += node.body
        elif isinstance(node, (cst.BaseSmallStatement, cst.BaseCompoundStatement)):
            flat.append(node)
    return flat


@cache
def _expression(text: str) -> cst.BaseExpression:
    return cst.parse_expression(text)


@cache
def _statements(text: str) -> tuple[Statement, ...]:
    return tuple(statements(cst.parse_module(text)))


def match(pattern: str, node: cst.CSTNode | None) -> Bound | None:
    """What the holes of an expression pattern stand for in `node`; None where it does not match."""
    bound: Bound = {}
    return bound if node is not None and _matches(_expression(pattern), node, bound) else None


def match_any(node: cst.CSTNode | None, *patterns: str) -> Bound | None:
    """The first of several expression patterns that matches."""
    for pattern in patterns:
        bound = match(pattern, node)
        if bound is not None:
            return bound
    return None


def match_block(pattern: str, block: cst.CSTNode | Sequence[cst.CSTNode]) -> Bound | None:
    """Like `match` for a whole block, a statement or a list of lines."""
    bound: Bound = {}
    return bound if _match_statements(_statements(pattern), statements(block), bound) else None


def same(first: cst.CSTNode, second: cst.CSTNode) -> bool:
    """True when two pieces of code differ in layout at most."""
    return _matches(first, second, None)


def _match_statements(patterns: Sequence[Statement], nodes: Sequence[Statement], bound: Bound | None) -> bool:
    for index, pattern in enumerate(patterns):
        if isinstance(pattern, cst.Expr) and isinstance(pattern.value, cst.Ellipsis) and bound is not None:
            return True
        if index >= len(nodes) or not _matches(pattern, nodes[index], bound):
            return False
    return len(patterns) == len(nodes)


def _matches(pattern: object, node: object, bound: Bound | None) -> bool:
    if isinstance(pattern, cst.Name) and bound is not None and pattern.value.startswith("__"):
        return isinstance(node, cst.BaseExpression) and _fill_hole(pattern.value, node, bound)
    if isinstance(pattern, cst.BaseSuite) and isinstance(node, cst.BaseSuite):
        return _match_statements(statements(pattern), statements(node), bound)
    if isinstance(pattern, (list, tuple)) and isinstance(node, (list, tuple)):
        return len(pattern) == len(node) and all(_matches(p, n, bound) for p, n in zip(pattern, node, strict=True))
    if not isinstance(pattern, cst.CSTNode):
        return isinstance(node, cst.MaybeSentinel) or isinstance(pattern, cst.MaybeSentinel) or pattern == node
    if type(pattern) is not type(node):
        return False
    return all(
        _matches(getattr(pattern, field.name), getattr(node, field.name), bound)
        for field in fields(pattern)
        if field.name not in _LAYOUT and not field.name.startswith("whitespace")
    )


def _fill_hole(hole: str, node: cst.BaseExpression, bound: Bound) -> bool:
    if hole in bound:
        return _matches(bound[hole], node, None)
    bound[hole] = node
    return True
