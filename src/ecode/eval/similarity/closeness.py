"""A program against several reference programs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from ecode.eval.similarity.bleu import bleu
from ecode.eval.similarity.code_bleu import code_bleu
from ecode.syntax.names import alpha_form
from ecode.syntax.tokens import code_tokens


@dataclass(frozen=True, slots=True)
class Similarity:
    """`bleu` against all references at once and `code_bleu` against the closest one in [0, 1], `ioccb` in [0, 100]."""

    bleu: float = 0.0
    code_bleu: float = 0.0
    ioccb: float = 0.0


def similarity(program: str, references: Sequence[str]) -> Similarity:
    """All zero for an empty program. Raises `ValueError` without references."""
    if not references:
        raise ValueError("no references")
    if not program.strip():
        return Similarity()
    plain = [code_bleu(program, reference) for reference in references]
    uni = alpha_form(program)
    normalised = [code_bleu(uni, alpha_form(reference)) for reference in references]
    tokens = bleu(code_tokens(program), [code_tokens(reference) for reference in references])
    return Similarity(tokens, max(plain), ioccb_of(plain, normalised))


def ioccb(program: str, references: Sequence[str]) -> float:
    """ACEOB's measure (Pan et al., arXiv 2408.12960): CodeBLEU against alternative efficient programs, in [0, 100]."""
    return similarity(program, references).ioccb


def ioccb_of(plain: Sequence[float], normalised: Sequence[float]) -> float:
    """max(S) + sign(d) * sqrt(|d|) with d = mean(S) - mean(O), clamped to [0, 100].

    O are the CodeBLEU scores against each reference, S those after the names are normalised (here: Uni names of all
    programs, broken ones too), both in [0, 1] here and times 100 in the formula.
    """
    gain = 100 * (fmean(normalised) - fmean(plain))
    return min(100.0, max(0.0, 100 * max(normalised) + math.copysign(math.sqrt(abs(gain)), gain)))
