"""Rows of different length as one array."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def padded(
    rows: Sequence[Sequence[int] | NDArray[np.integer]], filler: int = 0, multiple: int = 1
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows -> (rows, longest) with `filler` behind, and the mask: 1 where a row is. The length is a `multiple`, and at
    least that."""
    longest = max([1, *map(len, rows)])
    longest += -longest % multiple
    ids = np.full((len(rows), longest), filler, np.int64)
    mask = np.zeros((len(rows), longest), np.int64)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = row
        mask[number, : len(row)] = 1
    return ids, mask
