"""Fields of one row, checked: a getter returns a value of its type or says in words what is wrong."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
D = TypeVar("D")
Row = Mapping[str, Any]


class BadField(ValueError):
    """What is wrong with a row; becomes the reason of a `BadRow`."""


def or_else(reasons: list[str], default: D, read: Callable[[], T]) -> T | D:
    """What `read` returns; where it raises `BadField`, `default`, and the reason is added to `reasons`."""
    try:
        return read()
    except BadField as error:
        reasons.append(str(error))
        return default


def text(row: Row, *names: str) -> str:
    """The first of `names` that the row has; it must be a string that is not blank."""
    value = _first(row, names)
    if value is None:
        raise BadField(f"no {' or '.join(names)}")
    if not isinstance(value, str):
        raise BadField(f"{_present(row, names)} must be text, not {kind(value)}")
    if not value.strip():
        raise BadField(f"{_present(row, names)} is empty")
    return value


def program(row: Row, *names: str) -> str:
    """Like `text`, of a program: lines end with a line feed alone, and every letter can be written as UTF-8."""
    code = text(row, *names).replace("\r\n", "\n")
    if not code.isascii() and any("\ud800" <= letter <= "\udfff" for letter in code):
        raise BadField(f"{_present(row, names)} is not UTF-8: half of a surrogate pair in it")
    return code


def text_or(row: Row, *names: str, default: str = "") -> str:
    """Like `text`, for what may be missing; a number is taken as its digits."""
    value = _first(row, names)
    if value is None:
        return default
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip()
    raise BadField(f"{_present(row, names)} must be text, not {kind(value)}")


def identifier(row: Row, *names: str) -> str:
    """Text or a whole number that names something."""
    value = text_or(row, *names)
    if not value:
        raise BadField(f"no {' or '.join(names)}")
    return value


def number_or_none(row: Row, *names: str) -> float | None:
    """A number that is finite and not negative, or text that spells one; None where there is none."""
    value = _first(row, names)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return checked_number(value, _present(row, names))


def number(row: Row, *names: str) -> float:
    """Like `number_or_none`, for what must be there."""
    value = number_or_none(row, *names)
    if value is None:
        raise BadField(f"no {' or '.join(names)}")
    return value


def checked_number(value: Any, name: str) -> float:
    """`value` as a number that is finite and not negative."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadField(f"{name} must be a number, not {kind(value)}")
    try:
        result = float(value)
    except (ValueError, OverflowError) as error:
        raise BadField(f"{name} must be a number, not {str(value)[:40]!r}") from error
    if not math.isfinite(result):
        raise BadField(f"{name} must be a finite number, not {value}")
    if result < 0:
        raise BadField(f"{name} is negative: {value}")
    return result


def scaled(value: float | None, factor: float) -> float | None:
    """`value` in another unit; None stays None."""
    return None if value is None else value * factor


def size_or_none(row: Row, name: str, unit: int) -> int | None:
    """A size in bytes, given in `unit` bytes."""
    value = number_or_none(row, name)
    return None if value is None else round(value * unit)


def words(row: Row, name: str) -> tuple[str, ...]:
    """A list of strings, or text separated by commas; empty where there is none."""
    value = row.get(name)
    if value is None:
        return ()
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, Sequence) or not all(isinstance(item, str | int) for item in value):
        raise BadField(f"{name} must be a list of words, not {kind(value)}")
    return tuple(str(item).strip() for item in value if str(item).strip())


def mapping(value: Any, what: str) -> dict[str, Any]:
    """`value`, which must be an object."""
    if not isinstance(value, dict):
        raise BadField(f"{what} must be an object, not {kind(value)}")
    return value


def items(value: Any, what: str) -> list[Any]:
    """`value`, which must be a list."""
    if not isinstance(value, list | tuple):
        raise BadField(f"{what} must be a list, not {kind(value)}")
    return list(value)


def kind(value: Any) -> str:
    """What a value is, in words for a message."""
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "a number"
    return names.get(type(value), type(value).__name__)


def _first(row: Row, names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


def _present(row: Row, names: tuple[str, ...]) -> str:
    return next((name for name in names if row.get(name) is not None), names[0])
