"""BLEU (Papineni et al., ACL 2002) over the tokens of programs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

Tokens = Sequence[str]
_ORDERS = (1, 2, 3, 4)
_SMOOTHING = 0.1  # counts for an order without a match: method 1 of Chen and Cherry (WMT 2014), as in CodeBLEU


def bleu(candidate: Tokens, references: Sequence[Tokens], weight: Callable[[str], float] | None = None) -> float:
    """BLEU of one candidate, smoothed: between 0 (no common token) and 1 (equal to a reference)."""
    return corpus_bleu([(candidate, references)], weight)


def corpus_bleu(
    pairs: Iterable[tuple[Tokens, Sequence[Tokens]]], weight: Callable[[str], float] | None = None
) -> float:
    """BLEU of many candidates, each with its references: counts are summed before they are divided.

    Geometric mean of the clipped n-gram precisions for n = 1 to 4, times the brevity penalty with the closest
    reference length. An order without a match counts as 0.1 matches, and one for which the candidates are too short is
    left out, so that a short program equals itself. `weight` weighs single tokens: CodeBLEU's weighted n-gram match.
    """
    matched, total = dict.fromkeys(_ORDERS, 0.0), dict.fromkeys(_ORDERS, 0.0)
    length = reference_length = 0
    for candidate, references in pairs:
        length += len(candidate)
        reference_length += min((abs(len(r) - len(candidate)), len(r)) for r in references)[1]
        for n in _ORDERS:
            ours = _grams(candidate, n)
            most: Counter[tuple[str, ...]] = Counter()
            for reference in references:
                most |= _grams(reference, n)
            matched[n] += _weighed(ours & most, weight)
            total[n] += _weighed(ours, weight)
    if not matched[1]:
        return 0.0
    logs = [math.log((matched[n] or _SMOOTHING) / total[n]) for n in _ORDERS if total[n]]
    return math.exp(min(0.0, 1 - reference_length / length) + math.fsum(logs) / len(logs))


def _grams(tokens: Tokens, n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(tokens[start:] for start in range(n)), strict=False))


def _weighed(grams: Counter[tuple[str, ...]], weight: Callable[[str], float] | None) -> float:
    return sum(count * (weight(gram[0]) if weight and len(gram) == 1 else 1.0) for gram, count in grams.items())
