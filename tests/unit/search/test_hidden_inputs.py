"""Hidden inputs: one independent validator per format, and every generated input must satisfy it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecode.search.hidden.inputs import MAX_OUTPUT_BYTES, hidden_inputs

COLOURS = ("white", "yellow", "green", "blue", "red")


def _joined(values: object) -> str:
    return " ".join(str(value) for value in values)  # type: ignore[attr-defined]


def _list(rng: random.Random, low: int = 1) -> list[int]:
    return [rng.randint(low, 30) for _ in range(rng.randint(2, 8))]


def n_list(rng: random.Random) -> str:
    values = _list(rng)
    return f"{len(values)}\n{_joined(values)}\n"


def is_n_list(text: str) -> bool:
    n, values = (list(map(int, line.split(" "))) for line in text.removesuffix("\n").split("\n"))
    return n == [len(values)] and len(values) >= 2 and all(1 <= value <= 30 for value in values)


def cases(rng: random.Random) -> str:
    count = rng.randint(1, 4)
    return f"{count}\n" + "".join(n_list(rng) for _ in range(count))


def is_cases(text: str) -> bool:
    count, *lines = text.removesuffix("\n").split("\n")
    pairs = list(zip(lines[::2], lines[1::2], strict=True))
    return len(pairs) == int(count) >= 1 and all(is_n_list(f"{n}\n{values}\n") for n, values in pairs)


def grid(rng: random.Random) -> str:
    r, c = rng.randint(2, 6), rng.randint(2, 6)
    return f"{r} {c}\n" + "".join("".join(rng.choice(".#") for _ in range(c)) + "\n" for _ in range(r))


def is_grid(text: str) -> bool:
    head, *rows = text.removesuffix("\n").split("\n")
    r, c = map(int, head.split())
    return len(rows) == r >= 2 and c >= 2 and all(len(row) == c and set(row) <= set(".#") for row in rows)


def blank_grids(rng: random.Random) -> str:
    count = rng.randint(1, 3)
    return f"{count}\n" + "".join("\n" + grid(rng) for _ in range(count))


def is_blank_grids(text: str) -> bool:
    count, *rest = text.split("\n\n")
    return len(rest) == int(count) and all(is_grid(part.removesuffix("\n") + "\n") for part in rest)


def queries(rng: random.Random) -> str:
    lines = []
    for _ in range(rng.randint(2, 8)):
        is_long = rng.random() < 0.5
        lines.append(f"? {rng.randint(1, 9)} {rng.randint(1, 9)}" if is_long else f"+ {rng.randint(1, 9)}")
    return f"{len(lines)}\n" + "\n".join(lines) + "\n"


def is_queries(text: str) -> bool:
    count, *lines = text.removesuffix("\n").split("\n")
    for line in lines:
        kind, *numbers = line.split()
        if len(numbers) != {"?": 2, "+": 1}[kind] or not all(1 <= int(number) <= 9 for number in numbers):
            return False
    return len(lines) == int(count)


def words(rng: random.Random) -> str:
    lines = ["".join(rng.choice("abc") for _ in range(rng.randint(1, 7))) for _ in range(rng.randint(2, 5))]
    return f"{len(lines)}\n" + "\n".join(lines) + "\n"


def is_words(text: str) -> bool:
    count, *lines = text.removesuffix("\n").split("\n")
    return len(lines) == int(count) and all(1 <= len(line) <= 7 and set(line) <= set("abc") for line in lines)


def floats(rng: random.Random) -> str:
    rows = [f"{rng.uniform(-5, 5):.2f} {rng.uniform(0, 9):.3f}" for _ in range(rng.randint(2, 5))]
    return f"{len(rows)}\n" + "\n".join(rows) + "\n"


def is_floats(text: str) -> bool:
    count, *rows = text.removesuffix("\n").split("\n")
    for row in rows:
        x, y = row.split(" ")
        if len(x.partition(".")[2]) != 2 or len(y.partition(".")[2]) != 3:
            return False
        if not (-5 <= float(x) <= 5 and 0 <= float(y) <= 9):
            return False
    return len(rows) == int(count)


def permutation(rng: random.Random) -> str:
    n = rng.randint(2, 8)
    return f"{n}\n{_joined(rng.sample(range(1, n + 1), n))}\n"


def is_permutation(text: str) -> bool:
    n, values = text.removesuffix("\n").split("\n")
    return sorted(map(int, values.split())) == list(range(1, int(n) + 1))


def ascending(rng: random.Random) -> str:
    n = rng.randint(3, 8)
    k = rng.randint(1, n)
    return f"{n} {k}\n{_joined(sorted(rng.sample(range(60), n)))}\n"


def is_ascending(text: str) -> bool:
    head, line = text.removesuffix("\n").split("\n")
    (n, k), values = map(int, head.split()), list(map(int, line.split()))
    return len(values) == n >= k >= 1 and all(a < b for a, b in pairwise(values))


def tree_edges(rng: random.Random) -> str:
    n = rng.randint(3, 8)
    return f"{n}\n" + "".join(f"{rng.randint(1, node - 1)} {node}\n" for node in range(2, n + 1))


def is_tree(text: str) -> bool:
    count, *lines = text.removesuffix("\n").split("\n")
    edges = [tuple(map(int, line.split())) for line in lines]
    reached = {1}
    for _ in edges:
        reached |= {node for edge in edges if reached & set(edge) for node in edge}
    return len(edges) == int(count) - 1 and reached == set(range(1, int(count) + 1))


def intervals(rng: random.Random) -> str:
    n, q = rng.randint(3, 9), rng.randint(2, 5)
    pairs = [sorted((rng.randint(1, n), rng.randint(1, n))) for _ in range(q)]
    return f"{n} {q}\n{_joined(rng.randint(0, 9) for _ in range(n))}\n" + "".join(f"{_joined(p)}\n" for p in pairs)


def is_intervals(text: str) -> bool:
    head, values, *lines = text.removesuffix("\n").split("\n")
    n, q = map(int, head.split())
    pairs = [tuple(map(int, line.split())) for line in lines]
    return len(values.split()) == n and len(pairs) == q and all(1 <= left <= right <= n for left, right in pairs)


def datasets(rng: random.Random) -> str:
    return "".join(n_list(rng) for _ in range(rng.randint(1, 3))) + "0\n"


def is_datasets(text: str) -> bool:
    *lines, last = text.removesuffix("\n").split("\n")
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return last == "0" and all(is_n_list(f"{n}\n{values}\n") for n, values in pairs)


def coloured(rng: random.Random) -> str:
    n = rng.randint(2, 6)
    nodes = rng.sample(range(1, 32), n)
    return f"5\n{n}\n" + "".join(f"{node} {rng.choice(COLOURS)}\n" for node in nodes)


def is_coloured(text: str) -> bool:
    depth, n, *lines = text.removesuffix("\n").split("\n")
    nodes = [line.split()[0] for line in lines]
    return depth == "5" and len(set(nodes)) == int(n) == len(lines) and all(s.split()[1] in COLOURS for s in lines)


FORMATS: list[tuple[Callable[[random.Random], str], Callable[[str], bool]]] = [
    (n_list, is_n_list),
    (cases, is_cases),
    (grid, is_grid),
    (blank_grids, is_blank_grids),
    (queries, is_queries),
    (words, is_words),
    (floats, is_floats),
    (permutation, is_permutation),
    (ascending, is_ascending),
    (tree_edges, is_tree),
    (intervals, is_intervals),
    (datasets, is_datasets),
    (coloured, is_coloured),
]


@pytest.mark.parametrize(("make", "is_valid"), FORMATS, ids=[make.__name__ for make, _ in FORMATS])
@pytest.mark.parametrize("seed", [0, 1])
def test_every_input_is_valid(make: Callable[[random.Random], str], is_valid: Callable[[str], bool], seed: int) -> None:
    rng = random.Random(seed)
    inputs = [make(rng).encode() for _ in range(12)]
    assert all(is_valid(data.decode()) for data in inputs)
    hidden = hidden_inputs(inputs, count=40, seed=seed)
    assert len(hidden) == 40
    assert len(set(hidden) | set(inputs)) == len(hidden) + len(set(inputs))
    assert [data for data in hidden if not is_valid(data.decode())] == []


def test_same_arguments_same_result() -> None:
    inputs = [cases(random.Random(seed)).encode() for seed in range(5)]
    assert hidden_inputs(inputs, count=20, seed=7) == hidden_inputs(inputs, count=20, seed=7)
    assert hidden_inputs(inputs, count=20, seed=7) != hidden_inputs(inputs, count=20, seed=8)


@dataclass(frozen=True)
class Property:
    """Something that near-misses trip over, and that must occur among the hidden inputs of `cases`."""

    name: str
    holds: Callable[[list[list[int]]], bool]


PROPERTIES = [
    Property("single case", lambda lists: len(lists) == 1),
    Property("several cases", lambda lists: len(lists) > 2),
    Property("all equal", lambda lists: any(len(set(values)) == 1 for values in lists)),
    Property("repeated value", lambda lists: any(1 < len(set(values)) < len(values) for values in lists)),
    Property("shortest", lambda lists: any(len(values) == 2 for values in lists)),
    Property("longest", lambda lists: any(len(values) == 8 for values in lists)),
    Property("largest value", lambda lists: any(30 in values for values in lists)),
    Property("smallest value", lambda lists: any(1 in values for values in lists)),
]


@pytest.mark.parametrize("prop", PROPERTIES, ids=[prop.name for prop in PROPERTIES])
def test_diversity(prop: Property) -> None:
    rng = random.Random(3)
    inputs = [cases(rng).encode() for _ in range(15)]
    hidden = [data.decode() for data in hidden_inputs(inputs, count=40, seed=0)]
    assert any(prop.holds([list(map(int, line.split())) for line in text.split("\n")[2::2]]) for text in hidden)


def test_one_input_has_every_length_at_its_least() -> None:
    lengths = [(2, 9), (9, 2), (5, 7), (8, 3)]  # never both at their least, and not in small numbers by chance
    rng = random.Random(0)
    inputs = [
        "".join(f"{n}\n{_joined(rng.randint(1, 10**6) for _ in range(n))}\n" for n in pair).encode() for pair in lengths
    ]
    small = hidden_inputs(inputs, count=12, seed=0)[:3]  # the fixed variants come first
    assert any([len(line.split()) for line in data.splitlines()] == [1, 2, 1, 2] for data in small)


def test_unknown_format_keeps_counts_and_layout() -> None:
    texts = ["3 6\n1 2\n\n900 400 300 800 700\nx 1 y\n5\n", "2\n1 1 1\n\n600 900 100 500 200 300\n"]
    inputs = [text.encode() for text in texts]
    shapes = {tuple(len(line.split(" ")) for line in text.split("\n")) for text in texts}
    hidden = [data.decode() for data in hidden_inputs(inputs, count=10, seed=0)]
    assert hidden
    for text in hidden:
        assert tuple(len(line.split(" ")) for line in text.split("\n")) in shapes
        assert text.split("\n")[:2] in [known.split("\n")[:2] for known in texts]


def test_layout_is_kept() -> None:
    inputs = [f" {n}\r\n{_joined(range(n))} \r\n\r\n".encode() for n in range(2, 9)]
    for data in hidden_inputs(inputs, count=10, seed=0):
        assert data.startswith(b" ")
        assert data.endswith(b" \r\n\r\n")


def test_large_inputs_give_small_ones() -> None:
    rng = random.Random(0)
    inputs = [f"20000\n{_joined(rng.randint(1, 30) for _ in range(20000))}\n".encode()]
    hidden = hidden_inputs(inputs, count=10, seed=0)
    assert len(hidden) == 10
    assert all(is_n_list(data.decode()) and len(data) < 2000 for data in hidden)


@pytest.mark.parametrize("inputs", [[], [b""], [b"\n"], [b"\xff\xfe"], [b"1\n", b"\xff"], [b"a\0b\n"]])
def test_nothing_to_learn_from(inputs: list[bytes]) -> None:
    assert hidden_inputs(inputs, count=5, seed=0) == []


def test_broken_inputs_among_good_ones_do_not_spoil_the_format() -> None:
    rng = random.Random(5)
    inputs = [n_list(rng).encode() for _ in range(20)] + [b"9\n1 2 3\n"]
    hidden = hidden_inputs(inputs, count=20, seed=0)
    assert len(hidden) == 20
    assert all(is_n_list(data.decode()) for data in hidden)


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (["3 4\n"], "-3 4\n"),  # and the order of the two is kept
        (["12 18\n", "7 5\n"], "-12 -18\n"),
        (["10 40 20 30\n"], "-10 40 20 30\n"),
    ],
)
def test_a_sign_left_open_is_tried(inputs: list[str], expected: str) -> None:
    assert expected.encode() in hidden_inputs([text.encode() for text in inputs], count=40, seed=0)


@pytest.mark.parametrize(
    "inputs",
    [
        ["3\n", "400\n"],  # how many times, most likely
        ["5\n1 2 3 2 9\n"],  # the 5 announces a length, and what is at most 5 may be an index
        ["2\n3\n9 8 7\n2\n6 4\n"],
        [f"{n}\n" for n in range(1, 40, 3)],  # positive so often that it is the rule
        ["4 10 20 30 40\n", "2 5 6\n"],
        ["3 7 2\nab\n", "1\n2 3\n\n4\n"],  # not understood
    ],
)
def test_lengths_and_settled_signs_stay(inputs: list[str]) -> None:
    hidden = hidden_inputs([text.encode() for text in inputs], count=40, seed=0)
    lengths = [line.split()[0] for data in hidden for line in data.decode().split("\n")[:1]]
    assert not any(length.startswith("-") for length in lengths)


@pytest.mark.parametrize(
    "inputs", [["7\n"], ["3 4\n"], ["10 40 20 30 99 12\n"], ["3 1 4 1\n", "5 9 2 6 5\n"], ["hello\n"]]
)
def test_single_lines_give_hidden_inputs(inputs: list[str]) -> None:
    hidden = hidden_inputs([text.encode() for text in inputs], count=10, seed=0)
    assert len(hidden) >= 4
    sizes = {len(text.split()) for text in inputs}
    assert {len(data.split()) for data in hidden} <= sizes


@given(st.lists(st.one_of(st.binary(max_size=80), st.text("0123 -\n.ab", max_size=60).map(str.encode)), max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_never_crashes(inputs: list[bytes]) -> None:
    hidden = hidden_inputs(inputs, count=3, seed=0)
    assert len(set(hidden)) == len(hidden) <= 3
    assert not set(hidden) & set(inputs)
    assert all(len(data) <= MAX_OUTPUT_BYTES for data in hidden)
