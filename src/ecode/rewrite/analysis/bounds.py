"""Which expressions are surely at least some number (0, say), so that what is right from there on may be relied on."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.linear import range_bounds
from ecode.rewrite.analysis.shapes import plain_args, walk
from ecode.rewrite.analysis.uses import Uses, Variable

_NEVER_NEGATIVE = ("len", "abs", "ord")
_LARGEST = 10**6
_MOST_QUESTIONS, _MOST_ASSUMED = 500, 12  # `n = n - 1` would ask for more and more
_MIRRORED: dict[type[cst.BaseCompOp], type[cst.BaseCompOp]] = {
    cst.LessThan: cst.GreaterThan,
    cst.LessThanEqual: cst.GreaterThanEqual,
    cst.GreaterThan: cst.LessThan,
    cst.GreaterThanEqual: cst.LessThanEqual,
}


class Bounds:
    """Lower bounds of int expressions, proven by induction over the bindings of names and from tests around them."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses
        self._assumed: set[tuple[str, cst.CSTNode, int]] = set()
        self._asked = 0

    def at_least(self, node: cst.CSTNode, least: int) -> bool:
        """True when the value, if it is a number at all, is surely `least` or more."""
        self._asked = self._asked + 1 if self._assumed else 0
        if self._asked > _MOST_QUESTIONS or len(self._assumed) > _MOST_ASSUMED:
            return False
        value = int_value(node)
        if value is not None:
            return value >= least
        if isinstance(node, cst.BinaryOperation):
            return self._operation(node, least)
        if isinstance(node, cst.IfExp):
            return self.at_least(node.body, least) and self.at_least(node.orelse, least)
        if isinstance(node, cst.Call):
            return self._call(node, least)
        return isinstance(node, cst.Name) and (self._guarded(node, least) or self._bound(node, least))

    def _operation(self, node: cst.BinaryOperation, least: int) -> bool:
        left, right, known = node.left, node.right, int_value(node.right)
        match node.operator:
            case cst.Add():
                if known is not None:
                    return self.at_least(left, least - known)
                return (self.at_least(left, least) and self.at_least(right, 0)) or (
                    self.at_least(left, 0) and self.at_least(right, least)
                )
            case cst.Subtract():
                return known is not None and self.at_least(left, least + known)
            case cst.Multiply():
                floor = max(least, 0)
                return (self.at_least(left, floor) and self.at_least(right, min(floor, 1))) or (
                    self.at_least(left, min(floor, 1)) and self.at_least(right, floor)
                )
            case cst.Modulo():
                return least <= 0 and self.at_least(right, 0)
            case cst.BitAnd():
                return least <= 0 and (self.at_least(left, 0) or self.at_least(right, 0))
            case cst.FloorDivide() | cst.Divide() | cst.RightShift():
                return least <= 0 and self.at_least(left, 0) and self.at_least(right, 0)
            case cst.Power():
                base = int_value(left)
                if base is not None and known is not None and 0 < base <= _LARGEST and 0 <= known <= 20:
                    return bool(base**known >= least)
                return self.at_least(left, max(least, 0)) and self.at_least(right, min(max(least, 0), 1))
        return False

    def _call(self, node: cst.Call, least: int) -> bool:
        program = self.uses.program
        arguments = [a.value for a in node.args if not a.star and a.keyword is None]
        if len(arguments) != len(node.args) or not arguments:
            return False
        if program.is_builtin_call(node, *_NEVER_NEGATIVE):
            return least <= 0
        if program.is_builtin_call(node, "max") and len(arguments) > 1:
            return any(self.at_least(value, least) for value in arguments)
        if program.is_builtin_call(node, "min") and len(arguments) > 1:
            return all(self.at_least(value, least) for value in arguments)
        if program.is_builtin_call(node, "int"):
            return len(arguments) == 1 and self.at_least(arguments[0], least)
        function = self.uses.facts.resolve(node.func)
        return isinstance(function, cst.FunctionDef) and self._returns(function, least)

    def _returns(self, function: cst.FunctionDef, least: int) -> bool:
        key = (function.name.value, function, least)
        if key in self._assumed:
            return True
        own = walk(function.body, (cst.FunctionDef, cst.Lambda, cst.ClassDef))
        values = [node.value for node in own if isinstance(node, (cst.Return, cst.Yield))]
        self._assumed.add(key)
        try:
            return all(value is not None and self.at_least(value, least) for value in values)
        finally:
            self._assumed.discard(key)

    # -- names: every binding ----------------------------------------------------------------------------------
    def _bound(self, name: cst.Name, least: int) -> bool:
        variable = self.uses.variable(name)
        if variable is None:
            return False
        key = (variable.name, variable.bindings[0], least)
        if key in self._assumed:  # by induction: what is bound rests on earlier values of the same name
            return True
        self._assumed.add(key)
        try:
            return all(self._binding(binding, least) for binding in variable.bindings)
        finally:
            self._assumed.discard(key)

    def _binding(self, target: cst.CSTNode, least: int) -> bool:
        parent = self.uses.program.parent(target)
        if isinstance(target, cst.Param):
            return self.passed_at_least(target, least)
        if isinstance(parent, (cst.For, cst.CompFor)):
            bounds = range_bounds(self.uses.program, parent.iter)
            return bounds is not None and self.at_least(bounds[0], least)
        if isinstance(parent, cst.AssignTarget):
            assign = self.uses.program.parent(parent)
            return isinstance(assign, cst.Assign) and self.at_least(assign.value, least)
        if isinstance(parent, cst.Element):
            value = self._unpacked(target, parent)
            return value is not None and self.at_least(value, least)
        if isinstance(parent, cst.AugAssign):
            match parent.operator:
                case cst.AddAssign():
                    return self.at_least(parent.value, 0)  # the value before is at least so much, by induction
                case cst.MultiplyAssign():
                    return least >= 0 and self.at_least(parent.value, 1)
                case cst.FloorDivideAssign() | cst.RightShiftAssign():
                    return least <= 0 and self.at_least(parent.value, 0)
                case cst.ModuloAssign():
                    return least <= 0 and self.at_least(parent.value, 0)
        return False

    def _unpacked(self, target: cst.CSTNode, element: cst.Element) -> cst.BaseExpression | None:
        """`0` for the target `a` of `a, b = 0, n`."""
        program = self.uses.program
        targets = program.parent(element)
        holder = program.parent(targets) if targets else None
        assign = program.parent(holder) if isinstance(holder, cst.AssignTarget) else None
        if not isinstance(assign, cst.Assign) or not isinstance(targets, (cst.Tuple, cst.List)):
            return None
        values = assign.value
        if not isinstance(values, (cst.Tuple, cst.List)) or len(values.elements) != len(targets.elements):
            return None
        if any(isinstance(e, cst.StarredElement) for e in (*values.elements, *targets.elements)):
            return None
        place = next(i for i, other in enumerate(targets.elements) if other is element)
        return values.elements[place].value

    def passed_at_least(self, param: cst.Param, least: int) -> bool:
        """True when every call passes at least so much; False where the function is used in any other way."""
        program = self.uses.program
        parameters = program.parent(param)
        function = program.parent(parameters) if parameters else None
        if not isinstance(function, cst.FunctionDef) or param.default is not None:
            return False
        calls = calls_of(self.uses, function)
        place = next((i for i, p in enumerate(function.params.params) if p is param), None)
        if not calls or place is None:
            return False
        passed = [plain_args(call, len(function.params.params)) for call in calls]
        return all(values is not None and self.at_least(values[place], least) for values in passed)

    # -- names: tests around them ------------------------------------------------------------------------------
    def _guarded(self, name: cst.Name, least: int) -> bool:
        """True inside `while n > 1:` and the like, as long as nothing in between gives the name another value."""
        variable = self.uses.variable(name)
        if variable is None:
            return False
        child: cst.CSTNode = name
        for ancestor in self.uses.program.ancestors(name):
            if isinstance(ancestor, (cst.FunctionDef, cst.Lambda, cst.ClassDef)):
                return False
            if isinstance(ancestor, (cst.While, cst.If)) and child is ancestor.body:
                says = any(self._test(test, name.value, least) for test in _conjuncts(ancestor.test))
                if says and self._still_holds(variable, name, ancestor):
                    return True
            child = ancestor
        return False

    def _still_holds(self, variable: Variable, name: cst.Name, guard: cst.While | cst.If) -> bool:
        uses = self.uses
        statement = next((a for a in uses.program.ancestors(name) if isinstance(a, cst.BaseSmallStatement)), None)
        inner = [loop for loop in uses.program.loops(name) if loop is not guard and uses.inside(loop, guard)]
        for binding in variable.bindings:
            if uses.program.function(binding) is not uses.program.function(name):
                return False
            if isinstance(uses.program.parent(binding), cst.NamedExpr):
                return False
            if any(uses.inside(binding, loop) for loop in inner):
                return False
            between = uses.position[guard] < uses.position[binding] < uses.position[name]
            if between and not (statement and uses.inside(binding, statement)):
                return False
        return not any(isinstance(n, (cst.Global, cst.Nonlocal)) and _names(n, name.value) for n in uses.nodes)

    def _test(self, test: cst.BaseExpression, name: str, least: int) -> bool:
        if not isinstance(test, cst.Comparison):
            return False
        left = test.left
        for target in test.comparisons:
            sign, right = type(target.operator), target.comparator
            is_right = isinstance(right, cst.Name) and right.value == name and sign in _MIRRORED
            if is_right and self._sign_says(_MIRRORED[sign], left, least):
                return True
            if isinstance(left, cst.Name) and left.value == name and self._sign_says(sign, right, least):
                return True
            left = right
        return False

    def _sign_says(self, sign: type[cst.BaseCompOp], other: cst.BaseExpression, least: int) -> bool:
        if sign is cst.GreaterThan:
            return self.at_least(other, least - 1)
        return sign is cst.GreaterThanEqual and self.at_least(other, least)


def calls_of(uses: Uses, function: cst.FunctionDef) -> list[cst.Call]:
    """Every call of a function of the program; none where its name is bound again or stands for anything else."""
    calls = []
    for node in uses.nodes:
        if not isinstance(node, cst.Name) or node.value != function.name.value or node is function.name:
            continue
        call = uses.program.parent(node)
        if not isinstance(call, cst.Call) or call.func is not node:
            return []
        if len(uses.program.assignments(node)) != 1 or uses.program.assignments(node)[0].node is not function:
            return []
        calls.append(call)
    return calls


def _conjuncts(test: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        yield from _conjuncts(test.left)
        yield from _conjuncts(test.right)
    else:
        yield test


def _names(node: cst.CSTNode, name: str) -> bool:
    return any(isinstance(n, cst.Name) and n.value == name for n in walk(node))
