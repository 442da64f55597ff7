"""Counts instructions with valgrind's cachegrind: the same number every time, whatever else the machine is doing.

Runs in a sandbox of its own, about 30 times slower than the program. An empty program's count is taken off.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from ecode.errors import DataError, JudgeFault, ToolchainMissing
from ecode.judge.sandbox import SCRATCH, SandboxConfig, environment, isolation_command

_TIMEOUT_S = 600.0
_TOTAL = re.compile(rb"I\s+refs:\s+([\d,]+)")


def count_instructions(config: SandboxConfig, source: bytes, stdin: bytes) -> int:
    """Instructions of one run less those of an empty program.

    Raises `ToolchainMissing` without valgrind, `DataError` where the program does not end normally.
    """
    return max(0, _count(config, source, stdin) - _empty_count(config))


@cache
def _empty_count(config: SandboxConfig) -> int:
    return _count(config, b"", b"")


def _count(config: SandboxConfig, source: bytes, stdin: bytes) -> int:
    with tempfile.TemporaryDirectory(prefix="ecode-instructions-") as folder:
        program = Path(folder) / "program.py"
        program.write_bytes(source)
        command = _command(config, program)
        try:
            result = subprocess.run(
                command, input=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=_TIMEOUT_S
            )
        except subprocess.TimeoutExpired:
            raise DataError(
                f"Counting instructions took longer than {_TIMEOUT_S:.0f} s: give a smaller input."
            ) from None
    found = _TOTAL.findall(result.stderr)
    if not found:
        last = result.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it said nothing"]
        raise JudgeFault(f"cachegrind gave no count: {last[0]}")
    if result.returncode != 0:
        raise DataError(f"The program ended with status {result.returncode} while its instructions were counted.")
    return int(found[-1].replace(b",", b""))


def _command(config: SandboxConfig, program: Path) -> list[str]:
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise ToolchainMissing(
            "--metric instructions needs valgrind. Install it (Debian, Ubuntu: `sudo apt install valgrind`)."
        )
    tool = [valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    python = [str(config.interpreter.executable), "-s"]
    if not config.isolated:
        return [*tool, *python, str(program)]
    extra = ["--ro-bind", str(program), "/program.py", "--tmpfs", SCRATCH, "--proc", "/proc", "--cap-drop", "ALL"]
    env = environment(config) | {"PYTHONHASHSEED": "0"}
    return [*isolation_command(config.interpreter.folders, env, extra), *tool, *python, "/program.py"]
