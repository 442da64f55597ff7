"""Rows to train on: the four variants of a CodeExecTimeDB with their times, and what the timed inputs look like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import pyarrow.parquet as pq

from ecode.errors import DataError
from ecode.formats.shards import parquet_shards

VARIANTS = ("ori", "uni", "loop_rec", "rand_del")


@dataclass(frozen=True, slots=True)
class TimedProgram:
    """One program: its text in each variant that it has, its mean time and that of each test, in microseconds."""

    id: str
    problem_id: str
    texts: dict[str, str]
    time_us: float
    test_times_us: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TimedSet:
    """Programs of a split, and the profiles of each problem's timed tests."""

    programs: list[TimedProgram]
    profiles: dict[str, list[list[float]]]
    machine_factor: float = 1.0
    """Of the machine that measured them (`node_factor`), the median over its rows."""


def load_times(build: Path, split: str) -> TimedSet:
    """What `ecode data build-times` wrote. Raises `DataError` where the build has no such split."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    rows: dict[str, TimedProgram] = {}
    factors = []
    for variant in VARIANTS:
        for row in _table(build / variant, split):
            if row["code"].strip() and row["time_us"] and row["time_us"] > 0:
                texts[row["id"]][variant] = row["code"]
                times = tuple(row["test_times_us"] or ())
                factors.append(row["node_factor"] or 1.0)
                rows[row["id"]] = TimedProgram(row["id"], row["problem_id"], texts[row["id"]], row["time_us"], times)
    if not rows:
        raise DataError(f"{build} holds no times of the split {split}: is it what `ecode data build-times` wrote?")
    profiles = {
        row["problem_id"]: row["profiles"]
        for path in parquet_shards(build / "inputs", "inputs")
        for row in pq.read_table(path).to_pylist()
    }
    return TimedSet(list(rows.values()), profiles, median(factors))


def _table(folder: Path, split: str) -> Iterator[dict[str, Any]]:
    columns = ["id", "problem_id", "code", "time_us", "test_times_us", "node_factor"]
    for path in parquet_shards(folder, split):
        for batch in pq.ParquetFile(path).iter_batches(1000, columns=columns):
            yield from batch.to_pylist()
