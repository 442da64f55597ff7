"""A way taken apart: its imports, its body as text and the expression it gives, ready to be written inline."""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from textwrap import dedent

from ecode.corpus.kernel import LoadedKernel, Value
from ecode.syntax.binder import analyse
from ecode.syntax.names import replace_spans
from ecode.syntax.renaming import plan_renaming


@dataclass(frozen=True, slots=True)
class WayText:
    """The text of a way. `body` keeps comments and layout and starts at column 0; `result` is an expression."""

    name: str
    parameters: tuple[str, ...]
    imports: tuple[str, ...]
    body: str
    result: str


@cache
def way_text(way: Callable[..., object]) -> WayText:
    """Take a way's source apart. Raises `ValueError` where it does not end with its only return."""
    return _take_apart(dedent(inspect.getsource(way)))


def marked(way: WayText, bound: Mapping[str, str], mark: str) -> WayText:
    """The same way with `bound` names called otherwise and the mark behind every other name of its own."""
    analysis = analyse(_as_function(way))
    edits: list[tuple[int, int, str]] = []
    for binding, spans in plan_renaming(analysis).spans.items():
        if binding.scope is not analysis.module and binding.name != "_":  # which nobody reads
            is_outermost = binding.scope.parent is analysis.module
            new = bound.get(binding.name) if is_outermost else None
            edits += [(start, end, new or f"{binding.name}{mark}") for start, end in spans]
    return _take_apart(replace_spans(analysis.tree, edits))


@cache
def changes_inputs(kernel: LoadedKernel, way: Callable[..., Value]) -> bool:
    """Whether a way changes its arguments in place, tried on a few inputs."""
    for seed in range(3):
        values = kernel.generate(Random(seed), kernel.kernel.sizes[1])
        kept = copy.deepcopy(values)
        way(*values)
        if values != kept:
            return True
    return False


@cache
def rebound_parameters(way: WayText) -> frozenset[str]:
    """Parameters whose name the way's body gives to something else."""
    analysis = analyse(_as_function(way))
    function = next(scope for scope in analysis.scopes if scope.parent is analysis.module)
    return frozenset(name for name in way.parameters if len(function.bindings[name].stores) > 1)


def indented(text: str, by: str = "    ") -> str:
    """Every line that is not empty moved to the right."""
    return "".join(by + line if line.strip() else line for line in text.splitlines(keepends=True))


def _as_function(way: WayText) -> str:
    lines = "".join(f"{line}\n" for line in way.imports) + way.body
    return f"def way({', '.join(way.parameters)}):\n{indented(lines)}    return {way.result}\n"


def _take_apart(source: str) -> WayText:
    function = ast.parse(source).body[0]
    if not isinstance(function, ast.FunctionDef) or not isinstance(function.body[-1], ast.Return):
        raise ValueError(f"a way must be a function that ends with its return:\n{source}")
    lines = source.splitlines(keepends=True)
    last = function.body[-1]
    assert last.value is not None
    result = ast.get_source_segment(source, last.value) or ""
    imports: list[str] = []
    dropped: set[int] = set()
    for statement in function.body:
        if not isinstance(statement, (ast.Import, ast.ImportFrom)):
            break
        imports.append(ast.unparse(statement))
        dropped |= set(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))
    kept = [
        line
        for number, line in enumerate(lines, 1)
        if _header_end(lines, function) < number < last.lineno and number not in dropped
    ]
    body = dedent("".join(kept)).strip("\n")
    multi_line = f"({result})" if "\n" in result else result
    parameters = tuple(argument.arg for argument in function.args.args)
    return WayText(function.name, parameters, tuple(imports), f"{body}\n" if body else "", multi_line)


def _header_end(lines: list[str], function: ast.FunctionDef) -> int:
    """The line of the header's colon: comments after it belong to the body."""
    number = function.lineno
    while not lines[number - 1].split("#")[0].rstrip().endswith(":"):
        number += 1
    return number
