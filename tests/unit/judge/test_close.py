"""Closing a worker ends the program that is running in it, too."""

import os
import threading
import time
from pathlib import Path

import pytest

from ecode.errors import EcodeError
from ecode.judge.run import Judge
from ecode.records import Limits

pytestmark = pytest.mark.sandbox


def descendants(process: int) -> set[int]:
    found: set[int] = set()
    waiting = [process]
    while waiting:
        parent = waiting.pop()
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            children = {int(child) for child in task.read_text().split()} - found
            found |= children
            waiting += children
    return found


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_no_program_outlives_its_judge() -> None:
    before = descendants(os.getpid())
    with Judge(1) as judge:
        thread = threading.Thread(target=_run_for_ever, args=(judge,), daemon=True)
        thread.start()
        time.sleep(2)
        inside = descendants(os.getpid()) - before
        assert sum(map(alive, inside)) >= 3  # bubblewrap, the zygote, the program
    deadline = time.monotonic() + 5
    while any(map(alive, inside)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, inside))


def _run_for_ever(judge: Judge) -> None:
    try:
        judge.run(b"while True:\n    pass\n", [b""], Limits(cpu_s=60))
    except (EcodeError, OSError):
        pass  # its sandbox goes away under it
