"""The real backend behind the API: sandboxed programs, the command line's answers, jobs stopped in the middle."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted_service import ServiceClient

from ecode.cli.main import main
from ecode.judge.run import Judge
from ecode.search.proposers.rewrites import RewriteProposer
from ecode.serve.app import create_app
from ecode.serve.backend import Engine
from ecode.serve.limits import output_limit

pytestmark = pytest.mark.sandbox

SLOW = "n = int(input())\nxs = list(range(n))\nprint(sum(1 for i in range(n) if i in xs))\n"
FAST = "print(int(input()))\n"
TESTS = [{"input": "1500\n", "output": "1500\n"}, {"input": "20\n", "output": "20\n"}]
FOREVER = "while True:\n    pass\n"
HOSTILE = "import os, pathlib\npathlib.Path('/tmp/ecode-was-here').write_text('x')\nprint(os.listdir('/home'))\n"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(2) as judge:
        yield judge


@pytest.fixture(scope="module")
def client(judge: Judge) -> Iterator[ServiceClient]:
    app = create_app(Engine(judge, [RewriteProposer()]), judging=2)
    with ServiceClient(app, base_url="http://127.0.0.1:8765") as client:
        yield client


def command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str, *programs: str) -> dict[str, object]:
    """What `ecode VERB --json` says of the same programs and tests."""
    tests = tmp_path / "tests.json"
    tests.write_text(json.dumps(TESTS))
    files = []
    for number, program in enumerate(programs):
        files.append(tmp_path / f"{number}.py")
        files[-1].write_text(program)
    main([verb, *map(str, files), "--tests", str(tests), "--json"])
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def without_figures(answer: dict[str, object]) -> dict[str, object]:
    measured = ("cpu_ns", "wall_ns", "memory_bytes")
    text = json.dumps(answer, sort_keys=True)
    return json.loads(text, object_hook=lambda one: {k: v for k, v in one.items() if k not in measured})  # type: ignore[no-any-return]


@pytest.mark.parametrize("program", [FAST, "print(20)\n", "print((\n"], ids=["right", "wrong", "broken"])
def test_judge_says_what_the_command_line_says(
    client: ServiceClient, tmp_path: Path, capsys: pytest.CaptureFixture[str], program: str
) -> None:
    done = client.finished(client.submit(program, tests=TESTS))
    assert without_figures(done["result"]) == without_figures(command_line(tmp_path, capsys, "judge", program))


def test_compare_says_what_the_command_line_says(
    client: ServiceClient, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = client.finished(client.submit(SLOW, "compare", b=FAST, tests=TESTS))
    assert done["result"]["answer"] == "faster"
    assert set(done["result"]) == set(command_line(tmp_path, capsys, "compare", SLOW, FAST))


def test_compare_refuses_a_wrong_program(client: ServiceClient) -> None:
    failed = client.finished(client.submit(SLOW, "compare", b="print(20)\n", tests=TESTS))
    assert failed["error"]["kind"] == "usage_error"
    assert "Program B is not correct" in failed["error"]["message"]


def test_optimize_finds_what_is_faster_and_reports_it(client: ServiceClient) -> None:
    job = client.submit(SLOW, "optimize", tests=TESTS, budget_s=5, hidden_inputs=4)
    done = client.finished(job)
    assert done["state"] == "done", done["error"]
    assert done["result"]["outcome"] == "improved"
    assert done["candidates"] == len(done["result"]["candidates"]) > 0
    page = client.get(f"/v1/jobs/{job['id']}/report").text
    assert page.startswith("<!DOCTYPE html>")
    assert "program.py" in page


def test_a_program_that_fails_its_own_tests_is_told_so(client: ServiceClient) -> None:
    failed = client.finished(client.submit("print(1)\n", "optimize", tests=TESTS))
    assert "fails its own test" in failed["error"]["message"]


@pytest.mark.parametrize("verb", ["judge", "compare", "optimize"])
def test_a_program_that_never_ends_is_stopped_at_once(client: ServiceClient, verb: str) -> None:
    job = client.submit(FOREVER, verb, tests=TESTS, time_limit_s=60)
    time.sleep(1)
    assert client.delete(f"/v1/jobs/{job['id']}").json()["state"] == "cancelled"
    started = time.monotonic()
    done = client.finished(client.submit(FAST, verb, tests=TESTS, **({"b": SLOW} if verb == "compare" else {})))
    assert done["state"] == "done", "the sandboxes are whole again"
    assert time.monotonic() - started < 30


def test_a_budget_ends_a_program_that_never_ends(client: ServiceClient) -> None:
    failed = client.finished(client.submit(FOREVER, tests=TESTS, time_limit_s=60, budget_s=1))
    assert failed["error"]["kind"] == "timeout"
    assert failed["seconds"] < 10


def test_hostile_programs_stay_in_the_sandbox(client: ServiceClient) -> None:
    done = client.finished(client.submit(HOSTILE, tests=TESTS))
    assert done["result"]["verdict"] == "RTE"
    assert not Path("/tmp/ecode-was-here").exists()


def test_floods_of_output_are_cut_off(client: ServiceClient) -> None:
    done = client.finished(client.submit("print('x' * (20 << 20))\n", tests=TESTS, all=True))
    assert [test["verdict"] for test in done["result"]["tests"]] == ["OLE", "OLE"]


def test_without_a_predictor_predict_says_so(client: ServiceClient) -> None:
    answer = client.post("/v1/predict", json={"programs": [FAST]})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (503, "model_error")


@pytest.mark.parametrize(("runs", "megabytes"), [(1, 16), (16, 8), (1000, 0.25)])
def test_outputs_held_at_once_are_bounded(runs: int, megabytes: float) -> None:
    assert output_limit(runs) == megabytes * 2**20
