"""Plain lists where a deque belongs."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match
from ecode.rewrite.analysis.shapes import code, plain_args
from ecode.rewrite.analysis.uses import Uses, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, is_builtin_arg, is_truth

_READERS = ("len", "sum", "min", "max", "any", "all", "list", "sorted", "enumerate", "bool", "tuple", "set")


class ListInsteadOfDeque(SlowerRewrite):
    name = "list-instead-of-deque"
    reason = "Taking from the front of a list moves all other items; a deque does not."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "from collections import deque\nqueue = deque([1])\nwhile queue:\n    v = queue.popleft()\n"
                "    print(v)\n    if v < 8:\n        queue.append(2 * v)\n        queue.appendleft(2 * v + 1)\n"
            ),
            after=(
                "from collections import deque\n"
                "queue = [1]\n"
                "while queue:\n"
                "    v = queue.pop(0)\n"
                "    print(v)\n"
                "    if v < 8:\n"
                "        queue.append(2 * v)\n"
                "        queue.insert(0, 2 * v + 1)\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        done: set[tuple[cst.CSTNode, ...]] = set()
        for node in uses.nodes:
            func = node.func if isinstance(node, cst.Call) else None
            known = func is not None and uses.program.imported_name(func) == "collections.deque"
            holder = uses.program.parent(node) if known else None
            if not isinstance(holder, cst.Assign) or len(holder.targets) != 1:
                continue
            variable = uses.variable(holder.targets[0].target)
            if variable is None or variable.bindings in done:
                continue
            done.add(variable.bindings)
            values = [_as_list(uses, binding) for binding in variable.bindings]
            if not all(values) or not all(_means_the_same(uses, read) for read in variable.reads):
                continue
            changed = [
                uses.program.parent(uses.program.parent(r) or r) or r for r in variable.reads if _is_method(uses, r)
            ]
            if edits.claim(*variable.bindings, *variable.reads, *changed) and sites.take():
                for binding, text in zip(variable.bindings, values, strict=True):
                    value = assigned_value(uses.program, binding)
                    assert value is not None
                    edits.replace(value, text)
                for read in variable.reads:
                    _change_use(uses, edits, read)


def _as_list(uses: Uses, binding: cst.CSTNode) -> str:
    """The list in the place of the deque that is bound there; "" where no plain deque is."""
    value = assigned_value(uses.program, binding)
    if not isinstance(value, cst.Call) or uses.program.imported_name(value.func) != "collections.deque":
        return ""
    args = plain_args(value, 1)
    if args is None:
        return "" if value.args else "[]"
    return code(args[0]) if isinstance(args[0], (cst.List, cst.ListComp)) else f"list({code(args[0])})"


def _means_the_same(uses: Uses, read: cst.Name) -> bool:
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Attribute):
        call = uses.program.parent(parent)
        methods = ("append", "appendleft", "pop", "popleft", "clear", "extend", "index", "count", "remove", "reverse")
        if not isinstance(call, cst.Call) or call.func is not parent or parent.attr.value not in methods:
            return False
        args = plain_args(call, 1)
        return parent.attr.value != "appendleft" or (args is not None and read.value not in names_read(args[0]))
    if isinstance(parent, cst.Subscript):
        return parent.value is read
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is read
    if isinstance(parent, cst.ComparisonTarget):
        return isinstance(parent.operator, (cst.In, cst.NotIn))
    return is_truth(uses, read) or is_builtin_arg(uses, read, *_READERS)


def _is_method(uses: Uses, read: cst.Name) -> bool:
    return isinstance(uses.program.parent(read), cst.Attribute)


def _change_use(uses: Uses, edits: Edits, read: cst.Name) -> None:
    call = uses.program.parent(uses.program.parent(read) or read)
    added = match("__q.appendleft(__x)", call) if isinstance(call, cst.Call) else None
    if call is not None and match("__q.popleft()", call) is not None:
        edits.replace(call, f"{read.value}.pop(0)")
    elif isinstance(call, cst.Call) and added:
        edits.replace(call, f"{read.value}.insert(0, {code(added['__x'])})")
