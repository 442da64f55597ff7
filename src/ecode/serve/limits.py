"""What one request may ask for, and what the service holds at a time. Everything that a client can grow ends here."""

from __future__ import annotations

from dataclasses import dataclass

MAX_PROGRAM_CHARS = 200_000
MAX_STATEMENT_CHARS = 100_000
MAX_TESTS = 1000
MAX_NAME_CHARS = 80
MAX_HIDDEN_INPUTS = 300
MAX_PREDICTIONS = 64
MAX_BUDGET_S = 600.0
MAX_TIME_LIMIT_S = 60.0
MAX_MEMORY_LIMIT_MB = 4096

_OUTPUT_BYTES = 128 << 20
_LEAST_OUTPUT_BYTES, _MOST_OUTPUT_BYTES = 256 << 10, 16 << 20


@dataclass(frozen=True, slots=True)
class ServeLimits:
    """What is held at a time. Sizes in bytes, times in seconds.

    `jobs` are the optimisations and comparisons at a time: more than one disturb each other's clocks. Finished jobs
    are dropped, oldest first, beyond `keep_jobs`, beyond `keep_bytes` of results, and after `keep_s`.
    """

    body_bytes: int = 4 << 20
    body_s: float = 30.0
    jobs: int = 1
    queue: int = 200
    queue_bytes: int = 128 << 20
    predictions: int = 8
    keep_jobs: int = 500
    keep_bytes: int = 64 << 20
    keep_s: float = 3600.0


def output_limit(runs: int) -> int:
    """Bytes that a program may print in one run, where the outputs of `runs` runs are held in memory at once."""
    return max(_LEAST_OUTPUT_BYTES, min(_MOST_OUTPUT_BYTES, _OUTPUT_BYTES // runs))
