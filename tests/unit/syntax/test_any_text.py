"""No text makes the tools fail, and what they promise holds for broken source as well."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trap_programs import TRAPS

from ecode.syntax.deletion import random_deletion
from ecode.syntax.fingerprint import fingerprint
from ecode.syntax.loops import loops_and_recursion
from ecode.syntax.names import to_uni
from ecode.syntax.restore import restore
from ecode.syntax.variants import variants

WORDS = [
    *("def f(a, b=1): ", "class C(B): ", "for i in ", "while x: ", "if ", "else: ", "lambda x: ", "return ", "global x", "nonlocal a"),
    *("import a.b as c", "from a import *", "match x:\n case [y, *z]: ", "try: ", "except E as e: ", "with a as b: ", "del x"),
    *("x", "y", "a", "f", "var1", "func1", "print", "type", "match", "_", "__x", "self", "input", "é", "ﬁ", "fi", "0x1a", "1e5", "1"),
    *(" = ", ":=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "*", "**", "@", "\\", ";", "->", "f'{", "}'", "'", '"""', "!r", "=}"),
    *("\n", "\n    ", "\n        ", " ", "\r", "\r\n", "\t", "\f", "\0", "\ud800", "\ufeff", "\xa0", "# x", "eval(x)", "globals()"),
]  # fmt: skip
SOUPS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
FAST = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(source: str) -> None:
    uni = to_uni(source)
    assert to_uni(uni.code).code == uni.code
    assert restore(uni.code, uni.names) == source
    for text in (source, uni.code):
        loops_and_recursion(text)
        random_deletion(text, seed=1)
        restore(text, {})
        restore(text, {"var1": "x", "var2": "x", "func1": "x"})
        fingerprint(text)


@FAST
@given(SOUPS)
def test_word_soup(source: str) -> None:
    check(source)


@FAST
@given(st.text(max_size=80))
def test_random_text(source: str) -> None:
    check(source)


@FAST
@given(st.sampled_from(sorted(TRAPS)), st.integers(0, 400), st.integers(0, 40))
def test_cut_programs(name: str, start: int, length: int) -> None:
    source = TRAPS[name]
    check(source[:start])
    check(source[:start] + source[start + length :])


@FAST
@given(st.sampled_from(sorted(TRAPS)), st.integers(0, 1000), st.floats(0, 0.5))
def test_programs_with_deleted_tokens(name: str, seed: int, share: float) -> None:
    check(random_deletion(TRAPS[name], share=share, seed=seed))


FOUND = [
    "elif(isinstan",
    "\\\u00b9",
    "h\u17f0",
    "\u17e7",
    "\u1eb2\u087ev1",
    "0xabx=x",
    "def f(x):\n global x\n return f(**x)",
]


@pytest.mark.parametrize("source", FOUND, ids=ascii)
def test_texts_that_failed_once(source: str) -> None:
    check(source)


@pytest.mark.parametrize(
    "unit", ["[", "[]", "(a:=", 'f"{', "lambda:", "if x:\n", "a.", "f(a=1)", "class A:", "[x for x in ", '"', "\0", "x"]
)
def test_large_and_deep(unit: str) -> None:
    source = unit * (2_000 // len(unit))
    check(source)
    variants(source, seed=0)


def test_deep_blocks() -> None:
    check(
        "\n".join("    " * depth + f"if x{depth}:" for depth in range(150)) + "\n" + "    " * 150 + "for i in x: pass\n"
    )
