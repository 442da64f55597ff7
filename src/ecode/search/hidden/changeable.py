"""Which tokens of a row may change: not counts, not constants, and in a format not understood nothing like a count."""

from __future__ import annotations

from collections.abc import Sequence

from ecode.search.hidden.facts import number
from ecode.search.hidden.grammar import RowVisit, Tree, row_visits
from ecode.search.hidden.open import is_one_line
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.sites import cell_sites


class Changeable:
    """Finds the tokens that may change, in trees of the size of the given ones."""

    def __init__(self, rules: Rules, trees: Sequence[Tree]) -> None:
        self.rules = rules
        self.largest_length = self._longest(trees) if rules.format.loose else 0

    def columns(self, visit: RowVisit, *, items_only: bool = False) -> list[int]:
        """The tokens of a row that may change; `items_only` leaves out the single ones."""
        shape = self.rules.format.shapes[visit.number]
        free = []
        for site, column in cell_sites(shape, visit.number, visit.row):
            domain = self.rules.domains.get(site)
            is_count = (visit.number, column) in self.rules.counts
            is_tag = shape.kind == "tagged" and column == 0
            if domain is None or domain.is_constant or domain.mixed or is_count or is_tag:
                continue
            if items_only and not site.startswith("items") and shape.size < 3:
                continue
            if not (self.rules.format.loose and self._may_count(visit.row.tokens, column)):
                free.append(column)
        return free

    def _may_count(self, tokens: list[str], column: int) -> bool:
        """Whether, in a format not understood, a token may announce a length."""
        if is_one_line(self.rules):  # a number of lines it cannot be, and a number of tokens would have been seen
            return False
        value = number(tokens[column])
        return isinstance(value, int) and (len(tokens) < 5 or column < 2) and value <= self.largest_length

    def _longest(self, trees: Sequence[Tree]) -> int:
        """The largest number of lines, of tokens in a line, or of characters in a token."""
        longest = 1
        for tree in trees:
            for count, visit in enumerate(row_visits(self.rules.format.items, tree), 1):
                longest = max(longest, count, len(visit.row.tokens), *map(len, visit.row.tokens))
        return longest
