"""The preset `paper` at its full size, really run on a CPU: does it train, decode with its cache, save and load?

python bench/paper_preset.py [--steps 20] [--tokens 768] [--examples FOLDER]

404.6 million parameters, random ones: no pretrained part is downloaded. Trains with the real loop on a few dozen
examples made of the programs below (or on a folder of `ecode.models.prepare`), writes some tokens greedily with and
without the cache, and loads the checkpoint again. Needs about 8 GB of memory and 5 GB of disk. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from itertools import pairwise, product
from pathlib import Path
from statistics import median
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import torch
from transformers.utils.logging import disable_progress_bar

from ecode.models.batches import Batches, TokenSet, load_tokens
from ecode.models.devices import Devices
from ecode.models.hub.configuration_ecode import ECodeConfig
from ecode.models.hub.modeling_ecode import ECodeForConditionalGeneration
from ecode.models.hub.tokenization_ecode import ECodeTokenizer
from ecode.models.prepare import prepare
from ecode.models.train import TrainConfig, train

READ = "n = int(input())\na = list(map(int, input().split()))\n"
PROGRAMS = {
    "Count equal pairs": (
        "c = 0\nfor i in range(n):\n    for j in range(i):\n        if a[i] == a[j]:\n            c += 1\nprint(c)\n",
        "seen = {}\nc = 0\nfor x in a:\n    c += seen.get(x, 0)\n    seen[x] = seen.get(x, 0) + 1\nprint(c)\n",
    ),
    "Distinct values": (
        "found = []\nfor x in a:\n    if x not in found:\n        found.append(x)\nprint(len(found))\n",
        "print(len(set(a)))\n",
    ),
    "Sums of all prefixes": (
        "for i in range(n):\n    print(sum(a[:i + 1]))\n",
        "s = 0\nfor x in a:\n    s += x\n    print(s)\n",
    ),
    "Largest sum of neighbours": (
        "best = a[0]\nfor i in range(n):\n    for j in range(i, n):\n        best = max(best, sum(a[i:j + 1]))\nprint(best)\n",
        "best = run = a[0]\nfor x in a[1:]:\n    run = max(x, run + x)\n    best = max(best, run)\nprint(best)\n",
    ),
    "Sort the values": (
        "for i in range(n):\n    for j in range(n - 1):\n        if a[j] > a[j + 1]:\n            a[j], a[j + 1] = a[j + 1], a[j]\nprint(*a)\n",
        "print(*sorted(a))\n",
    ),
    "Two values with sum {0}": (
        "ok = False\nfor i in range(n):\n    for j in range(i):\n        if a[i] + a[j] == {0}:\n            ok = True\nprint(ok)\n",
        "seen = set()\nok = False\nfor x in a:\n    if {0} - x in seen:\n        ok = True\n        break\n    seen.add(x)\nprint(ok)\n",
    ),
    "Multiples of {0} up to n": (
        "s = 0\nfor i in range(n):\n    if i % {0} == 0:\n        s += i\nprint(s)\n",
        "print(sum(range(0, n, {0})))\n",
    ),
    "Values above {0}": (
        "c = 0\nfor x in a:\n    if x > {0}:\n        c = c + 1\nprint(c)\n",
        "print(sum(x > {0} for x in a))\n",
    ),
}
NUMBERS = (3, 7, 10, 12, 100)


def pairs() -> list[dict[str, Any]]:
    """Rows of a table of slow/fast pairs: each program with each number."""
    rows = []
    for (title, (slow, fast)), number in product(PROGRAMS.items(), NUMBERS):
        rows.append(
            {
                "problem_id": f"{title.format(number)} ({number})",
                "title": title.format(number),
                "body": f"You are given n and n integers. {title.format(number)}.",
                "input": "The first line holds n, the second line the integers.",
                "output": "Print the answer.",
                "samples": "",
                "slow_code": READ + slow.format(number),
                "fast_code": READ + fast.format(number),
                "slow_time_us": 200.0,
                "fast_time_us": 100.0,
                "alternatives": [],
            }
        )
    return rows


def prepared(folder: Path) -> Path:
    """Examples and vocabularies of the programs above."""
    pq.write_table(pa.Table.from_pylist(pairs()), folder / "train-0.parquet")
    prepare(folder, folder / "prepared", processes=1)
    return folder / "prepared"


def peak_gb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


@torch.no_grad()
def written(model: ECodeForConditionalGeneration, batch: dict[str, torch.Tensor], *, use_cache: bool) -> list[int]:
    """Twenty tokens, greedily. None of them is the end: random parameters soon find it."""
    inputs = {name: value for name, value in batch.items() if name != "labels"}
    tokens = {"min_new_tokens": 20, "max_new_tokens": 20}
    return model.generate(**inputs, **tokens, do_sample=False, use_cache=use_cache)[0].tolist()


def timed_decoding(model: ECodeForConditionalGeneration, batch: dict[str, torch.Tensor]) -> tuple[bool, float, float]:
    """Whether both ways write the same, and their seconds."""
    marks = [time.perf_counter()]
    answers = []
    for use_cache in (True, False):
        answers.append(written(model, batch, use_cache=use_cache))
        marks.append(time.perf_counter())
    return answers[0] == answers[1], marks[1] - marks[0], marks[2] - marks[1]


@torch.no_grad()
def loads_equal(model: ECodeForConditionalGeneration, checkpoint: Path, batch: dict[str, torch.Tensor]) -> bool:
    """Whether the saved model gives the same logits."""
    loaded = ECodeForConditionalGeneration.from_pretrained(checkpoint).eval()
    return torch.equal(model(**batch).logits, loaded(**batch).logits)


def measure(folder: Path, data: TokenSet, config: ECodeConfig, steps: int, tokens: int) -> list[tuple[str, str]]:
    """The rows of the table."""
    torch.manual_seed(0)
    model = ECodeForConditionalGeneration(config)
    count = sum(parameter.numel() for parameter in model.parameters())
    losses: list[float] = []
    marks = [time.perf_counter()]

    def log(record: dict[str, Any]) -> None:
        losses.append(record["loss"])
        marks.append(time.perf_counter())
        print(f"step {record['step']}: loss {record['loss']:.3f}, {marks[-1] - marks[-2]:.1f} s", flush=True)

    recipe = TrainConfig(
        steps=steps, tokens=tokens, learning_rate=2e-4, warmup=max(1, steps // 5), log_every=1, drop_statement=0.1
    )
    train(model, data, recipe, folder / "checkpoint", devices=Devices("cpu", bf16=False), log=log)
    rows = Batches(data, tokens, 0, 0.0, 0.0)
    batch = rows.tensors(rows.plan(0)[0][:2], 0)
    print("trained and saved", flush=True)
    equal, cached_s, uncached_s = timed_decoding(model, {name: value[:1] for name, value in batch.items()})
    few = max(1, min(5, steps // 2))
    return [
        ("parameters", f"{count / 1e6:.1f} M"),
        ("batch", f"up to {tokens} tokens, padding included"),
        (f"loss, mean of first {few} steps", f"{sum(losses[:few]) / few:.3f}"),
        (f"loss, mean of last {few} of {steps} steps", f"{sum(losses[-few:]) / few:.3f}"),
        ("seconds per step (median)", f"{median(b - a for a, b in pairwise(marks)):.1f}"),
        ("20 tokens with cache = without, greedy", "yes" if equal else "NO"),
        ("seconds for them, with and without", f"{cached_s:.1f}, {uncached_s:.1f}"),
        ("saved and loaded: equal logits", "yes" if loads_equal(model, folder / "checkpoint", batch) else "NO"),
        ("peak memory", f"{peak_gb():.1f} GB"),
        ("threads", str(torch.get_num_threads())),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--steps", type=int, default=20, help="optimiser steps (default 20)")
    parser.add_argument("--tokens", type=int, default=768, help="of a batch with its padding (default 768)")
    parser.add_argument("--examples", type=Path, metavar="FOLDER", help="of `prepare` (default: made here)")
    args = parser.parse_args()
    disable_progress_bar()
    with tempfile.TemporaryDirectory() as name:
        folder = args.examples or prepared(Path(name))
        config = ECodeConfig.preset("paper", normalise_names=True)
        data = load_tokens(folder, "train", ECodeTokenizer.from_pretrained(folder), config)
        rows = measure(Path(name), data, config, args.steps, args.tokens)
    print("\n| what | measured |\n|---|---|")
    for what, value in rows:
        print(f"| {what} | {value} |")


if __name__ == "__main__":
    main()
