"""What a statement promises, held against what a few inputs show: bounds between numbers, order, distinctness, words.

One sample of distinct ascending numbers says little; a statement that never speaks of different or sorted numbers says
that other ones must be right too. Only formats that the statement itself describes are read in this way: there it is
known which number is n.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ecode.search.hidden.domain import Domain
from ecode.search.hidden.learn import ORDERS
from ecode.search.hidden.limits import stated_limits, stated_orders
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.sites import line_of

_FEW_INPUTS = 3
_DECIDED = 12
_DISTINCT, _ORDERED, _JOINED = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"different|distinct|unique|no two|twice|permutation|tree|simple|(?:at most|only|exactly|each) once",
        r"sorted|ordered|order|(?:a|de)scending|(?:non-)?(?:in|de)creasing|chronological|"
        r"(?:never|not) (?:smaller|larger|less|greater|before|after|earlier|later)",
        r"connected|trees?|reach(?:ed|able|es)?|path|way",
    )
)
_WORD_OF = re.compile(
    r"\bwords?\b(?: \w+){0,3} (?:of|with|has|have) (\d+) to (\d+) "
    r"(lower-?case|upper-?case|(?:letters|characters) from `?a)",
    re.IGNORECASE,
)
_BOUNDS = ("<", ">", "max", "2<=", "==", "!=")


def promised(rules: Rules, statement: str) -> Rules:
    """The rules with bounds between numbers as the statement names them and, where the inputs are few, without what
    they have in common but the statement never speaks of."""
    told = rules.format.told
    if told is None:
        return rules
    required = {site: set(names) for site, names in rules.required.items()}
    if len(rules.format.trees) < _FEW_INPUTS:
        required = {site: _believed(rules, site, names) for site, names in required.items()}
    domains = rules.domains | dict(_words(rules))
    for site, target, fact, high in _bounds(rules, statement):
        required.setdefault(target, set()).add(fact)
        domain = domains[site]
        if high is not None and domain.kind == "int":
            domains[site] = replace(domain, high=max(domain.high, high))
    return replace(rules, required=required, domains=domains)


def _believed(rules: Rules, site: str, names: set[str]) -> set[str]:
    """What is left of the facts of a site: no order that nobody promised of its line, no bound beside those stated."""
    kind, _, place = site.partition(" ")
    domain = rules.domains.get(f"items {place}" if kind == "list" else f"cell {place}")
    kept = names - _doubted(rules, site)
    if domain is not None and domain.stated and rules.support[site] < _DECIDED:
        kept = {name for name in kept if not name.startswith(_BOUNDS)}
    if rules.support[site] < _FEW_INPUTS:
        kept = {name for name in kept if name in ORDERS or name.startswith((*_BOUNDS, "le ", "lt ", "connected"))}
    return kept


def _doubted(rules: Rules, site: str) -> set[str]:
    """The orders and shapes that no word about the line of a site speaks of."""
    told = rules.format.told
    assert told is not None
    said = told.said[line_of(site)]
    doubted = set()
    if site.startswith("cell") or not _DISTINCT.search(said):  # of a cell: the letters of its word
        doubted |= {"distinct", "perm0", "perm1", "edges", "differ", "strict", "strict desc"}
    if not _ORDERED.search(said):
        doubted |= {"asc", "desc", "strict", "strict desc"}
    if not _JOINED.search(told.statement):
        doubted |= {name for name in rules.required[site] if name.startswith("connected")}
    return doubted


def _bounds(rules: Rules, statement: str) -> Iterator[tuple[str, str, str, int | None]]:
    """(site, where the fact is required, fact, largest value) for every `a <= b` of two numbers of the input."""
    told, limits = rules.format.told, stated_limits(statement)
    assert told is not None
    for low, sign, high in stated_orders(statement):
        place = told.place(high)
        if place is None or not _is_column(rules, place.line, place.token, high):
            continue
        end = limits[high].high if high in limits else None
        for line, names in told.names.items():
            other = f"{place.line}.{place.token}"
            if low in names and line >= place.line and _is_column(rules, line, names.index(low), low):
                site = f"cell {line}.{names.index(low)}"
                yield site, site, f"{sign}{other}", end
            elif low in told.elements(line) and line > place.line and rules.format.shapes[line].kind == "list":
                yield f"items {line}", f"list {line}", f"max{sign}{other}", end


def _is_column(rules: Rules, line: int, column: int, name: str) -> bool:
    """Whether the name stands for that column: the line has as many as the statement names."""
    told, shape = rules.format.told, rules.format.shapes[line]
    assert told is not None
    return shape.kind == "fixed" and told.names[line][column] == name and shape.size == len(told.names[line])


def _words(rules: Rules) -> Iterator[tuple[str, Domain]]:
    """Keywords that the statement spells out stay as they are; the only word of a line that is said to have 1 to 8
    letters becomes as long as that, of a few letters more."""
    told = rules.format.told
    assert told is not None
    for line, said in told.said.items():
        words = {s: domain for s, domain in rules.domains.items() if line_of(s) == line and domain.kind == "word"}
        for site, domain in words.items():
            if all(re.search(rf"\b{re.escape(word)}\b", said) for word in domain.seen):
                yield site, replace(domain, categorical=True)
            elif (match := _WORD_OF.search(said)) and len(words) == 1 and _is_of_letters(domain, match):
                letters = "".join(sorted({*domain.alphabet, *_letters(match)}))
                lengths = (int(match[1]), int(match[2]))
                yield site, replace(domain, lengths=lengths, alphabet=letters, first=letters, categorical=False)


def _letters(match: re.Match[str]) -> str:
    return "ABZ" if match[3].lower().startswith("upper") else "abz"


def _is_of_letters(domain: Domain, match: re.Match[str]) -> bool:
    """Whether the few words seen are such as the statement speaks of."""
    fit = all(int(match[1]) <= len(word) <= int(match[2]) and word.isalpha() for word in domain.seen)
    one_case = domain.alphabet.isupper() if _letters(match).isupper() else domain.alphabet.islower()
    return fit and one_case and domain.width is None and domain.instances < _DECIDED
