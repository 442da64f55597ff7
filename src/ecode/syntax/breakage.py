"""The breakages that language models make: a program cut off, unbalanced, wrongly indented, or with undefined names.

What RandDel is not: it deletes lines and blocks (`syntax.deletion`), as the paper does.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from ecode.syntax.tokens import lex

_OPEN_CLOSE = "()[]{}"


def broken(code: str, seed: int) -> tuple[str, str]:
    """(text, kind of breakage): the program with one of `BREAKAGES` that can be made in it; kind is empty where none
    can (an empty program)."""
    rng = random.Random(seed)
    kinds = list(BREAKAGES)
    rng.shuffle(kinds)
    for kind in kinds:
        text = BREAKAGES[kind](code, rng)
        if text is not None and text != code:
            return text, kind
    return code, ""


def _cut_off(code: str, rng: random.Random) -> str | None:
    """The end is missing, from somewhere in the second half on: the limit of tokens was reached."""
    tokens = lex(code)
    if len(tokens) < 8:
        return None
    return code[: tokens[rng.randrange(len(tokens) // 2, len(tokens) - 1)].end]


def _unbalanced(code: str, rng: random.Random) -> str | None:
    """A bracket is missing."""
    brackets = [token for token in lex(code) if token.text in _OPEN_CLOSE]
    if not brackets:
        return None
    token = rng.choice(brackets)
    return code[: token.start] + code[token.end :]


def _wrong_indent(code: str, rng: random.Random) -> str | None:
    """An indented line stands a little further left, or a line further right."""
    lines = code.split("\n")
    candidates = [number for number, line in enumerate(lines) if line.strip()]
    if not candidates:
        return None
    number = rng.choice(candidates)
    line = lines[number]
    lines[number] = line[1:] if line[:1].isspace() else f"  {line}"
    return "\n".join(lines)


def _undefined_name(code: str, rng: random.Random) -> str | None:
    """One place where a name stands has another name."""
    names = [token for token in lex(code) if token.kind == "name" and len(token.text) > 1]
    if not names:
        return None
    token = rng.choice(names)
    return f"{code[: token.start]}{token.text[:-1]}_{code[token.end :]}"


BREAKAGES: dict[str, Callable[[str, random.Random], str | None]] = {
    "cut off": _cut_off,
    "unbalanced": _unbalanced,
    "wrong indent": _wrong_indent,
    "undefined name": _undefined_name,
}
