"""A build's progress on the terminal."""

from __future__ import annotations

from types import TracebackType

from ecode.console import Status


class StepProgress:
    """Shows one step at a time; satisfies `ecode.data.progress.Progress`."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._status: Status | None = None

    def step(self, text: str, total: int | None = None) -> None:
        self._close()
        self._status = Status(text, total, quiet=self._quiet)
        self._status.__enter__()

    def advance(self, count: int = 1) -> None:
        if self._status is not None:
            self._status.update(advance=count)

    def _close(self) -> None:
        if self._status is not None:
            self._status.__exit__(None, None, None)
            self._status = None

    def __enter__(self) -> StepProgress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
