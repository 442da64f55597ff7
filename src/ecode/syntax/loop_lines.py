"""Loops of broken source by their lines alone: a line that begins with `for` or `while`, and what is indented below."""

from __future__ import annotations

from ecode.syntax.parse import Tree
from ecode.syntax.tokens import lex

_TAB = 8


def loop_lines(tree: Tree) -> list[tuple[int, int]]:
    """The outermost such blocks (bytes, from the keyword to the last line's end) in the order of the text."""
    keywords = _keyword_places(tree.text)
    found: list[tuple[int, int]] = []
    open_loop: tuple[int, int, int] | None = None  # start, end so far, width of its indentation
    position = characters = 0
    for line in tree.text.split("\n"):
        size = len(line.encode("utf-8", "surrogatepass"))
        blanks = len(line) - len(line.lstrip())
        width = len(line[:blanks].expandtabs(_TAB))
        if open_loop is not None and line.strip():
            if width <= open_loop[2]:
                found.append(open_loop[:2])
                open_loop = None
            else:
                open_loop = (open_loop[0], position + size, open_loop[2])
        if open_loop is None and characters + blanks in keywords:
            indent = len(line[:blanks].encode("utf-8", "surrogatepass"))
            open_loop = (position + indent, position + size, width)
        position += size + 1
        characters += len(line) + 1
    if open_loop is not None:
        found.append(open_loop[:2])
    return found


def _keyword_places(text: str) -> frozenset[int]:
    """Where a `for`, `while` or `async for` stands, outside of strings and comments."""
    places = set()
    previous = None
    for token in lex(text):
        if token.text in ("for", "while"):
            places.add(token.start)
            if previous is not None and previous.text == "async":
                places.add(previous.start)
        previous = token
    return frozenset(places)
