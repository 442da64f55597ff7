"""Expected output against what a program printed: exact, tokens, floats, unordered lines.

Pure functions. What a program printed is hostile until proven otherwise: nothing here takes more than a few times
the memory of the expected output, or converts digits without end into an integer.
"""

from __future__ import annotations

import difflib
import io
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ecode.errors import UsageError
from ecode.records import CheckerSpec, TestCase

KINDS = ("exact", "tokens", "floats", "unordered", "validator")
_SHOWN_CHARS = 40
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether an output is accepted; `feedback` shows the first difference where it is not."""

    accepted: bool
    feedback: str = ""


_ACCEPTED = CheckResult(True)


def make_checker(spec: CheckerSpec) -> Callable[[TestCase, bytes], CheckResult]:
    """The comparison that `spec` describes. A test without expected output accepts anything.

    Raises `UsageError` for an unknown kind and for `validator`, which runs a program and is the business of `Judge`.
    """
    if spec.kind == "validator":
        raise UsageError("An output validator runs in a sandbox: judge with `Judge`, which handles it.")
    if spec.kind not in KINDS:
        guess = difflib.get_close_matches(spec.kind, KINDS, n=1)
        hint = f"; did you mean {guess[0]}?" if guess else "."
        raise UsageError(f"No checker {spec.kind!r}: there are {', '.join(KINDS)}{hint}")
    if not (0 <= spec.absolute < math.inf and 0 <= spec.relative < math.inf):  # also refuses nan
        raise UsageError(f"Tolerances must be 0 or more: absolute {spec.absolute}, relative {spec.relative}.")

    def check(test: TestCase, got: bytes) -> CheckResult:
        if test.output is None or test.output == got:
            return _ACCEPTED
        expected = test.output
        if not spec.case_sensitive:
            expected, got = expected.lower(), got.lower()
        return _compare(spec, expected, got)

    return check


def _compare(spec: CheckerSpec, expected: bytes, got: bytes) -> CheckResult:
    match spec.kind:
        case "exact":
            return check_exact(expected, got)
        case "floats":
            return check_floats(expected, got, absolute=spec.absolute, relative=spec.relative)
        case "unordered":
            return check_unordered(expected, got)
        case _:
            return check_tokens(expected, got)


def check_exact(expected: bytes, got: bytes) -> CheckResult:
    """Byte for byte."""
    if expected == got:
        return _ACCEPTED
    same = _common_prefix(expected, got)
    line = expected.count(b"\n", 0, same) + 1
    column = same - (expected.rfind(b"\n", 0, same) + 1) + 1
    ends = [f"{_show(text[same:])}" if same < len(text) else "the end" for text in (expected, got)]
    return CheckResult(False, f"line {line}, byte {column}: expected {ends[0]}, got {ends[1]}")


def check_tokens(expected: bytes, got: bytes) -> CheckResult:
    """The same tokens between whitespace, however much of it there is."""
    if expected == got or expected.rstrip() == got.rstrip():
        return _ACCEPTED
    wanted = expected.split()
    found = _tokens_up_to(got, len(wanted))
    if wanted == found:
        return _ACCEPTED
    return _token_difference(wanted, found, got, _is_same_text)


def check_floats(expected: bytes, got: bytes, *, absolute: float, relative: float) -> CheckResult:
    """Tokens, of which numbers may differ by `absolute` or by `relative` times the expected one."""
    if expected == got or expected.rstrip() == got.rstrip():
        return _ACCEPTED
    wanted = expected.split()
    found = _tokens_up_to(got, len(wanted))
    if wanted == found or _all_close(wanted, found, absolute, relative):
        return _ACCEPTED
    return _token_difference(wanted, found, got, lambda w, f: _is_close(w, f, absolute, relative))


def check_unordered(expected: bytes, got: bytes) -> CheckResult:
    """The same lines in any order, blank ones and whitespace at either end left out."""
    wanted = Counter(_lines(expected))
    found: Counter[bytes] = Counter()
    for chunk in _chunks_of_lines(got):
        found.update(_lines(chunk))
        if len(found) > len(wanted) or found.total() > wanted.total():
            break  # a program may print millions of lines; the surplus settles it
    if dict(found) == dict(wanted):
        return _ACCEPTED
    surplus = found - wanted
    if not surplus:
        return CheckResult(False, f"the expected line {_show(next(iter(wanted - found)))} is missing")
    return _first_surplus(wanted, got)


def _first_surplus(wanted: Counter[bytes], got: bytes) -> CheckResult:
    left = Counter(wanted)
    number = 0
    for chunk in _chunks_of_lines(got):
        if chunk.isspace():
            number += chunk.count(b"\n")
            continue
        for raw in io.BytesIO(chunk):
            number += 1
            line = raw.strip()
            if line and left[line] <= 0:
                why = "more often than expected" if line in wanted else "not among the expected"
                return CheckResult(False, f"line {number}: {_show(line)} is {why}")
            left[line] -= 1
    raise AssertionError("there is a surplus line")


def _lines(text: bytes) -> Iterator[bytes]:
    return filter(None, map(bytes.strip, () if text.isspace() else text.split(b"\n")))


def _chunks_of_lines(text: bytes) -> Iterator[bytes]:
    """Pieces of about `_CHUNK_BYTES` that end where a line does."""
    start = 0
    while start < len(text):
        end = text.find(b"\n", start + _CHUNK_BYTES)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def _tokens_up_to(text: bytes, count: int) -> list[bytes]:
    """All tokens if there are at most `count`; otherwise `count` of them and the uncut rest."""
    return text.split(None, count)


def _token_difference(
    wanted: Sequence[bytes], found: Sequence[bytes], got: bytes, same: Callable[[bytes, bytes], bool]
) -> CheckResult:
    """The first token that is not as expected; accepted if there is none."""
    for index, (want, have) in enumerate(zip(wanted, found, strict=False)):
        if want != have and not same(want, have):
            where = f"token {index + 1} (line {_line_of_token(got, index)})"
            return CheckResult(False, f"{where}: expected {_show(want)}, got {_show(have)}")
    if len(found) < len(wanted):
        missing = _show(wanted[len(found)])
        return CheckResult(False, f"the output ends after {len(found)} of {len(wanted)} tokens; {missing} comes next")
    if len(found) > len(wanted):
        extra = _show(found[len(wanted)][: 4 * _SHOWN_CHARS].split()[0])
        line = _line_of_token(got, len(wanted))
        return CheckResult(False, f"line {line}: {extra} comes after the {len(wanted)} expected tokens")
    return _ACCEPTED


def _is_same_text(want: bytes, have: bytes) -> bool:
    return want == have


def _line_of_token(text: bytes, index: int) -> int:
    rest = text.split(None, index)[index]
    # The last piece of a limited split runs to the end of the text, so its length gives its place.
    start = len(text) - len(rest) if index else len(text) - len(text.lstrip())
    return text.count(b"\n", 0, start) + 1


def _all_close(wanted: Sequence[bytes], found: Sequence[bytes], absolute: float, relative: float) -> bool:
    """Quick acceptance where all tokens that differ are finite numbers; False decides nothing."""
    if len(wanted) != len(found):
        return False
    want_text = [want for want, have in zip(wanted, found, strict=True) if want != have]
    have_text = [have for want, have in zip(wanted, found, strict=True) if want != have]
    try:
        left, right = list(map(float, want_text)), list(map(float, have_text))
    except ValueError:
        return False
    if not all(map(math.isfinite, left)) or any(b"_" in token for token in chain(want_text, have_text)):
        return False
    return all(abs(a - b) <= absolute or abs(a - b) <= relative * abs(a) for a, b in zip(left, right, strict=True))


def _is_close(want: bytes, have: bytes, absolute: float, relative: float) -> bool:
    left, right = _number(want), _number(have)
    if left is None or right is None:
        return False  # text, and not the same one
    if not (math.isfinite(left) and math.isfinite(right)):
        return left == right or (math.isnan(left) and math.isnan(right))
    distance = abs(left - right)
    return distance <= absolute or distance <= relative * abs(left)


def _number(token: bytes) -> float | None:
    """The number that a token spells, None where it spells none or one beyond the range (`1e999` is not infinity)."""
    if b"_" in token:  # Python's own digit grouping is no number to anybody else
        return None
    try:
        value = float(token)
    except ValueError:
        return None
    overflowed = math.isinf(value) and token.lower().lstrip(b"+-") not in (b"inf", b"infinity")
    return None if overflowed else value


def _common_prefix(left: bytes, right: bytes) -> int:
    """How many bytes two texts share at the start, by halving: slices compare at memory speed."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _show(text: bytes) -> str:
    """Short and printable, whatever the bytes are."""
    start = text[: 4 * _SHOWN_CHARS].decode("utf-8", "backslashreplace")
    if len(start) <= _SHOWN_CHARS and len(text) <= 4 * _SHOWN_CHARS:
        return repr(start)
    return f"{start[:_SHOWN_CHARS]!r}... ({len(text)} bytes)"
