"""Slow/fast pairs (GEC) from a ledger: per problem and split, the fastest program as the label of the slower ones.

A pair needs a significant difference. Stored samples suffice where every repeat of the slow program took longer than
every repeat of the fast one and the ratio is above 1.2 (with five repeats each, chance alone puts them apart in 1 of
126 cases, and does not make 20 % of it) or, for slow programs that were repeated less than four times, above 1.5.
Borderline pairs are raced (`judge.compare`). Each alternative differs from the slow program by stored samples too; of
many, those are kept that share most lines with it: what the same author made of it later teaches more than a stranger's
program (ACEOB pairs a slow program with its closest fast one for the same reason).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from ecode.data.card import pairs_card
from ecode.data.exporters.card import card_header
from ecode.data.ledger import LEDGER_NAME, Ledger, Row, open_finished
from ecode.data.manifest import PAIRS_KIND, claim, write_manifest
from ecode.data.progress import Progress, Silent
from ecode.data.same_build import BUILD, check_same_build, mark_of
from ecode.data.schema import PAIRS
from ecode.data.splits import splits_of
from ecode.data.tables import write_table, write_text
from ecode.errors import DataError
from ecode.judge.compare import EFFECT_FLOOR, Comparison
from ecode.records import TestSuite

RATIO_BY_SAMPLES, RATIO_BY_FEW_SAMPLES, _MANY_REPEATS = 1.2, 1.5, 4
_WORTH_A_RACE = 1.05  # a smaller ratio of the stored times is not raced: it would not be slow enough to learn from

Race = Callable[[TestSuite, str, str, float], Comparison]
"""race(tests, slow code, fast code, µs of both): time(slow) / time(fast) with its interval."""


@dataclass(frozen=True, slots=True)
class PairsConfig:
    """Up to `alternatives` other fast programs and up to `slow` slow ones for each problem and split."""

    alternatives: int = 5
    slow: int = 10


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a pair counts as slow and fast."""

    kind: str
    ratio: float
    low: float
    high: float


def build_pairs(
    ledger_folder: Path,
    out: Path,
    config: PairsConfig,
    race: Race,
    *,
    formats: Sequence[str] = ("parquet",),
    progress: Progress | None = None,
) -> dict[str, int]:
    """Write the pairs of a finished `build_times`; returns how many each split has.

    Raises `DataError` where the folder has no ledger, its programs have no split yet, or `out` holds something else,
    the pairs of another build included.
    """
    progress = progress or Silent()
    with open_finished(ledger_folder) as ledger:
        check_same_build(out, ledger)
        claim(out, PAIRS_KIND, foreign=LEDGER_NAME)
        problems = [
            p for (p,) in ledger.select("SELECT DISTINCT problem_id FROM programs WHERE split != '' ORDER BY 1")
        ]
        tally = _Tally()
        files = []
        for split in splits_of(ledger):
            progress.step(f"pairing ({split})", len(problems))
            rows = tally.watch(split, _pairs(ledger, problems, split, config, race, progress))
            entries = write_table(out, split, PAIRS, rows, formats=formats)
            files += [entry | {"split": split} for entry in entries]
        header = card_header(out, tally.licenses)
        card = pairs_card(header, tally.splits, tally.kinds, tally.ratios, tally.alternatives)
        write_text(out / "README.md", card)
        settings = {"alternatives": config.alternatives, "slow": config.slow, BUILD: mark_of(ledger)}
        write_manifest(out, PAIRS_KIND, settings, files)
        return tally.splits


class _Tally:
    """Counts rows on their way to the table."""

    def __init__(self) -> None:
        self.splits: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self.ratios: list[float] = []
        self.alternatives = 0
        self.licenses: set[str] = set()

    def watch(self, split: str, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        self.splits[split] = 0
        for row in rows:
            self.splits[split] += 1
            self.kinds[row["evidence"]] = self.kinds.get(row["evidence"], 0) + 1
            self.ratios.append(row["ratio"])
            self.alternatives += len(row["alternatives"])
            self.licenses.add(row["license"])
            yield row


def _pairs(
    ledger: Ledger, problems: Sequence[str], split: str, config: PairsConfig, race: Race, progress: Progress
) -> Iterator[dict[str, Any]]:
    for problem_id in problems:
        programs = [row for row in ledger.programs_of(problem_id) if row.split == split]
        if len(programs) > 1:
            record = ledger.problem(problem_id)
            judged = partial(_raced, race, cache(partial(ledger.suite, problem_id)))
            for slow, label, alternatives, evidence in pairs_of_problem(programs, config, judged):
                yield pair_row(slow, label, alternatives, evidence, record)
        progress.advance()


def pairs_of_problem(
    programs: Sequence[Row], config: PairsConfig, race: Callable[[Row, Row], Comparison]
) -> Iterator[tuple[Row, Row, list[Row], Evidence]]:
    """(slow, label, alternatives, evidence) of one problem's programs."""
    label = fastest(programs)
    others = sorted((row for row in programs if row.seq != label.seq), key=_time)
    slower = [row for row in others if _time(row) > _WORTH_A_RACE * _time(label)]
    for slow in spread_over(slower, config.slow):
        evidence = evidence_by_samples(slow, label) or _evidence_by_race(slow, label, race)
        if evidence is not None:
            faster = [row for row in others if evidence_by_samples(slow, row)]
            closest = sorted(faster, key=lambda row: -lines_shared(slow.code, row.code))
            yield slow, label, closest[: config.alternatives], evidence


def fastest(programs: Sequence[Row]) -> Row:
    """The label: least time; of those within the effect floor of it, least memory."""
    least = min(_time(row) for row in programs)
    near = [row for row in programs if _time(row) <= least * EFFECT_FLOOR]
    return min(near, key=lambda row: (row.result["memory_bytes"], _time(row), row.seq))


def spread_over(ascending: Sequence[Row], count: int) -> list[Row]:
    """Up to `count` of them, evenly over their ranks, the slowest always among them."""
    if len(ascending) <= count:
        return list(ascending)
    last = len(ascending) - 1
    return [ascending[last - round(step * last / max(1, count - 1))] for step in reversed(range(count))]


def lines_shared(a: str, b: str) -> float:
    """Share of the lines that two programs have in common, wherever they stand and however far they are indented."""
    mine, other = _lines(a), _lines(b)
    return 2 * (mine & other).total() / max(1, mine.total() + other.total())


@lru_cache(maxsize=256)
def _lines(code: str) -> Counter[str]:
    return Counter(line.strip() for line in code.splitlines() if line.strip())


def evidence_by_samples(slow: Row, fast: Row) -> Evidence | None:
    """The evidence in the stored repeats, or None where they do not suffice."""
    slow_us, fast_us = _repeats(slow), _repeats(fast)
    if min(fast_us) <= 0:
        return None
    ratio = _time(slow) / _time(fast)
    enough = RATIO_BY_SAMPLES if min(len(slow_us), len(fast_us)) >= _MANY_REPEATS else RATIO_BY_FEW_SAMPLES
    if ratio <= enough or min(slow_us) <= max(fast_us):
        return None
    return Evidence("samples", ratio, min(slow_us) / max(fast_us), max(slow_us) / min(fast_us))


def _raced(race: Race, suite: Callable[[], TestSuite], slow: Row, fast: Row) -> Comparison:
    pair_us = sum(max(row.result["test_times_us"]) for row in (slow, fast))
    return race(suite(), slow.code, fast.code, pair_us)


def _evidence_by_race(slow: Row, fast: Row, race: Callable[[Row, Row], Comparison]) -> Evidence | None:
    try:
        result = race(slow, fast)
    except DataError:
        return None  # one of them did not end normally this time: no pair
    if result.answer != "faster":
        return None
    return Evidence("race", result.ratio, result.low, result.high)


def _time(row: Row) -> float:
    time_us: float = row.result["time_us"]
    return time_us


def _repeats(row: Row) -> list[float]:
    """Mean over the tests of each repeat, in microseconds."""
    samples: list[list[float]] = row.result["samples_us"]
    return [math.fsum(column) / len(column) for column in zip(*samples, strict=True)]


def pair_row(
    slow: Row, label: Row, alternatives: Sequence[Row], evidence: Evidence, problem: dict[str, Any]
) -> dict[str, Any]:
    """The row of the pairs table."""
    return {
        "id": f"{slow.id}>{label.id}",
        "problem_id": slow.problem_id,
        "slow_id": slow.id,
        "slow_code": slow.code,
        "slow_time_us": slow.result["time_us"],
        "fast_id": label.id,
        "fast_code": label.code,
        "fast_time_us": label.result["time_us"],
        "ratio": evidence.ratio,
        "ratio_low": evidence.low,
        "ratio_high": evidence.high,
        "evidence": evidence.kind,
        "alternatives": [row.code for row in alternatives],
        "alternative_times_us": [_time(row) for row in alternatives],
        **problem.get("statement", {}),
        "difficulty": problem.get("difficulty", ""),
        "tags": problem.get("tags", []),
        "source": slow.source,
        "license": slow.license,
        "submitted_at": slow.submitted_at,
        "split": slow.split,
    }
