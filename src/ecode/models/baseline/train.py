"""Fine-tuning of a baseline, with the loop of E-code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import torch

from ecode.errors import ModelError
from ecode.models.baseline.model import RECORD, BaselineRecipe, new_baseline
from ecode.models.baseline.prompts import load_prompts
from ecode.models.batches import load_watched
from ecode.models.devices import Devices, join_processes
from ecode.models.examples import TRAIN, VALID
from ecode.models.logs import log_to
from ecode.models.train import Progress, TrainConfig, train

CHECKPOINT = "checkpoint"


def train_baseline(
    examples: Path,
    out: Path,
    recipe: BaselineRecipe,
    config: TrainConfig,
    *,
    devices: Devices | None = None,
    show: Callable[[dict[str, Any]], None] = lambda record: None,
    stop_after_s: float = float("inf"),
) -> Progress:
    """Tune a language model on examples (a folder of `prepare`): `out` gets the folders `checkpoint` and `log`. A
    checkpoint that is there is taken up where it stopped.

    Raises `DataError` where there are no examples, `ModelError` where base, recipe and checkpoint do not fit.
    """
    join_processes()
    devices = devices or Devices()
    checkpoint = out / CHECKPOINT
    _check_recipe(checkpoint, recipe)
    torch.manual_seed(config.seed)  # of fresh adapters
    model, tokenizer = new_baseline(recipe)
    prompter = model.prompter(tokenizer)
    data = load_prompts(
        examples,
        TRAIN,
        prompter,
        max_answer=recipe.max_answer,
        drop_statement=config.drop_statement,
        seed=config.seed,
    )
    keep = log_to(out / "log") if devices.is_main else lambda record: None

    def log(record: dict[str, Any]) -> None:
        keep(record)
        if devices.is_main:
            show(record)

    valid = load_watched(
        lambda: load_prompts(examples, VALID, prompter, max_answer=recipe.max_answer),
        lambda note: show({"note": note}) if devices.is_main else None,
    )
    if devices.is_main:
        checkpoint.mkdir(parents=True, exist_ok=True)
        tokenizer.save_pretrained(checkpoint)
    stepped = cast(Any, model)  # not the model that `train` names, but one that is called like it
    return train(stepped, data, config, checkpoint, valid=valid, devices=devices, log=log, stop_after_s=stop_after_s)


def _check_recipe(checkpoint: Path, recipe: BaselineRecipe) -> None:
    """A checkpoint is only taken up by the recipe that it was made with."""
    if not (checkpoint / RECORD).is_file():
        return
    before, now = json.loads((checkpoint / RECORD).read_text(encoding="utf-8")), asdict(recipe)
    if changed := sorted(key for key in now if before.get(key) != now[key]):
        listed = ", ".join(f"{key}: {before.get(key)} then, {now[key]} now" for key in changed)
        raise ModelError(f"{checkpoint} holds another baseline ({listed}): use the same settings or another --out.")
