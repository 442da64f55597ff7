"""Code that reads a problem's input, as different people write it: line by line, by tokens, with or without loops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from ecode.corpus.layout import InputLayout, Step


@dataclass(frozen=True, slots=True)
class Reader:
    """How a person reads. `mode` is input, readline, alias (`input = sys.stdin.readline`), pointer or iterator."""

    mode: str
    comprehensions: bool
    mapped: bool
    index: str
    line: str

    @property
    def by_tokens(self) -> bool:
        return self.mode in ("pointer", "iterator")


@dataclass(frozen=True, slots=True)
class ReadingCode:
    """`setup` runs once, `case` for each test case."""

    imports: tuple[str, ...]
    setup: str
    case: str
    one_int: str
    """An expression that reads a single integer on its own line (or the next token)."""


LINE_MODES = ("input", "input", "input", "readline", "alias")
TOKEN_MODES = ("pointer", "iterator")


def draw_reader(rng: Random, layout: InputLayout, *, fast: bool = False) -> Reader:
    """`fast` draws one that costs little."""
    modes: tuple[str, ...] = ("alias", "readline") if fast else LINE_MODES
    if layout.by_tokens:
        modes += TOKEN_MODES
    comprehensions = fast or rng.random() < 0.6
    return Reader(
        rng.choice(modes),
        comprehensions,
        fast or rng.random() < 0.6,
        rng.choice(("i", "_", "row", "t", "k")),
        rng.choice(("line", "s", "parts")),
    )


def reading_code(reader: Reader, layout: InputLayout, names: Mapping[str, str]) -> ReadingCode:
    """The code for a layout; `names` says what the fields and sizes are called in this program."""
    if reader.by_tokens:
        return _TokenReading(reader, names).code(layout)
    return _LineReading(reader, names).code(layout)


class _LineReading:
    """Statements that read one line after the other."""

    def __init__(self, reader: Reader, names: Mapping[str, str]) -> None:
        self._reader = reader
        self._names = names
        source = {"input": "input()", "readline": "sys.stdin.readline()", "alias": "input()"}[reader.mode]
        self._line = source
        self._text = source if reader.mode == "input" else f"{source}.strip()"

    def code(self, layout: InputLayout) -> ReadingCode:
        imports = () if self._reader.mode == "input" else ("import sys",)
        setup = "input = sys.stdin.readline\n" if self._reader.mode == "alias" else ""
        case = "".join(self._step(step) for step in layout.steps)
        return ReadingCode(imports, setup, case, f"int({self._line})")

    def _step(self, step: Step) -> str:
        targets = [self._names[name] for name in step.names]
        if step.kind == "ints":
            return self._integers(targets)
        if step.kind == "int_line":
            return f"{targets[0]} = {self._int_list(f'{self._line}.split()')}\n"
        if step.kind == "word_line":
            return f"{targets[0]} = {self._line}.split()\n"
        if step.kind == "word":
            return f"{targets[0]} = {self._text}\n"
        element = {
            "int_column": f"int({self._line})",
            "row_column": self._row(),
            "matrix_column": self._int_list(f"{self._line}.split()"),
        }.get(step.kind, self._text)
        return self._column(targets[0], self._names[step.count], element)

    def _integers(self, targets: list[str]) -> str:
        if len(targets) == 1:
            return f"{targets[0]} = int({self._line})\n"
        if self._reader.mapped:
            return f"{', '.join(targets)} = map(int, {self._line}.split())\n"
        first = f"{self._reader.line} = {self._line}.split()\n"
        return first + "".join(f"{target} = int({self._reader.line}[{i}])\n" for i, target in enumerate(targets))

    def _int_list(self, parts: str) -> str:
        return f"list(map(int, {parts}))" if self._reader.mapped else f"[int(x) for x in {parts}]"

    def _row(self) -> str:
        parts = f"{self._line}.split()"
        return f"tuple(map(int, {parts}))" if self._reader.mapped else f"tuple([int(x) for x in {parts}])"

    def _column(self, target: str, count: str, element: str) -> str:
        index = self._reader.index
        if self._reader.comprehensions:
            return f"{target} = [{element} for _ in range({count})]\n"
        return f"{target} = []\nfor {index} in range({count}):\n    {target}.append({element})\n"


class _TokenReading:
    """Statements that take tokens from one big list."""

    def __init__(self, reader: Reader, names: Mapping[str, str]) -> None:
        self._reader = reader
        self._names = names
        self._pointer = reader.mode == "pointer"

    def code(self, layout: InputLayout) -> ReadingCode:
        if self._pointer:
            setup = "data = sys.stdin.read().split()\npos = 0\n"
            return ReadingCode(("import sys",), setup, self._by_pointer(layout), "int(data[0])")
        setup = "tokens = iter(sys.stdin.read().split())\n"
        case = "".join(self._by_iterator(step) for step in layout.steps)
        return ReadingCode(("import sys",), setup, case, "int(next(tokens))")

    def _by_iterator(self, step: Step) -> str:
        targets = [self._names[name] for name in step.names]
        if step.kind == "ints":
            return "".join(f"{target} = int(next(tokens))\n" for target in targets)
        if step.kind == "word":
            return f"{targets[0]} = next(tokens)\n"
        count = self._names[step.count]
        element = self._element(step, "int(next(tokens))", "next(tokens)")
        return f"{targets[0]} = [{element} for _ in range({count})]\n"

    def _element(self, step: Step, integer: str, word: str) -> str:
        if step.kind in ("int_line", "int_column"):
            return integer
        if step.kind == "row_column":
            return "(" + ", ".join([integer] * step.columns) + ("," if step.columns == 1 else "") + ")"
        if step.kind == "matrix_column":
            return f"[{integer} for _ in range({self._width(step)})]"
        return word

    def _width(self, step: Step) -> str:
        """A matrix's number of columns: the second of its sizes, read with the first."""
        return self._names[f"{step.names[0]}.width"]

    def _by_pointer(self, layout: InputLayout) -> str:
        return "".join(self._pointed(step) for step in layout.steps)

    def _pointed(self, step: Step) -> str:
        targets = [self._names[name] for name in step.names]
        if step.kind in ("ints", "word"):
            wrap: Callable[[str], str] = (lambda text: f"int({text})") if step.kind == "ints" else (lambda text: text)
            taken = "".join(
                f"{target} = {wrap(f'data[pos + {i}]' if i else 'data[pos]')}\n" for i, target in enumerate(targets)
            )
            return taken + f"pos += {len(targets)}\n"
        target, count = targets[0], self._names[step.count]
        if step.kind in ("int_line", "int_column"):
            values = (
                f"list(map(int, data[pos:pos + {count}]))"
                if self._reader.mapped
                else f"[int(x) for x in data[pos:pos + {count}]]"
            )
            return f"{target} = {values}\npos += {count}\n"
        if step.kind in ("word_line", "word_column", "grid_column"):
            return f"{target} = data[pos:pos + {count}]\npos += {count}\n"
        width = str(step.columns) if step.kind == "row_column" else self._width(step)
        kind = "tuple" if step.kind == "row_column" else "list"
        loop = f"for {self._reader.index} in range({count}):\n"
        return (
            f"{target} = []\n{loop}    {target}.append({kind}(map(int, data[pos:pos + {width}])))\n    pos += {width}\n"
        )
