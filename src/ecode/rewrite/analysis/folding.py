"""Putting constants in the place of names, and working out what follows: sums, conditions, dead branches."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence

import libcst as cst

from ecode.rewrite.analysis.shapes import children, code, parenthesized

LARGEST = 10**18
ARITHMETIC: dict[type[cst.BaseBinaryOp], Callable[[int, int], int]] = {
    cst.Add: operator.add, cst.Subtract: operator.sub, cst.Multiply: operator.mul, cst.FloorDivide: operator.floordiv,
    cst.Modulo: operator.mod, cst.BitAnd: operator.and_, cst.BitOr: operator.or_, cst.BitXor: operator.xor,
}  # fmt: skip
COMPARISONS: dict[type[cst.BaseCompOp], Callable[[int, int], bool]] = {
    cst.Equal: operator.eq, cst.NotEqual: operator.ne, cst.LessThan: operator.lt, cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt, cst.GreaterThanEqual: operator.ge,
}  # fmt: skip
OPPOSITES: dict[type[cst.BaseCompOp], cst.BaseCompOp] = {
    cst.Equal: cst.NotEqual(), cst.NotEqual: cst.Equal(), cst.LessThan: cst.GreaterThanEqual(),
    cst.LessThanEqual: cst.GreaterThan(), cst.GreaterThan: cst.LessThanEqual(), cst.GreaterThanEqual: cst.LessThan(),
    cst.In: cst.NotIn(), cst.NotIn: cst.In(), cst.Is: cst.IsNot(), cst.IsNot: cst.Is(),
}  # fmt: skip


def int_value(node: cst.CSTNode | None) -> int | None:
    """The value of an integer literal, signed or not; None for anything else."""
    if isinstance(node, cst.Integer):
        return int(node.value, 0)
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        inner = int_value(node.expression)
        return None if inner is None else -inner
    return None


def integer(value: int) -> cst.BaseExpression:
    """The expression for an int."""
    if value >= 0:
        return cst.Integer(str(value))
    return cst.UnaryOperation(operator=cst.Minus(), expression=cst.Integer(str(-value)))


def truth(node: cst.CSTNode) -> bool | None:
    """Whether a constant condition holds; None where it is not constant."""
    if isinstance(node, cst.Name) and node.value in {"True", "False", "None"}:
        return node.value == "True"
    value = int_value(node)
    return None if value is None else bool(value)


def within(old: cst.BaseExpression, new: cst.BaseExpression) -> cst.BaseExpression:
    """`new` in the parentheses that `old` stood in: they may be what separates it from a keyword."""
    return new if new.lpar or not old.lpar else new.with_changes(lpar=old.lpar, rpar=old.rpar)


def as_condition(test: cst.BaseExpression) -> cst.BaseExpression:
    """The test, of which only the truth matters, without constant parts (`x and True`, `x or 0`)."""
    if not isinstance(test, cst.BooleanOperation):
        return test
    left, right = as_condition(test.left), as_condition(test.right)
    is_or = isinstance(test.operator, cst.Or)
    for known, other in ((truth(left), right), (truth(right), left)):
        if known is not None:
            return within(test, cst.Name(str(known)) if known == is_or else other)
    return test.with_changes(left=left, right=right)


def negated(test: cst.BaseExpression) -> cst.BaseExpression:
    """`not test`, with the `not` worked into a comparison where there is one."""
    if isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
        return within(test, test.expression)
    if isinstance(test, cst.Comparison) and len(test.comparisons) == 1:
        target = test.comparisons[0]
        opposite = OPPOSITES.get(type(target.operator))
        if opposite is not None:
            return test.with_changes(comparisons=[target.with_changes(operator=opposite)])
    inner = test.with_changes(lpar=[], rpar=[])
    inner = inner if isinstance(test, cst.Comparison) else parenthesized(inner)
    return within(test, cst.UnaryOperation(operator=cst.Not(), expression=inner))


class Substituter(cst.CSTTransformer):
    """Puts `values` in the place of names and folds what becomes constant. The names must not be rebound inside."""

    def __init__(self, values: Mapping[str, cst.BaseExpression]) -> None:
        self.values = values
        self._elifs: set[int] = set()

    def visit_Attribute_attr(self, node: cst.Attribute) -> None:
        """Attributes are no names; see `leave_Attribute`."""

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        return within(updated_node, self.values.get(original_node.value, updated_node))

    def leave_Index(self, original_node: cst.Index, updated_node: cst.Index) -> cst.Index:
        return updated_node.with_changes(value=_bare(updated_node.value))

    def leave_UnaryOperation(
        self, original_node: cst.UnaryOperation, updated_node: cst.UnaryOperation
    ) -> cst.BaseExpression:
        if isinstance(updated_node.operator, cst.Not):
            known = truth(as_condition(updated_node.expression))
            return updated_node if known is None else within(updated_node, cst.Name(str(not known)))
        value = int_value(updated_node)
        return updated_node if value is None else _folded(updated_node, value)

    def leave_BinaryOperation(
        self, original_node: cst.BinaryOperation, updated_node: cst.BinaryOperation
    ) -> cst.BaseExpression:
        updated_node = updated_node.with_changes(left=_bare(updated_node.left), right=_bare(updated_node.right))
        left, right = int_value(updated_node.left), int_value(updated_node.right)
        changed = updated_node.left is not original_node.left or updated_node.right is not original_node.right
        kind = type(updated_node.operator)
        if left is not None and right is not None and kind in ARITHMETIC:
            if right == 0 and kind in (cst.FloorDivide, cst.Modulo):
                return updated_node
            value = ARITHMETIC[kind](left, right)
            return _folded(updated_node, value) if abs(value) <= LARGEST else updated_node
        return _without_neutral(updated_node, left, right) if changed else updated_node

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword, value=_bare(updated_node.value))

    def leave_Comparison(self, original_node: cst.Comparison, updated_node: cst.Comparison) -> cst.BaseExpression:
        left, known = int_value(updated_node.left), True
        for target in updated_node.comparisons:
            right = int_value(target.comparator)
            compare = COMPARISONS.get(type(target.operator))
            if left is None or right is None or compare is None:
                return updated_node
            known, left = known and compare(left, right), right
        return within(updated_node, cst.Name(str(known)))

    def leave_BooleanOperation(
        self, original_node: cst.BooleanOperation, updated_node: cst.BooleanOperation
    ) -> cst.BaseExpression:
        known = truth(updated_node.left)
        if known is None:
            return updated_node
        decided = known == isinstance(updated_node.operator, cst.Or)
        return within(updated_node, updated_node.left if decided else updated_node.right)

    def leave_IfExp(self, original_node: cst.IfExp, updated_node: cst.IfExp) -> cst.BaseExpression:
        known = truth(updated_node.test)
        if known is None:
            return updated_node
        chosen = updated_node.body if known else updated_node.orelse
        return parenthesized(chosen) if updated_node.lpar else chosen

    # -- statements --------------------------------------------------------------------------------------------
    def visit_If(self, node: cst.If) -> None:
        if isinstance(node.orelse, cst.If):
            self._elifs.add(id(node.orelse))

    def leave_If(
        self, original_node: cst.If, updated_node: cst.If
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel:
        if id(original_node) in self._elifs:
            return updated_node
        kept = _pruned(updated_node)
        if kept is None:
            return cst.RemoveFromParent()
        if isinstance(kept, cst.If):
            return kept
        return cst.FlattenSentinel(block(kept.body))

    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        if updated_node.body or not original_node.body:
            return updated_node
        return updated_node.with_changes(body=[cst.parse_statement("pass")])


def block(suite: cst.BaseSuite) -> list[cst.BaseStatement]:
    """The statements of a suite; those of `if x: a; b` as one line."""
    if isinstance(suite, cst.SimpleStatementSuite):
        return [cst.SimpleStatementLine(body=suite.body)]
    assert isinstance(suite, cst.IndentedBlock)
    return [s for s in suite.body if code(s).strip() != "pass"]


def _bare(node: cst.BaseExpression) -> cst.BaseExpression:
    """An int without parentheses (a negative one keeps them as an operand: see `_folded`)."""
    return node.with_changes(lpar=[], rpar=[]) if isinstance(node, cst.Integer) else node


def _folded(node: cst.BaseExpression, value: int) -> cst.BaseExpression:
    """An int in the place of `node`."""
    return within(node, integer(value))


def _without_neutral(node: cst.BinaryOperation, left: int | None, right: int | None) -> cst.BaseExpression:
    """`x` for `x + 0`, `x - 0`, `1 * x`, ...; `x - 1` for `x + -1`; otherwise `node`."""
    adds, subtracts = isinstance(node.operator, cst.Add), isinstance(node.operator, cst.Subtract)
    multiplies = isinstance(node.operator, cst.Multiply)
    if (right == 0 and (adds or subtracts)) or (right == 1 and multiplies):
        return within(node, node.left)
    if (left == 0 and adds) or (left == 1 and multiplies):
        return within(node, node.right)
    if right is not None and right < 0 and (adds or subtracts):
        opposite = cst.Subtract() if adds else cst.Add()
        return node.with_changes(operator=opposite, right=cst.Integer(str(-right)))
    return node


def _pruned(node: cst.If | cst.Else | None) -> cst.If | cst.Else | None:
    """An if chain without the branches that never run, and without the tests that always hold."""
    if not isinstance(node, cst.If):
        return node
    test, rest = as_condition(node.test), _pruned(node.orelse)
    known = truth(test)
    if known is None:
        return node.with_changes(test=test, orelse=rest)
    if known:
        return cst.Else(body=node.body)
    return rest


def statement_count(statements: Sequence[cst.CSTNode]) -> int:
    """How many statements there are, nested ones included."""
    kinds = (cst.SimpleStatementLine, cst.BaseCompoundStatement)
    return sum(isinstance(s, kinds) + statement_count(children(s)) for s in statements)
