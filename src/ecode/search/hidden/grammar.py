"""Inputs as trees of rows, and the small grammar over lines that reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

INTEGER = re.compile(r"0|-?[1-9][0-9]{0,999}")
_GAP = re.compile(r"[ \t\r]+")
_COUNT_TOKENS = 4  # a count stands among the first tokens of its line


@dataclass(slots=True)
class Row:
    """One line: its tokens, and the white space around them (None: single spaces, nothing at the ends)."""

    tokens: list[str]
    gaps: list[str] | None = None

    def render(self) -> str:
        """The line as text; a changed number of tokens keeps the first separator seen."""
        if self.gaps is None:
            return " ".join(self.tokens)
        gaps = self.gaps
        if len(gaps) != len(self.tokens) + 1:
            between = gaps[1] if len(gaps) > 2 else " "
            gaps = [gaps[0], *[between] * (len(self.tokens) - 1), gaps[-1]]
        return gaps[0] + "".join(token + gap for token, gap in zip(self.tokens, gaps[1:], strict=False))


@dataclass(slots=True)
class Block:
    """What one `Repeat` read: a tree for every repetition."""

    cases: list[Tree]


Tree = list[Row | Block]
Env = dict[int, Row]
"""The rows in scope, by line number of the grammar: those before in the same sequence and in the enclosing ones."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A count: `scale` times the integer at `token` of the line `line`, plus `offset`."""

    line: int
    token: int
    scale: int = 1
    offset: int = 0

    def value(self, env: Env) -> int | None:
        """The announced length under `env`, or None where no integer stands."""
        row = env.get(self.line)
        if row is None or self.token >= len(row.tokens):
            return None
        token = row.tokens[self.token]
        if len(token) > 9 or not INTEGER.fullmatch(token):
            return None
        return int(token) * self.scale + self.offset


def counts_in_scope(env: Env) -> Iterator[Ref]:
    """The counts that rows in scope may announce, nearest line first."""
    for offset in (0, -1):
        for line in sorted(env, reverse=True):
            for token in range(min(_COUNT_TOKENS, len(env[line].tokens))):
                yield Ref(line, token, offset=offset)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the grammar, numbered in the order of reading."""

    number: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A sequence that stands as often as `count` says; without a count it goes on to the end of the input."""

    count: Ref | None
    body: tuple[Item, ...]


Item = Line | Repeat
Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class RowVisit:
    """A row met on a walk, with the rows in scope before it."""

    number: int
    row: Row
    env: Env


@dataclass(frozen=True, slots=True)
class BlockVisit:
    """A block met on a walk, before its rows."""

    repeat: Repeat
    block: Block
    env: Env


def walk(items: Items, tree: Tree, env: Env | None = None) -> Iterator[RowVisit | BlockVisit]:
    """Visits every row and block of a tree in the order of reading."""
    scope: Env = env or {}
    for item, part in zip(items, tree, strict=True):
        if isinstance(item, Line):
            assert isinstance(part, Row)
            yield RowVisit(item.number, part, scope)
            scope = {**scope, item.number: part}
        else:
            assert isinstance(part, Block)
            yield BlockVisit(item, part, scope)
            for case in part.cases:
                yield from walk(item.body, case, scope)


def row_visits(items: Items, tree: Tree) -> list[RowVisit]:
    """The rows of a tree alone, in the order of reading; a list, for who changes the tree on the way."""
    return [visit for visit in walk(items, tree) if isinstance(visit, RowVisit)]


def render(tree: Tree) -> str:
    """The lines of a tree, joined."""
    return "\n".join(_lines_of(tree))


def _lines_of(tree: Tree) -> Iterator[str]:
    for part in tree:
        if isinstance(part, Row):
            yield part.render()
        else:
            for case in part.cases:
                yield from _lines_of(case)


def copy_tree(tree: Tree) -> Tree:
    """A copy that shares no row with the original."""
    return [
        Row(list(part.tokens), part.gaps) if isinstance(part, Row) else Block([copy_tree(case) for case in part.cases])
        for part in tree
    ]


def parse(items: Items, rows: Sequence[Row], start: int = 0, env: Env | None = None) -> tuple[Tree, int] | None:
    """Reads `items` from `rows[start:]`; returns the tree and where it ended, or None where it does not fit."""
    scope: Env = dict(env or {})
    tree: Tree = []
    position = start
    for item in items:
        if isinstance(item, Line):
            if position >= len(rows):
                return None
            tree.append(rows[position])
            scope[item.number] = rows[position]
            position += 1
            continue
        read = _parse_block(item, rows, position, scope)
        if read is None:
            return None
        block, position = read
        tree.append(block)
    return tree, position


def _parse_block(item: Repeat, rows: Sequence[Row], position: int, env: Env) -> tuple[Block, int] | None:
    count = len(rows) if item.count is None else item.count.value(env)
    if count is None or count < 0 or (item.count is not None and count > len(rows) - position):
        return None
    cases: list[Tree] = []
    while len(cases) < count and (item.count is not None or position < len(rows)):
        read = parse(item.body, rows, position, env)
        if read is None:
            return None
        cases.append(read[0])
        position = read[1]
    return Block(cases), position


def read_row(line: str) -> Row:
    """Cuts a line at its white space."""
    tokens = line.split(" ")
    if "" not in tokens and "\t" not in line and "\r" not in line:
        return Row(tokens)
    gaps = _GAP.findall(line)
    tokens = [token for token in _GAP.split(line) if token]
    if not tokens:
        return Row([], [line, ""])
    if not _GAP.match(line):
        gaps.insert(0, "")
    if len(gaps) == len(tokens):
        gaps.append("")
    return Row(tokens, gaps)
