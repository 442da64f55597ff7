"""A bound on the processor time of a piece of Python: for ways that would never end on odd values."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfPatience(Exception):
    """The block took longer than it may."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise `OutOfPatience` in the block once it has used `seconds` of this process's processor time.

    Only the main thread can be interrupted; elsewhere the block runs to its end.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise OutOfPatience

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
