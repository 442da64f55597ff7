"""What a kernel is: a small computation with several implementations ("ways") of different cost.

A kernel is a module of `ecode.corpus.library`. It defines `KERNEL` (a `Kernel`), `generate(rng, size)` (the values of
the inputs, in their order) and `WAYS` (plain functions of these inputs, the costliest first, each with one `return` at
its very end; a tuple of functions stands for ways of about equal cost). The synthesiser takes the ways' bodies apart
and writes them inline; it never calls them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from types import ModuleType
from typing import Any, ClassVar

Value = Any
"""int, str, bool, or lists of these, lists of rows: what the slots below stand for."""


@dataclass(frozen=True, slots=True)
class Int:
    """One integer."""

    name: str
    low: int = 0
    high: int = 10**9
    type_name: ClassVar[str] = "int"


@dataclass(frozen=True, slots=True)
class Ints:
    """A list of at least `shortest` integers. `order`: any, sorted, distinct, increasing (sorted and distinct) or
    permutation (of 1..n)."""

    name: str
    low: int = 0
    high: int = 10**9
    shortest: int = 1
    order: str = "any"
    type_name: ClassVar[str] = "ints"


@dataclass(frozen=True, slots=True)
class Str:
    """One word over `alphabet`, without blanks."""

    name: str
    alphabet: str = "abcdefghijklmnopqrstuvwxyz"
    shortest: int = 1
    type_name: ClassVar[str] = "str"


@dataclass(frozen=True, slots=True)
class Strs:
    """A list of words, none empty, without blanks."""

    name: str
    alphabet: str = "abcdefghijklmnopqrstuvwxyz"
    shortest: int = 1
    type_name: ClassVar[str] = "strs"


@dataclass(frozen=True, slots=True)
class Lines:
    """A list of lines of text (words separated by single blanks), none empty; `form` says what a line holds."""

    name: str
    form: str = "words separated by single spaces"
    shortest: int = 1
    type_name: ClassVar[str] = "lines"


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of tuples of integers, one for each of `columns`: edges, intervals, queries, points, records."""

    name: str
    columns: tuple[str, ...]
    low: int = 0
    high: int = 10**9
    shortest: int = 0
    type_name: ClassVar[str] = "rows"


@dataclass(frozen=True, slots=True)
class Grid:
    """A list of equally long strings over `alphabet`."""

    name: str
    alphabet: str = ".#"
    type_name: ClassVar[str] = "grid"


@dataclass(frozen=True, slots=True)
class Matrix:
    """A list of equally long lists of integers."""

    name: str
    low: int = -(10**9)
    high: int = 10**9
    type_name: ClassVar[str] = "matrix"


@dataclass(frozen=True, slots=True)
class Bool:
    """A yes or no; only as an output."""

    name: str
    type_name: ClassVar[str] = "bool"


Slot = Int | Ints | Str | Strs | Lines | Rows | Grid | Matrix
Output = Int | Ints | Str | Strs | Rows | Grid | Matrix | Bool


@dataclass(frozen=True, slots=True)
class Kernel:
    """The description of a kernel. `statement` names the inputs as `$a$`, `$k$`; `output_text` ends the sentence
    "Print ..."; `sizes` are the knob of `generate` for small, medium and large inputs."""

    title: str
    statement: str
    inputs: tuple[Slot, ...]
    output: Output
    output_text: str
    tags: tuple[str, ...]
    difficulty: int
    sizes: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class LoadedKernel:
    """A kernel with its name, generator and ways, as found in its module: `tiers` by cost, the costliest first."""

    name: str
    kernel: Kernel
    generate: Callable[[Random, int], tuple[Value, ...]]
    tiers: tuple[tuple[Callable[..., Value], ...], ...]

    @property
    def ways(self) -> tuple[Callable[..., Value], ...]:
        return tuple(way for tier in self.tiers for way in tier)


@cache
def kernels() -> dict[str, LoadedKernel]:
    """All kernels by name (their module's, with hyphens), in alphabetical order."""
    package = importlib.import_module("ecode.corpus.library")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    loaded = (_load(importlib.import_module(f"ecode.corpus.library.{name}")) for name in names)
    return {kernel.name: kernel for kernel in loaded}


def _load(module: ModuleType) -> LoadedKernel:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    tiers = tuple(entry if isinstance(entry, tuple) else (entry,) for entry in module.WAYS)
    return LoadedKernel(name, module.KERNEL, module.generate, tiers)
