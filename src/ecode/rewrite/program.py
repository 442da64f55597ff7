"""A parsed program with the facts that rewrites ask for: scopes, parents, loops, purity, fresh names, imports."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Iterator
from functools import cached_property

import libcst as cst
import libcst.matchers as m
from libcst.metadata import (
    Assignment,
    BuiltinAssignment,
    ExpressionContext,
    ExpressionContextProvider,
    FunctionScope,
    GlobalScope,
    MetadataWrapper,
    ParentNodeProvider,
    Scope,
    ScopeProvider,
)

from ecode.syntax.strict import is_too_deep

PURE_BUILTINS = frozenset(
    {
        "abs",
        "all",
        "any",
        "bin",
        "bool",
        "chr",
        "complex",
        "dict",
        "divmod",
        "enumerate",
        "float",
        "format",
        "frozenset",
    }
    | {
        "hex",
        "int",
        "isinstance",
        "len",
        "list",
        "max",
        "min",
        "oct",
        "ord",
        "pow",
        "range",
        "repr",
        "reversed",
        "round",
    }
    | {"set", "slice", "sorted", "str", "sum", "tuple", "zip"}
)
"""Builtins that neither print nor read nor change their arguments (given ordinary ints, strings and containers)."""

LOOPS = (cst.For, cst.While)
COMPREHENSIONS = (cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp)


class Program:
    """One parsed source. `module` is the tree that all metadata is about: visit it, never a copy of it."""

    def __init__(self, module: cst.Module) -> None:
        self.wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
        self.module = self.wrapper.module

    @classmethod
    def parse(cls, source: str) -> Program:
        """Parse `source`; raises `libcst.ParserSyntaxError`, and `RecursionError` where it is nested so deeply that
        Python's own parser gives up: libcst's would end the process."""
        if is_too_deep(source):
            raise RecursionError("the program is nested too deeply")
        return cls(cst.MetadataWrapper(cst.parse_module(source)).module)

    # -- metadata ----------------------------------------------------------------------------------------------
    @cached_property
    def _scopes(self) -> dict[cst.CSTNode, Scope | None]:
        return dict(self.wrapper.resolve(ScopeProvider))

    @cached_property
    def _parents(self) -> dict[cst.CSTNode, cst.CSTNode]:
        return dict(self.wrapper.resolve(ParentNodeProvider))

    @cached_property
    def _contexts(self) -> dict[cst.CSTNode, ExpressionContext | None]:
        return dict(self.wrapper.resolve(ExpressionContextProvider))

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        return self._parents.get(node)

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """Parents from the nearest outwards."""
        current = self._parents.get(node)
        while current is not None:
            yield current
            current = self._parents.get(current)

    def scope(self, node: cst.CSTNode) -> Scope:
        """The scope that `node` is evaluated in (that of the nearest ancestor that has one)."""
        for candidate in (node, *self.ancestors(node)):
            scope = self._scopes.get(candidate)
            if scope is not None:
                return scope
        return self.global_scope

    @cached_property
    def global_scope(self) -> GlobalScope:
        scope = next(s for s in self._scopes.values() if s is not None)
        return scope.globals

    # -- where a node stands -----------------------------------------------------------------------------------
    def function(self, node: cst.CSTNode) -> cst.FunctionDef | cst.Lambda | None:
        """The nearest enclosing function or lambda; None at module level."""
        for ancestor in self.ancestors(node):
            if isinstance(ancestor, (cst.FunctionDef, cst.Lambda)):
                return ancestor
        return None

    def loops(self, node: cst.CSTNode) -> list[cst.For | cst.While]:
        """The loop statements around `node` in its own function, innermost first; a loop's header counts as outside."""
        found: list[cst.For | cst.While] = []
        child: cst.CSTNode = node
        for ancestor in self.ancestors(node):
            if isinstance(ancestor, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
                break
            if isinstance(ancestor, cst.For) and child is ancestor.body:
                found.append(ancestor)
            if isinstance(ancestor, cst.While) and child is not ancestor.orelse:
                found.append(ancestor)
            child = ancestor
        return found

    def in_loop(self, node: cst.CSTNode) -> bool:
        """True inside a loop statement's body or a comprehension of the same function."""
        if self.loops(node):
            return True
        for ancestor in self.ancestors(node):
            if isinstance(ancestor, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
                return False
            if isinstance(ancestor, COMPREHENSIONS):
                return True
        return False

    # -- names -------------------------------------------------------------------------------------------------
    def is_builtin(self, node: cst.CSTNode, *names: str) -> bool:
        """True when `node` is a Name that means the builtin of that name (and is one of `names`, if given)."""
        if not isinstance(node, cst.Name) or (names and node.value not in names):
            return False
        if not hasattr(builtins, node.value):
            return False
        found = self.scope(node)[node.value]
        return all(isinstance(assignment, BuiltinAssignment) for assignment in found) and not self.uses_star_import

    def is_builtin_call(self, node: cst.CSTNode, *names: str) -> bool:
        return isinstance(node, cst.Call) and self.is_builtin(node.func, *names)

    @cached_property
    def uses_star_import(self) -> bool:
        """True when some name may come from `from module import *` of a module that shadows builtins (math: pow)."""
        stars = m.findall(self.module, m.ImportFrom(names=m.ImportStar()))
        harmless = {"collections", "itertools", "heapq", "bisect", "functools", "string", "sys", "typing", "random"}
        return any(
            not (isinstance(s, cst.ImportFrom) and isinstance(s.module, cst.Name) and s.module.value in harmless)
            for s in stars
        )

    def assignments(self, node: cst.Name) -> list[Assignment]:
        """All bindings that this name may refer to (imports included, builtins not)."""
        found = self.scope(node)[node.value]
        return [a for a in found if isinstance(a, Assignment)]

    def is_local(self, node: cst.Name) -> bool:
        """True when the name is a fast local of the function it stands in."""
        scope = self.scope(node)
        return isinstance(scope, FunctionScope) and node.value in {a.name for a in scope.assignments}

    def imported_module(self, node: cst.BaseExpression) -> str | None:
        """`"math"` for a Name bound by `import math [as m]` and by nothing else; None otherwise."""
        if not isinstance(node, cst.Name):
            return None
        found = self.assignments(node)
        if len(found) != 1 or not isinstance(found[0].node, cst.Import):
            return None
        for alias in found[0].node.names:
            bound = alias.asname.name.value if alias.asname and isinstance(alias.asname.name, cst.Name) else None
            if (bound or alias.evaluated_name) == node.value:
                return alias.evaluated_name
        return None

    def imported_name(self, node: cst.BaseExpression) -> str | None:
        """`"math.gcd"` for `gcd` after `from math import gcd`, and for `math.gcd` after `import math`."""
        if isinstance(node, cst.Attribute):
            module = self.imported_module(node.value)
            return f"{module}.{node.attr.value}" if module else None
        if not isinstance(node, cst.Name):
            return None
        found = self.assignments(node)
        if len(found) != 1 or not isinstance(found[0].node, cst.ImportFrom):
            return None
        statement = found[0].node
        if statement.module is None or statement.relative or isinstance(statement.names, cst.ImportStar):
            return None
        for alias in statement.names:
            bound = alias.asname.name.value if alias.asname and isinstance(alias.asname.name, cst.Name) else None
            if (bound or alias.evaluated_name) == node.value:
                return f"{dotted(statement.module)}.{alias.evaluated_name}"
        return None

    @cached_property
    def all_names(self) -> frozenset[str]:
        """Every identifier in the source: what a fresh name must not collide with."""
        return frozenset(n.value for n in m.findall(self.module, m.Name()) if isinstance(n, cst.Name))

    def fresh_name(self, base: str, taken: frozenset[str] = frozenset()) -> str:
        """`base`, or `base_2`, `base_3`, ... : a name that stands nowhere in the program nor in `taken`."""
        used = self.all_names | taken
        if base not in used and not keyword.iskeyword(base) and not hasattr(builtins, base):
            return base
        number = 2
        while f"{base}_{number}" in used:
            number += 1
        return f"{base}_{number}"

    @cached_property
    def looks_up_names_by_text(self) -> bool:
        """True when it can reach names by text (exec, eval of more than input, globals(), locals(), vars())."""
        for call in m.findall(self.module, m.Call(func=m.Name())):
            if not isinstance(call, cst.Call):
                continue
            if self.is_builtin(call.func, "exec", "globals", "locals", "vars", "__import__"):
                return True
            argument = call.args[0].value if call.args else call
            if self.is_builtin(call.func, "eval") and not m.matches(argument, m.Call()):
                return True
        return False

    # -- effects -----------------------------------------------------------------------------------------------
    def is_pure(self, node: cst.CSTNode) -> bool:
        """True when evaluating the expression has no side effect (it may raise, and may depend on mutable state)."""
        if isinstance(node, (cst.Await, cst.Yield, cst.NamedExpr, cst.Lambda)):
            return False
        if isinstance(node, cst.Call):
            imported = self.imported_name(node.func) or ""
            if not self.is_builtin(node.func, *PURE_BUILTINS) and not imported.startswith("math."):
                return False
        return all(self.is_pure(child) for child in node.children)


def dotted(node: cst.BaseExpression) -> str:
    """`"os.path"` for the expression `os.path`; "" for anything that is not names and dots."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        head = dotted(node.value)
        return f"{head}.{node.attr.value}" if head else ""
    return ""


def names_read(node: cst.CSTNode) -> set[str]:
    """Every identifier in the subtree that is not an attribute's name or a keyword argument's (bound ones included)."""
    found: set[str] = set()

    def walk(current: cst.CSTNode) -> None:
        if isinstance(current, cst.Name):
            found.add(current.value)
        elif isinstance(current, (cst.Attribute, cst.Arg)):
            walk(current.value)
        else:
            for child in current.children:
                walk(child)

    walk(node)
    return found


def names_bound(node: cst.CSTNode) -> set[str]:
    """Names that the subtree may rebind in its own scope (assignments, loops, with, imports, def, del, walrus)."""
    found: set[str] = set()

    def bind(target: cst.CSTNode) -> None:
        if isinstance(target, cst.Name):
            found.add(target.value)
        elif isinstance(target, (cst.Tuple, cst.List)):
            for element in target.elements:
                bind(element.value)
        elif isinstance(target, cst.StarredElement):
            bind(target.value)

    def walk(current: cst.CSTNode) -> None:
        if isinstance(current, (cst.AssignTarget, cst.AugAssign, cst.AnnAssign, cst.For, cst.NamedExpr)):
            bind(current.target)
        elif isinstance(current, cst.AsName):
            bind(current.name)
        elif isinstance(current, cst.ImportAlias) and current.asname is None:
            found.add(current.evaluated_name.partition(".")[0])
        elif isinstance(current, cst.Del):
            bind(current.target)
        elif isinstance(current, (cst.FunctionDef, cst.ClassDef)):
            found.add(current.name.value)
            return
        elif isinstance(current, cst.Lambda):
            return
        for child in current.children:
            walk(child)

    walk(node)
    return found


def add_import(module: cst.Module, line: str) -> cst.Module:
    """Put `line` (say `from collections import deque`) behind the imports that the module begins with.

    Does nothing where exactly this import already stands among them.
    """
    statement = cst.parse_statement(line, config=module.config_for_parsing)
    end = imports_end(module)
    if any(_code(module, existing).strip() == line for existing in module.body[:end]):
        return module
    return insert_line(module, end if line.startswith("from ") else _plain_imports_end(module, end), statement)


def _plain_imports_end(module: cst.Module, end: int) -> int:
    """Behind the last `import x` among the first lines; where there is none, before the first `from x import y`."""
    plain = [i for i in range(end) if m.matches(module.body[i], m.SimpleStatementLine(body=[m.Import()]))]
    if plain:
        return plain[-1] + 1
    future = m.SimpleStatementLine(body=[m.ImportFrom(module=m.Name("__future__"))])
    other = m.SimpleStatementLine(body=[m.ImportFrom()])
    return next((i for i in range(end) if m.matches(module.body[i], other & ~future)), end)


def imports_end(module: cst.Module) -> int:
    """Where the imports end that the module begins with (after a docstring, with nothing else among them)."""
    imports = m.SimpleStatementLine(body=[m.AtLeastN(m.Import() | m.ImportFrom(), n=1)])
    for index, existing in enumerate(module.body):
        docstring = index == 0 and m.matches(existing, m.SimpleStatementLine(body=[m.Expr(m.SimpleString())]))
        if not docstring and not m.matches(existing, imports):
            return index
    return len(module.body)


def insert_line(
    module: cst.Module, position: int, statement: cst.SimpleStatementLine | cst.BaseCompoundStatement
) -> cst.Module:
    """Put a statement there; a function or class behind it keeps its distance of two blank lines."""
    rest = [spaced(line, 2) if index == 0 else line for index, line in enumerate(module.body[position:])]
    return module.with_changes(body=[*module.body[:position], statement, *rest])


def spaced(statement: cst.BaseStatement, lines: int) -> cst.BaseStatement:
    """A function or class with at least so many blank lines above it (and above its comments); others as they are."""
    if not isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
        return statement
    leading = list(statement.leading_lines)
    blank = next((i for i, line in enumerate(leading) if line.comment is not None), len(leading))
    return statement.with_changes(leading_lines=[cst.EmptyLine(indent=False)] * (lines - blank) + leading)


def _code(module: cst.Module, node: cst.CSTNode) -> str:
    return module.code_for_node(node)
