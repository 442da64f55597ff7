"""Values that depend on the inner loop's variable alone, worked out once before the outer loop."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.effects import Effects
from ecode.rewrite.analysis.shapes import FUNCTIONS, bare, children, code, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import LOOPS, names_bound, names_read
from ecode.rewrite.rules.invariants import cost

WORTH_A_TABLE = 3


class TabulateInnerExpression(EditingRewrite):
    name = "tabulate-inner-expression"
    reason = "An inner loop that runs again and again reads its differences from a list made once."
    speculative = True
    examples = (
        Example(
            before=(
                "n, h = map(int, input().split())\n"
                "a = list(map(int, input().split()))\n"
                "low, high = 0, h\n"
                "while low < high:\n"
                "    mid = (low + high) // 2\n"
                "    total = mid\n"
                "    for i in range(n - 1):\n"
                "        total += min(mid, a[i + 1] - a[i])\n"
                "    if total < h:\n"
                "        low = mid + 1\n"
                "    else:\n"
                "        high = mid\n"
                "print(low)\n"
            ),
            after=(
                "n, h = map(int, input().split())\n"
                "a = list(map(int, input().split()))\n"
                "low, high = 0, h\n"
                "differences = [a[i + 1] - a[i] for i in range(n - 1)]\n"
                "while low < high:\n"
                "    mid = (low + high) // 2\n"
                "    total = mid\n"
                "    for difference in differences:\n"
                "        total += min(mid, difference)\n"
                "    if total < h:\n"
                "        low = mid + 1\n"
                "    else:\n"
                "        high = mid\n"
                "print(low)\n"
            ),
            stdin="3 20\n1 5 6\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for inner in uses.nodes:
            if not isinstance(inner, cst.For) or not isinstance(inner.target, cst.Name) or inner.asynchronous:
                continue
            index, variable = inner.target.value, uses.variable(inner.target)
            if variable is None or uses.used_after(variable, inner) or index in names_bound(inner.body):
                continue
            outer, found = _outermost(uses, inner)
            if outer is None or len(found) != 1 or not edits.claim(inner.target, inner.iter, *found[0]):
                continue
            if not sites.take():
                continue
            value = found[0][0]
            assert isinstance(value, cst.BaseExpression)
            subtracts = isinstance(value, cst.BinaryOperation) and isinstance(value.operator, cst.Subtract)
            table = edits.fresh_name("differences" if subtracts else "values")
            item = edits.fresh_name("difference" if subtracts else "value")
            edits.before(outer, f"{table} = [{bare(value)} for {index} in {code(inner.iter)}]")
            _read_table(edits, inner, found[0], table, item)


def _outermost(uses: Uses, inner: cst.For) -> tuple[cst.For | cst.While | None, list[list[cst.CSTNode]]]:
    """The widest loop around `inner` in which its range and some costly expressions of its index stay the same."""
    best: tuple[cst.For | cst.While | None, list[list[cst.CSTNode]]] = (None, [])
    assert isinstance(inner.target, cst.Name)
    index = inner.target.value
    for outer in uses.program.loops(inner):
        if sum(isinstance(n, LOOPS) and index in _targets(n) for n in walk(outer)) != 1:
            break
        total = uses.facts.effects(outer)
        effects = Effects(total.names - {index}, total.writes, total.anything)
        if not _is_steady_range(uses, inner.iter, effects):
            break
        groups: dict[str, list[cst.CSTNode]] = {}
        for node in _tabulable(uses, inner.body, index, effects):
            groups.setdefault(code(node), []).append(node)
        if not groups:
            break
        best = outer, list(groups.values())
    return best


def _targets(node: cst.CSTNode) -> set[str]:
    return names_read(node.target) if isinstance(node, cst.For) else set()


def _is_steady_range(uses: Uses, iterable: cst.BaseExpression, effects: Effects) -> bool:
    if not isinstance(iterable, cst.Call) or not uses.program.is_builtin_call(iterable, "range"):
        return False
    return all(not a.star and uses.facts.unchanged(a.value, effects) for a in iterable.args)


def _tabulable(uses: Uses, node: cst.CSTNode, index: str, effects: Effects) -> Iterator[cst.BaseExpression]:
    """The largest costly expressions under `node` that depend on the index and nothing that changes."""
    if isinstance(node, FUNCTIONS):
        return
    if isinstance(node, (cst.BinaryOperation, cst.Call)) and uses.facts.unchanged(node, effects):
        if index in names_read(node) and cost(uses.program, node) >= WORTH_A_TABLE and "\n" not in code(node):
            yield node
        return
    for child in children(node):
        yield from _tabulable(uses, child, index, effects)


def _read_table(edits: Edits, inner: cst.For, reads: list[cst.CSTNode], table: str, item: str) -> None:
    """Let the inner loop walk over the table, beside its range where it needs the index for more."""
    assert isinstance(inner.target, cst.Name)
    index = inner.target.value
    inside = {n for read in reads for n in walk(read)}
    others = [n for n in walk(inner.body) if isinstance(n, cst.Name) and n.value == index and n not in inside]
    if others:
        edits.replace(
            inner.target, cst.Tuple([cst.Element(cst.Name(index)), cst.Element(cst.Name(item))], lpar=[], rpar=[])
        )
        edits.replace(inner.iter, f"zip({code(inner.iter)}, {table})")
    else:
        edits.replace(inner.target, cst.Name(item))
        edits.replace(inner.iter, cst.Name(table))
    for read in reads:
        edits.replace(read, cst.Name(item))
