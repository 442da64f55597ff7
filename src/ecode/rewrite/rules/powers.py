"""Powers worked out the cheap way: products, shifts, parities, modular powers and whole roots."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.folding import int_value, within
from ecode.rewrite.analysis.kinds import Kinds
from ecode.rewrite.analysis.shapes import bare, operand, plain_args
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import Program, add_import
from ecode.rewrite.rules.arithmetic import in_place_of


class ProductInsteadOfSmallPower(Rewrite):
    name = "product-instead-of-small-power"
    reason = "Multiplying a number by itself skips the general power function."
    speculative = True  # of floats, the power rounds once, and fails where the product overflows to infinity
    examples = (
        Example(
            before="for x in map(int, input().split()):\n    print(x ** 2, pow(x, 2) + 1)\n",
            after="for x in map(int, input().split()):\n    print(x * x, (x * x) + 1)\n",
            stdin="3 -4\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

        def product(
            original: cst.BaseExpression,
            base: cst.BaseExpression,
            exponent: cst.BaseExpression,
            updated: cst.BaseExpression,
        ) -> cst.BaseExpression:
            power = int_value(exponent)
            if not isinstance(base, cst.Name) or power not in (2, 3) or not sites.take(proven=kinds.is_int(base)):
                return updated
            return in_place_of(program, original, " * ".join([base.value] * power))

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
    speculative = True  # with a negative exponent the power would be a float
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "s = 0\n"
                "for i in range(n):\n"
                "    s += pow(-1, i) * i\n"
                "    s -= (-1) ** (i + 1)\n"
                "print(s)\n"
            ),
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
            return in_place_of(program, original, f"-1 if {operand(exponent)} & 1 else 1")

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
                return in_place_of(program, original_node, f"1 << {operand(exponent)}")

        return program.module.visit(Transformer())


class ModularPower(Rewrite):
    name = "modular-power"
    reason = "pow with three arguments reduces at every step, so that the numbers stay small."
    speculative = True  # a negative exponent means something else with a modulus
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "MOD = 998244353\n"
                "a, b = map(int, input().split())\n"
                "print(pow(a, b) % MOD, (a ** b) % MOD, a ** (b + 1) % MOD)\n"
            ),
            after=(
                "MOD = 998244353\n"
                "a, b = map(int, input().split())\n"
                "print(pow(a, b, MOD), pow(a, b, MOD), pow(a, b + 1, MOD))\n"
            ),
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
                return within(original_node, cst.parse_expression(f"pow({', '.join(texts)})"))

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
            after=(
                "from math import isqrt\n"
                "n = int(input())\n"
                "for i in range(1, isqrt(n) + 1):\n"
                "    if n % i == 0:\n"
                "        print(i)\n"
            ),
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
                return within(original_node, cst.parse_expression(f"isqrt({bare(inner)})"))

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
