"""What a grammar costs on given inputs: its length, the lines that it leaves unclear, the inputs that do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from ecode.search.hidden.cutting import Document
from ecode.search.hidden.format import Shape, conforms
from ecode.search.hidden.grammar import Items, Repeat, RowVisit, Tree, parse, walk
from ecode.search.hidden.shapes import infer_shapes

_COST_FREE, _COST_EOF, _COST_OFFSET, _COST_TAGGED, _COST_MIXED = 4.0, 3.0, 0.5, 2.0, 1.0
_COST_UNREAD, _COST_LONGER = 10.0, 3.0
_MAX_UNREAD, _MAX_MISFIT = 0.25, 0.7
_MANY = 8  # inputs, below which every one must fit

Reads = list[tuple[Tree, int] | None]
"""The tree of every input, and where it ended; None where the grammar does not read it."""


def description_length(items: Items, sample: Sequence[Document], has_sentinel: bool) -> float | None:
    """What a grammar costs on the sample, or None where it does not read one of its inputs."""
    reads = read_all(items, sample)
    if reads is None:
        return None
    trees = [read[0] for read in reads if read is not None]
    shapes, _ = infer_shapes(items, trees)
    broken = sum(not conforms(items, shapes, tree) for tree in trees)
    cost = _structure_cost(items, has_sentinel) + misfit_penalty(reads, sample)
    cost += _COST_UNREAD * broken / len(sample)
    for shape in shapes.values():
        cost += {"free": _COST_FREE, "tagged": _COST_TAGGED}.get(shape.kind, 0.0)
        if shape.kind == "list" and shape.count is not None and shape.count.offset not in (0, shape.head):
            cost += _COST_OFFSET
    return cost + _COST_MIXED * _mixed_columns(items, shapes, trees)


def _structure_cost(items: Items, has_sentinel: bool) -> float:
    cost = 0.0
    for item in items:
        cost += 1
        if isinstance(item, Repeat):
            cost += _structure_cost(item.body, has_sentinel)
            if item.count is None:
                cost += 0.0 if has_sentinel else _COST_EOF
            elif item.count.offset:
                cost += _COST_OFFSET
    return cost


def _mixed_columns(items: Items, shapes: dict[int, Shape], trees: Sequence[Tree]) -> int:
    """How many columns of fixed lines hold integers here and words there: a sign of lines thrown together."""
    kinds: dict[tuple[int, int], set[bool]] = {}
    for tree in trees:
        for visit in walk(items, tree):
            if isinstance(visit, RowVisit) and shapes[visit.number].kind == "fixed":
                for column, token in enumerate(visit.row.tokens):
                    # Strings of digits with leading zeros look like integers in some rows; they are not mixed.
                    if not token.isdigit():
                        kinds.setdefault((visit.number, column), set()).add(token.lstrip("-")[:1].isdigit())
                    else:
                        kinds.setdefault((visit.number, column), set()).add(True)
    return sum(len(found) > 1 for found in kinds.values())


def read_all(items: Items, documents: Sequence[Document]) -> Reads | None:
    """One reading for every document, None where it does not fit; None altogether where too many do not."""
    reads: Reads = []
    unread = longer = 0
    unread_limit, misfit_limit = (0.0, 0.0) if len(documents) < _MANY else (_MAX_UNREAD, _MAX_MISFIT)
    for document in documents:
        read = parse(items, document.rows)
        unread += read is None
        longer += read is not None and read[1] < len(document.rows)
        if unread > unread_limit * len(documents) or unread + longer > misfit_limit * len(documents):
            return None
        reads.append(read)
    return reads


def misfit_penalty(reads: Reads, documents: Sequence[Document]) -> float:
    """What inputs that do not fit cost.

    Public test sets hold broken inputs (a count changed without its lines), so a few may not fit, and more may have
    rows after the end that no program reads.
    """
    pairs = list(zip(reads, documents, strict=True))
    unread = sum(read is None for read in reads) / len(pairs)
    longer = sum(read is not None and read[1] < len(document.rows) for read, document in pairs) / len(pairs)
    return _COST_UNREAD * unread + _COST_LONGER * longer
