"""The dataset card: what is in the tables, how it came about, what was left out and why, under which licences."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from ecode.data.ledger import MEASURED, Ledger
from ecode.data.schema import PAIRS, TIMES, Column
from ecode.data.splits import SplitReport

_REASONS = {
    "no_ast": "does not parse",
    "not_accepted": "its source says that it fails",
    "too_long": "longer than the limit of tokens",
    "duplicate": "equals another program up to names and layout",
    "no_tests": "its problem has no tests with expected outputs",
    "fails_io": "fails an I/O test (wrong answer, error or limit)",
    "nondeterministic": "prints something else in another run, or asks for the date",
    "unstable": "ended normally in one run and not in another",
    "near_duplicate": "in the test set, resembles a program of the training set",
    "unmeasured": "of a problem that is not in the share that was measured; guards the test set all the same",
    "fault": "the judge itself failed; run the build again",
    "pending": "not measured yet",
}


def times_card(header: str, ledger: Ledger, config: dict[str, Any], split: SplitReport) -> str:
    """The card of CodeExecTimeDB; `header` is the YAML that Hugging Face `datasets` reads."""
    sections = [
        f"{header}# CodeExecTimeDB",
        "Programs with their measured execution times, in four variants: `ori` as they are, `uni` with normalised "
        "names, `loop_rec` loops and recursion of `uni` only, `rand_del` `uni` with 20 % of its tokens deleted. Label "
        "and split belong to the program and are the same in all variants.",
        "\n".join(_steps(ledger)),
        "\n".join(_split(split)),
        "\n".join(_times(ledger)),
        "\n".join(_licences(ledger)),
        "\n".join(_columns(TIMES)),
        "\n".join(_settings(config)),
    ]
    return "\n\n".join(sections) + "\n"


def published_times_card(header: str, count: int) -> str:
    """The card of times that were imported as published."""
    about = f"{count} programs with the times that their source gives; nothing was measured here."
    return "\n\n".join([f"{header}# Published execution times", about, "\n".join(_columns(TIMES))]) + "\n"


def pairs_card(
    header: str, by_split: dict[str, int], evidence: dict[str, int], ratios: Sequence[float], alternatives: int
) -> str:
    """The card of the slow/fast pairs (GEC)."""
    ratio = f"; the slow one takes {median(ratios):.2f} times as long (median)" if ratios else ""
    sections = [
        f"{header}# GEC: slow and fast programs",
        f"{sum(by_split.values())} pairs of a slow program and a fast correct one of its problem ({_listed(by_split)}; "
        f"evidence: {_listed(evidence)}){ratio}. They name {alternatives} more fast programs beside the labels.",
        "\n".join(_columns(PAIRS)),
    ]
    return "\n\n".join(sections) + "\n"


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"


def _steps(ledger: Ledger) -> Iterator[str]:
    yield "## What was kept\n"
    yield "| programs | |\n|---|---|"
    counts = dict(ledger.select("SELECT status, COUNT(*) FROM programs GROUP BY status"))
    yield f"| {sum(counts.values())} | read |"
    for status, count in sorted(counts.items(), key=lambda item: -item[1]):
        if status != MEASURED:
            yield f"| {count} | dropped, {status}: {_REASONS.get(status, status)} |"
    yield f"| **{counts.get(MEASURED, 0)}** | **in the tables** |"
    bad = next(ledger.select("SELECT COUNT(*) FROM bad_rows"))[0]
    yield f"\n{bad} rows of the sources were passed over: unreadable, or an id used twice (ledger, table `bad_rows`)."
    refused = list(_refusals(ledger))
    if refused:
        yield f"\n{sum(n for _, n in refused)} programs have no Uni form, so their three other variants are empty:\n"
        yield from (f"- {count} {reason}" for reason, count in refused)


def _refusals(ledger: Ledger) -> list[tuple[str, int]]:
    """Reasons without their line numbers, with counts."""
    counts: dict[str, int] = {}
    for row in ledger.programs(MEASURED):
        if refusal := row.variants.get("refusal"):
            reason = re.sub(r"^line \d+: ", "", refusal)
            counts[reason] = counts.get(reason, 0) + 1
    return sorted(counts.items(), key=lambda item: -item[1])


def _split(split: SplitReport) -> Iterator[str]:
    yield "## Split\n"
    cutoff = f", test from {split.cutoff} on" if split.cutoff else ""
    unseen = f", {split.unseen} of kinds that training never sees (split `unseen`)" if split.unseen else ""
    yield f"By {split.by}{cutoff}: {split.train} for training, {split.test} for testing{unseen}."
    yield (
        f"{split.dropped} test programs were dropped because they resemble a training program (Jaccard similarity 0.8 "
        f"of Uni token 5-grams); the check on the result found none left. {split.problems_on_both_sides} problems "
        "stand on both sides."
    )


def _times(ledger: Ledger) -> Iterator[str]:
    unsorted, above, below = array("d"), array("d"), 0
    query = (
        "SELECT json_extract(result, '$.time_us'), json_extract(result, '$.spread'),"
        " json_extract(result, '$.below_floor') FROM programs WHERE status = ?"
    )
    for time_us, spread, unresolved in ledger.select(query, MEASURED):
        unsorted.append(time_us)
        below += unresolved > 0
        if time_us > 1000:
            above.append(spread)
    times = array("d", sorted(unsorted))
    yield "## Times\n"
    points = ((0, "least"), (0.1, "10 %"), (0.5, "median"), (0.9, "90 %"), (1, "most"))
    yield "| " + " | ".join(name for _, name in points) + " |\n" + "|---" * len(points) + "|"
    yield "| " + " | ".join(f"{times[round(q * (len(times) - 1))]:,.0f} µs" for q, _ in points) + " |"
    if above:
        yield f"\nMedian spread of programs above 1 ms: {median(above):.1%}."
    yield f"\n{below} programs have tests whose time is below what the clock resolves (column `below_floor`)."
    machines = list(
        ledger.select(
            "SELECT json_extract(result, '$.machine'), json_extract(result, '$.node_factor'), COUNT(*) FROM programs"
            " WHERE status = ? GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20",
            MEASURED,
        )
    )
    yield "\nMeasured on:\n"
    yield from (f"- {count} on {machine} (node factor {factor:.3f})" for machine, factor, count in machines)


def _licences(ledger: Ledger) -> Iterator[str]:
    yield "## Sources and licences\n"
    yield "| source | licence | programs |\n|---|---|---|"
    query = "SELECT source, license, COUNT(*) FROM programs WHERE status = ? GROUP BY source, license ORDER BY 3 DESC"
    for source, licence, count in ledger.select(query, MEASURED):
        yield f"| {source or 'not stated'} | {licence or 'not stated'} | {count} |"


def _columns(columns: Sequence[Column]) -> Iterator[str]:
    yield "## Columns\n"
    yield "| column | type | meaning |\n|---|---|---|"
    yield from (f"| {column.name} | {column.type} | {column.meaning} |" for column in columns)


def _settings(config: dict[str, Any]) -> Iterator[str]:
    yield "## Settings\n"
    for key, value in config.items():
        if isinstance(value, dict):
            yield from (f"- {key}.{name}: {inner}" for name, inner in value.items())
        else:
            yield f"- {key}: {value}"
