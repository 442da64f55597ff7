"""Statistics against scipy and against their own promises."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from ecode.stats import geometric_mean, hodges_lehmann, mad, signed_rank_p

FLOATS = st.floats(-1e6, 1e6, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-6)


@pytest.mark.parametrize("n", [3, 8, 20, 40, 41, 80])
@pytest.mark.parametrize("shift", [0.0, 0.4])
def test_signed_rank_agrees_with_scipy(n: int, shift: float) -> None:
    draw = random.Random(n)
    values = [draw.gauss(shift, 1) for _ in range(n)]
    method = "exact" if n <= 40 else "approx"
    expected = scipy_stats.wilcoxon(values, method=method, correction=True).pvalue
    assert signed_rank_p(values) == pytest.approx(expected, rel=1e-6)


def test_signed_rank_with_ties_and_zeros_agrees_with_scipy() -> None:
    values = [0.0, 1, 1, 2, 2, 2, -1, 3, -4, 5, 5, 6, 0.0]
    expected = scipy_stats.wilcoxon(values, zero_method="wilcox", method="approx", correction=True).pvalue
    assert signed_rank_p(values) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(("n", "p"), [(1, 1.0), (5, 2 / 2**5), (8, 2 / 2**8), (20, 2 / 2**20)])
def test_all_on_one_side_has_the_least_p_there_is(n: int, p: float) -> None:
    assert signed_rank_p([0.1 * (k + 1) for k in range(n)]) == pytest.approx(p)


@given(st.lists(FLOATS, max_size=30))
def test_p_is_a_probability_and_ignores_the_sign(values: list[float]) -> None:
    p = signed_rank_p(values)
    assert 0 <= p <= 1
    assert p == pytest.approx(signed_rank_p([-v for v in values]))


@given(st.lists(FLOATS, min_size=1, max_size=25), st.floats(-100, 100))
def test_estimate_moves_with_the_data_and_lies_in_its_interval(values: list[float], shift: float) -> None:
    here, there = hodges_lehmann(values), hodges_lehmann([v + shift for v in values])
    assert here.low <= here.value <= here.high
    assert there.value == pytest.approx(here.value + shift, abs=1e-6)


@pytest.mark.parametrize("n", [8, 20, 60])
def test_interval_covers_the_truth_as_often_as_it_says(n: int) -> None:
    draw = random.Random(n)
    rounds = 600
    hits = 0
    for _ in range(rounds):
        estimate = hodges_lehmann([draw.gauss(0, 1) for _ in range(n)])
        hits += estimate.low <= 0 <= estimate.high
    assert 0.92 <= hits / rounds <= 0.985


def test_small_things() -> None:
    assert mad([1, 2, 3, 4, 100]) == 1
    assert geometric_mean([1, 4]) == pytest.approx(2)
    assert geometric_mean([math.e] * 3) == pytest.approx(math.e)
    with pytest.raises(ValueError, match="nothing"):
        geometric_mean([])
    with pytest.raises(ValueError, match="at least one"):
        hodges_lehmann([])
