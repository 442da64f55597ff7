"""The predictor as the search asks it: time of a pass over some inputs. Satisfies `search.interfaces.Ranker`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ecode.formats.input_profile import input_profile
from ecode.models.predictor.runtime import ExecTimePredictor

_MOST_INPUTS = 3  # of the largest ones: a pass over the others takes as long for all programs


class PredictedTimes:
    """Predicts each program on each of the largest inputs, and adds up."""

    def __init__(self, predictor: ExecTimePredictor) -> None:
        self._predictor = predictor

    def predict(self, sources: Sequence[str], inputs: Sequence[bytes]) -> list[float]:
        """Nanoseconds on the machine that the predictor was trained on."""
        profiles = [input_profile(content) for content in sorted(inputs, key=len)[-_MOST_INPUTS:]]
        pairs = [(source, profile) for source in sources for profile in profiles]
        made = self._predictor.predict([source for source, _ in pairs], [profile for _, profile in pairs])
        times = np.array([1e3 * one.time_us for one in made]).reshape(len(sources), len(profiles))
        return [float(total) for total in times.sum(axis=1)]
