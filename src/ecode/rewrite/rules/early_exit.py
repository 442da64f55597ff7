"""Leaving a loop as soon as the rest of it cannot change anything."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst
from libcst.metadata import Assignment, ClassScope

from ecode.rewrite.analysis.facts import Facts
from ecode.rewrite.analysis.folding import block
from ecode.rewrite.analysis.shapes import code, simple, walk
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import LOOPS, Program, names_bound, names_read

Loop = cst.For | cst.While


@dataclass(frozen=True, slots=True)
class Flag:
    """The one name that a loop sets, always to the same constant, and where it does."""

    name: str
    value: str
    setters: tuple[cst.Assign, ...]


class BreakAfterFlag(Rewrite):
    name = "break-after-flag"
    reason = "Once the flag is set, the rest of the loop can only set it again."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\n"
                "ok = True\n"
                "for x in a:\n"
                "    if x % 2:\n"
                "        ok = False\n"
                "print(ok)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "ok = True\n"
                "for x in a:\n"
                "    if x % 2:\n"
                "        ok = False\n"
                "        break\n"
                "print(ok)\n"
            ),
            stdin="2 3 4\n",
        ),
        Example(
            before=(
                "a = input()\n"
                "found = 0\n"
                "i = 0\n"
                "while i < len(a):\n"
                "    c = a[i]\n"
                "    if c == 'x': found = 1\n"
                "    i += 1\n"
                "print(found)\n"
            ),
            after=(
                "a = input()\n"
                "found = 0\n"
                "i = 0\n"
                "while i < len(a):\n"
                "    c = a[i]\n"
                "    if c == 'x':\n"
                "        found = 1\n"
                "        break\n"
                "    i += 1\n"
                "print(found)\n"
            ),
            stdin="abxcd\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        facts = Facts(program)
        marked: set[cst.CSTNode] = set()
        for loop in (n for n in walk(program.module) if isinstance(n, LOOPS)):
            flag = _flag(facts, loop)
            if flag is None:
                continue
            lines = [line for s in flag.setters if (line := program.parent(s)) and _can_break(program, loop, s, line)]
            if lines and sites.take():
                marked.update(lines)
        return program.module.visit(_AddBreaks(marked)) if marked else program.module


class _AddBreaks(cst.CSTTransformer):
    """Puts a `break` after the marked lines."""

    def __init__(self, marked: set[cst.CSTNode]) -> None:
        self.marked = marked

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.SimpleStatementLine]:
        if original_node not in self.marked:
            return updated_node
        return cst.FlattenSentinel([updated_node, cst.SimpleStatementLine([cst.Break()])])

    def leave_SimpleStatementSuite(
        self, original_node: cst.SimpleStatementSuite, updated_node: cst.SimpleStatementSuite
    ) -> cst.BaseSuite:
        if original_node not in self.marked:
            return updated_node
        first = cst.SimpleStatementLine(updated_node.body, trailing_whitespace=updated_node.trailing_whitespace)
        return cst.IndentedBlock([first, cst.SimpleStatementLine([cst.Break()])])


class StopOuterLoop(Rewrite):
    name = "stop-outer-loop"
    reason = "When an inner loop has settled the question, the outer loop need not go on."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\n"
                "found = False\n"
                "for x in a:\n"
                "    for y in a:\n"
                "        if x + y == 10:\n"
                "            found = True\n"
                "            break\n"
                "print(found)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\n"
                "found = False\n"
                "for x in a:\n"
                "    for y in a:\n"
                "        if x + y == 10:\n"
                "            found = True\n"
                "            break\n"
                "    if found:\n"
                "        break\n"
                "print(found)\n"
            ),
            stdin="1 2 8 4\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        facts = Facts(program)
        tests: dict[cst.CSTNode, str] = {}
        for loop in (n for n in walk(program.module) if isinstance(n, LOOPS)):
            flag = _flag(facts, loop)
            if flag is None:
                continue
            inner = {ring[ring.index(loop) - 1] for s in flag.setters if (ring := program.loops(s))[0] is not loop}
            new = [i for i in inner if f"if {flag.name}" not in code(loop.body).split(code(i))[-1] and i not in tests]
            if new and len(inner) == 1 and sites.take():
                tests |= dict.fromkeys(new, _test(facts, flag, loop))

        class Transformer(cst.CSTTransformer):
            def on_leave(  # type: ignore[override]
                self, original_node: cst.CSTNode, updated_node: cst.CSTNode
            ) -> cst.CSTNode | cst.FlattenSentinel[cst.CSTNode]:
                test = tests.get(original_node)
                if test is None:
                    return updated_node
                return cst.FlattenSentinel([updated_node, cst.parse_statement(f"if {test}:\n    break\n")])

        return program.module.visit(Transformer()) if tests else program.module


def _test(facts: Facts, flag: Flag, loop: Loop) -> str:
    """The condition that says that the flag has been set."""
    bindings = facts.program.scope(loop)[flag.name]
    parents = [
        facts.program.parent(facts.program.parent(a.node) or a.node) for a in bindings if isinstance(a, Assignment)
    ]
    values = {code(p.value) if isinstance(p, cst.Assign) else "" for p in parents}
    if values <= {"True", "False"} or values <= {"0", "1"}:
        return flag.name if flag.value in {"True", "1"} else f"not {flag.name}"
    return f"{flag.name} == {flag.value}"


def _flag(facts: Facts, loop: Loop) -> Flag | None:
    """The flag of a loop that does nothing else that anybody could notice."""
    program, effects = facts.program, facts.effects(loop)
    if loop.orelse is not None or effects.writes or effects.anything or not facts.is_quiet(loop.body):
        return None
    if isinstance(loop, cst.While) and not facts.is_quiet(loop.test):
        return None
    if isinstance(loop, cst.For) and isinstance(loop.iter, cst.Name) and facts.kinds.of(loop.iter).name == "iterator":
        return None
    names = names_bound(loop)
    declared = {
        i.name.value for n in walk(program.module) if isinstance(n, (cst.Global, cst.Nonlocal)) for i in n.names
    }
    flags = {name for name in names if facts.is_read_outside(loop, name)}
    if len(flags) != 1 or names & declared or isinstance(program.scope(loop), ClassScope):
        return None
    name = flags.pop()
    setters = [n for n in walk(loop) if isinstance(n, cst.Assign) and name in names_bound(n)]
    values = {_constant_set(setter) for setter in setters}
    bound = sum(isinstance(n, (cst.AssignTarget, cst.AugAssign, *LOOPS)) and name in _targets(n) for n in walk(loop))
    if len(values) != 1 or None in values or bound != len(setters):
        return None
    if not all(_starts_afresh(program, loop, other) for other in names - {name}):
        return None
    return Flag(name, str(values.pop()), tuple(setters))


def _targets(node: cst.CSTNode) -> set[str]:
    target = getattr(node, "target", None)
    return {n.value for n in walk(target) if isinstance(n, cst.Name)} if target is not None else set()


def _constant_set(assign: cst.Assign) -> str | None:
    """`"False"` for `ok = False`; None for anything but one name and a constant."""
    constant = isinstance(assign.value, (cst.Integer, cst.SimpleString)) or code(assign.value) in {
        "True",
        "False",
        "-1",
    }
    plain = len(assign.targets) == 1 and isinstance(assign.targets[0].target, cst.Name)
    return code(assign.value) if constant and plain else None


def _starts_afresh(program: Program, loop: Loop, name: str) -> bool:
    """True when no run of the loop sees what an earlier run left in a name of its own."""
    parent = program.parent(loop)
    if isinstance(parent, (cst.IndentedBlock, cst.Module)):
        before = parent.body[: list(parent.body).index(loop)]
        assigned = (simple(line) for line in before)
        if any(isinstance(a, cst.Assign) and name in names_bound(a) for a in assigned):
            return True
    return _is_assigned_first(loop, name)


def _is_assigned_first(node: cst.CSTNode, name: str) -> bool:
    """True when the first thing that a loop or branch does with a name is to assign it."""
    if isinstance(node, cst.For):
        if name in names_read(node.iter):
            return False
        if name in _targets(node):
            return True
    if isinstance(node, (cst.While, cst.If)) and name in names_read(node.test):
        return False
    if isinstance(node, (cst.For, cst.While, cst.If)):
        for statement in block(node.body):
            if name in names_read(statement):
                return _is_assigned_first(statement, name)
        return False
    assign = simple(node)
    return isinstance(assign, cst.Assign) and name in names_bound(assign) and name not in names_read(assign.value)


def _can_break(program: Program, loop: Loop, setter: cst.Assign, line: cst.CSTNode) -> bool:
    """True when `break` after the line would leave this very loop, and nothing does so already."""
    if program.loops(setter)[0] is not loop or not isinstance(
        line, (cst.SimpleStatementLine, cst.SimpleStatementSuite)
    ):
        return False
    if len(line.body) != 1:
        return False
    parent = program.parent(line)
    if isinstance(line, cst.SimpleStatementSuite):
        return not isinstance(parent, LOOPS)
    if not isinstance(parent, cst.IndentedBlock) or program.parent(parent) is loop:
        return False
    following = parent.body[list(parent.body).index(line) + 1 :]
    return not any(isinstance(simple(s), (cst.Break, cst.Return)) for s in following)
