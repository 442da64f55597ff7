"""Plain dicts that are tested before each change, where a defaultdict fills in what is missing."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_any
from ecode.rewrite.analysis.shapes import code, operand, plain_args
from ecode.rewrite.analysis.uses import Line, Uses, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read
from ecode.rewrite.slower.common import SlowerRewrite, is_builtin_arg, is_membership, is_truth

_EMPTY = {"int": "0", "list": "[]", "set": "set()", "dict": "{}", "str": "''", "float": "0.0"}


class TestInsteadOfDefault(SlowerRewrite):
    name = "test-instead-of-defaultdict"
    reason = "Every change first asks whether the key is there, in Python."
    examples = (
        Example(
            before=(
                "from collections import defaultdict\nd = defaultdict(list)\nfor i in range(6):\n"
                "    d[i % 4].append(i)\n"
                "for k in d:\n    print(k, d.get(k))\n"
            ),
            after=(
                "from collections import defaultdict\n"
                "d = {}\n"
                "for i in range(6):\n"
                "    if i % 4 not in d:\n"
                "        d[i % 4] = []\n"
                "    d[i % 4].append(i)\n"
                "for k in d:\n"
                "    print(k, d.get(k))\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            args = plain_args(node, 1)
            known = isinstance(node, cst.Call) and uses.program.imported_name(node.func) == "collections.defaultdict"
            holder = uses.program.parent(node) if known else None
            if args is None or not isinstance(holder, cst.Assign) or len(holder.targets) != 1:
                continue
            variable = uses.variable(holder.targets[0].target)
            empty = _EMPTY.get(code(args[0]), "") if uses.program.is_builtin(args[0]) else ""
            if variable is None or len(variable.bindings) != 1 or not empty:
                continue
            if assigned_value(uses.program, variable.bindings[0]) is not node:
                continue
            changes = [_change(uses, read) for read in variable.reads]
            if not all(c or _only_reads(uses, read) for c, read in zip(changes, variable.reads, strict=True)):
                continue
            lines = [line for line, _ in filter(None, changes)]
            if edits.claim(node, *lines) and sites.take():
                edits.replace(node, "{}")
                for line, key in filter(None, changes):
                    item = f"{variable.name}[{code(key)}]"
                    shown = code(key) if isinstance(key, cst.BinaryOperation) else operand(key)
                    edits.before(line, f"if {shown} not in {variable.name}:\n    {item} = {empty}")


def _change(uses: Uses, read: cst.Name) -> tuple[Line, cst.BaseExpression] | None:
    """The line and the key of `d[k] += x`, `d[k].append(x)` or `d[k].add(x)`, where nothing else touches the dict."""
    item = uses.program.parent(read)
    found = match("__d[__k]", item) if isinstance(item, cst.Subscript) and item.value is read else None
    holder = uses.program.parent(item) if found and item is not None else None
    if not found or holder is None:
        return None
    added: cst.CSTNode | None = holder
    if isinstance(holder, cst.Attribute):
        call = uses.program.parent(holder)
        added = uses.program.parent(call) if match_any(call, "__i.append(__x)", "__i.add(__x)") and call else None
    if not isinstance(added, (cst.AugAssign, cst.Expr)) or getattr(added, "target", item) is not item:
        return None
    line = uses.own_line(added)
    key = found["__k"]
    rest = [n for n in uses.names_in(line) if n.value == read.value] if line is not None else []
    fits = uses.program.is_pure(key) and read.value not in names_read(key) and len(rest) == 1
    pure = uses.program.is_pure(added.value if isinstance(added, cst.AugAssign) else _argument(added))
    return (line, key) if line is not None and fits and pure else None


def _argument(statement: cst.Expr) -> cst.BaseExpression:
    """The argument of a call that is a statement."""
    call = statement.value
    return call.args[0].value if isinstance(call, cst.Call) else call


def _only_reads(uses: Uses, read: cst.Name) -> bool:
    """True where a plain dict does the same as the defaultdict."""
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Attribute):
        call = uses.program.parent(parent)
        called = isinstance(call, cst.Call) and call.func is parent
        return called and parent.attr.value in ("get", "items", "keys", "values", "pop", "clear")
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is read
    return is_membership(uses, read) or is_truth(uses, read) or is_builtin_arg(uses, read, "len", "sorted", "list")
