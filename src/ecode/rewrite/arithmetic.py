"""Integer arithmetic instead of floats, powers and conversions."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.conditions import is_simple
from ecode.rewrite.folding import int_value
from ecode.rewrite.kind import BOOL, FLOAT, INT, STR, UNKNOWN
from ecode.rewrite.kinds import Kinds
from ecode.rewrite.program import Program, add_import
from ecode.rewrite.shapes import bare, code, operand, plain_args


def _wrapped(program: Program, original: cst.BaseExpression, text: str) -> cst.BaseExpression:
    """The expression `text` in the place of `original`, in parentheses unless it stands alone there."""
    alone = isinstance(program.parent(original), (cst.Assign, cst.AugAssign, cst.Return, cst.Arg, cst.Index, cst.Expr))
    return cst.parse_expression(text if alone else f"({text})")


class FloorDivisionInsteadOfInt(Rewrite):
    name = "floor-division-instead-of-int"
    reason = "Floor division of ints stays with ints: no float, no call, and exact for large numbers."
    speculative = True
    examples = (
        Example(
            before="n = int(input())\nwhile n > 1:\n    n = int(n / 2)\n    print(n)\n",
            after="n = int(input())\nwhile n > 1:\n    n = n // 2\n    print(n)\n",
            stdin="37\n",
        ),
        Example(
            before=(
                "import math\na, b = map(int, input().split())\nprint(math.floor(a / b) + 1, math.ceil(a / b) * 2, int(a // b))\n"
            ),
            after="import math\na, b = map(int, input().split())\nprint((a // b) + 1, (-(-a // b)) * 2, a // b)\n",
            stdin="17 5\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

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
                if not true_division and not (rounds == "floor" and isinstance(old.operator, cst.FloorDivide)):
                    return updated_node
                fits = {INT, BOOL} if rounds == "ceil" else {INT, BOOL, UNKNOWN}
                if not {kinds.of(old.left), kinds.of(old.right)} <= fits or not sites.take():
                    return updated_node
                left, right = _factor(division.left), operand(_without_int(program, kinds, division.right))
                if rounds == "ceil":
                    return _wrapped(program, original_node, f"-(-{operand(division.left)} // {right})")
                return _wrapped(program, original_node, f"{left} // {right}")

        return program.module.visit(Transformer())


def _rounding(program: Program, call: cst.Call) -> str:
    """ "floor" or "ceil", the way a call rounds its argument ("floor" for int too: right for what is not negative)."""
    if program.is_builtin(call.func, "int"):
        return "floor"
    return {"math.floor": "floor", "math.ceil": "ceil"}.get(program.imported_name(call.func) or "", "")


def _factor(node: cst.BaseExpression) -> str:
    """The text of the left operand of a division: products need no parentheses."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, (cst.Multiply, cst.FloorDivide)):
        return code(node)
    return operand(node)


def _without_int(program: Program, kinds: Kinds, node: cst.BaseExpression) -> cst.BaseExpression:
    return node


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
                result = new[0] if text is None else plain_args(new[0], 1)[0]  # type: ignore[index]
                alone = isinstance(program.parent(original_node), (cst.Assign, cst.Arg, cst.Return, cst.Index))
                return (
                    result
                    if alone
                    else _wrapped(program, original_node, bare(result))
                    if not is_simple(result) and not isinstance(result, (cst.Call, cst.Subscript))
                    else result
                )

        return program.module.visit(Transformer())


def int_text(program: Program, kinds: Kinds, node: cst.BaseExpression) -> cst.BaseExpression | None:
    """`n` for `str(n)` with an int n: what `int(str(n))` comes back to."""
    args = plain_args(node, 1)
    if args is None or not program.is_builtin_call(node, "str"):
        return None
    return args[0] if kinds.of(args[0]) == INT else None


class ProductInsteadOfSmallPower(Rewrite):
    name = "product-instead-of-small-power"
    reason = "Multiplying a number by itself skips the general power function."
    examples = (
        Example(
            before="for x in map(int, input().split()):\n    print(x ** 2, pow(x, 2) + 1)\n",
            after="for x in map(int, input().split()):\n    print(x * x, (x * x) + 1)\n",
            stdin="3 -4\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        def product(
            original: cst.BaseExpression,
            base: cst.BaseExpression,
            exponent: cst.BaseExpression,
            updated: cst.BaseExpression,
        ) -> cst.BaseExpression:
            power = int_value(exponent)
            if not isinstance(base, cst.Name) or power not in (2, 3) or not sites.take():
                return updated
            return _wrapped(program, original, " * ".join([base.value] * power))

        class Transformer(cst.CSTTransformer):
            def leave_BinaryOperation(
                self, original_node: cst.BinaryOperation, updated_node: cst.BinaryOperation
            ) -> cst.BaseExpression:
                if not isinstance(original_node.operator, cst.Power):
                    return updated_node
                return product(original_node, original_node.left, original_node.right, updated_node)

            def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
                args = plain_args(original_node, 2)
                if args is None or not program.is_builtin_call(original_node, "pow"):
                    return updated_node
                return product(original_node, args[0], args[1], updated_node)

        return program.module.visit(Transformer())


class SignByParity(Rewrite):
    name = "sign-by-parity"
    reason = "The sign of a power of -1 is the parity of the exponent; no power needs computing."
    examples = (
        Example(
            before="n = int(input())\ns = 0\nfor i in range(n):\n    s += pow(-1, i) * i\n    s -= (-1) ** (i + 1)\nprint(s)\n",
            after=(
                "n = int(input())\n"
                "s = 0\n"
                "for i in range(n):\n"
                "    s += (-1 if i & 1 else 1) * i\n"
                "    s -= -1 if (i + 1) & 1 else 1\n"
                "print(s)\n"
            ),
            stdin="6\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

        def sign(
            original: cst.BaseExpression,
            base: cst.BaseExpression,
            exponent: cst.BaseExpression,
            updated: cst.BaseExpression,
        ) -> cst.BaseExpression:
            if (
                int_value(base) != -1
                or not kinds.is_int(exponent)
                or int_value(exponent) is not None
                or not sites.take()
            ):
                return updated
            return _wrapped(program, original, f"-1 if {operand(exponent)} & 1 else 1")

        class Transformer(cst.CSTTransformer):
            def leave_BinaryOperation(
                self, original_node: cst.BinaryOperation, updated_node: cst.BinaryOperation
            ) -> cst.BaseExpression:
                power = isinstance(original_node.operator, cst.Power) and original_node.left.lpar
                return (
                    sign(original_node, original_node.left, original_node.right, updated_node)
                    if power
                    else updated_node
                )

            def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
                args = plain_args(original_node, 2)
                if args is None or not program.is_builtin_call(original_node, "pow"):
                    return updated_node
                return sign(original_node, args[0], args[1], updated_node)

        return program.module.visit(Transformer())


class ShiftInsteadOfPowerOfTwo(Rewrite):
    name = "shift-instead-of-power-of-two"
    reason = "A power of two is a shifted bit; the general power function is several times slower."
    speculative = True
    examples = (
        Example(
            before="n = int(input())\nd = 0\nwhile 2 ** d < n:\n    d += 1\nprint(d, 2 ** (d + 1) - 1)\n",
            after="n = int(input())\nd = 0\nwhile (1 << d) < n:\n    d += 1\nprint(d, (1 << (d + 1)) - 1)\n",
            stdin="100\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

        class Transformer(cst.CSTTransformer):
            def leave_BinaryOperation(
                self, original_node: cst.BinaryOperation, updated_node: cst.BinaryOperation
            ) -> cst.BaseExpression:
                base, exponent = original_node.left, original_node.right
                if not isinstance(original_node.operator, cst.Power) or int_value(base) != 2:
                    return updated_node
                if not kinds.is_int(exponent) or int_value(exponent) is not None or not sites.take():
                    return updated_node
                return _wrapped(program, original_node, f"1 << {operand(exponent)}")

        return program.module.visit(Transformer())


class ModularPower(Rewrite):
    name = "modular-power"
    reason = "pow with three arguments reduces at every step, so that the numbers stay small."
    changes_cost_class = True
    examples = (
        Example(
            before="MOD = 998244353\na, b = map(int, input().split())\nprint(pow(a, b) % MOD, (a ** b) % MOD, a ** (b + 1) % MOD)\n",
            after="MOD = 998244353\na, b = map(int, input().split())\nprint(pow(a, b, MOD), pow(a, b, MOD), pow(a, b + 1, MOD))\n",
            stdin="7 90\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

        class Transformer(cst.CSTTransformer):
            def leave_BinaryOperation(
                self, original_node: cst.BinaryOperation, updated_node: cst.BinaryOperation
            ) -> cst.BaseExpression:
                if not isinstance(original_node.operator, cst.Modulo):
                    return updated_node
                power = _power(program, original_node.left)
                if power is None or not all(map(program.is_pure, (*power, original_node.right))):
                    return updated_node
                known = [int_value(part) for part in power]
                small = known[1] is not None and known[1] < 4
                if small or None not in known or not kinds.is_int(*power, original_node.right) or not sites.take():
                    return updated_node
                texts = [bare(part) for part in (*power, original_node.right)]
                return cst.parse_expression(f"pow({', '.join(texts)})")

        return program.module.visit(Transformer())


def _power(program: Program, node: cst.BaseExpression) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """Base and exponent of a power."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Power):
        return node.left, node.right
    args = plain_args(node, 2)
    return (args[0], args[1]) if args and program.is_builtin_call(node, "pow") else None


class IntegerSquareRoot(Rewrite):
    name = "integer-square-root"
    reason = "math.isqrt gives the whole root exactly, without a detour over floats."
    speculative = True
    examples = (
        Example(
            before="n = int(input())\nfor i in range(1, int(n ** 0.5) + 1):\n    if n % i == 0:\n        print(i)\n",
            after="from math import isqrt\nn = int(input())\nfor i in range(1, isqrt(n) + 1):\n    if n % i == 0:\n        print(i)\n",
            stdin="36\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)
        name = "isqrt" if "isqrt" not in program.all_names else ""
        taken = False

        class Transformer(cst.CSTTransformer):
            def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
                nonlocal taken
                args = plain_args(original_node, 1)
                if not name or args is None or not program.is_builtin_call(original_node, "int"):
                    return updated_node
                inner = _rooted(program, args[0])
                if inner is None or not kinds.is_int(inner) or not sites.take():
                    return updated_node
                taken = True
                return cst.parse_expression(f"isqrt({bare(inner)})")

        module = program.module.visit(Transformer())
        return add_import(module, "from math import isqrt") if taken else module


def _rooted(program: Program, node: cst.BaseExpression) -> cst.BaseExpression | None:
    """`n` for `n ** 0.5`, `math.sqrt(n)`, `pow(n, 0.5)` and `math.floor` of them."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Power):
        return node.left if bare(node.right).replace(" ", "") in {"0.5", ".5", "1/2"} else None
    args = plain_args(node, 1)
    if args is None or not isinstance(node, cst.Call):
        return None
    return args[0] if program.imported_name(node.func) == "math.sqrt" else None
