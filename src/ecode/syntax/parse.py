"""Source text as a tree-sitter tree: one parser for whole and for broken programs. Never raises on any text.

Spans are offsets of bytes of `Tree.data`, the text in UTF-8 (lone surrogates pass through).
"""

from __future__ import annotations

import bisect
import keyword
import re
import threading
from collections.abc import Iterator

import tree_sitter_python
from tree_sitter import Language, Node, Parser

from ecode.syntax.strict import parses
from ecode.syntax.tokens import lex

SPECIAL_WORDS = frozenset({*keyword.kwlist, "print", "exec", "match", "case", "type", "_", "async", "await"})
"""Names with a meaning of their own in the grammar: renaming one may change how broken source is read."""

_LANGUAGE = Language(tree_sitter_python.language())
_LOCAL = threading.local()  # a tree-sitter parser serves one thread at a time
# The grammar takes `type (x)` plus a next line in brackets for an alias: only a name after blanks makes it one.
_TYPE_CALL = re.compile(rb"\btype\b(?![ \t]+(?!(?:if|in|is|and|or|for|else|as|not)\b)[A-Za-z_])")
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_FORMATTED = re.compile(r"(?i:f|fr|rf)['\"]")
_INNER_NAME = re.compile(r"(?<![\\!\w])[^\W0-9]\w*(?!['\"\w])")
# Letters that Python and the grammar agree on, whatever their versions of Unicode.
_COMMON_NAME = re.compile(r"[\0-\u04ff\u4e00-\u9fa5]+")
_PLACEHOLDER = b"nnnnnn"


class Tree:
    """A parsed text. `broken` says that the parser met syntax errors.

    Broken text is parsed with all names replaced by a word of one length: how an error is recovered from depends on
    lengths, and renaming must not change what is read. So offsets of nodes are not those of the text; ask `span`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode("utf-8", "surrogatepass")
        self.root = _parse(self.data)
        self.broken = self.root.has_error
        self.safe_names: dict[int, int] = {}
        """In broken text: starts and ends of the names that may be renamed without changing the reading."""
        self._node_starts: list[int] = []
        self._text_starts: list[int] = []
        if self.broken:
            self._parse_with_placeholders()

    def span(self, node: Node) -> tuple[int, int]:
        """The node's place in `data`."""
        return self.position(node.start_byte), self.position(node.end_byte)

    def name(self, node: Node) -> str:
        """The node's text."""
        start, end = self.span(node)
        return self.slice(start, end)

    def slice(self, start: int, end: int) -> str:
        """The text of a span; a node of broken text may even end within a character."""
        data = self.data[start:end]
        try:
            return data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace")

    def line(self, position: int) -> int:
        """The number of the line (from 1) that a byte stands on."""
        return self.data.count(b"\n", 0, position) + 1

    def is_valid_python(self) -> bool:
        """Whether this interpreter's own parser accepts the text."""
        return parses(self.text)

    def position(self, offset: int) -> int:
        """The byte of `data` that a node's offset stands for."""
        if not self.broken:
            return offset
        index = bisect.bisect_right(self._node_starts, offset) - 1
        if index < 0:
            return offset
        limit = self._text_starts[index + 1] if index + 1 < len(self._text_starts) else len(self.data)
        return min(self._text_starts[index] + offset - self._node_starts[index], limit)

    def _parse_with_placeholders(self) -> None:
        parts: list[bytes] = []
        node_at = text_at = 0
        for piece, is_name in _pieces(self.text):
            data = piece.encode("utf-8", "surrogatepass")
            self._node_starts.append(node_at)
            self._text_starts.append(text_at)
            if is_name and _COMMON_NAME.fullmatch(piece) and piece.isidentifier():
                self.safe_names[text_at] = text_at + len(data)
            parts.append(_PLACEHOLDER if is_name else data)
            node_at += len(parts[-1])
            text_at += len(data)
        self._node_starts.append(node_at)  # the end, so that the last piece has one
        self._text_starts.append(text_at)
        self.root = _parse(b"".join(parts))


def parse(source: str) -> Tree:
    """Parse any text."""
    return Tree(source)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it in the order of the text; deep trees are no trouble."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children))


def _parse(data: bytes) -> Node:
    parser: Parser | None = getattr(_LOCAL, "parser", None)
    if parser is None:
        parser = _LOCAL.parser = Parser(_LANGUAGE)
    if b"\r" in data:
        data = _LONE_RETURN.sub(b"\n", data)  # Python ends a line there, the grammar does not
    if b"type" in data:
        data = _TYPE_CALL.sub(b"typ_", data)
    return parser.parse(data).root_node


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into names (True) and the rest; in f-strings every word counts as a name."""
    done = 0
    for token in lex(text):
        if token.kind == "name":
            spans = [(token.start, token.end)]
        elif token.kind == "string" and _FORMATTED.match(token.text):
            spans = [(token.start + m.start(), token.start + m.end()) for m in _INNER_NAME.finditer(token.text)]
        else:
            continue
        for start, end in spans:
            # A name right behind a number stays: the two may be read as one number after renaming.
            if text[start:end] in SPECIAL_WORDS or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
                continue
            if start > done:
                yield text[done:start], False
            yield text[start:end], True
            done = end
    if done < len(text):
        yield text[done:], False
