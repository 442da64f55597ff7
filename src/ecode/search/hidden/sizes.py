"""Inputs of one format at growing sizes, for the curve of time against size: a large given one, shortened step by step,
or where its format does not allow that, given ones of different sizes."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecode.search.hidden.grammar import Tree, render
from ecode.search.hidden.infer import infer_format
from ecode.search.hidden.inputs import readable
from ecode.search.hidden.learn import learn_rules
from ecode.search.hidden.mutation import Mutator

_STEPS = 6
_LEAST_POINTS, _LEAST_SPAN = 4, 8.0  # fewer sizes, or sizes nearer to each other, make no curve
_LEAST_BYTES = 32
_TRIES = 4


@dataclass(frozen=True, slots=True)
class SizedInput:
    """An input; `size` is its length in bytes."""

    size: int
    content: bytes
    made: bool
    """Whether it was made here: then what the original prints on it is what a candidate must print."""


def sized_inputs(inputs: Sequence[bytes], large: bytes, *, seed: int = 0) -> list[SizedInput]:
    """Up to six inputs, each about half as long as the next, the last of them `large`, one of `inputs`; ascending.

    Empty where neither shortening nor the given ones yield four sizes over a factor of eight. The same arguments give
    the same result.
    """
    for found in (_shortened(inputs, large, seed), _given(inputs, large)):
        sizes = {each.size: each for each in found}
        if len(sizes) >= _LEAST_POINTS and max(sizes) >= _LEAST_SPAN * min(sizes):
            return [sizes[size] for size in sorted(sizes)]
    return []


def _shortened(inputs: Sequence[bytes], large: bytes, seed: int) -> list[SizedInput]:
    texts = readable(inputs)
    if large not in (text.encode() for text in texts):
        return []
    form = infer_format(texts)
    if form.loose:
        return []
    rules = learn_rules(form).relaxed()
    place = next(number for number, text in enumerate(texts) if text.encode() == large)
    mutator = Mutator(rules, [form.trees[place]], random.Random(seed), shrinks=True)
    found = [SizedInput(len(large), large, made=False)]
    for tree in _steps(mutator, form.trees[place]):
        content = (render(tree) + form.endings[place]).encode()
        found.append(SizedInput(len(content), content, content not in inputs))
    return found


def _steps(mutator: Mutator, tree: Tree) -> Iterator[Tree]:
    """The tree at a half, a quarter, ... of its lengths, as long as that gives valid ones."""
    size = len(render(tree))
    for step in range(1, _STEPS):
        if size / 2**step < _LEAST_BYTES:
            return
        tries = (mutator.scaled(tree, 1 / 2**step) for _ in range(_TRIES))
        shorter = next((found for found in tries if found is not None), None)
        if shorter is not None:
            yield shorter


def _given(inputs: Sequence[bytes], large: bytes) -> list[SizedInput]:
    """The longest of each factor of two."""
    by_octave = {int(math.log2(max(1, len(content)))): content for content in sorted(inputs, key=len)}
    return [
        SizedInput(len(content), content, made=False)
        for content in [*list(by_octave.values())[-_STEPS:], large]
        if _LEAST_BYTES <= len(content) <= len(large)
    ]
