"""What kind of value an expression has (int, float, str, list of int, ...), as far as the text of the program tells.

Flow-insensitive: a name has one kind, the join of everything bound to it. UNKNOWN is always a possible answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import libcst as cst
from libcst.metadata import Assignment

from ecode.rewrite.analysis.expression_kinds import ExpressionKinds
from ecode.rewrite.analysis.kind import BOOL, NOTHING, STR, UNKNOWN, Kind, binary, join, put
from ecode.rewrite.program import Program


class Kinds(ExpressionKinds):
    """Answers `of(expression)` for one program; keeps what it found."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._names: dict[tuple[int, str], Kind] = {}
        self._running: set[tuple[int, str]] = set()

    def _of_own_function(self, func: cst.Name) -> Kind:
        found = self.program.assignments(func)
        if len(found) != 1:
            return UNKNOWN
        node = found[0].node
        if isinstance(node, cst.FunctionDef):
            return self._guarded(node, "()", lambda: self._returned(node))
        value = self.program.parent(self.program.parent(node) or node)
        if isinstance(value, cst.Assign) and isinstance(value.value, cst.Lambda):
            lambda_node = value.value
            return self._guarded(lambda_node, "()", lambda: self.of(lambda_node.body))
        if isinstance(value, cst.Assign) and isinstance(value.value, cst.Attribute):
            return STR if value.value.attr.value == "readline" else UNKNOWN
        return UNKNOWN

    def _returned(self, node: cst.FunctionDef) -> Kind:
        returns = _Returns()
        node.body.visit(returns)
        if returns.yields or not returns.values:
            return UNKNOWN
        return join(*(self.of(value) if value else UNKNOWN for value in returns.values))

    # -- names -------------------------------------------------------------------------------------------------
    def _of_name(self, node: cst.Name) -> Kind:
        if node.value in {"True", "False"}:
            return BOOL
        found = self.program.assignments(node)
        if not found:
            return UNKNOWN
        return self._guarded(found[0].node, node.value, lambda: self._bound(found))

    def _guarded(self, node: cst.CSTNode, name: str, answer: Callable[[], Kind]) -> Kind:
        """Remember answers; a question asked while it is being answered adds nothing to the join."""
        key = (id(node), name)
        if key in self._names:
            return self._names[key]
        if key in self._running:
            return NOTHING
        outermost = not self._running
        self._running.add(key)
        try:
            kind = answer()
        finally:
            self._running.discard(key)
        kind = UNKNOWN if kind == NOTHING and outermost else kind
        if outermost:
            self._names[key] = kind
        return kind

    def _bound(self, found: list[Assignment]) -> Kind:
        kind = join(*(self._binding(a.node) for a in found))
        references = [access.node for a in found for access in a.references]
        return self._grown(kind, references)

    def _grown(self, kind: Kind, references: Sequence[cst.CSTNode]) -> Kind:
        """The kind of a list that elements are stored into or appended to after it was made."""
        if kind.name != "list":
            return kind
        for node in references:
            depth, current = 0, node
            while True:
                parent = self.program.parent(current)
                if isinstance(parent, cst.Subscript) and parent.value is current:
                    depth, current = depth + 1, parent
                    continue
                break
            kind = self._stored(kind, depth, current, parent)
        return kind

    def _stored(self, kind: Kind, depth: int, current: cst.CSTNode, parent: cst.CSTNode | None) -> Kind:
        program = self.program
        if isinstance(parent, cst.Attribute) and parent.value is current:
            call = program.parent(parent)
            if isinstance(call, cst.Call) and call.func is parent and parent.attr.value in {"append", "insert"}:
                return put(kind, depth + 1, self.of(call.args[-1].value)) if call.args else kind
            if isinstance(call, cst.Call) and call.func is parent and parent.attr.value == "extend":
                return put(kind, depth + 1, self.of(call.args[0].value).element()) if call.args else kind
        if depth and isinstance(parent, cst.AssignTarget) and isinstance(current, cst.Subscript):
            assign = program.parent(parent)
            if isinstance(current.slice[0].slice, cst.Slice):
                return kind
            return put(kind, depth, self.of(assign.value)) if isinstance(assign, cst.Assign) else kind
        if depth and isinstance(parent, cst.AugAssign) and parent.target is current:
            operator = type(parent.operator).__name__.removesuffix("Assign")
            return put(kind, depth, binary(operator, NOTHING, self.of(parent.value), False))
        return kind

    def _binding(self, target: cst.CSTNode) -> Kind:
        """The kind that one binding gives to the name `target`."""
        path: list[int] = []
        child, parent = target, self.program.parent(target)
        while isinstance(parent, (cst.Tuple, cst.List, cst.Element)):
            if isinstance(parent, (cst.Tuple, cst.List)):
                path.insert(0, next(i for i, e in enumerate(parent.elements) if e is child))
            child, parent = parent, self.program.parent(parent)
        return self._unpacked(self._source(child, parent), path)

    def _source(self, child: cst.CSTNode, parent: cst.CSTNode | None) -> Kind:
        if isinstance(parent, cst.AssignTarget):
            assign = self.program.parent(parent)
            return self.of(assign.value) if isinstance(assign, cst.Assign) else UNKNOWN
        if isinstance(parent, cst.AugAssign):
            operator = type(parent.operator).__name__.removesuffix("Assign")
            return binary(operator, NOTHING, self.of(parent.value), isinstance(parent.value, cst.Integer))
        if isinstance(parent, (cst.For, cst.CompFor)):
            return self.of(parent.iter).element()
        if isinstance(parent, cst.NamedExpr):
            return self.of(parent.value)
        if isinstance(parent, cst.Param) or isinstance(child, cst.Param):
            param = parent if isinstance(parent, cst.Param) else child
            assert isinstance(param, cst.Param)
            return self._argument(param)
        return UNKNOWN

    @staticmethod
    def _unpacked(kind: Kind, path: list[int]) -> Kind:
        for place in path:
            if kind == NOTHING:
                return NOTHING
            if kind.name == "tuple":
                kind = kind.items[place] if place < len(kind.items) else UNKNOWN
            else:
                kind = kind.element()
        return kind

    def _argument(self, param: cst.Param) -> Kind:
        """What the calls of a function bind to one of its plain parameters."""
        parameters = self.program.parent(param)
        function = self.program.parent(parameters) if parameters else None
        if not isinstance(function, cst.FunctionDef) or not isinstance(parameters, cst.Parameters):
            return UNKNOWN
        found = [a for a in self.program.scope(function)[function.name.value] if isinstance(a, Assignment)]
        place = next((i for i, p in enumerate(parameters.params) if p is param), None)
        if len(found) != 1 or place is None:
            return UNKNOWN
        kinds = [self.of(param.default)] if param.default else []
        for access in found[0].references:
            call = self.program.parent(access.node)
            if not isinstance(call, cst.Call) or call.func is not access.node:
                return UNKNOWN
            if any(a.star or a.keyword for a in call.args):
                return UNKNOWN
            if place < len(call.args):
                kinds.append(self.of(call.args[place].value))
        return join(*kinds) if kinds else UNKNOWN


class _Returns(cst.CSTVisitor):
    """The values of a function's own return statements."""

    def __init__(self) -> None:
        self.values: list[cst.BaseExpression | None] = []
        self.yields = False

    def visit_Return(self, node: cst.Return) -> None:
        self.values.append(node.value)

    def visit_Yield(self, node: cst.Yield) -> None:
        self.yields = True

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False
