"""Proposes grammars for one input, by size: every choice is followed only as far as the input agrees with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ecode.search.hidden.grammar import Env, Item, Items, Line, Ref, Repeat, Row, counts_in_scope, parse

_MAX_DEPTH = 3
_APART = 1000


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


class Finder:
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
        for ref in counts_in_scope(env):
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
