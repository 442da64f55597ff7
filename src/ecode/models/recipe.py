"""A whole training of E-code, from a folder of pairs to a checkpoint that can be used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import signature
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from transformers.utils import CONFIG_NAME
from transformers.utils.logging import disable_progress_bar

from ecode.errors import ModelError
from ecode.models.batches import load_tokens, load_watched
from ecode.models.devices import Devices, join_processes
from ecode.models.examples import TRAIN, VALID
from ecode.models.hub.configuration_ecode import FIELDS, ECodeConfig
from ecode.models.hub.modeling_ecode import ECodeForConditionalGeneration
from ecode.models.hub.tokenization_ecode import ECodeTokenizer
from ecode.models.logs import log_to
from ecode.models.onnx_export import export_onnx, is_exportable, quantize_onnx
from ecode.models.onnx_import import import_onnx, is_export
from ecode.models.prepare import prepare
from ecode.models.train import Progress, TrainConfig, train

CHECKPOINT, EXPORTED = "checkpoint", "model"
JOINED = "text"  # one expert for the whole statement, as in the preset no-expert
Show = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class OptimizerRecipe:
    """What is trained and where; `TrainConfig` says how. `init` is a checkpoint, or a model
    exported for the light runtime, whose weights, settings and vocabularies are the start, in place of `preset` and
    `changes`. `exports` asks for the light runtime's model."""

    preset: str = "mini"
    changes: dict[str, Any] = field(default_factory=dict)
    normalise_names: bool = True
    prepared: Path | None = None
    device: str | None = None
    bf16: bool | None = None
    compile: bool = False
    stop_after_min: float | None = None
    init: Path | None = None
    exports: bool = True


def train_optimizer(
    pairs: Path, out: Path, recipe: OptimizerRecipe, config: TrainConfig, show: Show = lambda record: None
) -> Progress:
    """Prepare, train, save, export: `out` gets the folders `prepared`, `checkpoint`, `log` and, once all steps are done
    by a model that the light runtime can run, `model`. A checkpoint that is there is taken up where it stopped.

    Raises `DataError` for bad pairs, `ModelError` for settings that do not fit each other or the checkpoint.
    """
    join_processes()
    devices = Devices(recipe.device, recipe.bf16, recipe.compile)
    folder = recipe.prepared or out / "prepared"
    if devices.is_main:
        prepare(pairs, folder, normalise=recipe.normalise_names, like=recipe.init)
    devices.wait()
    tokenizer = prepare(pairs, folder, normalise=recipe.normalise_names, like=recipe.init)
    torch.manual_seed(config.seed)
    model = _started(recipe) if recipe.init else ECodeForConditionalGeneration(_config(recipe, tokenizer))
    model_config = model.config
    assert isinstance(model_config, ECodeConfig)
    data = load_tokens(folder, TRAIN, tokenizer, model_config)
    keep = log_to(out / "log") if devices.is_main else lambda record: None

    def log(record: dict[str, Any]) -> None:
        keep(record)
        if devices.is_main:
            show(record)

    valid = load_watched(
        lambda: load_tokens(folder, VALID, tokenizer, model_config),
        lambda note: show({"note": note}) if devices.is_main else None,
    )
    checkpoint = out / CHECKPOINT
    _check_same_model(checkpoint, model_config)
    if devices.is_main:
        checkpoint.mkdir(parents=True, exist_ok=True)
        tokenizer.save_pretrained(checkpoint)
    stop = 60 * recipe.stop_after_min if recipe.stop_after_min is not None else float("inf")
    progress = train(model, data, config, checkpoint, valid=valid, devices=devices, log=log, stop_after_s=stop)
    if devices.is_main and progress.step == config.steps and recipe.exports and is_exportable(model_config):
        export(model, tokenizer, out / EXPORTED)
    return progress


def _check_same_model(checkpoint: Path, config: ECodeConfig) -> None:
    """That a checkpoint to be taken up is of the model that is asked for. Raises `ModelError` where it is not."""
    if not (checkpoint / CONFIG_NAME).is_file():
        return
    try:
        saved = ECodeConfig.from_pretrained(checkpoint)
    except OSError:
        raise ModelError(
            f"{checkpoint / CONFIG_NAME} is damaged: delete {checkpoint} to begin anew, or use another --out."
        ) from None
    own = [name for name in signature(ECodeConfig.__init__).parameters if hasattr(config, name)]
    pairs = {name: (getattr(saved, name), getattr(config, name)) for name in own}
    if changed := [f"{name}: {old} then, {new} now" for name, (old, new) in pairs.items() if old != new]:
        raise ModelError(
            f"{checkpoint} holds another model ({', '.join(changed)}): ask for the same one or use another --out."
        )


def export(model: ECodeForConditionalGeneration, tokenizer: ECodeTokenizer, out: Path) -> None:
    """For the light runtime, in int8."""
    with TemporaryDirectory() as folder:
        export_onnx(model, tokenizer, Path(folder))
        quantize_onnx(Path(folder), out)


def _started(recipe: OptimizerRecipe) -> ECodeForConditionalGeneration:
    """The model of `recipe.init`."""
    assert recipe.init is not None
    if recipe.changes:
        raise ModelError(f"the model's settings are those of {recipe.init}: leave out {', '.join(recipe.changes)}.")
    disable_progress_bar()  # of a file that takes a second
    try:
        if is_export(recipe.init):
            model, _ = import_onnx(recipe.init)
        else:
            model = ECodeForConditionalGeneration.from_pretrained(recipe.init)
    except (OSError, ValueError) as error:
        raise ModelError(f"{recipe.init} holds no trained model: {error}") from None
    if model.config.normalise_names != recipe.normalise_names:
        raise ModelError(
            f"{recipe.init} was trained on names {'in one form' if not recipe.normalise_names else 'as they are'}."
        )
    return model


def _config(recipe: OptimizerRecipe, tokenizer: ECodeTokenizer) -> ECodeConfig:
    """The preset with its changes; our own layers get a vocabulary as large as it came out."""
    try:
        config = ECodeConfig.preset(recipe.preset, **recipe.changes, normalise_names=recipe.normalise_names)
    except ValueError as error:
        raise ModelError(f"{error}.") from None
    if unknown := [name for name in config.experts if name not in (*FIELDS, JOINED)]:
        raise ModelError(f"there is no expert for {unknown[0]!r}: choose from {', '.join((*FIELDS, JOINED))}.")
    assert tokenizer.text is not None
    if config.code_backbone == "ecode":
        config.vocab_size = len(tokenizer)
    if config.text_backbone == "ecode":
        config.text_vocab_size = tokenizer.text.get_vocab_size()
    return config
