"""Formats that statements describe, and what they promise of the numbers and words in them."""

import pytest

from ecode.search.hidden.described import describe, described_format
from ecode.search.hidden.grammar import Line, Ref, Repeat
from ecode.search.hidden.inputs import hidden_inputs

RULES = """## Input
The first line holds two integers $n$ and $m$ ($1 \\le n \\le 900$, $0 \\le m \\le 1600$).

The second line holds $n$ integers, the minutes $w_i$ ($1 \\le w_i \\le 500$).

Each of the next $m$ lines holds two integers $a$ and $b$ ($1 \\le a, b \\le n$)."""
RULES_INPUT = "3 3\n10 5 7\n3 1\n2 1\n1 2\n"
CASES = """## Input
The first line of the input contains a single integer t (1 ≤ t ≤ 100) — the number of test cases.

The first line of each test case contains the integer n (2 ≤ n ≤ 50).

The second line of each test case contains n - 1 integers a_1, ..., a_{n-1} (0 ≤ a_i ≤ 10^9)."""
TREE = """## Input
The first line holds an integer n (1 <= n <= 100). The second line holds n - 1 integers p_i (1 <= p_i <= n); it is
empty for n = 1. Then two lines follow. Each of the next 2n lines contains a letter."""
NOTES = """## Input
The first line holds an integer $n$ ($1 \\le n \\le 40$).

Each of the next $n$ lines holds the number $k$ ($1 \\le k \\le 500$) and then the words of a note. A note has words of
1 to 6 lower-case letters."""
WORDS = """## Input
The first line holds an integer $n$ ($1 \\le n \\le 9$).

Each of the next $n$ lines holds a word of 1 to 8 lower-case letters{}"""


@pytest.mark.parametrize(
    ("statement", "items"),
    [
        (RULES, (Line(0), Line(1), Repeat(Ref(0, 1), (Line(2),)))),
        (CASES, (Line(0), Repeat(Ref(0, 0), (Line(1), Line(2))))),
        (TREE, (Line(0), Line(1), Line(2), Line(3), Repeat(Ref(0, 0, scale=2), (Line(4),)))),
        (NOTES, (Line(0), Repeat(Ref(0, 0), (Line(1),)))),
    ],
)
def test_the_lines_that_a_statement_describes(statement: str, items: object) -> None:
    made = describe(statement)
    assert made is not None
    assert made.items == items


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "## Input\nSome numbers.",
        "## Input\nThe first line holds n. Each of the next m lines holds a word.",
        "## Input\nThe first line of each test case holds n (1 <= n <= 3).",
    ],
)
def test_a_statement_that_is_not_understood_describes_nothing(statement: str) -> None:
    assert describe(statement) is None


def test_the_statement_decides_between_equal_counts() -> None:
    form = described_format([RULES_INPUT], RULES)
    assert form is not None
    assert (form.shapes[1].count, form.shapes[2].size, form.loose) == (Ref(0, 0), 2, False)
    for data in made(RULES, RULES_INPUT):
        first, minutes, *rules = data.split("\n")[:-1]
        n, m = map(int, first.split())
        assert len(minutes.split()) == n
        assert len(rules) == m
        assert all(1 <= int(end) <= n for rule in rules for end in rule.split())
    assert len({data.split()[1] for data in made(RULES, RULES_INPUT)}) > 5
    assert any(len(set(rules := data.split("\n")[2:])) < len(rules) for data in made(RULES, RULES_INPUT))


def made(statement: str, *texts: str) -> list[str]:
    return [data.decode() for data in hidden_inputs([t.encode() for t in texts], count=60, seed=1, statement=statement)]


def test_a_description_that_does_not_fit_is_not_taken() -> None:
    assert described_format([RULES_INPUT + "4 4\n"], RULES) is None
    assert described_format(["1\n3\n"], CASES) is None


def test_an_empty_list_is_read() -> None:
    assert described_format(["1\n\nx\ny\na\nb\n"], TREE) is not None


def test_words_of_a_text_come_in_any_number() -> None:
    rows = [line.split() for data in made(NOTES, "2\n3 to be or not\n9 a moon\n") for line in data.split("\n")[1:-1]]
    assert {len(row) for row in rows} >= {2, 3, 4, 6, 7}
    assert all(1 <= int(row[0]) <= 500 and max(map(len, row[1:])) <= 6 for row in rows)


@pytest.mark.parametrize(("promise", "repeats"), [(".", True), (". The words are different.", False)])
def test_words_repeat_unless_the_statement_says_otherwise(promise: str, repeats: bool) -> None:
    lists = [data.split()[1:] for data in made(WORDS.format(promise), "3\nab\nc\nbac\n")]
    assert any(len(set(words)) < len(words) for words in lists) == repeats
    assert max(len(word) for words in lists for word in words) == 8


def test_keywords_stay_as_they_are() -> None:
    statement = (
        "## Input\nThe first line holds an integer q (1 <= q <= 9). Each of the next q lines is `add` or `take`."
    )
    words = {word for data in made(statement, "3\nadd\ntake\nadd\n") for word in data.split()[1:]}
    assert words == {"add", "take"}
