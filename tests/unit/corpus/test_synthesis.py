"""Synthetic problems: deterministic, complete, and every program is right, whoever wrote it."""

from random import Random

import pytest

from ecode.corpus.items import corpus_items, held_out, some_kernels
from ecode.corpus.kernel import kernels
from ecode.corpus.layout import write_input
from ecode.corpus.problem import synthesise
from ecode.data.items import SourceProblem, Submission
from ecode.errors import UsageError
from ecode.judge.run import Judge
from ecode.records import TestSuite
from ecode.syntax.fingerprint import fingerprint

POOL = list(kernels().values())
MADE = [synthesise(7, number, POOL) for number in range(14)]


def test_the_same_seed_gives_the_same_problem() -> None:
    again = synthesise(7, 3, POOL)
    assert (again.problem, again.programs) == (MADE[3].problem, MADE[3].programs)
    assert synthesise(8, 3, POOL).problem != MADE[3].problem


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.id)
def test_the_statement_has_five_sections(made) -> None:
    statement = made.problem.statement
    assert all((statement.title, statement.body, statement.input, statement.output, statement.samples))
    sample = made.problem.samples[0]
    assert sample.input.decode() in statement.samples
    assert all(f"${field.name}$" in statement.input for field in made.form.layout.fields)


@pytest.mark.sandbox
def test_every_program_passes_every_test() -> None:
    with Judge(2) as judge:
        suites = [
            (program.code, TestSuite((*made.problem.samples, *made.problem.secret)))
            for made in MADE
            for program in made.programs
        ]
        reports = list(judge.judge_many(suites))
    wrong = [(code, report.feedback) for (code, _), report in zip(suites, reports, strict=True) if not report.accepted]
    assert wrong == []


def test_programs_of_a_problem_differ() -> None:
    for made in MADE:
        marks = {fingerprint(program.code) for program in made.programs}
        assert len(marks) >= 0.7 * len(made.programs)


def test_later_problems_have_later_dates() -> None:
    days = [min(program.submitted_at for program in made.programs) for made in MADE]
    assert days == sorted(days)


def test_further_tests_can_be_made() -> None:
    made = next(made for made in MADE if not made.form.cases)
    test = made.test(5, 1)
    values = made.form.chain.generate(Random(5), 1)
    assert test.input.decode() == write_input(made.form.layout, values)
    assert test == made.test(5, 1)


def test_held_out_kernels_never_meet_the_others() -> None:
    items = list(corpus_items(3, range(18), programs=2, slower=0))
    problems = {item.id: item for item in items if isinstance(item, SourceProblem)}
    for number in range(18):
        pool = [k for k in POOL if held_out(k.name) == (number % 6 == 5)]
        made = synthesise(3, number, pool, 2)
        assert {held_out(name) for name in made.kernels} == {problems[made.id].held_out}
    assert sum(isinstance(item, Submission) for item in items) == 36


def test_a_corpus_of_few_kernels_has_no_others() -> None:
    few = some_kernels(30)
    ids = [item.id for item in corpus_items(3, range(12), 2, slower=0, some=30) if isinstance(item, SourceProblem)]
    for number, made_id in enumerate(ids):
        pool = [k for k in POOL if k.name in few and held_out(k.name) == (number % 6 == 5)]
        made = synthesise(3, number, pool, 2)
        assert made.id == made_id
        assert set(made.kernels) <= set(few)
    assert len(few) == 30
    assert set(few) < set(some_kernels(60))


@pytest.mark.parametrize("count", [-1, 0, 1, 2])
def test_too_few_kernels_are_refused(count: int) -> None:
    with pytest.raises(UsageError, match="too few"):
        some_kernels(count)


def test_parallel_synthesis_gives_the_same_items() -> None:
    alone = list(corpus_items(3, range(70), 2, slower=0))
    assert list(corpus_items(3, range(70), 2, slower=0, processes=2)) == alone
