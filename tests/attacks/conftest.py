"""One set of workers for all attacks of a test process; everything here is skipped where nothing can be isolated."""

from __future__ import annotations

from collections.abc import Iterator

import attack_runner
import pytest

from ecode.judge.run import Judge
from ecode.judge.sandbox import why_not_isolated


@pytest.fixture(scope="session", autouse=True)
def _isolation_works() -> None:
    reason = why_not_isolated()
    if reason is not None:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def runner() -> Iterator[attack_runner.Runner]:
    with attack_runner.runner() as made:
        yield made


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    with Judge() as made:
        yield made
