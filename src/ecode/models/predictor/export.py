"""A trained predictor as ONNX, with the correction that makes its intervals hold."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from ecode.models.predictor.network import PredictorNetwork
from ecode.models.predictor.profiles import profile_features
from ecode.models.predictor.reading import MULTIPLE, Vocabulary
from ecode.models.predictor.rows import TimedProgram, TimedSet
from ecode.models.predictor.runtime import MODEL, RECORD, ExecTimePredictor
from ecode.models.whole_folder import whole_folder

_COVERAGE = 0.8


def export_predictor(
    model: PredictorNetwork, vocabulary: Vocabulary, calibration: TimedSet, out: Path, *, int8: bool = True
) -> None:
    """Write the model, then widen its outer quantiles so that they cover 80 % of the programs in `calibration`, which
    it was not trained on (conformalized quantile regression, Romano et al., arXiv 1905.03222)."""
    with whole_folder(out) as folder:
        _write_network(model, folder, int8)
        record: dict[str, object] = {
            "vocabulary": list(vocabulary.words),
            "widen": {"alone": [0.0, 0.0], "inputs": [0.0, 0.0]},
            "machine_factor": calibration.machine_factor,
            "int8": int8,
        }
        _write(folder, record)
        plain = ExecTimePredictor.load(folder)
        record["widen"] = {"alone": widening(plain, calibration), "inputs": widening(plain, calibration, inputs=True)}
        _write(folder, record)


def _write_network(model: PredictorNetwork, folder: Path, int8: bool) -> None:
    whole = folder / (f"{MODEL}.fp32" if int8 else MODEL)
    ids = torch.ones(2, 16, dtype=torch.long)
    inputs = (ids, torch.zeros_like(ids), torch.tensor([profile_features(None)] * 2))
    batch, length = torch.export.Dim("batch"), MULTIPLE * torch.export.Dim("quarter", min=1, max=1024)
    program = torch.onnx.export(
        model.eval(),
        inputs,
        input_names=["ids", "depths", "profile"],
        output_names=["quantiles"],
        dynamic_shapes={"ids": {0: batch, 1: length}, "depths": {0: batch, 1: length}, "profile": {0: batch}},
        opset_version=18,
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    program.save(str(whole))
    if int8:
        quantize_dynamic(whole, folder / MODEL, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gemm"])
        whole.unlink()


def _write(out: Path, record: dict[str, object]) -> None:
    (out / RECORD).write_text(json.dumps(record) + "\n", encoding="utf-8")


def widening(predictor: ExecTimePredictor, calibration: TimedSet, *, inputs: bool = False) -> list[float]:
    """By how much the lower and the upper quantile must move outwards (in logarithms; inwards where negative), for mean
    times, or with `inputs` for the time on each known input; nothing where there are none."""
    asked = [each for program in calibration.programs for each in _questions(program, calibration, inputs)]
    if not asked:
        return [0.0, 0.0]
    made = predictor.log_times([code for code, _, _ in asked], [profile for _, profile, _ in asked])
    truth = [math.log(max(1.0, time_us)) for _, _, time_us in asked]
    below = sorted(float(row[1]) - value for row, value in zip(made, truth, strict=True))
    above = sorted(value - float(row[2]) for row, value in zip(made, truth, strict=True))
    return [_quantile(below), _quantile(above)]


def _questions(
    program: TimedProgram, timed: TimedSet, inputs: bool
) -> Iterator[tuple[str, Sequence[float] | None, float]]:
    """(code, profile, time)"""
    code = next(iter(program.texts.values()))
    if not inputs:
        yield code, None, program.time_us
        return
    for profile, time_us in zip(timed.profiles.get(program.problem_id, ()), program.test_times_us, strict=False):
        yield code, profile, time_us


def _quantile(ascending: Sequence[float]) -> float:
    """Leaves half of what an 80 % interval may miss on this side."""
    level = 1 - (1 - _COVERAGE) / 2
    return ascending[min(len(ascending) - 1, math.ceil(level * (len(ascending) + 1)) - 1)]
