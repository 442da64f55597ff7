"""Systems to compare with: nothing, the best known programs, and fast programs of the nearest slow ones in training."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from ecode.data.near_duplicates import grams
from ecode.errors import DataError
from ecode.eval.results import Proposed
from ecode.eval.tasks import Task
from ecode.formats.shards import parquet_shards
from ecode.syntax.names import to_uni
from ecode.syntax.tokens import code_tokens


def identity(tasks: Sequence[Task]) -> list[list[Proposed]]:
    """The slow program itself: what every metric must call a failure."""
    return [[Proposed(task.code)] for task in tasks]


def best_human(tasks: Sequence[Task]) -> list[list[Proposed]]:
    """The known fast programs of the problem, the fastest one wins: what people did (or the corpus, where it wrote
    them)."""
    nothing = [Proposed("", "no fast program is known")]
    return [[Proposed(code) for code in task.references] or nothing for task in tasks]


class NearestNeighbour:
    """Retrieval: the fast programs of the `k` most similar slow ones, by cosine of their weighted Uni token 5-grams.

    Weights are inverse document frequencies (Spaerck Jones, 1972). Answers are distinct programs.
    """

    def __init__(self, pairs: Path, k: int = 8) -> None:
        self._k = k
        self._fast: list[str] = []
        postings: dict[int, list[int]] = defaultdict(list)
        for path in parquet_shards(pairs, "train"):
            for batch in pq.ParquetFile(path).iter_batches(1000, columns=["slow_code", "fast_code"]):
                rows = batch.to_pydict()
                for slow, fast in zip(rows["slow_code"], rows["fast_code"], strict=True):
                    for gram in _grams(slow):
                        postings[gram].append(len(self._fast))
                    self._fast.append(fast)
        if not self._fast:
            raise DataError(f"{pairs} holds no training pairs to look in.")
        self._postings = {gram: np.array(rows, np.int32) for gram, rows in postings.items()}
        self._weights = {gram: math.log(len(self._fast) / len(rows)) for gram, rows in self._postings.items()}
        squares = np.zeros(len(self._fast))
        for gram, rows in self._postings.items():
            squares[rows] += self._weights[gram] ** 2
        self._norms = np.sqrt(np.maximum(squares, 1e-12))

    def __call__(self, tasks: Sequence[Task]) -> list[list[Proposed]]:
        return [[Proposed(code) for code in self.nearest(task.code)] for task in tasks]

    def nearest(self, code: str) -> list[str]:
        scores = np.zeros(len(self._fast))
        for gram in _grams(code):
            if gram in self._postings:
                scores[self._postings[gram]] += self._weights[gram] ** 2
        order = np.argsort(-scores / self._norms, kind="stable")
        return list(dict.fromkeys(self._fast[row] for row in order[: 50 * self._k]))[: self._k]


def _grams(code: str) -> frozenset[int]:
    return grams(code_tokens(to_uni(code).code))
