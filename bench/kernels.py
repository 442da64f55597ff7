"""Every kernel of the corpus: do its ways give the same, and is their declared order of cost the clock's?

python bench/kernels.py [NAME ...]

For each kernel: one whole program for each way, judged on 50 generated inputs of three sizes (expected: what the fastest
way gives); then, at the largest size, every tier of cost raced against the next (as `ecode compare --warm`: the corpus is
measured warm, because importing `collections` takes as long as a fast way does).
Prints one line a kernel, and at the end those that fail.
"""

from __future__ import annotations

import argparse
import time
from itertools import pairwise
from random import Random

from ecode.corpus.chain import Chain, Link, Origin, Unsuitable
from ecode.corpus.compose import Form, compose_ways
from ecode.corpus.kernel import LoadedKernel, kernels
from ecode.corpus.layout import Field, draw_layout, draw_output, write_input, write_output
from ecode.corpus.person import Person
from ecode.judge.compare import compare_programs
from ecode.judge.run import Judge
from ecode.records import CheckerSpec, Limits, TestCase, TestSuite

PLAIN = Person("fast", main=False, comments="keep", dead_code=0, needless=0.0, scheme="own", blank_lines=False)
LIMITS = Limits(cpu_s=20)
INPUTS = (17, 17, 16)  # of small, medium and large size
RACED = 4  # large inputs


def form_of(loaded: LoadedKernel) -> Form:
    fields = tuple(Field(slot, slot.name) for slot in loaded.kernel.inputs)
    chain = Chain((Link(loaded, tuple(Origin(field=field.name) for field in fields)),), fields, (0,))
    rng = Random(loaded.name)
    return Form(chain, draw_layout(rng, fields), draw_output(rng), cases=False)


def tests_of(form: Form, loaded: LoadedKernel) -> list[TestCase]:
    tests = []
    for size, count in enumerate(INPUTS):
        seeds = iter(range(10 * count))
        while len(tests) < sum(INPUTS[:size]) + count:
            seed = next(seeds)
            values = form.chain.generate(Random(f"{loaded.name}/{size}/{seed}"), size)
            try:
                (result,) = form.chain.results(values, 2)
            except Unsuitable:  # as in the synthesiser: another draw
                continue
            expected = write_output(loaded.kernel.output, form.output, result)
            tests.append(TestCase(f"{size}-{seed}", write_input(form.layout, values).encode(), expected.encode()))
    return tests


def check(loaded: LoadedKernel, judge: Judge) -> tuple[str, list[str]]:
    """(what was seen, what is wrong)."""
    form, faults = form_of(loaded), []
    tests = tests_of(form, loaded)
    suite = TestSuite(tuple(tests), CheckerSpec(), LIMITS)
    tiers = [[compose_ways(Random(0), form, [way], PLAIN) for way in tier] for tier in loaded.tiers]
    for way, code in zip(loaded.ways, (code for tier in tiers for code in tier), strict=True):
        report = judge.judge(code, suite)
        if not report.accepted:
            faults.append(f"{way.__name__}: {report.verdict} {report.feedback}"[:200])
    if faults:
        return "not raced", faults
    inputs = [test.input for test in tests[-RACED:]]
    seen = []
    for number, (dear, cheap) in enumerate(pairwise(tiers)):
        for a in dear:
            for b in cheap:
                with judge.lease() as worker:
                    race = compare_programs(
                        worker, a.encode(), b.encode(), inputs, limits=LIMITS, max_seconds=30, warm=True
                    )
                seen.append(f"{race.ratio:.2f}x")
                if race.answer != "faster":
                    faults.append(
                        f"tier {number + 2} is not faster than tier {number + 1}: {race.answer} {race.ratio:.2f}"
                    )
    return " ".join(seen), faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    names = parser.parse_args().names or list(kernels())
    failed: dict[str, list[str]] = {}
    started, ways = time.monotonic(), 0
    with Judge(1) as judge:
        for name in names:
            loaded = kernels()[name]
            ways += len(loaded.ways)
            seen, faults = check(loaded, judge)
            print(f"{name:34} {len(loaded.ways)} ways in {len(loaded.tiers)} tiers: {seen}", flush=True)
            if faults:
                failed[name] = faults
                print("\n".join(f"    FAULT {fault}" for fault in faults), flush=True)
    print(f"{len(names)} kernels, {ways} ways, {len(failed)} with faults, {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
