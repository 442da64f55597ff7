"""A tolerant lexer: Python's own tokens on valid source, and something sensible on anything else."""

from __future__ import annotations

import re
from typing import NamedTuple

_PREFIX = r"(?i:br|rb|fr|rf|[bruf])?"
# An unterminated string ends with its line, one in triple quotes with the text. Possessive repeats: no backtracking.
_TRIPLE = r"(?s:{q}{q}{q}(?:[^\\{q}]|\\.|{q}(?!{q}{q}))*+(?:{q}{q}{q}|\\?\Z))"
_SINGLE = r"{q}(?:[^\\{q}\r\n]|\\(?:\r\n|[\s\S]))*+(?:{q}|\\?(?=[\r\n]|\Z))"
_STRING = _PREFIX + "(?:" + "|".join(form.format(q=quote) for form in (_TRIPLE, _SINGLE) for quote in "\"'") + ")"
_EXPONENT = r"[eE][-+]?[0-9](?:_?[0-9])*"
_DIGITS = r"[0-9](?:_?[0-9])*"
_NUMBER = (
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    rf"|(?:{_DIGITS}\.(?:{_DIGITS})?|\.{_DIGITS})(?:{_EXPONENT})?[jJ]?|{_DIGITS}{_EXPONENT}[jJ]?|{_DIGITS}[jJ]?"
)
_OPERATOR = r"\*\*=?|//=?|>>=?|<<=?|\.\.\.|->|:=|[-+*/%&|^@=<>!]=|[-+*/%&|^@=<>~()\[\]{},:.;]"
_TOKEN = re.compile(
    rf"(?P<layout>[^\S]+|\\\r?\n|\#[^\r\n]*|\ufeff)|(?P<string>{_STRING})|(?P<number>{_NUMBER})"
    rf"|(?P<name>[^\W0-9]\w*)|(?P<operator>{_OPERATOR})|(?P<other>[\s\S])"
)


class Token(NamedTuple):
    """One token with its place in the text (offsets of characters). `kind`: string, number, name, operator, other."""

    text: str
    start: int
    end: int
    kind: str


def lex(source: str) -> list[Token]:
    """All tokens but comments and layout; an f-string is one token. Never fails."""
    found = []
    for match in _TOKEN.finditer(source):
        kind = match.lastgroup or "other"
        if kind != "layout":
            found.append(Token(match.group(), match.start(), match.end(), kind))
    return found


def code_tokens(source: str) -> list[str]:
    """The texts of `lex`: on valid programs what Python 3.11's `tokenize` yields without comments and layout."""
    return [match.group() for match in _TOKEN.finditer(source) if match.lastgroup != "layout"]
