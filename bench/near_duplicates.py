"""How alike are the corpus's kernels, and the problems in problems/, to each other?

python bench/near_duplicates.py

Of every two kernels the most alike ways, of every two problems the most alike accepted submissions: Jaccard similarity of
the 5-grams of their Uni tokens. A pair at 0.8 or more is a near-duplicate.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from ecode.corpus.kernel import kernels
from ecode.corpus.way import way_text
from ecode.data.near_duplicates import THRESHOLD, grams, jaccard
from ecode.syntax.names import to_uni
from ecode.syntax.tokens import code_tokens

PROBLEMS = Path(__file__).resolve().parent.parent / "problems"


def hashed(code: str) -> frozenset[int]:
    return grams(code_tokens(to_uni(code).code))


def report(what: str, groups: dict[str, list[frozenset[int]]]) -> int:
    pairs = sorted(
        ((max(jaccard(x, y) for x in groups[a] for y in groups[b]), a, b) for a, b in combinations(groups, 2)),
        reverse=True,
    )
    near = [pair for pair in pairs if pair[0] >= THRESHOLD]
    print(
        f"{len(groups)} {what}, {len(pairs)} pairs: {len(near)} near-duplicates (Jaccard similarity {THRESHOLD} or more)"
    )
    for similarity, a, b in [*near, *pairs[len(near) : len(near) + 5]]:
        print(f"    {similarity:.2f}  {a}  {b}")
    return len(near)


def main() -> int:
    ways = {
        name: [hashed("\n".join([*(t := way_text(way)).imports, t.body, t.result])) for way in loaded.ways]
        for name, loaded in kernels().items()
    }
    packages = {
        folder.name: [hashed(file.read_text()) for file in sorted(folder.glob("submissions/accepted/*.py"))]
        for folder in sorted(PROBLEMS.iterdir())
        if folder.is_dir()
    }
    return 1 if report("kernels", ways) + report("problems", packages) else 0


if __name__ == "__main__":
    raise SystemExit(main())
