"""Promises that given inputs keep and no statement was read for: new inputs keep them, too."""

import random
import re

from ecode.search.hidden.inputs import hidden_inputs


def made_of(texts: list[str], statement: str = "", count: int = 40) -> list[str]:
    return [
        data.decode() for data in hidden_inputs([t.encode() for t in texts], count=count, seed=0, statement=statement)
    ]


def rows_of(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()[1:]]


def test_what_small_inputs_break_is_no_promise() -> None:
    rng = random.Random(0)
    large = "".join(f"{rng.randint(1, 50)} {rng.randint(51, 99)}\n" for _ in range(300))
    small = ["2\n1 1\n7 7\n", "1\n3 3\n", "3\n5 4\n9 9\n2 2\n", "1\n8 8\n", "2\n6 6\n4 3\n"]
    made = made_of([f"300\n{large}", *small])
    assert len(made) == 40
    pairs = [row for text in made for row in rows_of(text)]
    assert any(a == b for a, b in pairs)
    assert any(int(a) < int(b) for a, b in pairs)


def test_numbers_given_once_under_a_tag_stay_single() -> None:
    rng = random.Random(1)
    texts = []
    for size in (3, 5, 6, 8, 9, 12):
        bills = rng.sample(range(1, 1000), size)
        lines = [f"bill {number} {rng.choice(('nora', 'otto', 'mill'))}" for number in bills]
        texts.append(f"{size + 1}\n" + "\n".join(lines) + "\npaid nora\n")
    for text in made_of(texts):
        bills = [row[1] for row in rows_of(text) if row[0] == "bill"]
        assert len(set(bills)) == len(bills)


def test_a_span_of_time_ends_after_it_begins() -> None:
    rng = random.Random(2)
    texts = []
    for size in (1, 2, 4, 6, 7):
        spans = [sorted(rng.sample(range(24 * 60), 2)) for _ in range(size)]
        lines = [" ".join(f"{t // 60:02}:{t % 60:02}" for t in span) for span in spans]
        texts.append(f"{size}\n" + "\n".join(lines) + "\n")
    made = made_of(texts)
    assert len(made) > 10
    assert all(start < end for text in made for start, end in rows_of(text))


def test_keywords_of_lines_of_several_kinds_stay_as_they_are() -> None:
    texts = [
        "4\n0 send bob 3\n2 raise bob\n3 send al 5 now\n9 drop bob at once\n",
        "3\n1 raise al\n2 send bob 4 now\n5 drop al at once\n",
        "2\n1 send al 2\n4 raise bob\n",
    ]
    words = {word for text in made_of(texts) for word in re.findall("[a-z]+", text)}
    assert words <= {"send", "raise", "drop", "bob", "al", "now", "at", "once"}


def test_a_sign_that_the_statement_rules_out_is_not_tried() -> None:
    statement = "## Input\n\nThe first line holds an integer $n$ ($1 \\le n \\le 90$) and $s$ ($0 \\le s \\le 50$).\n"
    texts = ["4 7\n", "9 30\n"]
    assert any("-" in text for text in made_of(texts))
    assert not any("-" in text for text in made_of(texts, statement))
