"""The network of `mini`: lexemes in, quantiles of the logarithm of the time out.

Where the input is known, the median follows a law of growth, time = b + c * x1**a1 * x2**a2 * ... over the numbers x of
the input's profile, whose b, c and exponents a (never negative) are read from the program: what was learned on small
inputs then holds for large ones as far as the law does.

Shapes: B batch, T lexemes, S = T / 4 places after the convolutions, C width, Q quantiles, P numbers of a profile.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ecode.formats.input_profile import PROFILE
from ecode.models.hub.layers_ecode import Stack
from ecode.models.predictor.reading import MAX_DEPTH

_LOGS = 10.0  # `profile_features` gives tenths of logarithms
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)


@dataclass(frozen=True, slots=True)
class PredictorConfig:
    """Sizes of the network."""

    vocab_size: int = 1024
    width: int = 128
    layers: int = 4
    heads: int = 4
    inner: int = 256
    dropout: float = 0.1


class PredictorNetwork(nn.Module):
    """Two convolutions that halve the length, bidirectional layers, four ways of pooling, and a head."""

    def __init__(self, config: PredictorConfig) -> None:
        super().__init__()
        self.config = config
        width = config.width
        self.word = nn.Embedding(config.vocab_size, width, padding_idx=0)
        self.depth = nn.Embedding(MAX_DEPTH + 1, width)
        self.halve = nn.ModuleList(nn.Conv1d(width, width, kernel_size=4, stride=2, padding=1) for _ in range(2))
        self.stack = Stack(width, config.layers, config.heads, config.heads, config.inner, dropout=config.dropout)
        self.look = nn.Linear(width, 4)
        self.known = nn.Embedding(2, width)  # whether there is a profile
        self.trunk = nn.Sequential(nn.Linear(8 * width, 2 * width), nn.GELU(), nn.Dropout(config.dropout))
        self.mean = nn.Linear(2 * width, 1)  # the median where nothing is known of the input
        self.law = nn.Linear(2 * width, 2 + len(PROFILE))
        self.spread = nn.Linear(2 * width, len(QUANTILES) - 1)
        self.centre: Tensor
        self.register_buffer("centre", torch.zeros(len(PROFILE)))  # a usual profile: there the exponents say nothing
        for table in (self.word, self.depth):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, ids: Tensor, depths: Tensor, profile: Tensor) -> Tensor:
        """ids and depths (B, T) with 0 behind and T a multiple of 4, profile (B, P + 1) as `profile_features` makes it
        -> (B, Q), ascending: natural logarithms of microseconds."""
        return self.answer(self.read(ids, depths), profile)

    def read(self, ids: Tensor, depths: Tensor) -> Tensor:
        """What is seen of the programs, whatever their inputs: (B, 7 C)."""
        mask = (ids != 0).to(torch.float32)
        states = self.word(ids) * (1 + self.depth(depths))  # a word counts by the loops around it
        bag = (states * mask[..., None]).sum(dim=1) / 16
        for halve in self.halve:
            states = F.gelu(halve((states * mask[..., None]).transpose(1, 2)).transpose(1, 2))
            mask = F.max_pool1d(mask[:, None], kernel_size=2, stride=2)[:, 0]
        states = self.stack(states, mask)
        pooled = (bag, self._attended(states, mask), self._largest(states, mask), self._mean(states, mask))
        return torch.cat(pooled, dim=-1)

    def answer(self, seen: Tensor, profile: Tensor) -> Tensor:
        """(B, 7 C) and (B, P + 1) -> (B, Q)."""
        known = profile[:, -1]
        features = self.trunk(torch.cat((seen, self.known(known.to(torch.int64))), dim=-1))
        median = torch.where(known > 0, self._grown(features, profile[:, :-1]), self.mean(features)[:, 0])
        below, near, above, far = F.softplus(self.spread(features)).unbind(-1)
        steps = (median - near - below, median - near, median, median + above, median + above + far)
        return torch.stack(steps, dim=-1)

    def _grown(self, features: Tensor, profile: Tensor) -> Tensor:
        """Logarithm of the time by the law of growth: (B)."""
        base, factor, *exponents = self.law(features).unbind(-1)
        logs = _LOGS * (profile - self.centre)
        growth = (F.softplus(torch.stack(exponents, dim=-1) - 1) * logs).sum(dim=-1)
        return torch.logaddexp(base, factor + growth)

    def _attended(self, states: Tensor, mask: Tensor) -> Tensor:
        """Four weighted means: (B, 4 C)."""
        scores = self.look(states).masked_fill(mask[..., None] == 0, -1e9).softmax(dim=1)  # (B, S, 4)
        return (scores.transpose(1, 2) @ states).flatten(1)

    def _largest(self, states: Tensor, mask: Tensor) -> Tensor:
        return states.masked_fill(mask[..., None] == 0, -1e4).amax(dim=1)

    def _mean(self, states: Tensor, mask: Tensor) -> Tensor:
        return (states * mask[..., None]).sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)


def pinball(predicted: Tensor, target: Tensor) -> Tensor:
    """Mean quantile loss (Koenker & Bassett, 1978). predicted (B, Q), target (B)."""
    levels = torch.tensor(QUANTILES, dtype=predicted.dtype, device=predicted.device)
    over = target[:, None] - predicted
    return torch.maximum(levels * over, (levels - 1) * over).mean()


def ranking(predicted: Tensor, target: Tensor, group: Tensor, apart: float = 0.18) -> Tensor:
    """Mean logistic loss over pairs of a group whose targets are at least `apart` (a factor of 1.2), by the medians.

    predicted (B), target (B), group (B) -> a number, 0 without pairs (RankNet, Burges et al., 2005).
    """
    difference = target[:, None] - target[None, :]
    pairs = (group[:, None] == group[None, :]) & (difference > apart)
    margin = predicted[:, None] - predicted[None, :]
    return F.softplus(-margin[pairs] * 2).mean() if bool(pairs.any()) else predicted.sum() * 0
