"""Lists where sets and dicts would answer at once."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_any
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.slower.common import SlowerRewrite, is_membership, is_truth, line_to_hoist
from ecode.rewrite.slower.unfolding import unfolded


class ListInsteadOfSet(SlowerRewrite):
    name = "list-instead-of-set"
    reason = "A list compares a value with every item where a set looks it up."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "allowed = set(map(int, input().split()))\ncount = 0\nfor i in range(50):\n    if i in allowed:\n"
                "        count += 1\nprint(count)\n"
            ),
            after=(
                "allowed = list(map(int, input().split()))\n"
                "count = 0\n"
                "for i in range(50):\n"
                "    if i in allowed:\n"
                "        count += 1\n"
                "print(count)\n"
            ),
            stdin="3 4 4 70\n",
        ),
    )
    grows = False

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        done: set[tuple[cst.CSTNode, ...]] = set()
        for node in uses.nodes:
            variable = uses.variable(node) if isinstance(node, cst.Name) and is_membership(uses, node) else None
            if variable is None or variable.bindings in done:
                continue
            done.add(variable.bindings)
            values = [assigned_value(uses.program, binding) for binding in variable.bindings]
            lists = [_as_list(uses, value) for value in values if value is not None]
            adds = [read for read in variable.reads if _add(uses, read)]
            fits = all(lists) and len(lists) == len(values) and bool(adds) == self.grows
            if not fits or not all(_stays_true(uses, read) for read in variable.reads):
                continue
            if edits.claim(*variable.bindings, *variable.reads) and sites.take():
                self._make_list(uses, edits, variable, lists)

    @staticmethod
    def _make_list(uses: Uses, edits: Edits, variable: Variable, lists: list[str]) -> None:
        for binding, text in zip(variable.bindings, lists, strict=True):
            value = assigned_value(uses.program, binding)
            assert value is not None
            edits.replace(value, text)
        for read in variable.reads:
            add = _add(uses, read)
            if add:
                edits.replace(add.func, f"{variable.name}.append")


class SeenListInsteadOfSet(ListInsteadOfSet):
    name = "seen-list-instead-of-seen-set"
    reason = "What was seen is kept in a list, which is searched from its start each time."
    grows = True
    examples = (
        Example(
            before="seen = set()\nx = 1\nwhile x not in seen:\n    seen.add(x)\n    x = x * 5 % 23\nprint(x)\n",
            after=("seen = []\nx = 1\nwhile x not in seen:\n    seen.append(x)\n    x = x * 5 % 23\nprint(x)\n"),
        ),
    )


def _as_list(uses: Uses, value: cst.BaseExpression) -> str:
    """The list with the items of a set that is made here; "" for any other expression."""
    if isinstance(value, (cst.Set, cst.SetComp)):
        return f"[{code(value)[1:-1]}]" if not value.lpar else ""
    if not uses.program.is_builtin_call(value, "set"):
        return ""
    if match("set()", value) is not None:
        return "[]"
    args = plain_args(value, 1)
    return f"list({code(args[0])})" if args else ""


def _add(uses: Uses, read: cst.Name) -> cst.Call | None:
    """The call of a statement `s.add(x)`."""
    attribute = uses.program.parent(read)
    call = uses.program.parent(attribute) if isinstance(attribute, cst.Attribute) else None
    if not isinstance(call, cst.Call) or match("__s.add(__x)", call) is None:
        return None
    return call if isinstance(uses.program.parent(call), cst.Expr) else None


def _stays_true(uses: Uses, read: cst.Name) -> bool:
    return is_membership(uses, read) or is_truth(uses, read) or _add(uses, read) is not None


class KeyListMembership(SlowerRewrite):
    name = "membership-in-list-of-keys"
    reason = "All keys are copied into a list, and that is searched, for a question that the dict answers at once."
    changes_cost_class = True
    examples = (
        Example(
            before="d = {}\nfor c in input():\n    if c not in d:\n        d[c] = 0\n    d[c] += 1\nprint(d)\n",
            after=(
                "d = {}\n"
                "for c in input():\n"
                "    if c not in list(d.keys()):\n"
                "        d[c] = 0\n"
                "    d[c] += 1\n"
                "print(d)\n"
            ),
            stdin="banana\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Name) or not is_membership(uses, node) or not uses.program.in_loop(node):
                continue
            if uses.kinds.of(node).name == "dict" and edits.claim(node) and sites.take():
                edits.replace(node, f"list({node.value}.keys())")


class DedupeByScanning(SlowerRewrite):
    name = "remove-repeats-by-scanning"
    reason = "Each item is compared with all different ones before it, where a set drops repeats in one pass."
    changes_cost_class = True
    examples = (
        Example(
            before="a = list(map(int, input().split()))\nprint(len(set(a)))\nb = sorted(set(a))\nprint(*b)\n",
            after=(
                "a = list(map(int, input().split()))\n"
                "unique = []\n"
                "for item in a:\n"
                "    if item not in unique:\n"
                "        unique.append(item)\n"
                "print(len(unique))\n"
                "unique_2 = []\n"
                "for item_2 in a:\n"
                "    if item_2 not in unique_2:\n"
                "        unique_2.append(item_2)\n"
                "b = sorted(unique_2)\n"
                "print(*b)\n"
            ),
            stdin="3 1 3 2 1\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, cst.Call) or not uses.program.is_builtin(node.func, "len", "sorted"):
                continue
            found = match_any(node, "len(set(__a))", "sorted(set(__a))")
            inner = plain_args(node, 1)
            if found is None or inner is None or not uses.program.is_builtin_call(inner[0], "set"):
                continue
            line = line_to_hoist(uses, inner[0])
            loops = unfolded(uses, edits, found["__a"], "item") if line is not None else None
            if line is None or loops is None or not edits.claim(inner[0]) or not sites.take():
                continue
            unique = edits.fresh_name("unique")
            value = loops.element if loops.element.isidentifier() else edits.fresh_name("value")
            named = () if value == loops.element else (f"{value} = {loops.element}",)
            keep = (*named, f"if {value} not in {unique}:", f"    {unique}.append({value})")
            edits.before(line, f"{unique} = []\n{loops.around(*keep)}")
            edits.replace(inner[0], unique)
