"""A family of slower programs from any program: one or two rewrites in the second direction, verified when measured."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

import libcst as cst

from ecode.data.items import Item, Submission
from ecode.rewrite.base import RewriteBug, apply_rewrite
from ecode.rewrite.catalogue import catalogue
from ecode.rewrite.program import Program
from ecode.syntax.fingerprint import fingerprint

_TWO_STEPS = 0.5  # probability of a second rewrite on top of the first


def slower_versions(source: str, count: int, seed: int) -> list[tuple[str, tuple[str, ...]]]:
    """Up to `count` different slower versions, each with the names of the rewrites applied in turn; none where the
    source does not parse or nothing fires."""
    rng = Random(seed)
    known = {fingerprint(source)}
    made: list[tuple[str, tuple[str, ...]]] = []
    for text, name in _applied(rng, source):
        names: tuple[str, ...] = (name,)
        if rng.random() < _TWO_STEPS:
            text, other = next(_applied(rng, text), (text, ""))
            names = (name, other) if other else names
        mark = fingerprint(text)
        if mark not in known:
            known.add(mark)
            made.append((text, names))
        if len(made) == count:
            break
    return made


def with_slower_versions(items: Iterable[Item], count: int, seed: int = 0) -> Iterator[Item]:
    """The items, each submission followed by up to `count` slower versions of it (their ids end in `/slower1`, ...)."""
    for item in items:
        yield item
        if isinstance(item, Submission):
            versions = slower_versions(item.code, count, zlib.crc32(f"{seed}/{item.id}".encode()))
            for number, (code, names) in enumerate(versions, 1):
                origin = f"{item.origin}, made slower by {', '.join(names)}"
                yield replace(item, id=f"{item.id}/slower{number}", code=code, origin=origin, role="")


def _applied(rng: Random, source: str) -> Iterator[tuple[str, str]]:
    """(result, name) of the rewrites that fire, in random order; one that breaks is passed over."""
    try:
        program = Program.parse(source)
    except (cst.ParserSyntaxError, RecursionError):
        return
    for rewrite in rng.sample(catalogue("slower"), len(catalogue("slower"))):
        try:
            result = apply_rewrite(rewrite, program)
        except (RewriteBug, RecursionError):
            continue
        if result is not None:
            yield result.source, result.name
