"""From a slow program to candidates: shown to a model, its answers turned back into programs.

Knows no framework: `writer` is a model in torch (`models.torch_writer`) or the light runtime (`models.runtime`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ecode.errors import ModelError
from ecode.models.imports import with_imports
from ecode.models.program_text import ProgramText, program_text
from ecode.syntax.fingerprint import fingerprint
from ecode.syntax.undefined import undefined_names

DRAWS = 4
"""How many answers are drawn for each candidate that is asked for: small models often write what cannot run."""

Statement = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """One answer as text, its log probability; `finished` is False where it was cut off at the limit of tokens."""

    text: str
    logprob: float
    finished: bool


class Writer(Protocol):
    """A model that writes. `output` is what it writes: program or edits."""

    @property
    def output(self) -> str: ...
    @property
    def normalise_names(self) -> bool: ...

    def generate(
        self,
        sources: Sequence[str],
        statements: Sequence[Statement] | None = None,
        *,
        samples: int = 1,
        temperature: float = 0.0,
        top_p: float = 1.0,
        seed: int = 0,
    ) -> Sequence[Sequence[Written]]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one answer.

    `fate` is `program`, `copy` (the slow program up to names and layout), `undefined` (it reads names that nothing
    binds), `cut off`, `no program` (its text stands for none) or `unreadable` (the slow program cannot be shown). Of an
    answer that is cut off or no program, `code` is what can be read of it, perhaps nothing, its names not restored.
    `logprob` is the natural logarithm of the answer's probability.
    """

    code: str
    fate: str
    logprob: float = 0.0
    detail: str = ""


def answers(
    writer: Writer,
    programs: Sequence[str],
    statements: Sequence[Statement] | None = None,
    *,
    samples: int = 8,
    draws: int | None = None,
    temperature: float = 0.7,
    top_p: float = 1.0,
    seed: int = 0,
) -> list[list[Answer]]:
    """`samples` answers for each program, the best of `draws`: by default of four times as many.

    One is the most likely one step by step (greedy), the others are drawn. Different programs that may run come first:
    the greedy one, then the most probable ones. Where there are not enough, others fill up. Nothing is run.
    """
    draws = max(samples, DRAWS * samples if draws is None and samples > 1 else draws or 1)
    shown: list[ProgramText | str] = [_shown(program, writer.normalise_names) for program in programs]
    readable = [number for number, text in enumerate(shown) if isinstance(text, ProgramText)]
    sources = [shown[number].text for number in readable]  # type: ignore[union-attr]
    fields = None if statements is None else [statements[number] for number in readable]
    written: list[list[Written]] = [list(row) for row in writer.generate(sources, fields)] if sources else []
    if draws > 1 and sources:
        drawn = writer.generate(sources, fields, samples=draws - 1, temperature=temperature, top_p=top_p, seed=seed)
        written = [[*first, *more] for first, more in zip(written, drawn, strict=True)]
    result = [[Answer("", "unreadable", detail=text)] * samples for text in map(str, shown)]
    for number, row in zip(readable, written, strict=True):
        text = shown[number]
        assert isinstance(text, ProgramText)
        result[number] = _best([_answer(text, made, writer.output) for made in row])[:samples]
    return result


def _best(drawn: Sequence[Answer]) -> list[Answer]:
    """Different programs first, then all the others as they were drawn. The first of all is the greedy one."""
    programs: dict[str, Answer] = {}
    others = []
    for place, answer in sorted(enumerate(drawn), key=lambda one: (one[0] > 0, -one[1].logprob)):
        mark = fingerprint(answer.code) if answer.fate == "program" else ""
        if mark and mark not in programs:
            programs[mark] = answer
        else:
            others.append((place, answer))
    return [*programs.values(), *(answer for _, answer in sorted(others, key=lambda one: one[0]))]


def _shown(program: str, normalise: bool) -> ProgramText | str:
    try:
        return program_text(program, normalise=normalise)
    except ModelError as error:
        return str(error)


def _answer(text: ProgramText, made: Written, output: str) -> Answer:
    if not made.finished:
        return Answer(text.rough(made.text, output), "cut off", made.logprob)
    try:
        code = text.program(made.text, output)
    except ModelError as error:
        return Answer(text.rough(made.text, output), "no program", made.logprob, str(error))
    missing = undefined_names(code)
    if missing:
        code = with_imports(code, missing)
        missing = undefined_names(code)
    if missing:
        return Answer(code, "undefined", made.logprob, f"nothing binds {', '.join(sorted(missing))}")
    copied = fingerprint(code) == fingerprint(text.source)
    return Answer(code, "copy" if copied else "program", made.logprob)
