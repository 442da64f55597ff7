"""Systems on tasks: every candidate judged on all tests, the fastest correct ones raced against the slow program.

Results are JSON lines, one for each task, written as they come: an interrupted run goes on where it stopped.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from ecode.data.measure import choose_tests
from ecode.errors import DataError
from ecode.eval.results import Proposed, Result, Scored, mend, read_results
from ecode.eval.similarity.closeness import Similarity, similarity
from ecode.eval.tasks import Task
from ecode.judge.compare import Comparison, compare_programs
from ecode.judge.run import Judge
from ecode.records import JudgeReport, Limits, TestSuite, Verdict
from ecode.syntax.fingerprint import fingerprint

Predict = Callable[[Sequence[str]], Sequence[float]]
"""Predicted times of programs in microseconds, those that do not compile included."""
System = Callable[[Sequence[Task]], Sequence[Sequence[Proposed]]]
"""Candidates for each task. Several tasks at a time, so that a model can work in batches."""

_RACES = 2  # of the fastest correct candidates, one after the other until one wins
_RACE_S = 10.0
_TIMED = 3  # the largest tests


def evaluate(
    tasks: Sequence[Task],
    system: System,
    judge: Judge,
    out: Path,
    *,
    batch: int = 16,
    predict: Predict | None = None,
    progress: Callable[[int], None] = lambda count: None,
) -> list[Result]:
    """The results of all tasks, in their order; `out` keeps them."""
    done = read_results(out)
    mend(out)
    missing = [task for task in tasks if task.id not in done]
    progress(len(tasks) - len(missing))
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("a", encoding="utf-8") as file:
        for start in range(0, len(missing), batch):
            some = missing[start : start + batch]
            began = time.monotonic()
            proposed = system(some)
            each = (time.monotonic() - began) / len(some)
            for task, candidates in zip(some, proposed, strict=True):
                done[task.id] = result = score(task, candidates, judge, each, predict)
                file.write(json.dumps(asdict(result)) + "\n")
                file.flush()
                progress(1)
    return [done[task.id] for task in tasks]


def score(
    task: Task, candidates: Sequence[Proposed], judge: Judge, seconds: float = 0.0, predict: Predict | None = None
) -> Result:
    """Judge every candidate once (equal ones share the verdict), then race the fastest correct ones."""
    original = judge.judge(task.code, task.suite)
    slow_ns = sum(test.cpu_ns for test in original.tests)
    known = {fingerprint(task.code): Scored("copy", 0.0)}
    codes: dict[str, str] = {}
    marks: list[str] = []
    for candidate in candidates:
        mark = fingerprint(candidate.code) if candidate.code else ""
        if candidate.code and mark not in known:
            known[mark] = _verdict(judge.judge(candidate.code, _capped(task.suite, original), stop_early=False))
            codes[mark] = candidate.code
        marks.append(mark)
    accepted = sorted((known[mark].cpu_ns, code) for mark, code in codes.items() if known[mark].fate == "accepted")
    winner, race = _race(task, [code for _, code in accepted[:_RACES]], judge)
    slow_us = _add_predictions(task, codes, known, predict) if predict else 0.0
    return Result(
        task.id,
        task.problem_id,
        tuple(
            known[mark] if mark else Scored("none", 0.0, detail=one.detail)
            for mark, one in zip(marks, candidates, strict=True)
        ),
        *((race.ratio, race.low, race.high) if race else (1.0, 1.0, 1.0)),
        slow_ns,
        winner,
        round(seconds, 3),
        task.best_ratio,
        slow_us,
        task.known,
        _similarity(task, winner or (accepted[0][1] if accepted else _nearest_miss(candidates, marks, known))),
    )


def _nearest_miss(candidates: Sequence[Proposed], marks: Sequence[str], known: dict[str, Scored]) -> str:
    """The program that passes most tests, the first of equal ones; nothing where there are no programs."""
    programs = [(known[mark].passed, one.code) for mark, one in zip(marks, candidates, strict=True) if mark]
    return max(programs, key=lambda program: program[0], default=(0.0, ""))[1]


def _similarity(task: Task, code: str) -> Similarity | None:
    return similarity(code, task.references) if task.references else None


def _add_predictions(task: Task, codes: dict[str, str], known: dict[str, Scored], predict: Predict) -> float:
    """Predicted times into `known`; that of the slow program."""
    slow_us, *times = predict([task.code, *codes.values()])
    for mark, time_us in zip([fingerprint(task.code), *codes], [slow_us, *times], strict=True):
        known[mark] = replace(known[mark], predicted_us=float(time_us))
    return float(slow_us)


def _capped(suite: TestSuite, original: JudgeReport) -> TestSuite:
    """A candidate may take twice as long as the slow program: whoever takes longer is no candidate."""
    slowest = max((test.cpu_ns for test in original.tests), default=0) / 1e9
    cpu_s = min(suite.limits.cpu_s, 2 * slowest + 1)
    return TestSuite(suite.tests, suite.checker, Limits(cpu_s, None, suite.limits.memory_bytes), suite.origin)


def _verdict(report: JudgeReport) -> Scored:
    passed = sum(test.verdict is Verdict.AC for test in report.tests) / max(1, len(report.tests))
    if report.verdict is Verdict.AC:
        return Scored("accepted", 1.0, sum(test.cpu_ns for test in report.tests))
    return Scored("broken" if report.verdict is Verdict.CE else "wrong", passed, detail=report.verdict.value)


def _race(task: Task, codes: Iterable[str], judge: Judge) -> tuple[str, Comparison | None]:
    """The first that is significantly faster, with its race on the largest tests."""
    tests = [task.suite.tests[number] for number in choose_tests(task.suite.tests, _TIMED, "largest")]
    slow = task.code.encode("utf-8", "surrogatepass")
    for code in codes:
        try:
            with judge.lease() as worker:
                race = compare_programs(
                    worker,
                    slow,
                    code.encode("utf-8", "surrogatepass"),
                    [test.input for test in tests],
                    limits=task.suite.limits,
                    max_seconds=_RACE_S,
                )
        except DataError:
            continue  # it failed this time: not to be trusted
        if race.answer == "faster":
            return code, race
    return "", None
