"""A package's own output validator, run in a sandbox of its own that never meets the program's.

Protocol of the Kattis/ICPC problem package format: `validator input answer feedback_dir < output`, exit status 42
accepts, 43 rejects, anything else is the validator's own fault.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ecode.errors import DataError, JudgeFault
from ecode.judge.checkers import CheckResult
from ecode.judge.sandbox import SandboxConfig, environment, isolation_command
from ecode.records import CheckerSpec, TestCase

ACCEPT, REJECT = 42, 43
_TIMEOUT_S = 60.0


class ValidatorChecker:
    """Callable like any checker; raises `JudgeFault` where the validator itself fails."""

    def __init__(self, spec: CheckerSpec, config: SandboxConfig) -> None:
        self._script = validator_script(spec.validator)
        self._config = config

    def __call__(self, test: TestCase, output: bytes) -> CheckResult:
        with tempfile.TemporaryDirectory(prefix="ecode-validator-") as folder:
            files = Path(folder)
            (files / "input").write_bytes(test.input)
            (files / "answer").write_bytes(test.output or b"")
            (files / "feedback").mkdir()
            try:
                result = subprocess.run(self._command(files), input=output, capture_output=True, timeout=_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                raise JudgeFault(f"The output validator {self._script} took longer than {_TIMEOUT_S:.0f} s.") from None
            said = (files / "feedback" / "judgemessage.txt").read_text("utf-8", "replace") if self._spoke(files) else ""
        if result.returncode not in (ACCEPT, REJECT):
            last = result.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"status {result.returncode}"]
            raise JudgeFault(f"The output validator {self._script} failed on test {test.name}: {last[0]}")
        return CheckResult(result.returncode == ACCEPT, said.strip() or "rejected by the output validator")

    @staticmethod
    def _spoke(files: Path) -> bool:
        return (files / "feedback" / "judgemessage.txt").is_file()

    def _command(self, files: Path) -> list[str]:
        python = str(self._config.interpreter.executable)
        if not self._config.isolated:
            script, folder = str(self._script), str(files)
            return [python, "-s", script, f"{folder}/input", f"{folder}/answer", f"{folder}/feedback/"]
        binds = ["--ro-bind", str(self._script.parent), "/validator", "--ro-bind", str(files), "/files"]
        binds += ["--bind", str(files / "feedback"), "/feedback", "--cap-drop", "ALL"]
        inner = [python, "-s", f"/validator/{self._script.name}", "/files/input", "/files/answer", "/feedback/"]
        return isolation_command(self._config.interpreter.folders, environment(self._config), binds) + inner


def validator_script(path: Path | None) -> Path:
    """The Python file of a validator given as a file or as a folder with one."""
    if path is not None and path.is_file():
        return path
    scripts = sorted(path.rglob("*.py")) if path is not None else []
    if not scripts:
        raise DataError(f"There is no Python output validator in {path}; other languages are not supported.")
    preferred = [s for s in scripts if s.stem in ("validate", "validator", "main", "check")]
    return (preferred or scripts)[0]
