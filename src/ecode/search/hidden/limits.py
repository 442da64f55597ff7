"""Limits that a problem statement names: `1 <= n <= 2 * 10^5`, in LaTeX, with signs such as ≤, or in plain letters.

Given inputs show only the values that somebody chose; the statement says which others must be right too. A line of the
format gets the limits of the sentence that describes it where both have equally many numbers, and as long as most
of the given values lie within: a sentence misread must not widen anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from ecode.formats.statement import split_statement
from ecode.search.hidden.domain import Domain
from ecode.search.hidden.format import Format, Shape
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.wording import BRACKETS, NAME, SENTENCE, key_of, names_in, plain

_NUMBER = r"-?\d+(?:\*\d+)?(?:\^\d+)?"
_SIDE = rf"(?:{_NUMBER}|{NAME}(?:\s*,\s*{NAME})*)"
_CHAIN = re.compile(rf"{_SIDE}(?:\s*(?:<=|>=|<|>)\s*{_SIDE})+")
_LINE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|next|following|last|each|then|one)\b.*\blines?\b", re.I | re.S
)
_SEVERAL_LINES = re.compile(r"\b(?:two|three|four|five) lines\b|\bguaranteed\b")
_RANGE = re.compile(r"\b(?:from|between|is|equal|equals|to|either)\s+(-?\d+)\s+(?:to|and|or)\s+(-?\d+)\b")
_MOST_HOLD = 0.5


@dataclass(frozen=True, slots=True)
class Limit:
    """What a number may be; None where the statement names no end."""

    low: int | None = None
    high: int | None = None

    def within(self, other: Limit) -> Limit:
        """Both limits at once."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Limit(max(lows, default=None), min(highs, default=None))


def stated_limits(statement: str) -> dict[str, Limit]:
    """The limits of every name, those of a list `a_i` under `a_`. Names without any number are left out."""
    found: dict[str, Limit] = {}
    for sides in _chains(plain(statement)):
        for name, limit in _limits_of(sides):
            key = key_of(name)
            found[key] = found[key].within(limit) if key in found else limit
    # The ends of others grow fast with an exponent, here out of reach: it stays as it was seen.
    exponents = {key_of(name) for name in re.findall(rf"\^\s*({NAME})", plain(statement))}
    return {name: limit for name, limit in found.items() if limit != Limit() and name not in exponents}


def compared_names(statement: str) -> frozenset[str]:
    """Every name that a statement compares with anything: `n` and `a_` of `1 <= a_i <= n`."""
    sides = (names for chain in _chains(plain(statement)) for _, names in chain)
    return frozenset(key_of(name) for names in sides for name in names if re.fullmatch(NAME, name))


def stated_orders(statement: str) -> Iterator[tuple[str, str, str]]:
    """(name, `<` or `<=`, larger name) for every two names of a comparison."""
    for sides in _chains(plain(statement)):
        for place, (_, names) in enumerate(sides):
            for at in range(place + 1, len(sides)):
                strict = any(sign == "<" for sign, _ in sides[place + 1 : at + 1])
                for low, high in product(names, sides[at][1]):
                    if re.fullmatch(NAME, low) and re.fullmatch(NAME, high):
                        yield key_of(low), "<" if strict else "<=", key_of(high)


def within_stated_limits(rules: Rules, statement: str) -> Rules:
    """The rules with domains of numbers as wide as the statement says."""
    limits = stated_limits(statement)
    domains = dict(rules.domains)
    for line, names, ranges in _described(rules.format, statement, limits):
        sites = _sites(rules.format, line)
        numbers = [site for site in sites if domains[site].kind == "int"]
        if len(names) == len(numbers):
            sites = numbers  # `a word and its length n`
        if not names and len(ranges) == 1:
            ranges *= len(numbers)
        for site, name in zip(sites, names, strict=False) if len(names) == len(sites) else ():
            if name in limits:
                domains[site] = _within(domains[site], limits[name])
        for site, limit in zip(numbers, ranges, strict=False) if not names and len(ranges) == len(numbers) else ():
            domains[site] = _within(domains[site], limit)
    return replace(rules, domains=domains)


def _described(
    form: Format, statement: str, limits: dict[str, Limit]
) -> Iterator[tuple[int, Sequence[str], list[Limit]]]:
    """(line, names of its sites, ranges without a name) for the lines of which the statement speaks."""
    if form.told is not None:
        for line, said in form.told.said.items():
            told = form.told.names[line] or form.told.elements(line)
            ranges = [Limit(int(match[1]), int(match[2])) for match in _RANGE.finditer(said)]
            yield line, told, ranges
        return
    for line, (names, ranges) in zip(sorted(form.shapes), _described_lines(statement, limits), strict=False):
        if names and len(_sites(form, line)) != len(names):
            return  # from here on nothing says which sentence describes which line
        yield line, names, ranges


def _within(domain: Domain, limit: Limit) -> Domain:
    """The domain as wide as the limit, where most of what was seen lies within: public tests hold broken inputs."""
    low = domain.low if limit.low is None else limit.low
    high = domain.high if limit.high is None else limit.high
    kept = [token for token in domain.seen if domain.kind == "int" and low <= int(token) <= high]
    if len(kept) < max(1, _MOST_HOLD * len(domain.seen)):
        return domain
    return replace(domain, low=low, high=high, seen=kept, stated=True)


def _chains(text: str) -> Iterator[list[tuple[str, list[str]]]]:
    """The comparisons of a text, their sides in ascending order: the sign before each, and its names or number."""
    for match in _CHAIN.finditer(text):
        parts = re.split(r"\s*(<=|>=|<|>)\s*", match[0])
        sides, signs = parts[::2], parts[1::2]
        if re.match(r"\s*[-+*/^(]", text[match.end() :]):
            sides[-1] = ""  # `2^k - 1`, `min(...)`: no number, and not the name that it begins with
        if re.search(r"[-+*/^)]\s*$", text[: match.start()]):
            sides[0] = ""
        if len({sign[0] for sign in signs}) != 1:
            continue
        if signs[0][0] == ">":
            sides, signs = sides[::-1], signs[::-1]
        yield [(sign, re.split(r"\s*,\s*(?=[A-Za-z|])", side)) for sign, side in zip(["", *signs], sides, strict=True)]


def _limits_of(sides: Sequence[tuple[str, list[str]]]) -> Iterator[tuple[str, Limit]]:
    for place, (_, names) in enumerate(sides):
        low = next(
            (_end(sides, at, place) for at in range(place - 1, -1, -1) if _value(sides[at][1]) is not None), None
        )
        high = next(
            (_end(sides, at, place) for at in range(place + 1, len(sides)) if _value(sides[at][1]) is not None), None
        )
        for name in names:
            if re.fullmatch(NAME, name):
                yield name, Limit(low, high)


def _end(sides: Sequence[tuple[str, list[str]]], at: int, place: int) -> int:
    """The number at one place as a limit of another, one off for every `<` between them."""
    value = _value(sides[at][1])
    assert value is not None
    strict = sum(sign in ("<", ">") for sign, _ in sides[min(at, place) + 1 : max(at, place) + 1])
    return value + strict if at < place else value - strict


def _value(side: Sequence[str]) -> int | None:
    """The number `-7`, `10^5` or `2*10^5`."""
    match = re.fullmatch(r"(-?)(?:(\d+)\*)?(\d+)(?:\^(\d{1,2}))?", side[0])
    if len(side) != 1 or match is None:
        return None
    sign, factor, base, power = match.groups()
    value: int = int(factor or 1) * int(base) ** int(power or 1)
    return -value if sign else value


def _described_lines(statement: str, limits: dict[str, Limit]) -> Iterator[tuple[list[str], list[Limit]]]:
    """For each sentence that describes lines of the input: the names with limits that stand on them, and the ranges
    that it gives without a name, in order."""
    told: set[str] = set()
    for sentence in SENTENCE.split(plain(split_statement(statement).input)):
        bare = BRACKETS.sub(" ", sentence)
        if _LINE.search(bare) and not _SEVERAL_LINES.search(bare):
            names = [name for name in names_in(bare) if name in limits]
            ranges = [Limit(int(match[1]), int(match[2])) for match in _RANGE.finditer(sentence)]
            yield [name for name in names if name not in told], ranges
            told.update(names)


def _sites(form: Format, line: int) -> list[str]:
    """The sites of one line, in order: its columns, the elements of a list being one."""
    shape: Shape = form.shapes[line]
    if shape.kind == "fixed":
        return [f"cell {line}.{column}" for column in range(shape.size)]
    if shape.kind == "list":
        return [*(f"cell {line}.{column}" for column in range(shape.head)), f"items {line}"]
    return []
