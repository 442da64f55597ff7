"""Test cases: the repetitions of an input that begins with their number, and the same input with other ones."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ecode.search.hidden.grammar import Block, Row, Tree, copy_tree
from ecode.search.hidden.rules import Rules

_MAX_CASES = 12


def cases_of(rules: Rules, tree: Tree) -> Iterator[Tree]:
    """The test cases of an input; none where the format has no number of them."""
    last = tree[-1]
    if rules.cases and isinstance(last, Block):
        yield from last.cases


def with_cases(tree: Tree, cases: list[Tree]) -> Tree:
    """The tree itself, its test cases and their number replaced."""
    first, last = tree[0], tree[-1]
    assert isinstance(first, Row)
    assert isinstance(last, Block)
    first.tokens[0] = str(len(cases))
    last.cases = cases
    return tree


def recombined(rules: Rules, tree: Tree, donors: Sequence[Tree], rng: random.Random) -> Tree:
    """Test cases drawn from this input alone or from the `donors`, in a new order."""
    domain = rules.domains["cell 0.0"]
    size = rng.randint(1, max(1, min(_MAX_CASES, int(domain.high))))
    own = list(cases_of(rules, tree))
    pool = own if own and rng.random() < 0.3 else donors
    return with_cases(copy_tree(tree), [copy_tree(rng.choice(pool)) for _ in range(size)])
