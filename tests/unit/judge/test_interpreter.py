"""Which interpreter runs the programs, and what is said of one that cannot."""

import sys
from pathlib import Path

import pytest

from ecode.errors import UsageError
from ecode.judge.interpreter import find_interpreter


@pytest.mark.parametrize(
    ("python", "expected"),
    [
        ("/nope", "No interpreter at /nope"),
        ("nosuchpython", "No interpreter at nosuchpython"),
        ("/bin/ls", "/bin/ls is no Python interpreter"),
        ("/bin/true", "/bin/true is no Python interpreter"),
    ],
)
def test_what_is_no_interpreter_is_wrong_usage(python: str, expected: str) -> None:
    with pytest.raises(UsageError, match=expected) as caught:
        find_interpreter(python)
    assert "import" not in str(caught.value)


def test_a_path_with_dots_is_straightened() -> None:
    own = Path(sys.executable)
    found = find_interpreter(own.parent / ".." / own.parent.name / own.name)
    assert found.executable == own.parent.resolve() / own.name
