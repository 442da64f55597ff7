"""Everything that reaches the terminal beside a command's own answer: progress, messages, units for people."""

from __future__ import annotations

import re
import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_PLAIN_WIDTH = 160  # of output that no terminal will wrap
err = Console(stderr=True, highlight=False, soft_wrap=True)
_PLAIN_INTERVAL_S = 5.0  # where there is no terminal, a line now and then instead of a moving one


def out() -> Console:
    """Where a command's answer goes: stdout, as wide as the terminal, or wide enough for files and pipes."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PLAIN_WIDTH)


def visible(text: object) -> str:
    """`text`, such as the name of a file, with escapes for what a terminal would obey instead of show: escape sequences
    and other control characters, line ends, changes of the writing direction."""
    return _OBEYED.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), str(text))


def format_time(ns: float) -> str:
    """`1.23 s`, `45.6 ms`, `789 µs`: three significant digits."""
    for unit, size in (("s", 1e9), ("ms", 1e6)):
        if ns >= size:
            value = ns / size
            return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f} {unit}"
    return f"{ns / 1e3:.0f} µs"


def format_bytes(size: float) -> str:
    """`512 B`, `14.2 MB`; powers of 1024."""
    for unit in ("B", "KB", "MB"):
        if size < 1024:
            return f"{size:.0f} {unit}" if unit == "B" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} GB"


def format_duration(seconds: float) -> str:
    """`42 s`, `3 min 20 s`, `2 h 5 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


class Status:
    """One line about work that may take longer than two seconds: moving on a terminal, a plain line now and then
    elsewhere. With a total it also says the rate and the time left. `quiet` shows nothing."""

    def __init__(self, text: str, total: int | None = None, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._text = text
        self._done = 0
        self._total = total
        self._started = self._last_plain = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        if err.is_terminal and not quiet:
            columns = [SpinnerColumn(), TextColumn("{task.description}")]
            if total is not None:
                columns.append(BarColumn(bar_width=30))
            columns.append(TextColumn("{task.fields[pace]}"))
            self._progress = Progress(*columns, TimeElapsedColumn(), console=err, transient=True)
            self._task = self._progress.add_task(text, total=total, pace="")

    def update(self, text: str | None = None, advance: int = 0) -> None:
        self._text = text or self._text
        self._done += advance
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=self._text, advance=advance, pace=self._pace())
        elif not self._quiet and time.monotonic() - self._last_plain > _PLAIN_INTERVAL_S:
            self._last_plain = time.monotonic()
            err.print(f"{self._text} {self._pace()}".rstrip(), markup=False)

    def _pace(self) -> str:
        """How much is done; rate and time left, once there is enough to go by."""
        if self._total is None:
            return f"{self._done}" if self._done else ""
        elapsed = time.monotonic() - self._started
        done = f"{self._done}/{self._total}"
        if self._done < 3 or elapsed < 2:
            return done
        rate = self._done / elapsed
        return f"{done} ({rate:.3g}/s, {format_duration((self._total - self._done) / rate)} left)"

    def __enter__(self) -> Status:
        if self._progress is not None:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()
