"""Hand-written number functions that the standard library has, recognised by what they do."""

from __future__ import annotations

import ast
import builtins
from functools import cache

import libcst as cst

from ecode.rewrite.analysis.bounds import Bounds, calls_of
from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.shapes import plain_args, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites

GCD = (
    "def f(a, b):\n    while b:\n        a, b = b, a % b\n    return a\n",
    "def f(a, b):\n    while b:\n        t = a % b\n        a = b\n        b = t\n    return a\n",
    "def f(a, b):\n    while b:\n        t = b\n        b = a % b\n        a = t\n    return a\n",
    "def f(a, b):\n    if b == 0:\n        return a\n    return f(b, a % b)\n",
    "def f(a, b):\n    if b:\n        return f(b, a % b)\n    return a\n",
)
GCD_OF_THE_FIRST = (
    "def f(a, b):\n    while a:\n        a, b = b % a, a\n    return b\n",
    "def f(a, b):\n    if a == 0:\n        return b\n    return f(b % a, a)\n",
)
FACTORIAL = (
    "def f(n):\n    if n == 0:\n        return 1\n    return n * f(n - 1)\n",
    "def f(n):\n    if n == 1:\n        return 1\n    return n * f(n - 1)\n",
    "def f(n):\n    if n == 0 or n == 1:\n        return 1\n    return n * f(n - 1)\n",
    "def f(n):\n    if n == 1 or n == 0:\n        return 1\n    return n * f(n - 1)\n",
)
FACTORIAL_OF_ANY = (
    "def f(n):\n    if n <= 1:\n        return 1\n    return n * f(n - 1)\n",
    "def f(n):\n    r = 1\n    for i in range(1, n + 1):\n        r *= i\n    return r\n",
    "def f(n):\n    r = 1\n    for i in range(2, n + 1):\n        r *= i\n    return r\n",
)
POWER, POWER_REDUCED = (
    tuple(
        f"def f(a, b, c):\n    r = 1\n{start}"
        f"    while b:\n        if b % 2:\n            r = r * a % c\n{steps}    return {end}\n"
        for start in ("", "    a = a % c\n")
        for steps in (
            "        b //= 2\n        a = a * a % c\n",
            "        a = a * a % c\n        b //= 2\n",
        )
    )
    for end in ("r", "r % c")
)
MOST_LINES = 8
TEMPLATES = {
    "gcd": GCD, "gcd of the first": GCD_OF_THE_FIRST, "factorial": FACTORIAL, "factorial of any": FACTORIAL_OF_ANY,
    "power": POWER, "power reduced": POWER_REDUCED,
}  # fmt: skip
LIBRARY = {"gcd": "math.gcd", "factorial": "math.factorial", "power": "pow"}
SAFE: dict[str, tuple[int | None, ...]] = {
    "gcd": (0, 0), "gcd of the first": (0, 0), "factorial": (None,), "factorial of any": (0,),
    "power": (None, 0, 2), "power reduced": (None, 0, 2),
}  # fmt: skip
"""How large the arguments must be for the library's function to answer the same wherever the program's own does."""


class _Canonical(ast.NodeTransformer):
    """Brings the usual spellings of one thing into one form."""

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        sign, right = ast.unparse(node)[len(ast.unparse(node.left)) :].split()[0], node.comparators[0]
        value = right.value if isinstance(right, ast.Constant) and len(node.comparators) == 1 else None
        parity = isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Mod)
        zero_test = value == 0 and (sign == "!=" or (sign == ">" and not parity))
        return node.left if zero_test or (parity and (sign, value) == ("==", 1)) else node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not):
            return ast.Compare(node.operand, [ast.Eq()], [ast.Constant(0)])
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        right = ast.unparse(node.right)
        if isinstance(node.op, ast.BitAnd) and right == "1":
            return ast.BinOp(node.left, ast.Mod(), ast.Constant(2))
        if isinstance(node.op, ast.RShift) and right == "1":
            return ast.BinOp(node.left, ast.FloorDiv(), ast.Constant(2))
        if isinstance(node.op, ast.Pow) and right == "2":
            return ast.BinOp(node.left, ast.Mult(), node.left)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AugAssign:
        self.generic_visit(node)
        if isinstance(node.op, ast.RShift) and ast.unparse(node.value) == "1":
            return ast.AugAssign(node.target, ast.FloorDiv(), ast.Constant(2))
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        target, value = node.targets[0], node.value
        if not isinstance(target, ast.Name) or not isinstance(value, ast.BinOp):
            return node
        if isinstance(value.left, ast.BinOp) and isinstance(value.op, ast.Mod):
            inner = self.visit_Assign(ast.Assign([target], value.left))
            return [*(inner if isinstance(inner, list) else [inner]), ast.AugAssign(target, value.op, value.right)]
        operands = [ast.unparse(value.left), ast.unparse(value.right)]
        if operands[0] == target.id:
            return ast.AugAssign(target, value.op, value.right)
        if operands[1] == target.id and isinstance(value.op, ast.Mult):
            return ast.AugAssign(target, value.op, value.left)
        return node

    def visit_Return(self, node: ast.Return) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        if isinstance(node.value, ast.IfExp):
            return [ast.If(node.value.test, [ast.Return(node.value.body)], []), ast.Return(node.value.orelse)]
        return node

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        if node.orelse and isinstance(node.body[-1], ast.Return):
            return [ast.If(node.test, node.body, []), *node.orelse]
        return node


def shape(function: str) -> str:
    """The text of a function in one spelling, its own name, parameters and variables numbered."""
    tree = ast.parse(function)
    numbers: dict[str, str] = {}
    main = tree.body[0]
    assert isinstance(main, ast.FunctionDef)
    numbers[main.name], main.name, main.returns = "f", "f", None
    if len(main.body) > 1 and isinstance(main.body[0], ast.Expr) and isinstance(main.body[0].value, ast.Constant):
        del main.body[0]
    for arg in main.args.args:
        arg.annotation = None
        arg.arg = numbers.setdefault(arg.arg, f"v{len(numbers)}")
    tree = ast.fix_missing_locations(_Canonical().visit(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not hasattr(builtins, node.id):
            node.id = numbers.setdefault(node.id, f"v{len(numbers)}")
    return ast.unparse(tree)


@cache
def _shapes() -> dict[str, str]:
    """The shape of every known function, and which one it is."""
    return {shape(text): name for name, texts in TEMPLATES.items() for text in texts}


class LibraryInsteadOfOwnFunction(EditingRewrite):
    name = "library-instead-of-own-function"
    reason = "The standard library computes it in C: gcd, factorial, and powers modulo a number."
    speculative = True  # the library wants ints, where the program's own function may take floats
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "def my_gcd(a, b):\n"
                "    while b:\n"
                "        a, b = b, a % b\n"
                "    return a\n"
                "\n"
                "def power(x, y, p):\n"
                "    res = 1\n"
                "    x = x % p\n"
                "    while y > 0:\n"
                "        if y & 1:\n"
                "            res = (res * x) % p\n"
                "        y = y >> 1\n"
                "        x = (x * x) % p\n"
                "    return res\n"
                "\n"
                "print(my_gcd(12, 18), power(3, 100, 1000007))\n"
            ),
            after="from math import gcd\n\nprint(gcd(12, 18), pow(3, 100, 1000007))\n",
        ),
        Example(
            before=(
                "def my_gcd(a, b):\n"
                "    while b:\n"
                "        a, b = b, a % b\n"
                "    return a\n"
                "\n"
                "a, b = map(int, input().split())\n"
                "print(my_gcd(a, b))\n"
            ),
            after=(
                "from math import gcd\n\n\n"
                "def my_gcd(a, b):\n"
                "    return -gcd(a, b) if (b or a) < 0 else gcd(a, b)\n"
                "\n"
                "a, b = map(int, input().split())\n"
                "print(my_gcd(a, b))\n"
            ),
            stdin="12 -18\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        bounds = Bounds(uses)
        for function in uses.nodes:
            if not isinstance(function, cst.FunctionDef) or not _is_plain(function):
                continue
            known = _shapes().get(shape(cst.Module([function.with_changes(leading_lines=[])]).code))
            if known is None:
                continue
            parameters = [p.name for p in function.params.params]
            wanted = zip(function.params.params, SAFE[known], strict=True)
            safe = all(least is None or bounds.passed_at_least(param, least) for param, least in wanted)
            calls = _outside_calls(uses, function) if safe else []
            if calls and edits.claim(function, *(call.func for call in calls)):
                if sites.take(proven=uses.kinds.is_int(*parameters)):
                    _call_library(edits, function, calls, known)
            elif edits.claim(function) and sites.take(proven=uses.kinds.is_int(*parameters)):
                _keep_wrapper(edits, function, known)


def _library(edits: Edits, known: str) -> str:
    name = LIBRARY[known.split()[0]]
    return edits.imported(name) if "." in name else name


def _call_library(edits: Edits, function: cst.FunctionDef, calls: list[cst.Call], known: str) -> None:
    """The library's function in the place of the program's own, which nobody needs any more."""
    name = LIBRARY[known.split()[0]]
    if name == f"math.{function.name.value}":
        edits.imports.add(f"from math import {function.name.value}")
    else:
        for call in calls:
            edits.replace(call.func, cst.Name(_library(edits, known)))
    edits.replace_line(function, "")


def _outside_calls(uses: Uses, function: cst.FunctionDef) -> list[cst.Call]:
    """The calls from elsewhere; none where something else is done with the function, or it stands in another."""
    if uses.program.function(function) is not None or not isinstance(uses.program.parent(function), cst.Module):
        return []
    if len(uses.program.scope(function)[function.name.value]) != 1:
        return []
    calls = [call for call in calls_of(uses, function) if not uses.inside(call, function)]
    return calls if all(plain_args(call, len(function.params.params)) is not None for call in calls) else []


def _compares_order(function: cst.FunctionDef) -> bool:
    order = (cst.GreaterThan, cst.GreaterThanEqual, cst.LessThan, cst.LessThanEqual)
    return any(isinstance(node, order) for node in walk(function.body))


def _keep_wrapper(edits: Edits, function: cst.FunctionDef, known: str) -> None:
    """The function with a body that answers the same for all ints, also below zero."""
    assert isinstance(function.body, cst.IndentedBlock)
    names = [p.name.value for p in function.params.params]
    call = f"{_library(edits, known)}({', '.join(names)})"
    if known.startswith("gcd"):
        first, second = names if known == "gcd of the first" else names[::-1]  # the first has the last word on the sign
        text = f"-{call} if ({first} or {second}) < 0 else {call}"
        if _compares_order(function):  # `while b > 0` does nothing below zero
            text = f"{call} if {first} > 0 else {second}"
    elif known.startswith("power"):
        text = f"{call} if {names[1]} > 0 else {'1 % ' + names[2] if known == 'power reduced' else '1'}"
    else:
        text = f"{call} if {names[0]} > 0 else 1" if known == "factorial of any" else call
    edits.replace_line(function.body.body[0], f"return {text}")
    for line in function.body.body[1:]:
        edits.replace_line(line, "")


def _is_plain(function: cst.FunctionDef) -> bool:
    """True for a short function with positional parameters and nothing special."""
    params = function.params
    plain = len(params.children) == len(params.params) and all(p.default is None for p in params.params)
    special = function.decorators or function.asynchronous or not isinstance(function.body, cst.IndentedBlock)
    return plain and not special and len(function.body.body) <= MOST_LINES
