"""How a running job is watched and stopped: a leash in the service's hand, a judge that feels it in the job's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ecode.judge.run import Judge
from ecode.judge.worker import Worker


class JobStopped(Exception):
    """Raised within a job that was stopped; not an `EcodeError`, for no part of the search may take it for one."""


class Leash:
    """What a job says of itself (`phase`, `candidates`), and the means to stop it from any thread.

    Stopping kills the sandboxes that the job holds, so that a program in the middle of a long run ends at once.
    """

    def __init__(self) -> None:
        self.phase = ""
        self.candidates = 0
        self.reason = ""
        self._closing = False
        self._lock = threading.Lock()
        self._held: set[Worker] = set()

    def say(self, phase: str) -> None:
        """Note what the job does now. Raises `JobStopped`."""
        self.check()
        self.phase = phase

    def count_candidate(self) -> None:
        """Note one more candidate tried. Raises `JobStopped`."""
        self.check()
        with self._lock:
            self.candidates += 1

    def check(self) -> None:
        """Raises `JobStopped` once `stop` was called."""
        if self.reason:
            raise JobStopped(self.reason)

    def stop(self, reason: str, *, closing: bool = False) -> None:
        """End the job; `closing` where the whole service ends, so that killed sandboxes need no successors."""
        with self._lock:
            self.reason = self.reason or reason
            self._closing = self._closing or closing
            for worker in self._held:
                worker.kill_inside()

    @contextmanager
    def holding(self, worker: Worker) -> Iterator[None]:
        """While the job uses `worker`. Raises `JobStopped` before and after, where it was stopped."""
        with self._lock:
            self.check()
            self._held.add(worker)
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(worker)
            if self.reason and not self._closing:
                worker.restart()  # it was killed under the job: the next one gets a whole one


class LeashedJudge(Judge):
    """The workers of another judge, for one job: leases end when the job is stopped. Opens and closes nothing."""

    def __init__(self, shared: Judge, leash: Leash) -> None:  # not super().__init__(): that starts a sandbox
        self.interpreter = shared.interpreter
        self.config = shared.config
        self.size = shared.size
        self._shared = shared
        self._leash = leash

    @contextmanager
    def lease(self) -> Iterator[Worker]:
        self._leash.check()
        with self._shared.lease() as worker, self._leash.holding(worker):
            yield worker

    def close(self) -> None:
        """The shared judge's owner closes it."""
