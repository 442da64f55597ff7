"""The paper's settings of its ExecTimePredictor, and the settings of the shared training loop that follow from them."""

from __future__ import annotations

import importlib.util
import math
from dataclasses import dataclass

import torch

from ecode.errors import ModelError
from ecode.models.batches import Batches, TokenSet
from ecode.models.predictor.llm.prompt import MAX_DIGITS
from ecode.models.predictor.rows import VARIANTS
from ecode.models.train import TrainConfig


@dataclass(frozen=True, slots=True)
class LlmRecipe:
    """Which base is tuned, and how. The defaults are the paper's, as far as it and its code say them.

    Not said there, and chosen here: the order of the variants (that in which the paper names them), the fall of the
    learning rate (straight to nothing after the warm-up), and what becomes of code that is too long (`Question.ids`).
    """

    base: str
    variants: tuple[str, ...] = VARIANTS
    """One adapter each, one after the other."""
    lora_rank: int = 256
    lora_alpha: int = 128
    lora_dropout: float = 0.01
    four_bit: bool | None = None
    """Base in NF4 (QLoRA, arXiv 2305.14314), as the paper's; without a word, where bitsandbytes and CUDA are there."""
    epochs: int = 2
    """Of each variant."""
    programs: int | None = None
    """As many of the training programs, drawn at random; None: all."""
    rows: int = 4
    """Of the longest kind that fit a batch; of shorter rows there are more, as many as take the same place."""
    accumulate: int = 8
    learning_rate: float = 2e-4
    weight_decay: float = 0.01
    clip: float = 0.3
    warmup: float = 0.03
    """Share of the steps."""
    max_prompt: int = 384
    """Tokens."""
    seed: int = 0
    save_every: int = 500
    log_every: int = 20

    def __post_init__(self) -> None:
        if unknown := [variant for variant in self.variants if variant not in VARIANTS]:
            raise ModelError(f"there is no variant {unknown[0]}: choose from {', '.join(VARIANTS)}.")
        if not self.variants or len(set(self.variants)) < len(self.variants):
            raise ModelError("an adapter is trained for each variant: name at least one, and none twice.")
        if min(self.lora_rank, self.epochs, self.rows, self.accumulate) < 1:
            raise ModelError("rank, epochs, rows and accumulate must be at least 1.")
        if self.programs is not None and self.programs < 1:
            raise ModelError(f"at least one program is needed to train on, not {self.programs}.")

    @property
    def max_answer(self) -> int:
        """Tokens: a digit each at worst, and the end. The paper's 4 cap its answers at 99.99 us."""
        return MAX_DIGITS + 1

    def training(self, data: TokenSet) -> TrainConfig:
        """For the shared loop: as many steps as `epochs` take."""
        tokens = self.rows * (self.max_prompt + self.max_answer)
        plans = Batches(data, tokens, self.seed, 0.0, 0.0)
        batches = sum(len(plans.plan(epoch)) for epoch in range(self.epochs))
        steps = math.ceil(batches / self.accumulate)
        return TrainConfig(
            steps=steps,
            tokens=tokens,
            accumulate=self.accumulate,
            learning_rate=self.learning_rate,
            warmup=math.ceil(steps * self.warmup),
            decay=1 - self.warmup,
            weight_decay=self.weight_decay,
            betas=(0.9, 0.999),
            clip=self.clip,
            drop_statement=0.0,
            drop_field=0.0,
            seed=self.seed,
            save_every=self.save_every,
            log_every=self.log_every,
        )


def uses_four_bit(asked: bool | None) -> bool:
    """Whether the base is held in 4 bits here. Raises `ModelError` where that is asked for and not possible."""
    missing = []
    if importlib.util.find_spec("bitsandbytes") is None:
        missing.append("the package bitsandbytes (pip install bitsandbytes)")
    if not torch.cuda.is_available():
        missing.append("a CUDA device")
    if asked and missing:
        raise ModelError(f"4-bit training (QLoRA) needs {' and '.join(missing)}: train without it, or elsewhere.")
    return not missing if asked is None else asked
