"""A first look into a file, to tell layouts apart. Cheap, and never raises."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow
from ecode.data.sources.fields import BadField
from ecode.data.sources.files import csv_rows, json_lines, parse_json

_ROWS = 5  # looked at, should the first ones be broken
_BYTES = 1 << 16


def first_row(path: Path) -> Mapping[str, Any]:
    """The first readable row of a CSV or JSONL file; of a CSV without rows, its header. Empty where there is none."""
    try:
        if path.suffix.lower() == ".csv":
            return _header(path)
        rows = islice(json_lines(path), _ROWS)
        return next((row[1] for row in rows if not isinstance(row, BadRow)), {})
    except OSError:
        return {}


def starts_like_submissions(path: Path) -> bool:
    """Whether a JSON file begins like an answer of the Codeforces API."""
    try:
        with path.open("rb") as file:
            start = file.read(_BYTES)
    except OSError:
        return False
    return b'"status"' in start[:200] and b'"result"' in start and b'"programmingLanguage"' in start


def top_level_keys(path: Path) -> set[str]:
    """The keys of the object in a small JSON file."""
    try:
        with path.open("rb") as file:
            content = file.read(_BYTES + 1)
        value = parse_json(content.decode("utf-8-sig", "replace")) if len(content) <= _BYTES else {}
    except (OSError, BadField):
        return set()
    return set(value) if isinstance(value, dict) else set()


def _header(path: Path) -> Mapping[str, Any]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        names = file.readline(_BYTES).strip().split(",")
    row = next((row[1] for row in islice(csv_rows(path), _ROWS) if not isinstance(row, BadRow)), None)
    return row if row is not None else dict.fromkeys((name.strip(' "') for name in names), "")
