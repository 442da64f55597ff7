"""How a program is shown to the predictor: lexemes with their depth in loops, from any text, whole or broken.

Nothing is parsed, so a program that a language model cut off in the middle reads like its whole self up to there.
Variables are numbered in the order of their appearance (what Uni does, on the level of words), numbers are shown by
their size, strings only as strings. Beside each lexeme stands how many loops enclose its line, by indentation: the
strongest single hint at a program's time.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ecode.syntax.tokens import lex

MAX_TOKENS = 512
MULTIPLE = 4  # of which the length of a padded batch is one
MAX_DEPTH = 7
_VARIABLES = 48
_SMALL = 16  # whole numbers up to this are shown as they are
_KNOWN = frozenset(keyword.kwlist) | frozenset(keyword.softkwlist) | frozenset(dir(builtins))
_LOOP = re.compile(r"\s*(?:async\s+)?(?:for|while)\b")
_IMPORT = re.compile(r"^\s*(?:import|from)\s+(.+)$", re.MULTILINE)
_NAME = re.compile(r"[^\W0-9]\w*")
_PAD, _UNKNOWN = "<pad>", "<unknown>"


class Lexeme(NamedTuple):
    """A word of the predictor's language, and the loops around it (0 to `MAX_DEPTH`)."""

    word: str
    depth: int


def read_program(code: str, most: int = MAX_TOKENS) -> list[Lexeme]:
    """The first `most` lexemes; of a longer program its first and its last half of them. Never fails."""
    lexemes = list(_lexemes(code))
    if len(lexemes) > most:
        lexemes = [*lexemes[: most // 2], *lexemes[-(most - most // 2) :]]
    return lexemes


def _lexemes(code: str) -> Iterator[Lexeme]:
    depths = _line_depths(code)
    last = len(depths) - 1
    names: dict[str, str] = {}
    modules = _imported(code)
    line, position, started, before = 0, 0, -1, ""
    for text, start, _, kind in lex(code):
        line += code.count("\n", position, start)
        position = start
        level, depth = depths[min(line, last)]
        if line != started:
            started = line
            yield Lexeme(f"<nl{min(level, 9)}>", depth)
        if kind == "name" and text not in _KNOWN and before != "." and text not in modules:
            word = names.get(text) or names.setdefault(text, f"v{min(len(names) + 1, _VARIABLES)}")
        elif kind == "number":
            word = _number(text)
        elif kind == "string":
            word = "<fstring>" if text[0] in "fF" else "<string>"
        else:
            word = text
        yield Lexeme(word, depth)
        before = text


@lru_cache(maxsize=4096)
def _number(text: str) -> str:
    try:
        value = float(int(text.replace("_", ""), 0))
    except ValueError:
        try:
            value = float(text.replace("_", "").rstrip("jJ"))
        except ValueError:
            return "<number>"
        return "<float>"
    except OverflowError:
        return "<1e18>"
    return str(int(value)) if value <= _SMALL else f"<1e{min(18, len(str(int(value))) - 1)}>"


def _imported(code: str) -> frozenset[str]:
    """Names on lines that import something."""
    return frozenset(name for line in _IMPORT.findall(code) for name in _NAME.findall(line))


def _line_depths(code: str) -> list[tuple[int, int]]:
    """(level of indentation, enclosing loops) of each line."""
    result: list[tuple[int, int]] = []
    open_blocks: list[tuple[int, bool]] = []  # (columns, opened by a loop)
    for line in code.split("\n"):
        stripped = line.lstrip()
        if not stripped or stripped[0] == "#":
            result.append(result[-1] if result else (0, 0))
            continue
        columns = len(line[: len(line) - len(stripped)].expandtabs(8))
        while open_blocks and open_blocks[-1][0] >= columns:
            open_blocks.pop()
        result.append((len(open_blocks), min(MAX_DEPTH, sum(loop for _, loop in open_blocks))))
        if stripped.rstrip().endswith(":") or _LOOP.match(line):
            open_blocks.append((columns, bool(_LOOP.match(line))))
    return result or [(0, 0)]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by their number: 0 is padding, 1 stands for words that are not in it."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, programs: Iterable[str], *, size: int = 1024) -> Vocabulary:
        """The most frequent words of these programs."""
        counts = Counter(lexeme.word for code in programs for lexeme in read_program(code))
        frequent = sorted(counts, key=lambda word: (-counts[word], word))[: size - 2]
        return cls((_PAD, _UNKNOWN, *frequent))

    def numbers(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words)}


def encode(lexemes: Sequence[Lexeme], numbers: dict[str, int]) -> tuple[list[int], list[int]]:
    """(ids, depths), both of the same length and never empty."""
    ids = [numbers.get(lexeme.word, 1) for lexeme in lexemes]
    return (ids, [lexeme.depth for lexeme in lexemes]) if ids else ([1], [0])
