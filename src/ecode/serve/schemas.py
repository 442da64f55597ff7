"""What requests and answers look like. A key that is not known is refused, so that a typing error is no default."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ecode.records import CheckerSpec, Limits, TestCase, TestSuite
from ecode.serve import limits


def _encodable(text: str) -> str:
    """JSON can hold halves of characters, UTF-8 cannot, and programs are given UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"half of a surrogate pair at character {error.start}") from None
    return text


def _whole(value: object) -> object:
    """In JSON, 3.0 is an integer."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Text = Annotated[str, AfterValidator(_encodable)]
Whole = Annotated[int, BeforeValidator(_whole)]
Program = Annotated[Text, Field(min_length=1, max_length=limits.MAX_PROGRAM_CHARS)]
Budget = Annotated[float, Field(gt=0, le=limits.MAX_BUDGET_S, allow_inf_nan=False)]
Name = Annotated[Text, Field(min_length=1, max_length=limits.MAX_NAME_CHARS)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Test(_Strict):
    """One input and, where known, the output that it must lead to."""

    __test__ = False  # keeps pytest from collecting the class

    input: Text
    output: Text | None = None
    name: Name | None = Field(default=None, description="its number, counted from 1, where not given")


class Tested(_Strict):
    """A request with tests, and the way to judge by them."""

    tests: list[Test] = Field(min_length=1, max_length=limits.MAX_TESTS)
    checker: Literal["exact", "tokens", "floats", "unordered"] = "tokens"
    tolerance: float = Field(default=1e-6, ge=0, allow_inf_nan=False, description="of the checker `floats`")
    time_limit_s: float = Field(
        default=10.0, gt=0, le=limits.MAX_TIME_LIMIT_S, allow_inf_nan=False, description="CPU seconds per test"
    )
    memory_limit_mb: Whole = Field(default=1024, ge=16, le=limits.MAX_MEMORY_LIMIT_MB)

    def _names(self) -> list[str]:
        """Unique ones, for results go by them: where two tests are called the same, every name gets its number."""
        names = [test.name or str(number) for number, test in enumerate(self.tests, 1)]
        if len(set(names)) == len(names):
            return names
        return [f"{number}/{name}" for number, name in enumerate(names, 1)]

    @property
    def weight(self) -> int:
        """Characters in the tests: what holding them costs, roughly."""
        return sum(len(test.input) + len(test.output or "") for test in self.tests)

    def suite(self, more_runs: int = 0) -> TestSuite:
        """The tests as records; `more_runs` outputs are held in memory besides theirs."""
        tests = tuple(
            TestCase(name, test.input.encode(), None if test.output is None else test.output.encode())
            for name, test in zip(self._names(), self.tests, strict=True)
        )
        run_limits = Limits(
            cpu_s=self.time_limit_s,
            memory_bytes=self.memory_limit_mb << 20,
            output_bytes=limits.output_limit(len(tests) + more_runs),
        )
        return TestSuite(tests, CheckerSpec(self.checker, self.tolerance, self.tolerance), run_limits)


class JudgeRequest(Tested):
    """Does the program pass the tests?"""

    program: Program
    all: bool = Field(default=False, description="run every test, also after the first failure")
    budget_s: Budget = Field(default=120.0, description="seconds after which judging fails")


class CompareRequest(Tested):
    """Is program B faster than program A?"""

    a: Program
    b: Program
    warm: bool = Field(default=False, description="preload the programs' imports, so that they do not count")
    seed: Whole = Field(default=0, ge=0, lt=2**32)
    budget_s: Budget = Field(default=120.0, description="seconds to race")


class OptimizeRequest(Tested):
    """Make the program faster, with proof."""

    program: Program
    name: Name = Field(default="program.py", description="what the report calls the program")
    statement: Text = Field(default="", max_length=limits.MAX_STATEMENT_CHARS)
    budget_s: Budget = Field(default=60.0, description="seconds to search")
    hidden_inputs: Whole = Field(default=120, ge=0, le=limits.MAX_HIDDEN_INPUTS)
    warm: bool = False
    seed: Whole = Field(default=0, ge=0, lt=2**32)


class PredictRequest(_Strict):
    """How long will the programs take? They need not be correct, nor even parse."""

    programs: list[Program] = Field(min_length=1, max_length=limits.MAX_PREDICTIONS)
    input: Text | None = Field(default=None, description="the time on this input, not on usual tests")


class ErrorDetail(BaseModel):
    kind: str = Field(description="a word for programs")
    message: str = Field(description="a sentence for people")


class ErrorAnswer(BaseModel):
    error: ErrorDetail


class JobAnswer(BaseModel):
    """A job as it is now. `result` is what the command line prints with `--json`."""

    id: str
    verb: Literal["judge", "compare", "optimize"]
    state: Literal["queued", "running", "done", "failed", "cancelled"]
    ahead: int = Field(description="queued jobs before this one")
    phase: str = Field(description="what a running job does now")
    candidates: int = Field(description="programs that a search has tried so far")
    seconds: float = Field(description="since it was started; 0 while it is queued")
    result: dict[str, Any] | None = None
    error: ErrorDetail | None = None


class PredictAnswer(BaseModel):
    """Times in microseconds; `file` is the program's number, counted from 1."""

    schema_version: int
    predictions: list[dict[str, Any]]
    machine_factor: float
    interval: float


class HealthAnswer(BaseModel):
    status: Literal["ok"]
    version: str
    queued: int
    running: int
