"""BLEU, CodeBLEU and IOCCB against hand-made values and what must hold."""

import ast
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecode.eval.similarity.bleu import bleu, corpus_bleu
from ecode.eval.similarity.closeness import Similarity, ioccb, ioccb_of, similarity
from ecode.eval.similarity.code_bleu import code_bleu, code_bleu_parts
from ecode.eval.similarity.flow import data_flow
from ecode.eval.similarity.trees import parsed, subtrees

PROGRAM = "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i\nprint(total)\n"
RENAMED = "m = int(input())\ns = 0\nfor k in range(m):\n    s += k\nprint(s)\n"
OTHER = "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n"
WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=12)


def test_bleu_of_a_hand_made_case() -> None:
    # 3 of 4 single tokens, 2 of 3 pairs, 1 of 2 triples, and 0.1 for none of 1; as long as the reference
    assert bleu("abcx", ["abcd"]) == pytest.approx((3 / 4 * 2 / 3 * 1 / 2 * 0.1) ** 0.25)


def test_bleu_takes_the_best_count_of_all_references_and_punishes_brevity() -> None:
    assert bleu("aa", ["ab", "aa"]) == 1.0
    for references in (["ab"], ["ab", "ab"]):  # clipped: one `a` only, however many references have it
        assert bleu("aa", references) == pytest.approx(math.sqrt(1 / 2 * 0.1))
    assert bleu("abx", ["ab"]) == pytest.approx((2 / 3 * 1 / 2 * 0.1) ** (1 / 3))  # no reward for length
    assert bleu("ab", ["abcd"]) == pytest.approx(math.exp(1 - 4 / 2))
    assert bleu("ab", ["abcd", "abx"]) == pytest.approx(math.exp(1 - 3 / 2))  # the closest length


def test_corpus_bleu_adds_counts_up() -> None:
    # single tokens 3 of 4, pairs 1 of 2; the mean of the two sentences' would be another
    assert corpus_bleu([("ab", ["ab"]), ("ax", ["ab"])]) == pytest.approx(math.sqrt(3 / 4 * 1 / 2))


def test_bleu_without_anything_in_common() -> None:
    assert bleu("abcd", ["wxyz"]) == 0.0
    assert bleu("", ["wxyz"]) == 0.0


@given(WORDS, WORDS, st.data())
def test_bleu_is_bounded_and_foreign_tokens_never_help(ours: list[str], theirs: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ours) - 1))
    worse = [*ours[:place], "foreign", *ours[place + 1 :]]
    assert 1 + 1e-12 >= bleu(ours, [theirs]) >= bleu(worse, [theirs]) - 1e-12
    assert bleu(ours, [ours]) == pytest.approx(1)


def test_the_four_parts_of_a_hand_made_case() -> None:
    parts = code_bleu_parts("if b:\n    pass\n", "if a:\n    pass\n")
    # tokens: if b : pass; all but one token match, no pair with it does
    assert parts.tokens == pytest.approx((3 / 4 * 1 / 3 * 0.1 / 2 * 0.1) ** 0.25)
    weights = (1 + 0.2 + 1) / (1 + 0.2 + 0.2 + 1)
    assert parts.weighted_tokens == pytest.approx((weights * 1 / 3 * 0.1 / 2 * 0.1) ** 0.25)
    assert (parts.syntax, parts.data_flow) == (1.0, None)
    assert parts.score == pytest.approx((parts.tokens + parts.weighted_tokens + 1) / 3)


def test_equal_programs_and_programs_with_nothing_in_common() -> None:
    for program in (PROGRAM, OTHER, "x", "pass\n"):
        assert code_bleu(program, program) == pytest.approx(1.0)
    assert code_bleu("", PROGRAM) == 0.0
    assert code_bleu("lambda: [...]", "x = y\n") == 0.0


def test_names_matter_to_tokens_but_not_to_trees_and_flow() -> None:
    parts = code_bleu_parts(RENAMED, PROGRAM)
    assert (parts.syntax, parts.data_flow) == (1.0, 1.0)
    assert 0 < parts.tokens < parts.weighted_tokens < 1
    assert code_bleu(OTHER, PROGRAM) < 0.5 * code_bleu(RENAMED, PROGRAM)


def test_subtrees_are_inner_nodes_with_their_shapes() -> None:
    shapes: dict[tuple[object, ...], int] = {}
    plus, minus = (subtrees(parsed(f"y = a {sign} 1\n'text'\n"), shapes) for sign in "+-")
    assert plus.total() == 3  # module, assignment, sum
    assert not plus & minus
    assert plus == subtrees(parsed("z = b + 2\n"), shapes)


@pytest.mark.parametrize(
    ("code", "edges"),
    [
        ("a = b\n", [(1, "computedFrom", (0,))]),
        ("a = 1\nb = a\n", [(0, "computedFrom", ()), (0, "comesFrom", (0,)), (1, "computedFrom", (0,))]),
        ("a, b = c, d\n", [(1, "computedFrom", (0,)), (3, "computedFrom", (2,))]),
        ("a += b\n", [(0, "computedFrom", (0, 1))]),
        ("for x in y:\n    x\n", [(1, "computedFrom", (0,)), (1, "comesFrom", (1,))]),
        ("[x for x in y]\n", [(1, "computedFrom", (0,)), (1, "comesFrom", (1,))]),
        ("{x for x in y}\n", [(1, "computedFrom", (0,)), (1, "comesFrom", (1,))]),
        ("(x for x in y)\n", [(1, "computedFrom", (0,)), (1, "comesFrom", (1,))]),
        ("{x: 1 for x in y}\n", [(1, "computedFrom", (0,)), (1, "comesFrom", (1,))]),
        ("def f(a):\n    return a.real\n", [(0, "comesFrom", (0,))]),
        ("with a as b:\n    pass\n", [(1, "computedFrom", (0,))]),
        ("print(x)\n", []),
    ],
)
def test_data_flow(code: str, edges: list[object]) -> None:
    assert sorted(data_flow(parsed(code)).elements()) == sorted(edges)  # type: ignore[type-var]


def test_a_broken_program_keeps_the_blocks_that_parse() -> None:
    broken = PROGRAM.replace("print(total)", "print((total")
    assert len(parsed(broken)) == 3
    parts = code_bleu_parts(broken, PROGRAM)
    assert parts.syntax is not None
    assert 0.5 < parts.syntax < 1
    (choice,) = parsed("if x:\n    y\nelse:\n    z\nfoo(\n")
    assert isinstance(choice, ast.If)
    assert choice.orelse
    assert parsed("((") == []


def test_what_is_nested_too_deeply_has_tokens_alone() -> None:
    deep = "x = " + "+".join(["a"] * 20_000) + "\n"
    assert 0 < code_bleu(deep, deep) <= 1 + 1e-12


def test_ioccb_from_scores() -> None:
    assert ioccb_of([0.2, 0.4], [0.3, 0.54]) == pytest.approx(54 + math.sqrt(12))
    assert ioccb_of([0.3, 0.54], [0.2, 0.4]) == pytest.approx(40 - math.sqrt(12))
    assert ioccb_of([0.0], [1.0]) == 100.0
    assert ioccb_of([1.0], [0.0]) == 0.0


def test_ioccb_sees_through_names() -> None:
    assert ioccb(PROGRAM, [PROGRAM]) == pytest.approx(100)
    assert ioccb(RENAMED, [PROGRAM, OTHER]) == pytest.approx(100)
    assert ioccb(OTHER, [PROGRAM, RENAMED]) < 60


def test_similarity_to_several_programs() -> None:
    found = similarity(RENAMED, [OTHER, PROGRAM])
    assert found.code_bleu == code_bleu(RENAMED, PROGRAM)
    assert similarity(PROGRAM, [OTHER, PROGRAM]).bleu == pytest.approx(1)
    assert similarity("  \n", [PROGRAM]) == Similarity(0.0, 0.0, 0.0)
    with pytest.raises(ValueError, match="no references"):
        similarity(PROGRAM, [])


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts_can_be_compared(candidate: str, reference: str) -> None:
    assert 0 <= code_bleu(candidate, reference) <= 1 + 1e-12
    assert 0 <= ioccb(candidate, [reference]) <= 100
