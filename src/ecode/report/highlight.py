"""Colours for Python source: a list of pieces for each line, whatever the source looks like."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ecode.report.escape import escaped
from ecode.syntax.tokens import Token, lex

_COMMENT = re.compile(r"#[^\r\n]*")
_BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_"))
_NAMES_NEXT = ("def", "class")


class Piece(NamedTuple):
    """A stretch of one line. `kind`: keyword, builtin, defined, string, number, comment, or empty for plain text."""

    text: str
    kind: str = ""


def highlight(source: str) -> list[list[Piece]]:
    """The pieces of every line of `source.split("\\n")`; joined, they are that line again."""
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(source):
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(text, piece.kind))
    return lines


def _pieces(source: str) -> Iterator[Piece]:
    """The whole text: tokens with their kinds, what lies between them as layout and comments."""
    end, before = 0, ""
    for token in lex(source):
        yield from _between(source[end : token.start])
        yield Piece(token.text, _kind(token, before))
        end, before = token.end, token.text
    yield from _between(source[end:])


def _between(layout: str) -> Iterator[Piece]:
    end = 0
    for comment in _COMMENT.finditer(layout):
        yield Piece(layout[end : comment.start()])
        yield Piece(comment.group(), "comment")
        end = comment.end()
    yield Piece(layout[end:])


def _kind(token: Token, before: str) -> str:
    if token.kind in ("string", "number"):
        return token.kind
    if token.kind != "name":
        return ""
    if keyword.iskeyword(token.text):
        return "keyword"
    if before in _NAMES_NEXT:
        return "defined"
    return "builtin" if token.text in _BUILTINS and before != "." else ""


def line_html(pieces: Sequence[Piece], marks: Sequence[tuple[int, int]] = ()) -> str:
    """One line as HTML; the character ranges in `marks` (ascending, apart) are set off as what changed."""
    made, column = [], 0
    for piece in pieces:
        for text, marked in _cut(piece.text, column, marks):
            classes = " ".join(filter(None, (piece.kind, "changed" if marked else "")))
            made.append(f'<span class="{classes}">{escaped(text)}</span>' if classes else escaped(text))
        column += len(piece.text)
    return "".join(made)


def _cut(text: str, column: int, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """`text`, which begins at `column`, in stretches that are wholly inside or wholly outside of the marks."""
    at = 0
    for low, high in marks:
        start, end = max(low - column, at), min(high - column, len(text))
        if start < end:
            if at < start:
                yield text[at:start], False
            yield text[start:end], True
            at = end
    if at < len(text):
        yield text[at:], False
