"""A base model with adapters stacked on it in order.

Each adapter is trained on top of the ones before, which are frozen but at work: a layer gives W x + sum_i s B_i A_i x,
and only the last B, A learn. Nothing is merged into W: rounding to 16 or 4 bits would lose most of a small change, and
what predicts is to the bit what was trained. The sum itself knows no order, but an adapter means little without exactly
those it was trained on; so each folder records the ones below it, and a stack in another order is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import torch
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig, PreTrainedTokenizerBase
from transformers.pytorch_utils import Conv1D

from ecode.errors import ModelError
from ecode.models.baseline.model import ADAPTER, Baseline, BaselineRecipe, peft
from ecode.models.predictor.llm.config import LlmRecipe

RECORD = "stage.json"
_NEW = "default"  # peft's name of what it saves without a folder of its own


class StackedModel(Baseline):
    """For the shared loop: trains and saves the adapter on top, with a record of what is below it."""

    def __init__(self, lm: Any, recipe: LlmRecipe, record: dict[str, Any]) -> None:
        super().__init__(lm, BaselineRecipe(recipe.base, lora_rank=recipe.lora_rank, max_prompt=recipe.max_prompt))
        self.record = record

    def save_pretrained(self, folder: Path) -> None:
        self.lm.save_pretrained(folder, selected_adapters=[_NEW], save_embedding_layers=False)
        (folder / RECORD).write_text(json.dumps(self.record, indent=1) + "\n", encoding="utf-8")

    def load_state_dict(self, state_dict: Mapping[str, Any], strict: bool = True, assign: bool = False) -> Any:
        missing, unexpected = peft().set_peft_model_state_dict(self.lm, dict(state_dict), adapter_name=_NEW)
        return [name for name in missing if "lora_" in name and f".{_NEW}." in name], unexpected


def fresh_stack(recipe: LlmRecipe, lm: Any, below: Sequence[Path], record: dict[str, Any]) -> StackedModel:
    """`lm` with the adapters `below`, frozen, and a new one on top."""
    if getattr(lm, "is_loaded_in_4bit", False):
        lm = peft().prepare_model_for_kbit_training(lm)  # also recomputes activations instead of keeping them
    stacked = peft().get_peft_model(lm, lora_config(recipe, lm))
    names = [f"below{number}" for number in range(len(below))]
    for name, folder in zip(names, below, strict=True):
        stacked.load_adapter(str(folder), adapter_name=name)
    stacked.base_model.set_adapter([*names, _NEW])
    for name, parameter in stacked.named_parameters():
        parameter.requires_grad_("lora_" in name and f".{_NEW}." in name)
    return StackedModel(stacked, recipe, record)


def lora_config(recipe: LlmRecipe, lm: Any) -> Any:
    """Rank-stabilised LoRA (arXiv 2312.03732) in all linear layers but the head."""
    return peft().LoraConfig(
        r=recipe.lora_rank,
        lora_alpha=recipe.lora_alpha,
        lora_dropout=recipe.lora_dropout,
        use_rslora=True,
        target_modules="all-linear",
        fan_in_fan_out=any(isinstance(module, Conv1D) for module in lm.modules()),  # GPT-2's transposed layers
        task_type="CAUSAL_LM",
    )


def stacked_for_use(lm: Any, adapters: Sequence[Path]) -> Any:
    """`lm` with all `adapters` at work, one or more. Raises `ModelError` where they lie in another order than in
    training."""
    check_order(adapters)
    names = [f"stage{number}" for number in range(len(adapters))]
    stacked = peft().PeftModel.from_pretrained(lm, str(adapters[0]), adapter_name=names[0])
    for name, folder in zip(names[1:], adapters[1:], strict=True):
        stacked.load_adapter(str(folder), adapter_name=name)
    stacked.base_model.set_adapter(names)
    return stacked.eval().requires_grad_(False)


def check_order(adapters: Sequence[Path]) -> None:
    """Each adapter lies on exactly those that it was trained on. Raises `ModelError`."""
    prints: list[str] = []
    for folder in adapters:
        record = read_stage(folder)
        if record["below"] != prints:
            wanted = len(record["below"])
            raise ModelError(
                f"{folder} was trained on {wanted or 'no'} other adapter{'s' * (wanted != 1)}, not on "
                f"{'the ones given' if prints else 'the base alone'} before it: name all of them in the order of "
                "training."
            )
        prints.append(fingerprint(folder))


def read_stage(folder: Path) -> dict[str, Any]:
    """What `StackedModel` wrote beside an adapter. Raises `ModelError` where there is no adapter of a predictor."""
    try:
        record: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        record["below"], record["machine_factor"], record["recipe"]["max_prompt"]
    except (OSError, ValueError, KeyError, TypeError):
        raise ModelError(f"{folder} holds no adapter of a time predictor: there is no usable {RECORD}.") from None
    if not (folder / ADAPTER).is_file():
        raise ModelError(f"{folder} holds no adapter of a time predictor: there is no {ADAPTER}.")
    return record


def fingerprint(folder: Path) -> str:
    """Of an adapter's weights."""
    with (folder / ADAPTER).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def load_base(name: str, *, four_bit: bool, longest: int, device: torch.device) -> tuple[Any, PreTrainedTokenizerBase]:
    """A causal language model and its tokenizer. Raises `ModelError` where there is none, or one that reads fewer than
    `longest` tokens."""
    try:
        config = AutoConfig.from_pretrained(name)
        if config.is_encoder_decoder:
            raise ModelError(f"{name} is no causal language model.")
        nf4 = {"quantization_config": _nf4(), "device_map": {"": device}} if four_bit else {}
        lm = AutoModelForCausalLM.from_pretrained(name, config=config, dtype="auto", **nf4)
        tokenizer = AutoTokenizer.from_pretrained(name)
    except (OSError, ValueError) as error:
        if isinstance(error, ModelError):
            raise
        raise ModelError(f"{name} cannot be loaded as a language model: {str(error).splitlines()[0]}") from None
    room = getattr(config, "max_position_embeddings", None)
    if room and longest > room:
        raise ModelError(f"{name} reads up to {room} tokens, fewer than prompt and answer together ({longest}).")
    return lm, cast(PreTrainedTokenizerBase, tokenizer)


def _nf4() -> BitsAndBytesConfig:
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
