"""Programs broken until they do not compile."""

import pytest

from ecode.eval.timed_programs import uncompilable
from ecode.syntax.strict import compiles


@pytest.mark.parametrize("code", ["n = int(input())\nprint(n * 2)\n", f"x = [1, 2]\ny = {'-' * 20_000}1\nprint(x)\n"])
def test_what_comes_out_does_not_compile(code: str) -> None:
    made = uncompilable(code, "a")
    assert made is not None
    assert made != code
    assert not compiles(made)
