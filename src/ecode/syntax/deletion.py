"""RandDel: a program with a share of its tokens struck out at random."""

from __future__ import annotations

import random

from ecode.syntax.tokens import Token, code_tokens, lex


def random_deletion(source: str, *, share: float = 0.2, seed: int) -> str:
    """Strike out `round(share * n)` of the n tokens, the same ones for the same seed; layout and comments stay.

    A line that loses all it has disappears; two tokens that would grow together get a blank between them.
    """
    tokens = lex(source)
    count = min(len(tokens), max(0, round(share * len(tokens))))
    struck = set(random.Random(seed).sample(range(len(tokens)), count))
    parts: list[str] = []
    cuts: list[int] = []  # where something is missing, in the new text
    done = length = 0
    left: Token | None = None  # the last token that stays
    for index, token in enumerate(tokens):
        gap = source[done : token.start]
        done = token.start
        if index not in struck:
            if not gap and left is not None and cuts and cuts[-1] == length and _grow_together(left, token):
                gap = " "
            gap += token.text
            left = token
        parts.append(gap)
        length += len(gap)
        if index in struck:
            cuts.append(length)
        done = token.end
    parts.append(source[done:])
    return _without_emptied_lines("".join(parts), cuts)


def _grow_together(left: Token, right: Token) -> bool:
    return code_tokens(left.text + right.text) != [left.text, right.text]


def _without_emptied_lines(text: str, cuts: list[int]) -> str:
    kept: list[str] = []
    start = index = 0
    for line in text.split("\n"):
        end = start + len(line)
        was_cut = index < len(cuts) and cuts[index] <= end
        while index < len(cuts) and cuts[index] <= end:
            index += 1
        if not was_cut or line.strip():
            kept.append(line)
        start = end + 1
    return "\n".join(kept)
