"""Programs that are too much for Python's own parser do not parse, wherever they turn up."""

import pytest

from ecode.syntax.canonical import canonical_lines
from ecode.syntax.fingerprint import fingerprint
from ecode.syntax.line_edits import Hunk, edit_source
from ecode.syntax.strict import TooDeep, check_compiles, compiles, is_too_deep, parsed, parses
from ecode.syntax.undefined import undefined_names

SIGNS = f"x = {'-' * 20_000}1\n"
DEEP = {"signs": SIGNS, "brackets": f"x = {'(' * 300}1{')' * 300}\n", "dots": f"x = a{'.b' * 5000}\n"}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_deep_programs_do_not_parse(source: str) -> None:
    assert not parses(source)
    assert not compiles(source)
    assert not compiles(source.encode())
    for read in (parsed, check_compiles, canonical_lines, undefined_names):
        with pytest.raises(SyntaxError):
            read(source)
    assert fingerprint(source) != fingerprint("x = 1\n")
    with pytest.raises(SyntaxError):
        edit_source(source, [Hunk(0, 1, ())])


@pytest.mark.parametrize(
    ("source", "deep"), [("x = 1\n", False), ("x = \n", False), ("a\0b", False), ("'\ud800'", False), (SIGNS, True)]
)
def test_too_deep_is_told_from_other_errors(source: str, deep: bool) -> None:
    assert is_too_deep(source) == deep


def test_errors_of_every_kind_are_syntax_errors() -> None:
    for source in ("print(", "a\0b", "'\ud800'"):
        with pytest.raises(SyntaxError) as caught:
            parsed(source)
        assert not isinstance(caught.value, TooDeep)
    assert parses("return 1\n")
    assert not compiles("return 1\n")
