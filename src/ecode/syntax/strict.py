"""Python's own parser and compiler on any text: what they cannot take does not parse, whatever they say about it."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


class TooDeep(SyntaxError):
    """The parser, or what comes behind it, gave up."""


@contextmanager
def parsing() -> Iterator[None]:
    """Whatever the parser, the compiler or `ast.unparse` raise inside becomes a `SyntaxError`, without warnings: null
    bytes and lone surrogates (`ValueError`), and a text nested too deeply for them, such as 20,000 signs before a
    number (`RecursionError`; a `MemoryError` that has nothing to do with memory), which is `TooDeep`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (RecursionError, MemoryError):
        raise TooDeep("the program is nested too deeply") from None
    except ValueError as error:
        raise SyntaxError(str(error)) from None


def parsed(source: str) -> ast.Module:
    """The tree. Raises `SyntaxError` for every text that does not parse."""
    with parsing():
        return ast.parse(source)


def check_compiles(source: str | bytes, name: str = "<program>") -> None:
    """Raises `SyntaxError` for every text that does not compile; more than `parsed`: a `return` outside of a function,
    too."""
    with parsing():
        compile(source, name, "exec", dont_inherit=True)


def compiles(source: str | bytes) -> bool:
    try:
        check_compiles(source)
    except SyntaxError:
        return False
    return True


def parses(source: str) -> bool:
    try:
        parsed(source)
    except SyntaxError:
        return False
    return True


def is_too_deep(source: str) -> bool:
    """False also for a text that has other errors."""
    try:
        parsed(source)
    except SyntaxError as error:
        return isinstance(error, TooDeep)
    return False
