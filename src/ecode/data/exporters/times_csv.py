"""CodeExecTimeDB's CSV: the predictor's prompt with the program in it, and its time in microseconds."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ecode.data.sources.codeexectimedb import PROMPT_END, PROMPT_START
from ecode.data.tables import replacing

COLUMNS = ("Prompt_input", "Time")


def export_csv(rows: Iterable[Mapping[str, Any]], path: str | Path) -> int:
    """Write `rows` of the times table; returns how many. Rows without a program in this variant are left out."""
    written = 0
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows:
            if row["code"].strip():
                writer.writerow((f"{PROMPT_START}{row['code']}{PROMPT_END}", repr(float(row["time_us"]))))
                written += 1
    return written
