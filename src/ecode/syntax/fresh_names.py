"""Readable names for variables that have none: by what they are used for."""

from __future__ import annotations

import keyword
from collections.abc import Iterator

from ecode.syntax.scopes import BUILTINS, Binding

_BY_VALUE = {
    "dict": "counts",
    "Counter": "counts",
    "defaultdict": "counts",
    "set": "seen",
    "frozenset": "seen",
    "list": "values",
    "sorted": "values",
    "tuple": "values",
    "split": "values",
    "map": "values",
    "len": "size",
    "sum": "total",
    "max": "best",
    "min": "best",
    "deque": "queue",
    "input": "line",
    "readline": "line",
    "raw_input": "line",
    "read": "text",
    "join": "text",
    "str": "text",
    "int": "number",
    "float": "number",
    "open": "file",
}


def fresh_names(binding: Binding) -> Iterator[str]:
    """Names that would suit, from the best on, without end."""
    bases = _bases(binding)
    yield from bases
    number = 2
    while True:
        for base in bases:
            yield f"{base}_{number}"
        number += 1


def numbered(name: str) -> Iterator[str]:
    """`name`, `name_2`, `name_3` and so on."""
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1


def is_usable(name: str) -> bool:
    """Whether a name may be given to something new: an identifier that means nothing yet."""
    return name.isidentifier() and not keyword.iskeyword(name) and name not in BUILTINS


def _bases(binding: Binding) -> tuple[str, ...]:
    kinds = binding.kinds
    if "class" in kinds:
        return ("Helper",)
    if "def" in kinds:
        return ("helper",)
    if "for" in kinds:
        return ("i", "j", "k")
    if "except" in kinds:
        return ("error",)
    values = [occurrence.value for occurrence in binding.occurrences if occurrence.value]
    return (_BY_VALUE.get(values[0], "value"),) if values else ("value",)
