"""A whole training of the predictor: from a build of CodeExecTimeDB to an ONNX model that can be shipped."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ecode.models.logs import log_to
from ecode.models.predictor.examples import encode_set
from ecode.models.predictor.export import export_predictor
from ecode.models.predictor.network import PredictorConfig
from ecode.models.predictor.reading import Vocabulary
from ecode.models.predictor.rows import TimedSet, load_times
from ecode.models.predictor.train import PredictorTrainConfig, load_predictor, train_predictor

CHECKPOINT, EXPORTED = "checkpoint", "model"
_HELD_BACK = 20  # one training problem in so many calibrates the intervals
_FOR_VOCABULARY = 20_000  # programs are enough


def train_mini(
    build: Path,
    out: Path,
    config: PredictorTrainConfig,
    *,
    network: PredictorConfig | None = None,
    device: str = "cpu",
    show: Callable[[dict[str, Any]], None] = lambda record: None,
    stop_after_s: float = float("inf"),
) -> int:
    """Train on the split `train` of a build and export; returns the step. `out` gets the folders `checkpoint`, `log`
    and, once all steps are done, `model`. A checkpoint that is there is taken up.

    Raises `DataError` where the build has no times, `ModelError` where `out` holds another training.
    """
    training, calibration = divide(load_times(build, "train"))
    vocabulary = Vocabulary.of(
        text for program in training.programs[:_FOR_VOCABULARY] for text in program.texts.values()
    )
    sizes = replace(network or PredictorConfig(), vocab_size=len(vocabulary.words))
    keep = log_to(out / "log")

    def log(record: dict[str, Any]) -> None:
        keep(record)
        show(record)

    _, step = train_predictor(
        encode_set(training, vocabulary),
        vocabulary,
        sizes,
        config,
        out / CHECKPOINT,
        device=device,
        log=log,
        stop_after_s=stop_after_s,
    )
    if step >= config.steps:
        model, vocabulary = load_predictor(out / CHECKPOINT)
        export_predictor(model, vocabulary, calibration, out / EXPORTED)
    return step


def divide(timed: TimedSet) -> tuple[TimedSet, TimedSet]:
    """(to train on, to calibrate with), by problem."""
    held_back = [p for p in timed.programs if zlib.crc32(f"calibrate {p.problem_id}".encode()) % _HELD_BACK == 0]
    names = {program.id for program in held_back}
    rest = [program for program in timed.programs if program.id not in names]
    return replace(timed, programs=rest), replace(timed, programs=held_back)
