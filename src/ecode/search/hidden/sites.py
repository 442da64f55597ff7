"""Sites: the names of the places of a format, such as `cell 3.0` and `items 4`; and the single numbers among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecode.search.hidden.format import Shape
from ecode.search.hidden.grammar import INTEGER, Env, Row

SCALARS = 4
"""Tokens of a line that may each be a number with a meaning of its own; a longer line is a list, or unknown."""


def cell_sites(shape: Shape, line: int, row: Row) -> Iterator[tuple[str, int]]:
    """The site of every token of a row: a column of its own, or the elements of a list together."""
    tag = row.tokens[0] if shape.kind == "tagged" and row.tokens else ""
    for column in range(len(row.tokens)):
        if shape.kind == "free" and len(row.tokens) <= SCALARS:
            yield f"cell {line}.{len(row.tokens)}:{column}", column
        elif shape.kind == "free" or (shape.kind == "list" and column >= shape.head):
            yield f"items {line}", column
        else:
            yield f"cell {line}.{column}{'' if column == 0 else tag and ':' + tag}", column


def line_of(site: str) -> int:
    """The line of the format that a site belongs to: 3 of `cell 3.0`, `list 3` and `column 3.1:tag`."""
    return int(re.split(r"[.:]", site.split(" ")[1])[0])


def scalars(shapes: dict[int, Shape], env: Env) -> dict[str, int]:
    """The single integers of the rows in scope, by `line.column`."""
    found = {}
    for line, row in env.items():
        shape = shapes[line]
        size = shape.head if shape.kind == "list" else len(row.tokens)
        if shape.kind in ("fixed", "list") and size <= SCALARS:
            for column in range(min(size, len(row.tokens))):
                token = row.tokens[column]
                if INTEGER.fullmatch(token):
                    found[f"{line}.{column}"] = int(token)
    return found
