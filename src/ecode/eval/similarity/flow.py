"""The data flow of a program: which variables each one is computed from, without their names."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable

Edge = tuple[int, str, tuple[int, ...]]


def data_flow(statements: list[ast.stmt]) -> Counter[Edge]:
    """Edges (variable, relation, sources); variables are numbered in the order in which edges mention them.

    A use of a variable that was mentioned before `comesFrom` it; a target is `computedFrom` the names in the value.
    Tuples of one length are matched element by element. Names of attributes and keywords are no variables.
    """
    visitor = _Flow()
    try:
        for statement in statements:
            visitor.visit(statement)
    except RecursionError:
        return Counter()
    return Counter(visitor.edges)


class _Flow(ast.NodeVisitor):
    """Walks in the order of evaluation."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self._seen: set[str] = set()
        self._numbers: dict[str, int] = {}

    def visit_Name(self, node: ast.Name) -> None:
        self._mention(node.id)

    def visit_arg(self, node: ast.arg) -> None:
        self._seen.add(node.arg)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._assign(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)
            self._assign(node.target, node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        self._assign(node.target, ast.Tuple([node.target, node.value], ast.Load()))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._assign(node.target, node.value)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit(node.iter)
        self._assign(node.target, node.iter)
        self._all([*node.body, *node.orelse])

    visit_AsyncFor = visit_For

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.visit(node.iter)
        self._assign(node.target, node.iter)
        self._all(node.ifs)

    def visit_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> None:
        self._all([*node.generators, node.elt])

    visit_SetComp = visit_GeneratorExp = visit_ListComp

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self._all([*node.generators, node.key, node.value])

    def visit_withitem(self, node: ast.withitem) -> None:
        self.visit(node.context_expr)
        if node.optional_vars is not None:
            self._assign(node.optional_vars, node.context_expr)

    def _all(self, nodes: Iterable[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def _mention(self, name: str) -> None:
        if name in self._seen:
            self._edge(name, "comesFrom", [name])
        self._seen.add(name)

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        lists = (ast.Tuple, ast.List)
        if isinstance(target, lists) and isinstance(value, lists) and len(target.elts) == len(value.elts):
            for left, right in zip(target.elts, value.elts, strict=True):
                self._assign(left, right)
            return
        sources = list(dict.fromkeys(_names(value)))
        for name in _names(target):
            self._edge(name, "computedFrom", sources)
            self._seen.add(name)

    def _edge(self, name: str, relation: str, sources: list[str]) -> None:
        numbers = [self._numbers.setdefault(n, len(self._numbers)) for n in [*sources, name]]
        self.edges.append((numbers[-1], relation, tuple(numbers[:-1])))


def _names(node: ast.AST) -> list[str]:
    return [found.id for found in ast.walk(node) if isinstance(found, ast.Name)]
