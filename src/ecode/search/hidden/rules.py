"""What all given inputs have in common beyond their layout: domains of values, and promises such as `sorted`.

Every row, list, column and block of an input yields a set of *facts* (short strings such as `asc` or `<=1.0`). What
holds over the given inputs is required of every new one, so that a new input keeps the promises of a problem whose
statement nobody has read. A fact that holds by chance only costs diversity; a promise broken would blame a correct
program.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ecode.search.hidden.facts import (
    CONSTANTS,
    DIGITS,
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
from ecode.search.hidden.format import Format, Shape
from ecode.search.hidden.grammar import INTEGER, BlockVisit, Env, Line, Ref, Repeat, Row, RowVisit, Tree, walk

_PLAIN_WORD = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]+|[A-Z.#*@o]+|[a-z.#*?]+")
_SEEN_LIMIT = 300
_MOST_HOLD, _MOST_WHOLE = 0.9, 0.75
ORDERS = {"asc", "strict", "desc", "strict desc", "distinct", "perm0", "perm1"}
"""Facts too unlikely by chance to be given up for one input in ten: test sets hold broken inputs."""
_WEAK = (*CONSTANTS, "even", "odd", "pow2", "differ", "<=pairs", "<=2^", "2<=", "max<2^")
"""Facts that hold too often by chance to be believed of a few instances."""
_CATEGORIES = 8
_SCALARS = 4
_MANY_INPUTS = 10
_MOST_WORDS = 2000
_FEW_INSTANCES = 4


def _decimals(token: str) -> int:
    return len(token.partition(".")[2])


@dataclass(slots=True)
class Domain:
    """The values seen at one place of the format."""

    kind: str = "int"
    """`int`, `float`, or `word`."""
    low: Number = 0
    high: Number = 0
    decimals: int = 0
    """The most decimals seen; `least_decimals` the fewest."""
    least_decimals: int = 0
    seen: list[str] = field(default_factory=list)
    alphabet: str = ""
    first: str = ""
    lengths: tuple[int, int] = (0, 0)
    categorical: bool = False
    """Words that come from a small vocabulary, or whose inner structure is unknown: only those seen are used."""
    width: Ref | None = None
    """The count that announces the length of the words."""
    instances: int = 0
    """How many tokens were seen, equal ones among them."""
    mixed: bool = False
    """Numbers and words at one place: lines of several kinds, which nobody told apart."""
    stated: bool = False
    """Whether the ends are those of the statement, not of what was seen."""

    def admits(self, token: str) -> bool:
        """Whether a token may stand here."""
        if self.kind == "word":
            fits = self.width is not None or self.lengths[0] <= len(token) <= self.lengths[1]
            return fits and set(token) <= set(self.alphabet) and token[:1] in self.first
        value = number(token)
        if value is None or not self.least_decimals <= _decimals(token) <= self.decimals:
            return False
        return self.low <= value <= self.high

    @property
    def is_constant(self) -> bool:
        """Whether only one value was ever seen, and nobody said which others are right."""
        return len(self.seen) < 2 and not self.stated


def cell_sites(shape: Shape, line: int, row: Row) -> Iterator[tuple[str, int]]:
    """The site of every token of a row: a column of its own, or the elements of a list together."""
    tag = row.tokens[0] if shape.kind == "tagged" and row.tokens else ""
    for column in range(len(row.tokens)):
        if shape.kind == "free" and len(row.tokens) <= _SCALARS:
            yield f"cell {line}.{len(row.tokens)}:{column}", column
        elif shape.kind == "free" or (shape.kind == "list" and column >= shape.head):
            yield f"items {line}", column
        else:
            yield f"cell {line}.{column}{'' if column == 0 else tag and ':' + tag}", column


def line_of(site: str) -> int:
    """The line of the format that a site belongs to: 3 of `cell 3.0`, `list 3` and `column 3.1:tag`."""
    return int(re.split(r"[.:]", site.split(" ")[1])[0])


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
            if self.support[site] >= _FEW_INSTANCES
            else {name for name in names if name.startswith(("<", ">", "max", "le ", "lt ", "==", "connected"))}
            for site, names in self.required.items()
        }
        domains = dict(self.domains)
        for site, domain in self.domains.items():
            if site.startswith("items") and domain.kind == "int" and domain.is_constant:
                values = range(int(domain.low), int(domain.low) + _FEW_INSTANCES)
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
        return {name: value for name, value in _scalars(self.format.shapes, env).items() if name != self.cases}

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
            if shape.kind == "fixed" and len(values) <= _CATEGORIES:
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


def _scalars(shapes: dict[int, Shape], env: Env) -> dict[str, int]:
    found = {}
    for line, row in env.items():
        shape = shapes[line]
        size = shape.head if shape.kind == "list" else len(row.tokens)
        if shape.kind in ("fixed", "list") and size <= _SCALARS:
            for column in range(min(size, len(row.tokens))):
                token = row.tokens[column]
                if INTEGER.fullmatch(token):
                    found[f"{line}.{column}"] = int(token)
    return found


def learn_rules(form: Format) -> Rules:
    """The rules that hold over the inputs of a format."""
    domains = _domains(form)
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
        return seen.held[name] == decided >= _FEW_INSTANCES
    if seen.held[name] == decided:
        return decided >= _FEW_INSTANCES or not (name.startswith(_WEAK) or "*" in name)
    is_soft = name in ORDERS or (name.startswith("<") and "*" not in name)
    whole = seen.inputs[name] - seen.broken_inputs[name]
    nearly = seen.held[name] >= _MOST_HOLD * decided and whole >= _MOST_WHOLE * seen.inputs[name]
    return is_soft and not site.startswith(("column", "rows")) and nearly


def _is_telling(site: str, name: str, domains: dict[str, Domain]) -> bool:
    """False for what a few values have in common by chance."""
    kind, place = site.split(" ")
    if name.startswith(("first=", "last=")):
        return kind == "list"
    if name.startswith("has="):
        domain = domains.get(f"items {place}" if kind == "list" else f"cell {place}")
        return domain is None or len(domain.seen) <= _CATEGORIES
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


def _domains(form: Format) -> dict[str, Domain]:
    tokens: dict[str, list[str]] = {}
    words: dict[str, list[tuple[str, RowVisit]]] = {}
    signs: dict[str, Counter[int]] = {}
    for tree in form.trees:
        seen: set[tuple[str, int]] = set()
        for visit in walk(form.items, tree):
            if isinstance(visit, RowVisit):
                for site, column in cell_sites(form.shapes[visit.number], visit.number, visit.row):
                    token = visit.row.tokens[column]
                    tokens.setdefault(site, []).append(token)
                    if len(found := words.setdefault(site, [])) < _MOST_WORDS:
                        found.append((token, visit))
                    seen.add((site, _sign(token)))
        for site, sign in seen:
            signs.setdefault(site, Counter())[sign] += 1
    domains = {site: _domain(found, _width(words[site])) for site, found in tokens.items()}
    for site, domain in domains.items():
        # Nobody knows what the words of such a line mean: a keyword misspelt is no valid input.
        domain.categorical |= domain.kind == "word" and form.shapes[line_of(site)].kind == "free"
    if len(form.trees) >= _MANY_INPUTS:
        for site, domain in domains.items():
            _drop_lone_sign(domain, signs[site])
    return domains


def _sign(token: str) -> int:
    if token.startswith("-"):
        return -1
    return 1 if token.strip("0.") else 0


def _drop_lone_sign(domain: Domain, signs: Counter[int]) -> None:
    """Takes the negative numbers, or the zero, out of a domain where one input of many has them.

    In public test sets that input is more often broken than it is a corner case; the given tests keep it anyway.
    """
    for sign, least in ((-1, 0), (0, 1)):
        rest = [token for token in domain.seen if _sign(token) > sign]
        if domain.kind == "int" and signs[sign] == 1 and domain.low < least and len(rest) > 1:
            domain.low = max(least, min(int(token) for token in rest))
            domain.seen = rest


def _width(words: Sequence[tuple[str, RowVisit]]) -> Ref | None:
    """A count in scope, or before it on the line, that is the length of (nearly) every word of a site."""
    first = words[0][1]
    for line in [first.number, *sorted(first.env, reverse=True)]:
        size = len((first.row if line == first.number else first.env[line]).tokens)
        for token in range(min(_SCALARS, size)):
            ref = Ref(line, token)
            lengths = [
                len(word) for word, visit in words if ref.value({**visit.env, visit.number: visit.row}) == len(word)
            ]
            if len(lengths) >= _MOST_HOLD * len(words) and max(lengths) >= 2:
                return ref
    return None


def _domain(tokens: Sequence[str], width: Ref | None) -> Domain:
    values = [number(token) for token in tokens]
    distinct = list(dict.fromkeys(tokens))
    domain = Domain(seen=distinct[:_SEEN_LIMIT], instances=len(tokens))
    numeric = [value for value in values if value is not None]
    # Strings of digits that start with zeros or have an announced length are words.
    zeros = sum(DIGITS.fullmatch(token) is not None and not INTEGER.fullmatch(token) for token in tokens)
    varied = len({len(token) for token in tokens}) > 1 and width is not None and len(tokens) > 2
    if len(numeric) == len(values) and not varied and zeros <= (1 - _MOST_HOLD) * len(tokens):
        domain.kind = "int" if all(isinstance(value, int) for value in numeric) else "float"
        domain.low, domain.high = min(numeric), max(numeric)
        domain.seen = [t for t in distinct if INTEGER.fullmatch(t) or "." in t][:_SEEN_LIMIT] or distinct[:1]
        decimals = [_decimals(token) for token in tokens]
        domain.least_decimals, domain.decimals = min(decimals), max(decimals)
        return domain
    domain.kind = "word"
    domain.alphabet = "".join(sorted({char for token in tokens for char in token}))
    domain.first = "".join(sorted({token[0] for token in tokens if token}))
    domain.lengths = min(map(len, tokens)), max(map(len, tokens))
    domain.width = width
    domain.mixed = width is None and 0 < len(numeric) < len(tokens)
    domain.categorical = domain.mixed or (width is None and _is_categorical(tokens, distinct, domain.alphabet))
    return domain


def _is_categorical(tokens: Sequence[str], distinct: Sequence[str], alphabet: str) -> bool:
    if len(distinct) <= _CATEGORIES and len(tokens) >= 3 * len(distinct) and max(map(len, distinct)) > 1:
        return True
    return not all(_PLAIN_WORD.fullmatch(token) for token in distinct) or len(alphabet) > 64
