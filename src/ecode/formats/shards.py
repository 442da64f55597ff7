"""The Parquet shards of a table; CSV and JSONL beside them are for other programs, and are not read back."""

from __future__ import annotations

from pathlib import Path

from ecode.errors import DataError

_OTHERS = ("csv", "jsonl")


def parquet_shards(folder: Path, name: str) -> list[Path]:
    """`folder/NAME-*.parquet`, in order; none where there is no such table.

    Raises `DataError` where it was written in other formats alone.
    """
    found = sorted(folder.glob(f"{name}-*.parquet"))
    others = [kind for kind in _OTHERS if any(folder.glob(f"{name}-*.{kind}"))]
    if others and not found:
        raise DataError(
            f"{folder} holds the table {name} as {' and '.join(others)} only, and only Parquet can be read back: "
            "repeat the command that wrote it with `--write parquet`."
        )
    return found
