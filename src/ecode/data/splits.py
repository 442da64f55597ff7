"""Train and test: by time where there are dates, else by problem; nothing may leak from one to the other."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ecode.data.ledger import MEASURED, UNMEASURED, Ledger, Row
from ecode.data.near_duplicates import THRESHOLD, band_keys, grams, jaccard
from ecode.data.schema import SPLITS
from ecode.errors import DataError
from ecode.syntax.names import to_uni

Tokens = Callable[[str], list[str]]
"""Turns a program's text into its tokens."""

NEAR_DUPLICATE = "near_duplicate"
_GRAMS_KEPT = 1024  # sets of grams held in memory
_SPLIT = (MEASURED, UNMEASURED)  # the statuses of programs that get a split
_DATED_SHARE = 0.95  # of the programs must have a date for a split by time


@dataclass(frozen=True, slots=True)
class SplitReport:
    """How the split came about. `cutoff` is the first date of the test set, empty for a split by problem."""

    by: str
    cutoff: str
    train: int
    test: int
    unseen: int
    dropped: int
    problems_on_both_sides: int


def split_ledger(ledger: Ledger, tokens_of: Tokens, *, test_share: float = 0.1, seed: int = 0) -> SplitReport:
    """Give every program its split and drop the test programs that resemble a training program, measured or not."""
    ledger.execute("UPDATE programs SET status = ?, reason = '' WHERE status = ?", MEASURED, NEAR_DUPLICATE)
    held_out = "problem_id IN (SELECT id FROM problems WHERE held_out)"
    ledger.execute(f"UPDATE programs SET split = IIF({held_out}, 'unseen', 'train') WHERE status IN (?, ?)", *_SPLIT)
    cutoff = _cutoff(ledger, test_share)
    if cutoff:
        later = "split = 'train' AND submitted_at >= ?"
        ledger.execute(f"UPDATE programs SET split = 'test' WHERE status IN (?, ?) AND {later}", *_SPLIT, cutoff)
    else:
        _split_by_problem(ledger, test_share, seed)
    dropped = _drop_near_duplicates(ledger, tokens_of)
    counts = dict(ledger.select("SELECT split, COUNT(*) FROM programs WHERE status = ? GROUP BY split", MEASURED))
    both = next(
        ledger.select(
            "SELECT COUNT(*) FROM (SELECT problem_id FROM programs WHERE status = ?"
            " GROUP BY problem_id HAVING COUNT(DISTINCT split) > 1)",
            MEASURED,
        )
    )[0]
    by = "submission time" if cutoff else "problem"
    return SplitReport(
        by, cutoff, counts.get("train", 0), counts.get("test", 0), counts.get("unseen", 0), dropped, both
    )


def _cutoff(ledger: Ledger, test_share: float) -> str:
    """The date from which programs are for testing; empty where too few have one."""
    pool = "FROM programs WHERE status IN (?, ?) AND split = 'train'"
    count, dated = next(ledger.select(f"SELECT COUNT(*), SUM(submitted_at != '') {pool}", *_SPLIT))
    if not count or dated < _DATED_SHARE * count:
        return ""
    skip = min(dated - 1, round((1 - test_share) * count) - (count - dated))
    query = f"SELECT submitted_at {pool} AND submitted_at != '' ORDER BY submitted_at"
    cutoff = next(ledger.select(f"{query} LIMIT 1 OFFSET ?", *_SPLIT, max(0, skip)))[0]
    first = next(ledger.select(f"{query} LIMIT 1", *_SPLIT))[0]
    return str(cutoff) if cutoff > first else ""


def _split_by_problem(ledger: Ledger, test_share: float, seed: int) -> None:
    """Whole problems, drawn until the test side has its share of the programs; a single problem is all training."""
    counts = list(
        ledger.select(
            "SELECT problem_id, COUNT(*) FROM programs WHERE status IN (?, ?) AND split = 'train'"
            " GROUP BY problem_id ORDER BY problem_id",
            *_SPLIT,
        )
    )
    wanted = test_share * sum(count for _, count in counts)
    random.Random(seed).shuffle(counts)
    taken = 0
    for problem_id, count in counts[: len(counts) - 1]:
        if taken + count / 2 <= wanted:
            taken += count
            ledger.execute(
                "UPDATE programs SET split = 'test' WHERE status IN (?, ?) AND problem_id = ?", *_SPLIT, problem_id
            )


def _drop_near_duplicates(ledger: Ledger, tokens_of: Tokens) -> int:
    leaking = dict(_leaks(ledger, tokens_of))
    with ledger.transaction():
        for seq, train_id in leaking.items():
            ledger.drop(seq, NEAR_DUPLICATE, f"resembles {train_id} in the training set")
    return len(leaking)


def splits_of(ledger: Ledger) -> list[str]:
    """The splits to write: train and test always, others where they have programs."""
    present = {name for (name,) in ledger.select("SELECT DISTINCT split FROM programs WHERE status = ?", MEASURED)}
    return [name for name in SPLITS if name in ("train", "test") or name in present]


def check_no_leak(ledger: Ledger, tokens_of: Tokens) -> None:
    """Raises `DataError` where a training program stands in the test set, exactly or nearly.

    Looks at the splits as they stand in the ledger, however they were made.
    """
    query = (
        "SELECT COUNT(*) FROM (SELECT fingerprint FROM programs WHERE status IN (?, ?)"
        " GROUP BY fingerprint HAVING COUNT(DISTINCT split = 'train') > 1)"
    )
    exact = next(ledger.select(query, *_SPLIT))[0]
    near = dict(_leaks(ledger, tokens_of))
    if exact or near:
        raise DataError(
            f"The split leaks: {exact} fingerprints stand on both sides and {len(near)} test programs resemble a "
            f"training program (Jaccard similarity {THRESHOLD} of Uni token 5-grams). No table was written."
        )


def _leaks(ledger: Ledger, tokens_of: Tokens) -> Iterator[tuple[int, str]]:
    """(seq of a program to test on, id of a training program) for each of the first that resembles one: they are
    indexed in the ledger, and the training programs stream past them."""
    with ledger.transaction():
        ledger.execute("DELETE FROM bands")
        for seq, _, text in _texts(ledger.programs(MEASURED), "test", "unseen"):
            rows = [(band, key, seq) for band, key in enumerate(band_keys(grams(tokens_of(text))))]
            ledger.execute_many("INSERT INTO bands VALUES (?, ?, ?)", rows)
    grams_of = lru_cache(_GRAMS_KEPT)(lambda seq: grams(tokens_of(_text_of(ledger, seq))))
    found: set[int] = set()
    for _, train_id, text in _texts(chain.from_iterable(map(ledger.programs, _SPLIT)), "train"):
        hashed = grams(tokens_of(text))
        for seq in _proposed(ledger, hashed) - found:
            if jaccard(hashed, grams_of(seq)) >= THRESHOLD:
                found.add(seq)
                yield seq, train_id


def _proposed(ledger: Ledger, hashed: frozenset[int]) -> set[int]:
    """Test programs that share a band with this one."""
    found: set[int] = set()
    for band, key in enumerate(band_keys(hashed)):
        found.update(seq for (seq,) in ledger.select("SELECT seq FROM bands WHERE band = ? AND key = ?", band, key))
    return found


def _texts(programs: Iterable[Row], *splits: str) -> Iterator[tuple[int, str, str]]:
    """(seq, id, Uni text) of the splits' programs; of those without a Uni form their own text."""
    for row in programs:
        if row.split in splits:
            uni = to_uni(row.code).code if row.status == UNMEASURED else row.variants.get("uni")
            yield row.seq, row.id, uni or row.code


def _text_of(ledger: Ledger, seq: int) -> str:
    code, variants = next(ledger.select("SELECT code, variants FROM programs WHERE seq = ?", seq))
    return str(json.loads(variants or "{}").get("uni") or code)
