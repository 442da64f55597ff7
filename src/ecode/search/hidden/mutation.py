"""Makes new trees of an input format: changed at random, as small as can be, shortened, with equal or redrawn values.

The changes come from `values`, `lengths` and `cases`. Every change is followed by a repair (values back within their
bounds, lists sorted again) and by a check of all rules; a change that still breaks one is taken back.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ecode.search.hidden.cases import cases_of, recombined, with_cases
from ecode.search.hidden.changeable import Changeable
from ecode.search.hidden.facts import is_alike
from ecode.search.hidden.grammar import Block, Ref, Row, RowVisit, Tree, copy_tree, row_visits
from ecode.search.hidden.lengths import SMALLEST_LENGTH, allow_fewer, change_length, countable, domain_of, resize
from ecode.search.hidden.repair import repair
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.values import ValueChanger

_TRIES = 6
_DONORS = 200
_MOST_RESIZED = 40
_REDRAWN_LENGTHS = (2, 3, 5, 8, 12, 20, 40, 100)


class Mutator:
    """Makes new trees out of the given ones."""

    def __init__(self, rules: Rules, trees: Sequence[Tree], rng: random.Random, *, shrinks: bool = False) -> None:
        self.rules = rules
        self.rng = rng
        allow_fewer(rules, shrinks=shrinks)
        self.work = 0
        """Rows copied and checked so far: what a caller bounds instead of the time."""
        self.values = ValueChanger(rules, Changeable(rules, trees), rng)
        self.donors = [case for tree in trees for case in cases_of(rules, tree)][:_DONORS]

    def mutate(self, tree: Tree) -> Tree:
        """A new tree: test cases recombined, then a few changes that each keep all rules."""
        rng = self.rng
        current = copy_tree(tree)
        if self.rules.cases and rng.random() < 0.7:
            current = self._kept(recombined(self.rules, current, self.donors, rng), current)
        cases = sum(1 for _ in cases_of(self.rules, current))
        changes = rng.choice((1, 1, 2, 3, 5)) + (rng.randrange(cases + 1) if cases > 1 else 0)
        for _ in range(changes):
            current = self._changed(current)
        return current

    def _changed(self, current: Tree) -> Tree:
        """The tree after one random change, or as it was where none succeeds."""
        loose = self.rules.format.loose
        changes = (
            (self.values.change_cell, 4),
            (self.values.change_row, 4),
            (self.values.change_block, 2),
            (self._change_length, 0 if loose else 3),
        )
        for _ in range(_TRIES):
            change = self.rng.choices([c for c, _ in changes], [weight for _, weight in changes])[0]
            trial = copy_tree(current)
            self.work += _work(trial)
            if change(trial):
                if not loose:
                    repair(self.rules, trial, self.rng)
                if self.rules.holds(trial) and self._keeps_loose(current, trial):
                    return trial
        return current

    def _change_length(self, tree: Tree) -> bool:
        return change_length(self.rules, tree, self.rng)

    def _keeps_loose(self, before: Tree, after: Tree) -> bool:
        """In free rows, what held of the row before must hold after: its order, its distinct values, its range."""
        if not self.rules.format.loose:
            return True
        return all(
            old.row.tokens == new.row.tokens or is_alike(old.row.tokens, new.row.tokens)
            for old, new in zip(self._rows(before), self._rows(after), strict=True)
        )

    def single_cases(self, tree: Tree) -> Iterator[Tree]:
        """Each test case of an input alone, unchanged."""
        for case in cases_of(self.rules, tree):
            yield from self._valid(with_cases(copy_tree(tree), [copy_tree(case)]))

    def smallest(self, tree: Tree) -> Tree | None:
        """The tree with one test case and every length as small as was seen."""
        current = copy_tree(tree)
        for case in list(cases_of(self.rules, tree))[:1]:
            current = self._kept(with_cases(current, [copy_tree(case)]), current)
        for place in range(_MOST_RESIZED):  # counts stay in order, though a shorter list may hold fewer of them
            counts = countable(self.rules, current)
            if place >= len(counts):
                break
            visit, ref = counts[place]
            trial = copy_tree(current)
            target = self._same_place(current, trial, visit.row)
            if target is not None and f"{ref.line}.{ref.token}" != self.rules.cases:
                self._resize(trial, target, ref, int(domain_of(self.rules, ref).low))
                repair(self.rules, trial, self.rng)
                current = self._kept(trial, current)
        return next(self._valid(current), None)

    def shrunk(self, tree: Tree, largest: int) -> Tree | None:
        """A small tree out of a large one: a few test cases, and no length above `largest`."""
        current = tree
        if self.rules.cases:
            cases = list(cases_of(self.rules, tree))
            few = [self.rng.choice(cases) for _ in range(self.rng.randint(1, 3))] if cases else []
            current = with_cases([*copy_tree(tree[:-1]), Block([])], few)
        current = copy_tree(current)
        done: list[Row] = []
        while len(done) < _MOST_RESIZED:
            todo = [pair for pair in countable(self.rules, current) if all(pair[0].row is not row for row in done)]
            if not todo:
                break
            row = todo[0][0].row
            for ref in (ref for visit, ref in todo if visit.row is row):
                self._shorten(current, row, ref, largest)
            done.append(row)
        return self._repaired(current)

    def _shorten(self, tree: Tree, row: Row, ref: Ref, largest: int) -> None:
        old = ref.value({ref.line: row}) or 0
        target = self.rng.randint(SMALLEST_LENGTH, largest)
        target += (old - target) % 2  # lengths may have to be even, or odd
        if f"{ref.line}.{ref.token}" != self.rules.cases and old > target:
            self._resize(tree, row, ref, target)

    def scaled(self, tree: Tree, factor: float) -> Tree | None:
        """A tree whose lengths are `factor` times as large, or with as many fewer test cases where there are many."""
        current = copy_tree(tree)
        cases = list(cases_of(self.rules, current))
        if len(cases) * factor >= 1:
            current = with_cases(current, self.rng.sample(cases, round(len(cases) * factor)))
        else:
            counts = countable(self.rules, tree)
            lengths = [(visit.row, ref, ref.value({ref.line: visit.row}) or 0) for visit, ref in counts]
            places = {id(old.row): new.row for old, new in zip(self._rows(tree), self._rows(current), strict=True)}
            for row, ref, length in sorted(lengths, key=lambda found: -found[2])[:_MOST_RESIZED]:
                target = round(length * factor)
                target += (length - target) % 2  # lengths may have to be even, or odd
                if length > target >= SMALLEST_LENGTH:
                    self._resize(current, places[id(row)], ref, target)
        return self._repaired(current)

    def all_equal(self, tree: Tree) -> Tree | None:
        """The tree with every list, and every row of three columns or more, holding one value."""
        trial = copy_tree(tree)
        self.values.equalize(trial)
        return self._repaired(trial)

    def redrawn(self, tree: Tree) -> Tree | None:
        """A tree with every length and every value drawn anew, each place from few values or from all of its range."""
        current = copy_tree(tree)
        for visit, ref in countable(self.rules, current):
            domain = domain_of(self.rules, ref)
            high = min(domain.high, self.rng.choice(_REDRAWN_LENGTHS))
            self._resize(current, visit.row, ref, self.rng.randint(int(domain.low), int(max(domain.low, high))))
        self.values.redraw(current)
        self.work += _work(current)
        return self._repaired(current)

    def _resize(self, tree: Tree, row: Row, ref: Ref, new: int) -> None:
        resize(self.rules, tree, row, ref, new, self.rng)

    def _repaired(self, tree: Tree) -> Tree | None:
        """The tree itself, mended; None where it keeps breaking a rule."""
        repair(self.rules, tree, self.rng)
        return next(self._valid(tree), None)

    def _valid(self, tree: Tree) -> Iterator[Tree]:
        if self.rules.holds(tree):
            yield tree

    def _kept(self, trial: Tree, current: Tree) -> Tree:
        return trial if self.rules.holds(trial) else current

    def _rows(self, tree: Tree) -> list[RowVisit]:
        return row_visits(self.rules.format.items, tree)

    def _same_place(self, before: Tree, after: Tree, row: Row) -> Row | None:
        for old, new in zip(self._rows(before), self._rows(after), strict=True):
            if old.row is row:
                return new.row
        return None


def _work(tree: Tree) -> int:
    """Tokens of a tree, and at least some work for anything."""
    total = 20
    for part in tree:
        total += len(part.tokens) if isinstance(part, Row) else sum(_work(case) - 19 for case in part.cases)
    return total
