"""What a rewrite is, and the one way to apply it.

A rewrite turns one piece of code into another that is meant to print the same. It proposes *sites*, places where it
fires, so that the search can also apply it at some of them only. Rewrites may be speculative (the tests decide), but
what they produce always parses, and names always keep their meaning.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar, Literal

import libcst as cst

from ecode.rewrite.program import Program
from ecode.syntax.strict import parsed

Direction = Literal["faster", "slower"]


@dataclass(frozen=True, slots=True)
class Example:
    """A program before and after a rewrite: documentation and test at once.

    `stdin` feeds both when the tests run them; they must print the same.
    """

    before: str
    after: str
    stdin: str = ""


class Sites:
    """Counts the places where a rewrite could fire and says at which of them it should."""

    def __init__(self, chosen: Collection[int] | None = None) -> None:
        self._chosen = None if chosen is None else frozenset(chosen)
        self.found = 0
        self.taken = 0
        self.doubtful = 0
        """How many of the sites taken are not proven to print the same."""

    def take(self, *, proven: bool = False) -> bool:
        """Register the next site; True when the rewrite should fire there.

        `proven` says of a speculative rewrite that at this site it prints the same on every input.
        """
        index = self.found
        self.found += 1
        if self._chosen is not None and index not in self._chosen:
            return False
        self.taken += 1
        self.doubtful += not proven
        return True


class Rewrite(ABC):
    """One rule. Subclasses give `name`, `reason`, `examples` and `rewrite`."""

    name: ClassVar[str]
    """Kebab-case, unique in the catalogue."""
    reason: ClassVar[str]
    """One sentence: why the result is faster (or slower)."""
    direction: ClassVar[Direction] = "faster"
    changes_cost_class: ClassVar[bool] = False
    """True where it turns, say, a quadratic program into a linear one."""
    speculative: ClassVar[bool] = False
    """True where it may change what is printed on some inputs, or often be slower: tests and clock decide.

    A site may still be proven: see `Sites.take`.
    """
    examples: ClassVar[tuple[Example, ...]]

    @abstractmethod
    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        """Return the module with every taken site rewritten; the module itself where there is none."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The outcome of one application: new source, the rewrite's name, how many sites there were and were taken.

    `speculative` is True where it is not proven to print the same on every input.
    """

    source: str
    name: str
    sites_found: int
    sites_taken: int
    speculative: bool = False


class RewriteBug(Exception):
    """A rewrite broke, or produced code that does not parse. Never the user's fault; the search drops the candidate."""


def apply_rewrite(rewrite: Rewrite, source: str | Program, only: Collection[int] | None = None) -> Rewritten | None:
    """Apply `rewrite` to `source` (parsed already, perhaps) at all sites, or `only` at those numbered.

    None where nothing changes.

    Raises `RewriteBug` when the rewrite breaks or its result does not parse, and `libcst.ParserSyntaxError` when
    `source` does not.
    """
    program = Program.parse(source) if isinstance(source, str) else source
    sites = Sites(only)
    try:
        result = rewrite.rewrite(program, sites).code
    except Exception as error:
        raise RewriteBug(f"{rewrite.name} broke on this program: {type(error).__name__}: {error}") from error
    if not sites.taken or result == program.module.code:
        return None
    try:
        parsed(result)
    except SyntaxError as error:
        raise RewriteBug(f"{rewrite.name} produced code that does not parse: {error}") from error
    speculative = rewrite.speculative and sites.doubtful > 0
    return Rewritten(result, rewrite.name, sites.found, sites.taken, speculative)
