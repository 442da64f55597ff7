"""A program as a list of lines in one layout: a line for each simple statement and each header, comments left out.

Programs that differ in layout alone become equal, and every line knows the lines of the source that it came from, so
that what is changed here can be changed there (`ecode.syntax.line_edits`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecode.syntax.strict import parsing

INDENT = "    "


@dataclass(frozen=True, slots=True)
class Line:
    """`level` is the depth of the block; `first` and `last` are lines of the source, from 1, 0 where it has none."""

    level: int
    text: str
    first: int = 0
    last: int = 0

    @property
    def key(self) -> tuple[int, str]:
        """What makes two lines the same."""
        return self.level, self.text


def canonical_lines(source: str) -> list[Line]:
    """The lines of a program. Raises `SyntaxError` where it does not parse or is too deep, and for the rare text that
    does not fit on one line."""
    with parsing():
        body = ast.parse(source).body
        return list(_block(body, 0)) if body else []


def canonical_text(lines: Sequence[Line]) -> str:
    """The program that the lines are."""
    return "".join(f"{INDENT * line.level}{line.text}\n" for line in lines)


def _block(body: Sequence[ast.stmt], level: int) -> Iterator[Line]:
    kept = [statement for statement in body if not _is_text(statement)]
    if not kept:  # a block of nothing but a docstring
        yield Line(level, "pass", body[0].lineno, body[-1].end_lineno or 0)
    for statement in kept:
        yield from _statement(statement, level)


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _statement(node: ast.stmt, level: int) -> Iterator[Line]:
    match node:
        case ast.If():
            yield from _if(node, level, "if")
        case ast.For() | ast.AsyncFor() | ast.While():
            yield from _headed(node, node.body, level)
            yield from _tail("else:", node.orelse, level)
        case ast.With() | ast.AsyncWith():
            yield from _headed(node, node.body, level)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            for decorator in node.decorator_list:
                yield _line(level, f"@{ast.unparse(decorator)}", decorator.lineno, decorator.end_lineno)
            yield from _headed(node, node.body, level)
        case ast.Try() | ast.TryStar():
            yield from _try(node, level)
        case ast.Match():
            yield _line(level, f"match {ast.unparse(node.subject)}:", node.lineno, node.subject.end_lineno)
            for case in node.cases:
                text = ast.unparse(ast.Match(node.subject, [case])).split("\n")[1].strip()
                yield _line(level + 1, text, case.pattern.lineno, _before(case.body))
                yield from _block(case.body, level + 2)
        case _:
            yield _line(level, ast.unparse(node), node.lineno, node.end_lineno)


def _headed(node: ast.stmt, body: Sequence[ast.stmt], level: int) -> Iterator[Line]:
    """A statement whose header is all that stands before its body."""
    bare = dict(ast.iter_fields(node)) | {"body": [ast.Pass()]}
    bare |= {"orelse": []} if "orelse" in bare else {}
    bare |= {"decorator_list": []} if "decorator_list" in bare else {}
    header = ast.unparse(ast.copy_location(type(node)(**bare), node)).rpartition("\n")[0]
    yield _line(level, header, node.lineno, _before(body))
    yield from _block(body, level + 1)


def _if(node: ast.If, level: int, word: str) -> Iterator[Line]:
    yield _line(level, f"{word} {ast.unparse(node.test)}:", node.lineno, _before(node.body))
    yield from _block(node.body, level + 1)
    match node.orelse:
        case [ast.If() as other]:  # `else:` with an `if` as its only statement means the same
            yield from _if(other, level, "elif")
        case orelse:
            yield from _tail("else:", orelse, level)


def _try(node: ast.Try | ast.TryStar, level: int) -> Iterator[Line]:
    yield _line(level, "try:", node.lineno, node.lineno)
    yield from _block(node.body, level + 1)
    star = "*" if isinstance(node, ast.TryStar) else ""
    for handler in node.handlers:
        kind = f" {ast.unparse(handler.type)}" if handler.type else ""
        name = f" as {handler.name}" if handler.name else ""
        yield _line(level, f"except{star}{kind}{name}:", handler.lineno, _before(handler.body))
        yield from _block(handler.body, level + 1)
    yield from _tail("else:", node.orelse, level)
    yield from _tail("finally:", node.finalbody, level)


def _tail(word: str, body: Sequence[ast.stmt], level: int) -> Iterator[Line]:
    """`else:` and `finally:` have no place of their own in the tree."""
    if body:
        yield Line(level, word)
        yield from _block(body, level + 1)


def _before(body: Sequence[ast.stmt]) -> int:
    """The last line of a header: the one before its body, or the same where they share it."""
    first = body[0]
    decorators: list[ast.expr] = getattr(first, "decorator_list", [])
    return min([first.lineno, *(decorator.lineno for decorator in decorators)]) - 1


def _line(level: int, text: str, first: int, last: int | None) -> Line:
    if "\n" in text:
        raise ValueError(f"line {first}: does not fit on one line")
    return Line(level, text, first, max(first, last or first))
