"""Infers the shape of every line from its rows: always as many tokens, a list with its count, tagged, or free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ecode.search.hidden.format import Shape, fits_shape
from ecode.search.hidden.grammar import Env, Items, Line, Ref, Row, RowVisit, Tree, counts_in_scope, walk

_MOST_ROWS = 5000
_MIN_ROWS_FITTING = 0.75


def infer_shapes(
    items: Items, trees: Sequence[Tree], told: Mapping[int, Shape] | None = None
) -> tuple[dict[int, Shape], set[Ref]]:
    """The shape of every line over all trees, and the counts that are ambiguous. What is `told` of a line is its shape
    where it fits all rows."""
    instances: dict[int, list[tuple[Row, Env]]] = {}
    for tree in trees:
        for visit in walk(items, tree):
            if isinstance(visit, RowVisit):
                rows = instances.setdefault(visit.number, [])
                if len(rows) < _MOST_ROWS:  # the rest is held against the shape afterwards
                    rows.append((visit.row, visit.env))
    enclosing = dict(_enclosing_counts(items, ()))
    frozen: set[Ref] = set()
    shapes = {}
    for number in enclosing:
        rows, shape = instances.get(number, []), (told or {}).get(number)
        if shape is None or not all(fits_shape(shape, number, row, env) for row, env in rows):
            shape = _shape(number, rows, enclosing[number], frozen)
        shapes[number] = shape
    return shapes, frozen


def _enclosing_counts(items: Items, outer: tuple[Ref, ...]) -> Iterator[tuple[int, tuple[Ref, ...]]]:
    for item in items:
        if isinstance(item, Line):
            yield item.number, outer
        else:
            yield from _enclosing_counts(item.body, (*outer, item.count) if item.count else outer)


def _shape(number: int, rows: list[tuple[Row, Env]], enclosing: tuple[Ref, ...], frozen: set[Ref]) -> Shape:
    sizes = {len(row.tokens) for row, _ in rows}
    if not sizes:
        return Shape("fixed")
    found = _list_shape(number, rows)
    if len(sizes) > 1:
        return found or _tagged_shape(rows) or _list_shape(number, rows, _MIN_ROWS_FITTING) or Shape("free")
    size = sizes.pop()
    if found is None or found.count is None or size < 2:
        return Shape("fixed", size=size)
    count = found.count
    around = {(ref.line, ref.token) for ref in enclosing}
    if (count.line, count.token) in around and count.offset == 0:
        # Three rows of three: a square, or a coincidence? Keep both possible by keeping the number.
        frozen.add(Ref(count.line, count.token))
        return Shape("fixed", size=size)
    likely = count.scale == 1 and (count.offset == 0 or (count.line == number and count.offset == 1))
    return found if likely else Shape("fixed", size=size)


def _list_shape(number: int, rows: list[tuple[Row, Env]], least: float = 1.0) -> Shape | None:
    """A count in scope, or on the line itself, that is right for every row (or for the share `least` of them)."""
    row, env = rows[0]
    candidates = [Ref(number, token) for token in range(min(2, len(row.tokens)))]
    candidates += [ref for ref in counts_in_scope(env) if ref.offset == 0]
    fits = []
    for scale in (1, 2):
        for ref in candidates:
            own = ref.line == number
            offset = _usual_offset(Ref(ref.line, ref.token, scale), rows, least)
            low, high = (ref.token + 1, ref.token + 2) if own else (-1, 1)
            if offset is not None and low <= offset <= high:
                head = offset if own else max(offset, 0)
                fits.append(Shape("list", head=head, count=Ref(ref.line, ref.token, scale, offset)))
    return min(fits, key=_list_preference, default=None)


def _list_preference(shape: Shape) -> tuple[int, int, int]:
    assert shape.count is not None
    return shape.count.scale, abs(shape.count.offset - shape.head), shape.head


def _usual_offset(ref: Ref, rows: list[tuple[Row, Env]], least: float) -> int | None:
    """The difference between the rows' sizes and what `ref` announces in the share `least` of them, or None."""
    offsets: Counter[int] = Counter()
    misses = 0
    for row, env in rows:
        value = ref.value({ref.line: row} if ref.line not in env else env)
        if value is None or value < 0:
            misses += 1
        else:
            offsets[len(row.tokens) - value] += 1
        if misses > (1 - least) * len(rows) or (least == 1.0 and len(offsets) > 1):
            return None
    offset, hits = offsets.most_common(1)[0]
    return offset if hits >= least * len(rows) else None


def _tagged_shape(rows: list[tuple[Row, Env]]) -> Shape | None:
    sizes: dict[str, int] = {}
    for row, _ in rows:
        if not row.tokens or sizes.setdefault(row.tokens[0], len(row.tokens)) != len(row.tokens):
            return None
    return Shape("tagged") if len(sizes) <= 8 and len(rows) >= 2 * len(sizes) else None
