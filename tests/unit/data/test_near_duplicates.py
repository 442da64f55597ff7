"""MinHash proposes, Jaccard decides."""

import random

import pytest

from ecode.data.near_duplicates import band_keys, grams, jaccard

WORDS = [f"t{i}" for i in range(400)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (["a"], ["a"], 1.0),
        (["a"], ["b"], 0.0),
        ([], [], 1.0),
        (list("abcdef"), list("abcdef"), 1.0),
        (list("abcdefg"), list("abcdefx"), 2 / 4),  # 3 grams each, 2 shared
    ],
)
def test_jaccard_of_grams(a: list[str], b: list[str], expected: float) -> None:
    assert jaccard(grams(a), grams(b)) == expected


def test_a_changed_token_costs_five_grams() -> None:
    changed = [*WORDS[:200], "other", *WORDS[201:]]
    assert jaccard(grams(WORDS), grams(changed)) == pytest.approx(391 / 401)


@pytest.mark.parametrize("edits", [1, 4, 8])
def test_near_duplicates_share_a_band(edits: int) -> None:
    rng = random.Random(edits)
    for _ in range(20):
        other = list(WORDS)
        for place in rng.sample(range(5, 395), edits):
            other[place] = f"x{place}"
        assert jaccard(grams(WORDS), grams(other)) >= 0.8
        shared = [a for a, b in zip(band_keys(grams(WORDS)), band_keys(grams(other)), strict=True) if a == b]
        assert shared


def test_unrelated_programs_share_no_band() -> None:
    other = [f"u{i}" for i in range(400)]
    assert not any(a == b for a, b in zip(band_keys(grams(WORDS)), band_keys(grams(other)), strict=True))
