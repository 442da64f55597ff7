"""What a proposer asks of a language model, and what it gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ecode.llm.usage import Usage


@dataclass(frozen=True, slots=True)
class Question:
    """One turn: what the model is told it is, and what it is asked."""

    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Completion:
    """One answer; `finished` is False where it was cut off at the limit of tokens."""

    text: str
    finished: bool = True


class ChatModel(Protocol):
    """A language model that answers questions. `usage` counts what it has done so far."""

    @property
    def name(self) -> str: ...
    @property
    def usage(self) -> Usage: ...

    def ask(self, question: Question, samples: int) -> Sequence[Completion]:
        """At most `samples` answers. Raises `ModelError` where there is none, or where a limit is reached."""
        ...
