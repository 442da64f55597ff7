"""Copies the cards of a corpus and a sample of its tables: `python scripts/sample_corpus.py CORPUS TARGET`.

The sample holds whole problems, the first of each split, so that pairs can be read beside the times they come from; all of
it together stays below 1 MB.
"""

from __future__ import annotations

import json
import shutil
import sys
from itertools import groupby, islice
from pathlib import Path

from ecode.data.tables import read_table

SPLITS = ("train", "test", "unseen")
BUDGET = 950_000 // len(SPLITS)  # bytes
MOST = 40  # problems that are looked at
LEFT_OUT = {"samples_us"}  # the raw samples would be most of the file


def lines_of(folder: Path, split: str) -> dict[str, list[str]]:
    """JSON lines of the first problems of a split."""
    problems = groupby(read_table(folder, split), key=lambda row: row["problem_id"])
    return {
        problem: [json.dumps({key: value for key, value in row.items() if key not in LEFT_OUT}) for row in rows]
        for problem, rows in islice(problems, MOST)
    }


def main() -> None:
    corpus, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for kind in ("times", "pairs"):
        shutil.copy(corpus / kind / "README.md", target / f"{kind}_card.md")
    for split in SPLITS:
        pairs, times = lines_of(corpus / "pairs", split), lines_of(corpus / "times" / "ori", split)
        chosen, size = [], 0
        for problem in sorted(pairs.keys() & times.keys()):
            size += sum(len(line) + 1 for line in (*pairs[problem], *times[problem]))
            if size > BUDGET:
                break
            chosen.append(problem)
        for name, lines in (("pairs", pairs), ("times", times)):
            text = "".join(f"{line}\n" for problem in sorted(chosen) for line in lines[problem])
            (target / f"{name}-{split}.jsonl").write_text(text)
            print(f"{target / f'{name}-{split}.jsonl'}: {len(chosen)} problems, {len(text) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
