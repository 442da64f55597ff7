"""Infers the layout of a program's inputs: which lines repeat, and which number announces how many of what.

A search for the cheapest grammar that reads *all* given inputs to their last line: `cutting` makes rows of them,
`finder` proposes grammars, `cost` compares these, and `shapes` says what each line holds.
Nothing here knows a problem; what fits no grammar becomes a loose format whose counts are never touched.
"""

from __future__ import annotations

from collections.abc import Sequence

from ecode.search.hidden.cost import description_length, misfit_penalty, read_all
from ecode.search.hidden.cutting import Document, cut, cuttings
from ecode.search.hidden.finder import Finder
from ecode.search.hidden.format import Format, Shape, conforms
from ecode.search.hidden.grammar import Block, Items, Line, Repeat, Tree
from ecode.search.hidden.shapes import infer_shapes

_MAX_NODES = 9  # a grammar with more nodes than this is not worth its search
_MAX_STEPS = 200_000  # bounds the search by work, not by time, so that results are the same on every machine
_PRIMARY_LINES = 60
_PRIMARIES = 4
_SCORING_BYTES = 256 << 10


def infer_format(texts: Sequence[str]) -> Format:
    """The cheapest format that reads all `texts`; always succeeds, if need be with a loose one."""
    best: Format | None = None
    for documents, has_sentinel in cuttings(texts):
        if best is not None and best.is_exact:
            break
        found = _search(documents, has_sentinel, best.cost if best else float("inf"))
        if found is not None and (best is None or found.cost < best.cost):
            best = found
    return best or _loosest([cut(text, strip=False) for text in texts])


def _loosest(documents: Sequence[Document]) -> Format:
    items: Items = (Repeat(None, (Line(0),)),)
    trees: list[Tree] = [[Block([[row] for row in document.rows])] for document in documents]
    return Format(items, {0: Shape("free")}, trees, [document.ending for document in documents], loose=True)


def _search(documents: Sequence[Document], has_sentinel: bool, limit: float) -> Format | None:
    """Iterative deepening over grammar size; a grammar larger than the best cost cannot win."""
    by_size = sorted(documents, key=lambda document: sum(len(row.tokens) for row in document.rows))
    sample = _scoring_sample(by_size)
    best: tuple[float, Items] = (limit, ())
    steps = 0
    for primary in _primaries(sample):
        finder = Finder(primary.rows, _MAX_STEPS - steps)
        for nodes in range(1, _MAX_NODES + 1):
            if nodes >= best[0] or finder.steps > finder.limit:
                break
            for items in finder.grammars(nodes):
                cost = description_length(items, sample, has_sentinel)
                if cost is not None and cost < best[0] and read_all(items, by_size):
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


def _runs_to_end(items: Items) -> bool:
    last = items[-1]
    return isinstance(last, Repeat) and last.count is None


def _finish(items: Items, documents: Sequence[Document], cost: float, has_sentinel: bool) -> Format | None:
    reads = read_all(items, documents)
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
    is_exact = not loose and len(pairs) == len(documents) and misfit_penalty(reads, documents) == 0
    return Format(items, shapes, trees, endings, loose, cost, is_exact, frozen)
