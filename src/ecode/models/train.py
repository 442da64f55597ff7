"""Training of an E-code model: one loop, readable from top to bottom.

Global batches are planned from the seed alone; each process takes its share of the rows, and the loss is divided by the
tokens of the whole batch, so that any number of processes computes the same step.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from ecode.errors import ModelError
from ecode.models.batches import Batches, TokenSet
from ecode.models.checkpoint import load_state, save_state
from ecode.models.devices import Devices
from ecode.models.hub.modeling_ecode import ECodeForConditionalGeneration
from ecode.models.meter import Meter, flops_of
from ecode.models.optimizers import Optimizers


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """Everything that shapes a training. `tokens` are those of a batch, padding included, over all processes."""

    steps: int = 10_000
    tokens: int = 8192
    accumulate: int = 1
    optimizer: str = "adamw"
    learning_rate: float = 1e-3
    warmup: int = 200
    decay: float = 0.4
    """Share of the steps over which the rate falls to nothing, at the end."""
    weight_decay: float = 0.05
    betas: tuple[float, float] = (0.9, 0.98)
    clip: float = 1.0
    drop_statement: float = 0.3
    drop_field: float = 0.1
    curriculum: tuple[float, ...] = ()
    """Which share of the examples, shortest first, each of the first epochs reads."""
    seed: int = 0
    save_every: int = 500
    eval_every: int = 500
    log_every: int = 20


@dataclass(slots=True)
class Progress:
    """Where a training stands. Saved with the checkpoint."""

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0
    losses: list[tuple[int, float]] = field(default_factory=list)
    """(step, validation loss per token)"""


def train(
    model: ECodeForConditionalGeneration,
    data: TokenSet,
    config: TrainConfig,
    out: Path,
    *,
    valid: TokenSet | None = None,
    devices: Devices | None = None,
    log: Callable[[dict[str, Any]], None] = lambda record: None,
    stop_after_s: float = float("inf"),
) -> Progress:
    """Train `model` in place up to `config.steps`, from the checkpoint in `out` where there is one.

    Stops early, with a checkpoint, after `stop_after_s` seconds; the same call then goes on exactly where it was.
    """
    devices = devices or Devices()
    model.to(devices.device)  # type: ignore[arg-type]  # transformers wraps it without its types
    optimizers = Optimizers.of(
        model,
        config.optimizer,
        learning_rate=config.learning_rate,
        weight_decay=config.weight_decay,
        betas=config.betas,
    )
    progress = Progress(**load_state(out, model, optimizers, asdict(config), devices.device))
    batches = Batches(data, config.tokens, config.seed, config.drop_statement, config.drop_field, config.curriculum)
    stepper = devices.wrap(model)
    stream = _stream(batches, progress.step * config.accumulate)
    meter = Meter(devices.device, torch.bfloat16 if devices.bf16 else torch.float32, _cost(model, devices, batches))
    started, first, before = time.monotonic(), progress.step, progress.seconds
    model.train()
    while progress.step < config.steps:
        torch.manual_seed(1_000_003 * config.seed + progress.step)  # of dropout: a resumed run draws the same
        parts = [next(stream) for _ in range(config.accumulate)]
        counted = sum(int((part["labels"] != -100).sum()) for part in parts)
        seen = counted + sum(int(part["attention_mask"].sum()) for part in parts)
        loss = sum(_backward(stepper, devices, part, counted) for part in parts)
        norm = nn.utils.clip_grad_norm_(model.parameters(), config.clip)
        learning_rate = config.learning_rate * rate(progress.step, config)
        optimizers.step(learning_rate)
        progress.step += 1
        progress.tokens += seen
        progress.seconds = before + time.monotonic() - started
        meter.add(loss, seen)
        if progress.step % config.log_every == 0:
            left = (config.steps - progress.step) * (progress.seconds - before) / (progress.step - first)
            log(
                {
                    "step": progress.step,
                    **meter.record(),
                    "norm": float(norm),
                    "lr": learning_rate,
                    "seconds_left": round(left),
                }
            )
        last = progress.step == config.steps or devices.agree(progress.seconds - before > stop_after_s)
        if valid is not None and (progress.step % config.eval_every == 0 or progress.step == config.steps):
            progress.losses.append((progress.step, validation_loss(model, valid, config, devices)))
            log({"step": progress.step, "valid_loss": progress.losses[-1][1]})
        if devices.is_main and (progress.step % config.save_every == 0 or last):
            save_state(out, model, optimizers, asdict(config), asdict(progress))
        if last:
            break
    model.eval()
    return progress


def rate(step: int, config: TrainConfig) -> float:
    """Share of the learning rate: up over the warm-up, level, then straight down to nothing."""
    falling = config.steps * config.decay
    up = (step + 1) / max(1, config.warmup)
    down = (config.steps - step) / falling if falling else 1.0
    return max(0.0, min(1.0, up, down))


def _cost(model: nn.Module, devices: Devices, batches: Batches) -> float:
    """Operations that training takes for a token, by a batch of the middle."""
    plan = batches.plan(0)
    batch = {name: value.to(devices.device) for name, value in batches.tensors(plan[len(plan) // 2], 0).items()}
    counted = int((batch["labels"] != -100).sum())

    def step() -> None:
        model(**batch, num_items_in_batch=counted).loss.backward()
        model.zero_grad(set_to_none=True)

    return flops_of(step) / (counted + int(batch["attention_mask"].sum()))


def _stream(batches: Batches, skip: int) -> Iterator[dict[str, Tensor]]:
    """Batches without end, epoch after epoch, from number `skip` on."""
    epoch = 0
    while True:
        plan = batches.plan(epoch)
        for rows in plan[skip:]:
            yield batches.tensors(rows, epoch)
        skip = max(0, skip - len(plan))
        epoch += 1


def _backward(model: nn.Module, devices: Devices, batch: dict[str, Tensor], counted: int) -> float:
    """Gradients of this process's rows; returns its share of the loss, summed over all processes."""
    mine = devices.share(batch)
    with devices.autocast():
        loss = model(**mine, num_items_in_batch=counted).loss
    if not bool(torch.isfinite(loss)):
        raise ModelError("the loss is not a number: use a lower learning rate (--learning-rate)")
    (loss * devices.count).backward()  # processes average their gradients
    return devices.total(loss.detach())


@torch.no_grad()
def validation_loss(
    model: ECodeForConditionalGeneration, data: TokenSet, config: TrainConfig, devices: Devices, batches: int = 40
) -> float:
    """Mean loss per target token of a part of `data`, statements included."""
    model.eval()
    plan = Batches(data, config.tokens, 0, 0.0, 0.0)
    total, counted = 0.0, 0
    for rows in plan.plan(0)[:batches]:
        batch = {name: value.to(devices.device) for name, value in plan.tensors(rows, 0).items()}
        with devices.autocast():
            total += float(model(**batch, num_items_in_batch=1).loss)
        counted += int((batch["labels"] != -100).sum())
    model.train()
    return total / max(1, counted)
