"""Imports that a written program forgot, added: models use `heappop` and leave out the line that brings it."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterable

MODULES = (
    *("sys", "math", "collections", "itertools", "heapq", "bisect", "functools", "operator", "re", "string"),
    *("random", "array", "fractions", "decimal", "copy", "time", "datetime", "os", "io"),
)
"""What a program may mean by their names."""

_SEARCHED = ("math", "collections", "itertools", "heapq", "bisect", "functools")
"""Whose functions a program may mean by their names alone."""


def with_imports(source: str, names: Iterable[str]) -> str:
    """The program with an import for each of the names that the standard library is known for; `source` is Python."""
    lines = sorted(filter(None, map(_import_of, names)))
    if not lines:
        return source
    place = _place(ast.parse(source))
    before = source.splitlines(keepends=True)
    return "".join([*before[:place], *(f"{line}\n" for line in lines), *before[place:]])


def _import_of(name: str) -> str | None:
    if name in MODULES:
        return f"import {name}"
    home = next((module for module in _SEARCHED if hasattr(importlib.import_module(module), name)), None)
    return f"from {home} import {name}" if home else None


def _place(tree: ast.Module) -> int:
    """After how many lines an import may stand: behind the docstring and the imports from `__future__`."""
    last = 0
    for number, statement in enumerate(tree.body):
        docstring = number == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not docstring and not (isinstance(statement, ast.ImportFrom) and statement.module == "__future__"):
            break
        last = statement.end_lineno or 0
    return last
