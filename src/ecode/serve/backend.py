"""What does the work behind the requests: the shared judge, the race, the search, the predictor."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from ecode import __version__
from ecode.answers import Answer, comparison_answer, judge_answer, versioned
from ecode.api import optimize
from ecode.errors import ModelError
from ecode.formats.input_profile import input_profile
from ecode.judge.compare import compare_programs
from ecode.judge.run import Judge
from ecode.machine import fingerprint, noise_warnings
from ecode.records import JudgeReport, TestSuite
from ecode.report import Setting, report_of
from ecode.search.config import Observer, OptimizeConfig
from ecode.search.interfaces import Proposer, Ranker
from ecode.search.outcome import Outcome
from ecode.search.racing import prepare_both, timed_tests
from ecode.serve.leash import Leash, LeashedJudge
from ecode.serve.schemas import CompareRequest, JudgeRequest, OptimizeRequest, PredictRequest


class Backend(Protocol):
    """What the service needs; the first three run as jobs, on a thread of their own, and raise `JobStopped` soon
    after their leash was pulled."""

    def judge(self, request: JudgeRequest, leash: Leash) -> Answer: ...

    def compare(self, request: CompareRequest, leash: Leash) -> Answer: ...

    def optimize(self, request: OptimizeRequest, leash: Leash) -> Answer: ...

    def predict(self, request: PredictRequest) -> Answer: ...

    def close(self) -> None: ...


class PredictedTime(Protocol):
    """Microseconds: the median, and the ends of the 80 % interval."""

    @property
    def time_us(self) -> float: ...

    @property
    def low_us(self) -> float: ...

    @property
    def high_us(self) -> float: ...


class Predictor(Protocol):
    def predict(
        self, codes: Sequence[str], profiles: Sequence[Sequence[float] | None] | None = None
    ) -> Sequence[PredictedTime]: ...


@dataclass(frozen=True, slots=True)
class Engine:
    """The real backend. One judge serves all jobs; programs run nowhere but in its sandboxes."""

    shared_judge: Judge
    proposers: Sequence[Proposer]
    ranker: Ranker | None = None
    predictor: Predictor | None = None
    _predicting: threading.Lock = field(default_factory=threading.Lock)

    def judge(self, request: JudgeRequest, leash: Leash) -> Answer:
        leash.say("running the tests")
        suite = request.suite()
        judge = LeashedJudge(self.shared_judge, leash)
        return judge_answer(judge.judge(request.program, suite, stop_early=not request.all), suite)

    def compare(self, request: CompareRequest, leash: Leash) -> Answer:
        leash.say("testing both programs")
        judge, suite = LeashedJudge(self.shared_judge, leash), request.suite()
        both = prepare_both(judge, suite, ("Program A", request.a), ("Program B", request.b))
        with judge.lease() as worker:
            timed = timed_tests(worker, both.given, *both.reports)
            leash.say("racing")
            comparison = compare_programs(
                worker,
                request.a.encode(),
                request.b.encode(),
                [test.input for test in timed],
                limits=suite.limits,
                warm=request.warm,
                seed=request.seed,
                max_seconds=request.budget_s,
                on_pair=lambda done: leash.say(f"racing, {done} pairs done"),
                test_names=[test.name for test in timed],
            )
        return comparison_answer(comparison, fingerprint(judge.interpreter.version_text))

    def optimize(self, request: OptimizeRequest, leash: Leash) -> Answer:
        leash.say("starting")
        judge, suite = LeashedJudge(self.shared_judge, leash), request.suite(more_runs=request.hidden_inputs)
        outcome = optimize(
            request.program,
            suite,
            OptimizeConfig(request.budget_s, request.hidden_inputs, warm=request.warm, seed=request.seed),
            judge=judge,
            statement=request.statement,
            proposers=self.proposers,
            ranker=self.ranker,
            observer=Observer(leash.say, lambda candidate: leash.count_candidate()),
        )
        leash.say("running the tests once more")
        reports = _final_tests(judge, outcome, suite)
        return versioned(report_of(outcome, _setting(request, judge), reports).as_dict())

    def predict(self, request: PredictRequest) -> Answer:
        if self.predictor is None:
            raise ModelError("There is no predictor in this installation: `ecode train predictor` makes one.")
        profile = input_profile(request.input.encode()) if request.input is not None else None
        with self._predicting:  # one at a time: more would take the CPU from what is being timed
            made = self.predictor.predict(request.programs, [profile] * len(request.programs))
        rows = [
            {"file": str(number), "time_us": p.time_us, "low_us": p.low_us, "high_us": p.high_us}
            for number, p in enumerate(made, 1)
        ]
        return versioned({"predictions": rows, "machine_factor": 1.0, "interval": 0.8})

    def close(self) -> None:
        self.shared_judge.close()


def _final_tests(judge: Judge, outcome: Outcome, suite: TestSuite) -> tuple[JudgeReport, JudgeReport] | None:
    """Both programs over the tests once more, for the table; None where nothing was found."""
    if not outcome.improved:
        return None
    return judge.judge(outcome.original, suite), judge.judge(outcome.program, suite)


def _setting(request: OptimizeRequest, judge: Judge) -> Setting:
    """What a report says beside the outcome; the command is the one that does the same without the service."""
    command = ["ecode", "optimize", request.name, "--tests", "tests.json", "--budget", f"{request.budget_s:g}"]
    return Setting(
        name=request.name,
        machine=fingerprint(judge.interpreter.version_text),
        command=command,
        ecode_version=__version__,
        created=datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"),
        warm=request.warm,
        warnings=noise_warnings(),
    )
