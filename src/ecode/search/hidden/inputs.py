"""Hidden inputs: new inputs of a program, made from its given tests by mutation that keeps the format.

Original and candidate are run on them; a difference rejects the candidate. So most of them must be valid for the
problem, and among them must be the small, equal, repeated and extreme ones on which near-misses differ.
The format comes from `described` or `infer`, the promises from `learn`, wider limits from `limits`, the changes from
`mutation`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ecode.search.hidden.described import described_format
from ecode.search.hidden.grammar import Tree, copy_tree, render
from ecode.search.hidden.infer import infer_format
from ecode.search.hidden.learn import learn_rules
from ecode.search.hidden.limits import within_stated_limits
from ecode.search.hidden.mutation import Mutator
from ecode.search.hidden.open import negated, widened
from ecode.search.hidden.promised import promised
from ecode.search.hidden.rules import Rules

MAX_OUTPUT_BYTES = 64 << 10
_SMALL_BYTES = 4 << 10
_BASES = 40
_READ_BYTES = 2 << 20
_LINE_COST = 30  # a line costs about as much as so many characters
_WORK_TOKENS = 200_000
"""Bounds what is mutated and checked, and with it the time, in the same way on every machine."""
_SHRUNK, _SHRUNK_LENGTH, _MIDDLE_LENGTH, _MIDDLE_TRIES = 12, 12, 100, 5
_STALE = 8
_NEGATIVE_SHARE = 6
_REDRAWN_SHARE = 0.5


def hidden_inputs(inputs: Sequence[bytes], *, count: int, seed: int, statement: str = "") -> list[bytes]:
    """Up to `count` new inputs of the format of `inputs`, none of them given, no two alike.

    Numbers keep to what was seen, and where a statement names limits, to those.
    The same arguments give the same result. Fewer come back where the format leaves no room for more, and none where
    an input is not text.
    """
    texts = readable(inputs)
    if not texts or count <= 0:
        return []
    form = described_format(texts, statement) or infer_format(texts)
    rules = promised(within_stated_limits(learn_rules(form), statement), statement)
    rng = random.Random(seed)
    made: dict[bytes, None] = {}
    _collect(made, _negatives(rules.relaxed(), rng), inputs, max(1, count // _NEGATIVE_SHARE))
    for current in (rules, rules.relaxed(), widened(rules.relaxed())):
        _collect(made, _proposals(current, rng, count), inputs, count)
        if 2 * len(made) >= count:
            break
    return list(made)


def _collect(
    made: dict[bytes, None], proposals: Iterator[tuple[Tree, str]], inputs: Sequence[bytes], count: int
) -> None:
    """Adds what is new, until there are `count` or hardly anything new comes."""
    stale = 0
    for tree, ending in proposals:
        data = (render(tree) + ending).encode()
        stale += 1
        if len(data) <= MAX_OUTPUT_BYTES and data not in made and data not in inputs:
            made[data] = None
            stale = 0
        if len(made) >= count or stale > _STALE * count:
            break


def _negatives(rules: Rules, rng: random.Random) -> Iterator[tuple[Tree, str]]:
    """The given inputs with numbers below zero, where the given ones leave the sign open."""
    pairs = list(zip(rules.format.trees, rules.format.endings, strict=True))[:_BASES]
    return negated(rules, _held(rules, pairs, _SMALL_BYTES), rng)


def readable(inputs: Sequence[bytes]) -> list[str]:
    """The inputs as text, smallest first and up to a total that bounds the work; empty where one is not text."""
    texts: list[str] = []
    total = 0
    for data in sorted(dict.fromkeys(inputs), key=len):
        total += len(data) + _LINE_COST * data.count(b"\n")
        if total > _READ_BYTES * (1 if texts else 3):
            break
        try:
            texts.append(data.decode())
        except UnicodeDecodeError:
            return []
    return [text for text in texts if text.strip() and "\0" not in text]


def _proposals(rules: Rules, rng: random.Random, count: int) -> Iterator[tuple[Tree, str]]:
    """Candidate trees: first the fixed variants, then random mutations until the work is used up."""
    pairs = list(zip(rules.format.trees, rules.format.endings, strict=True))[:_BASES]
    bases = _held(rules, pairs, _SMALL_BYTES)
    trees = [tree for tree, _ in bases or pairs]
    mutator = Mutator(rules, trees, rng, shrinks=not bases)
    if not bases and not rules.format.loose:
        bases = list(_shrunk(mutator, pairs))
        yield from ((copy_tree(tree), ending) for tree, ending in bases)
    bases = bases or _held(rules, pairs, MAX_OUTPUT_BYTES)
    if not bases:
        return
    yield from _fixed_variants(mutator, bases, count)
    told = rules.format.told is not None and not rules.format.loose
    while mutator.work < _WORK_TOKENS:
        tree, ending = bases[min(rng.randrange(len(bases)), rng.randrange(len(bases)))]
        redrawn = mutator.redrawn(tree) if told and rng.random() < _REDRAWN_SHARE else None
        yield redrawn or mutator.mutate(tree), ending


def _held(rules: Rules, pairs: list[tuple[Tree, str]], limit: int) -> list[tuple[Tree, str]]:
    """The trees within a size that keep all rules, smallest first."""
    return [(tree, ending) for tree, ending in pairs if len(render(tree)) <= limit and rules.holds(tree)]


def _shrunk(mutator: Mutator, pairs: list[tuple[Tree, str]]) -> Iterator[tuple[Tree, str]]:
    """Small trees out of large ones, in two steps: the first is the only one that walks a large tree."""
    for tree, ending in pairs[:_SHRUNK]:
        tries = (mutator.shrunk(tree, _MIDDLE_LENGTH) for _ in range(_MIDDLE_TRIES))
        middle = next((found for found in tries if found is not None), None)
        for _ in range(-(-_SHRUNK // len(pairs)) if middle is not None else 0):
            small = mutator.shrunk(middle or tree, _SHRUNK_LENGTH)
            if small is not None:
                yield small, ending


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
