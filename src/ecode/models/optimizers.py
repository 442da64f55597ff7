"""Which rule steps which parameters.

`adamw` steps them all (Loshchilov and Hutter, arXiv 1711.05101). `muon` steps the matrices inside of the model with
Muon (`models.muon`); embeddings, norms and biases stay with AdamW.
"""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from ecode.models.muon import Muon

RULES = ("adamw", "muon")


class Optimizers:
    """One or two optimizers that step together. The learning rate of all of them is set at each step."""

    def __init__(self, *parts: torch.optim.Optimizer) -> None:
        self.parts = parts

    @classmethod
    def of(
        cls, model: nn.Module, rule: str, *, learning_rate: float, weight_decay: float, betas: tuple[float, float]
    ) -> Optimizers:
        """Norms and biases do not decay. Raises `ValueError` for a rule that is none."""
        if rule not in RULES:
            raise ValueError(f"optimizer must be one of {', '.join(RULES)}, not {rule!r}")
        learning = [parameter for parameter in model.parameters() if parameter.requires_grad]
        inner = _inner_matrices(model) if rule == "muon" else []
        known = {id(parameter) for parameter in inner}
        rest = [parameter for parameter in learning if id(parameter) not in known]
        groups = [
            {"params": [p for p in rest if p.ndim >= 2], "weight_decay": weight_decay},
            {"params": [p for p in rest if p.ndim < 2], "weight_decay": 0.0},
        ]
        adamw = torch.optim.AdamW(groups, lr=learning_rate, betas=betas, eps=1e-8)
        if not inner:
            return cls(adamw)
        return cls(Muon(inner, lr=learning_rate, weight_decay=weight_decay), adamw)

    def step(self, learning_rate: float) -> None:
        """One step of each, after which gradients are gone."""
        for part in self.parts:
            for group in part.param_groups:
                group["lr"] = learning_rate
            part.step()
            part.zero_grad(set_to_none=True)

    def moments(self) -> dict[str, Tensor]:
        """The state of every parameter: `<optimizer>.<number>.<name>`."""
        return {
            f"{place}.{number}.{name}": value.contiguous()
            for place, part in enumerate(self.parts)
            for number, values in part.state_dict()["state"].items()
            for name, value in values.items()
        }

    def restore(self, moments: dict[str, Tensor]) -> None:
        """Go on from what `moments` gave."""
        for place, part in enumerate(self.parts):
            state = part.state_dict()
            for key, value in moments.items():
                owner, number, name = key.split(".", 2)
                if int(owner) == place:
                    # a copy: how memory is aligned, and with it the last bit of a sum, must not depend on the file
                    state["state"].setdefault(int(number), {})[name] = value.clone()
            part.load_state_dict(state)


def _inner_matrices(model: nn.Module) -> list[Tensor]:
    """Weights of linear layers, without those that are an embedding, too, or map to the vocabulary."""
    outer = {
        id(parameter)
        for module in model.modules()
        if isinstance(module, nn.Embedding)
        for parameter in module.parameters()
    }
    head = getattr(model, "get_output_embeddings", lambda: None)()
    if head is not None:
        outer.add(id(head.weight))
    return [
        weight
        for weight in _linear_weights(model)
        if id(weight) not in outer and min(weight.shape) > 1 and weight.requires_grad
    ]


def _linear_weights(model: nn.Module) -> Iterator[Tensor]:
    for module in model.modules():
        if isinstance(module, nn.Linear):
            yield module.weight
