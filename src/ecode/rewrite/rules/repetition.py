"""Values that a run of statements works out more than once, kept in a variable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import libcst as cst
from libcst.metadata import ClassScope

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.effects import Effects
from ecode.rewrite.analysis.naming import describing_name
from ecode.rewrite.analysis.shapes import FUNCTIONS, bare, children, code, walk
from ecode.rewrite.analysis.uses import Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import COMPREHENSIONS, LOOPS
from ecode.rewrite.rules.invariants import cost

WORTH_A_NAME = 5
"""Cost of the evaluations that a name must save."""


@dataclass(slots=True)
class Known:
    """An expression whose value is known at some point: where it is evaluated first, and again."""

    line: cst.BaseStatement
    nodes: list[cst.BaseExpression] = field(default_factory=list)


class ReuseRepeatedExpression(EditingRewrite):
    name = "reuse-repeated-expression"
    reason = "A value that cannot have changed in between is worked out once and kept."
    examples = (
        Example(
            before=(
                "for _ in range(int(input())):\n"
                "    a = list(map(int, input().split()))\n"
                "    if max(a) - min(a) > 2:\n"
                "        print(max(a), a.index(max(a)))\n"
                "        a.append(9)\n"
                "        print(max(a))\n"
            ),
            after=(
                "for _ in range(int(input())):\n"
                "    a = list(map(int, input().split()))\n"
                "    max_a = max(a)\n"
                "    if max_a - min(a) > 2:\n"
                "        print(max_a, a.index(max_a))\n"
                "        a.append(9)\n"
                "        print(max(a))\n"
            ),
            stdin="2\n1 5 2\n3 3\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        scan = _Scan(uses)
        for block in uses.nodes:
            if isinstance(block, (cst.Module, cst.IndentedBlock)) and not isinstance(
                uses.program.scope(block), ClassScope
            ):
                scan.block(block.body, {})
        taken: set[str] = set()
        for known in scan.found:
            saved = (len(known.nodes) - 1) * cost(uses.program, known.nodes[0])
            if saved < WORTH_A_NAME or not edits.claim(*known.nodes) or not sites.take():
                continue
            name = describing_name(uses.program, known.nodes[0], taken)
            edits.before(known.line, f"{name} = {bare(known.nodes[0])}")
            for node in known.nodes:
                edits.replace(node, cst.Name(name))


class _Scan:
    """Finds what is evaluated again while its value is still known."""

    def __init__(self, uses: Uses) -> None:
        self.uses, self.facts = uses, uses.facts
        self.found: list[Known] = []
        self.seen: set[cst.CSTNode] = set()

    def block(self, lines: Sequence[cst.BaseStatement], known: dict[str, Known]) -> None:
        """Walk over statements that run one after the other; `known` is what is known before them."""
        for line in lines:
            if isinstance(line, cst.If):
                self._read(line.test, line, known)
                self._branches(line, known)
            elif isinstance(line, cst.SimpleStatementLine):
                self._simple(line, known)
            else:
                self._forget(known, self.facts.effects(line))
                if isinstance(line, LOOPS):
                    self._uses_only(line, known)
                if isinstance(line, (cst.Try, cst.With, *FUNCTIONS)):
                    known.clear()

    def _simple(self, line: cst.SimpleStatementLine, known: dict[str, Known]) -> None:
        for statement in line.body:
            effects = self.facts.effects(statement)
            # The value of an assignment is evaluated before it takes effect; calls in it may act in the middle.
            value = getattr(statement, "value", None)
            acts = value is not None and (self.facts.effects(value).writes or self.facts.effects(value).anything)
            if acts:
                self._forget(known, effects)
            elif isinstance(statement, (cst.Assign, cst.AugAssign, cst.Expr, cst.Return)):
                only = line if len(line.body) == 1 else None
                self._read(statement, only, known)
            self._forget(known, effects)

    def _branches(self, line: cst.If, known: dict[str, Known]) -> None:
        part: cst.If | cst.Else | None = line
        while part is not None:
            if isinstance(part.body, cst.IndentedBlock):
                self._inside(part.body.body, dict(known))
            if isinstance(part, cst.Else):
                break
            part = part.orelse
            if isinstance(part, cst.If):
                self._uses_only(part.test, known)
        self._forget(known, self.facts.effects(line))

    def _inside(self, lines: Sequence[cst.BaseStatement], known: dict[str, Known]) -> None:
        """Uses of what is known, in statements that may not run: none of them starts something new."""
        for line in lines:
            if isinstance(line, cst.If):
                self._uses_only(line.test, known)
                self._branches(line, known)
                continue
            effects = self.facts.effects(line)
            targets_only = isinstance(line, cst.SimpleStatementLine) and not (effects.writes or effects.anything)
            if targets_only:
                self._uses_only(line, known)
            self._forget(known, effects)
            if not targets_only:
                self._uses_only(line, known)

    def _read(self, node: cst.CSTNode, line: cst.BaseStatement | None, known: dict[str, Known]) -> None:
        """Evaluations in a statement that always runs."""
        for expression, always in self._expressions(node, True):
            text = code(expression)
            if text in known:
                known[text].nodes.append(expression)
            elif always and line is not None and expression not in self.seen:
                known[text] = Known(line, [expression])
                self.found.append(known[text])
            self.seen.add(expression)

    def _uses_only(self, node: cst.CSTNode, known: dict[str, Known]) -> None:
        for expression, _ in self._expressions(node, False):
            entry = known.get(code(expression))
            if entry is not None and expression not in entry.nodes:
                entry.nodes.append(expression)
                self.seen.add(expression)

    def _expressions(self, node: cst.CSTNode, always: bool) -> list[tuple[cst.BaseExpression, bool]]:
        """Pure calls and subscript chains in the order of the text; whether they are surely evaluated."""
        if isinstance(node, (*FUNCTIONS, cst.Assert)):
            return []
        result: list[tuple[cst.BaseExpression, bool]] = []
        nothing = Effects()
        worthy = isinstance(node, cst.Call) or (
            isinstance(node, cst.Subscript) and isinstance(node.value, cst.Subscript)
        )
        if worthy and not self._is_target(node) and "\n" not in code(node):
            assert isinstance(node, cst.BaseExpression)
            if any(isinstance(n, cst.Name) for n in walk(node)) and self.facts.unchanged(node, nothing):
                return [(node, always)]
        for child in children(node):
            skipped = isinstance(node, (cst.IfExp, cst.BooleanOperation, *COMPREHENSIONS)) and child is not getattr(
                node, "test", getattr(node, "left", None)
            )
            result += self._expressions(child, always and not skipped)
        return result

    def _is_target(self, node: cst.CSTNode) -> bool:
        parent = self.uses.program.parent(node)
        while isinstance(parent, (cst.Element, cst.Tuple, cst.List)):
            node, parent = parent, self.uses.program.parent(parent)
        return getattr(parent, "target", None) is node

    def _forget(self, known: dict[str, Known], effects: Effects) -> None:
        """Drop what the effects may have changed."""
        for text in [t for t, entry in known.items() if not self.facts.unchanged(entry.nodes[0], effects)]:
            del known[text]
