"""Slower versions print the same, differ from what they came from, and are drawn from a seed."""

import subprocess
import sys

import pytest

from ecode.corpus.slower import slower_versions, with_slower_versions
from ecode.data.items import BadRow, Submission

PROGRAM = """
import sys
from collections import Counter

n, k = map(int, sys.stdin.readline().split())
values = [int(word) for word in sys.stdin.readline().split()]
counts = Counter(values)
wanted = {value for value in values if counts[value] > 1}
total = sum(value for value in values if value in wanted)
for place, value in enumerate(sorted(values)):
    if value >= k:
        break
print(total, place, " ".join(str(value) for value in sorted(wanted)))
"""
STDIN = "7 4\n3 1 4 1 5 3 9\n"


def printed(source: str) -> str:
    done = subprocess.run([sys.executable, "-c", source], input=STDIN, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("seed", range(3))
def test_versions_print_the_same(seed: int) -> None:
    versions = slower_versions(PROGRAM, 4, seed)
    assert len(versions) == 4
    assert len({text for text, _ in versions} | {PROGRAM}) == 5
    assert {printed(text) for text, _ in versions} == {printed(PROGRAM)}
    assert all(1 <= len(names) <= 2 for _, names in versions)


def test_the_seed_decides() -> None:
    assert slower_versions(PROGRAM, 2, 1) == slower_versions(PROGRAM, 2, 1)
    assert slower_versions(PROGRAM, 2, 1) != slower_versions(PROGRAM, 2, 2)


@pytest.mark.parametrize("source", ["", "print((", "\0", "x = 1\n"])
def test_nothing_to_slow_down(source: str) -> None:
    assert slower_versions(source, 3, 0) == []


def test_items_keep_their_order_and_problem() -> None:
    submission = Submission("s1", "p1", PROGRAM, "src", "MIT", "row 1")
    items = list(with_slower_versions([submission, BadRow("row 2", "broken")], 2))
    assert [getattr(item, "id", "bad row") for item in items] == ["s1", "s1/slower1", "s1/slower2", "bad row"]
    assert {item.problem_id for item in items[:3]} == {"p1"}
    assert "made slower by" in items[1].origin
