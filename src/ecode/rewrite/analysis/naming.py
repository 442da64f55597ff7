"""Readable names for values that a rewrite puts into a variable."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.shapes import walk
from ecode.rewrite.program import Program

LONGEST = 20
OPERATORS = {
    "Add": "plus", "Subtract": "minus", "Multiply": "times", "FloorDivide": "over", "Divide": "over", "Modulo": "mod",
    "Power": "to_the", "LeftShift": "shifted", "RightShift": "shifted", "BitAnd": "and", "BitOr": "or", "BitXor": "xor",
    "Minus": "minus", "Invert": "not",
}  # fmt: skip


def describing_name(program: Program, node: cst.BaseExpression, taken: set[str]) -> str:
    """A fresh name that spells the expression out: `a_i_plus_1` for `a[i + 1]`; `value` where that gets too long."""
    parts: list[str] = []
    for current in walk(node):
        if isinstance(current, cst.Name):
            parts.append(current.value.strip("_") or "x")
        elif isinstance(current, cst.Integer):
            parts.append(current.value.replace("_", ""))
        elif type(current).__name__ in OPERATORS:
            parts.append(OPERATORS[type(current).__name__])
    text = "_".join(parts)
    if len(text) > LONGEST or not text.isidentifier():
        text = "row" if isinstance(node, cst.Subscript) and len(text) > LONGEST else "value"
    name = program.fresh_name(text, frozenset(taken))
    taken.add(name)
    return name
