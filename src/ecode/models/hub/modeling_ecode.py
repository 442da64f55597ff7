"""E-code: an Expert Encoder Group over statement and slow program, and a decoder that writes the fast one.

Source: Pan et al., E-code: Mastering Efficient Code Generation through Pretrained Models and Expert Encoder Group
(arXiv 2408.12948). `fusion="paper"` follows its formulas; `cross`, the copy head and edits as output are ours.

Shapes: B batch, E experts, L tokens of a field, S tokens of the slow program, M = memory, T target, V vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import GenerationMixin, PreTrainedModel
from transformers.cache_utils import Cache, DynamicCache, EncoderDecoderCache
from transformers.modeling_outputs import Seq2SeqLMOutput
from transformers.utils import ModelOutput

from .backbones_ecode import GPTNeoReader, GPTNeoWriter, OwnCodeReader, integration_encoder, join_rows, text_expert
from .configuration_ecode import ECodeConfig


@dataclass
class ECodeEncoderOutput(ModelOutput):
    """The memory that the decoder sees, with what its parts are."""

    last_hidden_state: Tensor | None = None
    """(B, M, C)"""
    memory_mask: Tensor | None = None
    """(B, M), 1 where there is something."""
    source_ids: Tensor | None = None
    """(B, S): the slow program, the last S places of the memory."""


class TextExperts(nn.Module):
    """One encoder per field, then one over all of them, then a linear layer up to the width of the code.

    e_X = Expert_X(field X);  Enc = W [Integration(concat of the e_X)]  (the paper's formulas; W without ReLU)
    """

    def __init__(self, config: ECodeConfig) -> None:
        super().__init__()
        self.longest = config.integration_max_length
        self.experts = nn.ModuleDict({name: text_expert(config) for name in config.experts})
        self.integration = integration_encoder(config)
        self.enlarge = nn.Linear(config.text_hidden_size, config.hidden_size)
        self.activation = nn.ReLU() if config.activation == "relu" else nn.Identity()

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """ids and mask (B, E, L) -> states (B, N, C), mask (B, N). Empty fields are not read."""
        batch, _, length = ids.shape
        fields = []
        for number, expert in enumerate(self.experts.values()):
            present = mask[:, number].any(dim=1)
            states = ids.new_zeros((batch, length, self.enlarge.in_features), dtype=self.enlarge.weight.dtype)
            if bool(present.any()):
                read = expert(mask[present, number], input_ids=ids[present, number])
                states = states.to(read.dtype).index_put((present,), read)
            fields.append(states)
        joined, joined_mask = join_rows(torch.cat(fields, dim=1), mask.flatten(1), self.longest)
        some = joined_mask.any(dim=1)
        integrated = joined
        if bool(some.any()):
            read = self.integration(joined_mask[some], inputs_embeds=joined[some])
            integrated = joined.to(read.dtype).index_put((some,), read)
        return self.activation(self.enlarge(integrated.to(self.enlarge.weight.dtype))), joined_mask


class ECodeEncoder(nn.Module):
    """Statement and slow program -> memory."""

    main_input_name = "input_ids"

    def __init__(self, config: ECodeConfig, embed: nn.Embedding | None) -> None:
        super().__init__()
        self.text = TextExperts(config) if config.experts else None
        self.embed = embed
        self.code: nn.Module | None = None
        if config.encoder_layers:
            own = config.code_backbone == "ecode"
            self.code = (
                OwnCodeReader(config, config.encoder_layers) if own else GPTNeoReader(config, config.encoder_layers)
            )

    def forward(
        self,
        input_ids: Tensor,
        attention_mask: Tensor | None = None,
        text_input_ids: Tensor | None = None,
        text_attention_mask: Tensor | None = None,
        **ignored: Any,
    ) -> ECodeEncoderOutput:
        """input_ids (B, S), text_input_ids (B, E, L) or None for programs without a statement."""
        mask = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        states = self._read_code(input_ids, mask)
        if self.text is None or text_input_ids is None:
            return ECodeEncoderOutput(states, mask, input_ids)
        text_mask = torch.ones_like(text_input_ids) if text_attention_mask is None else text_attention_mask
        text, text_mask = self.text(text_input_ids, text_mask)
        memory = torch.cat((text.to(states.dtype), states), dim=1)
        return ECodeEncoderOutput(memory, torch.cat((text_mask.to(mask.dtype), mask), dim=1), input_ids)

    def _read_code(self, ids: Tensor, mask: Tensor) -> Tensor:
        if isinstance(self.code, GPTNeoReader):
            return self.code(ids, mask)
        assert self.embed is not None
        embedded = self.embed(ids)
        return embedded if self.code is None else self.code(embedded, mask)


class CrossDecoder(nn.Module):
    """Every layer attends to the memory."""

    def __init__(self, config: ECodeConfig, embed: nn.Embedding) -> None:
        super().__init__()
        self.embed = embed
        self.body = OwnCodeReader(config, config.decoder_layers, causal=True, cross=True)

    def forward(self, ids: Tensor, encoded: ECodeEncoderOutput, cache: EncoderDecoderCache | None) -> Tensor:
        caches = (None, None) if cache is None else (cache.self_attention_cache, cache.cross_attention_cache)
        return self.body(
            self.embed(ids), memory=encoded.last_hidden_state, memory_mask=encoded.memory_mask, caches=caches
        )


class PaperDecoder(nn.Module):
    """Dec = MHA(Q = Prefix(ids), K = V = Enc), with nothing around it, then a language model over Dec alone."""

    def __init__(self, config: ECodeConfig, embed: nn.Embedding | None) -> None:
        super().__init__()
        own = config.code_backbone == "ecode"
        self.embed = embed
        self.prefix: nn.Module = (
            OwnCodeReader(config, config.prefix_layers, causal=True)
            if own
            else GPTNeoReader(config, config.prefix_layers)
        )
        self.fusion = nn.MultiheadAttention(config.hidden_size, config.fusion_heads, batch_first=True)
        self.writer: nn.Module = (
            OwnCodeReader(config, config.decoder_layers, causal=True, first=config.prefix_layers)
            if own
            else GPTNeoWriter(config, config.decoder_layers, first=config.prefix_layers)
        )

    def forward(self, ids: Tensor, encoded: ECodeEncoderOutput, cache: EncoderDecoderCache | None) -> Tensor:
        own_cache = None if cache is None else cache.self_attention_cache
        if self.embed is not None:
            prefix = self.prefix(self.embed(ids), caches=(own_cache, None))
        else:
            prefix = self.prefix(ids, cache=own_cache)
        memory = encoded.last_hidden_state
        assert encoded.memory_mask is not None
        fused, _ = self.fusion(prefix, memory, memory, key_padding_mask=encoded.memory_mask == 0, need_weights=False)
        fused = fused.to(prefix.dtype)  # norms keep to full precision under autocast
        if isinstance(self.writer, GPTNeoWriter):
            return self.writer(fused, cache=own_cache)
        return self.writer(fused, caches=(own_cache, None))


class PromptDecoder(nn.Module):
    """A plain causal language model with the source before the target (the paper's baseline GPT-Neo)."""

    def __init__(self, config: ECodeConfig, embed: nn.Embedding | None) -> None:
        super().__init__()
        self.embed = embed
        own = config.code_backbone == "ecode"
        self.writer: nn.Module = (
            OwnCodeReader(config, config.decoder_layers, causal=True)
            if own
            else GPTNeoWriter(config, config.decoder_layers)
        )

    def table(self) -> nn.Module:
        if self.embed is not None:
            return self.embed
        assert isinstance(self.writer, GPTNeoWriter)
        return self.writer.lm.get_input_embeddings()

    def forward(self, ids: Tensor, encoded: ECodeEncoderOutput, cache: EncoderDecoderCache | None) -> Tensor:
        """The prompt goes in with the first target tokens; afterwards the cache holds it."""
        own_cache = None if cache is None else cache.self_attention_cache
        past = 0 if own_cache is None else own_cache.get_seq_length()
        x, mask = self.table()(ids), encoded.memory_mask
        assert mask is not None
        written = ids.shape[1] + max(0, past - mask.shape[1])
        padding = torch.cat((mask, mask.new_ones((mask.shape[0], written))), dim=1)
        order = torch.argsort(mask, dim=1, stable=True)  # padding before the prompt: no gap between it and the target
        padding[:, : mask.shape[1]] = torch.gather(mask, 1, order)
        if past == 0:
            prompt = encoded.last_hidden_state
            assert prompt is not None
            x = torch.cat((torch.gather(prompt, 1, order[..., None].expand_as(prompt)), x), dim=1)
        if isinstance(self.writer, GPTNeoWriter):
            states = self.writer(x, padding, cache=own_cache)
        else:
            states = self.writer(x, padding, caches=(own_cache, None))
        return states[:, -ids.shape[1] :]


class CopyHead(nn.Module):
    """A pointer into the slow program beside the vocabulary (See et al., arXiv 1704.04368).

    P(token) = g * softmax(vocabulary) + (1 - g) * attention on the places that hold the token. The keys also see the
    token before, so that "go on behind what was copied last" is one step of attention.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(2 * width, width, bias=False)
        self.gate = nn.Linear(width, 1)

    def keys(self, source: Tensor, embedded: Tensor) -> Tensor:
        """source and embedded (B, S, C) -> (B, S, C)"""
        before = F.pad(embedded, (0, 0, 1, 0))[:, :-1]
        return self.key(torch.cat((source, before), dim=-1))

    def forward(self, states: Tensor, vocabulary: Tensor, keys: Tensor, ids: Tensor, mask: Tensor) -> Tensor:
        """states (B, T, C), vocabulary (B, T, V) logits, keys (B, S, C), ids and mask (B, S) -> log P (B, T, V)"""
        scores = self.query(states) @ keys.transpose(1, 2) * keys.shape[-1] ** -0.5
        scores = scores.masked_fill(mask[:, None, :] == 0, torch.finfo(scores.dtype).min)
        pointed = scores.float().softmax(dim=-1)
        gate = self.gate(states).float().sigmoid()
        mixed = gate * vocabulary.float().softmax(dim=-1)
        places = ids[:, None, :].expand(-1, states.shape[1], -1)
        return mixed.scatter_add(2, places, (1 - gate) * pointed).clamp(min=1e-9).log()


class ECodePreTrainedModel(PreTrainedModel):
    """Initialisation and the switches that `transformers` asks for."""

    config_class = ECodeConfig
    base_model_prefix = "model"
    main_input_name = "input_ids"
    _supports_sdpa = True
    _skip_keys_device_placement = ("past_key_values",)

    @torch.no_grad()
    def _init_weights(self, module: nn.Module) -> None:
        super()._init_weights(module)
        spread = self.config.initializer_range
        if isinstance(module, (nn.Linear, nn.Embedding)):
            nn.init.normal_(module.weight, std=spread)
            if getattr(module, "bias", None) is not None:
                nn.init.zeros_(module.bias)


class ECodeForConditionalGeneration(ECodePreTrainedModel, GenerationMixin):
    """The whole model, for training and for `generate()`."""

    def __init__(self, config: ECodeConfig) -> None:
        super().__init__(config)
        own = config.code_backbone == "ecode"
        self.embed = nn.Embedding(config.vocab_size, config.hidden_size, config.pad_token_id) if own else None
        decoders = {"cross": CrossDecoder, "paper": PaperDecoder, "prompt": PromptDecoder}
        self.decoder = decoders[config.fusion](config, self.embed)
        table = self.decoder.table() if config.fusion == "prompt" else self.embed
        self.encoder = ECodeEncoder(config, table)
        self.lm_head = nn.Linear(config.hidden_size, config.vocab_size, bias=False) if own else None
        self.copy = CopyHead(config.hidden_size) if config.copy_head else None
        self._tied_weights_keys = self._shared()
        self.post_init()

    def _shared(self) -> dict[str, str]:
        """Parameters that are one and the same under two names."""
        if self.embed is not None:
            return dict.fromkeys(("lm_head.weight", "encoder.embed.weight", "decoder.embed.weight"), "embed.weight")
        table = "decoder.writer.lm.transformer.wte.weight"
        prompt = {"encoder.embed.weight": table} if self.encoder.embed is not None else {}
        return prompt | {"decoder.writer.lm.lm_head.weight": table}

    # -- what transformers asks for ----------------------------------------------------------------------------
    def get_encoder(self, *args: Any, **kwargs: Any) -> nn.Module:
        return self.encoder

    def get_input_embeddings(self) -> nn.Module | None:
        return self.embed

    def set_input_embeddings(self, value: nn.Module) -> None:
        self.embed = self.encoder.embed = self.decoder.embed = value

    def get_output_embeddings(self) -> nn.Module | None:
        return self.lm_head

    @classmethod
    def _supports_default_dynamic_cache(cls) -> bool:
        return False  # ours is made below: its layers are those of two models in `paper`

    def prepare_decoder_input_ids_from_labels(self, labels: Tensor) -> Tensor:
        return self._shifted(labels)

    def prepare_inputs_for_generation(self, input_ids: Tensor, **kwargs: Any) -> dict[str, Any]:
        if kwargs.get("use_cache") and kwargs.get("past_key_values") is None:
            kwargs["past_key_values"] = EncoderDecoderCache(DynamicCache(), DynamicCache())
        cache = kwargs.get("past_key_values")
        written = 0 if cache is None else self._written(cache, kwargs["encoder_outputs"])
        ids = input_ids[:, written:]
        keep = ("encoder_outputs", "attention_mask", "past_key_values", "use_cache")
        return {"decoder_input_ids": ids} | {key: kwargs[key] for key in keep if key in kwargs}

    def _written(self, cache: Cache, encoded: ECodeEncoderOutput) -> int:
        """Target tokens that the cache holds; in `prompt` it holds the prompt as well."""
        length = int(cache.get_seq_length())
        if self.config.fusion == "prompt" and length:
            length -= encoded.last_hidden_state.shape[1]
        return length

    def _reorder_cache(self, past_key_values: Cache, beam_idx: Tensor) -> Cache:
        past_key_values.reorder_cache(beam_idx)
        return past_key_values

    # -- forward -----------------------------------------------------------------------------------------------
    def forward(
        self,
        input_ids: Tensor | None = None,
        attention_mask: Tensor | None = None,
        text_input_ids: Tensor | None = None,
        text_attention_mask: Tensor | None = None,
        decoder_input_ids: Tensor | None = None,
        labels: Tensor | None = None,
        encoder_outputs: ECodeEncoderOutput | None = None,
        past_key_values: EncoderDecoderCache | None = None,
        use_cache: bool | None = None,
        num_items_in_batch: int | Tensor | None = None,
        **ignored: Any,
    ) -> Seq2SeqLMOutput:
        """input_ids (B, S), text_input_ids (B, E, L), decoder_input_ids or labels (B, T); labels are -100 where not
        counted. The loss is the mean over the labels, or their sum over `num_items_in_batch`. With a copy head,
        `logits` are log probabilities."""
        if encoder_outputs is None:
            encoder_outputs = self.encoder(input_ids, attention_mask, text_input_ids, text_attention_mask)
        if decoder_input_ids is None:
            if labels is None:
                raise ValueError("give decoder_input_ids or labels")
            decoder_input_ids = self._shifted(labels)
        if use_cache and past_key_values is None:
            past_key_values = EncoderDecoderCache(DynamicCache(), DynamicCache())
        logits = self._logits(self.decoder(decoder_input_ids, encoder_outputs, past_key_values), encoder_outputs)
        loss = None
        if labels is not None:
            loss = F.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=-100, reduction="sum")
            loss = loss / (num_items_in_batch if num_items_in_batch is not None else (labels != -100).sum())
        return Seq2SeqLMOutput(
            loss=loss,
            logits=logits,
            past_key_values=past_key_values,
            encoder_last_hidden_state=encoder_outputs.last_hidden_state,
        )

    def _logits(self, states: Tensor, encoded: ECodeEncoderOutput) -> Tensor:
        if self.lm_head is None:
            return states  # the paper's writer is a complete language model
        vocabulary = self.lm_head(states)
        if self.copy is None:
            return vocabulary
        ids, memory, mask = encoded.source_ids, encoded.last_hidden_state, encoded.memory_mask
        assert ids is not None
        assert memory is not None
        assert mask is not None
        assert self.embed is not None
        length = ids.shape[1]
        keys = self.copy.keys(memory[:, -length:], self.embed(ids))
        return self.copy(states, vocabulary, keys, ids, mask[:, -length:])

    def _shifted(self, labels: Tensor) -> Tensor:
        """What the decoder has read before each label."""
        start = labels.new_full((labels.shape[0], 1), self.config.decoder_start_token_id)
        return torch.cat((start, labels[:, :-1].masked_fill(labels[:, :-1] == -100, self.config.pad_token_id)), dim=1)
