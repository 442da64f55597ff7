"""Two programs side by side: which lines stand against each other, what changed within them, what can be folded."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Literal

Mark = tuple[int, int]
Side = Literal["old", "new"]
CONTEXT = 3
"""Unchanged lines shown around a change."""
_FOLD_FROM = 3  # folding fewer lines than this hides nothing worth hiding
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.5  # a pair of lines less alike than this is two different lines, not one that changed
_LONG = 3000  # lines; beyond, difflib may skip frequent lines, or it would take minutes


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the original beside one of the faster program, line numbers from 0; None where a side has none."""

    old: int | None
    new: int | None
    changed: bool
    old_marks: tuple[Mark, ...] = ()
    new_marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that stand together; `folded` ones are unchanged and far from any change."""

    rows: tuple[Row, ...]
    folded: bool


def lines_of(source: str) -> list[str]:
    """Lines without their line feeds; `"\\n".join` makes the source again. A last line feed leaves an empty line."""
    return source.split("\n")


def compare_lines(old: str, new: str) -> list[Row]:
    """Every line of both programs, in order, exactly once. A line that was only indented stands beside itself."""
    a, b = lines_of(old), lines_of(new)
    bare_a, bare_b = ([line.strip() for line in side] for side in (a, b))
    # Empty lines are alike everywhere: they hold nothing together.
    matcher = difflib.SequenceMatcher(lambda line: not line, bare_a, bare_b, autojunk=len(a) + len(b) > _LONG)
    return [
        _row(a, b, i, j)
        for _, a_low, a_high, b_low, b_high in matcher.get_opcodes()
        for i, j in zip_longest(range(a_low, a_high), range(b_low, b_high))
    ]


def _row(a: Sequence[str], b: Sequence[str], i: int | None, j: int | None) -> Row:
    if i is None or j is None:
        return Row(i, j, changed=True)
    if a[i] == b[j]:
        return Row(i, j, changed=False)
    return Row(i, j, True, *changed_words(a[i], b[j]))


def changed_words(old: str, new: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The ranges of characters in which two lines differ; none where they have too little in common to say."""
    a, b = _WORD.findall(old), _WORD.findall(new)
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    if max(len(a), len(b)) > 400 or matcher.ratio() < _ALIKE:
        return (), ()
    blocks = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    old_marks = [_range(a, low, high) for low, high, _, _ in blocks if low < high]
    new_marks = [_range(b, low, high) for _, _, low, high in blocks if low < high]
    return tuple(old_marks), tuple(new_marks)


def _range(words: Sequence[str], low: int, high: int) -> Mark:
    start = sum(map(len, words[:low]))
    return start, start + sum(map(len, words[low:high]))


def fold(rows: Sequence[Row], context: int = CONTEXT) -> list[Stretch]:
    """The rows again, cut where long unchanged stretches begin and end."""
    changes = [number for number, row in enumerate(rows) if row.changed]
    near = {n for change in changes for n in range(change - context, change + context + 1)}
    stretches: list[Stretch] = []
    for is_near, group in groupby(range(len(rows)), key=near.__contains__):
        members = tuple(rows[n] for n in group)
        stretches.append(Stretch(members, folded=not is_near and len(members) >= _FOLD_FROM))
    return list(_joined(stretches))


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    for folded, group in groupby(stretches, key=lambda stretch: stretch.folded):
        yield Stretch(tuple(row for stretch in group for row in stretch.rows), folded)


def reassembled(rows: Sequence[Row], source: str, side: Side) -> str:
    """One side's program from the rows: for making sure that nothing got lost."""
    lines = lines_of(source)
    numbers = (getattr(row, side) for row in rows)
    return "\n".join(lines[number] for number in numbers if number is not None)
