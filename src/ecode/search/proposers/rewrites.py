"""Proposes what the catalogue of rewrites can do to a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import libcst as cst

from ecode.rewrite.base import Rewrite, RewriteBug, Rewritten, apply_rewrite
from ecode.rewrite.catalogue import catalogue
from ecode.rewrite.program import Program
from ecode.search.interfaces import Change, Proposal, Request

_MOST_PARTS = 6


class RewriteProposer:
    """One proposal for each rewrite that fires, at all its sites; its parts are the same rewrite at single sites."""

    name = "rewrites"

    def __init__(self, rewrites: Sequence[Rewrite] | None = None) -> None:
        self.rewrites = tuple(catalogue() if rewrites is None else rewrites)

    def propose(self, request: Request) -> Iterator[Proposal]:
        for rewrite in self.rewrites:
            result = try_rewrite(rewrite, request.source)
            if result is not None:
                yield _proposal(rewrite, request.source, result)


def _proposal(rewrite: Rewrite, base: str, result: Rewritten) -> Proposal:
    def apply(source: str) -> str | None:
        again = try_rewrite(rewrite, source)
        return again.source if again else None

    def parts() -> list[Proposal]:
        if result.sites_found < 2:
            return []
        singles = (try_rewrite(rewrite, base, (site,)) for site in range(min(result.sites_found, _MOST_PARTS)))
        return [_part(rewrite, site, single) for site, single in enumerate(singles) if single]

    return Proposal(result.source, _change(rewrite, result), apply, parts)


def _change(rewrite: Rewrite, result: Rewritten) -> Change:
    return Change(rewrite.name, rewrite.reason, result.speculative)


def _part(rewrite: Rewrite, site: int, result: Rewritten) -> Proposal:
    def apply(source: str) -> str | None:
        again = try_rewrite(rewrite, source, (site,))
        return again.source if again else None

    return Proposal(result.source, _change(rewrite, result), apply)


def try_rewrite(rewrite: Rewrite, source: str, only: Sequence[int] | None = None) -> Rewritten | None:
    """`apply_rewrite` that answers None for a source which libcst cannot read, and for a rewrite's own bug."""
    try:
        return apply_rewrite(rewrite, _parsed(source), only)
    except (cst.ParserSyntaxError, RewriteBug, RecursionError):
        return None


@lru_cache(maxsize=8)
def _parsed(source: str) -> Program:
    """Parsing and resolving scopes costs far more than a rewrite does: shared by all rewrites of one program."""
    return Program.parse(source)
