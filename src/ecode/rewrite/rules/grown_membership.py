"""Lists that grow while the program asks what is in them: a set answers, instead of the list or beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.patterns import match, match_any
from ecode.rewrite.analysis.shapes import code, plain_args, words
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_read

_KEEPING_METHODS = words("index count copy sort reverse")
_READERS = words("len print sum min max any all list sorted enumerate reversed bool tuple set map zip str iter dict")


@dataclass(slots=True)
class _Members:
    """The uses of a list, as far as it matters which of them a set could serve."""

    tests: list[cst.ComparisonTarget] = field(default_factory=list)
    appends: list[cst.Call] = field(default_factory=list)
    others: int = 0


def _members(uses: Uses, variable: Variable) -> _Members | None:
    """The sorted uses; None where the list may lose items, change them, or be known under another name."""
    functions = {uses.program.function(binding) for binding in variable.bindings}
    if len(functions) != 1 or not uses.hashable(uses.kinds.of(variable.reads[0]).element()):
        return None
    for binding in variable.bindings:
        value = assigned_value(uses.program, binding)
        holder = uses.program.parent(uses.program.parent(binding) or binding)
        if value is None or holder is None or uses.own_line(holder) is None:
            return None
        if uses.kinds.of(value).name != "list" or not uses.facts.makes_new_object(value):
            return None
    members = _Members()
    for read in variable.reads:
        parent = uses.program.parent(read)
        if isinstance(parent, cst.ComparisonTarget) and isinstance(parent.operator, (cst.In, cst.NotIn)):
            members.tests.append(parent)
        elif isinstance(parent, cst.Attribute) and parent.attr.value == "append":
            call = uses.program.parent(parent)
            arguments = plain_args(call, 1) if call is not None else None
            if not isinstance(call, cst.Call) or not arguments or not uses.hashable(uses.kinds.of(arguments[0])):
                return None
            members.appends.append(call)
        elif _only_looks(uses, read):
            members.others += 1
        else:
            return None
    return members


def _only_looks(uses: Uses, read: cst.Name) -> bool:
    """True for a use that neither changes what is in the list nor hands it on."""
    program = uses.program
    parent = program.parent(read)
    if isinstance(parent, cst.Attribute):
        call = program.parent(parent)
        return isinstance(call, cst.Call) and call.func is parent and parent.attr.value in _KEEPING_METHODS
    if isinstance(parent, cst.Subscript) and parent.value is read:
        return not isinstance(program.parent(parent), (cst.AssignTarget, cst.AugAssign, cst.Del, cst.For, cst.Element))
    if isinstance(parent, cst.Arg):
        call = program.parent(parent)
        joins = isinstance(call, cst.Call) and isinstance(call.func, cst.Attribute) and call.func.attr.value == "join"
        return joins or (call is not None and program.is_builtin_call(call, *_READERS))
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is read
    return isinstance(parent, (cst.If, cst.While, cst.BooleanOperation, cst.UnaryOperation, cst.BinaryOperation))


def _asked_often(uses: Uses, variable: Variable, members: _Members) -> bool:
    """True when some test is repeated while the list is the same one."""
    home = uses.program.function(variable.bindings[0])
    for test in members.tests:
        if uses.program.function(test) is not home:
            return True
        loops = uses.program.loops(test)
        if any(not any(uses.inside(b, loop) for b in variable.bindings) for loop in loops):
            return True
    return False


def _candidates(uses: Uses) -> list[tuple[Variable, _Members]]:
    """The lists that are asked often, each once."""
    found: dict[tuple[cst.CSTNode, ...], tuple[Variable, _Members]] = {}
    for node in uses.nodes:
        if not isinstance(node, cst.ComparisonTarget) or not isinstance(node.operator, (cst.In, cst.NotIn)):
            continue
        variable = uses.variable(node.comparator)
        if variable is None or variable.bindings in found:
            continue
        members = _members(uses, variable)
        if members is not None and members.appends and _asked_often(uses, variable, members):
            found[variable.bindings] = (variable, members)
    return list(found.values())


class SetInsteadOfSeenList(EditingRewrite):
    name = "set-instead-of-seen-list"
    reason = "A list that only remembers what was seen is scanned at every question; a set answers at once."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "seen = []\nfor x in map(int, input().split()):\n    if x not in seen:\n        seen.append(x)\n"
                "        print(x)\n"
            ),
            after=(
                "seen = set()\nfor x in map(int, input().split()):\n    if x not in seen:\n        seen.add(x)\n"
                "        print(x)\n"
            ),
            stdin="1 2 1 3 2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for variable, members in _candidates(uses):
            values = [v for b in variable.bindings if (v := assigned_value(uses.program, b)) is not None]
            if members.others or not edits.claim(*members.appends, *values) or not sites.take():
                continue
            for value in values:
                edits.replace(value, _as_set(value))
            for call in members.appends:
                edits.replace(call, f"{variable.name}.add({code(call.args[0].value)})")


def _as_set(value: cst.BaseExpression) -> str:
    """The text of a set of what the new list `value` holds."""
    if match_any(value, "[]", "list()") is not None:
        return "set()"
    if isinstance(value, cst.List) and not any(isinstance(e, cst.StarredElement) for e in value.elements):
        return f"{{{', '.join(code(element.value) for element in value.elements)}}}"
    return f"set({code(value)})"


class SetBesideList(EditingRewrite):
    name = "set-beside-list"
    reason = "A set kept beside a growing list answers what is in it without scanning the list."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "order = []\nfor x in map(int, input().split()):\n    if x not in order:\n        order.append(x)\n"
                "print(*order)\n"
            ),
            after=(
                "order = []\norder_set = set()\nfor x in map(int, input().split()):\n    if x not in order_set:\n"
                "        order.append(x)\n        order_set.add(x)\nprint(*order)\n"
            ),
            stdin="1 2 1 3 2\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for variable, members in _candidates(uses):
            pieces = [call.args[0].value for call in members.appends]
            lines = [_line_of(uses, call) for call in members.appends]
            known = all(uses.program.is_pure(p) and variable.name not in names_read(p) for p in pieces)
            if not members.others or None in lines or not known:
                continue
            if not edits.claim(*(test.comparator for test in members.tests)) or not sites.take():
                continue
            beside = edits.fresh_name(f"{variable.name}_set")
            for binding in variable.bindings:
                value = assigned_value(uses.program, binding)
                empty = value is not None and match("[]", value) is not None
                edits.after(uses.line(binding), f"{beside} = set({'' if empty else variable.name})")
            for line, piece in zip(lines, pieces, strict=True):
                if line is not None:
                    edits.after(line, f"{beside}.add({code(piece)})")
            for test in members.tests:
                edits.replace(test.comparator, beside)


def _line_of(uses: Uses, call: cst.Call) -> cst.SimpleStatementLine | None:
    """The line that consists of the call."""
    statement = uses.program.parent(call)
    return uses.own_line(statement) if isinstance(statement, cst.Expr) else None
