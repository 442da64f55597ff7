"""Uni: a program in which all its own names are `var1`, `func1`, `class1` and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ecode.syntax.binder import analyse
from ecode.syntax.parse import Tree
from ecode.syntax.refusals import refusal
from ecode.syntax.renaming import Renaming, plan_renaming
from ecode.syntax.scopes import Analysis, Binding

UNI_NAME = re.compile(r"(?:var|func|class)[1-9][0-9]*\Z")


@dataclass(frozen=True, slots=True)
class Uni:
    """A program in Uni form. `names` leads from the new names to the old ones.

    `refusal` says why nothing was renamed (then `code` is the source as it was), and is None otherwise.
    """

    code: str
    names: dict[str, str] = field(default_factory=dict)
    refusal: str | None = None


def to_uni(source: str) -> Uni:
    """Rename per binding, in the order of the text: programs equal up to consistent renaming get the same code.

    Builtins, imports, attributes, names of class bodies and whatever a run could show stay as they are.
    """
    analysis = analyse(source)
    renaming = plan_renaming(analysis)
    reason = refusal(analysis, renaming)
    if reason is not None:
        return Uni(source, refusal=reason)
    return Uni(*_renamed(analysis, renaming))


def alpha_form(source: str) -> str:
    """The Uni text also of a program that `to_uni` refuses: for comparing programs, not for running them."""
    analysis = analyse(source)
    return _renamed(analysis, plan_renaming(analysis))[0]


def _renamed(analysis: Analysis, renaming: Renaming) -> tuple[str, dict[str, str]]:
    numbers = {"var": 0, "func": 0, "class": 0}
    names: dict[str, str] = {}
    edits: list[tuple[int, int, str]] = []
    for binding, spans in renaming.spans.items():
        kind = kind_of(binding)
        new = ""
        while not new or new in renaming.kept:
            numbers[kind] += 1
            new = f"{kind}{numbers[kind]}"
        names[new] = binding.name
        edits += [(start, end, new) for start, end in spans]
    return replace_spans(analysis.tree, edits), names


def kind_of(binding: Binding) -> str:
    """`class` if any class statement binds the name, else `func` if any def does, else `var`."""
    kinds = binding.kinds
    return "class" if "class" in kinds else "func" if "def" in kinds else "var"


def replace_spans(tree: Tree, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with some spans replaced."""
    parts: list[bytes] = []
    done = 0
    for start, end, text in sorted(edits):
        parts += (tree.data[done:start], text.encode("utf-8", "surrogatepass"))
        done = end
    parts.append(tree.data[done:])
    return b"".join(parts).decode("utf-8", "surrogatepass")
