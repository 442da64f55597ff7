"""Ways taken apart and written with other names."""

import pytest

from ecode.corpus.way import indented, marked, rebound_parameters, way_text


def plain(a, k):
    # a remark
    total = 0
    for x in a:
        total += x * k  # inside
    return total


def with_import(words):
    from collections import Counter
    import math

    counts = Counter(words)

    def weight(word):
        return math.sqrt(counts[word])

    return sorted(counts, key=weight)


def several_lines(
    a,
    b,
):
    # first
    return [
        x
        for x in a
        if x in b
    ]


def shadowing(a, k):
    def inner(k):
        return [a + k for a in range(k)]

    return inner(k) + [a]


@pytest.mark.parametrize(
    ("way", "parameters", "imports", "body", "result"),
    [
        (
            plain,
            ("a", "k"),
            (),
            "# a remark\ntotal = 0\nfor x in a:\n    total += x * k  # inside\n",
            "total",
        ),
        (
            with_import,
            ("words",),
            ("from collections import Counter", "import math"),
            "counts = Counter(words)\n\ndef weight(word):\n    return math.sqrt(counts[word])\n",
            "sorted(counts, key=weight)",
        ),
        (several_lines, ("a", "b"), (), "# first\n", "([\n        x\n        for x in a\n        if x in b\n    ])"),
    ],
)
def test_taken_apart(way, parameters, imports, body, result) -> None:
    text = way_text(way)
    assert (text.parameters, text.imports, text.body, text.result) == (parameters, imports, body, result)


def test_bound_names_and_marks() -> None:
    text = marked(way_text(plain), {"a": "numbers", "total": "answer"}, "_w")
    assert text.parameters == ("numbers", "k_w")
    assert text.body == "# a remark\nanswer = 0\nfor x_w in numbers:\n    answer += x_w * k_w  # inside\n"
    assert text.result == "answer"


def test_inner_names_of_the_same_spelling_are_not_bound() -> None:
    text = marked(way_text(shadowing), {"a": "A", "k": "K"}, "_w")
    assert text.body == "def inner_w(k_w):\n    return [a_w + k_w for a_w in range(k_w)]\n"
    assert text.result == "inner_w(K) + [A]"


def rebinding(a, k, n):
    a = sorted(a)
    for k in a:
        pass
    def inner(n):
        n = 0
        return n
    return inner(k)


def test_rebound_parameters() -> None:
    assert rebound_parameters(way_text(rebinding)) == {"a", "k"}
    assert rebound_parameters(way_text(plain)) == set()


def test_imported_names_stay() -> None:
    assert "Counter(words_w)" in marked(way_text(with_import), {}, "_w").body


def test_indented_leaves_empty_lines_empty() -> None:
    assert indented("a\n\nb\n") == "    a\n\n    b\n"
