"""The kinds of expressions, given those of the names in them."""

from __future__ import annotations

from abc import ABC, abstractmethod

import libcst as cst

from ecode.rewrite.analysis.kind import (
    BOOL,
    FLOAT,
    INT,
    STR,
    UNKNOWN,
    Kind,
    binary,
    iterator_of,
    join,
    list_of,
)
from ecode.rewrite.analysis.shapes import words
from ecode.rewrite.program import Program

INT_CALLS = words("int len ord round hash math.gcd math.isqrt math.floor math.ceil math.factorial math.comb")
STR_CALLS = words("str chr bin hex oct format repr input")
STR_METHODS = words("strip rstrip lstrip join upper lower replace readline read format zfill ljust rjust")
INT_METHODS = words("count index find rfind bit_length")
CONTAINER_CALLS = {
    "dict": "dict", "set": "set", "frozenset": "set", "collections.deque": "deque", "collections.Counter": "dict",
    "collections.defaultdict": "dict", "collections.OrderedDict": "dict",
}  # fmt: skip


class ExpressionKinds(ABC):
    """Works out the kinds of expressions from those of literals, operators and well-known calls."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @abstractmethod
    def _of_name(self, node: cst.Name) -> Kind: ...

    @abstractmethod
    def _of_own_function(self, func: cst.Name) -> Kind: ...

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
