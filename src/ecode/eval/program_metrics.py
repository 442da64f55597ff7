"""Metrics that are means of a value of each program; None for programs it is not known of.

Efficiency takes times in units of the slow program's, in the same run: the race's ratio for a winner, else one pass of
the judge over all tests. Known times are those of the build, in units of the slow program's time there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import fmean

from ecode.eval.efficiency import Known, beyond, eff_at_k, npi, time_cut
from ecode.eval.results import Result, Scored


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of `of` over the programs for which it is known; None where it is known for none."""

    of: Callable[[Result], float | None]

    def __call__(self, results: Sequence[Result]) -> float | None:
        values = [value for result in results if (value := self.of(result)) is not None]
        return fmean(values) if values else None


def _cut(result: Result) -> float:
    """0 where nothing correct and faster was found."""
    return time_cut(result.ratio, 1.0)


def _cut_if_correct(result: Result) -> float | None:
    return _cut(result) if _is_correct(result) else None


def _is_correct(result: Result) -> bool:
    return any(candidate.fate == "accepted" for candidate in result.candidates)


def _best_time(result: Result) -> float | None:
    """Of the winner. A correct candidate that won no race is as slow as the slow program, or slower where the judge saw
    that; None without one."""
    if result.winner:
        return 1 / result.ratio
    times = [_time(candidate, result) for candidate in result.candidates if candidate.fate == "accepted"]
    return max(1.0, min(times)) if times else None


def _time(candidate: Scored, result: Result) -> float:
    return candidate.cpu_ns / max(1, result.slow_ns)


def _npi(result: Result) -> float | None:
    """0, as for the slowest known program, where nothing is correct."""
    if (known := result.known) is None:
        return None
    time = _best_time(result)
    return npi(time, known.slowest, known.median, known.fastest) if time is not None else 0.0


def _beyond(result: Result) -> float | None:
    if (known := result.known) is None:
        return None
    time = _best_time(result)
    return beyond(time, known.fastest, known.slowest) if time is not None else 0.0


def _eff(k: int, result: Result) -> float | None:
    """Of all candidates where there are fewer than `k`."""
    if result.known is None:
        return None
    scores = [_candidate_beyond(candidate, result, result.known) for candidate in result.candidates]
    return eff_at_k(scores, min(k, len(scores))) if scores else 0.0


def _candidate_beyond(candidate: Scored, result: Result, known: Known) -> float:
    if candidate.fate != "accepted":
        return 0.0
    return beyond(_time(candidate, result), known.fastest, known.slowest)


time_cut_correct = Mean(_cut_if_correct)
time_cut_all = Mean(_cut)
mean_npi = Mean(_npi)
mean_beyond = Mean(_beyond)
eff_at_1 = Mean(partial(_eff, 1))
eff_at_5 = Mean(partial(_eff, 5))
mean_bleu = Mean(lambda result: result.similarity.bleu if result.similarity else None)
mean_code_bleu = Mean(lambda result: result.similarity.code_bleu if result.similarity else None)
mean_ioccb = Mean(lambda result: result.similarity.ioccb if result.similarity else None)
