"""Efficiency among known times, against closed forms."""

from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecode.eval.efficiency import Known, beyond, eff_at_k, known_times, npi, time_cut

TIMES = st.floats(0.01, 100)


def test_time_cut() -> None:
    assert time_cut(4.0, 1.0) == 0.75
    assert time_cut(1.0, 2.0) == -1.0


@pytest.mark.parametrize(
    ("time", "value"), [(12, 0), (10, 0), (6, 25), (2, 50), (1.5, 75), (1, 100), (0.5, 100), (9.96, 0.25)]
)
def test_npi_is_piecewise_linear_and_clamped(time: float, value: float) -> None:
    assert npi(time, slowest=10, median=2, fastest=1) == pytest.approx(value)


@pytest.mark.parametrize(
    ("time", "slowest", "median", "fastest", "value"),
    [
        (1, 10, 1, 1, 100),
        (5.5, 10, 1, 1, 25),
        (10, 10, 10, 1, 0),
        (5.5, 10, 10, 1, 75),
        (1, 1, 1, 1, 100),
        (2, 1, 1, 1, 0),
    ],
)
def test_npi_where_the_median_is_an_end(
    time: float, slowest: float, median: float, fastest: float, value: float
) -> None:
    assert npi(time, slowest, median, fastest) == pytest.approx(value)


def test_beyond_clamps_the_ratio_and_not_the_seconds() -> None:
    assert beyond(0.2, fastest=0.1, slowest=0.5) == pytest.approx(0.75)
    assert beyond(20, fastest=10, slowest=50) == pytest.approx(0.75)  # Mercury's code: 1 / 40
    assert (beyond(0.05, 0.1, 0.5), beyond(9, 0.1, 0.5)) == (1.0, 0.0)
    assert (beyond(1, 1, 1), beyond(2, 1, 1)) == (1.0, 0.0)


@given(st.lists(TIMES, min_size=3, max_size=3).map(sorted), TIMES, TIMES)
def test_faster_is_never_worse_and_scores_have_bounds(known: list[float], one: float, other: float) -> None:
    fastest, median, slowest = known
    fast, slow = sorted((one, other))
    assert 100 >= npi(fast, slowest, median, fastest) >= npi(slow, slowest, median, fastest) >= 0
    assert 1 >= beyond(fast, fastest, slowest) >= beyond(slow, fastest, slowest) >= 0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8), st.data())
def test_eff_at_k_is_the_mean_best_of_all_draws(scores: list[float], data: st.DataObject) -> None:
    k = data.draw(st.integers(1, len(scores)))
    assert eff_at_k(scores, k) == pytest.approx(fmean(max(drawn) for drawn in combinations(scores, k)), abs=1e-12)


def test_eff_at_k_stays_exact_with_many_scores() -> None:
    scores = [1.0] * 3000 + [0.0] * 3000  # C(6000, 3000) is no float
    assert eff_at_k(scores, 1) == pytest.approx(0.5)
    assert eff_at_k(scores, 2) == pytest.approx(1 - 3000 / 6000 * 2999 / 5999)
    assert eff_at_k(scores, 3000) == pytest.approx(1.0)


@pytest.mark.parametrize("k", [0, 3])
def test_eff_at_k_needs_k_scores(k: int) -> None:
    with pytest.raises(ValueError, match=f"k is {k} with 2 scores"):
        eff_at_k([0.0, 1.0], k)


def test_known_times_are_in_units_of_the_slow_program() -> None:
    assert known_times([40, 10, 20, 30], slow=20) == Known(0.5, 1.25, 2.0)
    assert known_times([], 20) is None
    assert known_times([10], 0) is None
