"""A synthetic problem: five statement sections, tests, a generator and programs of every cost; all from one seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from ecode.corpus.chain import Unsuitable, draw_chain
from ecode.corpus.compose import Form, compose_ways
from ecode.corpus.kernel import LoadedKernel, Value
from ecode.corpus.layout import describe_input, describe_output, draw_layout, draw_output, write_input, write_output
from ecode.corpus.person import FAST, MIXED, SLOW, draw_person
from ecode.corpus.story import statement_body, title
from ecode.records import CheckerSpec, Limits, Problem, Statement, TestCase

SOURCE, LICENSE = "E-code corpus", "MIT"
_FIRST_DAY = datetime(2020, 1, 1)
_STEP = timedelta(hours=3)
_HISTORIES = ((SLOW, FAST), (SLOW, FAST), (MIXED, FAST), (SLOW, MIXED), (SLOW, FAST), (MIXED, FAST))
"""Each person sends in a program and later a better one, as people do with online judges."""
_READS_FASTER = 0.25  # probability that the second program also reads and prints as fast programs do
_TRIES = 30
_SIZES = (0, 1, 2)  # of the tests: a sample, a medium and a large input

_Way = tuple[int, Callable[..., Value]]
"""A way of a kernel with its tier of cost."""


@dataclass(frozen=True, slots=True)
class SyntheticProgram:
    """A program; `skill` is what its ways are: all slow, all fast, or mixed."""

    code: str
    skill: str
    submitted_at: str


@dataclass(frozen=True, slots=True)
class SyntheticProblem:
    """A problem of the corpus with its programs."""

    id: str
    problem: Problem
    kernels: tuple[str, ...]
    form: Form
    programs: tuple[SyntheticProgram, ...]

    def test(self, seed: int, size: int) -> TestCase:
        """A further test: `size` is 0, 1 or 2 (small, medium, large). Raises `Unsuitable` for some seeds."""
        return make_test(self.form, Random(seed), size, f"more/{size}-{seed}")


def synthesise(seed: int, number: int, kernels: Sequence[LoadedKernel], programs: int = 12) -> SyntheticProblem:
    """Problem `number` of the corpus of `seed`: the same on every machine. Later numbers have later dates."""
    rng = Random(f"{seed}/{number}")
    form, tests = _draw_form(rng, kernels)
    day = _FIRST_DAY + number * _STEP
    written = tuple(_programs(rng, form, programs, day))
    names = form.chain.names
    records = [link.kernel.kernel for link in form.chain.links]
    name = title(rng, records)
    problem = Problem(
        name=name,
        statement=_statement(rng, form, tests[0], name),
        samples=tests[:1],
        secret=tests[1:],
        checker=CheckerSpec(),
        limits=Limits(cpu_s=10),
        difficulty=str(min(3500, max(record.difficulty for record in records) + 200 * (len(records) - 1))),
        tags=tuple(dict.fromkeys(tag for record in records for tag in record.tags)),
        source=SOURCE,
        license=LICENSE,
    )
    return SyntheticProblem(f"corpus-{seed}-{number:06d}", problem, names, form, written)


def _draw_form(rng: Random, kernels: Sequence[LoadedKernel]) -> tuple[Form, tuple[TestCase, ...]]:
    """A chain that takes its own tests, with a way to read and print."""
    for attempt in range(_TRIES):
        chain = draw_chain(rng, kernels, longest=3 if attempt < _TRIES // 2 else 1)
        form = Form(chain, draw_layout(rng, chain.fields), draw_output(rng), cases=rng.random() < 0.12)
        try:
            return form, tuple(make_test(form, rng, size, str(n)) for n, size in enumerate(_SIZES, 1))
        except Unsuitable:
            continue
    raise ValueError(f"no chain could be drawn from {len(kernels)} kernels: check them with bench/kernels.py")


def make_test(form: Form, rng: Random, size: int, name: str) -> TestCase:
    """One test of a size; several cases where the form counts them."""
    count = (2 if size == 0 else rng.randint(2, 3)) if form.cases else 1
    given, expected = f"{count}\n" if form.cases else "", ""
    for _ in range(count):
        values = form.chain.generate(rng, size if count == 1 else min(size, 1))
        given += write_input(form.layout, values)
        results = form.chain.results(values, size)
        for output, result in zip(form.chain.outputs, results, strict=True):
            expected += write_output(output, form.output, result)
    return TestCase(name, given.encode(), expected.encode())


def _programs(rng: Random, form: Form, count: int, day: datetime) -> Iterator[SyntheticProgram]:
    seconds = round(_STEP.total_seconds())
    for number in range((count + 1) // 2):
        first, second = _HISTORIES[number % len(_HISTORIES)]
        person, hand = draw_person(rng, rng.choice((SLOW, SLOW, FAST))), rng.random()
        later = replace(person, skill=FAST) if rng.random() < _READS_FASTER else person
        ways = [_draw_way(rng, link.kernel, _tier(rng, first, len(link.kernel.tiers))) for link in form.chain.links]
        better = _improved(rng, form, ways, everywhere=second == FAST)
        moments = sorted(rng.randrange(seconds) for _ in range(2))
        history = ((ways, person, moments[0]), (better, later, moments[1]))
        for chosen, writer, moment in history[: count - 2 * number]:
            code = compose_ways(Random(hand), form, [way for _, way in chosen], writer)
            when = day + timedelta(seconds=moment)
            yield SyntheticProgram(code, _skill(form, chosen), when.isoformat() + "Z")


def _improved(rng: Random, form: Form, ways: Sequence[_Way], everywhere: bool) -> list[_Way]:
    """The fastest ways for all links, or a faster one for one of them; the others stay as they are."""
    tops = [len(link.kernel.tiers) - 1 for link in form.chain.links]
    behind = [number for number, top in enumerate(tops) if ways[number][0] < top]
    improved = list(ways)
    for number in behind if everywhere else rng.sample(behind, min(1, len(behind))):
        tier = tops[number] if everywhere else rng.randint(ways[number][0] + 1, tops[number])
        improved[number] = _draw_way(rng, form.chain.links[number].kernel, tier)
    return improved


def _draw_way(rng: Random, kernel: LoadedKernel, tier: int) -> _Way:
    return tier, rng.choice(kernel.tiers[tier])


def _tier(rng: Random, skill: str, tiers: int) -> int:
    return rng.randrange(tiers) if skill == MIXED else 0


def _skill(form: Form, ways: Sequence[_Way]) -> str:
    lasts = [tier == len(link.kernel.tiers) - 1 for (tier, _), link in zip(ways, form.chain.links, strict=True)]
    firsts = [tier == 0 for tier, _ in ways]
    return FAST if all(lasts) else SLOW if all(firsts) else MIXED


def _statement(rng: Random, form: Form, sample: TestCase, name: str) -> Statement:
    chain = form.chain
    cases = "The first line holds the number of test cases; each case is given as follows. " if form.cases else ""
    outputs = (
        describe_output(link.kernel.kernel.output, form.output, link.kernel.kernel.output_text)
        for link in (chain.links[number] for number in chain.printed)
    )
    assert sample.output is not None
    shown = f"Sample Input 1\n{sample.input.decode()}\nSample Output 1\n{sample.output.decode()}"
    closing = " Do so for every test case." if form.cases else ""
    return Statement(
        title=name,
        body=statement_body(rng, chain),
        input=cases + describe_input(form.layout),
        output=" ".join(outputs) + closing,
        samples=shown,
    )
