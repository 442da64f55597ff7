"""Writing small constant loops out, so that what depends on their variable alone is worked out beforehand."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ecode.rewrite.analysis.facts import Facts
from ecode.rewrite.analysis.folding import Substituter, block, int_value, integer, negated, statement_count
from ecode.rewrite.analysis.shapes import FUNCTIONS, LAYOUT, code, simple, walk
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import LOOPS, Program, names_bound, names_read

MOST_ITERATIONS = 10
MOST_STATEMENTS = 250
Values = list[dict[str, cst.BaseExpression]]


class CannotUnroll(Exception):
    """The loop is not a small constant one."""


class UnrollConstantLoop(Rewrite):
    name = "unroll-constant-loop"
    reason = "A loop over a few constants written out needs no loop, and its conditions on the constants vanish."
    examples = (
        Example(
            before=(
                "for _ in range(int(input())):\n"
                "    a = list(map(int, input().split()))\n"
                "    total = [0] * 3\n"
                "    for i in range(3):\n"
                "        for j in range(3):\n"
                "            if i != j and j != (i + 1) % 3:\n"
                "                total[i] += a[j]\n"
                "    print(*total)\n"
            ),
            after=(
                "for _ in range(int(input())):\n"
                "    a = list(map(int, input().split()))\n"
                "    total = [0] * 3\n"
                "    total[0] += a[2]\n"
                "    total[1] += a[0]\n"
                "    total[2] += a[1]\n"
                "    print(*total)\n"
            ),
            stdin="2\n1 2 3\n4 5 6\n",
        ),
        Example(
            before=(
                "n = int(input())\n"
                "grid = [input() for _ in range(n)]\n"
                "seen = 0\n"
                "for x in range(n):\n"
                "    for y in range(n):\n"
                "        for dx, dy in ((0, 1), (-1, 0)):\n"
                "            if 0 <= x + dx < n and y + dy < n:\n"
                "                seen += grid[x + dx][y + dy] == '#'\n"
                "print(seen)\n"
            ),
            after=(
                "n = int(input())\n"
                "grid = [input() for _ in range(n)]\n"
                "seen = 0\n"
                "for x in range(n):\n"
                "    for y in range(n):\n"
                "        if 0 <= x < n and y + 1 < n:\n"
                "            seen += grid[x][y + 1] == '#'\n"
                "        if 0 <= x - 1 < n and y < n:\n"
                "            seen += grid[x - 1][y] == '#'\n"
                "print(seen)\n"
            ),
            stdin="3\n#..\n.##\n##.\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        class Transformer(cst.CSTTransformer):
            def __init__(self) -> None:
                self.unrolled: dict[cst.CSTNode, list[cst.BaseStatement]] = {}

            def visit_For(self, node: cst.For) -> bool:
                if not program.loops(node) and program.function(node) is None:
                    return True
                try:
                    statements = _unrolled(program, node)
                except CannotUnroll:
                    return True
                if sites.take():
                    self.unrolled[node] = statements
                return False

            def leave_For(
                self, original_node: cst.For, updated_node: cst.For
            ) -> cst.For | cst.FlattenSentinel[cst.BaseStatement]:
                found = self.unrolled.get(original_node)
                return updated_node if found is None else cst.FlattenSentinel(found)

        return program.module.visit(Transformer())


def _unrolled(program: Program, loop: cst.For) -> list[cst.BaseStatement]:
    """The statements that a constant loop stands for; raises `CannotUnroll`."""
    body = _Expander(program).expand(loop)
    if not body or statement_count(body) > MOST_STATEMENTS:
        raise CannotUnroll
    first = body[0]
    own = first.leading_lines if isinstance(first, (cst.SimpleStatementLine, cst.BaseCompoundStatement)) else ()
    body[0] = first.with_changes(leading_lines=[*loop.leading_lines, *own])
    return body


class _Expander:
    """Writes one loop out, and the constant loops inside it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.tables = _constant_tables(program)
        self.last: dict[str, cst.BaseExpression] = {}

    def expand(self, loop: cst.For) -> list[cst.BaseStatement]:
        program = self.program
        ranges = [n for n in walk(loop) if isinstance(n, cst.Name) and n.value == "range"]
        if program.looks_up_names_by_text or not all(program.is_builtin(name) for name in ranges):
            raise CannotUnroll
        body = self._iterations(loop)
        if self.last.keys() & _declared(program):
            raise CannotUnroll
        outside = [name for name in self.last if Facts(program).is_read_outside(loop, name)]
        return [*body, *(cst.parse_statement(f"{name} = {code(self.last[name])}") for name in outside)]

    def _iterations(self, loop: cst.For) -> list[cst.BaseStatement]:
        _check_shape(loop)
        iterable = self.tables.get(loop.iter.value, loop.iter) if isinstance(loop.iter, cst.Name) else loop.iter
        values = _constants(loop.target, iterable)
        statements = _without_continue(block(loop.body))
        result: list[cst.BaseStatement] = []
        for number, bound in enumerate(values):
            self.last.update(bound)
            for statement in statements:
                result += self._copy(statement, bound, with_comments=number == 0)
            if len(result) > MOST_STATEMENTS:
                raise CannotUnroll
        return result

    def _copy(
        self, statement: cst.BaseStatement, bound: dict[str, cst.BaseExpression], with_comments: bool
    ) -> list[cst.BaseStatement]:
        assert isinstance(statement, (cst.SimpleStatementLine, cst.BaseCompoundStatement))
        new = cst.Module(body=[statement]).visit(Substituter(bound))
        result: list[cst.BaseStatement] = []
        for one in new.body:
            bald = one if with_comments else one.with_changes(leading_lines=[])
            result += self._with_inner(bald)
        return result

    def _with_inner(self, statement: cst.BaseStatement) -> list[cst.BaseStatement]:
        """The statement, or what it stands for where it is a loop that has become constant."""
        if not isinstance(statement, cst.For):
            return [statement]
        before = dict(self.last)
        try:
            return self._iterations(statement)
        except CannotUnroll:
            self.last = before
            return [statement]


def _constants(target: cst.CSTNode, iterable: cst.BaseExpression) -> Values:
    """What the loop variables are bound to in each iteration."""
    if isinstance(iterable, cst.Call) and isinstance(iterable.func, cst.Name) and iterable.func.value == "range":
        bounds = [int_value(a.value) for a in iterable.args]
        if not isinstance(target, cst.Name) or not 1 <= len(bounds) <= 3 or None in bounds or bounds[2:] == [0]:
            raise CannotUnroll
        numbers = range(*(b for b in bounds if b is not None))
        if len(numbers) > MOST_ITERATIONS:
            raise CannotUnroll
        return [{target.value: integer(number)} for number in numbers]
    if isinstance(iterable, (cst.List, cst.Tuple)) and len(iterable.elements) <= MOST_ITERATIONS:
        return [_bound(target, element.value) for element in iterable.elements]
    raise CannotUnroll


def _bound(target: cst.CSTNode, value: cst.BaseExpression) -> dict[str, cst.BaseExpression]:
    if isinstance(target, cst.Name):
        if int_value(value) is None and not isinstance(value, cst.SimpleString):
            raise CannotUnroll
        return {target.value: value}
    if not isinstance(target, cst.Tuple) or not isinstance(value, (cst.Tuple, cst.List)):
        raise CannotUnroll
    if len(target.elements) != len(value.elements):
        raise CannotUnroll
    bound: dict[str, cst.BaseExpression] = {}
    for part, item in zip(target.elements, value.elements, strict=True):
        bound |= _bound(part.value, item.value)
    return bound


def _check_shape(loop: cst.For) -> None:
    """Raises `CannotUnroll` where the body rebinds the loop's variables, hides them, or breaks off the loop."""
    names = {n.value for n in walk(loop.target) if isinstance(n, cst.Name)}
    simple_target = all(isinstance(n, (cst.Name, cst.Tuple, cst.Element)) for n in walk(loop.target, LAYOUT))
    if loop.orelse is not None or loop.asynchronous is not None or not simple_target:
        raise CannotUnroll
    if names & names_bound(loop.body) or any(isinstance(n, cst.Break) for n in walk(loop.body, (*LOOPS, *FUNCTIONS))):
        raise CannotUnroll
    for node in walk(loop.body):
        hides = isinstance(node, cst.CompFor) and names & names_read(node.target)
        if hides or (isinstance(node, FUNCTIONS) and names & names_read(node)):
            raise CannotUnroll


def _without_continue(statements: Sequence[cst.BaseStatement]) -> list[cst.BaseStatement]:
    """The statements of a loop's body with `if x: continue` turned into a guard around what follows it."""
    result: list[cst.BaseStatement] = []
    for index, statement in enumerate(statements):
        if isinstance(simple(statement), cst.Continue):
            return result
        if isinstance(statement, cst.If) and statement.orelse is None and _ends_in_continue(statement.body):
            rest = _without_continue(statements[index + 1 :])
            before = block(statement.body)[:-1]
            if before:
                orelse = cst.Else(body=cst.IndentedBlock(rest)) if rest else None
                guarded = statement.with_changes(body=cst.IndentedBlock(before), orelse=orelse)
                _refuse_continue(cst.IndentedBlock(before))
                return [*result, guarded]
            return (
                [*result, statement.with_changes(test=negated(statement.test), body=cst.IndentedBlock(rest))]
                if rest
                else result
            )
        _refuse_continue(statement)
        result.append(statement)
    return result


def _ends_in_continue(suite: cst.BaseSuite) -> bool:
    statements = block(suite)
    return bool(statements) and isinstance(simple(statements[-1]), cst.Continue)


def _refuse_continue(node: cst.CSTNode) -> None:
    if not isinstance(node, LOOPS) and any(isinstance(n, cst.Continue) for n in walk(node, (*LOOPS, *FUNCTIONS))):
        raise CannotUnroll


def _declared(program: Program) -> set[str]:
    statements = (n for n in walk(program.module) if isinstance(n, (cst.Global, cst.Nonlocal)))
    return {item.name.value for statement in statements for item in statement.names}


def _constant_tables(program: Program) -> dict[str, cst.BaseExpression]:
    """Names that stand for one literal list or tuple throughout the program, and what they stand for."""
    tables: dict[str, cst.BaseExpression] = {}
    bound = [n for n in walk(program.module) if isinstance(n, cst.AssignTarget) and isinstance(n.target, cst.Name)]
    for node in bound:
        assign = program.parent(node)
        if not isinstance(assign, cst.Assign) or not isinstance(assign.value, (cst.List, cst.Tuple)):
            continue
        assert isinstance(node.target, cst.Name)
        found = program.assignments(node.target)
        uses = [use for use in walk(program.module) if isinstance(use, cst.Name) and use.value == node.target.value]
        if len(found) == 1 and all(use is node.target or _is_only_read(program, use) for use in uses):
            tables[node.target.value] = assign.value
    return tables


def _is_only_read(program: Program, use: cst.Name) -> bool:
    parent = program.parent(use)
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is use
    return isinstance(parent, cst.Arg) and program.is_builtin_call(
        program.parent(parent) or use, "len", "sum", "max", "min"
    )
