"""Metrics over results. Copies of the slow program count as failures everywhere, and their rate is a column.

Definitions: DESIGN section 9. OPT@k and the speed-up follow PIE (Shypula et al., arXiv 2302.07867, there `%Opt` at 1.1x
and mean speed-up with 1.0 for failures), with a significance test in place of a simulator's exact count. The others
have their sources in `efficiency` and `similarity`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import fmean

from ecode.eval import program_metrics as of_programs
from ecode.eval.results import Result
from ecode.stats import geometric_mean

OPT_RATIO = 1.10


def io_pass(results: Sequence[Result]) -> float:
    """Share of programs that have at least one candidate which passes all tests and is no copy."""
    return fmean(any(c.fate == "accepted" for c in r.candidates) for r in results)


def io_pass_rate_best(results: Sequence[Result]) -> float:
    """Share of tests passed by the best candidate of each program, mean over programs (the paper's IO pass rate)."""
    return fmean(max((c.passed for c in r.candidates), default=0.0) for r in results)


def io_pass_rate_mean(results: Sequence[Result]) -> float:
    """Share of tests passed, mean over candidates, then over programs."""
    return fmean(fmean(c.passed for c in r.candidates) if r.candidates else 0.0 for r in results)


def opt(results: Sequence[Result]) -> float:
    """Share of programs whose winner is significantly faster, by 1.10x at least."""
    return fmean(r.ratio >= OPT_RATIO for r in results)


def speedup_arithmetic(results: Sequence[Result]) -> float:
    """Mean ratio slow/fast, 1.0 where nothing correct and faster was found."""
    return fmean(r.ratio for r in results)


def speedup_geometric(results: Sequence[Result]) -> float:
    """Geometric mean of the same ratios."""
    return geometric_mean([r.ratio for r in results])


def copy_rate(results: Sequence[Result]) -> float:
    """Share of candidates that equal the slow program up to names and layout."""
    return _share(results, "copy")


def compile_rate(results: Sequence[Result]) -> float:
    """Share of candidates that are programs which compile, copies included."""
    return 1.0 - _share(results, "none") - _share(results, "broken")


def predicted_time_cut(results: Sequence[Result]) -> float | None:
    """1 - predicted time over the slow program's, mean over all generated code with a text, whether it runs or not:
    the paper's way of scoring code that does not compile. None where no predictor was asked.

    Not a result by itself: a program that does not run has no time.
    """
    cuts = [1 - c.predicted_us / r.slow_predicted_us for r in results for c in r.candidates if c.predicted_us]
    return fmean(cuts) if cuts else None


def only_predicted(results: Sequence[Result]) -> float | None:
    """Share of the predicted times that belong to candidates which do not compile."""
    asked = [c for r in results for c in r.candidates if c.predicted_us]
    return sum(c.fate == "broken" for c in asked) / len(asked) if asked else None


def _share(results: Sequence[Result], fate: str) -> float:
    total = sum(len(r.candidates) for r in results)
    return sum(c.fate == fate for r in results for c in r.candidates) / total if total else 0.0


Metric = Callable[[Sequence[Result]], float | None]
"""None where the results lack what it needs."""

GROUPS: dict[str, dict[str, Metric]] = {
    "Correctness and speed": {
        "IO pass": io_pass,
        "IO pass rate, best": io_pass_rate_best,
        "IO pass rate, mean": io_pass_rate_mean,
        "OPT@k": opt,
        "SP geometric": speedup_geometric,
        "SP arithmetic": speedup_arithmetic,
        "copies": copy_rate,
        "compile rate": compile_rate,
    },
    "Efficiency against known solutions": {
        "time cut, correct": of_programs.time_cut_correct,
        "time cut, all": of_programs.time_cut_all,
        "NPI": of_programs.mean_npi,
        "Beyond": of_programs.mean_beyond,
        "eff@1": of_programs.eff_at_1,
        "eff@5": of_programs.eff_at_5,
    },
    "Similarity to known fast programs, and predicted times": {
        "BLEU": of_programs.mean_bleu,
        "CodeBLEU": of_programs.mean_code_bleu,
        "IOCCB": of_programs.mean_ioccb,
        "predicted time cut": predicted_time_cut,
        "only predicted": only_predicted,
    },
}
"""Title of a table, its columns."""

METRICS: dict[str, Metric] = {name: metric for group in GROUPS.values() for name, metric in group.items()}
