"""The statements of a module one by one: which names each binds, and which module-level names its functions use."""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import libcst as cst
import libcst.matchers as m
from libcst.metadata import GlobalScope

from ecode.rewrite.analysis.shapes import walk, words
from ecode.rewrite.program import Program, dotted, names_bound, names_read

DEFINITIONS = (cst.FunctionDef, cst.ClassDef)
IMPORTS = (cst.Import, cst.ImportFrom)
_STAR_MODULES = words(
    """array bisect cmath collections copy datetime decimal fractions functools heapq io itertools math operator os
    queue random re statistics string sys time typing"""
)
_MAIN = m.SimpleString("'__main__'") | m.SimpleString('"__main__"')
_GUARD = m.If(
    test=m.Comparison(left=m.Name("__name__"), comparisons=[m.ComparisonTarget(m.Equal(), _MAIN)]),
    orelse=None,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One statement of the module: a compound one, or one small statement of a line."""

    node: cst.BaseCompoundStatement | cst.BaseSmallStatement
    line: cst.SimpleStatementLine | cst.BaseCompoundStatement
    position: int
    guarded: bool
    """True when it stands in the body of `if __name__ == "__main__":`."""


def module_parts(program: Program) -> list[Part]:
    """Every statement of the module in order; a closing `if __name__ == "__main__":` gives the parts of its body."""
    lines: list[tuple[cst.CSTNode, bool]] = [(line, False) for line in program.module.body]
    if lines and is_main_guard(program.module.body[-1]):
        guard = program.module.body[-1]
        others = [part for line, _ in lines[:-1] for part in _small(line) if not _is_definition(part)]
        if not others and isinstance(guard, cst.If) and isinstance(guard.body, cst.IndentedBlock):
            lines[-1:] = [(line, True) for line in guard.body.body]
    parts: list[Part] = []
    for line, guarded in lines:
        assert isinstance(line, (cst.SimpleStatementLine, cst.BaseCompoundStatement))
        parts += [Part(node, line, len(parts) + i, guarded) for i, node in enumerate(_small(line))]
    return parts


def is_main_guard(node: cst.CSTNode) -> bool:
    """True for `if __name__ == "__main__":` without an else."""
    return m.matches(node, _GUARD)


def bound_by(node: cst.CSTNode) -> set[str]:
    """Module-level names that running the statement may bind."""
    captures = m.MatchAs() | m.MatchStar() | m.MatchMapping()
    found = names_bound(node)
    for capture in m.findall(node, captures):
        name = getattr(capture, "rest", None) or getattr(capture, "name", None)
        if isinstance(name, cst.Name):
            found.add(name.value)
    return found


def mentioned(node: cst.CSTNode) -> set[str]:
    """Every identifier in the statement that could mean a variable."""
    return names_read(node) | bound_by(node)


def module_names_used(program: Program, node: cst.CSTNode) -> set[str]:
    """Names in the subtree that mean variables of the module, and those that a function in it declares `global`."""
    found: set[str] = set()
    for name in _variable_names(node):
        bindings = program.scope(name)[name.value]
        # libcst knows no captures of match statements: a name without any binding may be such a one
        if not bindings or any(isinstance(binding.scope, GlobalScope) for binding in bindings):
            found.add(name.value)
    return found | declared_global(node)


def declared_global(node: cst.CSTNode) -> set[str]:
    """Names in the `global` statements of the subtree."""
    return {item.name.value for child in walk(node) if isinstance(child, cst.Global) for item in child.names}


def used_at_definition(node: cst.CSTNode) -> set[str]:
    """Names looked up when a `def` or `class` statement runs: defaults, decorators, annotations, class bodies."""
    if isinstance(node, cst.FunctionDef):
        found = names_read(node.params)
        for part in (*node.decorators, *((node.returns,) if node.returns else ())):
            found |= names_read(part)
        return found - {param.name.value for param in walk(node.params) if isinstance(param, cst.Param)}
    if isinstance(node, cst.ClassDef):
        found = set()
        for child in node.children:
            if not isinstance(child, cst.Name):
                found |= _used_in_class_body(child)
        return found
    return mentioned(node)


def calls_at_definition(program: Program, node: cst.CSTNode) -> bool:
    """True when running a `def` or `class` statement may do more than bind a name (decorators are trusted)."""
    if isinstance(node, cst.FunctionDef):
        return not program.is_pure(node.params)
    if isinstance(node, cst.ClassDef):
        for child in walk(node.body, (cst.FunctionDef,)):
            if isinstance(child, (cst.BaseCompoundStatement, cst.Call)) and not isinstance(child, cst.FunctionDef):
                return True
    return False


@cache
def star_names(module: str) -> frozenset[str] | None:
    """The names that `from module import *` binds; None for a module that is not a well-known one."""
    if module not in _STAR_MODULES:
        return None
    found = importlib.import_module(module)
    return frozenset(getattr(found, "__all__", [name for name in vars(found) if not name.startswith("_")]))


def names_from_elsewhere(program: Program) -> frozenset[str] | None:
    """Names that have a meaning before any statement binds them: builtins and star imports; None when unknowable."""
    found = frozenset(vars(builtins))
    for node in m.findall(program.module, m.ImportFrom(names=m.ImportStar())):
        assert isinstance(node, cst.ImportFrom)
        exported = star_names(dotted(node.module)) if node.module and not node.relative else None
        if exported is None:
            return None
        found |= exported
    return found


def _small(line: cst.CSTNode) -> list[cst.BaseCompoundStatement | cst.BaseSmallStatement]:
    if isinstance(line, cst.SimpleStatementLine):
        return list(line.body)
    assert isinstance(line, cst.BaseCompoundStatement)
    return [line]


def _is_definition(node: cst.CSTNode) -> bool:
    return isinstance(node, (*DEFINITIONS, *IMPORTS)) or m.matches(node, m.Expr(m.SimpleString()))


def _used_in_class_body(node: cst.CSTNode) -> set[str]:
    if isinstance(node, cst.FunctionDef):
        return used_at_definition(node)
    if isinstance(node, cst.Name):
        return {node.value}
    found: set[str] = set()
    for child in node.children:
        found |= _used_in_class_body(child)
    return found


def _variable_names(node: cst.CSTNode) -> Iterator[cst.Name]:
    """Name nodes that could mean a variable: no attribute's name, no keyword's."""
    if isinstance(node, cst.Name):
        yield node
    elif isinstance(node, (cst.Attribute, cst.Arg)):
        yield from _variable_names(node.value)
    else:
        for child in node.children:
            yield from _variable_names(child)
