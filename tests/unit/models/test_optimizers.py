"""Which parameters Muon takes, what its steps are, and that a training with it goes on exactly."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
import torch
from test_train import CONFIG, losses
from tiny import tiny_model
from torch import nn

from ecode.models.muon import Muon, orthogonal
from ecode.models.optimizers import Optimizers

SETTINGS = {"learning_rate": 1e-3, "weight_decay": 0.1, "betas": (0.9, 0.98)}


@pytest.mark.parametrize("shape", [(3, 16, 40), (2, 40, 16), (1, 24, 24)])
def test_singular_values_are_brought_near_one(shape: tuple[int, int, int]) -> None:
    torch.manual_seed(0)
    matrices = torch.randn(shape)
    made = orthogonal(matrices, 5)
    values = torch.linalg.svdvals(made)
    assert made.shape == matrices.shape
    assert 0.5 < values.min() < values.max() < 1.3
    left, _, right = torch.linalg.svd(matrices, full_matrices=False)
    direction = left @ right  # the orthogonal matrix nearest to it
    assert nn.functional.cosine_similarity(made.flatten(1), direction.flatten(1)).min() > 0.95


def test_a_step_is_as_large_as_one_of_adamw_and_ignores_the_size_of_gradients() -> None:
    torch.manual_seed(0)
    start, gradient = torch.randn(32, 64), torch.randn(32, 64)
    moves = []
    for scale in (1e-4, 1.0):
        weight = nn.Parameter(start.clone())
        optimizer = Muon([weight], lr=0.01)
        weight.grad = scale * gradient
        optimizer.step()
        moves.append(start - weight.detach())
    assert torch.allclose(*moves, atol=1e-5)
    assert moves[1].pow(2).mean().sqrt() == pytest.approx(0.2 * 0.01, rel=0.2)


def test_muon_takes_the_inner_matrices_and_adamw_the_rest() -> None:
    model = tiny_model()
    muon, adamw = Optimizers.of(model, "muon", **SETTINGS).parts
    inner, rest = ({id(p) for group in part.param_groups for p in group["params"]} for part in (muon, adamw))
    assert not inner & rest
    assert inner | rest == {id(p) for p in model.parameters()}
    assert id(model.embed.weight) in rest
    assert id(model.copy.query.weight) in inner
    assert all(p.ndim == 2 for p in model.parameters() if id(p) in inner)


def test_unknown_rules_are_refused() -> None:
    with pytest.raises(ValueError, match="adamw, muon"):
        Optimizers.of(tiny_model(), "sgd", **SETTINGS)


def test_an_interrupted_training_with_muon_goes_on_exactly(tmp_path: Path) -> None:
    config = replace(CONFIG, optimizer="muon")
    whole = losses(tmp_path / "whole", config)
    parts = [losses(tmp_path / "parts", config, stop_after_s=0) for _ in range(2)]
    assert [*chain(*parts), *losses(tmp_path / "parts", config)] == whole
    assert whole[-1] < whole[0]
