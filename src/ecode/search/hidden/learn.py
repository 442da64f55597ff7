"""Learns the rules of a format from its inputs: which facts hold so often, and tell so much, that they are required.

A fact that holds by chance only costs diversity; a promise broken would blame a correct program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ecode.search.hidden.domain import MOST_HOLD, VOCABULARY, Domain, learn_domains
from ecode.search.hidden.facts import CONSTANTS, Facts
from ecode.search.hidden.format import Format
from ecode.search.hidden.grammar import Line, Repeat
from ecode.search.hidden.rules import FEW_INSTANCES, Rules

ORDERS = {"asc", "strict", "desc", "strict desc", "distinct", "perm0", "perm1"}
"""Facts too unlikely by chance to be given up for one input in ten: test sets hold broken inputs."""
_WEAK = (*CONSTANTS, "even", "odd", "pow2", "differ", "<=pairs", "<=2^", "2<=", "max<2^")
"""Facts that hold too often by chance to be believed of a few instances."""
_MOST_WHOLE = 0.75


def learn_rules(form: Format) -> Rules:
    """The rules that hold over the inputs of a format."""
    domains = learn_domains(form)
    widths = {(domain.width.line, domain.width.token) for domain in domains.values() if domain.width is not None}
    rules = Rules(form, _count_tokens(form) | widths, domains, test_cases(form))
    seen: dict[str, _Seen] = {}
    for tree in form.trees:
        broken: dict[str, set[str]] = {}
        decided: dict[str, set[str]] = {}
        for site, facts in rules.facts(tree):
            seen.setdefault(site, _Seen()).add(facts)
            broken.setdefault(site, set()).update(name for name, holds in facts.items() if not holds)
            decided.setdefault(site, set()).update(facts)
        for site, names in decided.items():
            seen[site].inputs.update(names)
            seen[site].broken_inputs.update(broken[site])
    for site, found in seen.items():
        rules.required[site] = {
            name for name in found.held if _is_evident(site, name, found) and _is_telling(site, name, rules.domains)
        }
        rules.support[site] = found.total
    return rules


@dataclass(slots=True)
class _Seen:
    """How often the facts of a site held, were decided, and in how many inputs they were decided, and broken."""

    held: Counter[str] = field(default_factory=Counter)
    decided: Counter[str] = field(default_factory=Counter)
    total: int = 0
    inputs: Counter[str] = field(default_factory=Counter)
    broken_inputs: Counter[str] = field(default_factory=Counter)

    def add(self, facts: Facts) -> None:
        self.held.update(name for name, holds in facts.items() if holds)
        self.decided.update(list(facts))
        self.total += 1


def _is_evident(site: str, name: str, seen: _Seen) -> bool:
    """Whether a fact holds always, often enough to be no chance, or nearly always and throughout most inputs: public
    test sets hold broken ones."""
    decided = seen.total if name.startswith(CONSTANTS) else seen.decided[name]
    if site.startswith("column") and ":" in site:
        return seen.held[name] == decided >= FEW_INSTANCES
    if seen.held[name] == decided:
        return decided >= FEW_INSTANCES or not (name.startswith(_WEAK) or "*" in name)
    is_soft = name in ORDERS or (name.startswith("<") and "*" not in name)
    whole = seen.inputs[name] - seen.broken_inputs[name]
    nearly = seen.held[name] >= MOST_HOLD * decided and whole >= _MOST_WHOLE * seen.inputs[name]
    return is_soft and not site.startswith(("column", "rows")) and nearly


def _is_telling(site: str, name: str, domains: dict[str, Domain]) -> bool:
    """False for what a few values have in common by chance."""
    kind, place = site.split(" ")
    if name.startswith(("first=", "last=")):
        return kind == "list"
    if name.startswith("has="):
        domain = domains.get(f"items {place}" if kind == "list" else f"cell {place}")
        return domain is None or len(domain.seen) <= VOCABULARY
    return name not in ("even", "odd", "pow2") or kind != "cell" or len(domains[site].seen) > 2


def test_cases(form: Format) -> str:
    """The site `line.column` of the number of test cases; empty where the format has none."""
    last = form.items[-1]
    if not isinstance(last, Repeat) or last.count is None or form.shapes[0].size != 1:
        return ""
    is_whole = isinstance(last.body[0], Line) and len(last.body) > 1
    return "0.0" if is_whole and (last.count.line, last.count.token, last.count.offset) == (0, 0, 0) else ""


def _count_tokens(form: Format) -> set[tuple[int, int]]:
    counts = {(ref.line, ref.token) for ref in form.frozen}
    counts.update((shape.count.line, shape.count.token) for shape in form.shapes.values() if shape.count)

    def visit(items: Sequence[Line | Repeat]) -> None:
        for item in items:
            if isinstance(item, Repeat):
                if item.count is not None:
                    counts.add((item.count.line, item.count.token))
                visit(item.body)

    visit(form.items)
    return counts
