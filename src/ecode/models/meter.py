"""How fast a training runs: tokens a second, and the share of what the device's matrix product reaches."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import torch
from torch.utils.flop_counter import FlopCounterMode

_SIDE = {"cpu": 768, "cuda": 8192}  # of the matrices whose product is the yardstick


class Meter:
    """Collects steps between two log records."""

    def __init__(self, device: torch.device, dtype: torch.dtype, flops_per_token: float) -> None:
        self._peak, self._flops_per_token = matmul_flops(device, dtype), flops_per_token
        self._reset()

    def _reset(self) -> None:
        self._loss, self._tokens, self._steps, self._started = 0.0, 0, 0, time.monotonic()

    def add(self, loss: float, tokens: int) -> None:
        self._loss += loss
        self._tokens += tokens
        self._steps += 1

    def record(self) -> dict[str, Any]:
        """Mean loss, tokens per second and share of peak since the last record."""
        rate = self._tokens / (time.monotonic() - self._started)
        share = rate * self._flops_per_token / self._peak
        record = {"loss": self._loss / max(1, self._steps), "tokens_per_s": round(rate, 1), "of_peak": round(share, 4)}
        self._reset()
        return record


def flops_of(run: Callable[[], object]) -> float:
    """Floating-point operations of the matrix products and convolutions in `run`.

    Counting takes operations apart and so changes the last bits of a result: not to be done in a step that counts.
    """
    with FlopCounterMode(display=False) as counter:
        run()
    return float(counter.get_total_flops())


def matmul_flops(device: torch.device, dtype: torch.dtype) -> float:
    """Floating-point operations per second of one large matrix product, the best of five."""
    side = _SIDE.get(device.type, 2048)
    a = torch.randn(side, side, device=device, dtype=dtype)
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        product = a @ a
        float(product[0, 0])  # waits for the device
        best = min(best, time.perf_counter() - started)
    return 2 * side**3 / best
