"""Which programs become pairs, on scripted times."""

from dataclasses import replace

from ecode.data.ledger import Row
from ecode.data.pairs import PairsConfig, fastest, pairs_of_problem, spread_over
from ecode.errors import DataError
from ecode.judge.compare import Comparison


def row(seq: int, time_us: float, memory: int = 100, noise: float = 0.01, repeats: int = 5) -> Row:
    samples = [time_us * (1 + noise * (r - 2) / 2) for r in range(repeats)]
    result = {"time_us": time_us, "samples_us": [samples], "memory_bytes": memory}
    return Row(seq, f"p{seq}", "q", f"code {seq}", 10, "s", "l", "", "", "measured", "", result, {}, "train")


def race(answer: str):
    return lambda slow, fast: Comparison(answer, 1.1, 1.05, 1.15, 0.001, (1,), (1,))


def no_race(slow: Row, fast: Row) -> Comparison:
    raise AssertionError("nothing to race")


def test_the_fastest_is_the_label_ties_by_memory() -> None:
    assert fastest([row(1, 100, 50), row(2, 101, 20), row(3, 110, 1)]).seq == 2


def test_clear_pairs_rest_on_their_samples() -> None:
    found = list(pairs_of_problem([row(1, 100), row(2, 200), row(3, 1000)], PairsConfig(), no_race))
    assert [(slow.seq, label.seq, evidence.kind) for slow, label, _, evidence in found] == [
        (2, 1, "samples"),
        (3, 1, "samples"),
    ]
    evidence = found[0][3]
    assert evidence.low < evidence.ratio == 2.0 < evidence.high


def test_alternatives_are_well_below_the_slow_one() -> None:
    programs = [row(1, 100), row(2, 150), row(3, 190), row(4, 200)]
    last = list(pairs_of_problem(programs, PairsConfig(), race("no_significant_difference")))[-1]
    assert [alternative.seq for alternative in last[2]] == [2]


def test_alternatives_are_those_most_like_the_slow_one() -> None:
    codes = {1: "x = 1\n", 2: "y = 2\nz = 3\n", 3: "    y = 2\nz = 4\n", 9: "y = 2\nz = 4\nprint(y)\n"}
    programs = [replace(row(seq, 100.0 * seq), code=code) for seq, code in codes.items()]
    (*_, (slow, _, alternatives, _)) = pairs_of_problem(programs, PairsConfig(alternatives=2), no_race)
    assert (slow.seq, [row.seq for row in alternatives]) == (9, [3, 2])


def test_borderline_pairs_are_raced() -> None:
    programs = [row(1, 100), row(2, 110)]
    assert [e.kind for *_, e in pairs_of_problem(programs, PairsConfig(), race("faster"))] == ["race"]
    assert list(pairs_of_problem(programs, PairsConfig(), race("no_significant_difference"))) == []


def test_overlapping_repeats_are_raced_whatever_the_ratio() -> None:
    programs = [row(1, 100, noise=0.9), row(2, 200, noise=0.9)]
    assert [e.kind for *_, e in pairs_of_problem(programs, PairsConfig(), race("faster"))] == ["race"]


def test_few_repeats_need_a_larger_ratio() -> None:
    programs = [row(1, 100, repeats=3), row(2, 140, repeats=3), row(3, 500, repeats=3)]
    assert [e.kind for *_, e in pairs_of_problem(programs, PairsConfig(), race("faster"))] == ["race", "samples"]


def test_a_program_that_breaks_in_its_race_makes_no_pair() -> None:
    def breaks(slow: Row, fast: Row) -> Comparison:
        raise DataError("did not end normally")

    assert list(pairs_of_problem([row(1, 100), row(2, 110)], PairsConfig(), breaks)) == []


def test_equal_times_make_no_pair() -> None:
    assert list(pairs_of_problem([row(1, 100), row(2, 104)], PairsConfig(), no_race)) == []


def test_slow_ones_are_spread_over_the_range() -> None:
    rows = [row(i, 100 + i) for i in range(21)]
    assert [r.seq for r in spread_over(rows, 5)] == [0, 5, 10, 15, 20]
    assert [r.seq for r in spread_over(rows[:3], 5)] == [0, 1, 2]
    assert [r.seq for r in spread_over(rows, 1)] == [20]
