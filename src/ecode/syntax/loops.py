"""Loop&Rec: what of a program can repeat. Loops, comprehensions, recursive functions, each under its headers."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from ecode.syntax.binder import analyse
from ecode.syntax.loop_lines import loop_lines
from ecode.syntax.parse import Tree
from ecode.syntax.recursion import recursive_spans

_LOOPS = frozenset({"for_statement", "while_statement"})
_COMPREHENSIONS = frozenset(
    {"list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"}
)
_HEADED = frozenset(
    {"function_definition", "class_definition", "if_statement", "elif_clause", "else_clause", "with_statement"}
    | {"try_statement", "except_clause", "except_group_clause", "finally_clause", "match_statement", "case_clause"}
)
_BODIES = frozenset({"module", "block", "ERROR"})
_BLANKS = re.compile(rb"[ \t\f]*")
_INDENT = "    "


def loops_and_recursion(source: str) -> str:
    """The outermost loops, comprehensions and functions that call themselves, also in a ring; else an empty string.

    Loops and functions are whole. Each stands under the headers of what encloses it, with its indentation.
    """
    analysis = analyse(source)
    found = _Extract(analysis.tree, recursive_spans(analysis))
    return found.text()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands: the headers around it as a linked list, and the statement that it is part of."""

    header: Node | None
    outer: _Place | None
    statement: Node


class _Extract:
    """One pass in the order of the text: a header is written when the first thing below it is."""

    def __init__(self, tree: Tree, recursive: frozenset[tuple[int, int]]) -> None:
        self._tree = tree
        self._recursive = recursive
        self._line_starts = [0, *(match.end() for match in re.finditer(b"\n", tree.data))]
        self._lines: list[str] = []
        self._written: set[int] = set()  # headers, by the node's id
        self._covered = 0  # up to here the text is written

    def text(self) -> str:
        """Everything that is kept, in the order of the text."""
        unseen = loop_lines(self._tree) if self._tree.broken else []
        for node, place in self._outermost():
            start, end = self._tree.span(node)
            while unseen and unseen[0][0] < start:
                self._write_lines(*unseen.pop(0))
            if start < self._covered:
                continue
            self._write_headers(place)
            if end > self._covered:  # else it stands in a header
                self._write(start, end, place)
        for span in unseen:
            self._write_lines(*span)
        return "".join(self._lines)

    def _write_lines(self, start: int, end: int) -> None:
        """A loop that the parser did not make out, as it stands and without headers."""
        if start >= self._covered:
            line = self._line_starts[bisect.bisect_right(self._line_starts, start) - 1]
            self._lines.append(f"{self._tree.slice(line, end)}\n")
            self._covered = end

    def _outermost(self) -> Iterator[tuple[Node, _Place]]:
        """What is kept, with where it stands."""
        root = self._tree.root
        stack = [(root, _Place(None, None, root))]
        while stack:
            node, place = stack.pop()
            kind = node.type
            if kind in _LOOPS or kind in _COMPREHENSIONS or self._is_recursive(node):
                yield node, place
                continue
            children = node.named_children
            if kind in _BODIES:
                stack.extend([(child, _Place(place.header, place.outer, child)) for child in reversed(children)])
                continue
            if kind in _HEADED:
                place = _Place(node, place, place.statement)
            stack.extend([(child, place) for child in reversed(children)])

    def _is_recursive(self, node: Node) -> bool:
        if node.type == "decorated_definition":
            definition = node.child_by_field_name("definition")
            return definition is not None and self._tree.span(definition) in self._recursive
        return node.type in ("function_definition", "assignment") and self._tree.span(node) in self._recursive

    def _write_headers(self, place: _Place | None) -> None:
        missing: list[_Place] = []
        while place is not None and place.header is not None and place.header.id not in self._written:
            missing.append(place)
            self._written.add(place.header.id)
            place = place.outer
        for step in reversed(missing):
            if step.header is not None and step.outer is not None:
                self._write(*self._header_span(step.header), step.outer)

    def _header_span(self, node: Node) -> tuple[int, int]:
        """From the start of a compound statement or clause to its colon (and a comment behind it)."""
        start, end = self._tree.span(node)
        body = next((child for child in node.children if child.type == "block"), None)
        if body is not None:
            end = self._tree.span(body)[0]
        else:
            line_end = self._tree.data.find(b"\n", start)
            end = min(end, line_end) if line_end >= 0 else end
        return start, start + len(self._tree.data[start:end].rstrip())

    def _write(self, start: int, end: int, place: _Place) -> None:
        self._lines.append(f"{self._indentation(start, place)}{self._tree.slice(start, end)}\n")
        self._covered = max(self._covered, end)

    def _indentation(self, start: int, place: _Place) -> str:
        """That of the statement's line; one step more where the line belongs to the header above it."""
        statement = self._tree.span(place.statement)[0]
        if self._is_first(start):
            statement = start if place.statement.type in _HEADED or statement > start else statement
        line = self._line_starts[bisect.bisect_right(self._line_starts, statement) - 1]
        found = _BLANKS.match(self._tree.data, line)
        blanks = found.group().decode() if found is not None else ""
        if place.header is not None and line + len(blanks) < statement and self._header_span(place.header)[1] > line:
            blanks += _INDENT
        return blanks

    def _is_first(self, position: int) -> bool:
        """Whether nothing but blanks stands before it on its line."""
        line = self._line_starts[bisect.bisect_right(self._line_starts, position) - 1]
        return not self._tree.data[line:position].strip()
