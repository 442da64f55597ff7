"""CodeBLEU (Ren et al., arXiv 2009.10297) for Python, from its formula, on `ast` and our own lexer."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from statistics import fmean
from typing import TypeVar

from ecode.eval.similarity.bleu import bleu
from ecode.eval.similarity.flow import data_flow
from ecode.eval.similarity.trees import Shapes, parsed, subtrees
from ecode.syntax.tokens import code_tokens

_KEYWORDS = frozenset({*keyword.kwlist, *keyword.softkwlist} - {"_"})
_KEYWORD, _OTHER = 1.0, 0.2  # the paper's ratio of five
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Parts:
    """The four matches. `syntax` and `data_flow` are None where the reference has nothing of the kind."""

    tokens: float
    weighted_tokens: float
    syntax: float | None
    data_flow: float | None

    @property
    def score(self) -> float:
        """Equal weights, over the parts that there are."""
        parts = (self.tokens, self.weighted_tokens, self.syntax, self.data_flow)
        return fmean(part for part in parts if part is not None)


def code_bleu(candidate: str, reference: str) -> float:
    """In [0, 1]; see `code_bleu_parts`."""
    return code_bleu_parts(candidate, reference).score


def code_bleu_parts(candidate: str, reference: str) -> Parts:
    """BLEU, BLEU with keywords weighing five times as much, and the shares of the reference's subtrees (names left out)
    and data-flow edges (names numbered) that the candidate has too, each as often as it has them.

    Tokens are those of the tolerant lexer, so broken code has them all; its trees and flows are those of the top-level
    blocks that parse (`trees.parsed`).

    The package codebleu 0.7.0 gives the same BLEU for the same tokens; on 200 pairs of programs of `problems/` the
    ranks of both scores correlate by 0.94. It differs so: its tokens are cut at blanks unless told otherwise; its
    weighted match is a recall without brevity penalty (it takes the reference for two tokens long); a subtree that the
    candidate has once matches however often the reference has it; operators are no nodes; names of attributes are
    variables; a data-flow match of 0 counts as 1, and other values change with the hash seed.
    """
    ours, theirs = code_tokens(candidate), code_tokens(reference)
    our_tree, their_tree = parsed(candidate), parsed(reference)
    shapes: Shapes = {}
    return Parts(
        bleu(ours, [theirs]),
        bleu(ours, [theirs], _weight),
        _share(subtrees(our_tree, shapes), subtrees(their_tree, shapes)),
        _share(data_flow(our_tree), data_flow(their_tree)),
    )


def _weight(token: str) -> float:
    return _KEYWORD if token in _KEYWORDS else _OTHER


def _share(ours: Counter[T], theirs: Counter[T]) -> float | None:
    return (ours & theirs).total() / theirs.total() if theirs else None
