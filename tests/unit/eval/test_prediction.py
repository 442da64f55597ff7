"""Metrics of predicted times against closed forms and scipy."""

import math
import random

import pytest
from scipy import stats

from ecode.eval.prediction import score_predictions, spearman


def test_closed_forms() -> None:
    truth, problems = [100.0, 200.0, 400.0, 50.0], ["p", "p", "p", "q"]
    predicted = [100.0, 400.0, 200.0, 100.0]
    scores = score_predictions(truth, predicted, problems, 100.0, [(50, 150), (100, 300), (500, 600), (1, 2)])
    assert scores.mae_us == pytest.approx((0 + 200 + 200 + 50) / 4)
    assert scores.mae_log == pytest.approx(3 * math.log(2) / 4)
    assert scores.skill == pytest.approx(1 - 3 / 4)  # the constant: 0 + 1 + 2 + 1 doublings
    assert (scores.pair_accuracy, scores.pairs) == (pytest.approx(2 / 3), 3)
    assert scores.coverage == 0.5


def test_a_perfect_and_a_constant_predictor() -> None:
    truth = [1.0, 2.0, 4.0]
    perfect = score_predictions(truth, truth, ["p"] * 3, 2.0)
    assert (perfect.skill, perfect.spearman, perfect.pair_accuracy) == (1.0, pytest.approx(1.0), 1.0)
    constant = score_predictions(truth, [2.0] * 3, ["p"] * 3, 2.0)
    assert (constant.skill, constant.spearman, constant.pair_accuracy) == (0.0, 0.0, 0.5)


def test_near_times_and_single_programs_make_no_pairs() -> None:
    scores = score_predictions([100.0, 110.0, 500.0], [1.0, 2.0, 3.0], ["p", "p", "q"], 100.0)
    assert scores.pairs == 0
    assert scores.pair_accuracy is None  # and no NaN, which JSON does not have


def test_spearman_is_that_of_scipy() -> None:
    rng = random.Random(0)
    for _ in range(50):
        a = [rng.randrange(8) for _ in range(20)]
        b = [value + rng.randrange(6) for value in a]
        assert spearman(a, b) == pytest.approx(stats.spearmanr(a, b).statistic)
