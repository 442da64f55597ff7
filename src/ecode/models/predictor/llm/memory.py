"""How large a tuned model is and what its training takes, from its configuration alone: on the meta device, where
tensors have shapes and no contents.

With P parameters of the base, Q of them in its linear layers (without the head), L of an adapter and n adapters in all,
T tokens of a batch with its padding, h the width, V the vocabulary, N the layers, I the sum of the inputs of all linear
layers, in bytes:

- base: 2 P in bf16; in 4 bits 0.516 Q + 4 (P - Q), as NF4 holds half a byte and a scale for every 64 values, themselves
  in 8 bits (QLoRA, arXiv 2305.14314), and what is not quantised is held in full precision by peft;
- adapters: 4 L n, in full precision, and 12 L for gradients and both moments of AdamW of the one that learns;
- activations: 34 h T a layer (Korthikanti et al., arXiv 2205.05198, without the square of the attention, which is never
  held) and 3 I T for the inputs of the adapters and their dropout's masks; in 4 bits, where activations are computed
  again, 2 h T a layer and all of that for one layer only;
- logits: 6 V T, in bf16 with their gradients and what the head keeps.

An estimate: the first two are counts, the last two are good to perhaps a third.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from transformers import AutoModelForCausalLM
from transformers.pytorch_utils import Conv1D

from ecode.models.baseline.model import peft
from ecode.models.predictor.llm.config import LlmRecipe
from ecode.models.predictor.llm.stack import lora_config

_NF4 = 0.5 + 1 / 64 + 4 / (64 * 256)  # bytes a value


@dataclass(frozen=True, slots=True)
class Sizes:
    """Counts of a configuration: parameters of the base, of its linear layers and of one adapter; and widths."""

    base: int
    linear: int
    adapter: int
    inputs: int
    width: int
    layers: int
    vocabulary: int


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes that a training takes."""

    base: int
    adapters: int
    optimizer: int
    activations: int
    logits: int

    @property
    def total(self) -> int:
        return self.base + self.adapters + self.optimizer + self.activations + self.logits


def sizes_of(config: Any, recipe: LlmRecipe) -> Sizes:
    """Of a configuration of transformers; nothing is allocated."""
    with torch.device("meta"):
        lm = AutoModelForCausalLM.from_config(config)
        base, head = sum(parameter.numel() for parameter in lm.parameters()), lm.get_output_embeddings()
        layers = [module for module in lm.modules() if isinstance(module, nn.Linear | Conv1D) and module is not head]
        linear = sum(layer.weight.numel() for layer in layers)
        inputs = sum(layer.nx if isinstance(layer, Conv1D) else layer.in_features for layer in layers)
        tuned = peft().get_peft_model(lm, lora_config(recipe, lm))
    adapter = sum(parameter.numel() for parameter in tuned.parameters() if parameter.requires_grad)
    return Sizes(base, linear, adapter, inputs, config.hidden_size, config.num_hidden_layers, config.vocab_size)


def training_memory(sizes: Sizes, recipe: LlmRecipe, *, four_bit: bool) -> Memory:
    """While the last of the recipe's adapters is trained on top of all others."""
    tokens = recipe.rows * (recipe.max_prompt + recipe.max_answer)
    whole = tokens * (34 * sizes.width * sizes.layers + 3 * sizes.inputs)
    again = 2 * tokens * sizes.width * sizes.layers + whole // sizes.layers
    quantised = round(_NF4 * sizes.linear) + 4 * (sizes.base - sizes.linear)
    return Memory(
        base=quantised if four_bit else 2 * sizes.base,
        adapters=4 * sizes.adapter * len(recipe.variants),
        optimizer=12 * sizes.adapter,
        activations=again if four_bit else whole,
        logits=6 * sizes.vocabulary * tokens,
    )
