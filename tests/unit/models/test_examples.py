"""Which fast program an example aims at."""

from typing import Any

from ecode.models.examples import Example, examples_of
from ecode.models.program_text import program_text

READING = "n = int(input())\nvalues = list(map(int, input().split()))\n"
PRINTING = "print('sum', total)\nprint('mean', total / n)\n"
SLOW = f"{READING}total = 0\nfor first in range(n):\n    total = sum(values[:first + 1])\n{PRINTING}"
LATER = f"{READING}total = sum(values)\n{PRINTING}"  # what the same author made of it
STRANGER = (
    "import sys\nw = sys.stdin.read().split()\ns = 0\nfor x in w[1:]:\n    s += int(x)\nsys.stdout.write(f'sum {s}\\n')\n"
    "sys.stdout.write(f'mean {s / (len(w) - 1)}\\n')\n"
)


def row(label: str, *alternatives: tuple[str, float], label_us: float = 10.0) -> dict[str, Any]:
    return {
        "problem_id": "p",
        "slow_code": SLOW,
        "slow_time_us": 100.0,
        "fast_code": label,
        "fast_time_us": label_us,
        "alternatives": [code for code, _ in alternatives],
        "alternative_times_us": [time_us for _, time_us in alternatives],
    }


def made(record: dict[str, Any]) -> list[Example]:
    return list(examples_of(record, program_text))


def test_the_author_s_own_later_program_is_aimed_at() -> None:
    (example,) = made(row(STRANGER, (LATER, 20.0)))
    assert example.edits == "<L2><L5><nl0>var3 = sum(var2)"
    assert example.source == program_text(SLOW).text


def test_the_level_is_the_share_of_the_gain() -> None:
    (nearly,) = made(row(STRANGER, (LATER, 20.0)))  # log 5 of log 10: 0.70
    (best,) = made(row(LATER))
    assert (nearly.speed, best.speed) == (3, 4)


def test_a_target_reaches_most_of_the_gain_where_one_does() -> None:
    hardly_faster = SLOW.replace("for first", "for last").replace("first", "last")
    (example,) = made(row(LATER, (hardly_faster, 80.0)))
    assert example.edits == "<L2><L5><nl0>var3 = sum(var2)"


def test_strangers_alone_make_no_example() -> None:
    assert made(row(STRANGER)) == []


def test_the_label_has_nothing_to_do() -> None:
    nothing, _ = made(row(LATER) | {"first": True})
    assert (nothing.source, nothing.edits, nothing.speed) == (program_text(LATER).text, "", 4)
