"""Published pairs and times, taken as they are into this project's tables: not re-measured, and marked `published`."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ecode.data.card import pairs_card, published_times_card
from ecode.data.exporters.card import card_header
from ecode.data.items import BadRow, Item, PublishedPair, PublishedTime, SourceProblem, Submission
from ecode.data.ledger import LEDGER_NAME
from ecode.data.manifest import IMPORTED_KIND, claim, write_manifest
from ecode.data.progress import Progress, Silent
from ecode.data.schema import PAIRS, TIMES
from ecode.data.spool import Spool
from ecode.data.tables import write_table, write_text
from ecode.errors import DataError
from ecode.syntax.tokens import code_tokens

_SPLIT_NAMES = {"dev": "valid", "val": "valid", "validation": "valid"}
_TEST_SHARE = 10  # one problem in ten is for testing, where the source has no split of its own


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was found and written. `bad_rows` are listed in `bad_rows.txt` of the folder."""

    pairs: int
    times: int
    problems: int
    submissions: int
    bad_rows: int


def publish(
    items: Iterable[Item],
    out: Path,
    source: str,
    *,
    formats: Sequence[str] = ("parquet",),
    progress: Progress | None = None,
) -> ImportReport:
    """Write the published pairs or times that an importer finds into `out`; where it finds both, the times go to
    `out/times`, a dataset of its own.

    Raises `DataError` where it finds neither; programs with tests but without times go to `ecode data build-times`.
    """
    progress = progress or Silent()
    progress.step("reading")
    claim(out, IMPORTED_KIND, foreign=LEDGER_NAME)
    with Spool() as pairs, Spool() as times, Spool() as broken:
        counts = _sort_out(items, pairs, times, broken, progress)
        if not pairs.count and not times.count:
            raise DataError(
                f"{source} has no published pairs or times ({counts['submissions']} programs, {broken.count} broken "
                "rows). To measure its programs: ecode data build-times."
            )
        if times.count:
            folder = out / "times" if pairs.count else out
            claim(folder, IMPORTED_KIND)
            write_manifest(folder, IMPORTED_KIND, {"source": source}, list(_write_times(times, folder, formats)))
        if pairs.count:
            write_manifest(out, IMPORTED_KIND, {"source": source}, list(_write_pairs(pairs, out, formats)))
        lines = "".join(f"{row['origin']}: {row['reason']}\n" for row in broken.rows())
        write_text(out / "bad_rows.txt", lines)
        return ImportReport(pairs.count, times.count, counts["problems"], counts["submissions"], broken.count)


def _sort_out(items: Iterable[Item], pairs: Spool, times: Spool, broken: Spool, progress: Progress) -> dict[str, int]:
    """Every item as a row of its table, on disk; statements wait in memory for their problem's pairs."""
    counts = {"problems": 0, "submissions": 0}
    problems: dict[str, dict[str, Any]] = {}
    for item in items:
        progress.advance()
        match item:
            case SourceProblem():
                counts["problems"] += 1
                record = item.problem
                problems[item.id] = asdict(record.statement) | {
                    "difficulty": record.difficulty,
                    "tags": list(record.tags),
                }
            case PublishedPair():
                pairs.add(published_pair_row(item, problems.get(item.problem_id, {})))
            case PublishedTime():
                times.add(published_time_row(item))
            case BadRow():
                broken.add({"origin": item.origin, "reason": item.reason})
            case Submission():
                counts["submissions"] += 1
    return counts


def _write_pairs(pairs: Spool, out: Path, formats: Sequence[str]) -> Iterator[dict[str, Any]]:
    by_split: dict[str, int] = {}
    ratios, alternatives = [], 0
    for row in pairs.rows():
        by_split[row["split"]] = by_split.get(row["split"], 0) + 1
        alternatives += len(row["alternatives"])
        if row["ratio"] is not None:
            ratios.append(row["ratio"])
    for split in sorted(by_split):
        rows = (row for row in pairs.rows() if row["split"] == split)
        for entry in write_table(out, split, PAIRS, rows, formats=formats):
            yield entry | {"split": split}
    card = pairs_card(card_header(out), by_split, {"published": pairs.count}, ratios, alternatives)
    write_text(out / "README.md", card)


def _write_times(times: Spool, out: Path, formats: Sequence[str]) -> Iterator[dict[str, Any]]:
    kinds = sorted({(row["variant"], row["split"]) for row in times.rows()})
    for variant, split in kinds:
        rows = (row for row in times.rows() if (row["variant"], row["split"]) == (variant, split))
        for entry in write_table(out / variant, split, TIMES, rows, formats=formats):
            yield entry | {"file": f"{variant}/{entry['file']}", "variant": variant, "split": split}
    write_text(out / "README.md", published_times_card(card_header(out), times.count))


def split_of(published: str, problem_id: str) -> str:
    """The source's split in our words; where it has none, train or test by a hash of the problem's id alone."""
    if published:
        return _SPLIT_NAMES.get(published, published)
    return "test" if zlib.crc32(problem_id.encode("utf-8", "surrogatepass")) % _TEST_SHARE == 0 else "train"


def published_pair_row(pair: PublishedPair, problem: dict[str, Any]) -> dict[str, Any]:
    """The row of the pairs table; `problem` holds the statement's sections, difficulty and tags."""
    known = pair.slow_time_us is not None and pair.fast_time_us is not None and pair.fast_time_us > 0
    return {
        "id": pair.id,
        "problem_id": pair.problem_id,
        "slow_id": f"{pair.id}/slow",
        "slow_code": pair.slow_code,
        "slow_time_us": pair.slow_time_us,
        "fast_id": f"{pair.id}/fast",
        "fast_code": pair.fast_code,
        "fast_time_us": pair.fast_time_us,
        "ratio": pair.slow_time_us / pair.fast_time_us if known else None,  # type: ignore[operator]
        "evidence": "published",
        "alternatives": list(pair.alternatives),
        "difficulty": "",
        "tags": [],
        **dict.fromkeys(("title", "body", "input", "output", "samples"), ""),
        **problem,
        "source": pair.source,
        "license": pair.license,
        "submitted_at": "",
        "split": split_of(pair.split, pair.problem_id),
    }


def published_time_row(row: PublishedTime) -> dict[str, Any]:
    """The row of the times table; what was not published stays empty."""
    return {
        "id": row.id,
        "problem_id": row.problem_id,
        "source": row.source,
        "license": row.license,
        "submitted_at": "",
        "code": row.code,
        "code_tokens": len(code_tokens(row.code)),
        "refusal": "",
        "tests": None,
        "time_us": row.time_us,
        "machine": "published",
        "split": split_of(row.split, row.problem_id or row.id),
        "variant": row.variant,
    }
