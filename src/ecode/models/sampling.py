"""Which token comes next: greedy, or drawn with temperature and nucleus. Numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def choose(
    scores: NDArray[np.float32], temperature: float, top_p: float, rng: np.random.Generator
) -> NDArray[np.int64]:
    """scores (B, V): log probabilities -> (B). Temperature 0 is greedy; `top_p` keeps the likeliest tokens that make up
    this probability together (nucleus sampling, arXiv 1904.09751)."""
    if temperature == 0:
        return scores.argmax(axis=1)
    scaled = scores.astype(np.float64) / temperature
    probabilities = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    if top_p < 1:
        probabilities = _nucleus(probabilities, top_p)
    drawn = rng.random((len(scores), 1)) * probabilities.sum(axis=1, keepdims=True)
    return (probabilities.cumsum(axis=1) > drawn).argmax(axis=1)


def _nucleus(probabilities: NDArray[np.float64], top_p: float) -> NDArray[np.float64]:
    order = np.argsort(-probabilities, axis=1)
    ordered = np.take_along_axis(probabilities, order, axis=1)
    kept = ordered.cumsum(axis=1) - ordered < top_p  # the one that passes the mark is kept
    result = np.zeros_like(probabilities)
    np.put_along_axis(result, order, ordered * kept, axis=1)
    return result
