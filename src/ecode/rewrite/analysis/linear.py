"""Sums of terms with whole factors, so that `n - i - 1` and `n - 1 - i` are recognised as the same bound."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass
from functools import cache

import libcst as cst

from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.program import Program


@dataclass(frozen=True, slots=True)
class Linear:
    """`constant` plus factor times term, for each of the `terms` (the text of names, calls, subscripts)."""

    terms: frozenset[tuple[str, int]]
    constant: int

    def __sub__(self, other: Linear) -> Linear:
        factors = Counter(dict(self.terms))
        factors.subtract(dict(other.terms))
        return Linear(frozenset((t, f) for t, f in factors.items() if f), self.constant - other.constant)

    def factor(self, term: str) -> int:
        """How often `term` counts."""
        return dict(self.terms).get(term, 0)

    @property
    def is_constant(self) -> bool:
        return not self.terms


def linear(node: cst.BaseExpression) -> Linear:
    """The expression as a sum; what is neither sum, difference nor a number times a term counts as one term."""
    factors: Counter[str] = Counter()
    constant = _collect(node, 1, factors)
    return Linear(frozenset((t, f) for t, f in factors.items() if f), constant)


def _collect(node: cst.BaseExpression, sign: int, factors: Counter[str]) -> int:
    if isinstance(node, cst.Integer):
        return sign * int(node.value, 0)
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        return _collect(node.expression, -sign, factors)
    if isinstance(node, cst.BinaryOperation):
        if isinstance(node.operator, (cst.Add, cst.Subtract)):
            other = sign if isinstance(node.operator, cst.Add) else -sign
            return _collect(node.left, sign, factors) + _collect(node.right, other, factors)
        if isinstance(node.operator, cst.Multiply):
            for number, rest in ((node.left, node.right), (node.right, node.left)):
                if isinstance(number, cst.Integer):
                    return _collect(rest, sign * int(number.value, 0), factors)
    factors[term_text(node)] += sign
    return 0


def term_text(node: cst.BaseExpression) -> str:
    """The text that names a term, in one layout for all."""
    return _one_layout(code(node.with_changes(lpar=[], rpar=[])))


@cache
def _one_layout(text: str) -> str:
    return ast.unparse(ast.parse(f"({text})", mode="eval"))


def difference(first: cst.BaseExpression, second: cst.BaseExpression) -> int | None:
    """`first - second` where it is one number whatever the terms are; None otherwise."""
    result = linear(first) - linear(second)
    return result.constant if result.is_constant else None


ZERO = cst.Integer("0")


Range = tuple[cst.BaseExpression, cst.BaseExpression]
"""Start and stop."""


def range_bounds(program: Program, iterable: cst.BaseExpression) -> Range | None:
    """Start and stop of `range(stop)`, `range(start, stop)` or `range(start, stop, 1)`; None for anything else."""
    if not isinstance(iterable, cst.Call) or not program.is_builtin_call(iterable, "range"):
        return None
    values = [a.value for a in iterable.args if not a.star and not a.keyword]
    if len(values) != len(iterable.args) or not 1 <= len(values) <= 3:
        return None
    if len(values) == 3 and not (isinstance(values[2], cst.Integer) and values[2].value == "1"):
        return None
    return (ZERO, values[0]) if len(values) == 1 else (values[0], values[1])
