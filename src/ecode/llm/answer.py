"""What a language model answers, parsed strictly: one whole program in a fenced block.

Of several blocks the last complete one counts that is marked as Python, or without any such, the last complete one
without a mark: models show what they talk about first, and sometimes an example of its output behind. What a model
thinks before it answers, up to a line that ends with `</think>`, is not part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ecode.syntax.fingerprint import fingerprint
from ecode.syntax.strict import parsed

Fate = Literal["program", "broken", "copy", "cut off", "no program"]

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*([^`\n]*)")
_THOUGHTS = re.compile(r"\A.*?</think>[ \t]*(?:\n|\Z)", re.DOTALL)
_PYTHON = frozenset({"python", "python3", "py", "py3"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A program (`code`), one that does not parse (`broken`: kept, because its time can be predicted), or none.

    `detail` says why an answer is anything but a program. A `copy` is the slow program up to names and layout.
    """

    code: str
    fate: Fate
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    label: str
    text: str
    closed: bool


def parse_answer(text: str, source: str, *, finished: bool = True) -> Answer:
    """The program in an answer to `source`; `finished` is False where the answer was cut off at the limit of tokens."""
    text = _THOUGHTS.sub("", text.replace("\r\n", "\n"), count=1)
    if not text.strip():
        return _none(finished, "the answer is empty")
    if text.lstrip().startswith("<think>"):
        return _none(finished, "the answer has thoughts only")
    blocks = list(_blocks(text))
    chosen = _chosen([block for block in blocks if block.closed])
    if chosen is None:
        if blocks and not blocks[-1].closed:
            return Answer("", "cut off", "the answer ends inside a block: a higher limit of tokens may help")
        return _none(finished, "no block is marked as Python" if blocks else "the answer has no fenced block")
    if not chosen.text.strip():
        return Answer("", "no program", "the block is empty")
    return _judged(chosen.text, source)


def _none(finished: bool, detail: str) -> Answer:
    if finished:
        return Answer("", "no program", detail)
    return Answer("", "cut off", f"{detail}: it was cut off at the limit of tokens")


def _judged(code: str, source: str) -> Answer:
    try:
        empty = not parsed(code).body
    except SyntaxError as error:
        return Answer(code, "broken", f"the program does not parse: {error}")
    if empty:
        return Answer("", "no program", "the block has comments only")
    if fingerprint(code) == fingerprint(source):
        return Answer(code, "copy", "the answer is the program that was shown")
    return Answer(code, "program")


def _chosen(blocks: list[_Block]) -> _Block | None:
    for wanted in (_PYTHON, frozenset({""})):
        if fitting := [block for block in blocks if block.label in wanted]:
            return fitting[-1]
    return None


def _blocks(text: str) -> Iterator[_Block]:
    """As Markdown has them: a fence is closed by one of the same kind, at least as long, alone on its line."""
    inside: list[str] = []
    opened: re.Match[str] | None = None
    for line in text.split("\n"):
        fence = _FENCE.fullmatch(line)
        if opened is None:
            opened, inside = fence, []
        elif fence is not None and not fence[3].strip() and fence[2].startswith(opened[2]):
            yield _block(opened, inside, closed=True)
            opened = None
        else:
            inside.append(line)
    if opened is not None:
        yield _block(opened, inside, closed=False)


def _block(opened: re.Match[str], lines: list[str], *, closed: bool) -> _Block:
    """A block in a list is indented as a whole: as much as its fence is taken off."""
    margin = re.compile(rf"[ \t]{{0,{len(opened[1])}}}")
    words = opened[3].split()
    text = "\n".join(margin.sub("", line, count=1) for line in lines)
    return _Block(words[0].lower() if words else "", text.strip("\n") + "\n", closed)
