"""What an input looks like in a few numbers: from these a model can tell how much work a program will have with it."""

from __future__ import annotations

import re

PROFILE = ("bytes", "lines", "numbers", "words", "largest", "first", "longest_word")
"""Bytes; lines; tokens that are whole numbers and tokens that are not; the largest absolute value; the first number;
the length of the longest token."""

_NUMBER = re.compile(rb"[-+]?[0-9]{1,18}")
_MOST = 1 << 20  # bytes that are looked at; counts of a longer input are scaled up


def input_profile(content: bytes) -> tuple[float, ...]:
    """The numbers named in `PROFILE`, none of them negative."""
    part = content[:_MOST]
    scale = len(content) / max(1, len(part))
    tokens = part.split()
    values = [abs(int(token)) for token in tokens if _NUMBER.fullmatch(token)]
    return (
        float(len(content)),
        content.count(b"\n") + float(not content.endswith(b"\n") and bool(content)),
        len(values) * scale,
        (len(tokens) - len(values)) * scale,
        float(max(values, default=0)),
        float(values[0] if values else 0),
        float(max(map(len, tokens), default=0)),
    )
