"""Which names of two programs in Uni form mean the same: by the lines they share up to names.

Two people who solve one problem alike, or one person's first and second program, differ in their numbering as soon as
one of them has a variable more. Lines that are equal up to names vote for the names at their places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from ecode.syntax.canonical import Line
from ecode.syntax.line_edits import line_edits

UNI_WORD = re.compile(r"\b(?P<kind>var|func|class)(?P<number>[1-9][0-9]*)\b")
_SOLID = 2  # so many lines in a row are alike for a reason; a single `for var in range(var):` is everywhere, except
# where it begins or ends both programs
FRESH_WORD = re.compile(r"\bn(?P<kind>var|func|class)(?P<number>[1-9][0-9]*)\b")


def aligned(old: Sequence[Line], new: Sequence[Line]) -> list[Line]:
    """`new` with the names of `old` in the lines that both have; its other names become `nvar1`, `nvar2`, `nfunc1`, ...
    in the order of the text. Both are in Uni form.

    A name that no kept line holds is new even where something alike had one before: nobody who reads `old` could tell.
    """
    names = _matched(old, new)
    kept = _names_kept(old, _renamed(new, dict(names)))
    return _renamed(new, {theirs: mine for theirs, mine in names.items() if mine in kept})


def _renamed(lines: Sequence[Line], names: dict[str, str]) -> list[Line]:
    counts: Counter[str] = Counter()

    def name(match: re.Match[str]) -> str:
        if match[0] not in names:
            counts[match["kind"]] += 1
            names[match[0]] = f"n{match['kind']}{counts[match['kind']]}"
        return names[match[0]]

    return [Line(line.level, UNI_WORD.sub(name, line.text)) for line in lines]


def _names_kept(old: Sequence[Line], new: Sequence[Line]) -> set[str]:
    """Names in the lines of `old` that no edit replaces on the way to `new`."""
    done = 0
    lines: list[Line] = []
    for hunk in line_edits(old, new):
        lines += old[done : hunk.start]
        done = hunk.end
    return {match[0] for line in [*lines, *old[done:]] for match in UNI_WORD.finditer(line.text)}


def with_fresh_names(text: str, taken: str) -> str:
    """`nvar1`, ... of a program become Uni names that are not in `taken`: the other way round."""
    highest: Counter[str] = Counter()
    for match in UNI_WORD.finditer(taken):
        highest[match["kind"]] = max(highest[match["kind"]], int(match["number"]))
    return FRESH_WORD.sub(lambda m: f"{m['kind']}{highest[m['kind']] + int(m['number'])}", text)


def _matched(old: Sequence[Line], new: Sequence[Line]) -> dict[str, str]:
    """Names of `new` -> names of `old`, no name twice."""
    matcher = SequenceMatcher(None, [_shape(line) for line in old], [_shape(line) for line in new], autojunk=False)
    votes: Counter[tuple[str, str]] = Counter()
    for a, b, size in matcher.get_matching_blocks():
        at_an_end = a == b == 0 or (a + size == len(old) and b + size == len(new))
        if size < _SOLID and not at_an_end:
            continue
        for mine, theirs in zip(old[a : a + size], new[b : b + size], strict=True):
            pairs = zip(UNI_WORD.finditer(theirs.text), UNI_WORD.finditer(mine.text), strict=True)
            votes.update((their[0], my[0]) for their, my in pairs)
    found: dict[str, str] = {}
    used: set[str] = set()
    for (theirs_name, my_name), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if theirs_name not in found and my_name not in used:
            found[theirs_name] = my_name
            used.add(my_name)
    return found


@lru_cache(maxsize=1 << 14)  # the same lines come again and again while a training set is made
def _shape(line: Line) -> tuple[int, str]:
    return line.level, UNI_WORD.sub(r"\g<kind>", line.text)
