"""A language model with the interface that training knows from E-code; all of it is tuned, or adapters (LoRA)."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    PreTrainedTokenizerBase,
)
from transformers.modeling_outputs import Seq2SeqLMOutput
from transformers.pytorch_utils import Conv1D

from ecode.errors import ModelError
from ecode.models.baseline.prompts import Prompter, ids_of, text_of
from ecode.models.checkpoint import WEIGHTS

RECORD, ADAPTER = "baseline.json", "adapter_model.safetensors"
_LAYOUT = "for a in b:\n    if a:\n        print(a,  b)\n"


@dataclass(frozen=True, slots=True)
class BaselineRecipe:
    """Which language model is tuned, and how much of it: all of it where `lora_rank` is 0."""

    base: str
    lora_rank: int = 0
    lora_alpha: int = 32
    lora_dropout: float = 0.0
    max_prompt: int = 1024
    """Tokens. A longer statement is cut, a program that does not fit is left out."""
    max_answer: int = 512
    normalise_names: bool = True
    """As the examples were made."""


class Baseline(nn.Module):
    """A language model `lm` with the interface that `train` knows from E-code: prompt in, loss of the answer out."""

    def __init__(self, lm: Any, recipe: BaselineRecipe) -> None:
        super().__init__()
        self.lm, self.recipe = lm, recipe
        self.is_seq2seq = bool(lm.config.is_encoder_decoder)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, labels: Tensor, num_items_in_batch: int | Tensor
    ) -> Seq2SeqLMOutput:
        """input_ids and attention_mask (B, S), labels (B, T), -100 where there is no answer. The loss is the sum over
        the labels by `num_items_in_batch`."""
        if self.is_seq2seq:
            before = self.lm.prepare_decoder_input_ids_from_labels(labels)
            logits = self.lm(input_ids=input_ids, attention_mask=attention_mask, decoder_input_ids=before).logits
        else:
            ids, mask, labels = joined(input_ids, attention_mask, labels)
            logits = self.lm(input_ids=ids, attention_mask=mask).logits[:, :-1]
            labels = labels[:, 1:]
        counted = labels != -100  # the rest is not brought to full precision: it is most of a prompt's row
        loss = F.cross_entropy(logits[counted].float(), labels[counted], reduction="sum") / num_items_in_batch
        return Seq2SeqLMOutput(loss=loss, logits=logits)

    def prompter(self, tokenizer: Any) -> Prompter:
        return Prompter(tokenizer, self.recipe.max_prompt, self.is_seq2seq)

    # -- what a checkpoint asks for ----------------------------------------------------------------------------
    @property
    def _tied_weights_keys(self) -> Mapping[str, str]:
        return cast("Mapping[str, str]", getattr(self.lm, "_tied_weights_keys", None) or {})

    def save_pretrained(self, folder: Path) -> None:
        """All of a fully tuned model, the adapters of another one; and the recipe."""
        self.lm.save_pretrained(folder)
        (folder / RECORD).write_text(json.dumps(asdict(self.recipe), indent=1) + "\n", encoding="utf-8")

    @property
    def weights_file(self) -> str:
        """What holds the weights that were trained."""
        return ADAPTER if self.recipe.lora_rank else WEIGHTS

    def load_state_dict(self, state_dict: Mapping[str, Any], strict: bool = True, assign: bool = False) -> Any:
        """Bring back what `save_pretrained` wrote."""
        if not self.recipe.lora_rank:
            return self.lm.load_state_dict(state_dict, strict=strict, assign=assign)
        missing, unexpected = peft().set_peft_model_state_dict(self.lm, dict(state_dict))
        return [name for name in missing if "lora_" in name], unexpected


def joined(input_ids: Tensor, attention_mask: Tensor, labels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Prompt and answer of each row as one sequence, padding behind both: ids, mask and labels (B, S + T)."""
    ids = torch.cat((input_ids, labels.clamp(min=0)), dim=1)
    mask = torch.cat((attention_mask, (labels != -100).long()), dim=1)
    wanted = torch.cat((torch.full_like(input_ids, -100), labels), dim=1)
    order = torch.argsort((mask == 0).to(torch.int8), dim=1, stable=True)
    order = order[:, : max(2, int(mask.sum(dim=1).max()))]
    return ids.gather(1, order), mask.gather(1, order), wanted.gather(1, order)


def new_baseline(recipe: BaselineRecipe) -> tuple[Baseline, PreTrainedTokenizerBase]:
    """The base model, with fresh adapters where the recipe has some, and its tokenizer.

    Raises `ModelError` where there is none of that name, or one that cannot write programs.
    """
    lm, tokenizer = _language_model(recipe.base, recipe), _tokenizer(recipe.base)
    if recipe.lora_rank:
        adapters = peft().LoraConfig(
            r=recipe.lora_rank,
            lora_alpha=recipe.lora_alpha,
            lora_dropout=recipe.lora_dropout,
            target_modules="all-linear",
            fan_in_fan_out=any(isinstance(module, Conv1D) for module in lm.modules()),  # GPT-2's transposed layers
            task_type="SEQ_2_SEQ_LM" if lm.config.is_encoder_decoder else "CAUSAL_LM",
        )
        lm = peft().get_peft_model(lm, adapters)
    return Baseline(lm, recipe), tokenizer


def load_baseline(folder: Path) -> tuple[Baseline, PreTrainedTokenizerBase]:
    """A tuned model and its tokenizer, from a checkpoint. Raises `ModelError` where there is none."""
    try:
        recipe = BaselineRecipe(**json.loads((folder / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{folder} holds no baseline: {error}.") from None
    if recipe.lora_rank:
        lm = peft().PeftModel.from_pretrained(_language_model(recipe.base, recipe), str(folder))
    else:
        lm = _language_model(str(folder), recipe)
    return Baseline(lm, recipe).eval(), _tokenizer(str(folder))


def peft() -> Any:
    """The package for adapters, which only LoRA needs."""
    try:
        return importlib.import_module("peft")
    except ImportError:
        raise ModelError("LoRA needs peft, which is not installed here: pip install 'ecode-lm[train]'") from None


def _language_model(name: str, recipe: BaselineRecipe) -> Any:
    """In full precision where all of it is tuned; a frozen one stays in that of its file."""
    try:
        config = AutoConfig.from_pretrained(name)
        kind = AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM
        lm = kind.from_pretrained(name, config=config, dtype="auto" if recipe.lora_rank else torch.float32)
    except (OSError, ValueError) as error:
        first = str(error).splitlines()[0]
        raise ModelError(f"{name} cannot be loaded as a language model: {first}") from None
    longest = getattr(config, "max_position_embeddings", None)
    if longest and not config.is_encoder_decoder and recipe.max_prompt + recipe.max_answer > longest:
        raise ModelError(
            f"{name} reads up to {longest} tokens, fewer than prompt ({recipe.max_prompt}) and answer "
            f"({recipe.max_answer}) together: use lower limits."
        )
    return lm


def _tokenizer(name: str) -> PreTrainedTokenizerBase:
    """Raises `ModelError` for one that loses the layout of a program: nothing could be learned from it."""
    try:
        tokenizer = AutoTokenizer.from_pretrained(name)
    except (OSError, ValueError) as error:
        raise ModelError(f"{name} has no tokenizer: {str(error).splitlines()[0]}") from None
    if tokenizer.eos_token_id is None:
        raise ModelError(f"the tokenizer of {name} has no end-of-sequence token.")
    if text_of(tokenizer, ids_of(tokenizer, _LAYOUT)).strip() != _LAYOUT.strip():
        raise ModelError(f"the tokenizer of {name} does not keep line breaks and indentation: use a model for code.")
    return cast(PreTrainedTokenizerBase, tokenizer)
