"""Limits that statements name, in the ways that statements name them."""

import pytest

from ecode.formats import join_statement, split_statement
from ecode.search.hidden.infer import infer_format
from ecode.search.hidden.inputs import hidden_inputs
from ecode.search.hidden.learn import learn_rules
from ecode.search.hidden.limits import Limit, stated_limits, within_stated_limits

PLAIN = """Input

The first line of the input contains the number of test cases t (1 ≤ t ≤ 10 500). Description of the test cases follows.

The first line of each test case contains two integers n and k (1 ≤ k ≤ n ≤ 2 ⋅ 10^5).

The second line of each test case contains n integers x_1, x_2, …, x_n (-10^9 ≤ x_i ≤ 10^9). It is possible that some are equal.

It is guaranteed that the sum of n over all test cases does not exceed 2 ⋅ 10^5.

Output

The smallest."""
PLAIN_INPUTS = ["2\n3 1\n4 4 4\n2 2\n-5 6\n", "1\n5 3\n5 4 3 2 1\n"]
LATEX = r"""## Input
The first line holds three integers $n$, $m$ and $s$ ($1 \le n \leq 400$, $0 \le m < 900$, $5 \ge s \ge -10^{3}$).

The second line holds the $n$ integers $w_1, \dots, w_n$ ($1 \le w_i \le 3\,000$)."""


def widened(statement: str, texts: list[str]) -> dict[str, tuple[float, float]]:
    rules = within_stated_limits(learn_rules(infer_format(texts)), statement)
    return {site: (domain.low, domain.high) for site, domain in rules.domains.items()}


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("1 ≤ n ≤ 300 000", {"n": Limit(1, 300_000)}),
        ("$1 \\le a, b \\le 10^{9}$", {"a": Limit(1, 10**9), "b": Limit(1, 10**9)}),
        ("0 < k < n <= 2 * 10^5", {"k": Limit(1, 2 * 10**5 - 1), "n": Limit(2, 2 * 10**5)}),
        ("-1,000,000 ≤ a_i ≤ -10^2", {"a_": Limit(-1_000_000, -100)}),
        ("1 ≤ a_i ≤ 9, 2 ≤ a_1", {"a_": Limit(2, 9)}),
        ("1 <= n <= min(2^k - 1, 2000) and 1 <= k <= 60", {"n": Limit(1, None)}),
        ("x ≥ 3", {"x": Limit(3, None)}),
        ("no numbers here, n <= m", {}),
        ("1 ≤ n ≥ 3", {}),
    ],
)
def test_limits_of_names(text: str, limits: dict[str, Limit]) -> None:
    assert stated_limits(text) == limits


def test_lines_get_the_limits_of_their_sentences() -> None:
    assert widened(PLAIN, PLAIN_INPUTS) == {
        "cell 0.0": (1, 10_500),
        "cell 1.0": (1, 200_000),
        "cell 1.1": (1, 200_000),
        "items 2": (-(10**9), 10**9),
    }
    assert widened(LATEX, ["3 2 1\n5 6 7\n", "2 7 -4\n1 8\n"]) == {
        "cell 0.0": (1, 400),
        "cell 0.1": (0, 899),
        "cell 0.2": (-1000, 5),
        "items 1": (1, 3000),
    }


def test_a_sentence_that_contradicts_the_inputs_widens_nothing() -> None:
    seen = widened("", PLAIN_INPUTS)
    changed = widened(PLAIN.replace("10^9", "3"), PLAIN_INPUTS)
    assert changed["items 2"] == seen["items 2"] != (-(3**9), 3)


def test_lines_behind_one_that_does_not_fit_stay_as_they_were_seen() -> None:
    other = PLAIN.replace("two integers n and k (1 ≤ k ≤ n", "an integer n (1 ≤ n")
    assert widened(other, PLAIN_INPUTS)["items 2"] == widened("", PLAIN_INPUTS)["items 2"]


def test_hidden_inputs_reach_the_limits_and_keep_the_order_of_numbers() -> None:
    inputs = [text.encode() for text in PLAIN_INPUTS]
    made = [data.decode().split() for data in hidden_inputs(inputs, count=60, seed=0, statement=PLAIN)]
    values = [int(token) for tokens in made for token in tokens]
    assert max(values) == 10**9
    assert min(values) == -(10**9)
    assert all(int(tokens[2]) <= int(tokens[1]) for tokens in made)


def test_a_statement_joined_is_split_again() -> None:
    sections = {"title": "Depots", "body": "Carry bags.", "input": "A line.", "output": "A number.", "samples": "1"}
    statement = split_statement(join_statement(sections))
    assert (statement.title, statement.body, statement.input, statement.output) == tuple(list(sections.values())[:4])
    assert "1" in statement.samples


def test_ranges_without_names_count_where_a_line_has_as_many_numbers_or_all_share_one() -> None:
    head = "## Input\n\nThe first line holds an integer $n$ ($1 \\le n \\le 50$).\n\n"
    rows = "Each of the next $n$ lines holds a crop, its age (from 0 to 9) and its weight (between 1 and 70)."
    texts = ["2\nrye 3 4\noat 5 6\n", "3\nrye 1 4\nrye 5 8\noat 2 2\n"]
    seen = widened(head + rows, texts)
    assert (seen["cell 1.1"], seen["cell 1.2"]) == ((0, 9), (1, 70))
    bits = "The second line holds $n$ bits, each is 0 or 1."
    assert widened(head + bits, ["3\n1 1 1\n", "2\n1 1\n"])["items 1"] == (0, 1)


def test_given_numbers_beyond_the_limits_are_taken_for_broken() -> None:
    broken = [*PLAIN_INPUTS, "1\n1 1\n1000000000000\n"]
    assert widened(PLAIN, broken)["items 2"] == (-(10**9), 10**9)
