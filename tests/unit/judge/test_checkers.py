"""The comparisons: what each accepts, what it says of the first difference, and that hostile output is cheap."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecode.errors import UsageError
from ecode.judge.checkers import make_checker
from ecode.records import CheckerSpec, TestCase


def accepts(kind: str, expected: bytes, got: bytes, **options: float | bool) -> bool:
    return not said(kind, expected, got, **options)


def said(kind: str, expected: bytes, got: bytes, **options: float | bool) -> str:
    """The feedback, empty where the output is accepted."""
    result = make_checker(CheckerSpec(kind=kind, **options))(TestCase("1", b"", expected), got)  # type: ignore[arg-type]
    assert result.accepted == (not result.feedback)
    return result.feedback


@pytest.mark.parametrize(
    ("kind", "expected", "got", "accepted"),
    [
        ("exact", b"1 2\n", b"1 2\n", True),
        ("exact", b"1 2\n", b"1 2", False),
        ("exact", b"a", b"A", False),
        ("tokens", b"1 2\n", b"  1\r\n\t2  ", True),
        ("tokens", b"", b" \n", True),
        ("tokens", b"1 2", b"12", False),
        ("tokens", b"1 2", b"1 2 3", False),
        ("tokens", b"1 2", b"1", False),
        ("tokens", b"1.0", b"1", False),
        ("tokens", b"\xff\x00", b"\xff\x00\n", True),
        ("tokens", b"a\xc2\xa0b", b"a b", False),  # only ASCII whitespace separates
        ("floats", b"0.333333", b"0.33333333", True),
        ("floats", b"1e9", b"1000000001", True),  # relative
        ("floats", b"0", b"0.0000001", True),  # absolute
        ("floats", b"1", b"1.1", False),
        ("floats", b"YES 1.0", b"YES 1", True),
        ("floats", b"YES 1.0", b"NO 1", False),
        ("floats", b"YES 1.0", b"yes 1", False),
        ("floats", b"1 2", b"1", False),
        ("floats", b"1", b"1 2", False),
        ("floats", b"nan", b"NaN", True),
        ("floats", b"nan", b"1", False),
        ("floats", b"1", b"nan", False),
        ("floats", b"inf", b"Infinity", True),
        ("floats", b"inf", b"-inf", False),
        ("floats", b"inf", b"5", False),
        ("floats", b"5", b"inf", False),
        ("floats", b"-0.0", b"0", True),
        ("floats", b"1e308", b"-1e308", False),
        ("floats", b"inf", b"1e999999", False),
        ("floats", b"1e999999", b"1e999999 ", True),
        ("floats", b"10", b"1_0", False),
        ("floats", b"16", b"0x10", False),
        ("unordered", b"b\na\n", b"a\n b \n\n", True),
        ("unordered", b"a\na\nb", b"a\nb\nb", False),
        ("unordered", b"a\nb", b"a", False),
        ("unordered", b"a", b"a\nb", False),
        ("unordered", b"a b", b"b a", False),
        ("unordered", b"", b"\n\n", True),
    ],
)
def test_what_is_accepted(kind: str, expected: bytes, got: bytes, accepted: bool) -> None:
    assert accepts(kind, expected, got) is accepted


@pytest.mark.parametrize("kind", ["exact", "tokens", "floats", "unordered"])
def test_case_can_be_ignored(kind: str) -> None:
    assert not accepts(kind, b"Yes\n", b"YES\n")
    assert accepts(kind, b"Yes\n", b"YES\n", case_sensitive=False)


@pytest.mark.parametrize(
    ("absolute", "relative", "got", "accepted"),
    [(0.5, 0.0, b"10.5", True), (0.4, 0.0, b"10.5", False), (0.0, 0.05, b"10.5", True), (0.0, 0.0, b"10.0", True)],
)
def test_tolerances(absolute: float, relative: float, got: bytes, accepted: bool) -> None:
    assert accepts("floats", b"10", got, absolute=absolute, relative=relative) is accepted


@pytest.mark.parametrize(
    ("kind", "expected", "got", "feedback"),
    [
        ("exact", b"ab\ncd", b"ab\ncx", "line 2, byte 2: expected 'd', got 'x'"),
        ("exact", b"ab\n", b"ab", "line 1, byte 3: expected '\\n', got the end"),
        ("tokens", b"1 2 3", b"1\n2\n4", "token 3 (line 3): expected '3', got '4'"),
        ("tokens", b"1", b"\n\n2", "token 1 (line 3): expected '1', got '2'"),
        ("tokens", b"1 2 3", b"1", "the output ends after 1 of 3 tokens; '2' comes next"),
        ("tokens", b"1", b"1\nx y", "line 2: 'x' comes after the 1 expected tokens"),
        ("tokens", b"", b"\nx", "line 2: 'x' comes after the 0 expected tokens"),
        ("floats", b"1 2.5", b"1 2.6", "token 2 (line 1): expected '2.5', got '2.6'"),
        ("unordered", b"a\nb", b"b\n\nc", "line 3: 'c' is not among the expected"),
        ("unordered", b"a\nb", b"b\nb", "line 2: 'b' is more often than expected"),
        ("unordered", b"a\nb", b"b", "the expected line 'a' is missing"),
    ],
)
def test_feedback(kind: str, expected: bytes, got: bytes, feedback: str) -> None:
    assert said(kind, expected, got) == feedback


HOSTILE = {
    "endless digits": b"9" * 1_000_000,
    "endless fraction": b"0." + b"3" * 1_000_000,
    "endless exponent": b"1e" + b"9" * 1_000_000,
    "escapes": b"\x1b[2J\x00\x07" * 1000,
    "not utf-8": b"\xff" * 1000,
    "many tokens": b"ab " * 1_000_000,
    "many lines": b"ab\n" * 1_000_000,
    "many blank lines": b"\n" * 5_000_000 + b"x",
    "right to left": "\u202e".encode() * 100,
}


@pytest.mark.parametrize("kind", ["exact", "tokens", "floats", "unordered"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_output(kind: str, name: str) -> None:
    feedback = said(kind, b"1 2\n", HOSTILE[name])
    assert feedback
    assert len(feedback) < 400
    assert feedback.isprintable()


@pytest.mark.parametrize("kind", ["tokens", "floats", "unordered"])
def test_large_outputs(kind: str) -> None:
    lines = [b"%d.5" % number for number in range(100_000)]
    shuffled = random.Random(1).sample(lines, len(lines)) if kind == "unordered" else list(lines)
    assert accepts(kind, b"\n".join(lines), b" \n".join(shuffled))
    shuffled[-1] = b"x"
    assert not accepts(kind, b"\n".join(lines), b"\n".join(shuffled))


def test_no_expected_output() -> None:
    assert make_checker(CheckerSpec())(TestCase("1", b"", None), b"anything").accepted


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (CheckerSpec(kind="validator", validator=Path("v")), "`Judge`, which handles it"),
        (CheckerSpec(kind="token"), "No checker 'token'.*did you mean tokens"),
        (CheckerSpec(kind="xyzzy"), "there are exact, tokens, floats"),
        (CheckerSpec(kind="floats", absolute=-1.0), "Tolerances must be 0 or more"),
        (CheckerSpec(kind="floats", relative=float("nan")), "Tolerances must be 0 or more"),
    ],
)
def test_wrong_specs(spec: CheckerSpec, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        make_checker(spec)


outputs = st.lists(st.sampled_from([b"1", b"2.5", b"x", b" ", b"\n", b"\r\n", b"\t"]), max_size=12).map(b"".join)


@given(outputs, outputs)
def test_tokens_by_definition(expected: bytes, got: bytes) -> None:
    assert accepts("tokens", expected, got) == (expected.split() == got.split())


@given(outputs, outputs)
def test_unordered_by_definition(expected: bytes, got: bytes) -> None:
    def lines(text: bytes) -> list[bytes]:
        return sorted(filter(None, (line.strip() for line in text.split(b"\n"))))

    assert accepts("unordered", expected, got) == (lines(expected) == lines(got))


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_exact_by_definition(expected: bytes, got: bytes) -> None:
    assert accepts("exact", expected, got) == (expected == got)


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_floats_accept_what_tokens_accept(expected: bytes, got: bytes) -> None:
    if accepts("tokens", expected, got):
        assert accepts("floats", expected, got)


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15), st.sampled_from([0.0, 1e-6, 0.5]))
def test_floats_by_definition(expected: float, got: float, tolerance: float) -> None:
    distance = abs(expected - got)
    close = distance <= tolerance or distance <= tolerance * abs(expected)
    found = accepts("floats", repr(expected).encode(), repr(got).encode(), absolute=tolerance, relative=tolerance)
    assert found == close
