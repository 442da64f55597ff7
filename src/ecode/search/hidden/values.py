"""Changes values of a tree in place: a token, the list of a row, a column, the order of the repetitions of a block.

No length changes, and nothing is checked: for repair and rules see `mutation`.
"""

from __future__ import annotations

import random

from ecode.search.hidden.changeable import Changeable
from ecode.search.hidden.domain import Domain
from ecode.search.hidden.draw import draw_anew, draw_token, draw_words, remake
from ecode.search.hidden.grammar import BlockVisit, Line, Row, RowVisit, Tree, copy_tree, row_visits, walk
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.sites import cell_sites

_TRIES = 6
_SPANS = (1, 2, 3, 6, 12, 50, 1000, 10**18)


class ValueChanger:
    """Draws other values for what may change. Every `change_` says whether it found anything to change."""

    def __init__(self, rules: Rules, changeable: Changeable, rng: random.Random) -> None:
        self.rules = rules
        self.changeable = changeable
        self.rng = rng

    def change_cell(self, tree: Tree) -> bool:
        """Changes a single token."""
        picked = self._pick_row(tree)
        if picked is None:
            return False
        visit, free = picked
        column = self.rng.choice(free)
        sites = self._sites(visit)
        site, tokens = sites[column], visit.row.tokens
        kind = self.rules.domains[site].kind
        others = [tokens[other] for other in free if self.rules.domains[sites[other]].kind == kind]
        tokens[column] = draw_token(self.rules.domains[site], tokens[column], others, self.rng)
        return True

    def change_row(self, tree: Tree) -> bool:
        """Remakes the list of a row, or its word."""
        picked = self._pick_row(tree, items_only=self.rng.random() < 0.7)
        if picked is None:
            return False
        visit, free = picked
        sites = self._sites(visit)
        domain = self.rules.domains[sites[free[0]]]
        free = [column for column in free if self.rules.domains[sites[column]].kind == domain.kind]
        new = self._remade(domain, [visit.row.tokens[column] for column in free])
        for column, token in zip(free, new, strict=True):
            visit.row.tokens[column] = token
        return True

    def change_block(self, tree: Tree) -> bool:
        """Remakes one column of a block of lines, or shuffles, copies and reverses its repetitions."""
        form = self.rules.format
        blocks = [v for v in walk(form.items, tree) if isinstance(v, BlockVisit) and len(v.block.cases) > 1]
        if not blocks or form.loose:
            return False
        visit = self.rng.choice(blocks)
        cases = visit.block.cases
        item = visit.repeat.body[0]
        if len(visit.repeat.body) == 1 and isinstance(item, Line) and self.rng.random() < 0.6:
            return self._change_column(item.number, [case[0] for case in cases if isinstance(case[0], Row)])
        how = self.rng.randrange(3)
        if how == 0:
            self.rng.shuffle(cases)
        elif how == 1:
            cases.reverse()
        else:
            source, target = self.rng.sample(range(len(cases)), 2)
            cases[target] = copy_tree(cases[source])
        return True

    def _change_column(self, line: int, rows: list[Row]) -> bool:
        shape = self.rules.format.shapes[line]
        if shape.kind != "fixed" or shape.size == 0:
            return False
        column = self.rng.randrange(shape.size)
        domain = self.rules.domains[f"cell {line}.{column}"]
        if domain.is_constant or (line, column) in self.rules.counts:
            return False
        new = self._remade(domain, [row.tokens[column] for row in rows])
        for row, token in zip(rows, new, strict=True):
            row.tokens[column] = token
        return True

    def equalize(self, tree: Tree) -> None:
        """Gives every list, and every row of three columns or more, one value."""
        for visit in row_visits(self.rules.format.items, tree):
            free = self.changeable.columns(visit, items_only=True)
            tokens = visit.row.tokens
            value = tokens[self.rng.choice(free)] if free else ""
            for column in free:
                tokens[column] = value

    def redraw(self, tree: Tree) -> None:
        """Draws every value anew, those of one place from few values or from all of its range."""
        spans: dict[str, int] = {}
        for visit in row_visits(self.rules.format.items, tree):
            self._redraw_row(visit, spans)

    def _redraw_row(self, visit: RowVisit, spans: dict[str, int]) -> None:
        shape, tokens = self.rules.format.shapes[visit.number], visit.row.tokens
        if shape.kind == "list" and shape.count is None and len(tokens) > shape.head:
            words = tokens[shape.head :]
            tokens[shape.head :] = self.rng.choices(words, k=self.rng.randint(1, 2 * len(words) + 1))
        sites, distinct = self._sites(visit), "distinct" in self.rules.required.get(f"list {visit.number}", ())
        for column in self.changeable.columns(visit):
            site, token = sites[column], tokens[column]
            span = spans.setdefault(site, self.rng.choice(_SPANS))
            for attempt in range(_TRIES if distinct else 1):
                tokens[column] = draw_anew(self.rules.domains[site], token, span << attempt, self.rng)
                if tokens[column] not in tokens[:column]:
                    break

    def _pick_row(self, tree: Tree, *, items_only: bool = False) -> tuple[RowVisit, list[int]] | None:
        """A row with something to change: first a line of the grammar, then one of its rows."""
        by_line: dict[int, list[tuple[RowVisit, list[int]]]] = {}
        for visit in row_visits(self.rules.format.items, tree):
            free = self.changeable.columns(visit, items_only=items_only)
            if free:
                by_line.setdefault(visit.number, []).append((visit, free))
        return self.rng.choice(by_line[self.rng.choice(sorted(by_line))]) if by_line else None

    def _sites(self, visit: RowVisit) -> dict[int, str]:
        shape = self.rules.format.shapes[visit.number]
        return {column: site for site, column in cell_sites(shape, visit.number, visit.row)}

    def _remade(self, domain: Domain, tokens: list[str]) -> list[str]:
        if domain.kind == "word" and not domain.categorical:
            return draw_words(domain, tokens, self.rng)
        return remake(domain, tokens, self.rng)
