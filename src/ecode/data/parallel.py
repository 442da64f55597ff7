"""A map over many items on several processes: in order, and never far ahead of who takes the results."""

from __future__ import annotations

import ctypes
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
_CHUNK = 16
_PR_SET_PDEATHSIG = 1
_FEW = 64  # items for which no process is worth its start


def parallel_map(function: Callable[[Given], Made], items: Iterable[Given], processes: int) -> Iterator[Made]:
    """`map(function, items)` on `processes` processes; `function` and items must be picklable."""
    iterator = iter(items)
    first = list(islice(iterator, _FEW))
    if processes < 2 or len(first) < _FEW:
        yield from map(function, first)
        yield from map(function, iterator)
        return
    context = multiprocessing.get_context("spawn")  # a fork would copy the locks of other threads
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_die_with_parent) as pool:
        waiting: deque[Future[list[Made]]] = deque()
        for chunk in _chunks([first, iterator]):
            waiting.append(pool.submit(_apply, function, chunk))
            if len(waiting) > 2 * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _die_with_parent() -> None:
    """Ask the kernel to end this process when the one that started it is gone, be it by kill -9."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _chunks(parts: Iterable[Iterable[Given]]) -> Iterator[list[Given]]:
    iterator = (item for part in parts for item in part)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk


def _apply(function: Callable[[Given], Made], chunk: list[Given]) -> list[Made]:
    return [function(item) for item in chunk]
