"""What all given inputs have in common beyond their layout: domains of values, and promises such as `sorted`.

Every row, list, column and block of an input yields a set of *facts* (short strings such as `asc` or `<=1.0`). What
holds over the given inputs (see `learn`) is required of every new one, so that a new input keeps the promises of a
problem whose statement nobody has read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ecode.search.hidden.domain import Domain
from ecode.search.hidden.facts import (
    CONSTANTS,
    Facts,
    Number,
    addition_facts,
    clock_facts,
    edge_facts,
    list_facts,
    number,
    relation_facts,
    word_facts,
)
from ecode.search.hidden.format import Format
from ecode.search.hidden.grammar import BlockVisit, Env, Line, Row, RowVisit, Tree, walk
from ecode.search.hidden.sites import cell_sites, scalars

FEW_INSTANCES = 4
"""Fewer rows than this speak for no fact that may hold by chance."""
_MOST_SUMMED = 8  # columns; among more, one is the sum of two others by chance


@dataclass(slots=True)
class Rules:
    """The domains and required facts of a format, by site."""

    format: Format
    counts: set[tuple[int, int]]
    """(line, token) of the numbers that announce lengths."""
    domains: dict[str, Domain]
    cases: str = ""
    """The site `line.column` of the number of test cases."""
    required: dict[str, set[str]] = field(default_factory=dict)
    support: dict[str, int] = field(default_factory=dict)

    def relaxed(self) -> Rules:
        """The rules without what only a few rows speak for; bounds between numbers stay."""
        required = {
            site: names
            if self.support[site] >= FEW_INSTANCES
            else {name for name in names if name.startswith(("<", ">", "max", "le ", "lt ", "==", "connected"))}
            for site, names in self.required.items()
        }
        domains = dict(self.domains)
        for site, domain in self.domains.items():
            if site.startswith("items") and domain.kind == "int" and domain.is_constant:
                values = range(int(domain.low), int(domain.low) + FEW_INSTANCES)
                domains[site] = replace(domain, high=values[-1], seen=[str(value) for value in values])
        return replace(self, required=required, domains=domains)

    def holds(self, tree: Tree) -> bool:
        """Whether a tree keeps to all domains and breaks no required fact."""
        for visit in walk(self.format.items, tree):
            if isinstance(visit, RowVisit):
                shape = self.format.shapes[visit.number]
                for site, column in cell_sites(shape, visit.number, visit.row):
                    domain = self.domains.get(site)
                    if domain is None or not domain.admits(visit.row.tokens[column]):
                        return False
                    if not _has_width(domain, visit, column):
                        return False
        return all(self.keeps(site, facts) for site, facts in self.facts(tree))

    def keeps(self, site: str, facts: Facts) -> bool:
        """Whether the facts of a site break none of those required there."""
        required = self.required.get(site, ())
        return all(facts.get(name, not name.startswith(CONSTANTS)) for name in required)

    def facts(self, tree: Tree) -> Iterator[tuple[str, Facts]]:
        """The facts of every site of a tree."""
        for visit in walk(self.format.items, tree):
            if isinstance(visit, RowVisit):
                yield from self.row_facts(visit)
            elif len(visit.repeat.body) == 1 and isinstance(visit.repeat.body[0], Line):
                yield from self.block_facts(visit, visit.repeat.body[0].number)

    def scope(self, env: Env) -> dict[str, int]:
        """The integers in scope, by `line.column`; the number of test cases says nothing about one of them."""
        return {name: value for name, value in scalars(self.format.shapes, env).items() if name != self.cases}

    def row_facts(self, visit: RowVisit) -> Iterator[tuple[str, Facts]]:
        """The facts of one row: of its scalars, its words, and its list."""
        shape, row = self.format.shapes[visit.number], visit.row
        outer, own = self.scope(visit.env), self.scope({visit.number: row})
        listed: list[int] = []
        for site, column in cell_sites(shape, visit.number, row):
            domain, token = self.domains.get(site), row.tokens[column]
            if domain is not None and domain.kind == "word":
                yield site, word_facts(token) | clock_facts(row.tokens, column)
            elif site.startswith("items"):
                listed.append(column)
            elif domain is not None and domain.kind == "int" and (name := f"{visit.number}.{column}") in own:
                others = {key: value for key, value in own.items() if key != name}
                yield site, relation_facts(own[name], outer, others)
        if shape.kind == "fixed" and len(row.tokens) > 2:
            listed = list(range(len(row.tokens)))
        values = [value for column in listed if (value := number(row.tokens[column])) is not None]
        if values and len(values) == len(listed) and shape.kind != "free":
            facts = list_facts(values, outer | (own if shape.kind == "list" else {}))
            if shape.kind == "fixed" and len(values) <= _MOST_SUMMED:
                facts |= addition_facts(values)
            yield f"list {visit.number}", facts

    def block_facts(self, visit: BlockVisit, line: int) -> Iterator[tuple[str, Facts]]:
        """The facts of the columns of a block of lines, and of its rows taken together."""
        rows = [case[0].tokens for case in visit.block.cases if isinstance(case[0], Row)]
        shape = self.format.shapes[line]
        if shape.kind == "tagged":
            yield from _tagged_columns(rows, line)
        if len(rows) < 2 or shape.kind != "fixed":
            return
        others = self.scope(visit.env)
        columns: list[list[Number]] = []
        for column in range(shape.size):
            values = [value for row in rows if (value := number(row[column])) is not None]
            if len(values) == len(rows) and self.domains[f"cell {line}.{column}"].kind != "word":
                columns.append(values)
                yield f"column {line}.{column}", list_facts(values, others)
        facts = {"distinct": len({tuple(row) for row in rows}) == len(rows)}
        if len(columns) >= 2:
            facts |= edge_facts(list(zip(columns[0], columns[1], strict=True)), others)
        yield f"rows {line}", facts


def _tagged_columns(rows: Sequence[Sequence[str]], line: int) -> Iterator[tuple[str, Facts]]:
    """Whether a column of the rows with one tag holds everything once: the numbers of bills, say."""
    columns: dict[tuple[str, int], list[str]] = {}
    for row in rows:
        for column, token in enumerate(row[1:], 1):
            columns.setdefault((row[0], column), []).append(token)
    for (tag, column), tokens in columns.items():
        if len(tokens) > 1:
            yield f"column {line}.{column}:{tag}", {"distinct": len(set(tokens)) == len(tokens)}


def _has_width(domain: Domain, visit: RowVisit, column: int) -> bool:
    if domain.width is None:
        return True
    return domain.width.value({**visit.env, visit.number: visit.row}) == len(visit.row.tokens[column])
