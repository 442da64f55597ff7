"""Folders of the dead are removed, those of the living are not."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ecode.judge.scratch import scratch_folder, sweep


def test_only_the_folders_of_dead_processes_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True)
    dead = tmp_path / f"ecode-{gone.stdout.strip()}-abc"
    foreign = tmp_path / "ecode-mine-abc"
    for folder in (dead, foreign):
        (folder / "inside").mkdir(parents=True)
    with scratch_folder() as held:
        assert Path(held).name.startswith(f"ecode-{os.getpid()}-")
        sweep()
        assert Path(held).is_dir()
    assert [path.name for path in tmp_path.iterdir()] == ["ecode-mine-abc"]
