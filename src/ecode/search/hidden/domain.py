"""The domain of a place of a format: which values may stand there, by those that stand there in the given inputs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ecode.search.hidden.facts import DIGITS, Number, number
from ecode.search.hidden.format import Format
from ecode.search.hidden.grammar import INTEGER, Ref, RowVisit, walk
from ecode.search.hidden.sites import SCALARS, cell_sites, line_of

MOST_HOLD = 0.9
"""The share that counts as always: public test sets hold broken inputs."""
VOCABULARY = 8
"""So few different values are all that there are."""
_PLAIN_WORD = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]+|[A-Z.#*@o]+|[a-z.#*?]+")
_SEEN_LIMIT = 300
_MANY_INPUTS = 10
_MOST_WORDS = 2000


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


def _decimals(token: str) -> int:
    return len(token.partition(".")[2])


def learn_domains(form: Format) -> dict[str, Domain]:
    """The domain of every site of a format, over all its inputs."""
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
        for token in range(min(SCALARS, size)):
            ref = Ref(line, token)
            lengths = [
                len(word) for word, visit in words if ref.value({**visit.env, visit.number: visit.row}) == len(word)
            ]
            if len(lengths) >= MOST_HOLD * len(words) and max(lengths) >= 2:
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
    if len(numeric) == len(values) and not varied and zeros <= (1 - MOST_HOLD) * len(tokens):
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
    if len(distinct) <= VOCABULARY and len(tokens) >= 3 * len(distinct) and max(map(len, distinct)) > 1:
        return True
    return not all(_PLAIN_WORD.fullmatch(token) for token in distinct) or len(alphabet) > 64
