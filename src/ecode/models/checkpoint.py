"""Checkpoints of a training: the model as a `save_pretrained` folder, and beside it what is needed to go on exactly."""

from __future__ import annotations

import json
import os
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from transformers import PreTrainedModel
from transformers.utils.logging import disable_progress_bar

from ecode.errors import ModelError
from ecode.models.optimizers import Optimizers
from ecode.models.whole_folder import whole_folder

STATE, OPTIMIZER, WEIGHTS = "training.json", "optimizer.safetensors", "model.safetensors"
_MAY_CHANGE = {"save_every", "eval_every", "log_every"}  # what is written and when says nothing about the training


def save_state(
    out: Path,
    model: PreTrainedModel,
    optimizers: Optimizers,
    config: dict[str, Any],
    progress: dict[str, Any],
) -> None:
    """Write `out` anew: the old checkpoint stays until the new one is whole."""
    record = {
        "config": config,
        "progress": progress,
        "versions": {name: version(name) for name in ("torch", "transformers")},
    }
    disable_progress_bar()  # of a file that takes a second
    with whole_folder(out) as folder:
        if out.exists():
            shutil.copytree(out, folder, dirs_exist_ok=True)  # the tokenizer
        model.save_pretrained(folder)
        save_file(optimizers.moments(), folder / OPTIMIZER)
        (folder / STATE).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def load_state(
    out: Path, model: PreTrainedModel, optimizers: Optimizers, config: dict[str, Any], device: torch.device
) -> dict[str, Any]:
    """Bring model and optimizers to where the checkpoint in `out` was; its progress, empty where there is none.

    Raises `ModelError` where it is damaged, or one of a training with other settings.
    """
    if not (out / STATE).exists() and out.with_name(f"{out.name}.old").exists():
        os.replace(out.with_name(f"{out.name}.old"), out)  # killed between the two renames
    if not (out / STATE).exists():
        return {}
    try:
        return _restored(out, model, optimizers, config, device)
    except (ValueError, KeyError, TypeError, SafetensorError, FileNotFoundError) as error:
        why = " ".join(str(error).split())
        raise ModelError(f"{out} is damaged ({why}): delete it to begin anew, or use another --out.") from None


def _restored(
    out: Path, model: PreTrainedModel, optimizers: Optimizers, config: dict[str, Any], device: torch.device
) -> dict[str, Any]:
    record = json.loads((out / STATE).read_text(encoding="utf-8"))
    before, now = record["config"], json.loads(json.dumps(config))
    named = (before.keys() | now.keys()) - _MAY_CHANGE
    if changed := sorted(key for key in named if before.get(key) != now.get(key)):
        listed = ", ".join(f"{key}: {before.get(key)} then, {now.get(key)} now" for key in changed)
        raise ModelError(f"{out} holds a training with other settings ({listed}): use the same ones or another --out.")
    weights = load_file(out / getattr(model, "weights_file", WEIGHTS), device=str(device))  # of adapters: their own
    missing, unexpected = model.load_state_dict(weights, strict=False)
    if unexpected or any(name not in (model._tied_weights_keys or {}) for name in missing):
        raise ModelError(f"{out} holds a model of another shape.")
    optimizers.restore(load_file(out / OPTIMIZER, device=str(device)))
    progress = dict(record["progress"])
    progress["losses"] = [tuple(pair) for pair in progress["losses"]]
    return progress
