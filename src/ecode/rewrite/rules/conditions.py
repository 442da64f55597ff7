"""Comparisons in the place of calls, and conditions where they belong."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ecode.rewrite.analysis.folding import block, int_value, negated
from ecode.rewrite.analysis.kind import BOOL, INT, STR
from ecode.rewrite.analysis.kinds import Kinds
from ecode.rewrite.analysis.naming import describing_name
from ecode.rewrite.analysis.shapes import code, operand, plain_args, simple, walk
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import COMPREHENSIONS, Program

Lines = cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]


def is_simple(node: cst.CSTNode) -> bool:
    """True for a name or a number: evaluating it twice costs next to nothing."""
    return isinstance(node, cst.Name) or int_value(node) is not None


def is_hot(program: Program, node: cst.CSTNode) -> bool:
    """True where the code is likely to run often: in a loop or in a function."""
    return program.in_loop(node) or program.function(node) is not None


class ConditionInsteadOfUpdateByMinMax(Rewrite):
    name = "if-instead-of-updating-by-min-max"
    reason = "Comparing and assigning only where something changes is far cheaper than calling min or max each time."
    examples = (
        Example(
            before="best = 0\nfor x in map(int, input().split()):\n    best = max(best, x)\nprint(best)\n",
            after=("best = 0\nfor x in map(int, input().split()):\n    if x > best:\n        best = x\nprint(best)\n"),
            stdin="3 1 4 1 5\n",
        ),
        Example(
            before="low = 10\nfor x in map(int, input().split()):\n    low = min(low, x * x)\nprint(low)\n",
            after=(
                "low = 10\n"
                "for x in map(int, input().split()):\n"
                "    candidate = x * x\n"
                "    if candidate < low:\n"
                "        low = candidate\n"
                "print(low)\n"
            ),
            stdin="3 -1 4 1 5\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        candidate = program.fresh_name("candidate")
        kinds = Kinds(program)

        class Transformer(cst.CSTTransformer):
            def leave_SimpleStatementLine(
                self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
            ) -> Lines:
                found = _update(program, original_node)
                if found is None or not is_hot(program, original_node):
                    return updated_node
                name, value, sign = found
                ordered = all(kinds.of(node) in (INT, BOOL, STR) for node in (value, target_of(original_node)))
                if (len(sign) == 2 and not ordered) or not sites.take():  # nan would not be taken over
                    return updated_node
                text = code(value)
                test = f"if {text if is_simple(value) else candidate} {sign} {name}:\n"
                choice = cst.parse_statement(f"{test}    {name} = {text if is_simple(value) else candidate}\n")
                assert isinstance(choice, cst.If)
                if is_simple(value):
                    return choice.with_changes(leading_lines=updated_node.leading_lines)
                target = cst.AssignTarget(cst.Name(candidate))
                first = updated_node.with_changes(body=[cst.Assign(targets=[target], value=value)])
                return cst.FlattenSentinel([first, choice])

        return program.module.visit(Transformer())


def target_of(line: cst.SimpleStatementLine) -> cst.BaseExpression:
    """The target of the one assignment of a line."""
    assign = simple(line)
    assert isinstance(assign, cst.Assign)
    return assign.targets[0].target


def _update(program: Program, line: cst.SimpleStatementLine) -> tuple[str, cst.BaseExpression, str] | None:
    """`("best", x, ">")` for `best = max(best, x)`."""
    assign = simple(line)
    if not isinstance(assign, cst.Assign) or len(assign.targets) != 1:
        return None
    target, args = assign.targets[0].target, plain_args(assign.value, 2)
    if not isinstance(target, cst.Name) or args is None or not program.is_builtin_call(assign.value, "min", "max"):
        return None
    assert isinstance(assign.value, cst.Call)
    sign = ">" if code(assign.value.func) == "max" else "<"
    is_own = [isinstance(a, cst.Name) and a.value == target.value for a in args]
    if is_own == [True, False] and "\n" not in code(args[1]):
        return target.value, args[1], sign
    if is_own == [False, True] and "\n" not in code(args[0]):
        return target.value, args[0], f"{sign}="
    return None


class ConditionInsteadOfMinMax(Rewrite):
    name = "conditional-instead-of-min-max"
    reason = "A conditional expression compares two values without the cost of a call to min or max."
    examples = (
        Example(
            before=(
                "for _ in range(int(input())):\n    a, b = map(int, input().split())\n    print(min(a, b), max(a, 5))\n"
            ),
            after=(
                "for _ in range(int(input())):\n"
                "    a, b = map(int, input().split())\n"
                "    print(b if b < a else a, 5 if a < 5 else a)\n"
            ),
            stdin="2\n1 2\n9 3\n",
        ),
        Example(
            before=(
                "limit = 3\n"
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for i in range(len(a) - 1):\n"
                "    total += 2 * min(limit, a[i + 1] - a[i])\n"
                "print(total)\n"
            ),
            after=(
                "limit = 3\n"
                "a = list(map(int, input().split()))\n"
                "total = 0\n"
                "for i in range(len(a) - 1):\n"
                "    a_i_plus_1_minus_a_i = a[i + 1] - a[i]\n"
                "    total += 2 * (a_i_plus_1_minus_a_i if a_i_plus_1_minus_a_i < limit else limit)\n"
                "print(total)\n"
            ),
            stdin="1 2 8\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        taken: set[str] = set()

        class Transformer(cst.CSTTransformer):
            def __init__(self) -> None:
                self.bound: dict[cst.CSTNode, list[tuple[str, cst.BaseExpression]]] = {}

            def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
                args = plain_args(original_node, 2)
                new = plain_args(updated_node, 2)
                if args is None or new is None or not program.is_builtin_call(original_node, "min", "max"):
                    return updated_node
                if not is_hot(program, original_node) or "#" in code(original_node):
                    return updated_node
                line = _line_that_always_runs(program, original_node)
                if not _can_choose(program, original_node, args, line, line in self.bound) or not sites.take():
                    return updated_node
                values = list(new)
                for place, arg in enumerate(args):
                    if not is_simple(arg):
                        assert line is not None
                        bound = self.bound.setdefault(line, [])
                        bound.append((describing_name(program, arg, taken), new[place]))
                        values[place] = cst.Name(bound[-1][0])
                return _choice(program, original_node, values)

            def leave_SimpleStatementLine(
                self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
            ) -> Lines:
                bound = self.bound.get(original_node)
                if not bound:
                    return updated_node
                lines: list[cst.BaseStatement] = [
                    cst.SimpleStatementLine([cst.Assign(targets=[cst.AssignTarget(cst.Name(name))], value=value)])
                    for name, value in bound
                ]
                lines[0] = lines[0].with_changes(leading_lines=updated_node.leading_lines)
                return cst.FlattenSentinel([*lines, updated_node.with_changes(leading_lines=[])])

        return program.module.visit(Transformer())


def _can_choose(
    program: Program, call: cst.Call, args: list[cst.BaseExpression], line: cst.SimpleStatementLine | None, busy: bool
) -> bool:
    """True where min or max can become a conditional expression, with names for its arguments where it needs them."""
    complex_args = [a for a in args if not is_simple(a)]
    if complex_args and (line is None or busy or not all(map(program.is_pure, complex_args))):
        return False
    # `best = max(best, x)` is better as an if statement
    return not (isinstance(program.parent(call), cst.Assign) and line is not None and _update(program, line))


def _choice(program: Program, call: cst.Call, values: list[cst.BaseExpression]) -> cst.BaseExpression:
    """The conditional expression for min or max of two simple values, in parentheses where it needs them.

    Like the builtins it takes the second only where that is really smaller (larger): so ties, and what compares with
    nothing (nan), come out the same.
    """
    sign, mirrored = ("<", ">") if code(call.func) == "min" else (">", "<")
    first, second = (operand(value) for value in values)
    parent = program.parent(call)
    stands_alone = isinstance(parent, (cst.Assign, cst.AugAssign, cst.Return, cst.Arg)) and not call.lpar
    test = f"{second} {sign} {first}" if int_value(values[1]) is None else f"{first} {mirrored} {second}"
    text = f"{second} if {test} else {first}"
    return cst.parse_expression(text if stands_alone else f"({text})")


def _line_that_always_runs(program: Program, node: cst.CSTNode) -> cst.SimpleStatementLine | None:
    """The line that `node` stands in, where it is evaluated once per run of the line, and before anything impure."""
    conditional = (cst.BooleanOperation, cst.IfExp, cst.Lambda, cst.Comparison, cst.NamedExpr, *COMPREHENSIONS)
    for ancestor in program.ancestors(node):
        if isinstance(ancestor, conditional):
            return None
        if isinstance(ancestor, cst.SimpleStatementLine):
            alone = len(ancestor.body) == 1 and isinstance(
                simple(ancestor), (cst.Assign, cst.AugAssign, cst.Expr, cst.Return)
            )
            return ancestor if alone and all(_is_harmless(program, c) for c in _calls(ancestor)) else None
    return None


def _calls(line: cst.CSTNode) -> Iterator[cst.Call]:
    return (node for node in walk(line) if isinstance(node, cst.Call))


def _is_harmless(program: Program, call: cst.Call) -> bool:
    """True for calls that may run after the arguments of min were evaluated instead of before."""
    if isinstance(call.func, cst.Attribute):
        return call.func.attr.value == "append" and isinstance(program.parent(call), cst.Expr)
    return program.is_builtin_call(call, "min", "max", "abs", "len", "int", "sum", "ord", "print")


class TruthInsteadOfLength(Rewrite):
    name = "truth-instead-of-length"
    reason = "A container is true when it holds something; asking for its length first is a call too many."
    examples = (
        Example(
            before=(
                "stack = [1, 2]\n"
                "while len(stack) > 0:\n"
                "    print(stack.pop())\n"
                "if len(stack) == 0:\n"
                "    print('empty')\n"
            ),
            after="stack = [1, 2]\nwhile stack:\n    print(stack.pop())\nif not stack:\n    print('empty')\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        kinds = Kinds(program)

        def shorter(test: cst.BaseExpression) -> cst.BaseExpression:
            if isinstance(test, cst.BooleanOperation):
                return test.with_changes(left=shorter(test.left), right=shorter(test.right))
            found = _length_test(program, kinds, test)
            return found if found is not None and sites.take() else test

        class Transformer(cst.CSTTransformer):
            def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If:
                test = shorter(original_node.test)
                return updated_node if test.deep_equals(original_node.test) else updated_node.with_changes(test=test)

            def leave_While(self, original_node: cst.While, updated_node: cst.While) -> cst.While:
                test = shorter(original_node.test)
                return updated_node if test.deep_equals(original_node.test) else updated_node.with_changes(test=test)

        return program.module.visit(Transformer())


def _length_test(program: Program, kinds: Kinds, test: cst.BaseExpression) -> cst.BaseExpression | None:
    """`x` for `len(x) > 0`, `not x` for `len(x) == 0`, where x is a container; None for any other test."""
    sign, call = "", test
    if isinstance(test, cst.Comparison) and len(test.comparisons) == 1:
        target = test.comparisons[0]
        bound = int_value(target.comparator)
        sign, call = f"{code(target.operator).strip()} {bound}", test.left
    args = plain_args(call, 1)
    if args is None or not program.is_builtin_call(call, "len"):
        return None
    if kinds.of(args[0]).name not in {"list", "str", "dict", "set", "deque", "tuple"} or not isinstance(
        args[0], cst.Name
    ):
        return None
    if sign in {"", "> 0", "!= 0", ">= 1"}:
        return args[0].with_changes(lpar=test.lpar, rpar=test.rpar)
    return negated(args[0]).with_changes(lpar=test.lpar, rpar=test.rpar) if sign in {"== 0", "< 1"} else None


class TestInLoopHeader(Rewrite):
    name = "test-in-loop-header"
    reason = "A while loop with its real condition spares the test of the endless one and a jump."
    examples = (
        Example(
            before="n = int(input())\nwhile True:\n    if n < 2:\n        break\n    n //= 2\nprint(n)\n",
            after="n = int(input())\nwhile n >= 2:\n    n //= 2\nprint(n)\n",
            stdin="77\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        class Transformer(cst.CSTTransformer):
            def leave_While(self, original_node: cst.While, updated_node: cst.While) -> cst.While:
                if code(original_node.test).strip("() ") not in {"True", "1"} or original_node.orelse is not None:
                    return updated_node
                if not isinstance(original_node.body, cst.IndentedBlock) or len(original_node.body.body) < 2:
                    return updated_node
                first = original_node.body.body[0]
                if not isinstance(first, cst.If) or first.orelse is not None or "#" in code(first):
                    return updated_node
                body = block(first.body)
                if len(body) != 1 or not isinstance(simple(body[0]), cst.Break) or not sites.take():
                    return updated_node
                rest = updated_node.body.with_changes(body=updated_node.body.body[1:])
                test = negated(first.test.with_changes(lpar=[], rpar=[]))
                space = cst.SimpleWhitespace(" ")
                return updated_node.with_changes(test=test, body=rest, whitespace_after_while=space)

        return program.module.visit(Transformer())
