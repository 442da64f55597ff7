"""Which modules a program will import, read from its text (for warm runs)."""

from __future__ import annotations

import ast
import warnings


def imported_modules(source: bytes) -> tuple[str, ...]:
    """Top-level names of every absolute import anywhere in the source, in order; none where it does not parse."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    names: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(dict.fromkeys(alias.name for alias in node.names))
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names[node.module] = None
    return tuple(name for name in names if name.isascii())
