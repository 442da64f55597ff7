"""Near-duplicates by MinHash: which programs share at least 0.8 of their Uni token 5-grams.

MinHash with banding (Broder 1997; Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, 3.4) only proposes; every
proposal is decided by the Jaccard similarity of the 5-gram sets themselves. With 20 bands of 5 rows a pair at 0.8 is
proposed with probability 0.9996.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from functools import cache

from ecode.errors import UsageError

GRAM, THRESHOLD = 5, 0.8
BANDS, ROWS = 20, 5


def grams(tokens: Sequence[str]) -> frozenset[int]:
    """The set of hashed 5-grams of a program's tokens (one gram of all tokens where there are fewer)."""
    count = max(1, len(tokens) - GRAM + 1)
    return frozenset(_hash("\0".join(tokens[start : start + GRAM])) for start in range(count))


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """|a & b| / |a | b|, 1.0 for two empty sets."""
    union = len(a | b)
    return len(a & b) / union if union else 1.0


def band_keys(hashed: frozenset[int]) -> list[int]:
    """One 63-bit key for each band; two programs that agree on any are proposed as near-duplicates."""
    numpy, multipliers, offsets = _permutations()
    values = numpy.fromiter(hashed, dtype=numpy.uint64, count=len(hashed))
    # Multiply-shift hashing in 64 bits: the high half of a * x + b.
    minima = ((values[:, None] * multipliers[None, :] + offsets[None, :]) >> numpy.uint64(32)).min(axis=0)
    parts = (minima[band * ROWS : (band + 1) * ROWS].tobytes() for band in range(BANDS))
    return [struct.unpack("<Q", hashlib.blake2b(part, digest_size=8).digest())[0] >> 1 for part in parts]


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    value: int = struct.unpack("<Q", digest)[0]
    return value


@cache
def _permutations():  # type: ignore[no-untyped-def]
    try:
        import numpy
    except ImportError:
        raise UsageError('Splitting a dataset needs numpy: pip install "ecode-lm[data]"') from None
    draw = numpy.random.default_rng(20260101)
    multipliers = draw.integers(0, 1 << 63, BANDS * ROWS, dtype=numpy.uint64) * numpy.uint64(2) + numpy.uint64(1)
    return numpy, multipliers, draw.integers(0, 1 << 63, BANDS * ROWS, dtype=numpy.uint64)
