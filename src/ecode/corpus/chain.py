"""A chain of one to three kernels: where each takes its inputs from, and what the whole gives for given values."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from random import Random

from ecode.corpus.check import broken_promise
from ecode.corpus.kernel import Int, Ints, LoadedKernel, Output, Slot, Value
from ecode.corpus.layout import Field
from ecode.corpus.patience import patience

_NAMES = "abcdefghklmpqrstuvwxyz"
_DRAWS = 5
_PATIENCE_S = 3.0  # processor time of a way on a small or medium input, which takes it milliseconds


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an input comes from: a field of the problem's input, or the result of an earlier link through `glue`."""

    field: str = ""
    link: int = -1
    glue: Glue | None = None


@dataclass(frozen=True, slots=True)
class Glue:
    """Brings integers into `low..high`: `v % (high - low + 1) + low`; `whole` says that it works on a list."""

    low: int
    high: int
    whole: bool

    def __call__(self, value: Value) -> Value:
        size = self.high - self.low + 1
        return [v % size + self.low for v in value] if self.whole else value % size + self.low

    def code(self, name: str) -> str:
        """The expression for a variable's value."""
        size = self.high - self.low + 1
        formula = "{0} % " + str(size) + (f" + {self.low}" if self.low > 0 else f" - {-self.low}" if self.low else "")
        return f"[{formula.format('value')} for value in {name}]" if self.whole else formula.format(name)

    def text(self, name: str) -> str:
        """For the statement."""
        each = "each value $v$ of " if self.whole else ""
        size = self.high - self.low + 1
        shift = f" + {self.low}" if self.low > 0 else f" - {-self.low}" if self.low else ""
        variable = "v" if self.whole else name
        return f"{each}${name}$ replaced by $({variable} \\bmod {size}){shift}$"


@dataclass(frozen=True, slots=True)
class Link:
    """A kernel of the chain with the origins of its inputs, in their order."""

    kernel: LoadedKernel
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Links in order. `printed` are the links whose results the program prints."""

    links: tuple[Link, ...]
    fields: tuple[Field, ...]
    printed: tuple[int, ...]

    def generate(self, rng: Random, size: int) -> tuple[Value, ...]:
        """Values of the fields; `size` is 0, 1 or 2: small, medium, large."""
        values: dict[str, Value] = {}
        for link in self.links:
            drawn = link.kernel.generate(rng, link.kernel.kernel.sizes[size])
            for origin, value in zip(link.origins, drawn, strict=True):
                if origin.field:
                    values.setdefault(origin.field, value)
        return tuple(values[field.name] for field in self.fields)

    def results(self, values: Sequence[Value], size: int) -> list[Value]:
        """The printed results. Raises `Unsuitable` where a link's inputs break its promises, are longer than its slow
        ways were made for, or its ways disagree (asked on small and medium inputs only: slow ones take their time)."""
        known = {field.name: value for field, value in zip(self.fields, values, strict=True)}
        results: list[Value] = []
        for link in self.links:
            arguments = tuple(_value(origin, known, results) for origin in link.origins)
            usual = usual_lengths(link.kernel, size)
            too_long = any(_length(a) > 1.2 * u + 10 for a, u in zip(arguments, usual, strict=True))
            if too_long or broken_promise(link.kernel.kernel, arguments):
                raise Unsuitable(link.kernel.name)
            results.append(_agreed(link.kernel, arguments, doubt=size < 2))
        return [results[number] for number in self.printed]

    @property
    def outputs(self) -> list[Output]:
        return [self.links[number].kernel.kernel.output for number in self.printed]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(link.kernel.name for link in self.links)


class Unsuitable(Exception):
    """This chain cannot take these values."""


def _value(origin: Origin, known: dict[str, Value], results: Sequence[Value]) -> Value:
    if origin.field:
        return known[origin.field]
    value = results[origin.link]
    return origin.glue(value) if origin.glue else value


def _agreed(kernel: LoadedKernel, arguments: tuple[Value, ...], doubt: bool) -> Value:
    """The result on which all ways agree."""
    results = []
    for way in kernel.ways if doubt else kernel.ways[-1:]:
        try:
            with patience(_PATIENCE_S):
                results.append(way(*copy.deepcopy(arguments)))
        except Exception as error:  # an input outside the kernel's own promises: the chain is drawn again
            raise Unsuitable(kernel.name) from error
    if any(result != results[0] for result in results):
        raise Unsuitable(kernel.name)
    return results[0]


def draw_chain(rng: Random, kernels: Sequence[LoadedKernel], longest: int = 3) -> Chain:
    """A chain of up to `longest` kernels whose links fit together by type; values are checked when tests are made."""
    count = rng.choices(range(1, longest + 1), weights=(5, 3, 2)[:longest])[0]
    links: list[Link] = []
    fields: list[Field] = []
    piped: set[int] = set()
    for kernel in rng.sample(list(kernels), min(count, len(kernels))):
        origins = []
        for place, slot in enumerate(kernel.kernel.inputs):
            origin = _joined(rng, slot, place, kernel, links, fields) if links else None
            if origin is None:
                name = _field_name(slot.name, fields)
                fields.append(Field(slot, name))
                origin = Origin(field=name)
            elif not origin.field:
                piped.add(origin.link)
            origins.append(origin)
        links.append(Link(kernel, tuple(origins)))
    printed = tuple(n for n in range(len(links)) if n not in piped or rng.random() < 0.4)
    return Chain(tuple(links), tuple(fields), printed)


def _joined(
    rng: Random, slot: Slot, place: int, kernel: LoadedKernel, links: Sequence[Link], fields: Sequence[Field]
) -> Origin | None:
    """An earlier result or field of the same type for a kernel's only sequence; None for a field of its own."""
    same_type = [s for s in kernel.kernel.inputs if type(s) is type(slot)]
    if len(same_type) > 1 or rng.random() < 0.25:
        return None
    piped = [n for n, link in enumerate(links) if type(link.kernel.kernel.output) is type(slot)]
    if piped and len(kernel.kernel.inputs) == 1:
        return Origin(link=piped[-1], glue=_glue(slot, kernel.generate(Random(1), kernel.kernel.sizes[1])[place]))
    shared = [field for field in fields if type(field.slot) is type(slot) and not isinstance(slot, Int)]
    if shared and len(kernel.kernel.inputs) == 1:
        return Origin(field=rng.choice(shared).name)
    return None


def _glue(slot: Slot, usual: Value) -> Glue | None:
    """Into the range of the slot, and no further than the values that its kernel is usually given."""
    if isinstance(slot, Int):
        return Glue(slot.low, min(slot.high, max(slot.low + 1, usual)), whole=False)
    if isinstance(slot, Ints):
        return Glue(slot.low, min(slot.high, max(slot.low + 1, *usual)), whole=True)
    return None


@cache
def usual_lengths(kernel: LoadedKernel, size: int) -> tuple[int, ...]:
    """The longest of each argument that the kernel's generator gives at a size, of a few draws."""
    draws = [kernel.generate(Random(seed), kernel.kernel.sizes[size]) for seed in range(_DRAWS)]
    return tuple(max(map(_length, values)) for values in zip(*draws, strict=True))


def _length(value: Value) -> int:
    """How much there is of a value: elements of a list, cells of a grid or matrix, letters of a word."""
    if isinstance(value, int):
        return 1
    return sum(map(_length, value)) if isinstance(value, list) else len(value)


def _field_name(wanted: str, fields: Sequence[Field]) -> str:
    taken = {field.name for field in fields}
    others = chain(_NAMES, (f"a{number}" for number in count(1)))
    return wanted if wanted not in taken else next(name for name in others if name not in taken)
