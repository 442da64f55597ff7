"""A checkpoint as a writer of answers, in torch, through `generate()` of transformers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from transformers.utils.logging import disable_progress_bar

from ecode.errors import ModelError
from ecode.models.answers import Written
from ecode.models.batches import padded_tensors
from ecode.models.hub import ECodeForConditionalGeneration, ECodeTokenizer
from ecode.models.vocabulary import SPEEDS

_ROWS = 32  # programs times samples at a time


class TorchWriter:
    """Satisfies `models.answers.Writer`."""

    def __init__(self, model: ECodeForConditionalGeneration, tokenizer: ECodeTokenizer) -> None:
        self.model, self.tokenizer = model.eval(), tokenizer
        self.output: str = model.config.output
        self.normalise_names: bool = model.config.normalise_names

    @classmethod
    def load(cls, folder: Path, device: str = "cpu") -> TorchWriter:
        """A `save_pretrained` folder, or what `ecode train optimizer` wrote around it. Raises `ModelError`."""
        folder = folder / "checkpoint" if (folder / "checkpoint" / "config.json").is_file() else folder
        if not (folder / "config.json").is_file():
            raise ModelError(f"{folder} holds no model: there is no config.json.")
        disable_progress_bar()
        try:
            model = ECodeForConditionalGeneration.from_pretrained(folder)
            tokenizer = ECodeTokenizer.from_pretrained(folder)
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(f"{folder} cannot be loaded as an E-code model: {error}") from None
        model.to(device)  # type: ignore[arg-type]  # transformers wraps it without its types
        return cls(model, tokenizer)

    @torch.no_grad()
    def generate(
        self,
        sources: Sequence[str],
        statements: Sequence[Mapping[str, str]] | None = None,
        *,
        samples: int = 1,
        temperature: float = 0.0,
        top_p: float = 1.0,
        seed: int = 0,
    ) -> list[list[Written]]:
        """`samples` answers for each source, as `program_text` writes it; temperature 0 is greedy."""
        torch.manual_seed(seed)
        ids = [self._ids(source) for source in sources]
        result: list[list[Written]] = [[] for _ in sources]
        order = sorted(range(len(ids)), key=lambda number: len(ids[number]))
        step = max(1, _ROWS // samples)
        for start in range(0, len(order), step):
            rows = order[start : start + step]
            fields = None if statements is None else [statements[row] for row in rows]
            made = self._batch([ids[row] for row in rows], fields, samples, temperature, top_p)
            for place, row in enumerate(rows):
                result[row] = made[place * samples : (place + 1) * samples]
        return result

    def _ids(self, source: str) -> np.ndarray:
        ids: list[int] = self.tokenizer(source, add_special_tokens=False).input_ids
        first = [self.tokenizer.convert_tokens_to_ids(SPEEDS[-1])] if self.model.config.conditioning else []
        longest = self.model.config.max_source_length
        return np.array([*first, *ids[: longest - len(first)]], np.int32)

    def _batch(
        self,
        rows: Sequence[np.ndarray],
        statements: Sequence[Mapping[str, str]] | None,
        samples: int,
        temperature: float,
        top_p: float,
    ) -> list[Written]:
        config, device = self.model.config, self.model.device
        ids, mask = padded_tensors(rows, config.pad_token_id)
        batch: dict[str, Tensor] = {"input_ids": ids, "attention_mask": mask}
        if statements is not None and config.experts:
            text = self.tokenizer.encode_statements(statements, config.experts, config.text_max_length)
            batch |= {"text_input_ids": text[0], "text_attention_mask": text[1]}
        drawn: dict[str, Any] = {"do_sample": bool(temperature)}
        if temperature:
            drawn |= {"temperature": temperature, "top_p": top_p, "top_k": 0}
        made = self.model.generate(
            **{name: value.to(device) for name, value in batch.items()},
            **drawn,
            num_return_sequences=samples,
            max_new_tokens=config.max_target_length,
            return_dict_in_generate=True,
            output_logits=True,
        )
        return [
            self._written(row[1:].tolist(), scores)
            for row, scores in zip(made.sequences, self._logprobs(made), strict=True)
        ]

    def _logprobs(self, made: object) -> list[list[float]]:
        """Of each token that was written, as the model gave it (without temperature)."""
        scores: Tensor = self.model.compute_transition_scores(made.sequences, made.logits, normalize_logits=True)  # type: ignore[attr-defined]
        return scores.tolist()

    def _written(self, ids: list[int], scores: list[float]) -> Written:
        end = self.model.config.eos_token_id
        finished = end in ids
        length = ids.index(end) if finished else len(ids)
        text = str(self.tokenizer.decode(ids[:length], skip_special_tokens=False))
        return Written(text, sum(scores[: length + finished]), finished)
