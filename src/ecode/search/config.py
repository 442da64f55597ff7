"""What a search is told, and whom it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ecode.search.outcome import Candidate


@dataclass(frozen=True, slots=True)
class OptimizeConfig:
    """How long to search and what to hold a winner to. Times in seconds, memory in bytes."""

    budget_s: float = 60.0
    hidden_inputs: int = 120
    memory_factor: float = 2.0
    memory_slack_bytes: int = 64 << 20
    max_rounds: int = 8
    warm: bool = False
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Observer:
    """Called while the search goes on: a line for each phase, and every candidate with its fate."""

    on_phase: Callable[[str], None] = lambda text: None
    on_candidate: Callable[[Candidate], None] = lambda candidate: None
