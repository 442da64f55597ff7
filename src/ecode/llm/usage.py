"""What a language model has done so far, and whether it may go on."""

from __future__ import annotations

from dataclasses import dataclass, field

from ecode.errors import ModelError
from ecode.llm.settings import Settings

_LETTERS_PER_TOKEN = 4
"""Roughly, of English and of programs: for servers that do not count."""


@dataclass(slots=True)
class Usage:
    """Counts; `requests` holds the `retries`, `seconds` all waiting. `estimated` says that a server did not count its
    tokens, so that some of them are a quarter of the letters."""

    settings: Settings = field(repr=False)
    requests: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    estimated: bool = False

    @property
    def tokens(self) -> int:
        return self.prompt_tokens + self.completion_tokens

    @property
    def cost(self) -> float | None:
        """In the currency of the prices; None where there are none."""
        price_in, price_out = self.settings.price_in, self.settings.price_out
        if price_in is None or price_out is None:
            return None
        return (self.prompt_tokens * price_in + self.completion_tokens * price_out) / 1e6

    @property
    def seconds_left(self) -> float | None:
        """None where there is no limit."""
        limit = self.settings.max_seconds
        return None if limit is None else max(0.0, limit - self.seconds)

    def check(self) -> None:
        """Before each request. Raises `ModelError` where a limit is reached."""
        limits = self.settings
        for done, limit, unit in (
            (self.requests, limits.max_requests, "requests"),
            (self.tokens, limits.max_total_tokens, "tokens"),
            (self.seconds, limits.max_seconds, "seconds"),
        ):
            if limit is not None and done >= limit:
                raise ModelError(f"The model's limit of {limit:g} {unit} is reached; a higher limit lets it go on.")

    def count_tokens(self, prompt: int, completion: int) -> None:
        self.prompt_tokens += prompt
        self.completion_tokens += completion

    def estimate_tokens(self, prompt: str, answers: list[str]) -> None:
        self.estimated = True
        self.count_tokens(_estimate(prompt), sum(map(_estimate, answers)))

    def as_dict(self) -> dict[str, int | float | bool | None]:
        """For reports: numbers only."""
        return {
            "requests": self.requests,
            "retries": self.retries,
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "tokens_estimated": self.estimated,
            "seconds": round(self.seconds, 3),
            "cost": self.cost,
        }

    def __str__(self) -> str:
        about = "about " if self.estimated else ""
        cost = "" if self.cost is None else f", cost {self.cost:.4f}"
        return (
            f"{self.requests} requests ({self.retries} repeated), {about}{self.prompt_tokens} tokens in, "
            f"{about}{self.completion_tokens} out, {self.seconds:.1f} s{cost}"
        )


def _estimate(text: str) -> int:
    return -(-len(text) // _LETTERS_PER_TOKEN)
