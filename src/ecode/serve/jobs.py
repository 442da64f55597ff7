"""Jobs: a bounded queue in lanes, threads that work it off, results that are kept for a while and no longer."""

from __future__ import annotations

import json
import logging
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ecode.answers import Answer
from ecode.errors import EcodeError
from ecode.serve.errors import INTERNAL, ApiError, kind_of
from ecode.serve.leash import JobStopped, Leash
from ecode.serve.limits import ServeLimits

_log = logging.getLogger(__name__)
_RETRY_AFTER_S = 5
_GRACE_S = 3.0
Work = Callable[[Leash], Answer]


class State(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(slots=True, eq=False)
class Job:
    """One piece of work. `weight` is what its request holds in memory, in bytes; `result` is JSON text."""

    verb: str
    lane: str
    weight: int
    deadline_s: float
    work: Work | None
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    leash: Leash = field(default_factory=Leash)
    state: State = State.QUEUED
    started: float | None = None
    finished: float | None = None
    result: str = ""
    error: tuple[str, str] | None = None

    @property
    def is_over(self) -> bool:
        return self.state in (State.DONE, State.FAILED, State.CANCELLED)


class Jobs:
    """All jobs there are. A lane is a name with a number of threads; jobs of one lane start in the order they came.

    Safe to call from any thread. `clock` gives seconds; tests bring their own.
    """

    def __init__(
        self, limits: ServeLimits, lanes: Mapping[str, int], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._changed = threading.Condition()
        self._all: dict[str, Job] = {}
        self._waiting: dict[str, deque[Job]] = {lane: deque() for lane in lanes}
        self._over: deque[Job] = deque()
        self._kept_bytes = 0
        self._closed = False
        self._threads = [
            threading.Thread(target=self._work_off, args=(lane,), name=f"{lane}-{number}", daemon=True)
            for lane, count in lanes.items()
            for number in range(count)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    # -- from outside ----------------------------------------------------------------------------------------------
    def submit(self, verb: str, lane: str, work: Work, *, weight: int, deadline_s: float) -> Job:
        """Queue `work`, which is stopped when it has run for `deadline_s`. Raises `ApiError` where the queue is
        full."""
        job = Job(verb, lane, weight, deadline_s, work)
        with self._changed:
            waiting = [one for queue in self._waiting.values() for one in queue]
            total = sum(one.weight for one in waiting) + weight
            if len(waiting) >= self._limits.queue or total > self._limits.queue_bytes or self._closed:
                message = f"{len(waiting)} jobs are waiting already; try again in {_RETRY_AFTER_S} s."
                raise ApiError(429, "queue_full", message, {"Retry-After": str(_RETRY_AFTER_S)})
            self._all[job.id] = job
            self._waiting[lane].append(job)
            self._drop_old()
            self._changed.notify_all()
        return job

    def get(self, job_id: str) -> Job:
        """Raises `ApiError` where there is no such job (any more)."""
        with self._changed:
            self._drop_old()
            job = self._all.get(job_id)
        if job is None:
            message = (
                f"There is no such job; finished ones are kept for {self._limits.keep_s / 60:.0f} minutes at most."
            )
            raise ApiError(404, "no_such_job", message)
        return job

    def cancel(self, job_id: str) -> Job:
        """Stop a job, or take it off the queue; one that is over stays as it is. Raises `ApiError`."""
        job = self.get(job_id)
        with self._changed:
            if job.state is State.QUEUED:
                self._waiting[job.lane].remove(job)
            if not job.is_over:
                self._finish(job, State.CANCELLED)
                job.leash.stop("cancelled")
        return job

    def as_json(self, job: Job) -> str:
        """The job as `schemas.JobAnswer` describes it; the result is JSON already and is put in as it is."""
        with self._changed:
            until = job.finished if job.finished is not None else self._clock()
            known = {
                "id": job.id,
                "verb": job.verb,
                "state": job.state,
                "ahead": self._waiting[job.lane].index(job) if job.state is State.QUEUED else 0,
                "phase": job.leash.phase if job.state is State.RUNNING else "",
                "candidates": job.leash.candidates,
                "seconds": round(until - job.started, 3) if job.started is not None else 0.0,
                "error": {"kind": job.error[0], "message": job.error[1]} if job.error else None,
            }
            return f'{json.dumps(known)[:-1]}, "result": {job.result or "null"}}}'

    def counts(self) -> tuple[int, int]:
        """How many jobs are queued, and how many run."""
        with self._changed:
            queued = sum(len(queue) for queue in self._waiting.values())
            return queued, sum(job.state is State.RUNNING for job in self._all.values())

    def close(self) -> None:
        """Stop every job and wait a moment for the threads; those that wait longer die with the process."""
        with self._changed:
            self._closed = True
            for queue in self._waiting.values():
                queue.clear()
            for job in [job for job in self._all.values() if not job.is_over]:
                self._finish(job, State.CANCELLED)
                job.leash.stop("the service ends", closing=True)
            self._changed.notify_all()
        until = time.monotonic() + _GRACE_S
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, until - time.monotonic()))

    # -- on the lanes' threads -------------------------------------------------------------------------------------
    def _work_off(self, lane: str) -> None:
        while (job := self._next(lane)) is not None:
            self._run(job)

    def _next(self, lane: str) -> Job | None:
        with self._changed:
            while not self._waiting[lane]:
                if self._closed:
                    return None
                self._changed.wait()
            job = self._waiting[lane].popleft()
            job.state = State.RUNNING
            job.started = self._clock()
            return job

    def _run(self, job: Job) -> None:
        work = job.work
        assert work is not None, "only a job that is over has no work"
        timer = threading.Timer(job.deadline_s, job.leash.stop, (f"stopped after {job.deadline_s:.0f} s",))
        timer.daemon = True
        timer.start()
        result, error = "", None
        try:
            result = json.dumps(work(job.leash))
            job.leash.check()  # what was found while the sandboxes were being killed is worth nothing
        except Exception as raised:
            error = _described(raised, job)
        finally:
            timer.cancel()
        with self._changed:
            if not job.is_over:
                self._finish(job, State.FAILED if error else State.DONE, "" if error else result, error)

    # -- under the lock --------------------------------------------------------------------------------------------
    def _finish(self, job: Job, state: State, result: str = "", error: tuple[str, str] | None = None) -> None:
        job.state, job.result, job.error = state, result, error
        job.finished = self._clock()
        job.work = None  # and with it the request's texts
        self._over.append(job)
        self._kept_bytes += len(result)
        self._drop_old()

    def _drop_old(self) -> None:
        """The newest result stays, however large it is: somebody is waiting for it."""
        oldest_kept = self._clock() - self._limits.keep_s
        while self._over and (
            len(self._over) > self._limits.keep_jobs
            or (self._kept_bytes > self._limits.keep_bytes and len(self._over) > 1)
            or (self._over[0].finished or 0.0) < oldest_kept
        ):
            job = self._over.popleft()
            self._kept_bytes -= len(job.result)
            del self._all[job.id]


def _described(error: Exception, job: Job) -> tuple[str, str]:
    """Kind and message of what ended a job; of a fault of ours only the log gets to know more."""
    if job.leash.reason:
        return "timeout", f"The job took too long: {job.leash.reason}."
    if isinstance(error, EcodeError):
        return kind_of(error), str(error)
    if not isinstance(error, JobStopped):
        _log.error("a job (%s) failed", job.verb, exc_info=error)
    return "internal", INTERNAL
