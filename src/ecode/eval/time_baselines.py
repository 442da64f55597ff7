"""Simple predictors of execution time, to compare with: code length, and gradient boosting on syntax features."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor

from ecode.syntax.tokens import code_tokens

_COUNTED = """
for while if in range len append sort sorted sum max min map list dict set int str input print return def lambda import
split join deque Counter defaultdict heapq bisect itertools collections sys and not break while pop insert
+ - * / // % ** == < > [ ( { = += . :
"""
_WORDS = tuple(dict.fromkeys(_COUNTED.split()))


class CodeLength:
    """log time = a + b log tokens, by least squares."""

    def __init__(self, codes: Sequence[str], times_us: Sequence[float]) -> None:
        x = np.array([self._size(code) for code in codes])
        self._slope, self._offset = np.polyfit(x, np.log(times_us), 1)

    def predict(self, codes: Sequence[str]) -> list[float]:
        return [math.exp(self._offset + self._slope * self._size(code)) for code in codes]

    @staticmethod
    def _size(code: str) -> float:
        return math.log1p(len(code_tokens(code)))


class BoostedSyntax:
    """Gradient-boosted trees on counts of words, lines, indentation and loops by depth."""

    def __init__(self, codes: Sequence[str], times_us: Sequence[float], seed: int = 0) -> None:
        self._model = HistGradientBoostingRegressor(
            loss="absolute_error", max_iter=400, learning_rate=0.08, random_state=seed
        )
        self._model.fit(_features(codes), np.log(times_us))

    def predict(self, codes: Sequence[str]) -> list[float]:
        return [math.exp(value) for value in self._model.predict(_features(codes))]


def _features(codes: Sequence[str]) -> NDArray[np.float64]:
    return np.array([_row(code) for code in codes])


def _row(code: str) -> list[float]:
    counts = Counter(code_tokens(code))
    lines = [line for line in code.split("\n") if line.strip()]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    loops = [
        indent for line, indent in zip(lines, indents, strict=True) if line.lstrip().startswith(("for ", "while "))
    ]
    numbers = [len(token) for token in counts if token.isdigit()]
    shape = [len(lines), len(counts), sum(counts.values()), max(indents, default=0), sum(indents) / max(1, len(lines))]
    deep = [len(loops), max(loops, default=0), sum(loops), max(numbers, default=0)]
    return [*map(float, shape), *map(float, deep), *(float(counts[word]) for word in _WORDS)]
