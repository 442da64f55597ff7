"""CodeExecTimeDB as CSV: `Prompt_input` (the program inside the predictor's prompt) and `Time` in microseconds.

The authors' scripts read `CodeExecTimeDB-RandDel/train.csv`, `CodeExecTimeDB_Uni/test.csv` and so on. Their README says
that times were converted to microseconds, and trains on `int(Time * 100)`; so `Time` is taken as microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ecode.data.items import BadRow, Item, PublishedTime
from ecode.data.sources import fields
from ecode.data.sources.fields import BadField, Row
from ecode.data.sources.files import LOOK, csv_rows, folders, tables
from ecode.data.sources.sniff import first_row
from ecode.errors import DataError

SOURCE, LICENSE = "CodeExecTimeDB", "unclear (no licence file)"
PROMPT_START = "### Code Solution:\n"
PROMPT_END = "\n\n### Predict the running time of the provided code solution:"
_START = re.compile(r"\s*### Code Solution:[ \t]*\n?")
_END = re.compile(r"\n{0,2}### Predict the running time")
_VARIANTS = {"loop": "loop_rec", "rand": "rand_del", "uni": "uni", "ori": "ori"}  # by what a name contains
_SPLITS = ("train", "test")
_LOOKED_AT = 3  # tables, to recognise the layout


class CodeExecTimeDBImporter:
    """Programs with their times; they name no problem."""

    name = "codeexectimedb"
    layout = "CodeExecTimeDB: <variant>/train.csv and test.csv with the columns Prompt_input and Time, or one such file"

    def recognises(self, path: Path) -> bool:
        return any({"Prompt_input", "Time"} <= set(first_row(file)) for file in _tables(path, LOOK)[:_LOOKED_AT])

    def read(self, path: Path) -> Iterator[Item]:
        found = _tables(path)
        if not found:
            raise DataError(f"No CSV file at {path} or in the folders below.")
        for file in found:
            yield from _read_file(path, file)


def _tables(path: Path, budget: int | None = None) -> list[Path]:
    below = (file for folder in folders(path)[:budget] for file in tables(folder, ".csv"))
    return tables(path, ".csv") or list(below)


def _read_file(root: Path, path: Path) -> Iterator[Item]:
    folder = path.resolve().parent.name
    variant = _variant(path.stem) or _variant(folder)
    split = next((name for name in _SPLITS if name in path.stem.lower()), "")
    inside = (
        path.relative_to(root) if path != root and path.parent != root else Path(folder if variant else "", path.name)
    )
    name = inside.with_suffix("").as_posix()
    for number, row in enumerate(csv_rows(path), 1):
        if isinstance(row, BadRow):
            yield row
            continue
        where, cells = row
        try:
            yield _time(f"codeexectimedb/{name}/{number}", where, cells, variant or "ori", split)
        except BadField as error:
            yield BadRow(where, str(error))


def _variant(name: str) -> str:
    return next((variant for word, variant in _VARIANTS.items() if word in name.lower()), "")


def _time(id: str, where: str, cells: Row, variant: str, split: str) -> PublishedTime:
    return PublishedTime(
        id=id,
        problem_id="",
        code=code_in(fields.program(cells, "Prompt_input")),
        time_us=fields.number(cells, "Time"),
        source=SOURCE,
        license=LICENSE,
        origin=where,
        variant=variant,
        split=split,
    )


def code_in(prompt: str) -> str:
    """The program inside the predictor's prompt; a text without the prompt is the program."""
    start = _START.match(prompt)
    if start is None:
        return prompt
    ends = list(_END.finditer(prompt, start.end()))
    code = prompt[start.end() : ends[-1].start() if ends else None]  # the last one: a program may hold the words
    if not code.strip():
        raise BadField("no program in the prompt")
    return code
