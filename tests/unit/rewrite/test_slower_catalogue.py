"""The examples of the rewrites towards slower code: the text comes out as promised, and both programs print the same."""

import pytest
from rewrite_cases import printed

from ecode.rewrite.base import Example, Rewrite, apply_rewrite
from ecode.rewrite.catalogue import by_name, catalogue

EXAMPLES = [pytest.param(r, e, id=f"{r.name}-{i}") for r in catalogue("slower") for i, e in enumerate(r.examples)]


@pytest.mark.parametrize(("rewrite", "example"), EXAMPLES)
def test_example_comes_out_as_promised_and_prints_the_same(rewrite: Rewrite, example: Example) -> None:
    result = apply_rewrite(rewrite, example.before)
    assert result is not None
    assert result.source == example.after
    assert printed(example.before, example.stdin) == printed(example.after, example.stdin)


@pytest.mark.parametrize(("rewrite", "example"), EXAMPLES)
def test_one_site_at_a_time_prints_the_same(rewrite: Rewrite, example: Example) -> None:
    whole = apply_rewrite(rewrite, example.before)
    assert whole is not None
    for site in range(whole.sites_found):
        result = apply_rewrite(rewrite, example.before, only=[site])
        assert result is not None
        assert printed(result.source, example.stdin) == printed(example.before, example.stdin)


def test_there_are_many_and_their_names_are_their_own() -> None:
    names = [rewrite.name for rewrite in catalogue("slower")]
    assert len(names) >= 24
    assert len({*names, *(r.name for r in catalogue("faster"))}) == len(names) + len(catalogue("faster"))


@pytest.mark.parametrize("rewrite", catalogue("slower"), ids=lambda rewrite: rewrite.name)
def test_each_says_what_it_is(rewrite: Rewrite) -> None:
    assert rewrite.direction == "slower"
    assert rewrite.examples
    assert rewrite.reason.endswith(".")
    assert by_name(rewrite.name) is rewrite
