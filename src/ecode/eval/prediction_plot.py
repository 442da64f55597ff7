"""Predicted against measured times, one panel for each variant, as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

from ecode.eval.prediction import PredictionScores

_PANEL = 2.6  # inches
_INK, _POINT, _LINE = "#33373d", "#2f6f9f", "#c4562f"


def plot_predictions(
    shown: Mapping[str, tuple[Sequence[float], Sequence[float]]], scores: Mapping[str, PredictionScores], path: Path
) -> None:
    """`shown` maps a variant to (measured, predicted), both in microseconds; the format follows from the suffix."""
    with mpl.rc_context({"font.size": 8, "axes.edgecolor": _INK, "text.color": _INK}):
        figure, axes = plt.subplots(
            1, len(shown), figsize=(_PANEL * len(shown), _PANEL + 0.5), sharex=True, sharey=True, squeeze=False
        )
        every = [time for pair in shown.values() for times in pair for time in times]
        ends = (min(every) / 1.3, max(every) * 1.3)
        for axis, (variant, (measured, predicted)) in zip(axes[0], shown.items(), strict=True):
            axis.scatter(measured, predicted, s=3, alpha=min(0.6, 200 / len(measured)), color=_POINT, linewidths=0)
            axis.plot(ends, ends, color=_LINE, linewidth=1)
            axis.set(xscale="log", yscale="log", xlim=ends, ylim=ends, aspect="equal")
            axis.set_title(f"{variant}: Spearman {scores[variant].spearman:.2f}, skill {scores[variant].skill:.2f}")
            axis.set_xlabel("measured, µs")
        axes[0][0].set_ylabel("predicted, µs")
        figure.tight_layout()
        figure.savefig(path, dpi=130)
        plt.close(figure)
