"""Counting by scanning again and again becomes counting once."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.kind import STR
from ecode.rewrite.analysis.linear import difference, range_bounds, term_text
from ecode.rewrite.analysis.patterns import Bound, match, match_block, same, statements
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Line, Uses
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.rules.prefix_sums import outermost_steady


class CountByCounter(EditingRewrite):
    name = "count-by-counter"
    reason = "list.count scans the list each time; a Counter scans it once for all values."
    changes_cost_class = True
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nfor x in a:\n    print(x, a.count(x))\n",
            after=(
                "from collections import Counter\na = list(map(int, input().split()))\na_counts = Counter(a)\n"
                "for x in a:\n    print(x, a_counts[x])\n"
            ),
            stdin="1 2 1\n",
        ),
        Example(
            before="a = [1, 2, 1]\nprint([a.count(i) for i in range(3)])\n",
            after=(
                "from collections import Counter\na = [1, 2, 1]\na_counts = Counter(a)\n"
                "print([a_counts[i] for i in range(3)])\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        known: dict[tuple[str, Line], str] = {}
        for node in uses.nodes:
            found = match("__a.count(__x)", node) if isinstance(node, cst.Call) else None
            if not found or not isinstance(found["__a"], cst.Name):
                continue
            items = found["__a"]
            line = outermost_steady(uses, node, items) if _can_count(uses, items, found["__x"]) else None
            if line is None or not edits.claim(node) or not sites.take():
                continue
            if (items.value, line) not in known:
                known[items.value, line] = edits.fresh_name(f"{items.value}_counts")
                counter = edits.imported("collections.Counter")
                edits.before(line, f"{known[items.value, line]} = {counter}({items.value})")
            edits.replace(node, f"{known[items.value, line]}[{code(found['__x'])}]")


def _can_count(uses: Uses, items: cst.Name, value: cst.BaseExpression) -> bool:
    """True when a Counter of the items knows how often the value is among them."""
    kind, wanted = uses.kinds.of(items), uses.kinds.of(value)
    if kind == STR:
        return isinstance(value, cst.Name) and _is_character(uses, value)
    return kind.name == "list" and uses.hashable(kind.element()) and wanted.name not in {"list", "dict", "set"}


def _is_character(uses: Uses, name: cst.Name) -> bool:
    """True for a name that only ever walks over the characters of strings."""
    variable = uses.variable(name)
    holders = [uses.program.parent(b) for b in variable.bindings] if variable else []
    return bool(holders) and all(
        isinstance(h, (cst.For, cst.CompFor)) and uses.kinds.of(h.iter) == STR for h in holders
    )


class CountingLoopByCounter(EditingRewrite):
    name = "counting-loop-by-counter"
    reason = "Counter counts the items of an iterable in C; the loop looks each one up in Python."
    speculative = True  # importing collections takes longer than counting a few items
    examples = (
        Example(
            before=(
                "d = {}\nfor c in 'banana':\n    if c in d:\n        d[c] += 1\n    else:\n        d[c] = 1\nprint(d)\n"
            ),
            after="from collections import Counter\nd = dict(Counter('banana'))\nprint(d)\n",
        ),
        Example(
            before="d = {}\nfor x in [1, 2, 1]:\n    d[x] = d.get(x, 0) + 1\nprint(d)\n",
            after="from collections import Counter\nd = dict(Counter([1, 2, 1]))\nprint(d)\n",
        ),
    )
    _BODIES = (
        "if __x in __d:\n    __d[__x] += 1\nelse:\n    __d[__x] = 1",
        "if __x not in __d:\n    __d[__x] = 1\nelse:\n    __d[__x] += 1",
        "if __x not in __d:\n    __d[__x] = 0\n__d[__x] += 1",
        "__d[__x] = __d.get(__x, 0) + 1",
        "__d[__x] = 1 + __d.get(__x, 0)",
        "__d[__x] += 1",
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            found = next((f for body in self._BODIES if (f := match_block(body, loop.body))), None)
            variable = uses.variable(loop.target)
            if not found or variable is None or uses.used_after(variable, loop) or not same(found["__x"], loop.target):
                continue
            start = _line_before(uses, loop)
            kept = _start_of_counts(uses, start, found, loop) if start is not None else None
            if start is None or kept is None or not edits.claim(start, loop) or not sites.take():
                continue
            counts = kept.format(f"{edits.imported('collections.Counter')}({code(loop.iter)})")
            edits.replace_line(start, f"{code(found['__d'])} = {counts}")
            edits.replace_line(loop, "")


def _line_before(uses: Uses, loop: cst.For) -> cst.SimpleStatementLine | None:
    """The line just before the loop, where it is one simple statement and no comment comes between."""
    block = uses.program.parent(loop)
    if not isinstance(block, (cst.IndentedBlock, cst.Module)):
        return None
    place = next(i for i, line in enumerate(block.body) if line is loop)
    before = block.body[place - 1] if place else None
    if not isinstance(before, cst.SimpleStatementLine) or len(before.body) != 1:
        return None
    return None if any(line.comment for line in loop.leading_lines) else before


def _start_of_counts(uses: Uses, start: cst.SimpleStatementLine, found: Bound, loop: cst.For) -> str | None:
    """How the finished counts are kept, for an empty dict that the loop fills; None where it may hold something."""
    assign = start.body[0]
    target = assign.targets[0].target if isinstance(assign, cst.Assign) and len(assign.targets) == 1 else None
    if target is None or not isinstance(assign, cst.Assign) or not same(target, found["__d"]):
        return None
    if code(found["__d"]) in {n.value for n in uses.names_in(loop.iter)} or not isinstance(target, cst.Name):
        return None
    name = assign.value.func if isinstance(assign.value, cst.Call) else None
    plain = match("{}", assign.value) is not None or match("dict()", assign.value) is not None
    if plain:
        return None if _adds_blindly(loop) else "dict({})"
    imported = uses.program.imported_name(name) if name is not None else None
    if name is not None and imported == "collections.defaultdict":
        return f"{code(name)}(int, {{}})" if match(f"{code(name)}(int)", assign.value) is not None else None
    empty = isinstance(assign.value, cst.Call) and not assign.value.args
    return "{}" if imported == "collections.Counter" and empty else None


def _adds_blindly(loop: cst.For) -> bool:
    """True for the body `d[x] += 1`, which fails on an empty plain dict."""
    return match_block("__d[__x] += 1", loop.body) is not None


class EqualPairsByCounter(EditingRewrite):
    name = "pairs-by-counter"
    reason = "Comparing all pairs takes quadratic time; how often each value occurs says how many pairs are equal."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "a = list(map(int, input().split()))\nk = 0\nfor i in range(len(a)):\n"
                "    for j in range(i + 1, len(a)):\n        if a[i] == a[j]:\n            k += 1\nprint(k)\n"
            ),
            after=(
                "from collections import Counter\na = list(map(int, input().split()))\nk = 0\n"
                "k += sum(n * (n - 1) // 2 for n in Counter(a).values())\nprint(k)\n"
            ),
            stdin="1 2 1 2 2\n",
        ),
        Example(
            before=(
                "a = [1, 2, 3, 4]\nt = 5\nn = 4\nk = 0\nfor i in range(n):\n    for j in range(i + 1, n):\n"
                "        if a[i] + a[j] == t:\n            k += 1\nprint(k)\n"
            ),
            after=(
                "from collections import Counter\na = [1, 2, 3, 4]\nt = 5\nn = 4\nk = 0\nseen = Counter()\n"
                "for value in a[:n]:\n    k += seen[t - value]\n    seen[value] += 1\nprint(k)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            found = _pair_loop(uses, loop)
            if found is None or not edits.claim(loop) or not sites.take():
                continue
            bound, items = found
            counter, total = edits.imported("collections.Counter"), code(bound["__c"])
            if "__t" not in bound:
                number = edits.fresh_name("n")
                pairs = f"{number} * ({number} - 1) // 2 for {number} in {counter}({items}).values()"
                edits.replace_line(loop, f"{total} += sum({pairs})")
                continue
            seen, value = edits.fresh_name("seen"), edits.fresh_name("value")
            body = f"    {total} += {seen}[{code(bound['__t'])} - {value}]\n    {seen}[{value}] += 1"
            edits.replace_line(loop, f"{seen} = {counter}()\nfor {value} in {items}:\n{body}")


def _pair_loop(uses: Uses, loop: cst.For) -> tuple[Bound, str] | None:
    """A count of equal pairs, or of pairs with a sum, and the text of the items that are paired."""
    header = "for __i in __outer:\n    for __j in __inner:\n        if {}:\n            __c += 1"
    tests = ("__a[__i] == __a[__j]", "__a[__j] == __a[__i]", "__a[__i] + __a[__j] == __t", "__a[__j] + __a[__i] == __t")
    bound = next((b for test in tests if (b := match_block(header.format(test), loop))), None)
    if not bound or not isinstance(bound["__a"], cst.Name):
        return None
    inner = statements(loop.body)[0]
    outer_range = range_bounds(uses.program, loop.iter)
    inner_range = range_bounds(uses.program, bound["__inner"])
    if not outer_range or not inner_range or (isinstance(inner, cst.For) and inner.orelse is not None):
        return None
    covers = difference(inner_range[0], bound["__i"]) == 1 and difference(inner_range[1], outer_range[1]) in (0, 1)
    element = uses.kinds.of(bound["__a"]).element()
    known = uses.kinds.of(bound["__a"]).name == "list" and uses.hashable(element)
    if not covers or not known or term_text(outer_range[0]) != "0":
        return None
    if "__t" in bound and not (isinstance(bound["__t"], (cst.Name, cst.Integer)) and uses.kinds.is_int(bound["__t"])):
        return None
    for hole in ("__i", "__j"):
        variable = uses.variable(bound[hole])
        if variable is None or uses.used_after(variable, loop):
            return None
    length = match("len(__a)", inner_range[1])
    if length:
        return (bound, bound["__a"].value) if same(length["__a"], bound["__a"]) else None
    simple = isinstance(inner_range[1], cst.Name)
    return (bound, f"{bound['__a'].value}[:{code(inner_range[1])}]") if simple else None


class RepeatedSortHoisted(EditingRewrite):
    name = "repeated-sorted-hoisted"
    reason = "Sorting the same list in every round of a loop gives the same result: sort it once before."
    changes_cost_class = True
    examples = (
        Example(
            before="a = [3, 1, 2]\nfor i in range(3):\n    print(sorted(a)[i])\n",
            after="a = [3, 1, 2]\na_sorted = sorted(a)\nfor i in range(3):\n    print(a_sorted[i])\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        known: dict[tuple[str, Line], str] = {}
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or not uses.program.is_builtin_call(node, "sorted"):
                continue
            arguments = plain_args(node, 1)
            items = arguments[0] if arguments else None
            if not isinstance(items, cst.Name) or not isinstance(uses.program.parent(node), cst.Subscript):
                continue
            listed = uses.kinds.of(items).name == "list" and uses.hashable(uses.kinds.of(items).element())
            line = outermost_steady(uses, node, items) if listed else None
            if line is None or not edits.claim(node) or not sites.take():
                continue
            if (items.value, line) not in known:
                known[items.value, line] = edits.fresh_name(f"{items.value}_sorted")
                edits.before(line, f"{known[items.value, line]} = sorted({items.value})")
            edits.replace(node, known[items.value, line])
