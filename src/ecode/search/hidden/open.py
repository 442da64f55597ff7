"""What a few given values leave open: whether a number may be negative, and which others may stand in its place.

A value seen a dozen times, always positive, is taken to be positive by contract. Of one seen three times nobody knows,
and a candidate that is wrong below zero must not pass for that. Numbers that announce lengths, or are bound by one (an
index, say), keep their sign, and so does a number alone on its line: that is how many times something is done, mostly.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ecode.search.hidden.domain import Domain
from ecode.search.hidden.draw import write_number
from ecode.search.hidden.facts import number
from ecode.search.hidden.grammar import Line, Row, RowVisit, Tree, copy_tree, walk
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.sites import cell_sites, line_of

_DECIDED = 12
"""So many values of one place decide what may stand there."""
_NEXT = 3
_TRIES = 8
_INDEX_LIKE = {"le index", "lt index", "le rest", "perm0", "perm1"}


def is_one_line(rules: Rules) -> bool:
    """Whether every input is a single line: then no number announces a number of lines."""
    return len(rules.format.items) == 1 and isinstance(rules.format.items[0], Line)


def widened(rules: Rules) -> Rules:
    """The rules with open places that also take small numbers, the next larger ones, and other words."""
    domains = dict(rules.domains)
    for site in _open_sites(rules):
        domain = domains[site]
        if domain.kind == "int":
            low, high = int(min(domain.low, 1)), int(max(domain.high, domain.low + _NEXT))
            more = [str(value) for value in (low, high)]
            domains[site] = replace(domain, low=low, high=high, seen=list(dict.fromkeys(domain.seen + more)))
    for site, domain in rules.domains.items():
        alone = (shape := rules.format.shapes[line_of(site)]).kind == "fixed" and shape.size == 1  # no keyword
        if alone and domain.kind == "word" and domain.is_constant and not domain.categorical and domain.width is None:
            words = [other for word in domain.seen for other in (word, word[::-1])]
            domains[site] = replace(domain, seen=list(dict.fromkeys(words)), first=domain.alphabet)
    return replace(rules, domains=domains)


def negated(rules: Rules, bases: Sequence[tuple[Tree, str]], rng: random.Random) -> Iterator[tuple[Tree, str]]:
    """The inputs with some of the open numbers below zero: all of them first, then others by chance.

    None in a format not understood, where no rule would keep the order of the numbers.
    """
    lonely = {
        f"cell {line}.0" for line, shape in rules.format.shapes.items() if shape.kind == "fixed" and shape.size == 1
    }
    sites = {site for site in _open_sites(rules) if rules.domains[site].low >= 0 and not rules.format.loose} - lonely
    domains = {
        site: replace(domain, low=-domain.high) if site in sites else domain for site, domain in rules.domains.items()
    }
    signed = replace(rules, domains=domains)
    for attempt in range(_TRIES if sites else 0):
        for base, ending in bases:
            tree = copy_tree(base)
            for row, column, domain in _cells(signed, tree, sites):
                value = number(row.tokens[column])
                if value and (attempt == 0 or rng.random() < 0.5):
                    row.tokens[column] = write_number(domain, -value, row.tokens[column])
            if signed.holds(tree):
                yield tree, ending


def _cells(rules: Rules, tree: Tree, sites: set[str]) -> Iterator[tuple[Row, int, Domain]]:
    for visit in walk(rules.format.items, tree):
        if isinstance(visit, RowVisit):
            for site, column in cell_sites(rules.format.shapes[visit.number], visit.number, visit.row):
                if site in sites:
                    yield visit.row, column, rules.domains[site]


def _open_sites(rules: Rules) -> Iterator[str]:
    """The places of whole numbers that were seen too seldom to tell, and that no length governs."""
    if rules.format.loose and not is_one_line(rules):
        return
    counts = {f"{line}.{token}" for line, token in rules.counts}
    for site, domain in rules.domains.items():
        place = site.split(" ")[1]
        if domain.kind != "int" or domain.stated or domain.instances >= _DECIDED:
            continue
        if place in (*counts, rules.cases):
            continue
        line = place.split(".")[0]
        names = set().union(*(rules.required.get(s, set()) for s in (site, f"list {line}", f"column {place}")))
        if not names & _INDEX_LIKE and not any(_bound_by(name) in counts for name in names):
            yield site


def _bound_by(name: str) -> str:
    """The number that an upper bound such as `<0.0` or `max<=0.0` speaks of; empty for any other fact."""
    return name.removeprefix("max").removeprefix("2").lstrip("<=") if name.startswith(("<", "max<", "2<=")) else ""
