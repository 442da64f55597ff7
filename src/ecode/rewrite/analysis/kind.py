"""Kinds of values, as far as rewrites tell them apart, and how operators and joins combine them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A value's type; `items` are the kinds of what it holds (one for lists, one per place for tuples)."""

    name: str
    items: tuple[Kind, ...] = ()

    def element(self) -> Kind:
        """The kind of what iterating over a value of this kind gives."""
        if self in (STR, NOTHING):
            return self
        if self.name in {"list", "iterator"}:
            return self.items[0] if self.items else UNKNOWN
        return join(*self.items) if self.name == "tuple" and self.items else UNKNOWN


UNKNOWN = Kind("")
NOTHING = Kind("nothing")
"""No value at all yet: the neutral element of `join`."""
INT = Kind("int")
BOOL = Kind("bool")
FLOAT = Kind("float")
STR = Kind("str")


def list_of(kind: Kind) -> Kind:
    return Kind("list", (kind,))


def iterator_of(kind: Kind) -> Kind:
    return Kind("iterator", (kind,))


def join(*kinds: Kind) -> Kind:
    """The kind of a value that has any one of these kinds."""
    result = NOTHING
    for kind in kinds:
        if result in (NOTHING, kind):
            result = kind
        elif kind == NOTHING:
            continue
        elif {result, kind} == {INT, BOOL}:
            result = INT
        elif result.name == kind.name and len(result.items) == len(kind.items) and result.items:
            result = Kind(result.name, tuple(join(a, b) for a, b in zip(result.items, kind.items, strict=True)))
        else:
            return UNKNOWN
    return result


def binary(operator: str, left: Kind, right: Kind, literal: bool) -> Kind:
    """The kind of `left operator right`; `literal` says that the right side is a literal integer."""
    if NOTHING in (left, right):
        other = right if left == NOTHING else left
        if other == NOTHING or operator == "Divide":
            return FLOAT if operator == "Divide" and other in (INT, BOOL, FLOAT) else NOTHING
        if other.name in {"list", "str"} and operator == "Modulo":
            return STR if left == NOTHING else left
        if other == INT and operator in {"Multiply", "LeftShift"}:
            return NOTHING  # a list or str times an int stays what it was
        return INT if other == BOOL else other
    numbers = {INT, BOOL, FLOAT}
    if {left, right} <= numbers:
        if FLOAT in (left, right) or operator == "Divide":
            return FLOAT
        return INT if operator != "Power" or literal else UNKNOWN
    if operator == "Modulo" and left == STR:
        return STR
    if operator == "Add" and left.name == right.name and left.name in {"str", "list"}:
        return join(left, right)
    if operator == "Multiply" and {"list", "str"} & {left.name, right.name}:
        return left if left.name in {"list", "str"} else right
    return UNKNOWN


def put(kind: Kind, depth: int, stored: Kind) -> Kind:
    """`kind` after values of kind `stored` were put `depth` levels down."""
    if depth == 0:
        return join(kind, stored)
    if kind.name != "list":
        return kind
    return list_of(put(kind.items[0], depth - 1, stored))
