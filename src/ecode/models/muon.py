"""Muon: momentum brought to orthogonal form (Jordan et al., 2024, "Muon: an optimizer for hidden layers in neural
networks"), with steps as large as AdamW's (Liu et al., arXiv 2502.16982).

torch has one too, but it always multiplies in bfloat16, which a CPU without such units does ten times slower than in
full precision; and it takes one matrix at a time where this one takes all of a shape.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)
_LIKE_ADAMW = 0.2  # the usual root mean square of AdamW's steps


class Muon(torch.optim.Optimizer):
    """For matrices only. `learning_rate` and `weight_decay` mean what they do in AdamW."""

    def __init__(
        self, parameters: Iterable[Tensor], lr: float, weight_decay: float = 0.0, momentum: float = 0.95, steps: int = 5
    ) -> None:
        super().__init__(parameters, {"lr": lr, "weight_decay": weight_decay, "momentum": momentum, "steps": steps})

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            shapes: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is not None:
                    shapes[parameter.shape].append(parameter)
            for alike in shapes.values():
                self._step(alike, group)

    def _step(self, alike: list[Tensor], group: dict[str, Any]) -> None:
        directions = orthogonal(torch.stack([self._momentum(p, group["momentum"]) for p in alike]), group["steps"])
        size = group["lr"] * _LIKE_ADAMW * max(alike[0].shape) ** 0.5
        for parameter, direction in zip(alike, directions, strict=True):
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
            parameter.add_(direction, alpha=-size)

    def _momentum(self, parameter: Tensor, momentum: float) -> Tensor:
        """Nesterov's."""
        assert parameter.grad is not None
        state = self.state[parameter]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(parameter)
        state["momentum"].lerp_(parameter.grad, 1 - momentum)
        return parameter.grad.lerp(state["momentum"], momentum)


def orthogonal(matrices: Tensor, steps: int) -> Tensor:
    """(N, R, C): each with its singular values brought near 1 by a quintic Newton-Schulz iteration."""
    a, b, c = _COEFFICIENTS
    tall = matrices.shape[1] > matrices.shape[2]
    x = matrices.mT if tall else matrices
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.mT if tall else x
