"""What is measured of a winner: the curve over sizes, and the shares of its changes."""

from collections.abc import Iterator

import pytest

from ecode.judge.run import Judge
from ecode.records import CheckerSpec, Limits
from ecode.search.attribution import earned_shares
from ecode.search.hidden.sizes import SizedInput, sized_inputs
from ecode.search.interfaces import Change
from ecode.search.node import Node, Step
from ecode.search.scaling import Differs, scaling_curve

QUADRATIC = "n = int(input())\na = input().split()\nprint(sum(a.count(x) for x in a))\n"
LINEAR = (
    "from collections import Counter\nn = int(input())\nprint(sum(c * c for c in Counter(input().split()).values()))\n"
)


def numbers(count: int) -> bytes:
    return f"{count}\n{' '.join(str(7 * i % count) for i in range(count))}\n".encode()


def test_a_large_input_is_shortened_with_its_count() -> None:
    given = [numbers(count) for count in (5, 40, 1000)]
    made = sized_inputs(given, given[-1])
    assert len(made) == 6
    assert [each.size for each in made] == sorted(each.size for each in made)
    for each in made:
        first, second = each.content.decode().splitlines()
        assert int(first) == len(second.split())
    assert made[-1].content == given[-1]
    assert not made[-1].made
    assert made == sized_inputs(given, given[-1])


def test_given_inputs_serve_where_the_format_is_not_understood() -> None:
    given = [b"x" * size + b"\n" for size in (40, 90, 200, 3000)]
    made = sized_inputs(given, given[-1])
    assert [each.content for each in made] == given
    assert not any(each.made for each in made)


def test_inputs_of_one_size_make_no_curve() -> None:
    assert sized_inputs([b"hello there\n", b"hello world\n"], b"hello world\n") == []


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as judge:
        yield judge


def curve(judge: Judge, winner: str, sizes: tuple[int, ...], seconds: float = 60) -> list[tuple[int, int, int]]:
    inputs = [SizedInput(len(numbers(count)), numbers(count), made=True) for count in sizes]
    check = judge.make_check(CheckerSpec())
    with judge.lease() as worker:
        points = scaling_curve(worker, QUADRATIC, winner, inputs, check=check, limits=Limits(), seconds=seconds)
    return [(point.size, point.original_ns, point.winner_ns) for point in points]


@pytest.mark.sandbox
def test_the_gain_grows_where_the_order_is_another(judge: Judge) -> None:
    (small, slow, fast), *_, (large, slower, less_fast) = curve(judge, LINEAR, (1000, 2000, 4000))
    assert small < large
    assert slower / less_fast > 1.5 * slow / fast


@pytest.mark.sandbox
def test_a_winner_that_differs_on_a_made_input_is_found(judge: Judge) -> None:
    with pytest.raises(Differs, match="bytes"):
        curve(
            judge,
            LINEAR.replace("c * c", "c * c if c < 9 else 0").replace("print(sum", "print(n < 900 and sum"),
            (1000, 2000),
        )


@pytest.mark.sandbox
def test_the_curve_keeps_to_its_time(judge: Judge) -> None:
    assert len(curve(judge, QUADRATIC, (3000, 6000, 12000), seconds=0.01)) == 1


def step(name: str, old: str, new: str) -> Step:
    return Step(Change(name, "It is."), lambda source: source.replace(old, new) if old in source else None)


def test_shares_are_of_the_saved_time() -> None:
    winner = Node("yz", (step("first", "a", "y"), step("second", "b", "z")), 1.0)
    times = {"yb": 0.4, "yz": 0.2}
    shares = earned_shares("ab", winner, times.get)
    assert shares == {"first": pytest.approx(0.75), "second": pytest.approx(0.25)}


def test_a_single_change_earned_all() -> None:
    assert earned_shares("a", Node("y", (step("only", "a", "y"),), 1.0), lambda source: None) == {"only": 1.0}


def test_no_shares_where_a_time_is_missing() -> None:
    winner = Node("yz", (step("first", "a", "y"), step("second", "b", "z")), 1.0)
    assert earned_shares("ab", winner, {"yz": 0.2}.get) == {}
    whole = Step(Change("model", "It wrote it."), None)
    assert earned_shares("ab", Node("yz", (step("first", "a", "y"), whole), 1.0), lambda source: 0.5) == {}
