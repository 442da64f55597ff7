"""A judge's tests are data: every submission's file name starts with the verdict it must get."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ecode.formats import load_tests
from ecode.judge.run import Judge
from ecode.records import Limits, TestSuite

HERE = Path(__file__).parent
SUBMISSIONS = sorted(HERE.glob("*/submissions/*.py"))
LIMITS = Limits(cpu_s=1.0, wall_s=2.0, memory_bytes=256 << 20, output_bytes=4 << 20)

pytestmark = pytest.mark.sandbox


@pytest.fixture(scope="module", params=["bubblewrap", "rlimit"])
def judge(request: pytest.FixtureRequest) -> Iterator[Judge]:
    with Judge(backend=request.param) as judge:
        yield judge


@pytest.mark.parametrize("submission", SUBMISSIONS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_submission_gets_its_verdict(judge: Judge, submission: Path) -> None:
    tests = load_tests(submission.parent.parent / "tests")
    report = judge.judge(submission.read_bytes(), TestSuite(tests.tests, tests.checker, LIMITS))
    assert report.verdict == submission.stem.partition("_")[0].upper(), report.feedback
