"""The four variants of CodeExecTimeDB from one source: Ori, Uni, Loop&Rec, RandDel."""

from __future__ import annotations

from dataclasses import dataclass

from ecode.syntax.deletion import random_deletion
from ecode.syntax.loops import loops_and_recursion
from ecode.syntax.names import to_uni


@dataclass(frozen=True, slots=True)
class Variants:
    """Loop&Rec and RandDel are made from Uni. Of a refused program all three are empty, and `refusal` says why."""

    ori: str
    uni: str
    loop_rec: str
    rand_del: str
    refusal: str | None = None


def variants(source: str, *, seed: int) -> Variants:
    """All variants of any text; `seed` is that of the random deletion."""
    uni = to_uni(source)
    if uni.refusal is not None:
        return Variants(source, "", "", "", uni.refusal)
    return Variants(source, uni.code, loops_and_recursion(uni.code), random_deletion(uni.code, seed=seed))
