"""Copies the cards of a corpus and a sample of its tables: `python scripts/sample_corpus.py CORPUS TARGET`.

The sample holds whole problems, so that pairs can be read beside the times they come from, and stays below 1 MB.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from ecode.data.tables import read_table

PROBLEMS = 12  # of each split
SPLITS = ("train", "test", "unseen")
LEFT_OUT = {"samples_us"}  # the raw samples would be most of the file


def sample(folder: Path, split: str, wanted: set[str]) -> list[dict]:
    """Rows of the wanted problems; where none is wanted yet, the first problems of the table are."""
    rows = []
    choose = not wanted
    for row in read_table(folder, split):
        if choose and len(wanted) < PROBLEMS:
            wanted.add(row["problem_id"])
        if row["problem_id"] in wanted:
            rows.append({key: value for key, value in row.items() if key not in LEFT_OUT})
    return rows


def main() -> None:
    corpus, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for kind in ("times", "pairs"):
        shutil.copy(corpus / kind / "README.md", target / f"{kind}_card.md")
    for split in SPLITS:
        wanted: set[str] = set()
        for name, folder in (("pairs", corpus / "pairs"), ("times", corpus / "times" / "ori")):
            rows = sample(folder, split, wanted)
            lines = "".join(json.dumps(row) + "\n" for row in rows)
            (target / f"{name}-{split}.jsonl").write_text(lines)
            print(f"{target / f'{name}-{split}.jsonl'}: {len(rows)} rows, {len(lines) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
