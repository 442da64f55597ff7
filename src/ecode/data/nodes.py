"""How fast a machine is, against a fixed reference: the factor that every measured row carries."""

from __future__ import annotations

from ecode.data.ledger import Ledger
from ecode.data.measure import Bench
from ecode.errors import JudgeFault
from ecode.judge.worker import Stdin
from ecode.records import Limits

REFERENCE_US = 13_500.0
"""What the workload is defined to take on the reference machine, in microseconds: the project's first one (2 cores of
an Intel Xeon with AVX-512, Python 3.11) took about this. Only the quotient of two machines' factors has a meaning."""

_ROUNDS = 15
_WORKLOAD = b"""
numbers = [(i * 7919 + 13) % 10007 for i in range(12000)]
counts = {}
for value in numbers:
    counts[value % 97] = counts.get(value % 97, 0) + 1
ordered = sorted(numbers)
total = 0
for low, high in zip(ordered, reversed(ordered)):
    if low < high:
        total += (high - low) * low % 1009
words = [str(value) for value in numbers]
text = " ".join(words)
letters = {}
for word in text.split():
    letters[word[-1]] = letters.get(word[-1], 0) + len(word)
grid = [[(r * c) % 7 for c in range(120)] for r in range(120)]
for row in range(1, 120):
    for column in range(1, 120):
        grid[row][column] += min(grid[row - 1][column], grid[row][column - 1])
print(total, len(text), grid[-1][-1], sum(counts.values()), sorted(letters.items()))
"""


def node_factor(bench: Bench) -> float:
    """This machine's least time for the reference workload over the reference time: 2.0 is half as fast.

    The least, because other work on the machine only ever makes it longer.
    """
    samples = []
    with bench.open(0, _WORKLOAD, Limits()) as (session, floor), Stdin(b"") as nothing:
        for _ in range(_ROUNDS):
            run = session.run(nothing, Limits())
            if run.status != "exited" or run.code != 0:
                raise JudgeFault(f"The reference workload did not run: {run.status} {run.code} {run.detail}")
            samples.append((run.cpu_ns - floor.median_ns) / 1e3)
    return min(samples) / REFERENCE_US


def settle_factors(ledger: Ledger) -> None:
    """Give all rows of a machine its least factor: one that was found while it was busy with something else is too
    large, and a build that is taken up again measures it again."""
    machine, factor = (f"json_extract(result, '$.{name}')" for name in ("machine", "node_factor"))
    least = dict(
        ledger.select(f"SELECT {machine}, MIN({factor}) FROM programs WHERE result IS NOT NULL GROUP BY {machine}")
    )
    for name, value in least.items():
        ledger.execute(
            f"UPDATE programs SET result = json_set(result, '$.node_factor', ?) WHERE {machine} = ? AND {factor} != ?",
            *(value, name, value),
        )
