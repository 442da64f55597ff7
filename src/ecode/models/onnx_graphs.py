"""The two graphs that an exported E-code model is made of: one run for a program, one for each token.

They compute what `hub.modeling_ecode` computes, written without branches on data and with caches as plain inputs and
outputs (one key and one value for each layer: onnxruntime would copy a stacked tensor at every step).

Shapes as in `hub`: B batch, S source, E experts, L field, M memory, P tokens so far, K key/value heads, D head width.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from ecode.models.hub.backbones_ecode import OwnCodeReader
from ecode.models.hub.layers_ecode import Attention, Layer, rotary, rotate
from ecode.models.hub.modeling_ecode import CrossDecoder, ECodeForConditionalGeneration, TextExperts


class EncoderGraph(nn.Module):
    """Statement and source -> what the decoder's steps need, made once."""

    def __init__(self, model: ECodeForConditionalGeneration) -> None:
        super().__init__()
        self.model = model
        self.layers = decoder_layers(model)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, text_input_ids: Tensor, text_attention_mask: Tensor
    ) -> tuple[Tensor, ...]:
        """ids and mask (B, S), (B, E, L) -> memory mask (B, M), copy keys (B, S, C), and for each decoder layer the
        keys and values of the memory (B, K, M, D)."""
        encoder = self.model.encoder
        assert encoder.code is not None
        assert encoder.embed is not None
        states = encoder.code(encoder.embed(input_ids), attention_mask)
        memory, mask = states, attention_mask
        if encoder.text is not None:
            text, text_mask = _read_text(encoder.text, text_input_ids, text_attention_mask)
            memory, mask = torch.cat((text, states), dim=1), torch.cat((text_mask, attention_mask), dim=1)
        copy = states
        if self.model.copy is not None:
            copy = self.model.copy.keys(states, encoder.embed(input_ids))
        caches = [tensor for layer in self.layers for tensor in _to_memory(layer).keys_values(memory)]
        return mask, copy, *caches


def _read_text(text: TextExperts, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """As `TextExperts.forward`; rows without anything to read get states that nobody sees."""
    fields = [
        expert(_not_empty(mask[:, number]), input_ids=ids[:, number])
        for number, expert in enumerate(text.experts.values())
    ]
    flat = mask.flatten(1)
    places = torch.arange(flat.shape[1], device=flat.device)
    order = torch.argsort((flat == 0).to(torch.int64) * flat.shape[1] + places, dim=1)  # real ones first, in order
    joined = torch.gather(torch.cat(fields, dim=1), 1, order[..., None].expand(-1, -1, fields[0].shape[-1]))
    joined_mask = torch.gather(flat, 1, order)
    integrated = text.integration(_not_empty(joined_mask), inputs_embeds=joined)
    return text.activation(text.enlarge(integrated)), joined_mask


def _not_empty(mask: Tensor) -> Tensor:
    """A row without anything sees its first place: attention to nothing is not a number."""
    first = torch.arange(mask.shape[1], device=mask.device) == 0
    return torch.where((mask.sum(dim=1, keepdim=True) == 0) & first, torch.ones_like(mask), mask)


class StepGraph(nn.Module):
    """The token written last -> scores of the next one."""

    def __init__(self, model: ECodeForConditionalGeneration) -> None:
        super().__init__()
        self.model = model
        self.layers = decoder_layers(model)
        decoder = model.decoder
        assert isinstance(decoder, CrossDecoder)
        self.norm = decoder.body.stack.norm

    def forward(
        self,
        ids: Tensor,
        source_ids: Tensor,
        memory_mask: Tensor,
        copy_keys: Tensor,
        past: list[Tensor],
        cross: list[Tensor],
    ) -> tuple[Tensor, ...]:
        """ids (B, 1), source ids (B, S), memory mask (B, M), copy keys (B, S, C), past keys and values (B, K, P, D) and
        those of the memory (B, K, M, D), layer after layer -> log probabilities (B, V), past with one more token."""
        assert self.model.embed is not None
        assert self.model.lm_head is not None
        x = self.model.embed(ids)
        turns = rotary_at(past[0].shape[2], self.layers[0].attention.head_width, x)
        seen = memory_mask[:, None, None, :].bool()
        made: list[Tensor] = []
        for number, layer in enumerate(self.layers):
            x, key, value = _step(layer, x, turns, seen, past[2 * number : 2 * number + 2], cross[2 * number :][:2])
            made += [key, value]
        x = self.norm(x)
        vocabulary = self.model.lm_head(x)
        if self.model.copy is None:
            return vocabulary.log_softmax(dim=-1)[:, 0], *made
        mask = memory_mask[:, -source_ids.shape[1] :]
        return self.model.copy(x, vocabulary, copy_keys, source_ids, mask)[:, 0], *made


def rotary_at(position: int, width: int, like: Tensor) -> tuple[Tensor, Tensor]:
    """Cosine and sine of one position."""
    return rotary(1, width, position, like.device, like.dtype)


def _step(
    layer: Layer,
    x: Tensor,
    turns: tuple[Tensor, Tensor],
    seen: Tensor,
    past: list[Tensor],
    cross: list[Tensor],
) -> tuple[Tensor, Tensor, Tensor]:
    attention, normed = layer.attention, layer.norm(x)
    query, (key, value) = attention.split(attention.query(normed), attention.heads), attention.keys_values(normed)
    key = torch.cat((past[0], rotate(key, turns)), dim=2)
    value = torch.cat((past[1], value), dim=2)
    x = x + attention.attend(rotate(query, turns), key, value, None)
    to_memory = _to_memory(layer)
    assert layer.cross_norm is not None
    query = to_memory.split(to_memory.query(layer.cross_norm(x)), to_memory.heads)
    x = x + to_memory.attend(query, cross[0], cross[1], seen)
    return x + layer.ffn(layer.ffn_norm(x)), key, value


def _to_memory(layer: Layer) -> Attention:
    assert layer.cross is not None
    return layer.cross


def decoder_layers(model: ECodeForConditionalGeneration) -> list[Layer]:
    """Raises `TypeError` for a model whose decoder is not that of `fusion="cross"`."""
    decoder = model.decoder
    if not isinstance(decoder, CrossDecoder) or not isinstance(decoder.body, OwnCodeReader):
        raise TypeError("only models with fusion=cross have steps to export")
    return list(decoder.body.stack.layers)  # type: ignore[arg-type]
