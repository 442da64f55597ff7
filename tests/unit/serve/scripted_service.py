"""A backend that does what the program's text says, and a client that knows the API."""

from __future__ import annotations

import threading
import time
from typing import Any

from starlette.testclient import TestClient

from ecode.answers import Answer
from ecode.errors import UsageError
from ecode.serve.leash import Leash
from ecode.serve.schemas import CompareRequest, JudgeRequest, OptimizeRequest, PredictRequest

TESTS = [{"input": "3\n", "output": "3\n"}]
SECRET = "secret of the inside"


class ScriptedBackend:
    """Programs: `refuse`, `break`, `wait` (until `released`), all others are fine."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self.running = threading.Semaphore(0)
        self.optimized: Answer = {"schema_version": 1, "outcome": "no_improvement"}
        self.closed = False

    def judge(self, request: JudgeRequest, leash: Leash) -> Answer:
        return self._act(request.program, leash, {"schema_version": 1, "verdict": "AC", "tests": []})

    def compare(self, request: CompareRequest, leash: Leash) -> Answer:
        return self._act(request.a, leash, {"schema_version": 1, "answer": "faster"})

    def optimize(self, request: OptimizeRequest, leash: Leash) -> Answer:
        return self._act(request.program, leash, self.optimized)

    def predict(self, request: PredictRequest) -> Answer:
        if request.programs == ["refuse"]:
            raise UsageError("No.")
        if request.programs == ["break"]:
            raise RuntimeError(SECRET)
        rows = [{"file": "1", "time_us": 1.0, "low_us": 0.5, "high_us": 2.0}]
        return {"schema_version": 1, "predictions": rows, "machine_factor": 1.0, "interval": 0.8}

    def close(self) -> None:
        self.closed = True

    def _act(self, word: str, leash: Leash, answer: Answer) -> Answer:
        leash.say("at work")
        leash.count_candidate()
        if word == "refuse":
            raise UsageError("The program fails its own test 1 (WA).")
        if word == "break":
            raise RuntimeError(SECRET)
        if word == "wait":
            self.running.release()
            while not self.released.wait(0.005):
                leash.check()
        return answer


class ServiceClient(TestClient):
    """What a client of the service does all the time."""

    def submit(self, program: str = "ok", verb: str = "judge", **more: Any) -> Any:
        """The job of a request that is accepted."""
        programs = {"a": program, "b": "ok"} if verb == "compare" else {"program": program}
        answer = self.post(f"/v1/{verb}", json={"tests": TESTS, **programs, **more})
        assert answer.status_code == 202, answer.text
        return answer.json()

    def finished(self, job: Any, within_s: float = 60.0) -> Any:
        """The job once it is over."""
        until = time.monotonic() + within_s
        while job["state"] in ("queued", "running"):
            assert time.monotonic() < until, f"still {job['state']}: {job['phase']}"
            time.sleep(0.01)
            job = self.get(f"/v1/jobs/{job['id']}").json()
        return job
