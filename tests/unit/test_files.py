"""Files that a user names: written whole, without changing what they are."""

import os
import stat
import threading
from pathlib import Path

import pytest

from ecode.cli.files import write_atomically


def test_a_file_is_made_and_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_atomically(page, "first")
    page.chmod(0o600)
    write_atomically(page, "second")
    assert page.read_text() == "second"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["page.html"]


def test_behind_a_link_the_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.html", tmp_path / "link.html"
    target.write_text("old")
    link.symlink_to(target)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_nothing_takes_the_place_of_a_pipe(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()), daemon=True)
    reader.start()
    write_atomically(pipe, "said")
    reader.join(10)
    assert heard == ["said"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_full_device_says_so_and_stays_a_device() -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("there is no /dev/full here")
    with pytest.raises(OSError, match="No space left"):
        write_atomically(full, "text")
    assert full.is_char_device()
