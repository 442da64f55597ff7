"""Cuts inputs into rows: as they are, without blank ends, or without the closing line that they all have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecode.search.hidden.grammar import Row, read_row

_SENTINELS = re.compile(r"(0|-1)( (0|-1))*|[.#*]|END|end")


@dataclass(frozen=True, slots=True)
class Document:
    """An input cut into rows; `ending` is whatever follows the last of them."""

    rows: tuple[Row, ...]
    ending: str


def cuttings(texts: Sequence[str]) -> Iterator[tuple[list[Document], bool]]:
    """The ways to cut the texts into rows: as they are, without blank ends, without a closing line such as `0 0`."""
    exact = [cut(text, strip=False) for text in texts]
    yield exact, False
    stripped = [cut(text, strip=True) for text in texts]
    if any(len(a.rows) != len(b.rows) for a, b in zip(exact, stripped, strict=True)):
        yield stripped, False
    last = {document.rows[-1].render() for document in stripped}
    closing = last.pop()
    if not last and _SENTINELS.fullmatch(closing) and all(len(document.rows) > 1 for document in stripped):
        yield [Document(d.rows[:-1], "\n" + closing + d.ending) for d in stripped], True


def cut(text: str, *, strip: bool) -> Document:
    """The rows of one text; `strip` leaves blank lines at its end to the ending."""
    body = text.rstrip(" \t\r\n") if strip else text.removesuffix("\n")
    return Document(tuple(read_row(line) for line in body.split("\n")), text[len(body) :])
