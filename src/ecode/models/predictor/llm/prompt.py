"""What the language model reads and writes: the paper's question, and a time as digits.

The unit is that of the paper's code: hundredths of a microsecond, so 12.34 us are written `1234`. The paper's code
reads at most four new tokens, so that no answer can be above 99.99 us; here there is room for `MAX_DIGITS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ecode.models.baseline.prompts import ids_of

BEFORE = "### Code Solution:\n"
BEHIND = "\n\n### Predict the running time of the provided code solution:"
MAX_DIGITS = 12  # just under three hours
_PER_US = 100


def prompt_text(code: str) -> str:
    """The whole question, word for word that of the paper."""
    return f"{BEFORE}{code}{BEHIND}"


def digits_of(time_us: float) -> str:
    """A time as it is written. Rounded, where the paper cuts off: 0.29 * 100 is 28.999... in binary.

    >>> digits_of(12.34), digits_of(0.0)
    ('1234', '0')
    """
    return str(min(round(max(0.0, time_us) * _PER_US), 10**MAX_DIGITS - 1))


def time_us_of(digits: str) -> float:
    """The time that digits mean, at least the smallest one that can be written: nothing takes no time, and logarithms
    are taken of it.

    >>> time_us_of("1234"), time_us_of("0")
    (12.34, 0.01)
    """
    return max(1, int(digits)) / _PER_US


@dataclass(frozen=True, slots=True)
class Question:
    """Makes prompts of a tokenizer, of at most `longest` tokens."""

    tokenizer: Any
    longest: int

    def ids(self, code: str) -> list[int]:
        """Tokens of the question. A code that is too long keeps its first and its last half, so that the question
        behind it is always whole; each of the three parts is tokenised alone, so that the cut changes nothing else."""
        first = self._opening()
        head, tail = ids_of(self.tokenizer, BEFORE), ids_of(self.tokenizer, BEHIND)
        room = max(0, self.longest - len(first) - len(head) - len(tail))
        return [*first, *head, *both_ends(ids_of(self.tokenizer, code), room), *tail]

    def _opening(self) -> list[int]:
        """Special tokens that the tokenizer puts before a text."""
        inside, whole = ids_of(self.tokenizer, "a"), list(self.tokenizer("a").input_ids)
        starts = (n for n in range(len(whole)) if whole[n : n + len(inside)] == inside)
        return whole[: next(starts, 0)]


def both_ends(ids: Sequence[int], room: int) -> list[int]:
    """At most `room` tokens.

    >>> both_ends([1, 2, 3, 4, 5, 6], 3)
    [1, 2, 6]
    """
    if len(ids) <= room:
        return list(ids)
    last = room // 2
    return [*ids[: room - last], *ids[len(ids) - last :]]
