"""RandDel: a share of the tokens goes, the layout stays."""

import pytest
from trap_programs import TRAPS

from ecode.syntax.deletion import random_deletion
from ecode.syntax.tokens import code_tokens


@pytest.mark.parametrize("name", TRAPS)
def test_strikes_out_a_fifth(name: str) -> None:
    tokens = code_tokens(TRAPS[name])
    left = code_tokens(random_deletion(TRAPS[name], seed=7))
    assert len(left) == len(tokens) - round(0.2 * len(tokens))
    rest = iter(tokens)
    assert all(token in rest for token in left)  # in the old order


def test_depends_on_the_seed_alone() -> None:
    source = TRAPS["closure"]
    assert random_deletion(source, seed=1) == random_deletion(source, seed=1) != random_deletion(source, seed=2)


CASES = [
    ("", 0.2, ""),
    ("x = 1  # note\n", 1.0, "    # note\n"),
    ("x\n\ny\n", 1.0, "\n"),
    ("if x:\n    y\n", 1.0, ""),
    ("x = 1\n", 0.0, "x = 1\n"),
]


@pytest.mark.parametrize(("source", "share", "expected"), CASES)
def test_layout(source: str, share: float, expected: str) -> None:
    assert random_deletion(source, share=share, seed=0) == expected


def test_what_is_left_does_not_grow_together() -> None:
    for seed in range(20):
        left = random_deletion("a=b=c=d=e=f", share=0.3, seed=seed)
        assert len(code_tokens(left)) == 8
