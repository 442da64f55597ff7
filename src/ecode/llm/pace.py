"""When a request may go out: a limit per minute, and longer and longer pauses after failures."""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
MOST_PATIENCE_S = 120.0
"""A server that asks for a longer pause is given up."""
_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, in seconds: `now` never jumps, `date` is that of the calendar."""

    now: Callable[[], float] = time.monotonic
    date: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Pace:
    """Remembers the requests of the last minute."""

    per_minute: int | None
    clock: Clock
    _sent: deque[float] = field(default_factory=deque)

    def pause_s(self) -> float:
        """How long the next request has to wait for its turn."""
        if self.per_minute is None or len(self._sent) < self.per_minute:
            return 0.0
        return max(0.0, self._sent[-self.per_minute] + _MINUTE_S - self.clock.now())

    def sent(self) -> None:
        self._sent.append(self.clock.now())
        if self.per_minute is None or len(self._sent) > self.per_minute:
            self._sent.popleft()


def backoff_s(failures: int, asked: float | None, draw: Callable[[], float] = random.random) -> float:
    """The pause after so many failures in a row: twice as long each time, half of it drawn, so that clients that
    failed together do not come back together; never shorter than what the server `asked` for."""
    longest = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(failures - 1, 10))
    return max(longest * (0.5 + 0.5 * draw()), asked or 0.0)


def retry_after_s(headers: Mapping[str, str], date: float) -> float | None:
    """The pause that a server asks for, as seconds or as a date; None where it asks for none that can be read."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp() - date)
