"""Changes trees of an input format: values, lists, columns, lengths together with their counts, and test cases.

Every change is followed by a repair (values back within their bounds, lists sorted again) and by a check of all
rules; a change that still breaks one is taken back.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from ecode.search.hidden.draw import draw_anew, draw_token, draw_words, remake
from ecode.search.hidden.facts import is_alike, number
from ecode.search.hidden.format import Format
from ecode.search.hidden.grammar import Block, BlockVisit, Env, Line, Ref, Row, RowVisit, Tree, copy_tree, walk
from ecode.search.hidden.open import is_one_line
from ecode.search.hidden.repair import repair
from ecode.search.hidden.rules import Rules, cell_sites

_TRIES = 6
_MAX_CASES = 12
_MAX_LENGTH = 40
_DONORS = 200
_FEW_INPUTS = 3
_SMALLEST_LENGTH = 3
_REDRAWN_LENGTHS = (2, 3, 5, 8, 12, 20, 40, 100)
_SPANS = (1, 2, 3, 6, 12, 50, 1000, 10**18)


class Mutator:
    """Makes new trees out of the given ones."""

    def __init__(self, rules: Rules, trees: Sequence[Tree], rng: random.Random, *, shrinks: bool = False) -> None:
        self.rules = rules
        self.form: Format = rules.format
        self.rng = rng
        self._allow_fewer(len(rules.format.trees), shrinks)
        self.work = 0
        """Rows copied and checked so far: what a caller bounds instead of the time."""
        self.largest_length = self._longest(trees) if self.form.loose else 0
        self.donors = [case for tree in trees for case in self._cases(tree)][:_DONORS]

    def _allow_fewer(self, inputs: int, shrinks: bool) -> None:
        """Widens the range of counts: one test case is always valid; of few inputs the lengths seen say little."""
        frozen = {(ref.line, ref.token) for ref in self.form.frozen}
        for site, domain in self.rules.domains.items():
            place = site.removeprefix("cell ")
            if domain.kind != "int" or place == site:
                continue
            is_count = any(place == f"{line}.{token}" for line, token in self.rules.counts - frozen)
            if place == self.rules.cases:
                domain.low = min(1, domain.low)
            elif is_count and shrinks:
                domain.low = min(_SMALLEST_LENGTH, domain.low)
            elif is_count and inputs < _FEW_INPUTS:
                domain.low = min(domain.low, max(2, domain.low // 2))
            elif shrinks and any(name.startswith("<") for name in self.rules.required.get(site, ())):
                domain.low = min(1, domain.low)  # a number bound by a length shrinks with it

    # Whole inputs

    def mutate(self, tree: Tree) -> Tree:
        """A new tree: test cases recombined, then a few changes that each keep all rules."""
        rng = self.rng
        current = copy_tree(tree)
        if self.rules.cases and rng.random() < 0.7:
            current = self._kept(self._recombined(current), current)
        cases = sum(1 for _ in self._cases(current))
        changes = rng.choice((1, 1, 2, 3, 5)) + (rng.randrange(cases + 1) if cases > 1 else 0)
        for _ in range(changes):
            current = self._changed(current)
        return current

    def single_cases(self, tree: Tree) -> Iterator[Tree]:
        """Each test case of an input alone, unchanged."""
        if not self.rules.cases:
            return
        for case in self._cases(tree):
            yield from self._valid(self._with_cases(copy_tree(tree), [copy_tree(case)]))

    def smallest(self, tree: Tree) -> Tree | None:
        """The tree with one test case and every length as small as was seen."""
        current = copy_tree(tree)
        for case in list(self._cases(tree))[:1]:
            current = self._kept(self._with_cases(current, [copy_tree(case)]), current)
        for visit, ref in self._countable(current):
            domain = self.rules.domains[f"cell {ref.line}.{ref.token}"]
            trial = copy_tree(current)
            target = self._same_place(current, trial, visit.row)
            if target is not None:
                self._resize(trial, target, ref, int(domain.low))
                repair(self.rules, trial, self.rng)
                current = self._kept(trial, current)
                break
        return next(self._valid(current), None)

    def shrunk(self, tree: Tree, largest: int) -> Tree | None:
        """A small tree out of a large one: a few test cases, and no length above `largest`."""
        current = tree
        if self.rules.cases:
            cases = list(self._cases(tree))
            few = [self.rng.choice(cases) for _ in range(self.rng.randint(1, 3))] if cases else []
            current = self._with_cases([*copy_tree(tree[:-1]), Block([])], few)
        current = copy_tree(current)
        done: list[Row] = []
        while len(done) < _MAX_LENGTH:
            todo = [found for found in self._countable(current) if all(found[0].row is not row for row in done)]
            if not todo:
                break
            row = todo[0][0].row
            for ref in (ref for visit, ref in todo if visit.row is row):
                self._shorten(current, row, ref, largest)
            done.append(row)
        repair(self.rules, current, self.rng)
        return next(self._valid(current), None)

    def _shorten(self, tree: Tree, row: Row, ref: Ref, largest: int) -> None:
        old = ref.value({ref.line: row}) or 0
        target = self.rng.randint(_SMALLEST_LENGTH, largest)
        target += (old - target) % 2  # lengths may have to be even, or odd
        if f"{ref.line}.{ref.token}" != self.rules.cases and old > target:
            self._resize(tree, row, ref, target)

    def scaled(self, tree: Tree, factor: float) -> Tree | None:
        """A tree whose lengths are `factor` times as large, or with as many fewer test cases where there are many."""
        current = copy_tree(tree)
        cases = list(self._cases(current))
        if len(cases) * factor >= 1:
            current = self._with_cases(current, self.rng.sample(cases, round(len(cases) * factor)))
        else:
            lengths = [(visit.row, ref, ref.value({ref.line: visit.row}) or 0) for visit, ref in self._countable(tree)]
            places = {id(old.row): new.row for old, new in zip(self._rows(tree), self._rows(current), strict=True)}
            for row, ref, length in sorted(lengths, key=lambda found: -found[2])[:_MAX_LENGTH]:
                target = round(length * factor)
                target += (length - target) % 2  # lengths may have to be even, or odd
                if length > target >= _SMALLEST_LENGTH:
                    self._resize(current, places[id(row)], ref, target)
        repair(self.rules, current, self.rng)
        return next(self._valid(current), None)

    def all_equal(self, tree: Tree) -> Tree | None:
        """The tree with every list, and every column of a block, holding one value."""
        trial = copy_tree(tree)
        for visit in walk(self.form.items, trial):
            if isinstance(visit, RowVisit):
                free = self._free_columns(visit, items_only=True)
                tokens = visit.row.tokens
                value = tokens[self.rng.choice(free)] if free else ""
                for column in free:
                    tokens[column] = value
        repair(self.rules, trial, self.rng)
        return next(self._valid(trial), None)

    def redrawn(self, tree: Tree) -> Tree | None:
        """A tree with every length and every value drawn anew, each place from few values or from all of its range."""
        current, spans = copy_tree(tree), dict[str, int]()
        for visit, ref in self._countable(current):
            domain = self.rules.domains[f"cell {ref.line}.{ref.token}"]
            high = min(domain.high, self.rng.choice(_REDRAWN_LENGTHS))
            self._resize(current, visit.row, ref, self.rng.randint(int(domain.low), int(max(domain.low, high))))
        for visit in self._rows(current):
            self._redraw(visit, spans)
        self.work += _work(current)
        repair(self.rules, current, self.rng)
        return next(self._valid(current), None)

    def _redraw(self, visit: RowVisit, spans: dict[str, int]) -> None:
        shape, tokens = self.form.shapes[visit.number], visit.row.tokens
        if shape.kind == "list" and shape.count is None and len(tokens) > shape.head:
            words = tokens[shape.head :]
            tokens[shape.head :] = self.rng.choices(words, k=self.rng.randint(1, 2 * len(words) + 1))
        sites, distinct = self._sites(visit), "distinct" in self.rules.required.get(f"list {visit.number}", ())
        for column in self._free_columns(visit):
            site, token = sites[column], tokens[column]
            span = spans.setdefault(site, self.rng.choice(_SPANS))
            for attempt in range(_TRIES if distinct else 1):
                tokens[column] = draw_anew(self.rules.domains[site], token, span << attempt, self.rng)
                if tokens[column] not in tokens[:column]:
                    break

    def _valid(self, tree: Tree) -> Iterator[Tree]:
        if self.rules.holds(tree):
            yield tree

    def _kept(self, trial: Tree, current: Tree) -> Tree:
        return trial if self.rules.holds(trial) else current

    def _changed(self, current: Tree) -> Tree:
        """The tree after one random change, or as it was where none succeeds."""
        changes = (
            (self._change_cell, 4),
            (self._change_row, 4),
            (self._change_block, 2),
            (self._change_length, 0 if self.form.loose else 3),
        )
        for _ in range(_TRIES):
            change = self.rng.choices([c for c, _ in changes], [weight for _, weight in changes])[0]
            trial = copy_tree(current)
            self.work += _work(trial)
            if change(trial):
                if not self.form.loose:
                    repair(self.rules, trial, self.rng)
                if self.rules.holds(trial) and self._keeps_loose(current, trial):
                    return trial
        return current

    # Test cases

    def _cases(self, tree: Tree) -> Iterator[Tree]:
        last = tree[-1]
        if self.rules.cases and isinstance(last, Block):
            yield from last.cases

    def _with_cases(self, tree: Tree, cases: list[Tree]) -> Tree:
        first, last = tree[0], tree[-1]
        assert isinstance(first, Row)
        assert isinstance(last, Block)
        first.tokens[0] = str(len(cases))
        last.cases = cases
        return tree

    def _recombined(self, tree: Tree) -> Tree:
        """Test cases drawn from this input and from all others, in a new order."""
        domain = self.rules.domains["cell 0.0"]
        size = self.rng.randint(1, max(1, min(_MAX_CASES, int(domain.high))))
        own = list(self._cases(tree))
        pool = own if own and self.rng.random() < 0.3 else self.donors
        return self._with_cases(copy_tree(tree), [copy_tree(self.rng.choice(pool)) for _ in range(size)])

    # Values

    def _rows(self, tree: Tree) -> list[RowVisit]:
        return [visit for visit in walk(self.form.items, tree) if isinstance(visit, RowVisit)]

    def _pick_row(self, tree: Tree, *, items_only: bool = False) -> tuple[RowVisit, list[int]] | None:
        """A row with something to change: first a line of the grammar, then one of its rows."""
        by_line: dict[int, list[tuple[RowVisit, list[int]]]] = {}
        for visit in self._rows(tree):
            free = self._free_columns(visit, items_only=items_only)
            if free:
                by_line.setdefault(visit.number, []).append((visit, free))
        return self.rng.choice(by_line[self.rng.choice(sorted(by_line))]) if by_line else None

    def _free_columns(self, visit: RowVisit, *, items_only: bool = False) -> list[int]:
        """The tokens of a row that may change: not counts, not constants, and (loose) nothing like a count."""
        shape = self.form.shapes[visit.number]
        free = []
        for site, column in cell_sites(shape, visit.number, visit.row):
            domain = self.rules.domains.get(site)
            is_count = (visit.number, column) in self.rules.counts
            is_tag = shape.kind == "tagged" and column == 0
            if domain is None or domain.is_constant or domain.mixed or is_count or is_tag:
                continue
            if items_only and not site.startswith("items") and shape.size < 3:
                continue
            if not (self.form.loose and self._may_count(visit.row.tokens, column)):
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
            for count, visit in enumerate(self._rows(tree), 1):
                longest = max(longest, count, len(visit.row.tokens), *map(len, visit.row.tokens))
        return longest

    def _sites(self, visit: RowVisit) -> dict[int, str]:
        shape = self.form.shapes[visit.number]
        return {column: site for site, column in cell_sites(shape, visit.number, visit.row)}

    def _change_cell(self, tree: Tree) -> bool:
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

    def _change_row(self, tree: Tree) -> bool:
        """Remakes the list of a row, or its word."""
        picked = self._pick_row(tree, items_only=self.rng.random() < 0.7)
        if picked is None:
            return False
        visit, free = picked
        sites = self._sites(visit)
        domain = self.rules.domains[sites[free[0]]]
        free = [column for column in free if self.rules.domains[sites[column]].kind == domain.kind]
        tokens = [visit.row.tokens[column] for column in free]
        if domain.kind == "word" and not domain.categorical:
            new = draw_words(domain, tokens, self.rng)
        else:
            new = remake(domain, tokens, self.rng)
        for column, token in zip(free, new, strict=True):
            visit.row.tokens[column] = token
        return True

    def _change_block(self, tree: Tree) -> bool:
        """Remakes one column of a block of lines, or shuffles, copies and reverses its repetitions."""
        blocks = [v for v in walk(self.form.items, tree) if isinstance(v, BlockVisit) and len(v.block.cases) > 1]
        if not blocks or self.form.loose:
            return False
        visit = self.rng.choice(blocks)
        cases = visit.block.cases
        item = visit.repeat.body[0]
        if len(visit.repeat.body) == 1 and isinstance(item, Line) and self.rng.random() < 0.6:
            return self._change_column(item.number, [case[0] for case in cases if isinstance(case[0], Row)], visit.env)
        how = self.rng.randrange(3)
        if how == 0:
            self.rng.shuffle(cases)
        elif how == 1:
            cases.reverse()
        else:
            source, target = self.rng.sample(range(len(cases)), 2)
            cases[target] = copy_tree(cases[source])
        return True

    def _change_column(self, line: int, rows: list[Row], env: Env) -> bool:
        shape = self.form.shapes[line]
        if shape.kind != "fixed" or shape.size == 0:
            return False
        column = self.rng.randrange(shape.size)
        domain = self.rules.domains[f"cell {line}.{column}"]
        if domain.is_constant or (line, column) in self.rules.counts:
            return False
        tokens = [row.tokens[column] for row in rows]
        if domain.kind == "word" and not domain.categorical:
            new = draw_words(domain, tokens, self.rng)
        else:
            new = remake(domain, tokens, self.rng)
        for row, token in zip(rows, new, strict=True):
            row.tokens[column] = token
        return True

    # Lengths

    def _countable(self, tree: Tree) -> list[tuple[RowVisit, Ref]]:
        """The counts of a tree that may change, each with the row it stands in."""
        frozen = {(ref.line, ref.token) for ref in self.form.frozen}
        found = []
        for visit in self._rows(tree):
            for line, token in sorted(self.rules.counts - frozen):
                if line == visit.number and token < len(visit.row.tokens):
                    domain = self.rules.domains.get(f"cell {line}.{token}")
                    if domain is not None and domain.kind == "int" and domain.low < domain.high:
                        found.append((visit, Ref(line, token)))
        return found

    def _change_length(self, tree: Tree) -> bool:
        counts = self._countable(tree)
        if not counts:
            return False
        visit, ref = self.rng.choice(counts)
        domain = self.rules.domains[f"cell {ref.line}.{ref.token}"]
        old = ref.value({ref.line: visit.row})
        if old is None:
            return False
        low, high = int(domain.low), int(min(domain.high, max(_MAX_LENGTH, 2 * old)))
        choices = (low, old - 1, old + 1, old // 2, 2 * old, self.rng.randint(min(low, high), high), high)
        new = max(low, min(high, self.rng.choice(choices)))
        if new == old:
            return False
        self._resize(tree, visit.row, ref, new)
        return True

    def _same_place(self, before: Tree, after: Tree, row: Row) -> Row | None:
        for old, new in zip(self._rows(before), self._rows(after), strict=True):
            if old.row is row:
                return new.row
        return None

    def _resize(self, tree: Tree, row: Row, ref: Ref, new: int) -> None:
        """Sets a count and drops or repeats what it governs: elements, lines and characters, at the same places."""
        old = ref.value({ref.line: row}) or 0
        kept = _indices(old, new, self.rng)
        for visit in list(walk(self.form.items, tree)):
            if isinstance(visit, BlockVisit):
                count = visit.repeat.count
                if count is not None and _governs(count, ref, row, visit.env):
                    indices = _fitted(kept, len(visit.block.cases), new * count.scale + count.offset, self.rng)
                    cases = visit.block.cases
                    visit.block.cases = [copy_tree(cases[index]) for index in indices] if cases else []
            else:
                self._resize_row(visit, row, ref, new, kept)
        row.tokens[ref.token] = str(new)

    def _resize_row(self, visit: RowVisit, row: Row, ref: Ref, new: int, kept: list[int]) -> None:
        shape, tokens = self.form.shapes[visit.number], visit.row.tokens
        env = {**visit.env, visit.number: visit.row}
        if shape.kind == "list" and shape.count is not None and _governs(shape.count, ref, row, env):
            items = tokens[shape.head :]
            size = new * shape.count.scale + shape.count.offset - shape.head
            items = [items[index] for index in _fitted(kept, len(items), size, self.rng)] if items else []
            domain = self.rules.domains.get(f"items {visit.number}")
            while domain is not None and len(items) < size:
                items.append(self.rng.choice(domain.seen))
            visit.row.tokens[:] = tokens[: shape.head] + items
        for site, column in cell_sites(shape, visit.number, visit.row):
            domain = self.rules.domains.get(site)
            if domain is not None and domain.width is not None and _governs(domain.width, ref, row, env):
                word = visit.row.tokens[column]
                indices = _fitted(kept, len(word), new, self.rng)
                visit.row.tokens[column] = "".join(word[index] for index in indices) if word else word

    # Formats not understood

    def _keeps_loose(self, before: Tree, after: Tree) -> bool:
        """In free rows, what held of the row before must hold after: its order, its distinct values, its range."""
        if not self.form.loose:
            return True
        return all(
            old.row.tokens == new.row.tokens or is_alike(old.row.tokens, new.row.tokens)
            for old, new in zip(self._rows(before), self._rows(after), strict=True)
        )


def _work(tree: Tree) -> int:
    """Tokens of a tree, and at least some work for anything."""
    total = 20
    for part in tree:
        total += len(part.tokens) if isinstance(part, Row) else sum(_work(case) - 19 for case in part.cases)
    return total


def _governs(count: Ref, ref: Ref, row: Row, env: Env) -> bool:
    return (count.line, count.token) == (ref.line, ref.token) and env.get(count.line) is row


def _indices(old: int, new: int, rng: random.Random) -> list[int]:
    """Which of `old` places stay, and which are repeated, for `new` places."""
    if new <= old:
        start = rng.randrange(old - new + 1)
        return list(range(start, start + new)) if rng.random() < 0.5 else sorted(rng.sample(range(old), new))
    added = [rng.randrange(old) for _ in range(new - old)] if old else []
    return sorted([*range(old), *added])


def _fitted(kept: list[int], length: int, size: int, rng: random.Random) -> list[int]:
    """`kept` for a sequence of another length than the count itself (n - 1 edges, two numbers for each)."""
    if len(kept) == size and all(index < length for index in kept):
        return kept
    return _indices(length, max(0, size), rng)
