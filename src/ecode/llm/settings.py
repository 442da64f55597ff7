"""How a language model is asked, and how much it may cost."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ecode.errors import UsageError

_POSITIVE = ("max_tokens", "timeout_s", "requests_per_minute", "max_requests", "max_total_tokens", "max_seconds")
_NOT_NEGATIVE = ("temperature", "retries", "price_in", "price_out")


@dataclass(frozen=True, slots=True)
class Settings:
    """Raises `UsageError` for a number that makes no sense; None means that there is no such limit.

    The limits `max_requests`, `max_total_tokens` (of questions and answers) and `max_seconds` are looked at before each
    request: the last answer may go past that of tokens. `price_in` and `price_out` are those of a million tokens of
    questions and answers, in any currency. `timeout_s`, `retries` and `requests_per_minute` are for servers.
    """

    temperature: float = 0.7
    max_tokens: int = 4096
    """Of one answer."""
    timeout_s: float = 120.0
    retries: int = 4
    """Of one request, after a busy or broken server."""
    requests_per_minute: int | None = None
    max_requests: int | None = None
    max_total_tokens: int | None = None
    max_seconds: float | None = None
    price_in: float | None = None
    price_out: float | None = None
    seed: int = 0
    """Of the draws of a model in a folder; servers are not told."""

    def __post_init__(self) -> None:
        for name in (
            "max_tokens",
            "timeout_s",
            "requests_per_minute",
            "max_requests",
            "max_total_tokens",
            "max_seconds",
        ):
            value = getattr(self, name)
            if value is not None and not (math.isfinite(value) and value > 0):
                raise UsageError(f"{name} must be above 0, not {value}.")
        for name in _NOT_NEGATIVE:
            value = getattr(self, name)
            if value is not None and not (math.isfinite(value) and value >= 0):
                raise UsageError(f"{name} must be at least 0, not {value}.")
        if (self.price_in is None) != (self.price_out is None):
            raise UsageError("Give both prices or none: that of a million tokens of questions, and that of answers.")
