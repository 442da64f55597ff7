"""Plain data back into frozen dataclasses, with a message that names the place where it does not fit."""

from __future__ import annotations

import math
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from ecode.errors import DataError

_LARGEST = 2**63
_NAMES = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}


def decode(kind: Any, value: object, where: str) -> Any:
    """`value` as `kind`: a dataclass, `tuple[X, ...]`, `X | None`, text, bool, int or float. Raises `DataError`."""
    if get_origin(kind) is UnionType:
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        return None if value is None else decode(inner, value, where)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise DataError(f"{where} should be a list.")
        return tuple(decode(get_args(kind)[0], one, f"{where}[{i}]") for i, one in enumerate(value))
    if is_dataclass(kind):
        return _record(kind, value, where)
    return _scalar(kind, value, where)


def _record(kind: Any, value: object, where: str) -> Any:
    if not isinstance(value, dict):
        raise DataError(f"{where} should be an object.")
    hints = get_type_hints(kind)
    found = {}
    for field in fields(kind):
        if field.name in value:
            found[field.name] = decode(hints[field.name], value[field.name], f"{where}.{field.name}")
        elif field.default is MISSING:
            raise DataError(f"{where} has no {field.name!r}.")
    return kind(**found)


def _scalar(kind: Any, value: object, where: str) -> object:
    fits = isinstance(value, (int, float) if kind is float else kind) and (kind is bool or not isinstance(value, bool))
    if not fits:
        raise DataError(f"{where} should be {_NAMES[kind]}.")
    if isinstance(value, (int, float)) and not (math.isfinite(value) and abs(value) < _LARGEST):
        raise DataError(f"{where} is out of range.")
    return float(value) if kind is float and isinstance(value, int) else value
