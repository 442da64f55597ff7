"""A map over processes gives what map gives, and leaves nobody behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ecode.data.parallel import parallel_map


def double(n: int) -> int:
    return 2 * n


@pytest.mark.parametrize("count", [0, 5, 64, 65, 200])
def test_same_as_map(count: int) -> None:
    assert list(parallel_map(double, range(count), 2)) == [2 * n for n in range(count)]


def test_items_are_taken_only_as_needed() -> None:
    taken = []

    def items():
        for n in range(10_000):
            taken.append(n)
            yield n

    results = parallel_map(double, items(), 2)
    assert [next(results) for _ in range(3)] == [0, 2, 4]
    assert len(taken) < 1000
    results.close()


def test_killed_with_its_children(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(
        "import os, time\n"
        "from ecode.data.parallel import parallel_map\n"
        "def slow(n):\n    time.sleep(0.05)\n    return os.getpid()\n"
        "if __name__ == '__main__':\n"
        "    for pid in parallel_map(slow, range(100_000), 2):\n        print(pid, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        children = {int(next(process.stdout)) for _ in range(64)}
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while any(alive(pid) for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in children)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
