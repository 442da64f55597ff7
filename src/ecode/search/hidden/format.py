"""Infers the layout of a program's inputs: which lines repeat, and which number announces how many of what.

A format is a small grammar over lines (`Line`, `Repeat`) found by search: the cheapest one that reads *all* given
inputs to their last line. Each line then gets a `Shape` (fixed, a list with its count, tagged, free).
Nothing here knows a problem; what fits no grammar becomes a loose format whose counts are never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Protocol

from ecode.search.hidden.grammar import (
    Block,
    Env,
    Item,
    Items,
    Line,
    Ref,
    Repeat,
    Row,
    RowVisit,
    Tree,
    parse,
    read_row,
    walk,
)

_SENTINELS = re.compile(r"(0|-1)( (0|-1))*|[.#*]|END|end")
_MAX_NODES = 9  # a grammar with more nodes than this is not worth its search
_MAX_DEPTH = 3
_APART = 1000
_MAX_STEPS = 200_000  # bounds the search by work, not by time, so that results are the same on every machine
_PRIMARY_LINES = 60
_SCORING_BYTES = 256 << 10
_MOST_ROWS = 5000
_REF_TOKENS = 4  # a count stands among the first tokens of its line
_PRIMARIES = 4
_COST_FREE, _COST_EOF, _COST_OFFSET, _COST_TAGGED, _COST_MIXED = 4.0, 3.0, 0.5, 2.0, 1.0
_COST_UNREAD, _COST_LONGER = 10.0, 3.0
_MIN_ROWS_FITTING = 0.75
_MAX_UNREAD, _MAX_MISFIT = 0.25, 0.7
_MANY = 8  # inputs, below which every one must fit


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


@dataclass(frozen=True, slots=True)
class Document:
    """An input cut into rows; `ending` is whatever follows the last of them."""

    rows: tuple[Row, ...]
    ending: str


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


def infer_format(texts: Sequence[str]) -> Format:
    """The cheapest format that reads all `texts`; always succeeds, if need be with a loose one."""
    best: Format | None = None
    for documents, has_sentinel in cuttings(texts):
        if best is not None and best.is_exact:
            break
        found = _search(documents, has_sentinel, best.cost if best else float("inf"))
        if found is not None and (best is None or found.cost < best.cost):
            best = found
    return best or _loosest([_cut(text, strip=False) for text in texts])


def _loosest(documents: Sequence[Document]) -> Format:
    items: Items = (Repeat(None, (Line(0),)),)
    trees: list[Tree] = [[Block([[row] for row in document.rows])] for document in documents]
    return Format(items, {0: Shape("free")}, trees, [document.ending for document in documents], loose=True)


def _cut(text: str, *, strip: bool) -> Document:
    body = text.rstrip(" \t\r\n") if strip else text.removesuffix("\n")
    return Document(tuple(read_row(line) for line in body.split("\n")), text[len(body) :])


def cuttings(texts: Sequence[str]) -> Iterator[tuple[list[Document], bool]]:
    """The ways to cut the texts into rows: as they are, without blank ends, without a closing line such as `0 0`."""
    exact = [_cut(text, strip=False) for text in texts]
    yield exact, False
    stripped = [_cut(text, strip=True) for text in texts]
    if any(len(a.rows) != len(b.rows) for a, b in zip(exact, stripped, strict=True)):
        yield stripped, False
    last = {document.rows[-1].render() for document in stripped}
    closing = last.pop()
    if not last and _SENTINELS.fullmatch(closing) and all(len(document.rows) > 1 for document in stripped):
        yield [Document(d.rows[:-1], "\n" + closing + d.ending) for d in stripped], True


def _search(documents: Sequence[Document], has_sentinel: bool, limit: float) -> Format | None:
    """Iterative deepening over grammar size; a grammar larger than the best cost cannot win."""
    by_size = sorted(documents, key=lambda document: sum(len(row.tokens) for row in document.rows))
    sample = _scoring_sample(by_size)
    best: tuple[float, Items] = (limit, ())
    steps = 0
    for primary in _primaries(sample):
        finder = _Finder(primary.rows, _MAX_STEPS - steps)
        for nodes in range(1, _MAX_NODES + 1):
            if nodes >= best[0] or finder.steps > finder.limit:
                break
            for items in finder.grammars(nodes):
                cost = _cost(items, sample, has_sentinel)
                if cost is not None and cost < best[0] and _read_all(items, by_size):
                    best = (cost, items)
        steps += finder.steps
        if best[1] and not _runs_to_end(best[1]):
            break
    return _finish(best[1], documents, best[0], has_sentinel) if best[1] else None


def _scoring_sample(by_size: Sequence[Document]) -> list[Document]:
    sample: list[Document] = []
    total = 0
    for document in by_size:
        total += sum(len(token) + 1 for row in document.rows for token in row.tokens)
        if sample and total > _SCORING_BYTES:
            break
        sample.append(document)
    return sample


def _primaries(sample: Sequence[Document]) -> list[Document]:
    """The inputs a grammar is built on: long enough to show repetitions, short enough to search."""
    short = [document for document in sample if len(document.rows) <= _PRIMARY_LINES]
    if not short:
        return [min(sample, key=lambda document: len(document.rows))]
    ranked = sorted(short, key=lambda document: len(document.rows), reverse=True)
    step = max(1, len(ranked) // _PRIMARIES)
    return ranked[::step][:_PRIMARIES]


def _read_all(items: Items, documents: Sequence[Document]) -> list[tuple[Tree, int] | None] | None:
    """One reading for every document, None where it does not fit; None altogether where too many do not."""
    reads: list[tuple[Tree, int] | None] = []
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


def _misfit_penalty(reads: Sequence[tuple[Tree, int] | None], documents: Sequence[Document]) -> float:
    """What inputs that do not fit cost.

    Public test sets hold broken inputs (a count changed without its lines), so a few may not fit, and more may have
    rows after the end that no program reads.
    """
    pairs = list(zip(reads, documents, strict=True))
    unread = sum(read is None for read in reads) / len(pairs)
    longer = sum(read is not None and read[1] < len(document.rows) for read, document in pairs) / len(pairs)
    return _COST_UNREAD * unread + _COST_LONGER * longer


def _runs_to_end(items: Items) -> bool:
    last = items[-1]
    return isinstance(last, Repeat) and last.count is None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a search stands: the next row, the next line number, and the nodes it may still spend."""

    position: int
    number: int
    nodes: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A sequence of items, each with its equivalent options, and the place after it."""

    options: tuple[tuple[Item, ...], ...]
    place: _Place


class _Finder:
    """Builds grammars along one input: every choice is followed only as far as the input agrees with it."""

    def __init__(self, rows: Sequence[Row], limit: int) -> None:
        self.rows = rows
        self.limit = limit
        self.steps = 0

    def grammars(self, nodes: int) -> Iterator[Items]:
        """All grammars of exactly `nodes` nodes that read the whole input."""
        for found in self._sequences(_Place(0, 0, nodes), {}, 0):
            if found.place.position == len(self.rows) and found.place.nodes == 0:
                yield from product(*found.options)

    def _sequences(self, place: _Place, env: Env, depth: int) -> Iterator[_Found]:
        """Every sequence of one item or more that may stand at `place`."""
        self.steps += 1
        if place.nodes < 1 or place.position >= len(self.rows) or self.steps > self.limit:
            return
        line = Line(place.number)
        after = _Place(place.position + 1, place.number + 1, place.nodes - 1)
        yield from self._continued((line,), after, {**env, place.number: self.rows[place.position]}, depth)
        if place.nodes >= 2 and depth < _MAX_DEPTH:
            for end, repeats in self._repeats(place, env, depth).items():
                if repeats[0].count is None:
                    yield _Found((tuple(repeats),), end)
                else:
                    yield from self._continued(tuple(repeats), end, env, depth)

    def _continued(self, options: tuple[Item, ...], after: _Place, env: Env, depth: int) -> Iterator[_Found]:
        yield _Found((options,), after)
        for rest in self._sequences(after, env, depth):
            yield _Found((options, *rest.options), rest.place)

    def _repeats(self, place: _Place, env: Env, depth: int) -> dict[_Place, list[Repeat]]:
        """The repeats that may start at `place`, by where they end: what follows is searched once for each end."""
        by_length: dict[int, list[Ref | None]] = {}
        for ref in _refs(env):
            length = ref.value(env) or 0
            if 1 <= length <= len(self.rows) - place.position:
                by_length.setdefault(length, []).append(ref)
        if depth == 0:
            by_length[-1] = [None]
        ends: dict[_Place, list[Repeat]] = {}
        inner = _Place(place.position, place.number, place.nodes - 1)
        for length, refs in by_length.items():
            for found in self._sequences(inner, env, depth + 1):
                for body in product(*found.options):
                    end = self._repeated(body, found.place.position, env, length - 1)
                    if end is not None:
                        # The end of the input closes the format: kept apart from counted repeats.
                        key = _Place(end, found.place.number + (length < 0) * _APART, found.place.nodes)
                        fitting = (ref for ref in refs if ref is None or not _counts_with(ref, body))
                        ends.setdefault(key, []).extend(Repeat(ref, body) for ref in fitting)
        return {end: repeats for end, repeats in ends.items() if repeats}

    def _repeated(self, body: Items, position: int, env: Env, times: int) -> int | None:
        """Where `times` more repetitions end (a negative number: as many as there are), or None."""
        while times != 0 and (times > 0 or position < len(self.rows)):
            self.steps += 1
            read = parse(body, self.rows, position, env)
            if read is None:
                return None
            position = read[1]
            times -= 1
        return position


def _counts_with(ref: Ref, body: Items) -> bool:
    """Whether a repeat inside `body` counts with the number of `ref`: no real format counts twice with one number."""
    for item in body:
        if isinstance(item, Repeat):
            count = item.count
            if count is not None and (count.line, count.token) == (ref.line, ref.token):
                return True
            if _counts_with(ref, item.body):
                return True
    return False


def _refs(env: Env) -> Iterator[Ref]:
    """The counts that rows in scope may announce, nearest line first."""
    for offset in (0, -1):
        for line in sorted(env, reverse=True):
            for token in range(min(_REF_TOKENS, len(env[line].tokens))):
                yield Ref(line, token, offset=offset)


def _cost(items: Items, sample: Sequence[Document], has_sentinel: bool) -> float | None:
    """Description length of a grammar on the sample, or None where it does not read one of its inputs."""
    reads = _read_all(items, sample)
    if reads is None:
        return None
    trees = [read[0] for read in reads if read is not None]
    shapes, _ = infer_shapes(items, trees)
    broken = sum(not conforms(items, shapes, tree) for tree in trees)
    cost = _structure_cost(items, has_sentinel) + _misfit_penalty(reads, sample)
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
    candidates += [ref for ref in _refs(env) if ref.offset == 0]
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


def _tagged_shape(rows: list[tuple[Row, Env]]) -> Shape | None:
    sizes: dict[str, int] = {}
    for row, _ in rows:
        if not row.tokens or sizes.setdefault(row.tokens[0], len(row.tokens)) != len(row.tokens):
            return None
    return Shape("tagged") if len(sizes) <= 8 and len(rows) >= 2 * len(sizes) else None


def _finish(items: Items, documents: Sequence[Document], cost: float, has_sentinel: bool) -> Format | None:
    reads = _read_all(items, documents)
    if reads is None:
        return None
    pairs = [(read[0], document.ending) for read, document in zip(reads, documents, strict=True) if read]
    shapes, frozen = infer_shapes(items, [tree for tree, _ in pairs])
    conforming = [(tree, ending) for tree, ending in pairs if conforms(items, shapes, tree)]
    if not conforming:
        return None
    if len(conforming) < len(pairs):
        pairs = conforming
        shapes, frozen = infer_shapes(items, [tree for tree, _ in pairs])
    loose = any(shape.kind == "free" for shape in shapes.values())
    loose = loose or (_runs_to_end(items) and not has_sentinel)
    trees, endings = [tree for tree, _ in pairs], [ending for _, ending in pairs]
    is_exact = not loose and len(pairs) == len(documents) and _misfit_penalty(reads, documents) == 0
    return Format(items, shapes, trees, endings, loose, cost, is_exact, frozen)
