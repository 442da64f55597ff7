"""What kind of value an expression has (int, float, str, list of int, ...), as far as the text of the program tells.

Flow-insensitive: a name has one kind, the join of everything bound to it. UNKNOWN is always a possible answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import libcst as cst
from libcst.metadata import Assignment

from ecode.rewrite.kind import (
    BOOL,
    FLOAT,
    INT,
    NOTHING,
    STR,
    UNKNOWN,
    Kind,
    binary,
    iterator_of,
    join,
    list_of,
    put,
)
from ecode.rewrite.program import Program
from ecode.rewrite.shapes import words

INT_CALLS = words("int len ord round hash math.gcd math.isqrt math.floor math.ceil math.factorial math.comb")
STR_CALLS = words("str chr bin hex oct format repr input")
STR_METHODS = words("strip rstrip lstrip join upper lower replace readline read format zfill ljust rjust")
INT_METHODS = words("count index find rfind bit_length")
CONTAINER_CALLS = {
    "dict": "dict", "set": "set", "frozenset": "set", "collections.deque": "deque", "collections.Counter": "dict",
    "collections.defaultdict": "dict", "collections.OrderedDict": "dict",
}  # fmt: skip


class Kinds:
    """Answers `of(expression)` for one program; keeps what it found."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._names: dict[tuple[int, str], Kind] = {}
        self._running: set[tuple[int, str]] = set()

    def is_int(self, *nodes: cst.BaseExpression) -> bool:
        """True when every one of the expressions is surely an int (or a bool)."""
        return all(self.of(node) in (INT, BOOL) for node in nodes)

    def of(self, node: cst.CSTNode) -> Kind:
        """The kind of the expression `node`, a node of the program's own tree."""
        method = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        return method(node) if method else UNKNOWN

    # -- literals and displays ---------------------------------------------------------------------------------
    def _of_integer(self, node: cst.Integer) -> Kind:
        return INT

    def _of_float(self, node: cst.Float) -> Kind:
        return FLOAT

    def _of_simplestring(self, node: cst.SimpleString) -> Kind:
        return UNKNOWN if "b" in node.prefix.lower() else STR

    def _of_formattedstring(self, node: cst.FormattedString) -> Kind:
        return STR

    def _of_list(self, node: cst.List) -> Kind:
        return list_of(
            join(*(UNKNOWN if isinstance(e, cst.StarredElement) else self.of(e.value) for e in node.elements))
        )

    def _of_tuple(self, node: cst.Tuple) -> Kind:
        if any(isinstance(e, cst.StarredElement) for e in node.elements):
            return UNKNOWN
        return Kind("tuple", tuple(self.of(e.value) for e in node.elements))

    def _of_dict(self, node: cst.Dict) -> Kind:
        return Kind("dict")

    def _of_dictcomp(self, node: cst.DictComp) -> Kind:
        return Kind("dict")

    def _of_set(self, node: cst.Set) -> Kind:
        return Kind("set")

    def _of_setcomp(self, node: cst.SetComp) -> Kind:
        return Kind("set")

    def _of_listcomp(self, node: cst.ListComp) -> Kind:
        return list_of(self.of(node.elt))

    def _of_generatorexp(self, node: cst.GeneratorExp) -> Kind:
        return iterator_of(self.of(node.elt))

    # -- operators ---------------------------------------------------------------------------------------------
    def _of_comparison(self, node: cst.Comparison) -> Kind:
        return BOOL

    def _of_booleanoperation(self, node: cst.BooleanOperation) -> Kind:
        return join(self.of(node.left), self.of(node.right))

    def _of_ifexp(self, node: cst.IfExp) -> Kind:
        return join(self.of(node.body), self.of(node.orelse))

    def _of_namedexpr(self, node: cst.NamedExpr) -> Kind:
        return self.of(node.value)

    def _of_unaryoperation(self, node: cst.UnaryOperation) -> Kind:
        if isinstance(node.operator, cst.Not):
            return BOOL
        kind = self.of(node.expression)
        return INT if kind == BOOL else kind if kind in (INT, FLOAT) else UNKNOWN

    def _of_binaryoperation(self, node: cst.BinaryOperation) -> Kind:
        literal = isinstance(node.right, cst.Integer)
        return binary(type(node.operator).__name__, self.of(node.left), self.of(node.right), literal)

    # -- calls and subscripts ----------------------------------------------------------------------------------
    def _of_call(self, node: cst.Call) -> Kind:
        func, args = node.func, [a.value for a in node.args]
        if any(a.star for a in node.args):
            args = []
        name = self._callee(func)
        if name in STR_CALLS or name in INT_CALLS:
            return STR if name in STR_CALLS else INT if name != "round" or len(args) == 1 else FLOAT
        if name in CONTAINER_CALLS:
            return Kind(CONTAINER_CALLS[name])
        if name == "float" or name.startswith(("math.sqrt", "math.log")):
            return FLOAT
        if name and args:
            return self._of_builtin(name, args)
        if isinstance(func, cst.Attribute):
            return self._of_method(func)
        if isinstance(func, cst.Name) and not name:
            return self._of_own_function(func)
        return UNKNOWN

    def _callee(self, func: cst.BaseExpression) -> str:
        if self.program.is_builtin(func) and isinstance(func, cst.Name):
            return func.value
        return self.program.imported_name(func) or ""

    def _of_builtin(self, name: str, args: list[cst.BaseExpression]) -> Kind:
        first = self.of(args[0])
        if name in {"list", "sorted"}:
            return list_of(first.element())
        if name in {"reversed", "iter"}:
            return iterator_of(first.element())
        if name == "range":
            return iterator_of(INT)
        if name == "map":
            names = {"int": INT, "str": STR, "float": FLOAT, "ord": INT, "len": INT, "list": list_of(UNKNOWN)}
            return iterator_of(names.get(self._callee(args[0]), UNKNOWN))
        if name == "enumerate":
            return iterator_of(Kind("tuple", (INT, first.element())))
        if name == "zip":
            return iterator_of(Kind("tuple", tuple(self.of(a).element() for a in args)))
        if name in {"min", "max"}:
            return first.element() if len(args) == 1 else join(*map(self.of, args))
        if name == "sum":
            return INT if first.element() in (INT, BOOL) else UNKNOWN
        if name == "abs":
            return INT if first == BOOL else first
        if name == "divmod" and self.is_int(*args):
            return Kind("tuple", (INT, INT))
        return INT if name == "pow" and self.is_int(*args) and len(args) == 3 else UNKNOWN

    def _of_method(self, func: cst.Attribute) -> Kind:
        method = func.attr.value
        if method == "split":
            return list_of(STR)
        if method == "copy":
            return self.of(func.value)
        if method in {"pop", "popleft"}:
            return self.of(func.value).element()
        return STR if method in STR_METHODS else INT if method in INT_METHODS else UNKNOWN

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

    def _of_subscript(self, node: cst.Subscript) -> Kind:
        kind = self.of(node.value)
        if len(node.slice) != 1:
            return UNKNOWN
        index = node.slice[0].slice
        if isinstance(index, cst.Slice):
            return kind if kind.name in {"list", "str"} else UNKNOWN
        if kind.name == "tuple" and isinstance(index, cst.Index) and isinstance(index.value, cst.Integer):
            place = int(index.value.value, 0)
            return kind.items[place] if place < len(kind.items) else UNKNOWN
        return kind.element() if kind.name in {"list", "str", "tuple", "nothing"} else UNKNOWN

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
