"""Ways that would not end are stopped; what is quick is left alone."""

import signal

import pytest

from ecode.corpus.patience import OutOfPatience, patience


def test_an_endless_loop_is_stopped() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(OutOfPatience), patience(0.05):
        while True:
            pass
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_quick_work_is_done() -> None:
    with patience(5.0):
        total = sum(range(1000))
    assert total == 499500
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
