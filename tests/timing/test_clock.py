"""The real clock, with margins wide enough for a busy machine."""

from collections.abc import Iterator

import pytest

from ecode.judge.compare import compare_programs
from ecode.judge.run import Judge
from ecode.judge.timing import time_program
from ecode.judge.worker import Worker
from ecode.records import Limits, TestCase

pytestmark = [pytest.mark.sandbox, pytest.mark.timing]

WORK = b"total = 0\nfor i in range(%d):\n    total += i * i\nprint(total)\n"
NOTHING = [TestCase("1", b"")]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Judge() as judge, judge.lease() as worker:
        yield worker


def test_twice_the_work_takes_about_twice_the_time(worker: Worker) -> None:
    race = compare_programs(worker, WORK % 200_000, WORK % 100_000, [b""], limits=Limits())
    assert race.answer == "faster"
    assert 1.6 < race.ratio < 2.4
    assert race.low < race.ratio < race.high


def test_a_program_is_no_faster_than_itself(worker: Worker) -> None:
    race = compare_programs(worker, WORK % 60_000, WORK % 60_000, [b""], limits=Limits())
    assert race.answer == "no_significant_difference"
    assert 0.9 < race.ratio < 1.1


def test_an_empty_program_takes_no_time(worker: Worker) -> None:
    timing = time_program(worker, b"", NOTHING, repeats=9)
    assert timing.total_ns < 2e6  # next to nothing: its median lies around zero, but a busy machine may add a little


def test_imports_count_when_cold_and_not_when_warm(worker: Worker) -> None:
    source = b"import decimal, fractions, statistics, difflib, argparse\nprint(1)\n"
    cold = time_program(worker, source, NOTHING, repeats=5)
    warm = time_program(worker, source, NOTHING, repeats=5, warm=True)
    assert cold.total_ns > 3 * warm.total_ns


def test_sleeping_is_wall_time_and_threads_are_cpu_time(worker: Worker) -> None:
    sleeping = time_program(worker, b"import time\ntime.sleep(0.2)\n", NOTHING, repeats=3)
    assert sleeping.total_ns < 100e6
    assert min(sleeping.tests[0].wall_ns) > 190e6
    threaded = b"import threading\ndef work():\n    sum(range(3_000_000))\nt = threading.Thread(target=work)\nt.start()\nt.join()\n"
    plain = b"sum(range(3_000_000))\n"
    ratio = time_program(worker, threaded, NOTHING).total_ns / time_program(worker, plain, NOTHING).total_ns
    assert 0.7 < ratio < 2


def test_a_program_that_breaks_is_not_timed(worker: Worker) -> None:
    timing = time_program(worker, b"1 / 0\n", NOTHING)
    assert timing.tests == ()
    assert timing.untimed == ("1: exited 1",)
