"""Changes lengths: a count together with all that it governs, elements, lines and characters."""

from __future__ import annotations

import random

from ecode.search.hidden.domain import Domain
from ecode.search.hidden.grammar import BlockVisit, Env, Ref, Row, RowVisit, Tree, copy_tree, row_visits, walk
from ecode.search.hidden.rules import Rules
from ecode.search.hidden.sites import cell_sites

SMALLEST_LENGTH = 3
"""What is shortened does not get shorter than that."""
_MAX_LENGTH = 40
_FEW_INPUTS = 3


def allow_fewer(rules: Rules, *, shrinks: bool) -> None:
    """Widens the range of counts: one test case is always valid; of few inputs the lengths seen say little."""
    counts = {f"{line}.{token}" for line, token in _free_counts(rules)}
    for site, domain in rules.domains.items():
        place = site.removeprefix("cell ")
        if domain.kind != "int" or place == site:
            continue
        if place == rules.cases:
            domain.low = min(1, domain.low)
        elif place in counts and shrinks:
            domain.low = min(SMALLEST_LENGTH, domain.low)
        elif place in counts and len(rules.format.trees) < _FEW_INPUTS:
            domain.low = min(domain.low, max(2, domain.low // 2))
        elif shrinks and any(name.startswith("<") for name in rules.required.get(site, ())):
            domain.low = min(1, domain.low)  # a number bound by a length shrinks with it


def _free_counts(rules: Rules) -> set[tuple[int, int]]:
    return rules.counts - {(ref.line, ref.token) for ref in rules.format.frozen}


def countable(rules: Rules, tree: Tree) -> list[tuple[RowVisit, Ref]]:
    """The counts of a tree that may change, each with the row it stands in."""
    counts = sorted(_free_counts(rules))
    found = []
    for visit in row_visits(rules.format.items, tree):
        for line, token in counts:
            if line == visit.number and token < len(visit.row.tokens):
                domain = rules.domains.get(f"cell {line}.{token}")
                if domain is not None and domain.kind == "int" and domain.low < domain.high:
                    found.append((visit, Ref(line, token)))
    return found


def domain_of(rules: Rules, ref: Ref) -> Domain:
    """The domain of a count of `countable`."""
    return rules.domains[f"cell {ref.line}.{ref.token}"]


def change_length(rules: Rules, tree: Tree, rng: random.Random) -> bool:
    """Changes one length by a little, by half, or to an end of its range; False where none may change."""
    counts = countable(rules, tree)
    if not counts:
        return False
    visit, ref = rng.choice(counts)
    domain = domain_of(rules, ref)
    old = ref.value({ref.line: visit.row})
    if old is None:
        return False
    low, high = int(domain.low), int(min(domain.high, max(_MAX_LENGTH, 2 * old)))
    choices = (low, old - 1, old + 1, old // 2, 2 * old, rng.randint(min(low, high), high), high)
    new = max(low, min(high, rng.choice(choices)))
    if new == old:
        return False
    resize(rules, tree, visit.row, ref, new, rng)
    return True


def resize(rules: Rules, tree: Tree, row: Row, ref: Ref, new: int, rng: random.Random) -> None:
    """Sets a count and drops or repeats what it governs: elements, lines and characters, at the same places."""
    old = ref.value({ref.line: row}) or 0
    kept = _indices(old, new, rng)
    for visit in list(walk(rules.format.items, tree)):
        if isinstance(visit, BlockVisit):
            count = visit.repeat.count
            if count is not None and _governs(count, ref, row, visit.env):
                indices = _fitted(kept, len(visit.block.cases), new * count.scale + count.offset, rng)
                cases = visit.block.cases
                visit.block.cases = [copy_tree(cases[index]) for index in indices] if cases else []
        else:
            _resize_row(rules, visit, row, ref, new, kept, rng)
    row.tokens[ref.token] = str(new)


def _resize_row(
    rules: Rules, visit: RowVisit, row: Row, ref: Ref, new: int, kept: list[int], rng: random.Random
) -> None:
    shape, tokens = rules.format.shapes[visit.number], visit.row.tokens
    env = {**visit.env, visit.number: visit.row}
    if shape.kind == "list" and shape.count is not None and _governs(shape.count, ref, row, env):
        items = tokens[shape.head :]
        size = new * shape.count.scale + shape.count.offset - shape.head
        items = [items[index] for index in _fitted(kept, len(items), size, rng)] if items else []
        domain = rules.domains.get(f"items {visit.number}")
        while domain is not None and len(items) < size:
            items.append(rng.choice(domain.seen))
        visit.row.tokens[:] = tokens[: shape.head] + items
    for site, column in cell_sites(shape, visit.number, visit.row):
        domain = rules.domains.get(site)
        if domain is not None and domain.width is not None and _governs(domain.width, ref, row, env):
            word = visit.row.tokens[column]
            indices = _fitted(kept, len(word), new, rng)
            visit.row.tokens[column] = "".join(word[index] for index in indices) if word else word


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
