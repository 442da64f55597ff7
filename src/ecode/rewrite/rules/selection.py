"""Largest and smallest items taken again and again: keep the list in order instead of scanning it each time."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_any, match_block
from ecode.rewrite.analysis.shapes import code, operand, plain_args
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read

_ENDS = {"max": "-1", "min": "0"}
_ORDERLESS = ("len", "sum", "max", "min", "sorted", "set", "any", "all", "bool")


@dataclass(slots=True)
class _Plan:
    """What becomes of the uses of one list in a loop."""

    expressions: dict[cst.BaseExpression, str] = field(default_factory=dict)
    lines: dict[cst.CSTNode, str] = field(default_factory=dict)
    changes: int = 0
    seen: set[cst.CSTNode] = field(default_factory=set)
    """The reads of the list that the plan covers."""


class KeepListSorted(EditingRewrite):
    name = "keep-list-sorted"
    reason = "In a sorted list the extremes are at the ends, so each round needs no scan of the whole list."
    changes_cost_class = True
    speculative = True  # another name of the list would see its items in another order
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nwhile max(a) - min(a) > 1:\n    step = (max(a) - min(a)) // 2\n"
                "    a[a.index(max(a))] -= step\n    a[a.index(min(a))] += step\nprint(max(a) - min(a))\n"
            ),
            after=(
                "from bisect import insort\na = list(map(int, input().split()))\na.sort()\n"
                "while a[-1] - a[0] > 1:\n    step = (a[-1] - a[0]) // 2\n"
                "    insort(a, a.pop() - step)\n    insort(a, a.pop(0) + step)\nprint(a[-1] - a[0])\n"
            ),
            stdin="9 1 4 4 7\n",
        ),
        Example(
            before=(
                "a = [5, 1, 4]\nt = 0\nwhile len(a) > 1:\n    x = min(a)\n    a.remove(x)\n    y = min(a)\n"
                "    a.remove(y)\n    t += x + y\n    a.append(x + y)\nprint(t)\n"
            ),
            after=(
                "from bisect import insort\na = [5, 1, 4]\nt = 0\na.sort()\nwhile len(a) > 1:\n    x = a.pop(0)\n"
                "    y = a.pop(0)\n    t += x + y\n    insort(a, x + y)\nprint(t)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        done: set[tuple[cst.CSTNode, ...]] = set()
        for node in uses.nodes:
            found = match_any(node, "max(__a)", "min(__a)") if isinstance(node, cst.Call) else None
            if found is None or not uses.program.is_builtin_call(node, "max", "min"):
                continue
            loops = uses.program.loops(node)
            variable = uses.variable(found["__a"])
            if not loops or variable is None or variable.bindings in done:
                continue
            loop = _outermost(uses, variable, loops)
            if loop is None:
                continue
            done.add(variable.bindings)
            plan = _planned(uses, edits, variable, loop)
            if plan is None or not plan.changes or not edits.claim(*plan.expressions, *plan.lines):
                continue
            if sites.take():
                _carry_out(edits, variable, loop, plan)


def _outermost(uses: Uses, variable: Variable, loops: list[cst.For | cst.While]) -> cst.For | cst.While | None:
    """The outermost loop that does not bind the list anew."""
    outermost = None
    for loop in loops:
        if any(uses.inside(binding, loop) for binding in variable.bindings):
            break
        outermost = loop
    return outermost


def _planned(uses: Uses, edits: Edits, variable: Variable, loop: cst.For | cst.While) -> _Plan | None:
    """The plan for a list of which the loop, and all behind it, wants no other order; None where some use does."""
    start = uses.position[loop]
    plan = _Plan()
    for read in variable.reads:
        if uses.program.function(read) is not uses.program.function(loop):
            return None
        if uses.position[read] < start or read in plan.seen:
            continue
        if not _plan_use(uses, edits, variable, read, plan):
            return None
    return plan if uses.kinds.of(variable.reads[0]).name in {"list", ""} else None


def _plan_use(uses: Uses, edits: Edits, variable: Variable, read: cst.Name, plan: _Plan) -> bool:
    """Enter one use into the plan; False when it depends on the order of the items."""
    program, name = uses.program, variable.name
    parent = program.parent(read)
    statement = uses.line(read)
    moved = _moved_extreme(statement, name)
    if moved and uses.own_line(statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else statement):
        reads = [r for r in variable.reads if uses.inside(r, statement)]
        plan.seen.update(reads)
        plan.lines[statement] = moved.format(insort=edits.imported("bisect.insort"))
        plan.changes += 1
        return True
    if isinstance(parent, cst.Arg):
        call = program.parent(parent)
        arguments = plain_args(call, 1) if call else None
        if not isinstance(call, cst.Call) or arguments is None:
            return False
        if program.is_builtin_call(call, "max", "min") and isinstance(call.func, cst.Name):
            plan.expressions[call] = f"{name}[{_ENDS[call.func.value]}]"
            return True
        return program.is_builtin_call(call, *_ORDERLESS)
    if isinstance(parent, cst.Attribute):
        return _plan_method(uses, edits, variable, read, plan)
    if isinstance(parent, cst.ComparisonTarget):
        return isinstance(parent.operator, (cst.In, cst.NotIn))
    return isinstance(parent, (cst.While, cst.If))


def _moved_extreme(statement: cst.CSTNode, name: str) -> str:
    """The new text of `a[a.index(max(a))] -= d` and its like; nothing for anything else."""
    for function, pop in (("max", "pop()"), ("min", "pop(0)")):
        place = f"{name}[{name}.index({function}({name}))]"
        for sign in "+-":
            found = match_block(f"{place} {sign}= __d", statement)
            if found and not _reads(found["__d"], name):
                return f"{{insort}}({name}, {name}.{pop} {sign} {operand(found['__d'])})"
        found = match_block(f"{place} = __d", statement)
        if found and not _reads(found["__d"], name):
            return f"{name}.{pop}\n{{insort}}({name}, {code(found['__d'])})"
    return ""


def _reads(node: cst.CSTNode, name: str) -> bool:
    return name in names_read(node)


def _plan_method(uses: Uses, edits: Edits, variable: Variable, read: cst.Name, plan: _Plan) -> bool:
    """`a.append(x)` keeps the order by `insort`; `a.remove(max(a))` takes from an end."""
    program, name = uses.program, variable.name
    attribute = program.parent(read)
    call = attribute and program.parent(attribute)
    statement = call and program.parent(call)
    line = uses.own_line(statement) if isinstance(statement, cst.Expr) else None
    if call is None or line is None:
        return False
    for function, pop in (("max", "pop()"), ("min", "pop(0)")):
        if match(f"{name}.remove({function}({name}))", call) is not None:
            plan.seen.update(r for r in variable.reads if uses.inside(r, line))
            plan.lines[line] = f"{name}.{pop}"
            plan.changes += 1
            return True
    removed = match(f"{name}.remove(__x)", call)
    if removed and isinstance(removed["__x"], cst.Name):
        return _plan_removal(uses, variable, line, removed["__x"], plan)
    appended = match(f"{name}.append(__x)", call)
    if appended and not _reads(appended["__x"], name):
        plan.lines[line] = f"{edits.imported('bisect.insort')}({name}, {code(appended['__x'])})"
        return True
    return False


def _plan_removal(uses: Uses, variable: Variable, line: cst.CSTNode, value: cst.Name, plan: _Plan) -> bool:
    """`x = min(a)` with `a.remove(x)` on the next line: taking from an end does both."""
    block = uses.program.parent(line)
    if not isinstance(block, cst.IndentedBlock):
        return False
    place = next(i for i, other in enumerate(block.body) if other is line)
    before = block.body[place - 1] if place else None
    for function, pop in (("max", "pop()"), ("min", "pop(0)")):
        found = match_block(f"{value.value} = {function}({variable.name})", before) if before is not None else None
        if found is not None and isinstance(before, cst.SimpleStatementLine) and len(before.body) == 1:
            assign = before.body[0]
            assert isinstance(assign, cst.Assign)
            plan.expressions[assign.value] = f"{variable.name}.{pop}"
            plan.lines[line] = ""
            plan.seen.update(r for r in variable.reads if uses.inside(r, line))
            plan.changes += 1
            return True
    return False


def _carry_out(edits: Edits, variable: Variable, loop: cst.For | cst.While, plan: _Plan) -> None:
    edits.before(loop, f"{variable.name}.sort()")
    for node, text in plan.expressions.items():
        edits.replace(node, text)
    for line, text in plan.lines.items():
        edits.replace_line(line, text)


class SortInsteadOfHeap(EditingRewrite):
    name = "sort-instead-of-heap"
    reason = "A heap that nothing is pushed to after it was built gives its items in sorted order: one sort does that."
    examples = (
        Example(
            before=(
                "import heapq\na = [3, 1, 2]\nheapq.heapify(a)\nwhile a:\n    print(a[0])\n"
                "    print(heapq.heappop(a))\n"
            ),
            after="import heapq\na = [3, 1, 2]\na.sort(reverse=True)\nwhile a:\n    print(a[-1])\n    print(a.pop())\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or uses.program.imported_name(node.func) != "heapq.heapify":
                continue
            arguments = plain_args(node, 1)
            variable = uses.variable(arguments[0]) if arguments else None
            if variable is None or not _only_popped(uses, variable, node):
                continue
            reads = [r for r in variable.reads if uses.position[r] >= uses.position[node]]
            if edits.claim(node, *(_whole_use(uses, r) for r in reads if not uses.inside(r, node))) and sites.take():
                edits.replace(node, f"{variable.name}.sort(reverse=True)")
                for read in reads:
                    self._change_use(uses, edits, variable, read)

    def _change_use(self, uses: Uses, edits: Edits, variable: Variable, read: cst.Name) -> None:
        whole = _whole_use(uses, read)
        if isinstance(whole, cst.Call) and uses.program.imported_name(whole.func) == "heapq.heappop":
            edits.replace(whole, f"{variable.name}.pop()")
        elif isinstance(whole, cst.Subscript):
            edits.replace(whole, f"{variable.name}[-1]")


def _whole_use(uses: Uses, read: cst.Name) -> cst.CSTNode:
    """The call or subscript that a read of the heap is part of; the read itself where it is none."""
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Subscript):
        return parent
    if isinstance(parent, cst.Arg):
        call = uses.program.parent(parent)
        if isinstance(call, cst.Call) and (uses.program.imported_name(call.func) or "").startswith("heapq."):
            return call
    return read


def _only_popped(uses: Uses, variable: Variable, heapify: cst.Call) -> bool:
    """True when nothing but popping, looking at the smallest item and counting happens to the heap once it is built."""
    program = uses.program
    if not isinstance(program.parent(heapify), cst.Expr) or uses.kinds.of(heapify.args[0].value).name != "list":
        return False
    if not uses.hashable(uses.kinds.of(heapify.args[0].value).element()):
        return False
    for read in variable.reads:
        if program.function(read) is not program.function(heapify):
            return False
        if uses.position[read] < uses.position[heapify.args[0]]:
            repeated = any(uses.inside(read, loop) for loop in program.loops(heapify))
            if repeated and not _bound_in_loop(uses, variable, read):
                return False
            continue
        whole = _whole_use(uses, read)
        if isinstance(whole, cst.Call):
            if whole is not heapify and program.imported_name(whole.func) != "heapq.heappop":
                return False
        elif isinstance(whole, cst.Subscript):
            if match("__a[0]", whole) is None or isinstance(program.parent(whole), cst.AssignTarget | cst.Del):
                return False
        elif not _only_counts(uses, read):
            return False
    return True


def _bound_in_loop(uses: Uses, variable: Variable, read: cst.Name) -> bool:
    """True when the innermost loop around an early read binds the list before it."""
    loops = uses.program.loops(read)
    earlier = [b for b in variable.bindings if uses.position[b] < uses.position[read]]
    return any(loops and uses.inside(b, loops[-1]) and assigned_value(uses.program, b) for b in earlier)


def _only_counts(uses: Uses, read: cst.Name) -> bool:
    """True for `len(a)` and for `a` as a condition."""
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Arg):
        call = uses.program.parent(parent)
        return call is not None and uses.program.is_builtin_call(call, "len")
    return isinstance(parent, (cst.While, cst.If, cst.IfExp, cst.BooleanOperation, cst.UnaryOperation))
