"""Lists used as queues: taking from the front moves every other item; a deque does not."""

from __future__ import annotations

import libcst as cst

from ecode.rewrite.analysis.editing import EditingRewrite
from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.linear import range_bounds, term_text
from ecode.rewrite.analysis.patterns import Bound, match, match_any, match_block, same
from ecode.rewrite.analysis.shapes import code, operand, plain_args, words
from ecode.rewrite.analysis.uses import Uses, Variable, assigned_value
from ecode.rewrite.base import Example, Sites
from ecode.rewrite.program import names_bound

_SHARED_METHODS = words("append clear extend remove count index reverse copy")
_READERS = words("len sum min max any all list sorted enumerate bool tuple set map")


class DequeForFrontOfList(EditingRewrite):
    name = "deque-for-front-of-list"
    reason = "list.pop(0) and list.insert(0, x) move every item of the list; a deque does both in constant time."
    changes_cost_class = True
    examples = (
        Example(
            before=(
                "queue = [1]\nseen = {1}\nwhile queue:\n    v = queue.pop(0)\n    print(v)\n"
                "    for w in (2 * v, 2 * v + 1):\n        if w < 20 and w not in seen:\n"
                "            seen.add(w)\n            queue.append(w)\n"
            ),
            after=(
                "from collections import deque\nqueue = deque([1])\nseen = {1}\nwhile queue:\n"
                "    v = queue.popleft()\n    print(v)\n"
                "    for w in (2 * v, 2 * v + 1):\n        if w < 20 and w not in seen:\n"
                "            seen.add(w)\n            queue.append(w)\n"
            ),
        ),
        Example(
            before="a = []\nfor i in range(5):\n    a.insert(0, i)\nprint(*a)\n",
            after="from collections import deque\na = deque()\nfor i in range(5):\n    a.appendleft(i)\nprint(*a)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        done: set[tuple[cst.CSTNode, ...]] = set()
        for node in uses.nodes:
            call = _front_operation(node)
            if call is None or not isinstance(call["__a"], cst.Name) or not uses.program.in_loop(node):
                continue
            variable = uses.variable(call["__a"])
            if variable is None or variable.bindings in done:
                continue
            done.add(variable.bindings)
            if _can_be_deque(uses, variable) and edits.claim(*variable.bindings, *variable.reads) and sites.take():
                _make_deque(uses, edits, variable)


def _front_operation(node: cst.CSTNode) -> Bound | None:
    """The list of `a.pop(0)`, `a.insert(0, x)` or `del a[0]`."""
    if isinstance(node, cst.Call):
        return match_any(node, "__a.pop(0)", "__a.insert(0, __x)")
    return match_block("del __a[0]", node) if isinstance(node, cst.Del) else None


def _can_be_deque(uses: Uses, variable: Variable) -> bool:
    """True when every binding makes a new list and every use means the same on a deque."""
    for binding in variable.bindings:
        value = assigned_value(uses.program, binding)
        if value is None or not uses.facts.makes_new_object(value) or uses.kinds.of(value).name != "list":
            return False
    return all(_is_use_of_deque(uses, read) for read in variable.reads)


def _is_use_of_deque(uses: Uses, read: cst.Name) -> bool:
    program = uses.program
    parent = program.parent(read)
    if isinstance(parent, cst.Attribute):
        call = program.parent(parent)
        if not isinstance(call, cst.Call) or call.func is not parent:
            return False
        if parent.attr.value == "pop":
            return not call.args or match_any(call, "__a.pop(0)", "__a.pop(-1)") is not None
        if parent.attr.value == "insert":
            return plain_args(call, 2) is not None
        return parent.attr.value in _SHARED_METHODS
    if isinstance(parent, cst.Subscript) and parent.value is read:
        deleted = isinstance(program.parent(parent), cst.Del)
        return _is_end(parent) and (not deleted or uses.own_line(program.parent(parent) or parent) is not None)
    if isinstance(parent, cst.Arg):
        call = program.parent(parent)
        if not isinstance(call, cst.Call):
            return False
        if program.is_builtin_call(call, "print"):
            return parent.star == "*"
        joined = isinstance(call.func, cst.Attribute) and call.func.attr.value == "join"
        return joined or program.is_builtin_call(call, *_READERS)
    if isinstance(parent, (cst.For, cst.CompFor)):
        return parent.iter is read
    if isinstance(parent, cst.ComparisonTarget):
        return isinstance(parent.operator, (cst.In, cst.NotIn))
    return isinstance(parent, (cst.While, cst.If, cst.BooleanOperation)) or (
        isinstance(parent, cst.UnaryOperation) and isinstance(parent.operator, cst.Not)
    )


def _is_end(item: cst.Subscript) -> bool:
    """True for `a[0]` and `a[-1]`: in the middle a deque is slower than a list."""
    return match_any(item, "__a[0]", "__a[-1]") is not None


def _make_deque(uses: Uses, edits: Edits, variable: Variable) -> None:
    deque = edits.imported("collections.deque")
    for binding in variable.bindings:
        value = assigned_value(uses.program, binding)
        assert value is not None
        inner = plain_args(value, 1) if uses.program.is_builtin_call(value, "list") else None
        empty = match_any(value, "[]", "list()") is not None
        content = "" if empty else code(inner[0]) if inner else code(value)
        edits.replace(value, f"{deque}({content})")
    for read in variable.reads:
        attribute = uses.program.parent(read)
        call = attribute and uses.program.parent(attribute)
        if isinstance(call, cst.Del):
            end = "popleft" if match("__a[0]", call.target) else "pop"
            edits.replace_line(uses.line(call), f"{variable.name}.{end}()")
        if not isinstance(attribute, cst.Attribute) or not isinstance(call, cst.Call):
            continue
        popped, inserted = match("__a.pop(0)", call), match("__a.insert(0, __x)", call)
        if popped:
            edits.replace(call, f"{variable.name}.popleft()")
        elif match("__a.pop(-1)", call):
            edits.replace(call, f"{variable.name}.pop()")
        elif inserted:
            edits.replace(call, f"{variable.name}.appendleft({code(inserted['__x'])})")


class AppendInsteadOfConcatenation(EditingRewrite):
    name = "append-instead-of-concatenation"
    reason = "`a = a + [x]` copies the whole list to add one item; `append` does not."
    changes_cost_class = True
    examples = (
        Example(
            before="a = []\nfor i in range(5):\n    a = a + [i]\nprint(a)\n",
            after="a = []\nfor i in range(5):\n    a.append(i)\nprint(a)\n",
        ),
        Example(
            before="a = []\nfor i in range(5):\n    a += [i * i]\nprint(a)\n",
            after="a = []\nfor i in range(5):\n    a.append(i * i)\nprint(a)\n",
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for node in uses.nodes:
            if not isinstance(node, (cst.Assign, cst.AugAssign)) or not uses.program.in_loop(node):
                continue
            line = uses.own_line(node)
            found = match_block("__a = __a + [__x]", node) or match_block("__a += [__x]", node)
            if line is None or found is None or uses.kinds.of(found["__a"]).name != "list":
                continue
            copied = isinstance(node, cst.Assign)
            if isinstance(found["__x"], cst.StarredElement) or (copied and not _is_alone(uses, found)):
                continue
            if edits.claim(line) and sites.take():
                edits.replace_line(line, f"{operand(found['__a'])}.append({code(found['__x'])})")


def _is_alone(uses: Uses, found: Bound) -> bool:
    """True when no other name may hold the list, so that it may be changed instead of copied."""
    variable = uses.variable(found["__a"]) if isinstance(found["__a"], cst.Name) else None
    if variable is None:
        return False
    if any(isinstance(binding, cst.Param) for binding in variable.bindings):
        return False
    for binding in variable.bindings:
        value = assigned_value(uses.program, binding)
        if value is None or not uses.facts.makes_new_object(value):
            return False
    return all(_is_use_of_deque(uses, read) or _is_plain_item(uses, read) for read in variable.reads)


def _is_plain_item(uses: Uses, read: cst.Name) -> bool:
    """True for `a[i]`, a whole `print(a)` and the `a` of `a = a + [x]`."""
    parent = uses.program.parent(read)
    if isinstance(parent, cst.Subscript):
        return parent.value is read
    if isinstance(parent, cst.Arg):
        call = uses.program.parent(parent)
        return call is not None and uses.program.is_builtin_call(call, "print")
    return isinstance(parent, cst.BinaryOperation)


class DeleteManyAtOnce(EditingRewrite):
    name = "delete-many-at-once"
    reason = "Deleting the last items of a list one by one is a loop; deleting a slice is one operation in C."
    examples = (
        Example(
            before=(
                "a = list(range(10))\nk = 3\nwhile len(a) > 0:\n    print(a[-1])\n    for i in range(k):\n"
                "        if len(a) > 0:\n            del a[-1]\n"
            ),
            after=(
                "a = list(range(10))\nk = 3\nwhile len(a) > 0:\n    print(a[-1])\n"
                "    del a[max(len(a) - max(k, 0), 0):]\n"
            ),
        ),
    )

    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        for loop in uses.nodes:
            if not isinstance(loop, cst.For) or loop.orelse is not None:
                continue
            found = _deletes_last(loop)
            bounds = range_bounds(uses.program, loop.iter)
            if found is None or bounds is None or term_text(bounds[0]) != "0" or not isinstance(loop.target, cst.Name):
                continue
            items = found["__a"]
            counter = uses.variable(loop.target)
            if counter is None or uses.used_after(counter, loop) or not isinstance(items, cst.Name):
                continue
            if uses.kinds.of(items).name != "list" or loop.target.value in names_bound(loop.body):
                continue
            if edits.claim(loop) and sites.take():
                name, count = items.value, code(bounds[1])
                edits.replace_line(loop, f"del {name}[max(len({name}) - max({count}, 0), 0):]")


def _deletes_last(loop: cst.For) -> Bound | None:
    """A loop that deletes the last item as often as there is one, and does nothing else."""
    tests = ("if len(__a) > 0:", "if __a:", "if len(__a) != 0:", "if len(__a):", "if __a != []:")
    for test in tests:
        for action in ("del __b[-1]", "__b.pop()", "__b.pop(-1)"):
            found = match_block(f"{test}\n    {action}\n", loop.body)
            if found and same(found["__a"], found["__b"]):
                return found
    return None
