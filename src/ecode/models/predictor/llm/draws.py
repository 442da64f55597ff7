"""Drawn answers that are the same for a prompt whatever stands beside it in the batch."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from transformers import LogitsProcessor


class SharedDraws(LogitsProcessor):
    """Leaves one token of each row, drawn from its probabilities. Every prompt stands in `samples` rows, one below the
    other, and row i of each prompt draws with the same numbers (inverse transform sampling). V: the vocabulary."""

    def __init__(self, samples: int, steps: int, start: int) -> None:
        numbers = np.random.default_rng(0).random((samples, steps))
        # the first digits say most: their numbers are spread evenly (stratified sampling)
        numbers[:, 0] = (np.arange(samples) + numbers[:, 0]) / samples
        self._numbers, self.start = torch.from_numpy(numbers), start

    def __call__(self, input_ids: Tensor, scores: Tensor) -> Tensor:
        """input_ids (prompts * samples, start + written), scores (prompts * samples, V) -> the same shape, minus
        infinity but for what was drawn."""
        numbers = self._numbers[:, input_ids.shape[1] - self.start].to(scores.device)
        below = scores.double().softmax(dim=1).cumsum(dim=1)  # (prompts * samples, V)
        # of the total, which rounding leaves a little off 1; `right` never stops at a token of probability 0
        wanted = numbers.repeat(len(scores) // len(numbers))[:, None] * below[:, -1:]
        drawn = torch.searchsorted(below, wanted, right=True).clamp(max=scores.shape[1] - 1)
        return torch.full_like(scores, float("-inf")).scatter(1, drawn, 0.0)
