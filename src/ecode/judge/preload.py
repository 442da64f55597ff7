"""Which modules a program will import, read from its text (for warm runs)."""

from __future__ import annotations

import ast
import warnings

_MAX_SOURCE_BYTES = (
    64 << 10
)  # parsing runs in the supervisor: some sources take 900 times their size, or quadratic time
_MAX_NAMES = 64
_SPEAKING = frozenset({"this", "antigravity"})  # what they print, or start, at import is the program's own affair


def imported_modules(source: bytes) -> tuple[str, ...]:
    """Names of every absolute import anywhere in the source, in order; none where it does not parse or is too long."""
    if len(source) > _MAX_SOURCE_BYTES:
        return ()
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
    quiet = [name for name in names if name.isascii() and len(name) < 200 and not _speaks(name)]
    return tuple(quiet[:_MAX_NAMES])


def _speaks(name: str) -> bool:
    return name in _SPEAKING or name.endswith("__main__")
