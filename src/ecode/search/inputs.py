"""Hidden inputs: new inputs of a program, made from its given tests by mutation that keeps the format.

Original and candidate are run on them; a difference rejects the candidate. So most of them must be valid for the
problem, and among them must be the small, equal, repeated and extreme ones on which near-misses differ.
The format comes from `input_format`, the promises from `input_rules`, the changes from `input_mutation`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ecode.search.input_format import Format, infer_format
from ecode.search.input_grammar import Tree, copy_tree, render
from ecode.search.input_mutation import Mutator
from ecode.search.input_rules import Rules, learn_rules

MAX_OUTPUT_BYTES = 64 << 10
_SMALL_BYTES = 4 << 10
_BASES = 40
_READ_BYTES = 8 << 20
_WORK_BYTES = 6 << 20
"""Bounds the text that is mutated and checked, and with it the time, in the same way on every machine."""


def hidden_inputs(inputs: Sequence[bytes], *, count: int, seed: int) -> list[bytes]:
    """Up to `count` new inputs of the format of `inputs`, none of them given, no two alike.

    The same arguments give the same result. Fewer come back where the format leaves no room for more, and none where
    an input is not text.
    """
    texts = _texts(inputs)
    if not texts or count <= 0:
        return []
    form = infer_format(texts)
    rules = learn_rules(form)
    made: dict[bytes, None] = {}
    given = set(inputs)
    for tree, ending in _proposals(form, rules, random.Random(seed), count):
        data = (render(tree) + ending).encode()
        if len(data) <= MAX_OUTPUT_BYTES and data not in given:
            made.setdefault(data)
            if len(made) >= count:
                break
    return list(made)


def _texts(inputs: Sequence[bytes]) -> list[str]:
    """The inputs as text, smallest first and up to a total that bounds the work; empty where one is not text."""
    texts: list[str] = []
    total = 0
    for data in sorted(dict.fromkeys(inputs), key=len):
        total += len(data)
        if texts and total > _READ_BYTES:
            break
        try:
            texts.append(data.decode())
        except UnicodeDecodeError:
            return []
    return [text for text in texts if text.strip() and "\0" not in text]


def _proposals(form: Format, rules: Rules, rng: random.Random, count: int) -> Iterator[tuple[Tree, str]]:
    """Candidate trees: first the fixed variants, then random mutations until the work is used up."""
    bases = _bases(form, rules)
    if not bases:
        return
    mutator = Mutator(rules, [tree for tree, _ in bases], rng)
    yield from _fixed_variants(mutator, bases, count)
    work = 0
    for _ in range(40 * count):
        tree, ending = bases[min(rng.randrange(len(bases)), rng.randrange(len(bases)))]
        changed = mutator.mutate(tree)
        work += len(render(changed)) * 8
        if work > _WORK_BYTES:
            return
        yield changed, ending


def _bases(form: Format, rules: Rules) -> list[tuple[Tree, str]]:
    """The trees to start from: those that keep all rules, small ones before large ones."""
    sized = []
    for tree, ending in zip(form.trees, form.endings, strict=True):
        size = len(render(tree))
        if size <= MAX_OUTPUT_BYTES and rules.holds(tree):
            sized.append((size, tree, ending))
    sized.sort(key=lambda entry: entry[0])
    small = [entry for entry in sized if entry[0] <= _SMALL_BYTES]
    return [(tree, ending) for _, tree, ending in (small or sized)[:_BASES]]


def _fixed_variants(mutator: Mutator, bases: list[tuple[Tree, str]], count: int) -> Iterator[tuple[Tree, str]]:
    """Single test cases, the smallest sizes, and equal values: at most half of what is asked for."""
    produced = 0
    for tree, ending in bases:
        for variant in (*mutator.single_cases(tree), mutator.smallest(tree), mutator.all_equal(tree)):
            if produced * 4 >= count:
                return
            if variant is not None:
                produced += 1
                yield copy_tree(variant), ending
