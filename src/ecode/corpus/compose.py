"""Puts a program together: reading, the ways of the chain inline, glue, printing, in one person's hand.

Inputs, sizes and results first get a mark each, and all other names of the ways another, so that parts cannot disturb
each other; what is only used within a way may share its name with another way's. At the end `syntax.restore` takes the
marks off again, wherever that causes no capture.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from ecode.corpus.chain import Chain
from ecode.corpus.kernel import Int, Matrix, Slot, Str, Value
from ecode.corpus.layout import InputLayout, OutputLayout
from ecode.corpus.naming import rename_all
from ecode.corpus.person import FAST, Person, dead_code, needless_steps, remark
from ecode.corpus.printing import printing_code
from ecode.corpus.reading import draw_reader, reading_code
from ecode.corpus.way import WayText, changes_inputs, indented, marked, rebound_parameters, way_text
from ecode.syntax.binder import analyse
from ecode.syntax.restore import give_names

MARK = "__of"


@dataclass(frozen=True, slots=True)
class Form:
    """What all programs of a problem share: its chain, its input and output, and whether test cases are counted."""

    chain: Chain
    layout: InputLayout
    output: OutputLayout
    cases: bool


def compose(rng: Random, form: Form, tiers: Sequence[int], person: Person) -> str:
    """One program. `tiers` says for each link of the chain which tier of cost its way is taken from."""
    pairs = zip(form.chain.links, tiers, strict=True)
    return compose_ways(rng, form, [rng.choice(link.kernel.tiers[tier]) for link, tier in pairs], person)


def compose_ways(rng: Random, form: Form, chosen: Sequence[Callable[..., Value]], person: Person) -> str:
    """One program of these ways, one for each link."""
    names = _variables(form, [way_text(way) for way in chosen])
    fast = person.skill == FAST
    reading = reading_code(draw_reader(rng, form.layout, fast=fast), form.layout, names)
    kinds = {names[field.name]: field.slot.type_name for field in form.layout.fields}
    parts = [remark(rng, person, "read") + reading.case + needless_steps(rng, person, kinds)]
    results: list[str] = []
    imports = list(reading.imports)
    for number, way in enumerate(chosen):
        piece = _Piece(form.chain, number, way, names, results)
        parts.append(remark(rng, person, "solve") + piece.code(rng, person))
        results.append(piece.result)
        imports += piece.text.imports
    parts.append(remark(rng, person, "print") + _printing(rng, form, results, fast))
    body = ("\n" if person.blank_lines else "").join(parts)
    if form.cases:
        body = f"for case{MARK}c in range({reading.one_int}):\n{indented(body)}"
    setup = reading.setup.replace("pos = 0", "pos = 1") if form.cases else reading.setup
    unused, definitions = dead_code(rng, person)
    return _finished(rng, person, [*unused, *imports], definitions, setup + body)


def _variables(form: Form, ways: Sequence[WayText]) -> dict[str, str]:
    """Fields and sizes -> marked variables. A field is called as its first reader calls it."""
    names: dict[str, str] = {}
    for link, way in zip(form.chain.links, ways, strict=True):
        for parameter, origin in zip(way.parameters, link.origins, strict=True):
            if origin.field:
                names.setdefault(origin.field, f"{parameter}{MARK}f_{origin.field}")
    for field, sizes in form.layout.sizes.items():
        names |= {size: f"{size}{MARK}s" for size in sizes}
        if len(sizes) > 1:
            names[f"{field}.width"] = names[sizes[1]]
    return names


class _Piece:
    """One link's way, fitted into the program; `result` is the variable that holds what it gives."""

    def __init__(
        self, chain: Chain, number: int, way: Callable[..., Value], names: dict[str, str], results: Sequence[str]
    ) -> None:
        link = chain.links[number]
        needed = {origin.field for later in chain.links[number + 1 :] for origin in later.origins}
        text = way_text(way)
        spoilt = text.parameters if changes_inputs(link.kernel, way) else rebound_parameters(text)
        own = f"{MARK}{number}"  # what later parts still need must not be shared
        bound = {text.result: f"{text.result}{own}"} if text.result.isidentifier() else {}
        self._head = ""
        for parameter, origin, slot in zip(text.parameters, link.origins, link.kernel.kernel.inputs, strict=True):
            if origin.field and not (parameter in spoilt and origin.field in needed):
                bound[parameter] = names[origin.field]
                continue
            source = names[origin.field] if origin.field else results[origin.link]
            value = origin.glue.code(source) if origin.glue else _copied(slot, source)
            bound.setdefault(parameter, f"{parameter}{own}p")
            self._head += f"{bound[parameter]} = {value}\n"
        self.text = marked(text, bound, f"{MARK}w")
        self.result = self.text.result if self.text.result.isidentifier() else f"{link.kernel.kernel.output.name}{own}r"

    def code(self, rng: Random, person: Person) -> str:
        body = without_comments(self.text.body) if person.comments == "drop" else self.text.body
        closing = "" if self.result == self.text.result else f"{self.result} = {self.text.result}\n"
        return self._head + body + closing


def _copied(slot: Slot, name: str) -> str:
    if isinstance(slot, (Int, Str)):
        return name
    return f"[row[:] for row in {name}]" if isinstance(slot, Matrix) else f"{name}[:]"


def _printing(rng: Random, form: Form, results: Sequence[str], fast: bool) -> str:
    code = ""
    for number, output in zip(form.chain.printed, form.chain.outputs, strict=True):
        code += printing_code(rng, output, form.output, results[number], fast=fast)
    return code


def _finished(rng: Random, person: Person, imports: Sequence[str], definitions: str, code: str) -> str:
    """The parts in order, wrapped in main() for those who do, with names as the person chooses them."""
    top = "".join(f"{line}\n" for line in dict.fromkeys(imports))
    if person.main:
        closing = rng.choice(("main()\n", 'if __name__ == "__main__":\n    main()\n'))
        text = f"{top}\n\n{definitions}def main():\n{indented(code)}\n\n{closing}"
    else:
        text = f"{top}{chr(10) if top else ''}{definitions}{code}"
    unmarked = {b.name: b.name.partition(MARK)[0] for b in analyse(text).bindings if MARK in b.name}
    text = give_names(text, unmarked)
    return text if person.scheme == "own" else rename_all(rng, text, person.scheme)


def without_comments(code: str) -> str:
    """The code without its comments; lines that held nothing else go too."""
    lines = code.splitlines(keepends=True)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, IndentationError):
        return code
    for token in reversed(tokens):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            kept = lines[row - 1][:column].rstrip()
            lines[row - 1] = f"{kept}\n" if kept else ""
    return "".join(lines)
