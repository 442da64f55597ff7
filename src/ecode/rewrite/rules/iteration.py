"""Loops that count by hand as loops over ranges, neighbours by zip, and loops that are one call."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.folding import int_value
from ecode.rewrite.analysis.kind import BOOL, INT
from ecode.rewrite.analysis.linear import difference, linear, range_bounds
from ecode.rewrite.analysis.loop_edits import (
    LoopEdits,
    LoopRewrite,
    assigned,
    loops_with_line_before,
    only_statement,
    targets_are_free,
)
from ecode.rewrite.analysis.patterns import match, match_block
from ecode.rewrite.analysis.shapes import FUNCTIONS, bare, code, operand, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound, names_read


class RangeInsteadOfCounter(EditingRewrite):
    name = "range-instead-of-counter"
    reason = "range counts in C; a while loop compares and adds with instructions of its own."
    examples = (
        Example(
            before="n = int(input())\ni = 0\nwhile i < n:\n    print(i * 2)\n    i += 1\n",
            after="n = int(input())\nfor i in range(0, n):\n    print(i * 2)\n",
            stdin="3\n",
        ),
        Example(
            before="t = int(input())\nwhile t > 0:\n    t -= 1\n    print('x')\n",
            after="t = int(input())\nfor _ in range(t):\n    print('x')\n",
            stdin="3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for before, loop in loops_with_line_before(uses):
            if isinstance(loop, cst.While) and isinstance(loop.body, cst.IndentedBlock):
                self._repeat(uses, edits, sites, loop) or self._count(uses, edits, sites, before, loop)

    def _count(self, uses: Uses, edits: Edits, sites: Sites, before: cst.CSTNode | None, loop: cst.While) -> bool:
        """`i = a` / `while i < n:` / ... / `i += 1`."""
        start = assigned(before)
        found = match("__i < __n", loop.test) or match("__i <= __n", loop.test)
        down = None if found else match("__i >= __n", loop.test) or match("__i > __n", loop.test)
        found = found or down
        if start is None or found is None or before is None or not m.matches(found["__i"], m.Name(start[0])):
            return False
        stop = found["__n"]
        assert isinstance(stop, cst.BaseExpression)
        step = _closing_step(uses, loop, start[0], -1 if down else 1)
        if step is None or not uses.kinds.is_int(start[1], stop) or not _is_only_counted(uses, loop, start[0], step):
            return False
        if not uses.facts.unchanged(stop, uses.facts.effects(loop.body)) or start[0] in names_read(stop):
            return False
        if not edits.claim(before, loop) or not sites.take():
            return False
        inclusive = match("__i <= __n", loop.test) or match("__i >= __n", loop.test)
        end = _shifted(stop, 0 if not inclusive else -1 if down else 1)
        header = f"range({bare(start[1])}, {end}{', -1' if down else ''})"
        edits.replace_line(before, "")
        edits.exchange(loop, _for_loop(loop, start[0], header, step))
        return True

    def _repeat(self, uses: Uses, edits: Edits, sites: Sites, loop: cst.While) -> bool:
        """`while t: t -= 1` with nothing else that uses `t`."""
        name = loop.test.value if isinstance(loop.test, cst.Name) else None
        found = match("__t > 0", loop.test) or match("__t != 0", loop.test)
        if found is not None and isinstance(found["__t"], cst.Name):
            name = found["__t"].value
        if name is None or name in ("True", "False", "None") or name.startswith("__"):
            return False
        first = loop.body.body[0]
        step = first if match_block(f"{name} -= 1", [first]) is not None else _closing_step(uses, loop, name, -1)
        if not isinstance(step, cst.SimpleStatementLine) or not _is_only_counted(uses, loop, name, step, used=False):
            return False
        node = next(n for n in walk(loop.test) if isinstance(n, cst.Name) and n.value == name)
        if uses.kinds.of(node) not in (INT, BOOL):
            return False
        if not edits.claim(loop) or not sites.take():
            return False
        target = "_" if "_" not in uses.program.all_names else edits.fresh_name("turn")
        edits.exchange(loop, _for_loop(loop, target, f"range({name})", step))
        return True


def _closing_step(uses: Uses, loop: cst.While, name: str, by: int) -> cst.SimpleStatementLine | None:
    """The last line of the loop where it is `name += 1` (or `-= 1`), and no `continue` jumps over it."""
    last = loop.body.body[-1]
    sign = "+" if by > 0 else "-"
    forms = (f"{name} {sign}= 1", f"{name} = {name} {sign} 1")
    if not isinstance(last, cst.SimpleStatementLine) or all(match_block(form, [last]) is None for form in forms):
        return None
    inner_loops = (*FUNCTIONS, cst.For, cst.While)
    return None if any(isinstance(n, cst.Continue) for n in walk(loop.body, inner_loops)) else last


def _is_only_counted(uses: Uses, loop: cst.While, name: str, step: cst.CSTNode, *, used: bool = True) -> bool:
    """True when only `step` changes the counter in the loop, nobody needs it later, and no function sees it."""
    if len(loop.body.body) < 2 or uses.program.looks_up_names_by_text:
        return False
    others = [line for line in loop.body.body if line is not step]
    if any(name in names_bound(line) for line in others) or any(isinstance(n, FUNCTIONS) for n in walk(loop.body)):
        return False
    if not used and any(name in names_read(line) for line in others):
        return False
    target = next(n for n in walk(loop.test) if isinstance(n, cst.Name) and n.value == name)
    variable = uses.variable(target)
    if variable is None or uses.used_after(variable, loop):
        return False
    here = uses.program.function(loop)
    return all(uses.program.function(node) is here for node in (*variable.reads, *variable.bindings))


def _shifted(stop: cst.BaseExpression, by: int) -> str:
    """The text of `stop + by`, folded where it is a number or ends in one."""
    if by == 0:
        return bare(stop)
    number = int_value(stop)
    if number is not None:
        return str(number + by)
    found = match("__a - 1", stop) if by > 0 else match("__a + 1", stop)
    if found is not None and isinstance(found["__a"], cst.BaseExpression):
        return bare(found["__a"])
    loose = isinstance(stop, (cst.IfExp, cst.BooleanOperation, cst.Comparison))
    return f"{operand(stop) if loose else bare(stop)} {'+' if by > 0 else '-'} 1"


def _for_loop(loop: cst.While, target: str, iterable: str, step: cst.CSTNode) -> cst.For:
    """The loop with a new header and without the line that counted (its comments stay)."""
    assert isinstance(loop.body, cst.IndentedBlock)
    lines: list[cst.BaseStatement] = []
    waiting: list[cst.EmptyLine] = []
    for line in loop.body.body:
        above = list(getattr(line, "leading_lines", ()))
        if line is step:
            waiting += [entry for entry in above if entry.comment is not None]
            continue
        assert isinstance(line, cst.BaseStatement)
        lines.append(line.with_changes(leading_lines=[*waiting, *above]) if waiting else line)
        waiting = []
    body = loop.body.with_changes(body=lines, footer=[*waiting, *loop.body.footer])
    return cst.For(
        target=cst.Name(target),
        iter=cst.parse_expression(iterable),
        body=body,
        leading_lines=loop.leading_lines,
    )


class NeighboursByZip(EditingRewrite):
    name = "neighbours-by-zip"
    reason = "zip walks a list and its tail together: no index, no subscripts, no addition per pair."
    speculative = True  # wrong where the range ends before the list does
    examples = (
        Example(
            before=(
                "a = [1, 4, 9]\ntotal = 0\nfor i in range(len(a) - 1):\n    total += a[i + 1] - a[i]\nprint(total)\n"
            ),
            after=(
                "a = [1, 4, 9]\ntotal = 0\nfor left, right in zip(a, a[1:]):\n    total += right - left\nprint(total)\n"
            ),
        ),
        Example(
            before="a = [1, 4, 9]\nn = len(a)\nprint(max([a[i] - a[i - 1] for i in range(1, n)]))\n",
            after="a = [1, 4, 9]\nn = len(a)\nprint(max([right - left for left, right in zip(a, a[1:])]))\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if isinstance(node, cst.For):
                where: list[cst.CSTNode] = [node.body]
                free = node.orelse is None and targets_are_free(uses, node)
            elif isinstance(node, cst.CompFor) and node.inner_for_in is None and node.asynchronous is None:
                holder = uses.program.parent(node)
                where = [
                    *node.ifs,
                    *([holder.elt] if isinstance(holder, (cst.ListComp, cst.SetComp, cst.GeneratorExp)) else []),
                ]
                free = isinstance(holder, (cst.ListComp, cst.SetComp, cst.GeneratorExp))
            else:
                continue
            reads = _neighbour_reads(uses, node, where) if free else None
            if reads is None or not _zip_is_builtin(uses):
                continue
            lefts, rights = reads
            if not edits.claim(node.target, node.iter, *lefts, *rights) or not sites.take():
                continue
            a, left, right = code(lefts[0].value), edits.fresh_name("left"), edits.fresh_name("right")
            edits.replace(node.target, cst.parse_expression(f"{left}, {right}"))
            edits.replace(node.iter, f"zip({a}, {a}[1:])")
            for subscripts, name in ((lefts, left), (rights, right)):
                for subscript in subscripts:
                    edits.replace(subscript, name)


def _neighbour_reads(
    uses: Uses, node: cst.For | cst.CompFor, where: list[cst.CSTNode]
) -> tuple[list[cst.Subscript], list[cst.Subscript]] | None:
    """The reads `a[i]` and `a[i + 1]` of a loop that uses its index for nothing else."""
    bounds = range_bounds(uses.program, node.iter)
    if bounds is None or not isinstance(node.target, cst.Name) or int_value(bounds[0]) not in (0, 1):
        return None
    index, first = node.target, int_value(bounds[0])
    stop = linear(bounds[1])
    if not stop.terms or stop.constant != (-1 if first == 0 else 0):
        return None  # unlikely to be the end of the list
    reads: dict[int, list[cst.Subscript]] = {}
    for use in (n for part in where for n in walk(part) if isinstance(n, cst.Name) and n.value == index.value):
        found = _read_at(uses, use)
        place = found.slice[0].slice if found is not None else None
        offset = difference(place.value, index) if isinstance(place, cst.Index) else None
        if found is None or offset is None:
            return None
        reads.setdefault(offset, []).append(found)
    wanted = (0, 1) if first == 0 else (-1, 0)
    if set(reads) != set(wanted):
        return None
    lefts, rights = reads[wanted[0]], reads[wanted[1]]
    names = {code(s.value) for s in (*lefts, *rights)}
    if len(names) != 1 or uses.kinds.of(lefts[0].value).name not in ("list", "str", "tuple"):
        return None
    return (lefts, rights) if uses.keeps(lefts[0].value, *where) else None


def _read_at(uses: Uses, use: cst.Name) -> cst.Subscript | None:
    """The subscript (of a plain name, only read) whose index `use` is a part of."""
    child: cst.CSTNode = use
    for ancestor in uses.program.ancestors(use):
        if isinstance(ancestor, cst.Subscript):
            plain = isinstance(ancestor.value, cst.Name) and len(ancestor.slice) == 1
            plain = plain and isinstance(ancestor.slice[0].slice, cst.Index) and child is not ancestor.value
            return ancestor if plain and not _is_target(uses, ancestor) else None
        if not isinstance(ancestor, (cst.BinaryOperation, cst.Index, cst.SubscriptElement)):
            return None
        child = ancestor
    return None


def _is_target(uses: Uses, node: cst.CSTNode) -> bool:
    parent = uses.program.parent(node)
    while isinstance(parent, (cst.Element, cst.Tuple, cst.List)):
        node, parent = parent, uses.program.parent(parent)
    return getattr(parent, "target", None) is node


def _zip_is_builtin(uses: Uses) -> bool:
    found = [n for n in uses.nodes if isinstance(n, cst.Name) and n.value == "zip"]
    return all(uses.program.is_builtin(n) for n in found) and not uses.program.uses_star_import


class SumInsteadOfLoop(LoopRewrite):
    name = "sum-instead-of-loop"
    reason = "sum adds the items of a list in C; the loop adds them one by one in the interpreter."
    examples = (
        Example(
            before="xs = list(map(int, input().split()))\ntotal = 0\nfor x in xs:\n    total += x\nprint(total)\n",
            after="xs = list(map(int, input().split()))\ntotal = sum(xs)\nprint(total)\n",
            stdin="1 2\n",
        ),
    )

    def find_loops(self, uses: Uses, edits: LoopEdits, sites: Sites) -> None:
        for before, loop in loops_with_line_before(uses):
            start = assigned(before)
            if not isinstance(loop, cst.For) or before is None or start is None or int_value(start[1]) != 0:
                continue
            added = only_statement(loop.body)
            target = loop.target.value if isinstance(loop.target, cst.Name) else ""
            forms = (f"{start[0]} += {target}", f"{start[0]} = {start[0]} + {target}")
            if not target or added is None or all(match_block(f, [added]) is None for f in forms):
                continue
            plain = start[0] not in names_read(loop.iter) and not isinstance(loop.iter, (cst.Tuple, cst.IfExp))
            numbers = uses.kinds.of(loop.iter).element() in (INT, BOOL)
            if not plain or not numbers or "\n" in code(loop.iter) or not targets_are_free(uses, loop):
                continue
            if "sum" in uses.program.all_names or not edits.claim(before, loop) or not sites.take():
                continue
            edits.keep_comments(before, loop)
            edits.replace_line(before, f"{start[0]} = sum({code(loop.iter)})")
            edits.replace_line(loop, "")
