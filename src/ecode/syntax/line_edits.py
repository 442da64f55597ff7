"""Differences between two programs as replacements of lines, and their application to a source with its layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ecode.syntax.canonical import INDENT, Line, canonical_lines

_GAP = 1  # so many equal lines between two hunks do not keep them apart


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines `start` to before `end` (from 0) of the old program become `lines`."""

    start: int
    end: int
    lines: tuple[Line, ...]


def line_edits(old: Sequence[Line], new: Sequence[Line]) -> list[Hunk]:
    """The hunks that lead from `old` to `new`, in order and never touching."""
    matcher = SequenceMatcher(None, [line.key for line in old], [line.key for line in new], autojunk=False)
    spans: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if spans and a - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], b, spans[-1][2], d)
        else:
            spans.append((a, b, c, d))
    return [Hunk(a, b, tuple(new[c:d])) for a, b, c, d in spans]


def apply_edits(old: Sequence[Line], hunks: Sequence[Hunk]) -> list[Line]:
    """The program after the hunks. Raises `ValueError` where they are out of order or out of range."""
    done, result = 0, []
    for hunk in hunks:
        if not done <= hunk.start <= hunk.end <= len(old):
            raise ValueError(f"lines {hunk.start} to {hunk.end} cannot be replaced after line {done} of {len(old)}")
        result += [*old[done : hunk.start], *hunk.lines]
        done = hunk.end
    return [*result, *old[done:]]


def edit_source(source: str, hunks: Sequence[Hunk]) -> str:
    """The source after the hunks, which count its canonical lines: whatever they do not name keeps its layout and its
    comments. Where lines share a line of the source, or its indentation is not of one kind, the canonical text of the
    whole program. Raises `ValueError` as `apply_edits`, `SyntaxError` as `canonical_lines`."""
    lines = canonical_lines(source)
    wanted = apply_edits(lines, hunks)
    text = _in_layout(source, lines, hunks)
    try:
        if text is not None and [line.key for line in canonical_lines(text)] == [line.key for line in wanted]:
            return text
    except SyntaxError:
        pass  # the canonical text says what is wrong with it
    return "".join(f"{INDENT * line.level}{line.text}\n" for line in wanted)


def _in_layout(source: str, lines: Sequence[Line], hunks: Sequence[Hunk]) -> str | None:
    given = source.splitlines(keepends=True)
    indents = _indents(given, lines)
    result: list[str] = []
    done = 0  # lines of the source that are written or left out
    for hunk in hunks:
        first, last = _lines_of_source(lines, hunk, len(given))
        if first < done:
            return None
        result += given[done:first]
        if result and not result[-1].endswith("\n"):
            result[-1] += "\n"
        for line in hunk.lines:
            result.append(f"{indents.get(line.level, INDENT * line.level)}{line.text}\n")
        done = last
    return "".join([*result, *given[done:]])


def _lines_of_source(lines: Sequence[Line], hunk: Hunk, total: int) -> tuple[int, int]:
    """The lines of the source (from 0, before the second) that a hunk replaces; an empty range where it inserts."""
    placed = [line for line in lines[hunk.start : hunk.end] if line.first]
    if placed:
        return placed[0].first - 1, max(line.last for line in placed)
    after = next((line.first - 1 for line in lines[hunk.end :] if line.first), total)
    before = max((line.last for line in lines[: hunk.start] if line.first), default=0)
    place = before if hunk.start and before <= after else after
    return place, place


def _indents(given: Sequence[str], lines: Sequence[Line]) -> dict[int, str]:
    """How each level is indented, by the first line that stands on it."""
    indents: dict[int, str] = {}
    for line in lines:
        if line.first and line.level not in indents:
            text = given[line.first - 1]
            indents[line.level] = text[: len(text) - len(text.lstrip())]
    return indents
