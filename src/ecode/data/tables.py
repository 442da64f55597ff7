"""Tables on disk: Parquet shards (CSV and JSONL on request), written beside their names and renamed when whole."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from ecode.data.schema import SPLITS, Column
from ecode.errors import DataError, UsageError
from ecode.formats.shards import parquet_shards

Row = dict[str, Any]
FORMATS = ("parquet", "csv", "jsonl")
SHARD_ROWS, CHUNK_ROWS = 10_000, 500


def write_table(
    folder: Path, name: str, columns: Sequence[Column], rows: Iterable[Row], *, formats: Sequence[str] = ("parquet",)
) -> list[dict[str, Any]]:
    """Write `rows` as `folder/NAME-00000.FORMAT`, ...; returns one entry for each file: path, rows, sha256.

    Holds a few hundred rows in memory. A table without rows still gets one (empty) file of each format.
    """
    make_folder(folder)
    for old in (path for kind in FORMATS for path in folder.glob(f"{name}-*.{kind}")):
        old.unlink()  # of an earlier table, which may have had more shards
    entries: list[dict[str, Any]] = []
    chunks = _chunks(rows)
    chunk: list[Row] | None = next(chunks, [])
    while chunk is not None:
        paths = {kind: folder / f"{name}-{len(entries) // len(formats):05d}.{kind}" for kind in formats}
        written = 0
        with ExitStack() as stack:
            sinks = [stack.enter_context(_SINKS[kind](path, columns)) for kind, path in paths.items()]
            while chunk is not None and written < SHARD_ROWS:
                for sink in sinks:
                    sink(chunk)
                written += len(chunk)
                chunk = next(chunks, None)
        for path in paths.values():
            entries.append({"file": path.name, "rows": written, "sha256": _sha256(path)})
    return entries


def read_table(folder: Path, name: str) -> Iterator[Row]:
    """Rows of the Parquet shards `folder/NAME-*.parquet`, in order. Raises `DataError` where there are none."""
    shards = parquet_shards(folder, name)
    if not shards:
        raise DataError(f"There is no table {name}-*.parquet in {folder}.")
    parquet = _pyarrow().parquet
    for shard in shards:
        for batch in parquet.ParquetFile(shard).iter_batches(1000):
            yield from batch.to_pylist()


def make_folder(folder: Path) -> None:
    """Raises `DataError` where no folder can be made there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{folder} cannot be the folder to write to: {error.strerror}. Use another --out.") from error


def splits_in(folder: Path) -> list[str]:
    """The splits that have Parquet shards in `folder`, in their usual order. Raises `DataError` where one is there in
    other formats alone."""
    return [name for name in SPLITS if parquet_shards(folder, name)]


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary name beside `path` that becomes `path` when the block ends well: nobody ever sees half a file."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        os.replace(temporary, path)
    except OSError as error:
        raise DataError(f"{path} could not be written: {error.strerror}. Nothing else was lost.") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, min(CHUNK_ROWS, SHARD_ROWS))):
        yield chunk


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


Sink = Callable[[Sequence[Row]], None]


@contextmanager
def _parquet(path: Path, columns: Sequence[Column]) -> Iterator[Sink]:
    pyarrow = _pyarrow()
    fields = [pyarrow.field(c.name, _arrow_type(pyarrow, c.type), metadata={"description": c.meaning}) for c in columns]
    schema = pyarrow.schema(fields)
    with replacing(path) as temporary, pyarrow.parquet.ParquetWriter(temporary, schema, compression="zstd") as writer:

        def write(rows: Sequence[Row]) -> None:
            arrays = [pyarrow.array([_plain(row.get(f.name)) for row in rows], f.type) for f in fields]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))

        yield write


@contextmanager
def _csv(path: Path, columns: Sequence[Column]) -> Iterator[Sink]:
    """Lists become JSON text."""
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow([column.name for column in columns])

        def write(rows: Sequence[Row]) -> None:
            for row in rows:
                cells = (row.get(column.name) for column in columns)
                writer.writerow([json.dumps(cell) if isinstance(cell, list) else cell for cell in cells])

        yield write


@contextmanager
def _jsonl(path: Path, columns: Sequence[Column]) -> Iterator[Sink]:
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8") as file:

        def write(rows: Sequence[Row]) -> None:
            for row in rows:
                file.write(json.dumps({column.name: row.get(column.name) for column in columns}) + "\n")

        yield write


_SINKS = {"parquet": _parquet, "csv": _csv, "jsonl": _jsonl}


def _plain(value: Any) -> Any:
    """Text that UTF-8 can hold: a lone surrogate, which Python source may carry, becomes a question mark."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _arrow_type(pyarrow: Any, kind: str) -> Any:
    if kind.startswith("["):
        return pyarrow.list_(_arrow_type(pyarrow, kind[1:-1]))
    return {
        "str": pyarrow.string(),
        "int": pyarrow.int64(),
        "float": pyarrow.float64(),
        "bool": pyarrow.bool_(),
    }[kind]


def _pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise UsageError('Parquet tables need pyarrow: pip install "ecode-lm[data]"') from None
    return pyarrow
