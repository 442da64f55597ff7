"""Equal for programs that differ only in layout, comments and the names they chose themselves."""

from __future__ import annotations

import ast
import builtins
import hashlib
import warnings


class _Renamer(ast.NodeTransformer):
    """Own names (anything that is not a builtin, an attribute, an import or a keyword) become v0, v1, ... in order."""

    def __init__(self, kept: frozenset[str]) -> None:
        self._kept = kept
        self._names: dict[str, str] = {}

    def _name(self, name: str) -> str:
        if name in self._kept:
            return name
        return self._names.setdefault(name, f"v{len(self._names)}")

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._name(node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return ast.arg(self._name(node.arg), None)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.name = self._name(node.name)
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.name = self._name(node.name)
        return self.generic_visit(node)


def fingerprint(source: str) -> str:
    """Sixteen hexadecimal digits; of a source that does not parse, those of its text without blanks."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        text = ast.dump(_Renamer(_kept_names(tree)).visit(tree))
    except (SyntaxError, ValueError, RecursionError):
        text = "".join(source.split())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _kept_names(tree: ast.Module) -> frozenset[str]:
    """Builtins and imported names, less those that the program binds itself."""
    imported = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    stored = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    stored |= {n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
    return frozenset((set(dir(builtins)) - stored) | imported)
