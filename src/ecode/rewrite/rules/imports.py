"""Imports and functions that a program does not use, left out: importing a module takes time, too."""

from __future__ import annotations

import sys
from collections import Counter

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.module_parts import calls_at_definition, star_names
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program, dotted

_NOT_QUIET = frozenset(
    {"this", "antigravity", "readline", "rlcompleter", "__future__", "site", "faulthandler", "idlelib"}
)
_OTHERS = frozenset(
    ["numpy", "scipy", "pandas", "sympy", "networkx", "sortedcontainers", "numba", "bitarray", "gmpy2", "attr"]
)
_COMPOUND = (cst.FunctionDef, cst.ClassDef, cst.If, cst.For, cst.While, cst.Try, cst.With)
_DECORATORS = frozenset({"functools.lru_cache", "functools.cache", "functools.wraps"})


class RemoveUnusedFunction(Rewrite):
    name = "remove-unused-function"
    reason = "A function that nobody calls only keeps the imports alive that it would need."
    examples = (
        Example(
            before=(
                "def shuffled(xs):\n"
                "    import random\n"
                "    random.shuffle(xs)\n"
                "    return xs\n"
                "\n"
                "\n"
                "read = lambda: int(input())\n"
                "print(input())\n"
            ),
            after="print(input())\n",
            stdin="7\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        if program.looks_up_names_by_text:
            return program.module
        unused = _unused_definitions(program)
        gone = [node for node in unused if sites.take()]
        return _without_gap(program.module.visit(_Remover(gone))) if gone else program.module


class RemoveUnusedImport(Rewrite):
    name = "remove-unused-import"
    reason = "An import that the program does not use costs the time to load the module, and heavy ones a lot."
    examples = (
        Example(
            before=(
                "import sys, decimal\nfrom collections import deque, Counter\nfrom math import *\nprint(Counter('a'))\n"
            ),
            after="from collections import Counter\nprint(Counter('a'))\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        if program.looks_up_names_by_text:
            return program.module
        used = _mentions(program)
        gone: list[cst.CSTNode] = []
        shortened: dict[int, cst.CSTNode] = {}
        for line in (n for n in walk(program.module) if isinstance(n, (cst.Import, cst.ImportFrom))):
            if any(isinstance(a, (cst.Try, cst.If, cst.ClassDef)) for a in program.ancestors(line)):
                continue
            if isinstance(line, cst.ImportFrom) and isinstance(line.names, cst.ImportStar):
                if _is_unused_star(line, used) and sites.take():
                    gone.append(line)
                continue
            if not _is_quiet(line):
                continue
            assert not isinstance(line.names, cst.ImportStar)
            taken = [a for a in line.names if _bound_name(a) not in used and _is_quiet(line, a) and sites.take()]
            kept = [a for a in line.names if a not in taken]
            if not kept:
                gone.append(line)
            elif taken:
                kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
                shortened[id(line)] = line.with_changes(names=kept)
        return _without_gap(program.module.visit(_Remover(gone, shortened))) if gone or shortened else program.module


def _without_gap(module: cst.Module) -> cst.Module:
    """The module without the blank lines that parted its first statement from what stood above it."""
    if not module.body or module.header or not isinstance(module.body[0], (cst.SimpleStatementLine, *_COMPOUND)):
        return module
    leading = list(module.body[0].leading_lines)
    while leading and leading[0].comment is None:
        del leading[0]
    return module.with_changes(body=[module.body[0].with_changes(leading_lines=leading), *module.body[1:]])


def _mentions(program: Program, outside: cst.CSTNode | None = None) -> Counter[str]:
    """How often each identifier stands in the program, imports left out (and what `outside` holds)."""
    found: Counter[str] = Counter()

    def collect(node: cst.CSTNode) -> None:
        if node is outside or isinstance(node, (cst.Import, cst.ImportFrom)):
            return
        if isinstance(node, cst.Name):
            found[node.value] += 1
        if isinstance(node, cst.SimpleString):
            # annotations and doctests may name things in text
            found.update(word for word in node.raw_value.split() if word.isidentifier())
        for child in node.children:
            collect(child)

    collect(program.module)
    return found


def _unused_definitions(program: Program) -> list[cst.CSTNode]:
    """Functions, and lambdas with a name, that only they themselves or other unused ones mention."""
    candidates = {name: node for line in program.module.body for name, node in _definition(program, line)}
    counts = {name: _mentions(program, node) for name, node in candidates.items()}
    total = _mentions(program)
    own = {name: total - counts[name] for name in candidates}
    unused: dict[str, cst.CSTNode] = {}
    changed = True
    while changed:
        changed = False
        for name, node in candidates.items():
            if name in unused:
                continue
            elsewhere = counts[name][name] - sum(own[other][name] for other in unused)
            if elsewhere == 0:
                unused[name] = node
                changed = True
    return list(unused.values())


def _definition(program: Program, line: cst.CSTNode) -> list[tuple[str, cst.CSTNode]]:
    """The name and node of a function at module level that can be left out without a trace."""
    if isinstance(line, cst.FunctionDef):
        known = all(_is_known_decorator(program, d.decorator) for d in line.decorators)
        return [(line.name.value, line)] if known and not calls_at_definition(program, line) else []
    if isinstance(line, cst.SimpleStatementLine):
        named = m.Assign(targets=[m.AssignTarget(m.Name())], value=m.Lambda())
        return [(_target(small), small) for small in line.body if m.matches(small, named)]
    return []


def _target(node: cst.CSTNode) -> str:
    assert isinstance(node, cst.Assign)
    assert isinstance(node.targets[0].target, cst.Name)
    return node.targets[0].target.value


def _is_known_decorator(program: Program, node: cst.BaseExpression) -> bool:
    return program.imported_name(node.func if isinstance(node, cst.Call) else node) in _DECORATORS


def _is_unused_star(line: cst.ImportFrom, used: Counter[str]) -> bool:
    names = star_names(dotted(line.module)) if line.module is not None and not line.relative else None
    return names is not None and not any(name in used for name in names)


def _is_quiet(line: cst.Import | cst.ImportFrom, alias: cst.ImportAlias | None = None) -> bool:
    """True when loading the module does nothing that anybody sees."""
    if isinstance(line, cst.ImportFrom):
        if line.module is None or line.relative:
            return False
        modules = [dotted(line.module)]
    elif alias is not None:
        modules = [alias.evaluated_name]
    else:
        return True
    known = {module.partition(".")[0] for module in modules}
    return all(name in _OTHERS or (name in sys.stdlib_module_names and name not in _NOT_QUIET) for name in known)


def _bound_name(alias: cst.ImportAlias) -> str:
    if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
        return alias.asname.name.value
    return alias.evaluated_name.partition(".")[0]


class _Remover(cst.CSTTransformer):
    """Take statements out, and the lines that they leave empty; put shorter imports in the place of others."""

    def __init__(self, gone: list[cst.CSTNode], shortened: dict[int, cst.CSTNode] | None = None) -> None:
        super().__init__()
        self._gone = {id(node) for node in gone}
        self._shortened = shortened or {}

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) not in self._gone and id(node) not in self._shortened

    def on_leave(  # type: ignore[override]  # one method for all node types
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode | cst.RemovalSentinel:
        if id(original_node) in self._gone:
            return cst.RemoveFromParent()
        if id(original_node) in self._shortened:
            return self._shortened[id(original_node)]
        if isinstance(updated_node, cst.SimpleStatementLine):
            if not updated_node.body:
                return cst.RemoveFromParent()
            last_small = updated_node.body[-1].with_changes(semicolon=cst.MaybeSentinel.DEFAULT)
            return updated_node.with_changes(body=[*updated_node.body[:-1], last_small])
        return updated_node
