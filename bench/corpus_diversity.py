"""How varied is the corpus, and what of it leaks? Beside contest-dev's human programs.

    python bench/corpus_diversity.py out/corpus/times HUMAN_BUILD --plot docs/images/corpus_diversity.png

Both folders are builds (`ecode data build-times`). Duplicates are equal up to names and layout; near-duplicates share at
least 0.8 of their Uni token 5-grams with another program. Leakage is the share of held-out programs that are a
near-duplicate of a training program; those of a build are then dropped from its tables, so it is counted before that.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import median

from ecode.data.ledger import Ledger, open_finished
from ecode.data.near_duplicates import THRESHOLD, band_keys, grams, jaccard
from ecode.syntax.names import to_uni
from ecode.syntax.tokens import code_tokens

PROBLEMS = Path(__file__).resolve().parent.parent / "problems"
Programs = list[tuple[str, str]]  # (problem, code)


@lru_cache(maxsize=200_000)
def hashed(code: str) -> frozenset[int]:
    return grams(code_tokens(to_uni(code).code))


class Index:
    """Finds near-duplicates among programs."""

    def __init__(self, programs: Iterable[tuple[str, str]]) -> None:
        self._programs = list(programs)
        self._bands: dict[int, list[int]] = defaultdict(list)
        for row, (_, code) in enumerate(self._programs):
            for key in band_keys(hashed(code)):
                self._bands[key].append(row)

    def resembles(self, code: str, other: Callable[[str], bool] = lambda problem: True, but: int = -1) -> bool:
        """Whether any program (not number `but`, and of a problem that suits `other`) is a near-duplicate."""
        mine, seen = hashed(code), {but}
        for key in band_keys(mine):
            for row in self._bands.get(key, ()):
                problem, theirs = self._programs[row]
                if row not in seen and other(problem):
                    seen.add(row)
                    if jaccard(mine, hashed(theirs)) >= THRESHOLD:
                        return True
        return False


@dataclass
class Build:
    """What a build holds."""

    name: str
    measured: list[tuple[str, str, int, float, str]]
    """(problem, code, tokens, µs, split)"""
    read: int
    duplicates: int
    dropped: int

    @property
    def programs(self) -> Programs:
        return [(problem, code) for problem, code, *_ in self.measured]


def read_build(folder: Path, name: str) -> Build:
    with open_finished(folder) as ledger:
        measured = [
            (problem, code, tokens, json.loads(result)["time_us"], split)
            for problem, code, tokens, result, split in ledger.select(
                "SELECT problem_id, code, code_tokens, result, split FROM programs"
                " WHERE status IN ('measured', 'near_duplicate') AND result IS NOT NULL AND result != ''"
            )
        ]
        return Build(
            name,
            measured,
            _count(ledger, "1"),
            _count(ledger, "status = 'duplicate'"),
            _count(ledger, "status = 'near_duplicate'"),
        )


def _count(ledger: Ledger, where: str) -> int:
    return int(next(iter(ledger.select(f"SELECT COUNT(*) FROM programs WHERE {where}")))[0])


def near_share(programs: Programs, sample: int) -> tuple[float, float]:
    """Share of programs with a near-duplicate (anywhere, in another problem), over every n-th program."""
    index = Index(programs)
    step = max(1, len(programs) // sample)
    rows = range(0, len(programs), step)
    anywhere = elsewhere = 0
    for row in rows:
        problem, code = programs[row]
        anywhere += index.resembles(code, but=row)
        elsewhere += index.resembles(code, lambda other, own=problem: other != own, but=row)
    return anywhere / len(rows), elsewhere / len(rows)


def leakage(held_out: Sequence[str], training: Index) -> str:
    count = sum(training.resembles(code) for code in held_out)
    return f"{count} of {len(held_out)} ({100 * count / max(1, len(held_out)):.2f} %)"


def ratios(build: Build) -> list[float]:
    """Time of every program over the least of its problem."""
    times: dict[str, list[float]] = defaultdict(list)
    for problem, _, _, time_us, _ in build.measured:
        times[problem].append(time_us)
    return [time / max(1e-9, min(some)) for some in times.values() for time in some if len(some) > 1]


def quartiles(values: Sequence[float]) -> str:
    ordered = sorted(values)
    marks = [ordered[int(share * (len(ordered) - 1))] for share in (0.05, 0.25, 0.5, 0.75, 0.95)]
    return " / ".join(f"{mark:.3g}" for mark in marks)


def plot(builds: Sequence[Build], path: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    figure, axes = plt.subplots(1, 3, figsize=(13, 3.8), constrained_layout=True)
    views = (
        (
            "tokens of a program",
            lambda build: [tokens for _, _, tokens, _, _ in build.measured],
            np.geomspace(10, 3000, 40),
        ),
        ("time of a test, µs", lambda build: [time for _, _, _, time, _ in build.measured], np.geomspace(1, 1e7, 40)),
        ("time / least time of the problem", ratios, np.geomspace(1, 1e4, 40)),
    )
    for axis, (label, values, bins) in zip(axes, views, strict=True):
        for build in builds:
            drawn = np.clip(values(build), bins[0], bins[-1])
            axis.hist(drawn, bins=bins, weights=np.full(len(drawn), 1 / len(drawn)), alpha=0.55, label=build.name)
        axis.set_xscale("log")
        axis.set_xlabel(label)
        axis.set_ylabel("share of programs")
    axes[-1].legend(frameon=False, loc="upper right")
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("human", type=Path)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--sample", type=int, default=10_000, help="programs looked up among all")
    args = parser.parse_args()
    corpus, human = read_build(args.corpus, "corpus"), read_build(args.human, "contest-dev (human)")
    print("| | programs | duplicates | near-duplicates | of another problem | tokens | µs | time / least |")
    print("|---|---:|---:|---:|---:|---|---|---|")
    for build in (corpus, human):
        near, elsewhere = near_share(build.programs, args.sample)
        cells = (
            build.name,
            str(len(build.measured)),
            f"{build.duplicates} of {build.read} ({100 * build.duplicates / build.read:.1f} %)",
            f"{100 * near:.1f} %",
            f"{100 * elsewhere:.2f} %",
            quartiles([tokens for _, _, tokens, _, _ in build.measured]),
            quartiles([time for _, _, _, time, _ in build.measured]),
            quartiles(ratios(build)),
        )
        print(f"| {' | '.join(cells)} |")
    print("(the last three: 5th, 25th, 50th, 75th and 95th percentile)\n")
    training = Index((problem, code) for problem, code, _, _, split in corpus.measured if split == "train")
    for split, name in (("test", "unseen programs of seen kernels"), ("unseen", "unseen kernels")):
        held_out = [code for _, code, _, _, its in corpus.measured if its == split]
        print(f"near-duplicates of training programs among {name}: {leakage(held_out, training)}")
    packages = [path.read_text() for path in sorted(PROBLEMS.glob("*/submissions/accepted/*.py"))]
    print(f"near-duplicates of training programs in problems/: {leakage(packages, training)}")
    print(f"near-duplicates of training programs in contest-dev: {leakage([c for _, c in human.programs], training)}")
    print(f"dropped from the corpus's test splits for that: {corpus.dropped}")
    print(f"median speed-up of slow programs (1.2x and more): {median(r for r in ratios(corpus) if r >= 1.2):.2f}x")
    if args.plot:
        plot([corpus, human], args.plot)


if __name__ == "__main__":
    main()
