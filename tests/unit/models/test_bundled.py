"""The weights that are shipped: small enough, and good for what they are shipped for."""

from pathlib import Path

import pytest

from ecode.api import default_proposers
from ecode.formats.input_profile import input_profile
from ecode.models.answers import answers
from ecode.models.predictor.runtime import BUNDLED, ExecTimePredictor
from ecode.models.runtime import BUNDLED as OPTIMIZER
from ecode.models.runtime import LightModel

LINEAR = "from collections import Counter\nn = int(input())\na = input().split()\nprint(max(Counter(a).values()))\n"
QUADRATIC = (
    "n = int(input())\na = input().split()\nbest = 0\nfor i in range(n):\n    count = 0\n    for j in range(n):\n"
    "        if a[i] == a[j]:\n            count += 1\n    best = max(best, count)\nprint(best)\n"
)
SMALL, LARGE = (f"{count}\n{' '.join(map(str, range(count)))}\n".encode() for count in (20, 2000))


@pytest.fixture(scope="module")
def predictor() -> ExecTimePredictor:
    return ExecTimePredictor.load()


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_the_predictor_is_small() -> None:
    assert size_of(BUNDLED) < 12e6


def test_a_quadratic_program_is_slower_and_grows_faster(predictor: ExecTimePredictor) -> None:
    times = [
        predictor.predict([code], [input_profile(content)])[0].time_us
        for code in (LINEAR, QUADRATIC)
        for content in (SMALL, LARGE)
    ]
    linear_small, linear_large, quadratic_small, quadratic_large = times
    assert quadratic_large > 5 * linear_large
    assert quadratic_large / quadratic_small > 5 * linear_large / linear_small


def test_broken_text_has_a_time_like_that_of_the_whole(predictor: ExecTimePredictor) -> None:
    whole, broken = predictor.predict([QUADRATIC, QUADRATIC[:-12].replace("):", ")")])
    assert whole.time_us / 5 < broken.time_us < 5 * whole.time_us
    assert broken.low_us < broken.time_us < broken.high_us


def test_the_optimizer_is_small() -> None:
    assert size_of(OPTIMIZER) < 25e6


def test_the_optimizer_writes_programs_that_run() -> None:
    (row,) = answers(LightModel.load(), [QUADRATIC], samples=4)
    programs = [answer.code for answer in row if answer.fate == "program"]
    assert programs
    for program in programs:
        compile(program, "answer.py", "exec")


def test_a_search_asks_the_bundled_model() -> None:
    assert [type(proposer).__name__ for proposer in default_proposers()] == ["RewriteProposer", "WholePrograms"]
