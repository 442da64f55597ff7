"""Repeated `x in items` on a list, which scans it every time, becomes a set look-up."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import STR, UNKNOWN, Kind
from ecode.rewrite.analysis.linear import term_text
from ecode.rewrite.analysis.patterns import match, same
from ecode.rewrite.analysis.shapes import code
from ecode.rewrite.analysis.uses import LINE, Line, Uses, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read

Test = cst.ComparisonTarget


def membership_tests(uses: Uses) -> list[tuple[cst.BaseExpression, Test]]:
    """Every `needle in container` and `needle not in container`: needle, and the part with the container."""
    return [
        (node.left, node.comparisons[0])
        for node in uses.nodes
        if isinstance(node, cst.Comparison)
        and len(node.comparisons) == 1
        and isinstance(node.comparisons[0].operator, (cst.In, cst.NotIn))
    ]


def repeating_lines(uses: Uses, node: cst.CSTNode) -> list[Line]:
    """What repeats `node`, innermost first: the line of a comprehension around it, then the loops around that."""
    in_comprehension = uses.program.in_loop(node) and not uses.program.loops(node)
    for ancestor in uses.program.ancestors(node):
        if isinstance(ancestor, LINE):
            break
        in_comprehension |= isinstance(ancestor, (cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp))
    lines: list[Line] = [uses.line(node)] if in_comprehension else []
    return [*lines, *(loop for loop in uses.program.loops(node) if loop not in lines)]


def hoisting_line(uses: Uses, container: cst.BaseExpression, node: cst.CSTNode, strict: bool = True) -> Line | None:
    """The outermost of the loops around `node` during which `container` stays as it is."""
    outermost = None
    for line in repeating_lines(uses, node):
        if not _stays(uses, container, line, strict):
            break
        outermost = line
    return outermost


def _stays(uses: Uses, container: cst.BaseExpression, line: Line, strict: bool) -> bool:
    names = names_read(container)
    variables = [uses.variable(name) for name in uses.names_in(container)]
    bound_inside = any(v is not None and any(uses.inside(b, line) for b in v.bindings) for v in variables)
    if bound_inside:
        return False
    if strict:
        return uses.keeps(container, line)
    effects = uses.facts.effects(line)
    return not (effects.names & names) and not any(w.root in names for w in effects.writes)


class _SetBeforeLoop(EditingRewrite):
    """What the careful and the trusting form have in common."""

    strict: ClassVar[bool]

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        groups: dict[tuple[str, Line], list[Test]] = {}
        for needle, test in membership_tests(uses):
            if self._fits(uses, needle, test.comparator):
                line = hoisting_line(uses, test.comparator, test, self.strict)
                if line is not None and edits.claim(test.comparator):
                    groups.setdefault((term_text(test.comparator), line), []).append(test)
        for (container, line), tests in groups.items():
            if not sites.take():
                continue
            base = container if container.isidentifier() else "members"
            members = edits.fresh_name(f"{base}_set" if base != "members" else base)
            edits.before(line, f"{members} = set({code(tests[0].comparator)})")
            for test in tests:
                edits.replace(test.comparator, members)

    @abstractmethod
    def _fits(self, uses: Uses, needle: cst.BaseExpression, container: cst.BaseExpression) -> bool:
        """True when a set of the container's items answers the same for the needle."""


def _holds_lists(uses: Uses, holder: cst.BaseExpression) -> bool:
    """True when all that is stored in a dict are lists (as far as the text of the program shows)."""
    variable = uses.variable(holder)
    if variable is None:
        return False
    values = [assigned_value(uses.program, binding) for binding in variable.bindings]
    found = False
    for value in values:
        if isinstance(value, cst.DictComp):
            found |= uses.kinds.of(value.value).name == "list"
        elif value is not None and match("defaultdict(list)", value) is not None:
            found = True
        elif not (isinstance(value, cst.Dict) and not value.elements):
            return False
    for read in variable.reads:
        target = uses.program.parent(read)
        if isinstance(target, cst.Subscript):
            stored = assigned_value(uses.program, target)
            if stored is not None and uses.kinds.of(stored).name != "list":
                return False
            found |= stored is not None
    return found


class MembershipInSet(_SetBeforeLoop):
    name = "membership-in-set"
    reason = "Looking for a value in a list scans the list; in a set it is one hash look-up."
    changes_cost_class = True
    strict = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nb = list(map(int, input().split()))\n"
                "for x in a:\n    if x in b:\n        print(x)\n"
            ),
            after=(
                "a = list(map(int, input().split()))\nb = list(map(int, input().split()))\n"
                "b_set = set(b)\nfor x in a:\n    if x in b_set:\n        print(x)\n"
            ),
            stdin="1 2 3\n3 4 1\n",
        ),
        Example(
            before="a = [1, 2, 3]\nprint([x for x in range(9) if x not in a])\n",
            after="a = [1, 2, 3]\na_set = set(a)\nprint([x for x in range(9) if x not in a_set])\n",
        ),
    )

    def _fits(self, uses: Uses, needle: cst.BaseExpression, container: cst.BaseExpression) -> bool:
        kind = uses.kinds.of(container)
        return isinstance(container, cst.Name) and _is_hashable_list(uses, kind) and _may_be_hashed(uses, needle)


class MembershipInSetOfHeldList(_SetBeforeLoop):
    name = "membership-in-set-of-held-list"
    reason = "Looking for a value in a list that a container holds scans the list; in a set it is one hash look-up."
    changes_cost_class = True
    speculative = True
    strict = False
    examples = (
        Example(
            before=(
                "groups = {k: [] for k in range(2)}\nfor i in range(9):\n    groups[i % 2].append(i)\n"
                "for k in range(2):\n    for i in range(9):\n        if i not in groups[k]:\n            print(k, i)\n"
            ),
            after=(
                "groups = {k: [] for k in range(2)}\nfor i in range(9):\n    groups[i % 2].append(i)\n"
                "for k in range(2):\n    members = set(groups[k])\n    for i in range(9):\n"
                "        if i not in members:\n            print(k, i)\n"
            ),
        ),
    )

    def _fits(self, uses: Uses, needle: cst.BaseExpression, container: cst.BaseExpression) -> bool:
        if not uses.program.is_pure(container) or not _may_be_hashed(uses, needle):
            return False
        kind = uses.kinds.of(container)
        if kind.name == "list":
            careful = isinstance(container, cst.Name) and _is_hashable_list(uses, kind)
            return isinstance(container, (cst.Name, cst.Subscript)) and not careful
        listed = isinstance(container, cst.Subscript) and _holds_lists(uses, container.value)
        return listed and kind == UNKNOWN


class SliceMembershipByPosition(EditingRewrite):
    name = "slice-membership-by-position"
    reason = "Where a value first (or last) stands in a list tells at once whether it is in the front (or back) part."
    changes_cost_class = True
    speculative = True  # bounds below zero count from the end in a slice
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nfor i in range(len(a)):\n    if a[i] not in a[:i]:\n"
                "        print(a[i], a[i] in a[i + 1:])\n"
            ),
            after=(
                "a = list(map(int, input().split()))\na_first = dict(zip(reversed(a), range(len(a) - 1, -1, -1)))\n"
                "a_last = dict(zip(a, range(len(a))))\nfor i in range(len(a)):\n"
                "    if a_first[a[i]] >= i:\n        print(a[i], a_last[a[i]] >= i + 1)\n"
            ),
            stdin="1 2 1 3 2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        known: dict[tuple[str, bool, Line], str] = {}
        for needle, test in membership_tests(uses):
            front = match("__a[:__k]", test.comparator)
            found = front or match("__a[__k:]", test.comparator)
            comparison = uses.program.parent(test)
            if not found or not isinstance(found["__a"], cst.Name) or not isinstance(comparison, cst.Comparison):
                continue
            items = found["__a"]
            own = match("__a[__i]", needle)
            sure = own is not None and same(own["__a"], items)
            fits = _is_hashable_list(uses, uses.kinds.of(items)) or (sure and uses.kinds.of(items) == STR)
            line = hoisting_line(uses, items, test) if fits and _may_be_hashed(uses, needle) else None
            if line is None or not edits.claim(comparison) or not sites.take():
                continue
            key = (items.value, front is not None, line)
            if key not in known:
                known[key] = edits.fresh_name(f"{items.value}_{'first' if front else 'last'}")
                edits.before(line, f"{known[key]} = {_positions(items.value, front is not None)}")
            default = f"len({items.value})" if front else "-1"
            place = f"{known[key]}[{code(needle)}]" if sure else f"{known[key]}.get({code(needle)}, {default})"
            inside = isinstance(test.operator, cst.In)
            sign = ("<" if inside else ">=") if front else (">=" if inside else "<")
            edits.replace(comparison, f"{place} {sign} {code(found['__k'])}")


def _positions(items: str, first: bool) -> str:
    """A dict of where each item first (or last) stands."""
    if first:
        return f"dict(zip(reversed({items}), range(len({items}) - 1, -1, -1)))"
    return f"dict(zip({items}, range(len({items}))))"


def _is_hashable_list(uses: Uses, kind: Kind) -> bool:
    return kind.name == "list" and uses.hashable(kind.element())


def _may_be_hashed(uses: Uses, needle: cst.BaseExpression) -> bool:
    return uses.kinds.of(needle).name not in {"list", "dict", "set"}
