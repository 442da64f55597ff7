"""Our own transformer layers: RMS norm first, rotary positions, grouped key/value heads, gated feed-forward.

Sizes in shapes: B batch, T target, S source or memory, P all keys so far, H heads, K key/value heads, D head width,
C width.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers.cache_utils import Cache


def rotary(length: int, width: int, start: int, device: torch.device, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Cosine and sine of the positions start..start+length-1, each (length, width) (arXiv 2104.09864)."""
    inverse = 1.0 / 10_000 ** (torch.arange(0, width, 2, device=device, dtype=torch.float32) / width)
    angles = torch.outer(torch.arange(start, start + length, device=device, dtype=torch.float32), inverse)
    angles = torch.cat((angles, angles), dim=-1)
    return angles.cos().to(dtype), angles.sin().to(dtype)


def rotate(x: Tensor, turns: tuple[Tensor, Tensor]) -> Tensor:
    """x (B, H, T, D) turned by its positions."""
    cos, sin = turns
    first, second = x.chunk(2, dim=-1)
    return x * cos + torch.cat((-second, first), dim=-1) * sin


class Attention(nn.Module):
    """Attention with grouped key/value heads (arXiv 2305.13245); of a sequence to itself or to a memory."""

    def __init__(self, width: int, heads: int, kv_heads: int, layer: int = 0) -> None:
        super().__init__()
        self.heads, self.kv_heads, self.head_width, self.layer = heads, kv_heads, width // heads, layer
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, kv_heads * self.head_width, bias=False)
        self.value = nn.Linear(width, kv_heads * self.head_width, bias=False)
        self.out = nn.Linear(width, width, bias=False)

    def split(self, x: Tensor, heads: int) -> Tensor:
        """(B, T, heads * D) -> (B, heads, T, D)"""
        return x.view(x.shape[0], x.shape[1], heads, self.head_width).transpose(1, 2)

    def keys_values(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.split(self.key(x), self.kv_heads), self.split(self.value(x), self.kv_heads)

    def attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        """query (B, H, T, D), key and value (B, K, P, D), mask (B, 1, T or 1, P) or (T, P), True where seen."""
        repeats = self.heads // self.kv_heads
        if repeats > 1:
            key, value = key.repeat_interleave(repeats, dim=1), value.repeat_interleave(repeats, dim=1)
        mixed = _mixed(query, key, value, mask)
        return self.out(mixed.transpose(1, 2).flatten(2))

    def forward(
        self, x: Tensor, mask: Tensor | None, turns: tuple[Tensor, Tensor] | None, cache: Cache | None = None
    ) -> Tensor:
        """Self-attention. x (B, T, C)."""
        query, (key, value) = self.split(self.query(x), self.heads), self.keys_values(x)
        if turns is not None:
            query, key = rotate(query, turns), rotate(key, turns)
        if cache is not None:
            key, value = cache.update(key, value, self.layer)
        return self.attend(query, key, value, mask)

    def to_memory(self, x: Tensor, memory: Tensor, mask: Tensor | None, cache: Cache | None = None) -> Tensor:
        """Cross-attention of x (B, T, C) to memory (B, S, C), whose keys and values are made once and kept."""
        if cache is not None and len(cache.layers) > self.layer and cache.get_seq_length(self.layer) > 0:
            key, value = cache.layers[self.layer].keys, cache.layers[self.layer].values
        else:
            key, value = self.keys_values(memory)
            if cache is not None:
                key, value = cache.update(key, value, self.layer)
        return self.attend(self.split(self.query(x), self.heads), key, value, mask)


def _mixed(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """softmax(Q K^T / sqrt(D)) V; all of (B, H, T or P, D), mask as in `Attention.attend`.

    With autocast on a CPU by plain products: there the fused kernel's backward pass takes longer in bfloat16 than in
    float32.
    """
    if not (query.device.type == "cpu" and torch.is_autocast_enabled("cpu")):
        return F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3)
    if mask is not None:
        scores = scores.masked_fill(~mask, torch.finfo(scores.dtype).min)
    return scores.softmax(dim=-1) @ value


class FeedForward(nn.Module):
    """SwiGLU (arXiv 2002.05202)."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.gate = nn.Linear(width, inner, bias=False)
        self.up = nn.Linear(width, inner, bias=False)
        self.down = nn.Linear(inner, width, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        return self.down(F.silu(self.gate(x)) * self.up(x))


class Layer(nn.Module):
    """Self-attention, attention to a memory where there is one, feed-forward."""

    def __init__(
        self,
        width: int,
        heads: int,
        kv_heads: int,
        inner: int,
        *,
        cross: bool = False,
        layer: int = 0,
        dropout: float = 0,
    ) -> None:
        super().__init__()
        self.norm = nn.RMSNorm(width, eps=1e-6)
        self.attention = Attention(width, heads, kv_heads, layer)
        self.cross_norm = nn.RMSNorm(width, eps=1e-6) if cross else None
        self.cross = Attention(width, heads, kv_heads, layer) if cross else None
        self.ffn_norm = nn.RMSNorm(width, eps=1e-6)
        self.ffn = FeedForward(width, inner)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self,
        x: Tensor,
        mask: Tensor | None,
        turns: tuple[Tensor, Tensor],
        memory: Tensor | None = None,
        memory_mask: Tensor | None = None,
        caches: tuple[Cache | None, Cache | None] = (None, None),
    ) -> Tensor:
        """x (B, T, C) -> (B, T, C); `caches` are of the self-attention and of the attention to the memory."""
        x = x + self.dropout(self.attention(self.norm(x), mask, turns, caches[0]))
        if self.cross is not None and self.cross_norm is not None and memory is not None:
            x = x + self.dropout(self.cross.to_memory(self.cross_norm(x), memory, memory_mask, caches[1]))
        return x + self.dropout(self.ffn(self.ffn_norm(x)))


class Stack(nn.Module):
    """Layers with a last norm. Bidirectional, or causal with a cache; `first` numbers its layers in that cache."""

    def __init__(
        self,
        width: int,
        layers: int,
        heads: int,
        kv_heads: int,
        inner: int,
        *,
        causal: bool = False,
        cross: bool = False,
        first: int = 0,
        dropout: float = 0,
    ) -> None:
        super().__init__()
        self.causal, self.first = causal, first
        self.head_width = width // heads
        self.layers = nn.ModuleList(
            Layer(width, heads, kv_heads, inner, cross=cross, layer=first + number, dropout=dropout)
            for number in range(layers)
        )
        self.norm = nn.RMSNorm(width, eps=1e-6)

    def forward(
        self,
        x: Tensor,
        padding: Tensor | None = None,
        memory: Tensor | None = None,
        memory_mask: Tensor | None = None,
        caches: tuple[Cache | None, Cache | None] = (None, None),
    ) -> Tensor:
        """x (B, T, C); `padding` (B, T or P) and `memory_mask` (B, S) are 1 where there is something to see."""
        past = caches[0].get_seq_length(self.first) if caches[0] is not None and self.causal else 0
        turns = rotary(x.shape[1], self.head_width, past, x.device, x.dtype)
        mask = None if padding is None else padding[:, None, None, :].bool()
        if self.causal and x.shape[1] > 1:
            rows = torch.arange(past, past + x.shape[1], device=x.device)
            columns = torch.arange(past + x.shape[1], device=x.device)
            seen = rows[:, None] >= columns[None, :]
            mask = seen if mask is None else seen & mask | (rows[:, None] == columns[None, :])  # padding sees itself
        wide_mask = None if memory_mask is None else memory_mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, mask, turns, memory, wide_mask, caches)
        return self.norm(x)
