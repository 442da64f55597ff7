"""Brings a changed tree back under its rules where that is easy: bounds, order, distinctness, permutations, trees.

What it cannot mend, the check of the rules refuses afterwards.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from ecode.search.hidden.domain import Domain
from ecode.search.hidden.draw import draw_token, uniform, write_number
from ecode.search.hidden.facts import Number, is_connected, number
from ecode.search.hidden.grammar import BlockVisit, Line, Row, RowVisit, Tree, walk
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.sites import cell_sites

_TRIES = 12


def repair(rules: Rules, tree: Tree, rng: random.Random) -> None:
    """Mends scalars, lists and columns in the order of reading."""
    for visit in walk(rules.format.items, tree):
        if isinstance(visit, RowVisit):
            _repair_cells(rules, visit, rng)
            _repair_list(rules, visit, rng)
        elif len(visit.repeat.body) == 1 and isinstance(visit.repeat.body[0], Line):
            _repair_block(rules, visit, visit.repeat.body[0].number, rng)


def _repair_cells(rules: Rules, visit: RowVisit, rng: random.Random) -> None:
    """Draws the scalars again whose relations are broken, preferring values near the numbers they relate to."""
    tokens = visit.row.tokens
    outer = rules.scope(visit.env)
    all_facts = dict(rules.row_facts(visit))
    for site, column in cell_sites(rules.format.shapes[visit.number], visit.number, visit.row):
        domain = rules.domains.get(site)
        if domain is None or domain.kind != "int" or not site.startswith("cell"):
            continue
        if (visit.number, column) in rules.counts or not rules.required.get(site):
            continue
        for attempt in range(_TRIES):
            if rules.keeps(site, all_facts.get(site, {})):
                break
            others = outer | rules.scope({visit.number: visit.row})
            others.pop(f"{visit.number}.{column}", None)
            tokens[column] = _near(domain, tokens[column], list(others.values()), attempt, rng)
            all_facts = dict(rules.row_facts(visit))


def _near(domain: Domain, old: str, others: Sequence[int], attempt: int, rng: random.Random) -> str:
    if not others or attempt % 3 == 2:
        return draw_token(domain, old, [], rng)
    other = rng.choice(others)
    low = min(domain.low, other) if attempt % 2 else max(domain.low, other)
    value = rng.choice((other, other - 1, other + 1, other // 2, uniform(domain, domain.low, other, rng), low))
    return write_number(domain, max(domain.low, min(domain.high, value)), old)


def _repair_list(rules: Rules, visit: RowVisit, rng: random.Random) -> None:
    required = rules.required.get(f"list {visit.number}", set())
    shape = rules.format.shapes[visit.number]
    columns = list(range(shape.head if shape.kind == "list" else 0, len(visit.row.tokens)))
    if not required or not columns or shape.kind == "free" or (shape.kind == "fixed" and len(columns) < 3):
        return
    sites = {column: site for site, column in cell_sites(shape, visit.number, visit.row)}
    domains = [rules.domains[sites[column]] for column in columns]
    if any(domain.kind == "word" for domain in domains):
        return
    outer = rules.scope(visit.env) | (rules.scope({visit.number: visit.row}) if shape.kind == "list" else {})
    tokens = [visit.row.tokens[column] for column in columns]
    for column, token in zip(columns, mend(domains, tokens, required, outer, rng), strict=True):
        visit.row.tokens[column] = token


def _repair_block(rules: Rules, visit: BlockVisit, line: int, rng: random.Random) -> None:
    rows = [case[0] for case in visit.block.cases if isinstance(case[0], Row)]
    shape = rules.format.shapes[line]
    if len(rows) < 2 or shape.kind != "fixed":
        return
    others = rules.scope(visit.env)
    _repair_edges(rules.required.get(f"rows {line}", set()), rows, others, rng)
    for column in range(shape.size):
        required = rules.required.get(f"column {line}.{column}", set())
        domain = rules.domains[f"cell {line}.{column}"]
        if required and domain.kind != "word" and (line, column) not in rules.counts:
            tokens = mend([domain] * len(rows), [row.tokens[column] for row in rows], required, others, rng)
            for row, token in zip(rows, tokens, strict=True):
                row.tokens[column] = token


def _repair_edges(required: set[str], rows: list[Row], others: dict[str, int], rng: random.Random) -> None:
    """Makes a random spanning tree out of the first edges where the graph must be connected."""
    for name in sorted(required):  # the order of a set would change from run to run
        kind, _, place = name.partition(" ")
        nodes = others.get(place, 0)
        if kind not in ("connected0", "connected1") or not 1 < nodes <= len(rows) + 1:
            continue
        lowest = int(kind[-1])
        edges = [(number(row.tokens[0]), number(row.tokens[1])) for row in rows]
        if is_connected([(int(a), int(b)) for a, b in edges if a is not None and b is not None], nodes, lowest):
            return
        labels = rng.sample(range(lowest, lowest + nodes), nodes)
        shape = rng.randrange(3)  # a path, a star, or anything
        for index, row in zip(range(1, nodes), rows, strict=False):
            parent = (index - 1, 0, rng.randrange(index))[shape]
            row.tokens[:2] = [str(labels[parent]), str(labels[index])]


def mend(
    domains: Sequence[Domain], tokens: Sequence[str], required: set[str], others: dict[str, int], rng: random.Random
) -> list[str]:
    """The list with its bounds kept, made distinct or a permutation, and sorted, as far as required."""
    values = [value if (value := number(token)) is not None else 0 for token in tokens]
    size = len(values)
    caps = _caps(required, others, size)
    domain = domains[0]
    for index, cap in enumerate(caps):
        if values[index] > cap:
            low = domains[index].low
            values[index] = uniform(domains[index], low, max(low, min(domains[index].high, cap)), rng)
    if "perm0" in required or "perm1" in required:
        values = _as_permutation(values, 1 if "perm1" in required else 0, rng)
    elif required & {"distinct", "strict", "strict desc"}:
        values = _as_distinct(domain, values, min(caps, default=domain.high), rng)
    if required & {"asc", "strict"}:
        values.sort()
    elif required & {"desc", "strict desc"}:
        values.sort(reverse=True)
    for name in sorted(required):
        kind, _, text = name.partition("=")
        if kind in ("first", "last") and (value := number(text)) is not None:
            values[0 if kind == "first" else -1] = value
    return [_written(domain, value, token) for domain, value, token in zip(domains, values, tokens, strict=True)]


def _written(domain: Domain, value: Number, token: str) -> str:
    return token if value == number(token) else write_number(domain, value, token)


def _caps(required: set[str], others: dict[str, int], size: int) -> list[Number]:
    caps: list[Number] = [float("inf")] * size
    for name in required:
        for sign, less in (("max<=", 0), ("max<", 1)):
            if name.startswith(sign) and name.removeprefix(sign) in others:
                cap = others[name.removeprefix(sign)] - less
                caps = [min(old, cap) for old in caps]
    for index in range(size):
        position = {"le index": index + 1, "lt index": index, "le rest": size - index - 1}
        caps[index] = min([caps[index], *(bound for name, bound in position.items() if name in required)])
    return caps


def _as_permutation(values: Sequence[Number], lowest: int, rng: random.Random) -> list[Number]:
    """Ranks in place of values; equal values are ordered at random."""
    order = sorted(range(len(values)), key=lambda index: (values[index], rng.random()))
    ranks: list[Number] = [0] * len(values)
    for rank, index in enumerate(order):
        ranks[index] = rank + lowest
    return ranks


def _as_distinct(domain: Domain, values: Sequence[Number], cap: Number, rng: random.Random) -> list[Number]:
    """Draws repeated values again, near the first of them where there is room."""
    used: set[Number] = set()
    result = []
    step = 10.0**-domain.decimals if domain.decimals else 1
    high = min(domain.high, cap)
    for value in values:
        for attempt in range(_TRIES):
            if value not in used:
                break
            near = value + step * rng.choice((-2, -1, 1, 2))
            value = near if attempt < 4 else uniform(domain, domain.low, high, rng)
            value = max(domain.low, min(high, value))
        used.add(value)
        result.append(value)
    return result
