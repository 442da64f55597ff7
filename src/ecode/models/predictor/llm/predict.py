"""Times from a language model with its adapters."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import GenerationConfig, LogitsProcessorList

from ecode.errors import ModelError
from ecode.models.devices import known_device
from ecode.models.predictor.llm.config import uses_four_bit
from ecode.models.predictor.llm.digits import DigitTokens, OnlyDigits
from ecode.models.predictor.llm.draws import SharedDraws
from ecode.models.predictor.llm.prompt import MAX_DIGITS, Question, time_us_of
from ecode.models.predictor.llm.stack import load_base, read_stage, stacked_for_use
from ecode.models.predictor.runtime import Prediction

_PERCENTILES = (10, 50, 90)


class LlmPredictor:
    """Execution time of programs, compilable or not, on the machine whose times the model was trained on, unless
    `scaled_by` says how much slower this one is."""

    def __init__(self, lm: Any, tokenizer: Any, max_prompt: int, *, samples: int = 20, batch: int = 8) -> None:
        self.lm, self.tokenizer, self.samples, self.batch = lm, tokenizer, samples, batch
        self.machine_factor = 1.0
        """Of the machine that measured the times (`TimedSet`)."""
        self._scale = 1.0
        self._question, self._digits = Question(tokenizer, max_prompt), DigitTokens.of(tokenizer)

    @classmethod
    def load(
        cls,
        base: str,
        adapters: Sequence[Path],
        *,
        device: str | None = None,
        four_bit: bool = False,
        samples: int = 20,
        batch: int = 8,
    ) -> LlmPredictor:
        """The base with its adapters, in the order of their training. Raises `ModelError` where one is missing."""
        if not adapters:
            raise ModelError("a time predictor needs at least one adapter: name the folders of its training, in order.")
        record = read_stage(adapters[0])
        max_prompt = int(record["recipe"]["max_prompt"])
        where = known_device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
        longest = max_prompt + MAX_DIGITS + 1
        lm, tokenizer = load_base(base, four_bit=four_bit and uses_four_bit(True), longest=longest, device=where)
        made = cls(stacked_for_use(lm, adapters).to(where), tokenizer, max_prompt, samples=samples, batch=batch)
        made.machine_factor = float(record["machine_factor"])
        return made

    def scaled_by(self, factor: float) -> LlmPredictor:
        """The same for a machine that takes `factor` times as long as the one it was trained on."""
        other = copy(self)
        other._scale = factor
        return other

    def predict(self, codes: Sequence[str]) -> list[Prediction]:
        """One for each text, from `samples` drawn answers: the time is their median, which errs least in log time.

        The interval is a crude one: their 10th to 90th percentile. It says how sure the model is, which need not be how
        often it is right: it is not calibrated. The draws for a program are the same in every call.
        """
        prompts = [self._question.ids(code) for code in codes]
        order = sorted(range(len(codes)), key=lambda row: len(prompts[row]))  # little padding
        found: dict[int, Prediction] = {}
        for start in range(0, len(order), self.batch):
            rows = order[start : start + self.batch]
            found |= zip(rows, self._batch([prompts[row] for row in rows]), strict=True)
        return [found[row] for row in range(len(codes))]

    def _batch(self, prompts: Sequence[Sequence[int]]) -> list[Prediction]:
        low, time, high = self._scale * np.percentile(self.drawn(prompts), _PERCENTILES, axis=1)
        return [Prediction(*map(float, row)) for row in zip(time, low, high, strict=True)]

    @torch.no_grad()
    def drawn(self, prompts: Sequence[Sequence[int]]) -> np.ndarray:
        """Microseconds (prompts, samples) of drawn answers."""
        longest, where = max(map(len, prompts)), self.lm.device  # padding before: all answers begin at one place
        ids = torch.tensor([[0] * (longest - len(prompt)) + [*prompt] for prompt in prompts], device=where)
        mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in prompts], device=where)
        pad = self.tokenizer.pad_token_id
        steps = MAX_DIGITS + 1
        settings = GenerationConfig(
            max_new_tokens=steps,
            do_sample=False,  # of the one token that was drawn
            eos_token_id=self._digits.end,
            pad_token_id=self._digits.end if pad is None else pad,
        )
        made = self.lm.generate(
            input_ids=ids.repeat_interleave(self.samples, dim=0),
            attention_mask=mask.repeat_interleave(self.samples, dim=0),
            generation_config=settings,
            logits_processor=LogitsProcessorList(
                [OnlyDigits(self._digits, longest), SharedDraws(self.samples, steps, longest)]
            ),
        )
        answers = [time_us_of(self._digits.read(row)) for row in made[:, longest:].tolist()]
        return np.array(answers).reshape(len(prompts), self.samples)
