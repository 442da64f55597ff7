"""Training of the predictor's network on CodeExecTimeDB."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from ecode.errors import ModelError
from ecode.formats.input_profile import PROFILE
from ecode.models.devices import known_device
from ecode.models.optimizers import Optimizers
from ecode.models.predictor.examples import PredictorBatches, PredictorSet
from ecode.models.predictor.network import PredictorConfig, PredictorNetwork, pinball, ranking
from ecode.models.predictor.profiles import profile_features
from ecode.models.predictor.reading import Vocabulary

WEIGHTS, STATE = "predictor.safetensors", "predictor.json"
_MEDIAN = 2  # the place of the median among the quantiles


@dataclass(frozen=True, slots=True)
class PredictorTrainConfig:
    """Everything that shapes the training. `tokens` are those of a batch, padding included."""

    steps: int = 4000
    tokens: int = 12_288
    optimizer: str = "adamw"
    learning_rate: float = 1.5e-3
    warmup: int = 100
    weight_decay: float = 0.02
    ranking_weight: float = 0.3
    clip: float = 1.0
    seed: int = 0
    save_every: int = 500
    log_every: int = 20


def train_predictor(
    data: PredictorSet,
    vocabulary: Vocabulary,
    network: PredictorConfig,
    config: PredictorTrainConfig,
    out: Path,
    *,
    device: str = "cpu",
    log: Callable[[dict[str, Any]], None] = lambda record: None,
    stop_after_s: float = float("inf"),
) -> tuple[PredictorNetwork, int]:
    """Train up to `config.steps`, from the checkpoint in `out` where there is one; (network, step).

    Raises `ModelError` where `out` holds a training with other settings, or the device is not there.
    """
    where = known_device(device)
    torch.manual_seed(config.seed)
    model = PredictorNetwork(network).to(where)
    optimizers = Optimizers.of(
        model,
        config.optimizer,
        learning_rate=config.learning_rate,
        weight_decay=config.weight_decay,
        betas=(0.9, 0.98),
    )
    settings = {"network": asdict(network), "training": asdict(config), "vocabulary": list(vocabulary.words)}
    model.centre.copy_(_usual(data))
    step = _resume(out, model, optimizers, settings)
    started, window, seen = time.monotonic(), 0.0, 0
    stream = _stream(PredictorBatches(data, config.tokens, config.seed), step)
    model.train()
    while step < config.steps:
        torch.manual_seed(1_000_003 * config.seed + step)
        batch = {name: value.to(where) for name, value in next(stream).items()}
        loss = _loss(model, batch, config)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), config.clip)
        optimizers.step(config.learning_rate * _rate(step, config))
        step += 1
        window += float(loss.detach())
        seen += int((batch["ids"] != 0).sum())
        if step % config.log_every == 0:
            rate = seen / (time.monotonic() - started)
            log({"step": step, "loss": window / config.log_every, "tokens_per_s": rate})
            window = 0.0
        last = step == config.steps or time.monotonic() - started > stop_after_s
        if last or step % config.save_every == 0:
            save_predictor(out, model, settings | {"step": step}, optimizers)
        if last:
            break
    return model.eval(), step


def _loss(model: PredictorNetwork, batch: dict[str, Tensor], config: PredictorTrainConfig) -> Tensor:
    """Each program is read once and asked several times: of nothing known, and of some inputs."""
    rows, columns = (~batch["target"].isnan()).nonzero(as_tuple=True)
    predicted = model.answer(model.read(batch["ids"], batch["depths"])[rows], batch["profile"][rows, columns])
    target = batch["target"][rows, columns]
    group = batch["group"][rows] * batch["target"].shape[1] + columns
    return pinball(predicted, target) + config.ranking_weight * ranking(predicted[:, _MEDIAN], target, group)


def _usual(data: PredictorSet) -> Tensor:
    """Mean profile (P), as the network reads it."""
    profiles = [profile_features(profile)[:-1] for tests in data.profiles.values() for profile in tests]
    return torch.tensor(profiles or [[0.0] * len(PROFILE)]).mean(dim=0)


def _rate(step: int, config: PredictorTrainConfig) -> float:
    """Up over the warm-up, then straight down to nothing."""
    return min((step + 1) / max(1, config.warmup), (config.steps - step) / config.steps)


def _stream(batches: PredictorBatches, skip: int) -> Iterator[dict[str, Tensor]]:
    """Batches without end, from number `skip` on."""
    number = epoch = 0
    while True:
        for batch in batches.epoch(epoch):
            if number >= skip:
                yield batch
            number += 1
        epoch += 1


def save_predictor(
    out: Path, model: PredictorNetwork, record: dict[str, Any], optimizers: Optimizers | None = None
) -> None:
    """Weights with the optimizer's state in one file, so that a kill leaves the old or the new of both."""
    out.mkdir(parents=True, exist_ok=True)
    tensors = {f"model.{name}": value.contiguous() for name, value in model.state_dict().items()}
    if optimizers is not None:
        tensors |= {f"optimizer.{name}": value for name, value in optimizers.moments().items()}
    unfinished = out / f"{WEIGHTS}.new"
    save_file(tensors, unfinished, metadata={"record": json.dumps(record)})
    os.replace(unfinished, out / WEIGHTS)


def _resume(out: Path, model: PredictorNetwork, optimizers: Optimizers, settings: dict[str, Any]) -> int:
    if not (out / WEIGHTS).is_file():
        return 0
    record = read_record(out)
    if any(record.get(name) != value for name, value in settings.items()):
        raise ModelError(f"{out} holds a training with other settings or data: use the same ones or another --out.")
    tensors = load_file(out / WEIGHTS)
    model.load_state_dict({name.removeprefix("model."): t for name, t in tensors.items() if name.startswith("model.")})
    prefix = "optimizer."
    optimizers.restore({n.removeprefix(prefix): t for n, t in tensors.items() if n.startswith(prefix)})
    return int(record["step"])


def read_record(folder: Path) -> dict[str, Any]:
    """What stands beside the weights. Raises `ModelError` where there are none."""
    path = folder / WEIGHTS
    try:
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            record: dict[str, Any] = json.loads(json.loads(file.read(length))["__metadata__"]["record"])
            return record
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{folder} holds no trained predictor: {error}") from None


def load_predictor(folder: Path) -> tuple[PredictorNetwork, Vocabulary]:
    """A trained network with its vocabulary. Raises `ModelError`."""
    record = read_record(folder)
    model = PredictorNetwork(PredictorConfig(**record["network"]))
    tensors = load_file(folder / WEIGHTS)
    model.load_state_dict({name.removeprefix("model."): t for name, t in tensors.items() if name.startswith("model.")})
    return model.eval(), Vocabulary(tuple(record["vocabulary"]))
