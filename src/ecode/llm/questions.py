"""The questions: texts in `prompts/`, filled so that nothing inside a program or a statement can break them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from ecode.llm.chat import Question

_FIELD = re.compile(r"\{([a-z_]+)\}")
_BACKTICKS = re.compile(r"`+")
_MOST_REPORT = 1000
"""Letters of what the tests say."""
_WRONG = {
    "wrong": "it writes a wrong output",
    "failed": "it is no valid program, or it ended with an error",
    "too_much_memory": "it needs far more memory than the slow program",
}
REPAIRED = frozenset(_WRONG)
"""The fates of candidates that a repair may help."""


def propose_question(program: str, statement: str = "") -> Question:
    return _question("propose", problem=_problem(statement), program=fenced(program, "python"))


def improve_question(program: str, best: str, ratio: float | None, statement: str = "") -> Question:
    """`ratio` says how many times as fast `best` was, as the program it was made from; None where it was not said."""
    time = f"was measured {ratio:.2f} times as fast as the version it was made from" if ratio else "was measured faster"
    return _question(
        "improve",
        problem=_problem(statement),
        program=fenced(program, "python"),
        best=fenced(best, "python"),
        time=time,
    )


def repair_question(program: str, candidate: str, fate: str, report: str, statement: str = "") -> Question:
    """`fate` is one of `REPAIRED`, `report` what the tests said, as text."""
    return _question(
        "repair",
        problem=_problem(statement),
        program=fenced(program, "python"),
        candidate=fenced(candidate, "python"),
        mistake=_WRONG[fate],
        report=fenced(report[:_MOST_REPORT] or "(nothing)", "text"),
    )


def fenced(text: str, label: str) -> str:
    """A block whose fence is longer than any run of backticks inside."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{label}\n{text.rstrip()}\n{fence}"


def fill(template: str, values: Mapping[str, str]) -> str:
    """Every `{field}` of the template replaced, in one pass: what is put in is not looked at again.

    Raises `ValueError` unless template and values have the same fields.
    """
    wanted = set(_FIELD.findall(template))
    if wanted != values.keys():
        raise ValueError(f"the template wants {sorted(wanted)}, not {sorted(values)}")
    return _FIELD.sub(lambda field: values[field[1]], template)


def _question(kind: str, **values: str) -> Question:
    return Question(_text("system").strip(), fill(_text(kind), values).strip())


def _problem(statement: str) -> str:
    return fill(_text("statement"), {"statement": fenced(statement, "text")}) if statement.strip() else ""


def _text(name: str) -> str:
    return (files("ecode.llm") / "prompts" / f"{name}.txt").read_text(encoding="utf-8")
