"""The tolerant lexer: Python's own tokens on valid source, something sensible on the rest."""

import io
import itertools
import pathlib
import textwrap
import tokenize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trap_programs import TRAPS

from ecode.syntax.tokens import code_tokens, lex

LAYOUT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
LIBRARY = sorted(pathlib.Path(textwrap.__file__).parent.glob("[a-d]*.py"))[:12]


def tokens_of_python(source: str) -> list[str]:
    return [
        t.string for t in tokenize.generate_tokens(io.StringIO(source, newline="").readline) if t.type not in LAYOUT
    ]


VALID = [
    "x = 0x_ff + 0b1 + 0o17 + 1_000 + 1. + .5 + 1e-5 + 1.5E+3j + 2J\n",
    "a **= b // c >> 2 << 1 != d <= e -> f := ... @ g ~ h ^ i\n",
    "s = r'\\\\' + b\"x\" + rb'y' + Rb'''z''' + f\"{a!r:>{b}}\" + u'é' + ''\n",
    '"""three\nlines with "quotes" \\""" inside"""\n',
    "s = 'continued \\\n here'\n",
    "x = 1 + \\\n    2  # comment 'with' quotes\n",
    "1if x else 2\n",
    "привет = x·y = 1\n",
    "x = 1\r\ny = 2\r\n",
]


@pytest.mark.parametrize("source", [*VALID, *TRAPS.values()])
def test_equals_tokenize(source: str) -> None:
    assert code_tokens(source) == tokens_of_python(source)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: p.name)
def test_equals_tokenize_on_the_standard_library(path: pathlib.Path) -> None:
    source = path.read_text("utf-8")
    assert code_tokens(source) == tokens_of_python(source)


BROKEN = [
    ("", []),
    ("x = 'open\ny = 1", ["x", "=", "'open", "y", "=", "1"]),
    ("x = '''open\ny", ["x", "=", "'''open\ny"]),
    ("x = f'{a", ["x", "=", "f'{a"]),
    ("a ? b $ c ! d", ["a", "?", "b", "$", "c", "!", "d"]),
    ("a\0b", ["a", "\0", "b"]),
    ("\ud800x", ["\ud800", "x"]),
    ("'a\\", ["'a\\"]),
    ("a \\", ["a", "\\"]),
    ("\ufeffx", ["x"]),
]


@pytest.mark.parametrize(("source", "tokens"), BROKEN)
def test_tolerates(source: str, tokens: list[str]) -> None:
    assert code_tokens(source) == tokens


@given(st.text(alphabet="ab1.'\"\\\n #{}f=_é\0\ud800\r", max_size=60))
def test_covers_the_text_and_never_fails(source: str) -> None:
    tokens = lex(source)
    assert [t.text for t in tokens] == code_tokens(source)
    assert all(source[t.start : t.end] == t.text and t.text for t in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
