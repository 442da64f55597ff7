"""A folder that is there whole or not at all."""

from pathlib import Path

import pytest

from ecode.models.whole_folder import whole_folder


def test_it_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    for text in ("first", "second"):
        with whole_folder(tmp_path / "model") as folder:
            (folder / text).touch()
            assert not (tmp_path / "model" / text).exists()  # yet
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert [path.name for path in (tmp_path / "model").iterdir()] == ["second"]


def test_an_interruption_leaves_what_was_there(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "model") as folder:
        (folder / "first").touch()
    with pytest.raises(KeyboardInterrupt), whole_folder(tmp_path / "model") as folder:
        (folder / "second").touch()
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.rglob("*")] == ["model", "first"]


def test_what_a_killed_run_left_is_no_part_of_the_next(tmp_path: Path) -> None:
    (tmp_path / "model.new").mkdir()
    (tmp_path / "model.new" / "half").touch()
    with whole_folder(tmp_path / "model") as folder:
        (folder / "whole").touch()
    assert [path.name for path in tmp_path.rglob("*")] == ["model", "whole"]
