"""The public surface, and how light it is to import."""

import subprocess
import sys

import pytest

import ecode

HEAVY = ("torch", "transformers", "numpy", "pyarrow", "libcst", "rich", "yaml")


def test_every_public_name_loads() -> None:
    for name in ecode.__all__:
        assert getattr(ecode, name) is not None


def test_public_names_are_sorted() -> None:
    assert sorted(ecode.__all__) == list(ecode.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="optimise"):
        _ = ecode.optimise


@pytest.mark.parametrize("statement", ["import ecode", "from ecode.cli.main import main; main(['--version'])"])
def test_import_is_light(statement: str) -> None:
    loaded = f"print([m for m in {HEAVY} if m in sys.modules])"
    code = f"import sys\ntry:\n    exec({statement!r})\nexcept SystemExit: pass\n{loaded}"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == "[]"
