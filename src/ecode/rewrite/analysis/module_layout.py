"""Decide which statements of a script stay at module level when the rest moves into a function, and what they share."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.module_parts import (
    DEFINITIONS,
    IMPORTS,
    Part,
    bound_by,
    calls_at_definition,
    declared_global,
    mentioned,
    module_names_used,
    module_parts,
    names_from_elsewhere,
    used_at_definition,
)
from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.program import Program

_FRESH_CONTAINERS = frozenset(
    ["collections.defaultdict", "collections.deque", "collections.Counter", "collections.OrderedDict"]
)


class CannotMove(Exception):
    """The script's statements cannot be moved into a function without a risk to their meaning."""


class Layout:
    """What stays (imports, functions, classes, constants they use), what moves, and the names that both use."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.parts = module_parts(program)
        elsewhere = names_from_elsewhere(program)
        if elsewhere is None or program.looks_up_names_by_text:
            raise CannotMove
        self._elsewhere = elsewhere
        self._binders: dict[str, list[Part]] = {}
        for part in self.parts:
            for name in bound_by(part.node):
                self._binders.setdefault(name, []).append(part)
        self._set_by_functions = {n for p in self.parts for n in self._bound_as_global(p.node)}
        self._immutable: set[str] = set()
        self._staying = {p.position for p in self.parts if self._is_candidate(p)}
        self._settle()
        self.shared = self._shared_names()
        self._refuse_what_a_function_cannot_hold()

    @property
    def stays(self) -> list[Part]:
        return [p for p in self.parts if p.position in self._staying]

    @property
    def moves(self) -> list[Part]:
        return [p for p in self.parts if p.position not in self._staying]

    # -- what may stay -----------------------------------------------------------------------------------------
    def _is_candidate(self, part: Part) -> bool:
        """True for what is a definition by its looks and can run before everything that moves."""
        if part.guarded:
            return False
        if part.position == 0 and m.matches(part.node, m.Expr(m.SimpleString())):
            return True
        if isinstance(part.node, IMPORTS) or self._only_imports(part.node):
            return self._can_run_first(part, imports=True)
        if isinstance(part.node, DEFINITIONS):
            return not calls_at_definition(self.program, part.node) and self._can_run_first(part)
        return False

    def _can_run_first(self, part: Part, *, imports: bool = False) -> bool:
        """True when nothing before `part` gives its names another meaning, and nothing else binds them."""
        if m.matches(part.node, m.ImportFrom(names=m.ImportStar())):
            before = self.parts[: part.position]
            return all(isinstance(p.node, (*IMPORTS, *DEFINITIONS)) or p.position == 0 for p in before)
        for name in bound_by(part.node):
            others = [p for p in self._binders[name] if p is not part]
            if name in self._set_by_functions or any(not (imports and isinstance(p.node, IMPORTS)) for p in others):
                return False
            if name in self._elsewhere and any(name in mentioned(p.node) for p in self.parts[: part.position]):
                return False
        return True

    def _only_imports(self, node: cst.CSTNode) -> bool:
        """True for `try: import a / except ImportError: pass` and the like."""
        if not isinstance(node, (cst.Try, cst.If)) or not any(isinstance(n, IMPORTS) for n in walk(node)):
            return False
        lines = [n for n in walk(node) if isinstance(n, (cst.BaseSmallStatement, cst.BaseCompoundStatement))]
        if not all(isinstance(n, (*IMPORTS, cst.Pass, cst.Try, cst.If)) for n in lines):
            return False
        return all(self.program.is_pure(n.test) for n in lines if isinstance(n, cst.If))

    def _settle(self) -> None:
        """Let constants stay that functions need; let definitions move that need moved names when they run."""
        changed = True
        while changed:
            changed = False
            moved = {name for part in self.moves for name in bound_by(part.node)}
            for part in self.stays:
                needed = module_names_used(self.program, part.node) & moved
                for name in sorted(needed):
                    constant = self._constant(name)
                    if constant is not None:
                        self._staying.add(constant.position)
                        changed = True
                        moved.discard(name)
                if isinstance(part.node, DEFINITIONS) and used_at_definition(part.node) & moved:
                    self._staying.discard(part.position)
                    changed = True
                    break

    def _constant(self, name: str) -> Part | None:
        """The one statement `name = value` that binds the name, where it can as well run before all that moves."""
        binders = self._binders.get(name, [])
        if len(binders) != 1 or name in self._set_by_functions or binders[0].guarded:
            return None
        node = binders[0].node
        if (
            not isinstance(node, cst.Assign)
            or len(node.targets) != 1
            or not isinstance(node.targets[0].target, cst.Name)
        ):
            return None
        if name in self._elsewhere and any(name in mentioned(p.node) for p in self.parts[: binders[0].position]):
            return None
        if not self._is_constant(node.value) or not self._depends_on_staying(binders[0]):
            return None
        if isinstance(node.value, (cst.Integer, cst.Float, cst.SimpleString, cst.BinaryOperation, cst.UnaryOperation)):
            self._immutable.add(name)
        return binders[0]

    def _depends_on_staying(self, part: Part) -> bool:
        """True when the names that the statement looks up are bound by what stays, above it."""
        assert isinstance(part.node, cst.Assign)
        names = {n.value for n in walk(part.node.value, (cst.Lambda,)) if isinstance(n, cst.Name)}
        if isinstance(part.node.value, cst.Lambda):
            names = set()
        binders = [binder for name in names for binder in self._binders.get(name, [])]
        return all(b.position in self._staying and b.position < part.position for b in binders)

    def _is_constant(self, value: cst.CSTNode) -> bool:
        """True when evaluating the value earlier gives the same: literals, fresh containers, functions of modules."""
        program = self.program
        if isinstance(value, (cst.Integer, cst.Float, cst.SimpleString, cst.Lambda)):
            return True
        if isinstance(value, cst.Attribute):
            return self._is_module_attribute(value)
        if isinstance(value, cst.Name):
            return value.value in self._immutable or program.is_builtin(value) or bool(program.imported_name(value))
        if isinstance(value, cst.Call):
            known = program.is_builtin(value.func, "float", "int", "list", "dict", "set", "range", "tuple", "pow")
            known = known or program.imported_name(value.func) in _FRESH_CONTAINERS
            return known and all(arg.star == "" and self._is_constant(arg.value) for arg in value.args)
        if isinstance(value, (cst.BinaryOperation, cst.UnaryOperation, cst.Tuple, cst.List, cst.Dict, cst.Set)):
            return all(self._is_constant(part) for part in walk_operands(value))
        return False

    def _is_module_attribute(self, value: cst.Attribute) -> bool:
        """True for `sys.stdin.readline` and the like, where the program assigns to no attribute of a module."""
        assigned = m.findall(self.program.module, m.AssignTarget(m.Attribute()) | m.Element(m.Attribute()))
        root: cst.BaseExpression = value
        while isinstance(root, cst.Attribute):
            root = root.value
        from_stdin = self.program.imported_name(root) in ("sys.stdin", "sys.stdout")
        return not assigned and (from_stdin or self.program.imported_module(root) is not None)

    # -- what both sides use -----------------------------------------------------------------------------------
    def _shared_names(self) -> set[str]:
        """Names that the moved statements bind and that must stay variables of the module."""
        moved = {name for part in self.moves for name in bound_by(part.node)}
        shared = {name for part in self.parts for name in declared_global(part.node)}
        for part in self.stays:
            shared |= module_names_used(self.program, part.node) | bound_by(part.node)
        return (shared | {n for n in moved & self._elsewhere if not self._bound_first(n)}) & moved

    def _bound_first(self, name: str) -> bool:
        """True when a plain statement binds the name before anything mentions it, and nothing deletes it."""
        if any(name in bound_by(d) for d in m.findall(self.program.module, m.Del())):
            return False
        for part in self.parts:
            if name not in mentioned(part.node):
                continue
            if isinstance(part.node, (*DEFINITIONS, *IMPORTS)):
                return name in bound_by(part.node) and part.position not in self._staying
            if not isinstance(part.node, cst.Assign):
                return False
            return name not in mentioned(part.node.value)
        return False

    def _bound_as_global(self, node: cst.CSTNode) -> set[str]:
        """Names that functions in the statement bind through a `global` statement."""
        found: set[str] = set()
        for function in (n for n in walk(node) if isinstance(n, cst.FunctionDef)):
            found |= declared_global(function.body) & bound_by(function.body)
        return found

    def _refuse_what_a_function_cannot_hold(self) -> None:
        refused = (cst.ClassDef, cst.Global, cst.Nonlocal)
        for part in self.moves:
            nodes = list(walk(part.node, (cst.FunctionDef, cst.Lambda)))
            if isinstance(part.node, cst.FunctionDef):
                nodes = [n for n in walk(part.node) if not isinstance(n, (cst.Global, cst.Nonlocal))]
            if any(isinstance(n, refused) or m.matches(n, m.ImportFrom(names=m.ImportStar())) for n in nodes):
                raise CannotMove
            if any(isinstance(n, cst.AnnAssign) and bound_by(n) & self.shared for n in nodes):
                raise CannotMove
            if m.matches(part.node, m.ImportFrom(module=m.Name("__future__"))):
                raise CannotMove


def walk_operands(value: cst.CSTNode) -> list[cst.BaseExpression]:
    """The expressions directly inside an operation or a display."""
    found: list[cst.BaseExpression] = []
    for child in value.children:
        if isinstance(child, cst.BaseExpression):
            found.append(child)
        elif isinstance(child, (cst.Element, cst.DictElement)):
            found += [c for c in child.children if isinstance(c, cst.BaseExpression)]
        elif isinstance(child, (cst.StarredElement, cst.StarredDictElement)):
            found.append(cst.NamedExpr(cst.Name("_"), cst.Integer("0")))
    return found
