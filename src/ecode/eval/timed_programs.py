"""Programs with measured times to test a predictor on: a split of a build, variant by variant, and a broken form."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecode.data.schema import VARIANTS
from ecode.data.tables import read_table
from ecode.errors import DataError
from ecode.syntax.breakage import broken
from ecode.syntax.strict import compiles

BROKEN = "broken"
"""Beside the four variants: Ori broken the way language models break programs, so that it does not compile."""
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Timed:
    """One program in one variant."""

    id: str
    problem_id: str
    code: str
    time_us: float
    profiles: tuple[Sequence[float], ...] = ()
    """Of the inputs that it was timed on, where the build says."""


def timed_programs(build: Path, split: str, variant: str, most: int | None = None) -> list[Timed]:
    """Programs of a split that have this variant, `most` of them (the first by a hash of their ids).

    Raises `DataError` where there are none.
    """
    rows = list(_rows(build, split, variant))
    if not rows:
        raise DataError(f"{build} holds no times of the split {split}.")
    rows.sort(key=lambda row: (zlib.crc32(row.id.encode()), row.id))
    return rows[:most]


def _rows(build: Path, split: str, variant: str) -> Iterator[Timed]:
    inputs = {row["problem_id"]: tuple(row["profiles"]) for row in read_table(build / "inputs", "inputs")}
    table = build / (VARIANTS[0] if variant == BROKEN else variant)
    for row in read_table(table, split):
        code = row["code"] if variant != BROKEN else uncompilable(row["code"], row["id"])
        if code and code.strip() and row["time_us"]:
            yield Timed(row["id"], row["problem_id"], code, row["time_us"], inputs.get(row["problem_id"], ()))


def uncompilable(code: str, name: str) -> str | None:
    """The program with breakages added until it does not compile any more; None where that does not happen."""
    seed = zlib.crc32(name.encode())
    for step in range(_TRIES):
        code, kind = broken(code, seed + step)
        if not kind:
            return None
        if not compiles(code):
            return code
    return None
