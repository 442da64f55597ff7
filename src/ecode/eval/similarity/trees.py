"""Syntax trees of programs, of broken ones as far as they parse, and their subtrees."""

from __future__ import annotations

import ast
import re
from collections import Counter

from ecode.syntax import strict

_GOES_ON = re.compile(r"(?:else|elif|except|finally)\b|[)\]}]")
Shapes = dict[tuple[object, ...], int]
"""Numbers of subtrees, for programs that are to be compared with each other."""


def parsed(source: str) -> list[ast.stmt]:
    """The statements of a program; of a text that does not parse, those of its top-level blocks which do."""
    whole = _parse(source)
    if whole is not None:
        return whole
    return [statement for block in _blocks(source) for statement in _parse(block) or ()]


def _parse(source: str) -> list[ast.stmt] | None:
    try:
        return strict.parsed(source).body
    except SyntaxError:
        return None


def _blocks(source: str) -> list[str]:
    """Texts that begin in the first column, with everything below them up to the next such text."""
    blocks: list[str] = []
    for line in source.splitlines(keepends=True):
        if not blocks or not (line[:1].isspace() or _GOES_ON.match(line)):
            blocks.append("")
        blocks[-1] += line
    return blocks


def subtrees(statements: list[ast.stmt], shapes: Shapes) -> Counter[int]:
    """How often each inner node's subtree occurs. Equal shapes get equal numbers; names and constants are left out."""
    found: Counter[int] = Counter()
    try:
        _number(ast.Module(statements, []), shapes, found)
    except RecursionError:
        return Counter()
    return found


def _number(node: ast.AST, shapes: Shapes, found: Counter[int]) -> int:
    children = [
        (field, _number(child, shapes, found))
        for field, value in ast.iter_fields(node)
        if field != "ctx"
        for child in (value if isinstance(value, list) else [value])
        if isinstance(child, ast.AST) and not _is_text(child)
    ]
    number = shapes.setdefault((type(node), *children), len(shapes))
    if children:
        found[number] += 1
    return number


def _is_text(node: ast.AST) -> bool:
    """A docstring, or another text that does nothing."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
