"""Files of a dataset, read so that one broken file or row never ends the reading."""

from __future__ import annotations

import ast
import csv
import json
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ecode.data.items import BadRow
from ecode.data.sources.fields import BadField, kind
from ecode.formats.folders import natural_key

SPLITS = ("train", "test", "dev", "unseen")  # as folders are called
LOOK = 100  # folders that a look at a tree may open
_LONGEST_NAME = 200  # bytes; file systems end at 255, and a suffix may follow
_LONGEST_CELL = 1 << 27  # a program in a CSV cell; Python's own limit of 128 KiB is too small

Located = tuple[str, dict[str, Any]]
"""Where a row stands, for messages, and the row."""


def decoded(content: bytes) -> str:
    """UTF-8 text without byte order mark, lines ended by a line feed alone."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadField(f"not UTF-8 (byte {error.start})") from error
    return text.replace("\r\n", "\n")


def read_text(path: Path) -> str:
    """The text of a file that must be UTF-8."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise BadField(f"no such file: {path.name}") from error
    except OSError as error:
        raise BadField(f"{path.name} cannot be read: {error.strerror}") from error
    return decoded(content)


def read_program(path: Path) -> str:
    """The program in a file; an empty file is no program."""
    code = read_text(path)
    if not code.strip():
        raise BadField("empty program")
    return code


def parse_json(text: str) -> Any:
    """The value of a JSON text."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise BadField("broken JSON: nested too deeply") from error
    except ValueError as error:  # also a number with thousands of digits
        raise BadField(f"broken JSON: {error}") from error


def parse_literal(text: str) -> Any:
    """The value of a JSON text or of a Python literal. Nothing is evaluated: a call or a name in it is refused."""
    try:
        return parse_json(text)
    except BadField:
        pass
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
        raise BadField("neither JSON nor a Python literal") from error


def read_json(path: Path) -> Any:
    """The value in a JSON file."""
    return parse_json(read_text(path))


def json_lines(path: Path) -> Iterator[Located | BadRow]:
    """The objects of a JSONL file, each with its place; what is none is a `BadRow`."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            where = f"{path}, line {number}"
            try:
                value = parse_json(decoded(line))
                if not isinstance(value, dict):
                    raise BadField(f"expected an object, found {kind(value)}")
            except BadField as error:
                yield BadRow(where, str(error))
            else:
                yield where, value


def csv_rows(path: Path, *, separator: str = ",") -> Iterator[Located | BadRow]:
    """The rows of a CSV file with a header, each with its place; broken ones are `BadRow`s."""
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(file, delimiter=separator)
        header = _next_row(reader)
        if not isinstance(header, list):
            return
        names = [name.strip() for name in header]
        while (cells := _next_row(reader)) is not None:
            where = f"{path}, line {reader.line_num}"
            if isinstance(cells, str):
                yield BadRow(where, f"broken CSV: {cells}")
            elif cells:
                yield _row(where, names, cells)


def folders(path: Path) -> list[Path]:
    """The folders in a folder that are not hidden, in natural order; empty where there is none."""
    return _entries(path, want_folders=True)


def files(path: Path, *suffixes: str) -> list[Path]:
    """The files in a folder that are not hidden, with one of the suffixes if any is given, in natural order."""
    found = _entries(path, want_folders=False)
    return [file for file in found if not suffixes or file.suffix.lower() in suffixes]


def descend(path: Path, depth: int, matches: Callable[[Path], bool], budget: int | None = None) -> Iterator[Path]:
    """Folders at or below `path` that match, in natural order; what is inside of one is not looked at.

    With a `budget`, at most so many folders are looked at: enough to recognise a layout, cheap in any other tree.
    """
    waiting = [(path, depth)]
    while waiting and budget != 0:
        folder, left = waiting.pop()
        budget = None if budget is None else budget - 1
        if matches(folder):
            yield folder
        elif left:
            waiting += [(below, left - 1) for below in reversed(folders(folder))]


def name_below(root: Path, folder: Path) -> str:
    """A folder's path below `root`, or its own name where it is the root; a split that stands above is kept.

    So a problem is called the same whether one imports all, its split or the problem alone.
    """
    inside = folder.relative_to(root).as_posix() if folder != root else folder.resolve().name
    above = folder.resolve().parent.name
    return f"{above}/{inside}" if "/" not in inside and above.lower() in SPLITS else inside


def below(folder: Path, name: str) -> Path | None:
    """The place called `name` inside of `folder`; None where a name from a dataset would lead elsewhere."""
    parts = name.split("/")
    plain = all(part not in ("", ".", "..") and len(part.encode("utf-8", "replace")) < _LONGEST_NAME for part in parts)
    return folder.joinpath(*parts) if plain and "\0" not in name else None


def tables(path: Path, *suffixes: str) -> list[Path]:
    """`path` itself if it is a file with one of the suffixes, else those files in the folder."""
    if path.is_file():
        return [path] if path.suffix.lower() in suffixes else []
    return files(path, *suffixes)


def _entries(path: Path, *, want_folders: bool) -> list[Path]:
    try:
        with os.scandir(path) as entries:
            names = [e.name for e in entries if e.is_dir() == want_folders and not e.name.startswith((".", "__"))]
    except OSError:
        return []
    return [path / name for name in sorted(names, key=natural_key)]


def _next_row(reader: Any) -> list[str] | str | None:
    """The next row, what is wrong with it, or None at the end."""
    try:
        row: list[str] = next(reader)
    except StopIteration:
        return None
    except csv.Error as error:
        return str(error)
    return row


def _row(where: str, names: list[str], cells: list[str]) -> Located | BadRow:
    if len(cells) != len(names):
        return BadRow(where, f"{len(cells)} cells under {len(names)} columns")
    if any("\udc80" <= letter <= "\udcff" for cell in cells if not cell.isascii() for letter in cell):
        return BadRow(where, "not UTF-8")
    return where, dict(zip(names, cells, strict=True))
