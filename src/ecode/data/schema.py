"""The tables of a dataset: every column with its type and what it means."""

from __future__ import annotations

from dataclasses import dataclass

FORMAT_VERSION = 1
"""1: first version."""

VARIANTS = ("ori", "uni", "loop_rec", "rand_del")
SPLITS = ("train", "valid", "test", "unseen")
"""`valid`: only in datasets that came with such a split. `unseen`: problems that their source holds out, of kinds that
training never sees; only where there are any."""


@dataclass(frozen=True, slots=True)
class Column:
    """`type` is str, int, float, bool, or a list of these: `[str]`, `[float]`, `[[float]]`."""

    name: str
    type: str
    meaning: str


TIMES = (
    Column("id", "str", "the program's id, unique in the table"),
    Column("problem_id", "str", "the problem it solves"),
    Column("source", "str", "the dataset it came from"),
    Column("license", "str", "the licence of that source"),
    Column("submitted_at", "str", "ISO 8601 date or time in UTC, empty where unknown"),
    Column("code", "str", "the program in this variant (an empty row where the variant leaves nothing)"),
    Column("code_tokens", "int", "tokens of `code`, comments and layout left out"),
    Column("refusal", "str", "why there is no Uni form (then uni, loop_rec and rand_del are empty), else empty"),
    Column("tests", "int", "number of tests it was timed on"),
    Column("time_us", "float", "mean over the tests of the median call time, in microseconds"),
    Column("test_times_us", "[float]", "median call time of each test"),
    Column("samples_us", "[[float]]", "call times of each test, one for each repeat"),
    Column("spread", "float", "half the interquartile range of the repeats' mean times, divided by their median"),
    Column("below_floor", "int", "tests whose time is below what the clock resolves"),
    Column("memory_bytes", "int", "largest peak memory of a run"),
    Column("mode", "str", "cold (imports counted) or warm"),
    Column("machine", "str", "what it was measured on"),
    Column("node_factor", "float", "the machine's time for the reference workload over the reference time"),
    Column("split", "str", "train, valid, test or unseen; the same in all variants"),
)

INPUTS = (
    Column("problem_id", "str", "the problem"),
    Column("tests", "[str]", "names of the timed tests, in the order of `test_times_us`"),
    Column("profiles", "[[float]]", "of each test's input: bytes, lines, numbers, words, largest, first, longest_word"),
)

PAIRS = (
    Column("id", "str", "slow_id>fast_id"),
    Column("problem_id", "str", "the problem both solve"),
    Column("slow_id", "str", "the slow program's id"),
    Column("slow_code", "str", "the slow program"),
    Column("slow_time_us", "float", "its time, in microseconds; null where the source gives none"),
    Column("fast_id", "str", "the label's id: the fastest correct program, ties by least memory"),
    Column("fast_code", "str", "the label"),
    Column("fast_time_us", "float", "its time, in microseconds"),
    Column("ratio", "float", "slow time over fast time: of the stored times, or the median of a race"),
    Column(
        "ratio_low",
        "float",
        "of a race: lower end of the 95 % interval; of samples: least over greatest repeat; else null",
    ),
    Column("ratio_high", "float", "upper end: of samples, the greatest repeat over the least"),
    Column(
        "evidence", "str", "samples (ratio above 1.2, or 1.5 with few repeats, and disjoint repeats), race, published"
    ),
    Column(
        "alternatives",
        "[str]",
        "up to five other faster programs (by samples, or as published), those most like the slow one first",
    ),
    Column("alternative_times_us", "[float]", "their times; null where the source gives none"),
    Column("title", "str", "statement: title"),
    Column("body", "str", "statement: body"),
    Column("input", "str", "statement: input specification"),
    Column("output", "str", "statement: output specification"),
    Column("samples", "str", "statement: samples and notes"),
    Column("difficulty", "str", "as the source gives it"),
    Column("tags", "[str]", "as the source gives them"),
    Column("source", "str", "the dataset it came from"),
    Column("license", "str", "the licence of that source"),
    Column("submitted_at", "str", "of the slow program"),
    Column("split", "str", "train, valid, test or unseen"),
)
