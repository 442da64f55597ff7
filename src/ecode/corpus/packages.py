"""Is a problem package what it says it is? Statement, tests, generator, and every submission as its folder claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ecode.errors import DataError
from ecode.formats import load_package
from ecode.judge.compare import compare_programs
from ecode.judge.run import Judge
from ecode.judge.timing import time_program
from ecode.records import Limits, Problem, RawRun, TestSuite, Verdict
from ecode.syntax.strict import compiles

_EXPECTED = {
    "accepted": Verdict.AC,
    "wrong_answer": Verdict.WA,
    "time_limit_exceeded": Verdict.TLE,
    "run_time_error": Verdict.RTE,
}
_GENERATOR_LIMITS = Limits(cpu_s=60)
_RACE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked. `what` names the part, `text` says what is wrong, or what was seen."""

    what: str
    good: bool
    text: str


def check_package(path: Path, judge: Judge) -> Iterator[Finding]:
    """Everything about the package at `path`, in order. Raises `DataError` where it cannot be read at all."""
    if not path.is_dir():
        raise DataError(f"{path} is no folder: a package is the folder that holds problem.yaml.")
    problem = load_package(path)
    yield from _statement(problem)
    yield from _tests(problem)
    suite = TestSuite((*problem.samples, *problem.secret), problem.checker, problem.limits, str(path))
    if suite.tests:
        yield from _submissions(problem, suite, judge)
        yield from _slow_ones(problem, judge)
    yield from _generator(path, problem, judge)


def _statement(problem: Problem) -> Iterator[Finding]:
    sections = {
        name: getattr(problem.statement, name).strip() for name in ("title", "body", "input", "output", "samples")
    }
    missing = [name for name, text in sections.items() if not text]
    yield Finding("statement", not missing, f"no {', no '.join(missing)}" if missing else "five sections")
    for name, value in (("difficulty", problem.difficulty), ("tags", problem.tags), ("license", problem.license)):
        if not value:
            yield Finding("problem.yaml", False, f"no {name}")


def _tests(problem: Problem) -> Iterator[Finding]:
    for kind, tests in (("samples", problem.samples), ("secret tests", problem.secret)):
        silent = [test.name for test in tests if test.output is None]
        if not tests:
            yield Finding("tests", False, f"no {kind}")
        elif silent:
            yield Finding("tests", False, f"no expected output for {', '.join(silent)}")
        else:
            yield Finding("tests", True, f"{len(tests)} {kind}")


def _submissions(problem: Problem, suite: TestSuite, judge: Judge) -> Iterator[Finding]:
    if not problem.submissions.get("accepted"):
        yield Finding("submissions", False, "no accepted one")
    for kind, files in problem.submissions.items():
        for file in files:
            report = judge.judge(file.read_bytes(), suite)
            wanted = _EXPECTED.get(kind)
            failure = report.first_failure
            where = f" on {failure.name}: {failure.feedback}" if failure else ""
            good = wanted in (None, report.verdict)
            text = f"{report.verdict}{where}"[:200]
            yield Finding(f"{kind}/{file.name}", good, text if good else f"{text}, where {wanted} is wanted")


def _slow_ones(problem: Problem, judge: Judge) -> Iterator[Finding]:
    """Accepted programs named `slow*` are significantly slower than the fastest of the others, on the large tests."""
    accepted = [file for file in problem.submissions.get("accepted", ()) if compiles(file.read_bytes())]
    slow = [file for file in accepted if file.name.startswith("slow")]
    others = [file for file in accepted if file not in slow]
    tests = [test for test in problem.secret if "large" in test.name] or list(problem.secret or problem.samples)
    if not slow or not others:
        return
    with judge.lease() as worker:
        times = {
            file: time_program(worker, file.read_bytes(), tests, repeats=3, limits=problem.limits).total_ns
            for file in others
        }
        best = min(others, key=lambda file: times[file])
        for file in slow:
            race = compare_programs(
                worker,
                file.read_bytes(),
                best.read_bytes(),
                [test.input for test in tests],
                limits=problem.limits,
                max_seconds=_RACE_SECONDS,
            )
            text = f"{race.ratio:.2f} times as long as {best.name} ({race.low:.2f}-{race.high:.2f})"
            slower = race.answer == "faster"  # the other one is
            yield Finding(f"accepted/{file.name}", slower, text if slower else f"not significantly slower: {text}")


def _generator(path: Path, problem: Problem, judge: Judge) -> Iterator[Finding]:
    """`generators/generate.py`, given the arguments of `generators/tests.txt` on stdin, prints the secret inputs."""
    script, table = path / "generators" / "generate.py", path / "generators" / "tests.txt"
    if not script.is_file() or not table.is_file():
        yield Finding("generator", False, "generators/generate.py and generators/tests.txt are wanted")
        return
    secret = {test.name.removeprefix("secret/"): test for test in problem.secret}
    lines = [line.split(maxsplit=1) for line in table.read_text(encoding="utf-8").splitlines() if line.strip()]
    arguments = {name: (rest[0] if rest else "") for name, *rest in lines}
    unlisted, unknown = secret.keys() - arguments.keys(), arguments.keys() - secret.keys()
    if unlisted or unknown:
        yield Finding(
            "generator", False, f"tests.txt and data/secret differ in {', '.join(sorted(unlisted | unknown))}"
        )
    listed = [name for name in arguments if name in secret]
    inputs = [f"{arguments[name]}\n".encode() for name in listed]
    for name, given in zip(listed, inputs, strict=True):
        (run,) = judge.run(script.read_bytes(), [given], _GENERATOR_LIMITS)
        if problem_with := _unlike(run, secret[name].input):
            yield Finding("generator", False, f"{name}: {problem_with}")
            return  # the others would fail the same way, perhaps a minute each
    yield Finding("generator", True, f"reproduces {len(listed)} tests")


def _unlike(run: RawRun, wanted: bytes) -> str:
    """What is wrong with a generator's run; nothing where it printed what is wanted."""
    if run.status != "exited" or run.code != 0:
        last = run.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return f"ended with {run.status} {run.code} {' '.join(last)}".strip()
    if run.stdout == wanted:
        return ""
    same = run.stdout.split() == wanted.split()
    return "prints other line ends or spaces than the test has" if same else "prints something else than the test"
