"""What an input looks like."""

import pytest

from ecode.formats.input_profile import PROFILE, input_profile


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", {"bytes": 0, "lines": 0, "numbers": 0, "largest": 0}),
        (b"3 2\n-7 1 5\nabc\n", {"bytes": 15, "lines": 3, "numbers": 5, "words": 1, "largest": 7, "first": 3}),
        (b"no newline", {"lines": 1, "numbers": 0, "words": 2, "first": 0, "longest_word": 7}),
        (b"\xff\xfe 12", {"numbers": 1, "words": 1}),
        (b"9" * 40, {"numbers": 0, "words": 1, "longest_word": 40}),
        (b"1.5 2", {"numbers": 1, "words": 1, "largest": 2}),
    ],
)
def test_counts(content: bytes, expected: dict[str, float]) -> None:
    profile = dict(zip(PROFILE, input_profile(content), strict=True))
    assert {name: profile[name] for name in expected} == expected


def test_a_long_input_is_looked_at_in_part() -> None:
    profile = dict(zip(PROFILE, input_profile(b"12345\n" * 500_000), strict=True))
    assert profile["lines"] == 500_000
    assert profile["numbers"] == pytest.approx(500_000, rel=0.001)
