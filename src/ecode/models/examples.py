"""Training examples from slow/fast pairs (GEC tables): which fast program to aim at, and what the model should write.

A slow program often has several faster ones beside the label, by different people. Aimed at is the one that keeps most
of its lines (ACEOB pairs each slow program with its closest fast one, too) among those that reach most of what the
label gains: a stranger's program teaches a stranger's habits along with his algorithm, and nobody could foresee them
from the slow one. Slow programs that have nothing but strangers are left out. The label itself is an example of
"nothing to do".
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ecode.errors import DataError, ModelError
from ecode.formats.shards import parquet_shards
from ecode.formats.statement import expert_fields
from ecode.models.program_text import ProgramText, program_text

SPEED_LEVELS = (0.2, 0.4, 0.6, 0.8)
"""Shares of the possible gain from which levels 1 to 4 begin: log(slow / target) over log(slow / label)."""
_MOST = 0.6  # of the possible gain: what a target should reach
_KIN = 0.1  # similarity from which a target is an improvement of the program rather than another program
_ROWS = 64  # of the pairs table, in one task of a worker
_COLUMNS = (
    ("source", pa.string()),
    ("edits", pa.string()),
    ("program", pa.string()),
    ("speed", pa.int8()),
    ("problem_id", pa.string()),
)
TRAIN, VALID = "train", "valid"
_Target = tuple[float, ProgramText, float]
"""Similarity to the slow program, the target, its share of the possible gain."""
_VALID_EVERY = 64  # one training problem in so many is kept to watch the loss; the test splits are never looked at


@dataclass(frozen=True, slots=True)
class Example:
    """`source` and the two forms of the target, as `program_text` writes them; `speed` is a level from 0 to 4."""

    source: str
    edits: str
    program: str
    speed: int
    problem_id: str


def build_examples(pairs: Path, out: Path, *, normalise: bool = True, processes: int = 2) -> dict[str, int]:
    """Write `train.parquet`, `valid.parquet` and `statements.jsonl` in `out` from the training split of a folder of
    pairs; returns how many examples each has.

    Raises `DataError` where the folder has no such split. Nothing is left behind by an interrupted run.
    """
    files = parquet_shards(pairs, "train")
    if not files:
        raise DataError(f"{pairs} holds no pairs to train on: looked for train-*.parquet.")
    out.mkdir(parents=True, exist_ok=True)
    unfinished = {part: out / f"{part}.tmp" for part in (TRAIN, VALID)}
    counts = dict.fromkeys(unfinished, 0)
    schema = pa.schema(_COLUMNS)
    with ExitStack() as stack:
        writers = {part: stack.enter_context(pq.ParquetWriter(path, schema)) for part, path in unfinished.items()}
        statements = stack.enter_context((out / "statements.jsonl").open("w", encoding="utf-8"))
        pool = stack.enter_context(ProcessPoolExecutor(processes))
        rows = _watched(_rows(files), set(), statements)
        for made in _mapped(pool, partial(_examples, normalise=normalise), rows, 4 * processes):
            for part in unfinished:
                mine = [example for example in made if part_of(example.problem_id) == part]
                counts[part] += len(mine)
                if mine:
                    columns = [pa.array([getattr(e, name) for e in mine], kind) for name, kind in _COLUMNS]
                    writers[part].write_table(pa.Table.from_arrays(columns, schema=schema))
    for part, path in unfinished.items():
        path.replace(out / f"{part}.parquet")
    return counts


def part_of(problem_id: str) -> str:
    """Where the examples of a problem go."""
    return VALID if zlib.crc32(problem_id.encode()) % _VALID_EVERY == 0 else TRAIN


def _rows(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for path in files:
        for batch in pq.ParquetFile(path).iter_batches(batch_size=256):
            yield from batch.to_pylist()


def _watched(rows: Iterable[dict[str, Any]], known: set[str], file: Any) -> Iterator[dict[str, Any]]:
    """The rows; the statement of each problem is written the first time that it comes by."""
    for row in rows:
        row["first"] = row["problem_id"] not in known
        if row["first"]:
            known.add(row["problem_id"])
            file.write(json.dumps({"problem_id": row["problem_id"], **expert_fields(row)}, ensure_ascii=False) + "\n")
        yield row


def _mapped(
    pool: ProcessPoolExecutor,
    function: Callable[[list[dict[str, Any]]], list[Example]],
    rows: Iterator[Any],
    ahead: int,
) -> Iterator[list[Example]]:
    """What the function makes of the rows, some at a time, in order; never more than `ahead` tasks wait."""
    while tasks := [task for _ in range(ahead) if (task := list(islice(rows, _ROWS)))]:
        yield from pool.map(function, tasks)


def _examples(rows: Sequence[dict[str, Any]], normalise: bool) -> list[Example]:
    shown = lru_cache(maxsize=64)(partial(_shown, normalise=normalise))
    return [example for row in rows for example in examples_of(row, shown)]


def _shown(code: str, normalise: bool) -> ProgramText | None:
    try:
        return program_text(code, normalise=normalise)
    except ModelError:
        return None


def examples_of(row: Mapping[str, Any], shown: Any) -> Iterator[Example]:
    """The examples of one row of the pairs table."""
    slow, problem = shown(row["slow_code"]), row["problem_id"]
    if row.get("first") and (label := shown(row["fast_code"])):
        yield Example(label.text, "", label.target(label, "program"), len(SPEED_LEVELS), problem)
    if slow is None:
        return
    label_us = row["fast_time_us"] or 1.0
    slow_us = row["slow_time_us"] or 2 * label_us
    times = row.get("alternative_times_us") or [label_us] * len(row["alternatives"])
    candidates = [(row["fast_code"], label_us), *zip(row["alternatives"], times, strict=True)]
    known = [(text, time_us or label_us) for code, time_us in candidates if (text := shown(code)) is not None]
    made = [(slow.similarity(text), text, _gain(slow_us, time_us, label_us)) for text, time_us in known]
    similarity, text, gain = _chosen(made) if made else (0.0, slow, 0.0)
    if similarity >= _KIN:
        level = sum(gain >= threshold for threshold in SPEED_LEVELS)
        yield Example(slow.text, slow.target(text, "edits"), slow.target(text, "program"), level, problem)


def _gain(slow_us: float, time_us: float, label_us: float) -> float:
    """Which share of the possible gain a time reaches."""
    possible = math.log(slow_us / label_us) if slow_us > label_us else 0.0
    return math.log(slow_us / time_us) / possible if possible else 1.0


def _chosen(made: Sequence[_Target]) -> _Target:
    """The most alike of those that reach most of the gain, of all where none does."""
    return max([target for target in made if target[2] >= _MOST] or made, key=lambda target: target[0])
