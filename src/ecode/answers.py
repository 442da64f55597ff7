"""Results as JSON objects: what the command line prints with `--json`, and what the service answers."""

from __future__ import annotations

from dataclasses import asdict

from ecode.judge.compare import Comparison
from ecode.machine import Machine
from ecode.records import JudgeReport, TestSuite

SCHEMA_VERSION = 1
Answer = dict[str, object]


def versioned(answer: Answer) -> Answer:
    return {"schema_version": SCHEMA_VERSION, **answer}


def judge_answer(report: JudgeReport, suite: TestSuite) -> Answer:
    """`ecode judge --json`."""
    tests = [
        {
            "name": test.name,
            "verdict": test.verdict,
            "cpu_ns": test.cpu_ns,
            "wall_ns": test.wall_ns,
            "memory_bytes": test.memory_bytes,
            "feedback": test.feedback,
        }
        for test in report.tests
    ]
    missing = sum(test.output is None for test in suite.tests)
    answer = {"verdict": report.verdict, "feedback": report.feedback, "tests": tests}
    return versioned(answer | {"without_expected_output": missing, "note": unchecked(suite)})


def unchecked(suite: TestSuite) -> str:
    """What AC does not say where a test has nothing to compare with; empty where all have."""
    missing, total = sum(test.output is None for test in suite.tests), len(suite.tests)
    if not missing:
        return ""
    subject = f"{missing} of {total:,} {'test' if total == 1 else 'tests'} {'has' if missing == 1 else 'have'}"
    return f"{subject} no expected output: only a normal end was checked"


def comparison_answer(comparison: Comparison, machine: Machine) -> Answer:
    """`ecode compare --json`."""
    return versioned(
        {
            "metric": "cpu",
            "answer": comparison.answer,
            "ratio": comparison.ratio,
            "low": comparison.low,
            "high": comparison.high,
            "pairs": comparison.pairs,
            "p_value": comparison.p_value,
            "a_ns": list(comparison.a_ns),
            "b_ns": list(comparison.b_ns),
            "note": comparison.note,
            "machine": asdict(machine),
        }
    )
