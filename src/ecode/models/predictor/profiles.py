"""The input profile as the network reads it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ecode.formats.input_profile import PROFILE


def profile_features(profile: Sequence[float] | None) -> list[float]:
    """Scaled logarithms, and 1.0 behind them where there is a profile; all zeros where there is none."""
    if profile is None:
        return [0.0] * (len(PROFILE) + 1)
    return [math.log1p(max(0.0, value)) / 10 for value in profile] + [1.0]
