"""How a program is shown to the model, and how what the model wrote becomes a program again.

Names are normalised first (`syntax.to_uni`), layout too (`syntax.canonical_lines`). A line of the source is
`<L12><nl2>var3 += 1`: its number, and newline with indentation as one token. A target is the whole program without line
numbers, or edits: `<L12><L14>` (lines 12 up to before 14 become ...) and the new lines, hunk after hunk; nothing at all
says that nothing is to be done. What the source has no name for is `nvar1`, `nvar2`, ... in a target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ecode.errors import ModelError
from ecode.syntax.alignment import aligned, with_fresh_names
from ecode.syntax.canonical import Line, canonical_lines, canonical_text
from ecode.syntax.line_edits import Hunk, apply_edits, edit_source, line_edits
from ecode.syntax.names import Uni, to_uni
from ecode.syntax.restore import restore
from ecode.syntax.strict import check_compiles

MAX_LINES, MAX_LEVEL = 160, 15
_MARK = re.compile(r"<(?:L|nl)[0-9]+>")
_LINE = re.compile(r"<nl([0-9]+)>((?:(?!<(?:L|nl)[0-9]+>).)*)", re.DOTALL)
_HUNK = re.compile(r"<L([0-9]+)><L([0-9]+)>((?:<nl[0-9]+>(?:(?!<(?:L|nl)[0-9]+>).)*)*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ProgramText:
    """A program as the model sees it, with what is needed to come back from an answer to a program."""

    source: str
    uni: Uni
    lines: tuple[Line, ...]
    normalised: bool = True

    @property
    def text(self) -> str:
        """The source for the model."""
        numbered = "".join(f"<L{number}>{_line(line)}" for number, line in enumerate(self.lines))
        return f"{numbered}<L{len(self.lines)}>"

    def target(self, other: ProgramText, output: str) -> str:
        """What the model should write to turn this program into `other`; `output` is program or edits."""
        new = self._named_alike(other)
        if output == "program":
            return "".join(map(_line, new))
        return "".join(
            f"<L{hunk.start}><L{hunk.end}>{''.join(map(_line, hunk.lines))}" for hunk in line_edits(self.lines, new)
        )

    def similarity(self, other: ProgramText) -> float:
        """Share of the lines of both programs that the edits from one to the other leave alone, from 0 to 1."""
        replaced = sum(hunk.end - hunk.start for hunk in line_edits(self.lines, self._named_alike(other)))
        return 2 * (len(self.lines) - replaced) / max(1, len(self.lines) + len(other.lines))

    def _named_alike(self, other: ProgramText) -> Sequence[Line]:
        return aligned(self.lines, other.lines) if self.normalised else other.lines

    def program(self, answer: str, output: str) -> str:
        """The program that an answer of the model stands for, with this program's names and, where it is untouched, its
        layout. Raises `ModelError` where the answer is none: it is no list of edits, or does not parse."""
        answer = with_fresh_names(answer, self.uni.code)
        hunks = _hunks(answer) if output == "edits" else line_edits(self.lines, _lines(answer))
        try:
            wanted = canonical_text(apply_edits(self.lines, hunks))
            check_compiles(wanted)
            edited = edit_source(self.uni.code, hunks)
            return restore(edited, self.uni.names) if self.normalised else edited
        except (SyntaxError, ValueError) as error:
            raise ModelError(f"the answer is no program: {error}") from None

    def rough(self, answer: str, output: str) -> str:
        """What can be read of an answer that is no program (`program` raised): for predicting its time all the same.
        Nothing where not even its lines can be told."""
        parts = _LINE if output == "program" else _HUNK
        readable = "".join(match[0] for match in parts.finditer(with_fresh_names(answer, self.uni.code)))
        try:
            hunks = _hunks(readable) if output == "edits" else line_edits(self.lines, _lines(readable))
            return canonical_text(apply_edits(self.lines, hunks)) if readable else ""
        except (ModelError, ValueError):
            return ""


def program_text(source: str, *, normalise: bool = True) -> ProgramText:
    """Raises `ModelError` for a program that cannot be shown: it does not parse, is too long or too deep, or a string
    in it looks like one of our marks. `normalise=False` keeps the names: an ablation."""
    uni = to_uni(source) if normalise else Uni(source)
    try:
        lines = tuple(canonical_lines(uni.code))
    except SyntaxError as error:
        raise ModelError(f"the program cannot be read: {error}") from None
    if len(lines) >= MAX_LINES or max((line.level for line in lines), default=0) > MAX_LEVEL:
        raise ModelError(f"the program has {len(lines)} lines; the model reads up to {MAX_LINES - 1}")
    if any(_MARK.search(line.text) for line in lines):
        raise ModelError("a string of the program looks like one of the model's marks")
    return ProgramText(source, uni, lines, normalise)


def _line(line: Line) -> str:
    return f"<nl{line.level}>{line.text}"


def _lines(text: str) -> list[Line]:
    found = [Line(int(match[1]), match[2].strip()) for match in _LINE.finditer(text)]
    if "".join(match[0] for match in _LINE.finditer(text)) != text:
        raise ModelError("the answer is not made of lines")
    return found


def _hunks(text: str) -> Sequence[Hunk]:
    matches = list(_HUNK.finditer(text))
    if "".join(match[0] for match in matches) != text:
        raise ModelError("the answer is not made of edits")
    return [Hunk(int(match[1]), int(match[2]), tuple(_lines(match[3]))) for match in matches]
