"""The sandbox as a whole: for an ordinary user, with a second line of defence, and with numpy inside."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from attack_guards import ALARM
from attack_runner import Runner, said
from attack_table import LIMITS

import ecode
from ecode.judge.run import Judge
from ecode.judge.worker import Stdin, Worker
from ecode.records import Limits

pytestmark = pytest.mark.sandbox

SYSTEM_PYTHON = "/usr/bin/python3"
NOBODY = "65534"
NUMPY = """
import numpy as np
generator = np.random.default_rng(1)
a = generator.random((200, 200))
print(abs(a @ np.linalg.inv(a) - np.eye(200)).max() < 1e-6)
print(np.allclose(a @ np.linalg.solve(a, a[0]), a[0]))
print(np.allclose(np.fft.ifft(np.fft.fft(a[0])), a[0]))
print((np.diff(np.sort(a.ravel())) >= 0).all(), np.argsort(a[0])[0] == a[0].argmin())
np.save("a.npy", a)
print(np.array_equal(np.load("a.npy"), a), np.linalg.eigh(a + a.T)[0].shape, np.random.rand() < 1)
"""


@pytest.fixture
def readable_copy() -> Iterator[Path]:
    """Our sources and these tests where any user can read them."""
    with tempfile.TemporaryDirectory(prefix="ecode-attack-") as folder:
        copy = Path(folder)
        copy.chmod(0o755)
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(Path(ecode.__file__).parent, copy / "src" / "ecode", ignore=ignore)
        shutil.copytree(Path(__file__).parent, copy / "attacks", ignore=ignore)
        subprocess.run(["chmod", "-R", "a+rX", folder], check=True)
        yield copy


def test_attacks_are_held_for_an_ordinary_user(readable_copy: Path) -> None:
    """As root, once more as nobody: there the kernel counts processes, and there is no root outside of the sandbox."""
    if os.geteuid() != 0:
        pytest.skip("this is an ordinary user already")
    if not (shutil.which("setpriv") and Path(SYSTEM_PYTHON).exists()):
        pytest.skip("needs setpriv, and a system Python that every user can read")
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    if subprocess.run([SYSTEM_PYTHON, "-c", check]).returncode != 0:
        pytest.skip("the system's Python is older than 3.11")
    command = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "env", "-i", "PATH=/usr/bin:/bin"]
    command += [f"PYTHONPATH={readable_copy}/src", "HOME=/nonexistent", "PYTHONDONTWRITEBYTECODE=1"]
    command += [SYSTEM_PYTHON, str(readable_copy / "attacks" / "attack_runner.py")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd="/")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0, result.stderr
    assert len(rows) > 60
    assert not [row for row in rows if not row["held"] or not row.get("succeeds", True)]


def test_cpu_limit_of_the_kernel_is_a_second_line(runner: Runner) -> None:
    """Even without init's alarm the kernel kills a program 3 s after its CPU limit."""
    limits = Limits(cpu_s=0.1, wall_s=20)
    with ExitStack() as stack:
        stack.enter_context(ALARM.taken_away())
        worker = stack.enter_context(Worker(runner.config))
        session = stack.enter_context(worker.open(b"while True: pass", limits=limits))
        run = session.run(stack.enter_context(Stdin(b"")), limits)
    assert (run.status, run.code) == ("signaled", 9), said([run])


def test_one_program_cannot_see_another(runner: Runner) -> None:
    """Two programs held open on one worker, as in a comparison: no file and no process of the other is there."""
    see = b"import os; print(os.listdir('/scratch')); open('/scratch/mine', 'w'); print(os.getpid(), os.getppid())"
    with ExitStack() as stack:
        worker = stack.enter_context(Worker(runner.config))
        nothing = stack.enter_context(Stdin(b""))
        first, second = (stack.enter_context(worker.open(see, limits=LIMITS)) for _ in range(2))
        runs = [session.run(nothing, LIMITS) for session in (first, second, first)]
    assert [run.stdout for run in runs] == [b"[]\n1 0\n"] * 3, said(runs)


def test_numpy_works_under_the_filter(judge: Judge) -> None:
    if importlib.util.find_spec("numpy") is None:
        pytest.skip("numpy is not installed")
    (run,) = judge.run(NUMPY, [b""])
    assert (run.status, run.code) == ("exited", 0), said([run])
    assert b"False" not in run.stdout, said([run])
    assert run.stderr == b"", said([run])
