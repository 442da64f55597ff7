"""Names that a program reads and nothing in it binds: it would end with a `NameError` where it comes to them."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator

from ecode.syntax.strict import parsing


def undefined_names(source: str) -> frozenset[str]:
    """Seen without running it, by Python's own tables of symbols. None where a star import may bring any name.

    Raises `SyntaxError` for what is no Python.
    """
    with parsing():
        tree = ast.parse(source)
        compile(tree, "<program>", "exec", dont_inherit=True)  # finds a `return` outside of a function, too
        module = symtable.symtable(source, "<program>", "exec")
    if any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in ast.walk(tree)):
        return frozenset()
    bound: set[str] = set()
    read: set[str] = set()
    for table in _tables(module):
        for symbol in table.get_symbols():
            if table is module or symbol.is_global():
                (bound if _binds(symbol) else read).add(symbol.get_name())
                if symbol.is_referenced():
                    read.add(symbol.get_name())
    return frozenset(name for name in read - bound if not hasattr(builtins, name) and not name.startswith("__"))


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _tables(child)


def _binds(symbol: symtable.Symbol) -> bool:
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
