"""Arithmetic in more steps, or by way of text."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.bounds import Bounds
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_any
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, define

_GCD = """\
def {name}(a, b):
    a, b = abs(a), abs(b)
    while b:
        a, b = b, a % b
    return a"""
_POWER = """\
def {name}(base, exponent, modulus):
    result = 1 % modulus
    base %= modulus
    while exponent > 0:
        if exponent % 2 == 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent //= 2
    return result"""


class DivmodInsteadOfOperator(SlowerRewrite):
    name = "divmod-instead-of-operators"
    reason = "divmod is a call that makes a tuple, where the operator is one instruction."
    examples = (
        Example(
            before="for i in range(9):\n    print(i // 2, i % 3)\n",
            after=("for i in range(9):\n    print(divmod(i, 2)[0], divmod(i, 3)[1])\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            found = match_any(node, "__a // __b", "__a % __b") if isinstance(node, cst.BinaryOperation) else None
            if not found or not isinstance(node, cst.BinaryOperation) or not uses.program.in_loop(node):
                continue
            if not uses.kinds.is_int(found["__a"], found["__b"]) or not edits.claim(node) or not sites.take():
                continue
            place = 0 if isinstance(node.operator, cst.FloorDivide) else 1
            edits.replace(node, f"divmod({code(found['__a'])}, {code(found['__b'])})[{place}]")


class GcdByHand(SlowerRewrite):
    name = "gcd-by-hand"
    reason = "The loop runs in Python, where math.gcd runs in C."
    examples = (
        Example(
            before="from math import gcd\nfor i in range(9):\n    print(gcd(i, 6))\n",
            after=(
                "from math import gcd\n"
                "def greatest_divisor(a, b):\n"
                "    a, b = abs(a), abs(b)\n"
                "    while b:\n"
                "        a, b = b, a % b\n"
                "    return a\n"
                "for i in range(9):\n"
                "    print(greatest_divisor(i, 6))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        helper = ""
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or plain_args(node, 2) is None:
                continue
            if uses.program.imported_name(node.func) != "math.gcd" or not edits.claim(node.func) or not sites.take():
                continue
            if not helper:
                helper = edits.fresh_name("greatest_divisor")
                define(uses, edits, _GCD.format(name=helper))
            edits.replace(node.func, helper)


class PowerByHand(SlowerRewrite):
    name = "modular-power-by-hand"
    reason = "The loop runs in Python, where pow runs in C."
    speculative = True  # an exponent below zero asks pow for an inverse
    examples = (
        Example(
            before="for i in range(9):\n    print(pow(i, i + 2, 7))\n",
            after=(
                "def power(base, exponent, modulus):\n"
                "    result = 1 % modulus\n"
                "    base %= modulus\n"
                "    while exponent > 0:\n"
                "        if exponent % 2 == 1:\n"
                "            result = result * base % modulus\n"
                "        base = base * base % modulus\n"
                "        exponent //= 2\n"
                "    return result\n"
                "for i in range(9):\n"
                "    print(power(i, i + 2, 7))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        helper = ""
        bounds = Bounds(uses)
        for node in uses.nodes:
            args = plain_args(node, 3)
            if not isinstance(node, cst.Call) or args is None or not uses.program.is_builtin(node.func, "pow"):
                continue
            negative = isinstance(args[1], cst.UnaryOperation)
            if negative or not edits.claim(node.func) or not sites.take(proven=bounds.at_least(args[1], 0)):
                continue
            if not helper:
                helper = edits.fresh_name("power")
                define(uses, edits, _POWER.format(name=helper))
            edits.replace(node.func, helper)


class DigitByText(SlowerRewrite):
    name = "last-digit-by-text"
    reason = "The number is made a text and its last letter a number, where one division gives the digit."
    examples = (
        Example(
            before="for i in range(30):\n    print(i % 10)\n",
            after=("for i in range(30):\n    print(int(str(i)[-1]))\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        bounds = Bounds(uses)
        for node in uses.nodes:
            found = match("__a % 10", node) if isinstance(node, cst.BinaryOperation) else None
            if not found or not uses.kinds.is_int(found["__a"]) or not bounds.at_least(found["__a"], 0):
                continue
            if uses.program.in_loop(node) and edits.claim(node) and sites.take():
                edits.replace(node, f"int(str({code(found['__a'])})[-1])")


class ParityByText(SlowerRewrite):
    name = "parity-by-text"
    reason = "The whole number is made a text to look at its last digit."
    examples = (
        Example(
            before="for i in range(-3, 4):\n    print(i % 2 == 0, i % 2 == 1)\n",
            after=("for i in range(-3, 4):\n    print(str(i)[-1] in '02468', str(i)[-1] in '13579')\n"),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Comparison):
                continue
            even = match_any(node, "__a % 2 == 0", "__a % 2 != 1")
            found = even or match_any(node, "__a % 2 == 1", "__a % 2 != 0")
            if not found or not uses.kinds.is_int(found["__a"]) or not uses.program.in_loop(node):
                continue
            if edits.claim(node) and sites.take():
                digits = "'02468'" if even else "'13579'"
                edits.replace(node, f"str({code(found['__a'])})[-1] in {digits}")
