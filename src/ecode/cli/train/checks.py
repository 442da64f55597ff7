"""What holds of the options of every training."""

from __future__ import annotations

import argparse
import math

from ecode.errors import UsageError


def check_loop(args: argparse.Namespace) -> None:
    """Raises `UsageError` for a learning rate or a number of minutes that nobody can train by."""
    rate, minutes = args.learning_rate, args.stop_after
    if rate is not None and not (math.isfinite(rate) and rate > 0):
        raise UsageError(f"--learning-rate must be positive, not {rate:g}.")
    if minutes is not None and not minutes >= 0:
        raise UsageError(f"--stop-after must be a number of minutes, not {minutes:g}.")
