"""Work that gives the same answer in every iteration, done once before the loop."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
from libcst.metadata import ClassScope

from ecode.rewrite.analysis.effects import Effects
from ecode.rewrite.analysis.facts import Facts
from ecode.rewrite.analysis.folding import within
from ecode.rewrite.analysis.naming import describing_name
from ecode.rewrite.analysis.shapes import FUNCTIONS, bare, children, code, walk
from ecode.rewrite.base import Example, Rewrite, Sites
from ecode.rewrite.program import COMPREHENSIONS, LOOPS, Program

Region = cst.For | cst.While | cst.ListComp | cst.SetComp | cst.DictComp | cst.GeneratorExp
CHEAP_CALLS = frozenset({"len", "int", "abs", "ord", "chr", "bool", "float", "round"})
JUMPS = (cst.Continue, cst.Break, cst.Return, cst.Raise)


class HoistInvariant(Rewrite):
    name = "hoist-invariant"
    reason = "What does not change while a loop runs is worked out once before it."
    speculative = True
    examples = (
        Example(
            before=(
                "n = int(input())\n"
                "a = list(map(int, input().split()))\n"
                "d = [[0] * n for _ in range(n)]\n"
                "for i in range(n):\n"
                "    for j in range(n):\n"
                "        d[i][j] = a[i] * n + max(a) - a[j]\n"
                "print(d)\n"
            ),
            after=(
                "n = int(input())\n"
                "a = list(map(int, input().split()))\n"
                "d = [[0] * n for _ in range(n)]\n"
                "max_a = max(a)\n"
                "for i in range(n):\n"
                "    d_i = d[i]\n"
                "    value = a[i] * n + max_a\n"
                "    for j in range(n):\n"
                "        d_i[j] = value - a[j]\n"
                "print(d)\n"
            ),
            stdin="3\n1 5 2\n",
        ),
        Example(
            before=(
                "rows = [list(map(int, input().split())) for _ in range(2)]\n"
                "for i in range(2):\n"
                "    for j in range(2):\n"
                "        print(sum(rows[i][k] != rows[j][k] for k in range(3)))\n"
            ),
            after=(
                "rows = [list(map(int, input().split())) for _ in range(2)]\n"
                "for i in range(2):\n"
                "    rows_i = rows[i]\n"
                "    for j in range(2):\n"
                "        rows_j = rows[j]\n"
                "        print(sum(rows_i[k] != rows_j[k] for k in range(3)))\n"
            ),
            stdin="1 2 3\n1 5 3\n",
        ),
    )

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        plan = _Plan(program, sites)
        for region in _regions(program.module):
            plan.visit(region)
        return program.module.visit(_Hoister(plan)) if plan.names else program.module


def _regions(node: cst.CSTNode) -> Iterator[Region]:
    """Loops and comprehensions, outer ones first."""
    return (n for n in walk(node) if isinstance(n, (*LOOPS, *COMPREHENSIONS)))


class _Plan:
    """Which nodes become which names, and before which statements those are assigned."""

    def __init__(self, program: Program, sites: Sites) -> None:
        self.program, self.sites, self.facts = program, sites, Facts(program)
        self.names: dict[cst.CSTNode, str] = {}
        self.before: dict[cst.CSTNode, list[str]] = {}
        self.taken: set[str] = set()

    def visit(self, region: Region) -> None:
        anchor = region if isinstance(region, LOOPS) else statement_around(self.program, region)
        if anchor is None or isinstance(self.program.scope(anchor), ClassScope):
            return
        effects = self.facts.effects(region)
        found: dict[str, list[cst.BaseExpression]] = {}
        for part in _repeated_parts(region):
            for node in self._candidates(part, effects):
                found.setdefault(code(node), []).append(node)
        for nodes in found.values():
            if not _is_worth_it(self.program, nodes):
                continue
            if all(_may_raise(self.program, n) and _is_guarded(self.program, n, region) for n in nodes):
                continue
            if self.sites.take():
                name = describing_name(self.program, nodes[0], self.taken)
                self.names |= dict.fromkeys(nodes, name)
                self.before.setdefault(anchor, []).append(name)

    def _candidates(self, node: cst.CSTNode, effects: Effects) -> Iterator[cst.BaseExpression]:
        """The largest expressions under `node` that no effect changes."""
        if node in self.names or isinstance(node, FUNCTIONS):
            return
        kinds = (cst.Call, cst.Subscript, cst.BinaryOperation)
        if isinstance(node, kinds) and not self._is_target(node) and self.facts.unchanged(node, effects):
            if any(isinstance(n, cst.Name) for n in walk(node)) and "\n" not in code(node):
                yield node
            return
        for child in children(node):
            if not isinstance(child, (cst.AsName, cst.Annotation)):
                yield from self._candidates(child, effects)

    def _is_target(self, node: cst.CSTNode) -> bool:
        """True where the expression is assigned to."""
        parent = self.program.parent(node)
        while isinstance(parent, (cst.Element, cst.Tuple, cst.List)):
            node, parent = parent, self.program.parent(parent)
        return getattr(parent, "target", None) is node


def _repeated_parts(region: Region) -> list[cst.CSTNode]:
    """The parts of a loop that run once per iteration."""
    if isinstance(region, cst.For):
        return [region.body]
    if isinstance(region, cst.While):
        return [region.test, region.body]
    first = region.for_in
    inner: list[cst.CSTNode] = [*first.ifs, *([first.inner_for_in] if first.inner_for_in else [])]
    value = [region.key, region.value] if isinstance(region, cst.DictComp) else [region.elt]
    return [*value, *inner]


def statement_around(program: Program, node: cst.CSTNode) -> cst.BaseStatement | None:
    """The statement that evaluates `node` exactly once, right when it starts; None where there is no such one."""
    child: cst.CSTNode = node
    for ancestor in program.ancestors(node):
        if isinstance(ancestor, (*FUNCTIONS, *COMPREHENSIONS, cst.While, cst.SimpleStatementSuite, cst.Assert)):
            return None
        if isinstance(ancestor, (cst.BooleanOperation, cst.IfExp)) and child is not getattr(ancestor, "left", None):
            return None
        if isinstance(ancestor, cst.SimpleStatementLine):
            return ancestor if len(ancestor.body) == 1 else None
        if isinstance(ancestor, cst.For):
            return ancestor
        if isinstance(ancestor, cst.If):
            return None if isinstance(program.parent(ancestor), cst.If) else ancestor
        child = ancestor
    return None


def cost(program: Program, node: cst.CSTNode) -> int:
    """About how many steps it takes to evaluate an expression."""
    own = 0
    if isinstance(node, cst.Call):
        own = 2 if program.is_builtin(node.func, *CHEAP_CALLS) else 5
    elif isinstance(node, (cst.BinaryOperation, cst.Subscript)):
        own = 1
    return own + sum(cost(program, child) for child in children(node))


def _is_worth_it(program: Program, nodes: list[cst.BaseExpression]) -> bool:
    rows = isinstance(nodes[0], cst.Subscript)
    return rows or cost(program, nodes[0]) >= 2 or len(nodes) >= 2


def _may_raise(program: Program, node: cst.CSTNode) -> bool:
    risky = (cst.Subscript, cst.Divide, cst.FloorDivide, cst.Modulo, cst.Power)
    calls = (isinstance(n, cst.Call) and not program.is_builtin(n.func, "len", "abs") for n in walk(node))
    return any(isinstance(n, risky) for n in walk(node)) or any(calls)


def _is_guarded(program: Program, node: cst.CSTNode, region: cst.CSTNode) -> bool:
    """True where something inside the loop decides whether the expression is evaluated at all."""
    child: cst.CSTNode = node
    for ancestor in program.ancestors(node):
        if ancestor is region:
            return False
        if isinstance(ancestor, cst.If) and child is not ancestor.test:
            return True
        if isinstance(ancestor, cst.IfExp) and child is not ancestor.test:
            return True
        if isinstance(ancestor, cst.BooleanOperation) and child is ancestor.right:
            return True
        if isinstance(ancestor, (cst.Try, cst.While)):
            return True
        if isinstance(ancestor, cst.IndentedBlock):
            before = ancestor.body[: ancestor.body.index(child)]
            if any(isinstance(n, JUMPS) for statement in before for n in walk(statement)):
                return True
        if isinstance(ancestor, cst.CompFor) and ancestor.ifs and child not in ancestor.ifs[:1]:
            return True
        child = ancestor
    return False


class _Hoister(cst.CSTTransformer):
    """Carries a plan out."""

    def __init__(self, plan: _Plan) -> None:
        self.plan = plan
        self.values: dict[str, cst.BaseExpression] = {}

    def on_leave(  # type: ignore[override]
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode | cst.FlattenSentinel[cst.CSTNode]:
        name = self.plan.names.get(original_node)
        if name is not None:
            assert isinstance(updated_node, cst.BaseExpression)
            self.values.setdefault(name, updated_node)
            return within(updated_node, cst.Name(name))
        names = self.plan.before.get(original_node)
        if not names:
            return updated_node
        lines: list[cst.CSTNode] = [cst.parse_statement(f"{name} = {bare(self.values[name])}") for name in names]
        lines[0] = lines[0].with_changes(leading_lines=getattr(updated_node, "leading_lines", ()))
        return cst.FlattenSentinel([*lines, updated_node.with_changes(leading_lines=[])])
