"""ExecTimePredictor without torch: numpy and onnxruntime."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecode.errors import ModelError
from ecode.models.onnx_session import open_session
from ecode.models.padding import padded
from ecode.models.predictor.profiles import profile_features
from ecode.models.predictor.reading import MAX_TOKENS, MULTIPLE, encode, read_program

MODEL, RECORD = "predictor.onnx", "predictor.json"
BUNDLED = Path(__file__).parent.parent / "bundled" / "predictor"
_BATCH = 32
_LOW, _MEDIAN, _HIGH = 0, 2, 4  # places among the quantiles


@dataclass(frozen=True, slots=True)
class Prediction:
    """Microseconds: the median, and the ends of the 80 % interval."""

    time_us: float
    low_us: float
    high_us: float


class ExecTimePredictor:
    """Execution time of programs, from their text alone or with a profile of the input.

    Without a profile the answer is the call time on tests of the kind that it was trained on; always on the machine
    that it was trained on, unless `scaled_by` says how much slower this one is.
    """

    def __init__(self, folder: Path, *, threads: int = 1, scale: float = 1.0) -> None:
        try:
            record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
            self._session = open_session(folder / MODEL, threads)
            self._numbers = {word: number for number, word in enumerate(record["vocabulary"])}
            self._widen = np.array([record["widen"]["alone"], record["widen"]["inputs"]], np.float64)  # (2, 2)
            self.machine_factor = float(record["machine_factor"])
            """How much slower than the reference machine the one was that it learned from."""
        except FileNotFoundError as error:
            raise ModelError(
                f"{folder} holds no predictor: there is no {Path(error.filename or RECORD).name}."
            ) from None
        except Exception as error:  # onnxruntime raises types of its own
            raise ModelError(f"{folder} holds no usable predictor: {error}") from None
        self._scale = scale

    @classmethod
    def load(cls, folder: Path | None = None, *, threads: int = 1) -> ExecTimePredictor:
        """The bundled one, or one that `ecode train predictor` exported. Raises `ModelError`."""
        if folder is None and not (BUNDLED / RECORD).is_file():
            raise ModelError("no predictor is bundled: train one (`ecode train predictor`) and name it with --model.")
        return cls(folder or BUNDLED, threads=threads)

    def scaled_by(self, factor: float) -> ExecTimePredictor:
        """The same for a machine that takes `factor` times as long as the one it was trained on."""
        other = object.__new__(ExecTimePredictor)
        other.__dict__ |= self.__dict__ | {"_scale": factor}
        return other

    def predict(
        self, codes: Sequence[str], profiles: Sequence[Sequence[float] | None] | None = None
    ) -> list[Prediction]:
        """One prediction for each text; `profiles` as `ecode.formats.input_profile` makes them."""
        return [
            Prediction(*(self._scale * math.exp(float(value)) for value in row))
            for row in self.log_times(codes, profiles)
        ]

    def log_times(
        self, codes: Sequence[str], profiles: Sequence[Sequence[float] | None] | None = None
    ) -> NDArray[np.float64]:
        """(programs, 3): median, lower and upper end, natural logarithms of microseconds on the training machine."""
        texts = [encode(read_program(code, MAX_TOKENS), self._numbers) for code in codes]
        features = [profile_features(profile) for profile in profiles or [None] * len(codes)]
        result = np.zeros((len(codes), 5))
        order = sorted(range(len(codes)), key=lambda row: len(texts[row][0]))
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            result[rows] = self._run([texts[row] for row in rows], [features[row] for row in rows])
        middle = result[:, _MEDIAN]
        widen = self._widen[[int(row[-1]) for row in features]] if features else np.zeros((0, 2))
        low = np.minimum(middle, result[:, _LOW] - widen[:, 0])
        high = np.maximum(middle, result[:, _HIGH] + widen[:, 1])
        return np.stack([middle, low, high], axis=1)

    def _run(
        self, texts: Sequence[tuple[list[int], list[int]]], features: Sequence[list[float]]
    ) -> NDArray[np.float32]:
        ids, _ = padded([words for words, _ in texts], multiple=MULTIPLE)
        depths, _ = padded([levels for _, levels in texts], multiple=MULTIPLE)
        inputs = {"ids": ids, "depths": depths, "profile": np.array(features, np.float32)}
        made: NDArray[np.float32] = self._session.run(None, inputs)[0]
        return made
