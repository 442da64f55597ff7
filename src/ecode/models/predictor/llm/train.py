"""Training of the language model, one variant after the other, with the loop of E-code."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch

from ecode.errors import DataError, ModelError
from ecode.models.batches import Ragged, TokenSet
from ecode.models.checkpoint import OPTIMIZER, STATE
from ecode.models.devices import Devices, join_processes
from ecode.models.logs import log_to
from ecode.models.predictor.llm.config import LlmRecipe, uses_four_bit
from ecode.models.predictor.llm.digits import DigitTokens
from ecode.models.predictor.llm.prompt import Question, digits_of
from ecode.models.predictor.llm.stack import RECORD, fingerprint, fresh_stack, load_base
from ecode.models.predictor.rows import TimedProgram, TimedSet, load_times
from ecode.models.train import train

SPLIT = "train"
Show = Callable[[dict[str, Any]], None]


def train_llm_predictor(
    build: Path,
    out: Path,
    recipe: LlmRecipe,
    *,
    devices: Devices | None = None,
    show: Show = lambda record: None,
    stop_after_s: float = float("inf"),
) -> list[Path]:
    """Train an adapter for each variant of a build, each on top of the ones before; returns the folders of those that
    are finished, in order (all of them, unless time ran out). `out` gets a folder `<n>-<variant>` for each, and `log`.

    The same call goes on where an earlier one stopped, inside an adapter too. Raises `DataError` where the build has
    no times, `ModelError` where base, recipe and what is in `out` do not fit.
    """
    join_processes()
    devices = devices or Devices()
    recipe = replace(recipe, four_bit=uses_four_bit(recipe.four_bit))
    started = time.monotonic()
    timed: TimedSet | None = None
    finished: list[Path] = []
    for number, variant in enumerate(recipe.variants):
        folder = out / f"{number + 1}-{variant}"
        _check_recipe(folder, recipe)
        if not is_finished(folder):
            left = stop_after_s - (time.monotonic() - started)
            if timed is not None and left <= 0:  # every call makes at least one step
                return finished
            timed = timed or _some(load_times(build, SPLIT), recipe)
            _train_stage(timed, folder, recipe, variant, finished, devices, _logger(out, variant, devices, show), left)
            if not is_finished(folder):
                return finished
        finished.append(folder)
    return finished


def _some(timed: TimedSet, recipe: LlmRecipe) -> TimedSet:
    if recipe.programs is None or recipe.programs >= len(timed.programs):
        return timed
    return replace(timed, programs=random.Random(recipe.seed).sample(timed.programs, recipe.programs))


def _train_stage(
    timed: TimedSet,
    folder: Path,
    recipe: LlmRecipe,
    variant: str,
    below: Sequence[Path],
    devices: Devices,
    log: Show,
    stop_after_s: float,
) -> None:
    longest = recipe.max_prompt + recipe.max_answer
    four_bit = bool(recipe.four_bit)
    lm, tokenizer = load_base(recipe.base, four_bit=four_bit, longest=longest, device=devices.device)
    data = answers_of(timed.programs, variant, tokenizer, recipe.max_prompt)
    record = {
        "variant": variant,
        "recipe": asdict(recipe),
        "below": [fingerprint(path) for path in below],
        "machine_factor": timed.machine_factor,
    }
    torch.manual_seed(recipe.seed + len(below))  # of the new adapter
    model = fresh_stack(recipe, lm, below, record)
    if devices.is_main and not folder.with_name(f"{folder.name}.old").exists():  # that, `load_state` brings back
        folder.mkdir(parents=True, exist_ok=True)
        tokenizer.save_pretrained(folder)
    config = recipe.training(data)
    stepped = cast(Any, model)  # not the model that `train` names, but one that is called like it
    progress = train(stepped, data, config, folder, devices=devices, log=log, stop_after_s=stop_after_s)
    if devices.is_main and progress.step == config.steps:
        (folder / OPTIMIZER).unlink()  # twice as large as the adapter, and no longer needed
    devices.wait()


def answers_of(programs: Sequence[TimedProgram], variant: str, tokenizer: Any, longest: int) -> TokenSet:
    """Prompts of programs in one variant, and the digits of their mean times. Raises `DataError` without a program."""
    question, digits = Question(tokenizer, longest), DigitTokens.of(tokenizer)
    known = [program for program in programs if variant in program.texts]
    if not known:
        raise DataError(f"the build has no programs of the variant {variant}.")
    prompts = [np.array(question.ids(program.texts[variant]), np.int32) for program in known]
    answers = [np.array(digits.ids(tokenizer, digits_of(program.time_us)), np.int32) for program in known]
    nothing = np.full(len(known), -1, np.int32)
    return TokenSet(Ragged.of(prompts), Ragged.of(answers), nothing, Ragged.of([]), experts=0)


def is_finished(folder: Path) -> bool:
    """Whether all steps are done; the optimizer's state may still be there after a kill, and does no harm."""
    if not (folder / STATE).is_file():
        return False
    record = json.loads((folder / STATE).read_text(encoding="utf-8"))
    return bool(record["progress"]["step"] == record["config"]["steps"])


def _check_recipe(folder: Path, recipe: LlmRecipe) -> None:
    """An adapter is only taken up by the recipe that it was made with."""
    if not (folder / RECORD).is_file():
        return
    before = json.loads((folder / RECORD).read_text(encoding="utf-8"))["recipe"]
    now = json.loads(json.dumps(asdict(recipe)))
    if changed := sorted(key for key in now if before.get(key) != now[key]):
        listed = ", ".join(f"{key}: {before.get(key)} then, {now[key]} now" for key in changed)
        raise ModelError(f"{folder} holds another training ({listed}): use the same settings or another --out.")


def _logger(out: Path, variant: str, devices: Devices, show: Show) -> Show:
    """Curves of each variant in a folder of their own."""
    if not devices.is_main:
        return lambda record: None
    keep = log_to(out / "log" / variant)

    def log(record: dict[str, Any]) -> None:
        keep(record)
        show(record | {"variant": variant})

    return log
