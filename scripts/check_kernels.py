"""Checks kernels while they are being written: `python scripts/check_kernels.py [NAME ...]` (default: all).

For each kernel: inputs keep what their slots promise, all ways give equal results on 50 generated inputs of three
sizes, every way has one `return` at its end, and at the largest size the tiers are in order of cost, each at least
1.15 times faster than the one before. Runs in this process, with the functions as they are; the figures in
bench/RESULTS.md come from `bench/kernels.py`, which judges and times whole programs.
"""

from __future__ import annotations

import ast
import copy
import inspect
import sys
import time
from itertools import pairwise
from random import Random
from textwrap import dedent

from ecode.corpus.check import broken_promise
from ecode.corpus.kernel import LoadedKernel, kernels

STEP = 1.15
FASTEST_OVER_SLOWEST = 1.8


def problems_of(loaded: LoadedKernel) -> list[str]:
    found = [f"{way.__name__}: {text}" for way in loaded.ways if (text := bad_form(way, len(loaded.kernel.inputs)))]
    for index, size in enumerate(loaded.kernel.sizes):
        for seed in range(17):
            values = loaded.generate(Random(seed * 3 + index), size)
            found += [f"size {size} seed {seed}: {text}" for text in broken_promise(loaded.kernel, values)]
            results = [way(*copy.deepcopy(values)) for way in loaded.ways]
            if any(r != results[0] or type(r) is not type(results[0]) for r in results):
                found.append(f"size {size} seed {seed}: the ways disagree: {[str(r)[:60] for r in results]}")
            if found:
                return found
    tiers = [[best_ms(loaded, way) for way in tier] for tier in loaded.tiers]
    shown = "; ".join(
        ", ".join(f"{way.__name__} {ms:.2f} ms" for way, ms in zip(*pair, strict=True))
        for pair in zip(loaded.tiers, tiers, strict=True)
    )
    if not (len(tiers) >= 2 and len(loaded.ways) <= 5):
        found.append("two to five ways in at least two tiers of cost are wanted")
    if any(min(a) < STEP * max(b) for a, b in pairwise(tiers)):
        found.append(f"not in order of cost with a step of {STEP}: {shown}")
    if min(tiers[0]) < FASTEST_OVER_SLOWEST * min(tiers[-1]):
        found.append(f"the slowest is not {FASTEST_OVER_SLOWEST} times the fastest: {shown}")
    if not 2 < min(tiers[0]) <= max(tiers[0]) < 60:
        found.append(f"the slowest should take 5 to 40 ms at the largest size: {shown}")
    print(f"{loaded.name:32} {shown}")
    return found


def bad_form(way, inputs: int) -> str:
    tree = ast.parse(dedent(inspect.getsource(way))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    returns, todo = 0, list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
            continue
        returns += isinstance(node, ast.Return)
        todo += ast.iter_child_nodes(node)
    if returns != 1 or not isinstance(tree.body[-1], ast.Return):
        return "wants exactly one return, as its last statement (nested functions have their own)"
    if len(tree.args.args) != inputs or tree.args.defaults:
        return "wants one parameter for each input and no defaults"
    return ""


def best_ms(loaded: LoadedKernel, way) -> float:
    """Smallest of 5 sums over 4 large inputs, per input, in ms."""
    inputs = [loaded.generate(Random(1000 + seed), loaded.kernel.sizes[2]) for seed in range(4)]
    best = float("inf")
    for _ in range(5):
        fresh = copy.deepcopy(inputs)
        start = time.process_time()
        for values in fresh:
            way(*values)
        best = min(best, time.process_time() - start)
    return 250 * best


def main() -> int:
    wanted = {name.replace("_", "-") for name in sys.argv[1:]} or set(kernels())
    unknown = wanted - set(kernels())
    bad = len(unknown)
    for name in sorted(unknown):
        print(f"{name}: there is no such kernel")
    for name in sorted(wanted - unknown):
        for text in problems_of(kernels()[name]):
            bad += 1
            print(f"    {name}: {text}")
    return min(bad, 1)


if __name__ == "__main__":
    sys.exit(main())
