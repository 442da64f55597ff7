"""Scopes, bindings and occurrences of names: which name means what by Python's rules, in whole and broken source."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass, field

from ecode.syntax.parse import Tree

BUILTINS = frozenset(dir(builtins)) - {"_"} | {"exit", "quit", "copyright", "credits", "license"}
PYTHON2_BUILTINS = frozenset(
    {"apply", "basestring", "buffer", "cmp", "coerce", "execfile", "file", "intern"}
    | {"long", "raw_input", "reduce", "reload", "unichr", "unicode", "xrange"}
)

READS = frozenset({"load", "global", "nonlocal"})
"""Kinds of occurrences that bind nothing."""


@dataclass(slots=True, eq=False)
class Occurrence:
    """One place where a name stands. `start` and `end` are bytes.

    `kind` is `load`, `global`, `nonlocal` or a way to bind: `assign augmented annotated param for with except import
    def class walrus del match type`, and `free` for what broken source leaves undefined.
    """

    name: str
    start: int
    end: int
    kind: str
    scope: Scope
    top_end: int = 0
    """Not 0 for an unconditional store at module level: where the value ends that is computed before it."""
    value: str = ""
    """What is assigned, as one word where that is plain: the name of a called function, `list`, `dict`, `set`."""
    binding: Binding | None = None


@dataclass(slots=True, eq=False)
class Binding:
    """A name in the scope that owns it, with all its occurrences in the order of the text."""

    name: str
    scope: Scope
    occurrences: list[Occurrence] = field(default_factory=list)

    @property
    def stores(self) -> list[Occurrence]:
        """The occurrences that bind the name."""
        return [o for o in self.occurrences if o.kind not in READS]

    @property
    def kinds(self) -> set[str]:
        """The ways in which it is bound."""
        return {o.kind for o in self.occurrences if o.kind not in READS}


@dataclass(slots=True, eq=False)
class Scope:
    """`kind` is `module`, `function`, `lambda`, `class` or `comprehension`; `start` is the byte where it begins."""

    kind: str
    parent: Scope | None
    start: int = 0
    bindings: dict[str, Binding] = field(default_factory=dict)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)

    def lookup_path(self, name: str) -> Iterator[Scope]:
        """The scopes that Python asks, in turn, for a name used here; class scopes further out are blind spots."""
        scope: Scope | None = self
        while scope is not None:
            if scope is self or scope.kind != "class":
                yield scope
            if name in scope.global_names:
                scope = scope.module
                if scope is not self:
                    yield scope
                return
            scope = scope.parent

    @property
    def module(self) -> Scope:
        """The outermost scope."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    @property
    def owner(self) -> Scope:
        """The nearest scope that is no comprehension: where a walrus binds."""
        scope = self
        while scope.kind == "comprehension" and scope.parent is not None:
            scope = scope.parent
        return scope


@dataclass(slots=True, eq=False)
class Function:
    """A def statement (or a lambda with a name) and what calls of it can see."""

    name: Occurrence | None
    scope: Scope
    start: int
    end: int
    parameters: tuple[str, ...] = ()
    by_position: frozenset[str] = frozenset()
    decorators: tuple[str, ...] = ()
    """Each as `name` or `module.name`; `?` for anything that is no such name or call of one."""


@dataclass(slots=True, eq=False)
class ClassStatement:
    """A class statement; `bases` like `Function.decorators`, a keyword as `?`."""

    name: Occurrence | None
    scope: Scope
    bases: tuple[str, ...]
    decorators: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Call:
    """A call, or the brackets of a class statement (then `callee` is None and `attribute` empty)."""

    scope: Scope
    start: int
    callee: Occurrence | None
    """Where the function is a plain name."""
    attribute: str
    """The last part of a dotted function, else empty."""
    owner: str
    """The name before the attribute, where that is one plain name."""
    keywords: list[Occurrence]
    has_stars: bool
    arguments: int
    first: str
    """The first argument's text where that is a string literal, else empty."""


@dataclass(slots=True, eq=False)
class Import:
    """One imported module with the name taken from it (empty for the module itself, `*` for all)."""

    module: str
    name: str
    start: int


@dataclass(slots=True, eq=False)
class Analysis:
    """Everything that was found in one source."""

    tree: Tree
    module: Scope
    scopes: list[Scope]
    occurrences: list[Occurrence]
    functions: list[Function]
    classes: list[ClassStatement]
    calls: list[Call]
    imports: list[Import]
    attributes: list[Occurrence]
    """Attribute names and others that belong to no scope (`kind` says which)."""
    debug_strings: list[int]
    """Where an f-string shows its own source: `{x=}`."""

    @property
    def bindings(self) -> list[Binding]:
        """In the order of their first appearance."""
        found = [binding for scope in self.scopes for binding in scope.bindings.values()]
        return sorted(found, key=lambda binding: binding.occurrences[0].start)


def is_builtin(occurrence: Occurrence | None, *names: str) -> bool:
    """Whether the occurrence is free and means the builtin of that name (one of `names`, if given)."""
    if occurrence is None or occurrence.binding is not None:
        return False
    return occurrence.name in names if names else occurrence.name in BUILTINS


def look_up(name: str, scope: Scope) -> Binding | None:
    """What a name means when it is read in a scope; None where it is free."""
    for step in scope.lookup_path(name):
        if name in step.bindings:
            return step.bindings[name]
    return None


def is_imported(word: str, scope: Scope, names: frozenset[str]) -> bool:
    """Whether `name` or `module.name` ends in one of `names` and was imported (or is not defined here at all)."""
    found = look_up(word.partition(".")[0], scope)
    return word.rpartition(".")[2] in names and (found is None or found.kinds == {"import"})
