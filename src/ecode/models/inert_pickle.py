"""Reads what a pickle of a torch module describes, without unpickling it: nothing is imported and nothing is called.

Names stay names, calls stay records of a call, and a name that no layer is made of is refused.
"""

from __future__ import annotations

import pickletools
from dataclasses import dataclass
from typing import Any

import torch

from ecode.errors import ModelError


@dataclass(frozen=True, slots=True)
class Name:
    """What a pickle would import."""

    module: str
    name: str


@dataclass(eq=False, slots=True)
class Call:
    """What a pickle would call, with which arguments, and the state that it would set afterwards."""

    name: Name
    args: Any
    state: Any = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A storage beside the pickle: ("storage", type, key, device, count)."""

    where: Any


DICT, _SET = Name("collections", "OrderedDict"), (Name("__builtin__", "set"), Name("builtins", "set"))
_PARAMETER, TENSOR = Name("torch._utils", "_rebuild_parameter"), Name("torch._utils", "_rebuild_tensor_v2")
STORAGES = {
    Name("torch", "FloatStorage"): torch.float32,
    Name("torch", "DoubleStorage"): torch.float64,
    Name("torch", "HalfStorage"): torch.float16,
    Name("torch", "BFloat16Storage"): torch.bfloat16,
}
_KNOWN = {DICT, *_SET, _PARAMETER, TENSOR, *STORAGES}
_LAYERS = "torch.nn.modules."
_MARK = object()


def parse(data: bytes) -> Any:
    """What a pickle describes, of plain values, dicts, lists and the records above: nothing is imported or called.

    Raises `ModelError` for a name that no layer is made of.
    """
    stack: list[Any] = []
    memo: dict[int, Any] = {}
    argument: Any
    for operation, argument, _ in pickletools.genops(data):
        match operation.name:
            case "PROTO" | "STOP":
                pass
            case "BINPUT" | "LONG_BINPUT":
                memo[argument] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(memo[argument])
            case "MARK":
                stack.append(_MARK)
            case "GLOBAL":
                stack.append(_known(Name(*argument.split(" ", 1))))
            case "BINPERSID":
                stack.append(Stored(stack.pop()))
            case "BUILD":
                state = stack.pop()
                if isinstance(stack[-1], Call):  # a dict with a state is a dict of hooks: none of ours
                    stack[-1].state = state
            case "REDUCE" | "NEWOBJ":
                arguments, name = stack.pop(), stack.pop()
                stack.append({} if name == DICT else Call(name, arguments))
            case "SETITEM" | "SETITEMS":
                *pairs, target = _taken(stack, 2 if operation.name == "SETITEM" else None)
                target.update(zip(pairs[::2], pairs[1::2], strict=True))
                stack.append(target)
            case "APPEND" | "APPENDS":
                *values, target = _taken(stack, 1 if operation.name == "APPEND" else None)
                target.extend(values)
                stack.append(target)
            case _:
                stack.append(_plain(operation.name, argument, stack))
    return stack.pop()


def _known(name: Name) -> Name:
    if name not in _KNOWN and not name.module.startswith(_LAYERS):
        raise ModelError(f"it asks for {name.module}.{name.name}, which no layer is made of. Nothing of it was run.")
    return name


def _taken(stack: list[Any], count: int | None) -> list[Any]:
    """The topmost `count` values, or those above the mark, and behind them the value below."""
    values = [stack.pop() for _ in range(count)][::-1] if count is not None else _marked(stack)
    return [*values, stack.pop()]


def _marked(stack: list[Any]) -> list[Any]:
    values = []
    while (value := stack.pop()) is not _MARK:
        values.append(value)
    return values[::-1]


def _plain(operation: str, argument: Any, stack: list[Any]) -> Any:
    """A value that stands for itself."""
    constants = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False, "EMPTY_TUPLE": ()}
    if operation in constants:
        return constants[operation]
    if operation in ("BININT", "BININT1", "BININT2", "LONG1", "BINFLOAT", "BINUNICODE"):
        return argument
    if operation in ("TUPLE1", "TUPLE2", "TUPLE3"):
        return tuple(stack.pop() for _ in range(int(operation[-1])))[::-1]
    makers: dict[str, Any] = {"EMPTY_DICT": dict, "EMPTY_LIST": list, "TUPLE": lambda: tuple(_marked(stack))}
    if operation not in makers:
        raise ModelError(f"it holds the instruction {operation}, which torch.save does not write.")
    return makers[operation]()
