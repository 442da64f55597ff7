"""The sequential test on scripted samples: no clock, no sandbox."""

import math
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from ecode.errors import DataError
from ecode.judge.compare import EFFECT_FLOOR, LOOKS, Look, compare_programs, decide
from ecode.judge.timing import Floor
from ecode.records import Limits, RawRun

LAST = LOOKS[-1].pairs


def noisy(draw: random.Random, ratio: float, spread: float, n: int) -> list[float]:
    return [math.log(ratio) + draw.gauss(0, spread) for _ in range(n)]


def first_answer(logs: list[float]) -> tuple[str, int]:
    for n in range(1, len(logs) + 1):
        answer = decide(logs[:n])
        if answer is not None:
            return answer, n
    raise AssertionError("the last look must answer")


def test_levels_add_up_to_less_than_one_percent() -> None:
    assert sum(look.level for look in LOOKS) < 0.01


@pytest.mark.parametrize(
    ("ratio", "spread", "answer", "pairs"),
    [
        (2.0, 0.02, "faster", LOOKS[0].pairs),
        (0.5, 0.02, "slower", LOOKS[0].pairs),
        (1.045, 0.008, "faster", LOOKS[1].pairs),
        (1.0, 0.02, "no_significant_difference", LAST),
        (1.015, 0.001, "no_significant_difference", LAST),  # sure, but below the effect floor
    ],
)
def test_answers(ratio: float, spread: float, answer: str, pairs: int) -> None:
    logs = noisy(random.Random(7), ratio, spread, LAST)
    assert first_answer(logs) == (answer, pairs)


def test_between_looks_there_is_no_answer() -> None:
    looked = {look.pairs for look in LOOKS}
    assert all(decide([1.0] * n) is None for n in range(1, LAST) if n not in looked)


def test_one_outlier_among_eight_delays_the_answer() -> None:
    logs = [math.log(2)] * 7 + [0.0]
    assert decide(logs) is None


def test_equal_programs_are_called_equal() -> None:
    draw = random.Random(3)
    answers = [first_answer(noisy(draw, 1.0, 0.05, LAST))[0] for _ in range(300)]
    assert sum(answer != "no_significant_difference" for answer in answers) <= 3


def test_a_true_five_percent_is_found() -> None:
    draw = random.Random(4)
    answers = [first_answer(noisy(draw, 1 / 0.95, 0.04, LAST))[0] for _ in range(100)]
    assert answers.count("faster") >= 95


def test_heavy_noise_never_beats_the_levels() -> None:
    """Symmetric noise as wild as it gets: every pair is off by a factor of ten, one way or the other."""
    draw = random.Random(5)
    rounds = 2000
    logs = ([draw.choice((-1, 1)) * (math.log(10) + draw.random()) for _ in range(LAST)] for _ in range(rounds))
    wrong = sum(first_answer(sample)[0] != "no_significant_difference" for sample in logs)
    assert wrong / rounds < 0.016


def test_custom_looks() -> None:
    assert decide([1.0] * 6, [Look(6, 0.05)]) == "faster"
    assert math.log(EFFECT_FLOOR) > 0


class Clocked:
    """A program that always takes the same time (or fails): what `open_timed` would open."""

    floor = Floor(0, 1)

    def __init__(self, cpu_ns: int, code: int = 0) -> None:
        self._run = RawRun("exited", code, cpu_ns, 0, 0, b"", b"ValueError: no")

    def run(self, test: int) -> RawRun:
        return self._run

    def net_ns(self, run: RawRun) -> int:
        return run.cpu_ns


def race(monkeypatch: pytest.MonkeyPatch, a: Clocked, b: Clocked, **options: Any) -> Any:
    @contextmanager
    def opened(*_: object, **__: object) -> Iterator[list[Clocked]]:
        yield [a, b]

    monkeypatch.setattr("ecode.judge.compare.open_timed", opened)
    return compare_programs(None, b"", b"", [b"1", b"2"], limits=Limits(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("cpu_ns", [100_000, 10_000_000])  # the short ones are run several times for one sample
def test_samples_are_those_of_one_pass(monkeypatch: pytest.MonkeyPatch, cpu_ns: int) -> None:
    comparison = race(monkeypatch, Clocked(cpu_ns), Clocked(cpu_ns // 2))
    assert set(comparison.a_ns) == {2 * cpu_ns}
    assert set(comparison.b_ns) == {cpu_ns}
    assert comparison.ratio == pytest.approx(2)


def test_a_failure_names_program_and_test(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("slow.py", "fast.py")
    with pytest.raises(DataError, match=r"fast.py did not end normally on test [xy] while it was timed: .*ValueError"):
        race(monkeypatch, Clocked(10), Clocked(10, code=1), names=names, test_names=["x", "y"])
