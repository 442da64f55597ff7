"""What reads text and code: our own layers, or the pretrained kinds of the paper (Bert, GPT-Neo)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel, GPTNeoConfig, GPTNeoForCausalLM, GPTNeoModel
from transformers.cache_utils import Cache

from .configuration_ecode import ECodeConfig
from .layers_ecode import Stack


class OwnTextReader(nn.Module):
    """Embeddings and bidirectional layers; of embeddings alone where it has no vocabulary."""

    def __init__(self, config: ECodeConfig, layers: int, vocab_size: int) -> None:
        super().__init__()
        width = config.text_hidden_size
        self.embed = nn.Embedding(vocab_size, width) if vocab_size else None
        self.stack = Stack(
            width, layers, config.text_heads, config.text_heads, config.text_ffn_size, dropout=config.dropout
        )

    def forward(self, mask: Tensor, input_ids: Tensor | None = None, inputs_embeds: Tensor | None = None) -> Tensor:
        """mask (B, S) with ids (B, S) or embeddings (B, S, C) -> (B, S, C)"""
        return self.stack(self.embed(input_ids) if self.embed is not None else inputs_embeds, mask)


class BertTextReader(nn.Module):
    """A whole Bert. As integration encoder it never looks words up, but keeps its table: the paper counts it."""

    def __init__(self, config: ECodeConfig, layers: int, positions: int) -> None:
        super().__init__()
        self.bert = BertModel(bert_config(config, layers, positions))

    def forward(self, mask: Tensor, input_ids: Tensor | None = None, inputs_embeds: Tensor | None = None) -> Tensor:
        return self.bert(input_ids=input_ids, inputs_embeds=inputs_embeds, attention_mask=mask).last_hidden_state


def text_expert(config: ECodeConfig) -> nn.Module:
    """An expert for one field."""
    if config.text_backbone == "bert":
        return BertTextReader(config, config.text_layers, config.text_max_length)
    return OwnTextReader(config, config.text_layers, config.text_vocab_size)


def integration_encoder(config: ECodeConfig) -> nn.Module:
    """Reads what all experts made, in one sequence."""
    if config.text_backbone == "bert":
        return BertTextReader(config, config.integration_layers, config.integration_max_length)
    return OwnTextReader(config, config.integration_layers, 0)


def bert_config(config: ECodeConfig, layers: int, positions: int) -> BertConfig:
    return BertConfig(
        vocab_size=config.text_vocab_size,
        hidden_size=config.text_hidden_size,
        num_hidden_layers=layers,
        num_attention_heads=config.text_heads,
        intermediate_size=config.text_ffn_size,
        max_position_embeddings=positions,
    )


class OwnCodeReader(nn.Module):
    """Our layers over tokens whose embeddings are shared with the decoder; bidirectional, or causal over a prefix."""

    def __init__(
        self, config: ECodeConfig, layers: int, *, causal: bool = False, cross: bool = False, first: int = 0
    ) -> None:
        super().__init__()
        self.stack = Stack(
            config.hidden_size,
            layers,
            config.num_heads,
            config.num_kv_heads,
            config.ffn_size,
            causal=causal,
            cross=cross,
            first=first,
            dropout=config.dropout,
        )

    def forward(self, x: Tensor, padding: Tensor | None = None, **seen: Any) -> Tensor:
        return self.stack(x, padding, **seen)


class GPTNeoReader(nn.Module):
    """A GPT-Neo body over its own embeddings; `first` is the number of its first layer in a cache it shares."""

    def __init__(self, config: ECodeConfig, layers: int, first: int = 0) -> None:
        super().__init__()
        self.first = first
        self.body = GPTNeoModel(gpt_neo_config(config, layers))

    def forward(self, input_ids: Tensor, padding: Tensor | None = None, cache: Cache | None = None) -> Tensor:
        """ids (B, T) -> (B, T, C)"""
        seen = None if cache is None else CacheFrom(cache, self.first)
        return self.body(
            input_ids=input_ids, attention_mask=padding, past_key_values=seen, use_cache=seen is not None
        ).last_hidden_state


class GPTNeoWriter(nn.Module):
    """A complete GPT-Neo language model that is fed embeddings and has positions of its own."""

    def __init__(self, config: ECodeConfig, layers: int, first: int = 0) -> None:
        super().__init__()
        self.first = first
        self.lm = GPTNeoForCausalLM(gpt_neo_config(config, layers))

    def forward(self, x: Tensor, padding: Tensor | None = None, cache: Cache | None = None) -> Tensor:
        """x (B, T, C) -> logits (B, T, V)"""
        seen = None if cache is None else CacheFrom(cache, self.first)
        positions = None
        if padding is not None:
            positions = (padding.long().cumsum(-1) - 1).clamp(min=0)[:, -x.shape[1] :]
        return self.lm(
            inputs_embeds=x,
            attention_mask=padding,
            position_ids=positions,
            past_key_values=seen,
            use_cache=seen is not None,
        ).logits


def gpt_neo_config(config: ECodeConfig, layers: int) -> GPTNeoConfig:
    """GPT-Neo-125M's: global and local attention (256 tokens) in turns."""
    return GPTNeoConfig(
        vocab_size=config.vocab_size,
        hidden_size=config.hidden_size,
        num_layers=layers,
        num_heads=config.num_heads,
        intermediate_size=config.ffn_size,
        attention_types=[[["global", "local"], (layers + 1) // 2]] if layers % 2 == 0 else [[["global"], layers]],
        max_position_embeddings=2048,
        bos_token_id=config.bos_token_id,
        eos_token_id=config.eos_token_id,
    )


class CacheFrom(Cache):
    """A view of a cache that begins at layer `first`, so that two models can share one."""

    def __init__(self, cache: Cache, first: int) -> None:
        super().__init__(layer_class_to_replicate=type(None))
        self._cache, self._first = cache, first

    def update(self, key: Tensor, value: Tensor, layer_idx: int, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        return self._cache.update(key, value, layer_idx + self._first, *args, **kwargs)

    def get_seq_length(self, layer_idx: int = 0) -> int:
        return int(self._cache.get_seq_length(layer_idx + self._first))

    def get_mask_sizes(self, query_length: int, layer_idx: int) -> tuple[int, int]:
        return self._cache.get_mask_sizes(query_length, layer_idx + self._first)

    @property
    def is_compileable(self) -> bool:
        return False

    @property
    def is_sliding(self) -> list[bool]:
        return [False]


def join_rows(states: Tensor, mask: Tensor, longest: int) -> tuple[Tensor, Tensor]:
    """What is real in each row, without the gaps, cut to `longest`.

    states (B, N, C), mask (B, N) -> (B, S, C), (B, S) with S the length of the longest row.
    """
    order = torch.argsort((mask == 0).to(torch.int8), dim=1, stable=True)  # real ones first, in their order
    length = min(longest, max(1, int(mask.sum(dim=1).max())))
    order = order[:, :length]
    joined = torch.gather(states, 1, order[..., None].expand(-1, -1, states.shape[-1]))
    return joined, torch.gather(mask, 1, order)
