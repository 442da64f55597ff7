"""The vocabulary of effects: which calls and methods change what, and how a change is described."""

from __future__ import annotations

from dataclasses import dataclass, field

from ecode.rewrite.analysis.kind import Kind
from ecode.rewrite.analysis.shapes import words
from ecode.rewrite.program import PURE_BUILTINS

READING_METHODS = words(
    """split rsplit splitlines strip lstrip rstrip join count index find rfind upper lower title swapcase get keys
    items values copy startswith endswith replace isdigit isalpha isupper islower isalnum format readline read readlines
    write flush bit_length most_common zfill encode decode union intersection difference issubset issuperset ljust
    rjust"""
)
"""Methods that leave their object alone (and what it holds)."""
CHANGING_METHODS = words(
    """append pop extend insert remove sort reverse clear add discard update popleft appendleft setdefault popitem
    rotate extendleft"""
)
CHANGING_CALLS = words(
    """heapq.heappush heapq.heappop heapq.heapify heapq.heapreplace heapq.heappushpop bisect.insort bisect.insort_left
    bisect.insort_right random.shuffle next setattr delattr"""
)
"""Functions that change their first argument."""
QUIET_MODULES = ("math.", "bisect.", "collections.", "itertools.", "string.", "time.", "sys.", "operator.", "copy.")
QUIET_BUILTINS = PURE_BUILTINS | {"print", "input", "iter", "exit", "quit", "type", "id", "hash", "open", "bytes"}
VALUE_CALLS = words(
    """len int abs min max sum str ord chr pow float round bool divmod bin hex oct math.gcd math.isqrt math.sqrt
    math.floor math.ceil math.log math.log2 math.log10 math.factorial math.comb"""
)
"""Calls whose answer is a value that nobody can change, and depends on nothing but the arguments."""
SCALARS = frozenset({"int", "bool", "float", "str"})


@dataclass(frozen=True, slots=True)
class Write:
    """A change inside the object that `depth` - 1 subscripts of the name `root` lead to."""

    root: str
    depth: int
    kind: Kind
    """Of the object that is changed."""
    private: bool
    """True when no other name leads to the object."""


@dataclass(slots=True)
class Effects:
    """What running some code may change: names, objects, or `anything`."""

    names: set[str] = field(default_factory=set)
    writes: set[Write] = field(default_factory=set)
    anything: bool = False

    def add(self, other: Effects) -> None:
        self.names |= other.names
        self.writes |= other.writes
        self.anything |= other.anything
