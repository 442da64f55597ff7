"""A format: the grammar that reads a program's inputs, with the shape of each of its lines and the inputs as trees.

`infer` finds it by a search, `described` in a statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from ecode.search.hidden.grammar import Env, Items, Ref, Row, RowVisit, Tree, walk


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one line look like.

    `kind` is `fixed` (always `size` tokens), `list` (`head` tokens, then elements; `count` announces all tokens
    together; without one, nothing does: words of a text), `tagged` (the first token says how many) or `free`.
    """

    kind: str
    size: int = 0
    head: int = 0
    count: Ref | None = None


class Told(Protocol):
    """What is read in a statement of the lines of its format; see `described`."""

    statement: str
    said: dict[int, str]
    names: dict[int, tuple[str, ...]]

    def place(self, name: str) -> Ref | None:
        """Where the number of that name stands."""

    def elements(self, line: int) -> tuple[str, ...]:
        """The names of the elements of a list, most often one."""


@dataclass(slots=True)
class Format:
    """An inferred format with the inputs read by it. `loose` says that counts may exist that were not understood."""

    items: Items
    shapes: dict[int, Shape]
    trees: list[Tree]
    endings: list[str]
    loose: bool
    cost: float = 0.0
    is_exact: bool = False
    """Understood, with every input read to its end."""
    frozen: set[Ref] = field(default_factory=set)
    """Counts that may govern more than is known of; their tokens keep their value."""
    told: Told | None = None
    """What a statement said of it, where the format comes from there."""


def fits_shape(shape: Shape, number: int, row: Row, env: Env) -> bool:
    """Whether a row has the number of tokens that its shape asks for."""
    if shape.kind == "fixed":
        return len(row.tokens) == shape.size
    if shape.kind == "list" and shape.count is not None:
        return shape.count.value({**env, number: row}) == len(row.tokens)
    return True


def conforms(items: Items, shapes: dict[int, Shape], tree: Tree) -> bool:
    """Whether every row of a tree has the shape of its line."""
    return all(
        fits_shape(shapes[visit.number], visit.number, visit.row, visit.env)
        for visit in walk(items, tree)
        if isinstance(visit, RowVisit)
    )
