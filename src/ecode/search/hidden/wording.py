"""How statements are read: signs brought to one form, and what a name, a count and a sentence look like."""

from __future__ import annotations

import re

_SIGNS = (
    (r"\\[,;! ]|\\left|\\right|[${}\u2009\u202f\u00a0]", ""),
    (r"\\leq?\b|\\leqslant\b|≤|⩽|<=", "<="),
    (r"\\geq?\b|\\geqslant\b|≥|⩾|>=", ">="),
    (r"\\lt\b|&lt;", "<"),
    (r"\\gt\b|&gt;", ">"),
    (r"\s*(?:\\cdot|\\times|⋅|·|×|\*)\s*", "*"),
    (r"\\[lc]?dots\b|…|\.\.\.", "..."),
    ("−", "-"),
    (r"(?<=\d)(?:(?<!\d\d\d\d)[ ,](?=\d\d\d(?!\d))|'(?=\d))", ""),
)
NAME = r"\|?[A-Za-z]\w*(?:,\w)?\|?"
SENTENCE = re.compile(r"(?<=[.:])\s+(?=[A-Z])|\n\s*\n")
# `n integers` counts what follows, and stands on another line; `two integers n` does not.
COUNTED = re.compile(
    rf"\b({NAME})(?:\s*([-+])\s*(\d+))?\s+(?:more |space-separated |further |different |distinct )?[a-z]+s\b"
)
BRACKETS = re.compile(r"\([^()]*\)")
_ARTICLE = re.compile(r"\ba (?!and\b|or\b)(?=[a-z]{2})")


def plain(text: str) -> str:
    """A statement's signs in one form: `$1 \\le n \\leq 10^5$` becomes `1 <= n <= 10^5`."""
    for pattern, sign in _SIGNS:
        text = re.sub(pattern, sign, text)
    return text


def key_of(name: str) -> str:
    """`a_i`, `a_1` and `a_n` are elements of one list."""
    base, underscore, _ = name.partition("_")
    return base + underscore


def names_in(text: str) -> dict[str, None]:
    """What may be a name, in order: no article, and nothing that only counts."""
    words = re.findall(NAME, _ARTICLE.sub(" ", COUNTED.sub(" ", text)))
    return dict.fromkeys(key for word in words if len(key := key_of(word)) <= 2)
