"""How a problem's input and output look: the order of lines, where counts stand, what the statement says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from random import Random

from ecode.corpus.kernel import Bool, Grid, Int, Ints, Lines, Matrix, Output, Rows, Slot, Str, Strs, Value

_SIZE_NAMES = ("n", "m", "q", "h", "w", "c", "d", "p", "s", "u", "v")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the input: its slot and the name that the statement gives it."""

    slot: Slot
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to read. `kind` is one of

    ints (a line of single integers, `names`), int_line (a list), int_column, word, word_line, word_column, text_column,
    row_column, grid_column, matrix_column. A column has as many lines as the variable `count` says.
    """

    kind: str
    names: tuple[str, ...]
    count: str = ""
    columns: int = 0


@dataclass(frozen=True, slots=True)
class InputLayout:
    """What stands where. `by_tokens` says that a reader may ignore the line breaks."""

    fields: tuple[Field, ...]
    steps: tuple[Step, ...]
    sizes: dict[str, tuple[str, ...]]
    """For each sequence field, the names of its sizes: ("n",) or ("h", "w")."""

    @property
    def by_tokens(self) -> bool:
        return all(
            step.kind not in ("int_line", "word_line", "text_column") or step.count for step in self.steps
        ) and all(step.kind != "text_column" for step in self.steps)


def draw_layout(rng: Random, fields: Sequence[Field]) -> InputLayout:
    """A layout for these fields: sizes and single integers all on the first line, or each before what it counts."""
    sizes = _size_names(fields)
    joined = rng.random() < 0.5
    column = rng.random() < 0.2
    bare = not joined and rng.random() < 0.25  # lists on one line need no count before them
    steps: list[Step] = []
    if joined:
        head = [name for field in fields for name in (sizes.get(field.name) or _if_int(field))]
        if head:
            steps.append(Step("ints", tuple(head)))
    for field in fields:
        steps += _steps_of(field, sizes.get(field.name, ()), joined, column, bare)
    return InputLayout(tuple(fields), tuple(steps), sizes)


def _if_int(field: Field) -> tuple[str, ...]:
    return (field.name,) if isinstance(field.slot, Int) else ()


def _size_names(fields: Sequence[Field]) -> dict[str, tuple[str, ...]]:
    taken = {field.name for field in fields}
    names = chain(_SIZE_NAMES, (f"n{number}" for number in count(1)))
    free = (name for name in names if name not in taken)
    sizes: dict[str, tuple[str, ...]] = {}
    for field in fields:
        if isinstance(field.slot, (Grid, Matrix)):
            sizes[field.name] = (next(free), next(free))
        elif not isinstance(field.slot, (Int, Str)):
            sizes[field.name] = (next(free),)
    return sizes


def _steps_of(field: Field, sizes: tuple[str, ...], joined: bool, column: bool, bare: bool) -> list[Step]:
    name, slot = field.name, field.slot
    head = [] if joined or not sizes else [Step("ints", sizes)]
    match slot:
        case Int():
            return [] if joined else [Step("ints", (name,))]
        case Str():
            return [Step("word", (name,))]
        case Ints():
            if bare:
                return [Step("int_line", (name,))]
            return [*head, Step("int_column" if column else "int_line", (name,), sizes[0])]
        case Strs():
            return [*head, Step("word_column" if column else "word_line", (name,), sizes[0])]
        case Lines():
            return [*head, Step("text_column", (name,), sizes[0])]
        case Rows():
            return [*head, Step("row_column", (name,), sizes[0], len(slot.columns))]
        case Grid():
            return [*head, Step("grid_column", (name,), sizes[0])]
        case Matrix():
            return [*head, Step("matrix_column", (name,), sizes[0])]


def write_input(layout: InputLayout, values: Sequence[Value]) -> str:
    """The text of one case."""
    known: dict[str, Value] = {field.name: value for field, value in zip(layout.fields, values, strict=True)}
    for field in layout.fields:
        names, value = layout.sizes.get(field.name, ()), known[field.name]
        known |= dict(zip(names, (len(value), len(value[0]) if len(names) > 1 else 0) if names else (), strict=False))
    return "".join(_lines_of(step, known) for step in layout.steps)


def _lines_of(step: Step, known: dict[str, Value]) -> str:
    value = known[step.names[0]]
    match step.kind:
        case "ints":
            return " ".join(str(known[name]) for name in step.names) + "\n"
        case "int_line" | "word_line":
            return " ".join(map(str, value)) + "\n"
        case "word":
            return f"{value}\n"
        case "row_column" | "matrix_column":
            return "".join(" ".join(map(str, row)) + "\n" for row in value)
        case _:
            return "".join(f"{line}\n" for line in value)


def describe_input(layout: InputLayout) -> str:
    """The input section of the statement."""
    sentences = [_sentence(step, layout) for step in layout.steps]
    return " ".join(sentence for sentence in sentences if sentence)


def _sentence(step: Step, layout: InputLayout) -> str:
    slots = {field.name: field.slot for field in layout.fields}
    meanings = {
        size: f"the number of {('rows', 'columns')[place]} of ${name}$" if len(sizes) > 1 else f"the length of ${name}$"
        for name, sizes in layout.sizes.items()
        for place, size in enumerate(sizes)
    }
    name = step.names[0]
    slot = slots.get(name)
    if step.kind == "ints":
        listed = ", ".join(
            f"${n}$" + (f" ({_range(slots[n])})" if n in slots else f" ({meanings[n]})") for n in step.names
        )
        return f"A line holds {'the integer' if len(step.names) == 1 else 'the integers'} {listed}."
    if step.kind == "word":
        return f"A line holds the word ${name}$ over the characters `{_alphabet(slot)}`."
    if step.kind in ("int_line", "word_line"):
        count = f"the ${step.count}$" if step.count else "the"
        what = f"integers of ${name}$ ({_range(slot)})" if isinstance(slot, Ints) else f"words of ${name}$"
        return f"A line holds {count} {what}, separated by spaces."
    what = {
        "int_column": f"one integer of ${name}$ ({_range(slot)})",
        "word_column": f"one word of ${name}$",
        "text_column": f"one entry of ${name}$: {slot.form if isinstance(slot, Lines) else ''}",
        "row_column": f"a row of ${name}$: {', '.join(f'${c}$' for c in slot.columns) if isinstance(slot, Rows) else ''} ({_range(slot)})",
        "grid_column": f"a row of the grid ${name}$, characters `{_alphabet(slot)}`",
        "matrix_column": f"a row of the matrix ${name}$ ({_range(slot)})",
    }[step.kind]
    return f"Each of the next ${step.count}$ lines holds {what}."


def _range(slot: Slot | None) -> str:
    if isinstance(slot, (Int, Ints, Rows, Matrix)):
        order = {
            "any": "",
            "sorted": ", sorted",
            "distinct": ", all different",
            "increasing": ", increasing",
            "permutation": ", a permutation",
        }
        return f"{slot.low} to {slot.high}" + (order[slot.order] if isinstance(slot, Ints) else "")
    return ""


def _alphabet(slot: Slot | None) -> str:
    return slot.alphabet if isinstance(slot, (Str, Strs, Grid)) else ""


@dataclass(frozen=True, slots=True)
class OutputLayout:
    """How results are printed. `across` puts lists on one line; `words` are those for yes and no."""

    across: bool
    words: tuple[str, str]


def draw_output(rng: Random) -> OutputLayout:
    words = rng.choice([("YES", "NO"), ("Yes", "No"), ("yes", "no"), ("true", "false"), ("1", "0")])
    return OutputLayout(rng.random() < 0.7, words)


def write_output(output: Output, layout: OutputLayout, value: Value) -> str:
    """What a program prints for one result."""
    match output:
        case Int() | Str():
            return f"{value}\n"
        case Bool():
            return f"{layout.words[0] if value else layout.words[1]}\n"
        case Ints() | Strs():
            return " ".join(map(str, value)) + "\n" if layout.across else "".join(f"{item}\n" for item in value)
        case Rows() | Matrix():
            return "".join(" ".join(map(str, row)) + "\n" for row in value)
        case Grid():
            return "".join(f"{line}\n" for line in value)


def describe_output(output: Output, layout: OutputLayout, text: str) -> str:
    """One sentence of the output section."""
    match output:
        case Bool():
            return f"Print `{layout.words[0]}` or `{layout.words[1]}`: {text}."
        case Ints() | Strs():
            return f"Print {text}, " + ("on one line, separated by spaces." if layout.across else "one on each line.")
        case Rows() | Matrix() | Grid():
            return f"Print {text}, one row on each line."
        case _:
            return f"Print {text}."
