"""Where the records of a training go: a file of JSON lines, and one that TensorBoard reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from torch.utils.tensorboard import SummaryWriter

Log = Callable[[dict[str, Any]], None]


def log_to(folder: Path) -> Log:
    """Appends records to `folder/log.jsonl` and to an event file beside it; every number but the step is a curve."""
    folder.mkdir(parents=True, exist_ok=True)
    events = SummaryWriter(str(folder))

    def write(record: dict[str, Any]) -> None:
        with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
        for name, value in record.items():
            if name != "step":
                events.add_scalar(name, value, record["step"])
        events.flush()

    return write
