"""Programs too deep for Python's own parser: no rewrite fires, and libcst does not end the process."""

from types import SimpleNamespace
from typing import ClassVar

import pytest

from ecode.corpus.slower import slower_versions
from ecode.rewrite.base import Example, Rewrite, RewriteBug, Sites, apply_rewrite
from ecode.rewrite.catalogue import catalogue
from ecode.rewrite.program import Program
from ecode.search.proposers.rewrites import try_rewrite

SIGNS = "-" * 20_000


class Deep(Rewrite):
    """Writes what does not parse."""

    name = "deep"
    reason = "Not at all."
    examples: ClassVar[tuple[Example, ...]] = ()

    def rewrite(self, program: Program, sites: Sites) -> SimpleNamespace:
        sites.take()
        return SimpleNamespace(code=f"x = {SIGNS}1\n")  # as a tree of libcst, it could not even be written


def test_a_deep_program_is_left_alone() -> None:
    source = f"x = {SIGNS}1\n"
    with pytest.raises(RecursionError):
        Program.parse(source)
    assert try_rewrite(catalogue("faster")[0], source) is None
    assert slower_versions(source, 3, seed=1) == []


def test_a_result_that_is_too_deep_is_a_bug_of_the_rewrite() -> None:
    with pytest.raises(RewriteBug, match="does not parse"):
        apply_rewrite(Deep(), "x = 1\n")
