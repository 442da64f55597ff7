"""CodeExecTimeDB: programs with their measured times in four variants, built step by step over a ledger.

intake -> measure -> variants -> split -> tables. Each step takes up where an interrupted one stopped; the manifest is
written last, so a folder without one holds no finished dataset.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ecode.data.card import times_card
from ecode.data.engines import Engine, Task
from ecode.data.exporters.card import card_header
from ecode.data.intake import IntakeConfig, take_in
from ecode.data.items import Item
from ecode.data.ledger import MEASURED, PENDING, UNMEASURED, Ledger, Row
from ecode.data.manifest import TIMES_KIND, check_claim, claim, write_manifest
from ecode.data.measure import FAULT, MeasureConfig, choose_tests
from ecode.data.nodes import settle_factors
from ecode.data.parallel import parallel_map
from ecode.data.progress import Progress, Silent
from ecode.data.schema import INPUTS, TIMES, VARIANTS
from ecode.data.splits import SplitReport, check_no_leak, split_ledger, splits_of
from ecode.data.tables import write_table, write_text
from ecode.errors import DataError, JudgeFault
from ecode.formats.input_profile import input_profile
from ecode.syntax.tokens import code_tokens
from ecode.syntax.variants import variants

_FAULTS_ALLOWED = 20  # in a row: then the sandbox is broken, not the programs


@dataclass(frozen=True, slots=True)
class BuildConfig:
    """Everything that shapes a build; written beside its tables."""

    measure: MeasureConfig = field(default_factory=MeasureConfig)
    intake: IntakeConfig = field(default_factory=IntakeConfig)
    test_share: float = 0.1
    seed: int = 0
    recipe: str = ""
    """What the sources were told to make; another one needs another folder."""
    share: float = 1.0
    """Of the problems, chosen by a hash of their ids, whose programs are measured. The others are in no table, but a
    test program that resembles one of their training programs is dropped all the same."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where submissions come from: a name for messages, and a fresh iterator over its items.

    A `fixed` source is read once; any other is looked through again each time, for what is new.
    """

    name: str
    items: Callable[[], Iterable[Item]]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `rate` is programs measured per second in this run, 0 where there was nothing left to do."""

    folder: Path
    counts: dict[str, int]
    bad_rows: int
    split: SplitReport
    measured_now: int
    rate: float


def build_times(
    sources: Sequence[Source],
    out: Path,
    config: BuildConfig,
    make_engine: Callable[[MeasureConfig], Engine],
    *,
    formats: Sequence[str] = ("parquet", "csv"),
    progress: Progress | None = None,
) -> BuildReport:
    """Build, or go on building, the dataset in `out`.

    Raises `DataError` where the folder holds a build with other settings, nothing can be read or measured, another
    build is at work there, or the split leaks.
    """
    progress = progress or Silent()
    check_claim(out, TIMES_KIND)
    with Ledger(out) as ledger:
        _keep_config(ledger, config)
        _take_in_all(ledger, sources, config, progress)
        _choose_share(ledger, config.share)
        measured, rate = _measure_pending(ledger, config, make_engine, progress)
        if not ledger.count(MEASURED):
            raise DataError(f"No program was left to measure: {summary(counts_by_status(ledger))}. See {ledger.path}.")
        settle_factors(ledger)
        _make_variants(ledger, config, progress)
        progress.step("splitting")
        split = split_ledger(ledger, code_tokens, test_share=config.test_share, seed=config.seed)
        check_no_leak(ledger, code_tokens)
        counts = counts_by_status(ledger)
        _write(ledger, out, config, split, formats, progress)
        return BuildReport(out, counts, count_bad_rows(ledger), split, measured, rate)


def counts_by_status(ledger: Ledger) -> dict[str, int]:
    """How many programs ended where; `measured` are those in the tables."""
    return dict(ledger.select("SELECT status, COUNT(*) FROM programs GROUP BY status ORDER BY COUNT(*) DESC"))


def count_bad_rows(ledger: Ledger) -> int:
    return int(next(ledger.select("SELECT COUNT(*) FROM bad_rows"))[0])


def summary(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {status}" for status, count in counts.items()) or "nothing was read"


def _keep_config(ledger: Ledger, config: BuildConfig) -> None:
    text = json.dumps(asdict(config), sort_keys=True)
    old, new = json.loads(ledger.meta("config", text)), json.loads(text)
    old = {"recipe": new["recipe"]} | old | {"share": new["share"]}  # a share may grow, or be cut short
    started = any(ledger.select("SELECT 1 FROM programs WHERE status != ? LIMIT 1", PENDING))
    if old != new and (started or (old["intake"], old["recipe"]) != (new["intake"], new["recipe"])):
        changed = ", ".join(sorted(_differences(old, new)))
        raise DataError(
            f"{ledger.folder} holds a build with other settings ({changed}): use the same ones, or another --out."
        )
    ledger.set_meta("config", text)


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for key in old.keys() | new.keys():
        a, b = old.get(key), new.get(key)
        if isinstance(a, dict) and isinstance(b, dict):
            yield from _differences(a, b)
        elif a != b:
            yield f"{key}: {a} then, {b} now"


def _take_in_all(ledger: Ledger, sources: Sequence[Source], config: BuildConfig, progress: Progress) -> None:
    for source in sources:
        key = f"taken in: {source.name}"
        if not (source.fixed and ledger.meta(key)):
            progress.step(f"reading {source.name}")
            take_in(ledger, source.items(), config.intake, progress.advance)
            ledger.set_meta(key, "yes")


def _choose_share(ledger: Ledger, share: float) -> None:
    """Leave the programs of all but a share of the problems unmeasured; what was measured stays."""
    problems = ledger.select("SELECT DISTINCT problem_id FROM programs WHERE status IN (?, ?)", PENDING, UNMEASURED)
    update = "UPDATE programs SET status = ?, reason = ? WHERE status = ? AND problem_id = ?"
    out, back = (UNMEASURED, "not in the share", PENDING), (PENDING, "", UNMEASURED)
    with ledger.transaction():
        for (problem_id,) in list(problems):
            outside = zlib.crc32(f"share/{problem_id}".encode()) >= share * 2**32
            ledger.execute(update, *(out if outside else back), problem_id)


def _measure_pending(
    ledger: Ledger, config: BuildConfig, make_engine: Callable[[MeasureConfig], Engine], progress: Progress
) -> tuple[int, float]:
    """Measure what is pending; (programs done, programs per second)."""
    total = ledger.count(PENDING)
    if not total:
        return 0, 0.0
    progress.step("measuring", total)
    engine = make_engine(config.measure)
    mode = "warm" if config.measure.warm else "cold"
    started, faults, done = time.monotonic(), 0, 0
    try:
        for result in engine.measure_all(_tasks(ledger), ledger.suite):
            measurement = result.measurement
            faults = faults + 1 if measurement.status == FAULT else 0
            if faults > _FAULTS_ALLOWED:
                raise JudgeFault(f"The sandbox keeps failing: {measurement.reason}. Run `ecode doctor`.")
            kept = None
            if measurement.status == MEASURED:
                where = {"machine": result.machine, "node_factor": result.node_factor, "mode": mode}
                kept = measurement.as_dict() | where
            with ledger.transaction():
                ledger.set_status(result.seq, measurement.status, measurement.reason, kept)
            done += 1
            progress.advance()
    finally:
        engine.close()
    return done, done / (time.monotonic() - started)


def _tasks(ledger: Ledger) -> Iterator[Task]:
    """Pending programs, problem by problem, so that tests are loaded once."""
    problems = [p for (p,) in ledger.select("SELECT DISTINCT problem_id FROM programs WHERE status = ?", PENDING)]
    for problem_id in problems:
        for row in ledger.programs_of(problem_id, PENDING):
            yield Task(row.seq, problem_id, row.code)


def _make_variants(ledger: Ledger, config: BuildConfig, progress: Progress) -> None:
    query = "SELECT COUNT(*) FROM programs WHERE status = ? AND variants IS NULL"
    progress.step("writing variants", next(ledger.select(query, MEASURED))[0])
    todo = ((row.seq, row.id, row.code) for row in ledger.programs(MEASURED) if not row.variants)
    batch: list[tuple[int, dict[str, str]]] = []
    for made in parallel_map(partial(_variants_of, config.seed), todo, os.cpu_count() or 1):
        batch.append(made)
        progress.advance()
        if len(batch) == 100:
            ledger.set_variants(batch)
            batch.clear()
    ledger.set_variants(batch)


def _variants_of(seed: int, program: tuple[int, str, str]) -> tuple[int, dict[str, str]]:
    """(seq, texts of the variants) of a program given as (seq, id, code)."""
    seq, name, code = program
    made = variants(code, seed=zlib.crc32(f"{seed}/{name}".encode()))
    texts = {"uni": made.uni, "loop_rec": made.loop_rec, "rand_del": made.rand_del}
    return seq, {**texts, "refusal": made.refusal or ""}


def _write(
    ledger: Ledger, out: Path, config: BuildConfig, split: SplitReport, formats: Sequence[str], progress: Progress
) -> None:
    claim(out, TIMES_KIND)
    total = len(VARIANTS) * ledger.count(MEASURED)
    progress.step("writing tables", total)
    files: list[dict[str, Any]] = []
    for variant in VARIANTS:
        for name in splits_of(ledger):
            rows = _rows(ledger, variant, name, progress)
            entries = write_table(out / variant, name, TIMES, rows, formats=formats)
            files += [
                entry | {"variant": variant, "split": name, "file": f"{variant}/{entry['file']}"} for entry in entries
            ]
    files += [
        entry | {"file": f"inputs/{entry['file']}"}
        for entry in write_table(out / "inputs", "inputs", INPUTS, _inputs(ledger, config), formats=formats)
    ]
    licenses = {
        license for (license,) in ledger.select("SELECT DISTINCT license FROM programs WHERE status = ?", MEASURED)
    }
    write_text(out / "README.md", times_card(card_header(out, licenses), ledger, asdict(config), split))
    write_manifest(out, TIMES_KIND, asdict(config), files)


def _inputs(ledger: Ledger, config: BuildConfig) -> Iterator[dict[str, Any]]:
    """What the timed tests of each problem look like."""
    for (problem_id,) in ledger.select(
        "SELECT DISTINCT problem_id FROM programs WHERE status = ? ORDER BY 1", MEASURED
    ):
        tests = ledger.suite(problem_id).tests
        timed = [tests[number] for number in choose_tests(tests, config.measure.timed_tests, config.measure.select)]
        profiles = [list(input_profile(test.input)) for test in timed]
        yield {"problem_id": problem_id, "tests": [test.name for test in timed], "profiles": profiles}


def _rows(ledger: Ledger, variant: str, split: str, progress: Progress) -> Iterator[dict[str, Any]]:
    for row in ledger.programs(MEASURED):
        if row.split == split:
            progress.advance()
            yield times_row(row, variant)


def times_row(row: Row, variant: str) -> dict[str, Any]:
    """A program's row in the table of a variant."""
    code = row.code if variant == "ori" else row.variants[variant]
    return row.result | {
        "id": row.id,
        "problem_id": row.problem_id,
        "source": row.source,
        "license": row.license,
        "submitted_at": row.submitted_at,
        "code": code,
        "code_tokens": len(code_tokens(code)),
        "refusal": row.variants["refusal"],
        "split": row.split,
    }
