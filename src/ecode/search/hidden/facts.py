"""Facts: short names for what holds of a number, a word, a list or the edges of a graph. Pure functions.

A fact maps to True or False; what the content is too small to decide is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

DIGITS = re.compile(r"-?[0-9]{1,1000}")
_FLOAT = re.compile(r"-?[0-9]{1,300}\.[0-9]{1,30}")
_CLOCK = re.compile(r"[0-9]{1,9}(?:[:./-][0-9]{1,9})+")
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_FEW = 4

CONSTANTS = ("first=", "last=", "sum=", "has=", "plus=")
"""Facts that are missing, not false, where they do not hold."""

Number = int | float
Facts = dict[str, bool]


def number(token: str) -> Number | None:
    """The value of an integer (leading zeros and all) or a plain decimal; None for anything else."""
    if DIGITS.fullmatch(token):
        return int(token)
    return float(token) if _FLOAT.fullmatch(token) else None


def sequence_facts(values: Sequence[Number]) -> Facts:
    """The properties of a list that can be said without its surroundings.

    A list too short, or in an order that could not show the difference, decides nothing.
    """
    distinct = set(values)
    facts = {f"first={values[0]}": True, f"last={values[-1]}": True, f"sum={sum(values)}": True}
    if len(distinct) <= _FEW:
        facts.update({f"has={value}": True for value in distinct})
    facts["even"], facts["odd"] = sum(values) % 2 == 0, sum(values) % 2 == 1
    facts["one"] = any(values)
    if len(values) < 2:
        return facts
    pairs = list(pairwise(values))
    unique = len(distinct) == len(values)
    facts["distinct"] = unique
    facts["perm0"] = unique and min(values) == 0 and max(values) == len(values) - 1
    facts["perm1"] = unique and min(values) == 1 and max(values) == len(values)
    facts["differ"] = all(a != b for a, b in pairs)
    facts["asc"] = all(a <= b for a, b in pairs)
    facts["desc"] = all(a >= b for a, b in pairs)
    facts["strict"] = facts["asc"] and unique
    facts["strict desc"] = facts["desc"] and unique
    for name, bounds in _POSITION_BOUNDS.items():
        holds = _within(values, bounds(len(values)))
        if not (holds and _within(values[::-1], bounds(len(values)))):
            facts[name] = holds
    return facts


_POSITION_BOUNDS: dict[str, Callable[[int], range]] = {
    "le index": lambda size: range(1, size + 1),
    "lt index": lambda size: range(size),
    "le rest": lambda size: range(size - 1, -1, -1),
}


def _within(values: Sequence[Number], bounds: range) -> bool:
    return all(value <= bound for value, bound in zip(values, bounds, strict=True))


def is_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a changed row keeps the order, the distinctness and the range of the row that it was."""
    pairs = [(a, b) for a, b in zip(map(number, old), map(number, new), strict=True) if None not in (a, b)]
    before, after = [a for a, _ in pairs if a is not None], [b for _, b in pairs if b is not None]
    if not before or len(before) != len(old):
        return True
    changed = sequence_facts(after)
    kept = (name for name, holds in sequence_facts(before).items() if holds and name not in ("even", "odd"))
    in_range = len(old) < 2 or (min(before) <= min(after) and max(after) <= max(before))
    return in_range and all(changed.get(name, True) for name in kept if not name.startswith(CONSTANTS))


def relation_facts(value: int, outer: dict[str, int], own: dict[str, int]) -> Facts:
    """How a number stands to those of earlier lines (`outer`) and to the others of its line (`own`)."""
    facts = {"even": value % 2 == 0, "odd": value % 2 == 1, "pow2": value > 0 and value & (value - 1) == 0}
    for name, other in (outer | own).items():
        facts["<" + name] = value < other
        facts["<=" + name] = value <= other
        facts["2<=" + name] = 2 * value <= other
        facts["<=2^" + name] = 0 <= other <= 64 and value < 2**other
        facts["<=pairs " + name] = 2 * value <= other * (other - 1)
        facts["==" + name] = value == other
    for name, other in own.items():
        facts[">" + name] = value > other
        facts[">=" + name] = value >= other
        facts["!=" + name] = value != other
    both = list((outer | own).items())
    for i, (name, other) in enumerate(both):
        for second, factor in both[i + 1 :]:
            facts[f"<={name}*{second}"] = value <= other * factor
    return facts


def word_facts(word: str) -> Facts:
    """Properties of one word."""
    facts = {}
    if set(word) & set("()[]{}<>"):
        facts["balanced"] = _is_balanced(word)
    if len(word) > 2:
        facts["asc"] = list(word) == sorted(word)
        facts["distinct"] = len(set(word)) == len(word)
        facts["palindrome"] = word == word[::-1]
    return facts


def clock_facts(tokens: Sequence[str], column: int) -> Facts:
    """How a word such as `09:30` or `2024-05-01` stands to the others of its line that have as many parts."""
    parts = [tuple(map(int, re.split(r"[:./-]", token))) if _CLOCK.fullmatch(token) else () for token in tokens]
    facts = {}
    for other, values in enumerate(parts):
        if other != column and values and len(values) == len(parts[column]):
            facts[f"<clock {other}"] = parts[column] < values
            facts[f"<=clock {other}"] = parts[column] <= values
    return facts


def _is_balanced(word: str) -> bool:
    stack: list[str] = []
    for char in word:
        if char in _BRACKETS.values():
            stack.append(char)
        elif char in _BRACKETS and (not stack or stack.pop() != _BRACKETS[char]):
            return False
    return not stack


def is_connected(edges: Sequence[tuple[int, int]], nodes: int, lowest: int) -> bool:
    """Whether the edges join `lowest` .. `lowest + nodes - 1` into one piece."""
    parent = list(range(nodes))
    pieces = nodes
    for a, b in edges:
        if not (0 <= a - lowest < nodes and 0 <= b - lowest < nodes):
            return False
        roots = []
        for node in (a - lowest, b - lowest):
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            roots.append(node)
        if roots[0] != roots[1]:
            parent[roots[0]] = roots[1]
            pieces -= 1
    return pieces == 1


def list_facts(values: Sequence[Number], others: dict[str, int]) -> Facts:
    """The properties of a list, and how it stands to the numbers in scope."""
    facts = sequence_facts(values)
    top, total = max(values), sum(values)
    for name, other in others.items():
        facts["max<=" + name] = top <= other
        facts["max<" + name] = top < other
        facts["max<2^" + name] = 0 <= other <= 64 and top < 2**other
        facts["sum<=" + name] = total <= other
        facts["sum==" + name] = total == other
    return facts


def addition_facts(values: Sequence[Number]) -> Facts:
    """Which columns of a row are the sum of two others."""
    places: dict[Number, list[int]] = {}
    for column, value in enumerate(values):
        places.setdefault(value, []).append(column)
    return {
        f"plus={i}+{j}={k}": True
        for j in range(len(values))
        for i in range(j)
        for k in places.get(values[i] + values[j], ())
        if k not in (i, j)
    }


def edge_facts(edges: Sequence[tuple[Number, Number]], others: dict[str, int]) -> Facts:
    """The properties of pairs read as the edges of a graph."""
    facts = {"edges": len({frozenset(edge) for edge in edges}) == len(edges)}
    whole = [(a, b) for a, b in edges if isinstance(a, int) and isinstance(b, int)]
    for name, nodes in others.items():
        for lowest in (0, 1):
            possible = len(whole) == len(edges) and 0 < nodes <= len(edges) + 1
            facts[f"connected{lowest} {name}"] = possible and is_connected(whole, nodes, lowest)
    return facts
