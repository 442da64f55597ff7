"""The facade: `optimize` and `compare` with paths, texts and records, a judge made and closed for you."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from ecode.formats import load_statement, load_tests, split_statement
from ecode.formats.statement import expert_fields
from ecode.judge.compare import Comparison, compare_programs
from ecode.judge.run import Judge, as_suite
from ecode.llm.choose import parse_model
from ecode.llm.proposer import LanguageModelProposer
from ecode.llm.settings import Settings
from ecode.models.answers import DRAWS, Writer, answers
from ecode.records import TestCase, TestSuite
from ecode.search.config import Observer, OptimizeConfig
from ecode.search.interfaces import Proposer, Ranker
from ecode.search.optimize import optimize as search_optimize
from ecode.search.outcome import Outcome
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.search.proposers.whole_programs import WholePrograms

Tests = TestSuite | Sequence[TestCase] | str | Path
DEFAULT_WORKERS = 2
"""Timing workers of a search; `bench/RESULTS.md` says how little two of them disturb each other on two cores."""


def optimize(
    program: str | Path,
    tests: Tests,
    config: OptimizeConfig | None = None,
    *,
    judge: Judge | None = None,
    statement: str = "",
    proposers: Sequence[Proposer] | None = None,
    ranker: Ranker | None = None,
    observer: Observer | None = None,
) -> Outcome:
    """Look for a faster program that passes the same tests.

    `program` is source text, or a `Path` to it; `tests` a path in any accepted form, a suite or test cases. The text of
    the problem in `statement`, by default that of the package at `tests`, helps models and hidden inputs. `proposers`
    and `ranker` are `default_proposers()` and `default_ranker()` where none are named. Raises `UsageError` where the
    program fails its own tests.
    """
    with _judge(judge) as open_judge:
        return search_optimize(
            open_judge,
            _source(program),
            _suite(tests),
            config,
            statement=statement or _statement(tests),
            proposers=default_proposers() if proposers is None else proposers,
            ranker=default_ranker() if ranker is None else ranker,
            observer=observer,
        )


def compare(a: str | Path, b: str | Path, tests: Tests, *, judge: Judge | None = None, seed: int = 0) -> Comparison:
    """Race program `a` against `b` on the inputs of `tests`; a ratio above 1 says that `b` is faster."""
    suite = _suite(tests)
    with _judge(judge) as open_judge, open_judge.lease() as worker:
        inputs = [test.input for test in suite.tests]
        return compare_programs(
            worker, _source(a).encode(), _source(b).encode(), inputs, limits=suite.limits, seed=seed
        )


def default_proposers(model: Path | None = None, *, seed: int = 0) -> list[Proposer]:
    """The rewrites and, where there is one, the bundled model, or the exported one in the folder `model`.

    Raises `ModelError` where `model` holds none.
    """
    from ecode.models.runtime import BUNDLED, LightModel

    proposers: list[Proposer] = [RewriteProposer()]
    if model is not None or (BUNDLED / "model.json").is_file():
        proposers.append(model_proposer(LightModel.load(model), seed=seed))
    return proposers


def default_ranker() -> Ranker | None:
    """The bundled ExecTimePredictor, where there is one."""
    from ecode.models.predictor.ranker import PredictedTimes
    from ecode.models.predictor.runtime import BUNDLED, ExecTimePredictor

    return PredictedTimes(ExecTimePredictor.load()) if (BUNDLED / "predictor.json").is_file() else None


def model_proposer(
    writer: Writer, *, samples: int = 8, draws: int | None = None, temperature: float = 0.7, seed: int = 0
) -> Proposer:
    """A model as a proposer of a search: names normalised, answers drawn, names restored.

    All different programs among `draws` answers (by default four times `samples`) are candidates: tests tell a wrong
    one in milliseconds. What cannot run is one, too, where it is among the `samples` best: its time is predicted.
    """
    drawn = DRAWS * samples if draws is None else draws

    def answer(source: str, statement: str) -> list[str]:
        fields = [expert_fields(asdict(split_statement(statement)))] if statement else None
        made = answers(writer, [source], fields, samples=drawn, draws=drawn, temperature=temperature, seed=seed)
        runs = [a.code for a in made[0] if a.fate == "program"]
        broken = [a.code for a in made[0][:samples] if a.code and a.fate not in ("program", "copy")]
        return [*runs, *broken]

    return WholePrograms("model", "the model E-code wrote it", answer)


def language_model_proposer(
    name: str,
    *,
    base_url: str | None = None,
    key_variable: str | None = None,
    settings: Settings | None = None,
    samples: int = 4,
    repairs: int = 2,
) -> LanguageModelProposer:
    """A language model of the user's own (`openai:NAME` or `hf:FOLDER`) as a proposer of a search.

    Raises `UsageError` for what names no model, `ModelError` where it cannot be loaded or a package is missing.
    """
    model = parse_model(name, base_url=base_url, key_variable=key_variable, settings=settings)
    return LanguageModelProposer(model, samples=samples, repairs=repairs)


@contextmanager
def _judge(given: Judge | None) -> Iterator[Judge]:
    if given is not None:
        yield given
        return
    with Judge(DEFAULT_WORKERS) as judge:
        yield judge


def _source(program: str | Path) -> str:
    return program.read_text("utf-8-sig") if isinstance(program, Path) else program


def _suite(tests: Tests) -> TestSuite:
    return load_tests(Path(tests)) if isinstance(tests, (str, Path)) else as_suite(tests)


def _statement(tests: Tests) -> str:
    return load_statement(tests) if isinstance(tests, (str, Path)) else ""
