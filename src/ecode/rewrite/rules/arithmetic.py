"""Integer arithmetic instead of floats, powers and conversions."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.bounds import Bounds
from ecode.rewrite.analysis.folding import within
from ecode.rewrite.analysis.kind import BOOL, FLOAT, INT, STR, UNKNOWN
from ecode.rewrite.analysis.kinds import Kinds
from ecode.rewrite.analysis.shapes import bare, code, is_atom, operand, plain_args
from ecode.rewrite.analysis.uses import uses_of
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program


def in_place_of(program: Program, original: cst.BaseExpression, text: str) -> cst.BaseExpression:
    """The expression `text` in the place of `original`, in parentheses unless it stands alone there."""
    alone = isinstance(program.parent(original), (cst.Assign, cst.AugAssign, cst.Return, cst.Arg, cst.Index, cst.Expr))
    return within(original, cst.parse_expression(text if alone else f"({text})"))


class FloorDivisionInsteadOfInt(Rewrite):
    name = "floor-division-instead-of-int"
    reason = "Floor division of ints stays with ints: no float, no call, and exact for large numbers."
    speculative = True  # the float was inexact for large numbers; and what is no int divides into a float
    examples = (
        Example(
            before="n = int(input())\nwhile n > 1:\n    n = int(n / 2)\n    print(n)\n",
            after="n = int(input())\nwhile n > 1:\n    n = n // 2\n    print(n)\n",
            stdin="37\n",
        ),
        Example(
            before=(
                "import math\n"
                "a, b = map(int, input().split())\n"
                "print(math.floor(a / b) + 1, math.ceil(a / b) * 2, int(a // b))\n"
            ),
            after="import math\na, b = map(int, input().split())\nprint((a // b) + 1, (-(-a // b)) * 2, a // b)\n",
            stdin="17 5\n",
        ),
        Example(
            before="n = int(input())\nprint(int(n / 2))\n",
            after="n = int(input())\nprint(n // 2 if n >= 0 else -(-n // 2))\n",
            stdin="-7\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        uses = uses_of(program)
        kinds, bounds = uses.kinds, Bounds(uses)

        class Transformer(cst.CSTTransformer):
            def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
                args, new = plain_args(original_node, 1), plain_args(updated_node, 1)
                rounds = _rounding(program, original_node)
                if not rounds or args is None or new is None:
                    return updated_node
                old, division = args[0], new[0]
                if not isinstance(old, cst.BinaryOperation) or not isinstance(division, cst.BinaryOperation):
                    return updated_node
                true_division = isinstance(old.operator, cst.Divide)
                if not true_division and not (rounds != "ceil" and isinstance(old.operator, cst.FloorDivide)):
                    return updated_node
                fits = {INT, BOOL} if rounds == "ceil" else {INT, BOOL, UNKNOWN}
                if not {kinds.of(old.left), kinds.of(old.right)} <= fits:
                    return updated_node
                # int() rounds towards zero, // downwards: the same from zero on
                signed = rounds == "int" and true_division and not bounds.at_least(old, 0)
                if signed and not (bounds.at_least(old.right, 1) and program.is_pure(old.left)):
                    return updated_node
                if not sites.take(proven=not true_division and kinds.is_int(old.left, old.right)):
                    return updated_node
                left, right = _factor(division.left), operand(division.right)
                if signed:
                    text = operand(division.left)
                    below = bare(division.left) if isinstance(division.left, cst.BinaryOperation) else text
                    choice = f"{left} // {right} if {below} >= 0 else -(-{text} // {right})"
                    return in_place_of(program, original_node, choice)
                if rounds == "ceil":
                    return in_place_of(program, original_node, f"-(-{operand(division.left)} // {right})")
                return in_place_of(program, original_node, f"{left} // {right}")

        return program.module.visit(Transformer())


def _rounding(program: Program, call: cst.Call) -> str:
    """`floor`, `ceil`, or `int` (towards zero), the way a call rounds its argument; empty for any other call."""
    if program.is_builtin(call.func, "int"):
        return "int"
    return {"math.floor": "floor", "math.ceil": "ceil"}.get(program.imported_name(call.func) or "", "")


def _factor(node: cst.BaseExpression) -> str:
    """The text of the left operand of a division: products need no parentheses."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, (cst.Multiply, cst.FloorDivide)):
        return code(node)
    return operand(node)


class DropNeedlessConversion(Rewrite):
    name = "drop-needless-conversion"
    reason = "Converting a value to the type that it already has is a call for nothing."
    examples = (
        Example(
            before="n = int(input())\nfor i in range(int(n)):\n    print(str(str(i)) + ' ')\n",
            after="n = int(input())\nfor i in range(n):\n    print(str(i) + ' ')\n",
            stdin="3\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

        class Transformer(cst.CSTTransformer):
            def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
                args, new = plain_args(original_node, 1), plain_args(updated_node, 1)
                if args is None or new is None or "#" in code(original_node):
                    return updated_node
                if not program.is_builtin(original_node.func, "int", "str", "float"):
                    return updated_node
                wanted = {"int": INT, "str": STR, "float": FLOAT}[code(original_node.func)]
                inner = args[0]
                text = int_text(program, kinds, inner) if wanted == INT else None
                if kinds.of(inner) != wanted and text is None:
                    return updated_node
                if not sites.take():
                    return updated_node
                result = new[0]
                if text is not None:
                    (result,) = plain_args(new[0], 1) or [text]
                if is_atom(result):
                    return within(original_node, result)
                return in_place_of(program, original_node, bare(result))

        return program.module.visit(Transformer())


def int_text(program: Program, kinds: Kinds, node: cst.BaseExpression) -> cst.BaseExpression | None:
    """`n` for `str(n)` with an int n: what `int(str(n))` comes back to."""
    args = plain_args(node, 1)
    if args is None or not program.is_builtin_call(node, "str"):
        return None
    return args[0] if kinds.of(args[0]) == INT else None
