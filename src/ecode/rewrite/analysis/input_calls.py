"""How a program uses what it reads: which reads need the line's text, and which want numbers only."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst
import libcst.matchers as m

from ecode.rewrite.analysis.shapes import plain_args, walk
from ecode.rewrite.program import Program

_NO_ARGUMENT_SPLIT = m.Call(func=m.Attribute(attr=m.Name("split")), args=[])
_NUMBERS = ("int", "float")


def input_calls(program: Program) -> list[cst.Call] | None:
    """All calls of the builtin `input()`; None where it has a prompt or is used other than by calling it."""
    calls: list[cst.Call] = []
    for node in walk(program.module):
        if not isinstance(node, cst.Name) or node.value != "input":
            continue
        parent = program.parent(node)
        if isinstance(parent, cst.Attribute) and parent.attr is node:
            continue
        if isinstance(parent, cst.Call) and parent.func is node and not parent.args and program.is_builtin(node):
            calls.append(parent)
        else:
            return None
    return calls


def needs_no_newline_removed(program: Program, call: cst.Call) -> bool:
    """True when the program does the same with the line's end as without it: `input().split()`, `int(input())`."""
    parent = program.parent(call)
    if isinstance(parent, cst.Attribute) and parent.value is call:
        method = program.parent(parent)
        if method is None:
            return False
        if m.matches(
            method, m.Call(func=m.Attribute(attr=m.Name("split") | m.Name("strip") | m.Name("rstrip")), args=[])
        ):
            return True
        return isinstance(method, cst.Call) and is_split_into_numbers(program, method)
    if isinstance(parent, cst.Arg):
        outer = program.parent(parent)
        return isinstance(outer, cst.Call) and len(outer.args) == 1 and program.is_builtin(outer.func, *_NUMBERS)
    return isinstance(parent, cst.Expr)


def wants_numbers(program: Program, call: cst.Call) -> bool:
    """True when the line is only turned into numbers, so that bytes would do: `int(f())`, `map(int, f().split())`."""
    value = _stripped(program, call)
    parent = program.parent(value)
    if isinstance(parent, cst.Expr):
        return True
    if isinstance(parent, cst.Arg):
        outer = program.parent(parent)
        return isinstance(outer, cst.Call) and len(outer.args) == 1 and program.is_builtin(outer.func, *_NUMBERS)
    split = program.parent(parent) if isinstance(parent, cst.Attribute) else None
    return (
        isinstance(split, cst.Call) and m.matches(split, _NO_ARGUMENT_SPLIT) and is_split_into_numbers(program, split)
    )


def is_split_into_numbers(program: Program, split: cst.Call) -> bool:
    """True for a call of `split` that stands in `map(int, ...)` or `[int(x) for x in ...]`."""
    if not m.matches(
        split, _NO_ARGUMENT_SPLIT | m.Call(func=m.Attribute(attr=m.Name("split")), args=[m.Arg(m.SimpleString())])
    ):
        return False
    parent = program.parent(split)
    outer = program.parent(parent) if isinstance(parent, cst.Arg) else None
    if isinstance(outer, cst.Call) and program.is_builtin(outer.func, "map"):
        args = plain_args(outer, 2)
        return args is not None and args[1] is split and program.is_builtin(args[0], *_NUMBERS)
    if isinstance(parent, cst.CompFor) and parent.iter is split and isinstance(parent.target, cst.Name):
        holder = program.parent(parent)
        if not isinstance(holder, (cst.ListComp, cst.GeneratorExp)) or parent.ifs or parent.inner_for_in:
            return False
        args = plain_args(holder.elt, 1)
        converts = isinstance(holder.elt, cst.Call) and program.is_builtin(holder.elt.func, *_NUMBERS)
        return args is not None and converts and m.matches(args[0], m.Name(parent.target.value))
    return False


def fixed_count(
    program: Program, call: cst.Call, is_reader: Callable[[cst.Call], bool]
) -> tuple[cst.CSTNode, int] | None:
    """The expression to replace and the count of integers it reads: `int(f())`, or `map(int, f().split())` unpacked.

    None where the count is not fixed by the code, or what is read are not integers.
    """
    if not is_reader(call):
        return None
    value = _stripped(program, call)
    parent = program.parent(value)
    if isinstance(parent, cst.Arg):
        outer = program.parent(parent)
        single = isinstance(outer, cst.Call) and len(outer.args) == 1 and program.is_builtin(outer.func, "int")
        return (outer, 1) if single and outer is not None else None
    split = program.parent(parent) if isinstance(parent, cst.Attribute) else None
    if (
        not isinstance(split, cst.Call)
        or not m.matches(split, _NO_ARGUMENT_SPLIT)
        or not is_split_into_numbers(program, split)
    ):
        return None
    numbers = _whole_conversion(program, split)
    if numbers is None:
        return None
    assign = program.parent(numbers)
    if not isinstance(assign, cst.Assign) or len(assign.targets) != 1:
        return None
    target = assign.targets[0].target
    if not isinstance(target, (cst.Tuple, cst.List)) or len(target.elements) > 6:
        return None
    if not all(isinstance(e, cst.Element) for e in target.elements):
        return None
    return numbers, len(target.elements)


def _whole_conversion(program: Program, split: cst.Call) -> cst.BaseExpression | None:
    """`list(map(int, f().split()))` around the split (list or comprehension or not); None for other than int."""
    converted = program.parent(split)
    converted = program.parent(converted) if converted is not None else None
    if isinstance(converted, cst.Call):
        if not program.is_builtin(converted.args[0].value, "int"):
            return None
        arg = program.parent(converted)
        outer = program.parent(arg) if isinstance(arg, cst.Arg) else None
        if isinstance(outer, cst.Call) and len(outer.args) == 1 and program.is_builtin(outer.func, "list", "tuple"):
            return outer
        return converted
    if isinstance(converted, (cst.ListComp, cst.GeneratorExp)):
        elt = converted.elt
        return converted if isinstance(elt, cst.Call) and program.is_builtin(elt.func, "int") else None
    return None


def _stripped(program: Program, call: cst.BaseExpression) -> cst.BaseExpression:
    """`call.strip()` around the call where there is one; the call itself otherwise."""
    parent = program.parent(call)
    if isinstance(parent, cst.Attribute) and parent.attr.value in ("strip", "rstrip"):
        method = program.parent(parent)
        if isinstance(method, cst.Call) and method.func is parent and not method.args:
            return method
    return call
