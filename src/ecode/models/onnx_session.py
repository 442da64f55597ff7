"""How graphs are run: on the CPU, on as many threads as asked for, and without onnxruntime's telemetry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnxruntime as ort

ort.disable_telemetry_events()  # nothing leaves the machine


def open_session(path: Path, threads: int = 1) -> Any:
    """Raises what onnxruntime raises for a file that is no graph, types of its own."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
