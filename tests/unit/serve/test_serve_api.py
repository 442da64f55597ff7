"""The API as a client meets it: jobs and their states, refusals in one form, limits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from scripted_service import SECRET, TESTS, ScriptedBackend, ServiceClient

from ecode.serve.app import create_app
from ecode.serve.limits import MAX_PROGRAM_CHARS, MAX_TESTS, ServeLimits
from ecode.serve.schemas import JudgeRequest, Test

VERBS = ("judge", "compare", "optimize")


@pytest.mark.parametrize("verb", VERBS)
def test_a_job_is_accepted_and_gives_its_result(client: ServiceClient, verb: str) -> None:
    job = client.submit(verb=verb)
    assert job["verb"] == verb
    done = client.finished(job)
    assert (done["state"], done["error"], done["ahead"]) == ("done", None, 0)
    assert done["result"]["schema_version"] == 1


def test_a_new_job_says_where_it_is(client: ServiceClient) -> None:
    answer = client.post("/v1/judge", json={"program": "ok", "tests": TESTS})
    assert answer.headers["location"] == f"/v1/jobs/{answer.json()['id']}"


def test_a_running_job_says_what_it_does(client: ServiceClient, backend: ScriptedBackend) -> None:
    job = client.submit("wait", "optimize")
    backend.running.acquire(timeout=5)
    now = client.get(f"/v1/jobs/{job['id']}").json()
    assert (now["state"], now["phase"], now["candidates"], now["result"]) == ("running", "at work", 1, None)
    backend.released.set()
    assert client.finished(now)["state"] == "done"


def test_measuring_waits_its_turn_and_judging_does_not(client: ServiceClient, backend: ScriptedBackend) -> None:
    client.submit("wait", "optimize")
    backend.running.acquire(timeout=5)
    second, third = client.submit(verb="compare"), client.submit(verb="optimize")
    assert [(job["state"], job["ahead"]) for job in (second, third)] == [("queued", 0), ("queued", 1)]
    assert client.get("/v1/health").json()["queued"] == 2
    assert client.finished(client.submit(verb="judge"))["state"] == "done"
    backend.released.set()
    assert client.finished(third)["state"] == client.finished(second)["state"] == "done"


def test_a_refused_program_is_a_failed_job_with_a_reason(client: ServiceClient) -> None:
    failed = client.finished(client.submit("refuse"))
    assert (failed["state"], failed["result"]) == ("failed", None)
    assert failed["error"] == {"kind": "usage_error", "message": "The program fails its own test 1 (WA)."}


def test_a_fault_of_ours_says_nothing_of_the_inside(client: ServiceClient) -> None:
    failed = client.finished(client.submit("break"))
    assert (failed["state"], failed["error"]["kind"]) == ("failed", "internal")
    assert SECRET not in str(failed)


def test_cancel_a_running_job(client: ServiceClient, backend: ScriptedBackend) -> None:
    job = client.submit("wait")
    backend.running.acquire(timeout=5)
    assert client.delete(f"/v1/jobs/{job['id']}").json()["state"] == "cancelled"
    assert client.finished(client.submit())["state"] == "done"  # its thread is free again
    assert client.delete(f"/v1/jobs/{job['id']}").json()["state"] == "cancelled"


def test_cancel_a_queued_job(client: ServiceClient, backend: ScriptedBackend) -> None:
    client.submit("wait")
    queued = client.submit()
    assert client.delete(f"/v1/jobs/{queued['id']}").json()["state"] == "cancelled"
    assert client.get("/v1/health").json()["queued"] == 0


def test_cancelling_what_is_done_changes_nothing(client: ServiceClient) -> None:
    done = client.finished(client.submit())
    assert client.delete(f"/v1/jobs/{done['id']}").json() == done


def test_a_job_that_takes_too_long_is_stopped(client: ServiceClient) -> None:
    failed = client.finished(client.submit("wait", budget_s=0.05))
    assert (failed["state"], failed["error"]["kind"]) == ("failed", "timeout")


def test_a_full_queue_says_when_to_come_back(serving: Callable[..., ServiceClient], backend: ScriptedBackend) -> None:
    client = serving(limits=ServeLimits(queue=2))
    client.submit("wait")
    backend.running.acquire(timeout=5)
    client.submit(), client.submit(verb="optimize", program="wait")
    backend.running.acquire(timeout=5)  # the second lane took it: one waits
    client.submit()
    answer = client.post("/v1/judge", json={"program": "ok", "tests": TESTS})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (429, "queue_full")
    assert int(answer.headers["retry-after"]) > 0


def test_large_requests_fill_the_queue_sooner(serving: Callable[..., ServiceClient], backend: ScriptedBackend) -> None:
    client = serving(limits=ServeLimits(queue_bytes=1000))
    client.submit("wait")
    backend.running.acquire(timeout=5)
    client.submit("#" * 900)
    answer = client.post("/v1/judge", json={"program": "#" * 900, "tests": TESTS})
    assert answer.status_code == 429


@pytest.mark.parametrize(
    "limits", [ServeLimits(keep_jobs=2), ServeLimits(keep_bytes=150)], ids=["by number", "by size"]
)
def test_old_results_are_dropped(serving: Callable[..., ServiceClient], limits: ServeLimits) -> None:
    client = serving(limits=limits)
    jobs = [client.finished(client.submit()) for _ in range(6)]
    left = [client.get(f"/v1/jobs/{job['id']}").status_code for job in jobs]
    assert left == [404] * 4 + [200] * 2


def test_results_are_dropped_after_their_time(serving: Callable[..., ServiceClient]) -> None:
    client = serving(limits=ServeLimits(keep_s=0.2))
    job = client.finished(client.submit())
    time.sleep(0.25)
    answer = client.get(f"/v1/jobs/{job['id']}")
    assert (answer.status_code, answer.json()["error"]["kind"]) == (404, "no_such_job")


def test_predict_answers_at_once(client: ServiceClient) -> None:
    answer = client.post("/v1/predict", json={"programs": ["print(1"]})
    assert answer.status_code == 200
    assert answer.json()["predictions"][0]["time_us"] == 1.0


PROGRAM = {"program": "print(1)"}
JSON = {"Content-Type": "application/json"}
HALF_A_CHARACTER = rb'{"program": "print(1)", "tests": [{"input": "\ud800"}]}'
DEEP = b'{"tests":' + b"[" * 200_000
REFUSALS: list[tuple[str, str, dict[str, Any], int, str]] = [
    ("GET", "/nowhere", {}, 404, "not_found"),
    ("GET", "/v1/jobs/none", {}, 404, "no_such_job"),
    ("DELETE", "/v1/jobs/none", {}, 404, "no_such_job"),
    ("GET", "/v1/jobs/none/report", {}, 404, "no_such_job"),
    ("GET", "/v1/judge", {}, 405, "method_not_allowed"),
    ("PUT", "/", {}, 405, "method_not_allowed"),
    ("POST", "/v1/judge", {"content": b"{"}, 415, "unsupported_media_type"),
    ("POST", "/v1/judge", {"data": {"program": "x"}}, 415, "unsupported_media_type"),
    (
        "POST",
        "/v1/judge",
        {"content": b"{", "headers": JSON},
        422,
        "invalid_request",
    ),
    ("POST", "/v1/judge", {"content": DEEP, "headers": JSON}, 400, "bad_request"),
    ("POST", "/v1/judge", {"json": None}, 415, "unsupported_media_type"),
    ("POST", "/v1/judge", {"json": []}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": PROGRAM}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": PROGRAM | {"tests": []}}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": {"program": "", "tests": TESTS}}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": PROGRAM | {"tests": TESTS, "ouput": 1}}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": PROGRAM | {"tests": [{"input": 3}]}}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": PROGRAM | {"tests": TESTS, "budget_s": 601}}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"json": PROGRAM | {"tests": TESTS, "budget_s": 0}}, 422, "invalid_request"),
    ("POST", "/v1/judge", {"content": HALF_A_CHARACTER, "headers": JSON}, 422, "invalid_request"),
    (
        "POST",
        "/v1/judge",
        {"json": {"program": "#" * (MAX_PROGRAM_CHARS + 1), "tests": TESTS}},
        422,
        "invalid_request",
    ),
    ("POST", "/v1/judge", {"json": PROGRAM | {"tests": TESTS * (MAX_TESTS + 1)}}, 422, "invalid_request"),
    ("POST", "/v1/predict", {"json": {"programs": ["refuse"]}}, 422, "usage_error"),
    ("POST", "/v1/predict", {"json": {"programs": ["break"]}}, 500, "internal"),
]


@pytest.mark.parametrize(("method", "path", "request_", "status", "kind"), REFUSALS)
def test_refusals_have_one_form(
    client: ServiceClient, method: str, path: str, request_: dict[str, Any], status: int, kind: str
) -> None:
    answer = client.request(method, path, **request_)
    assert (answer.status_code, answer.json()["error"]["kind"]) == (status, kind), answer.text
    assert list(answer.json()) == ["error"]
    assert set(answer.json()["error"]) == {"kind", "message"}
    assert len(answer.text) < 3000
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    ("content", "status", "word"),
    [
        (b"{", 422, "broken JSON"),
        (b"{}", 422, "missing"),
        (b'{"program": 3}', 422, "wrong"),
        (b'{"program": "\xff"}', 400, "not UTF-8"),
        (DEEP, 400, "nested too deeply"),
    ],
)
def test_the_description_says_what_is_answered(client: ServiceClient, content: bytes, status: int, word: str) -> None:
    assert client.post("/v1/judge", content=content, headers=JSON).status_code == status
    described = client.get("/v1/openapi.json").json()["paths"]["/v1/judge"]["post"]["responses"]
    assert word in described[str(status)]["description"]


@pytest.mark.parametrize("body_bytes", [10_000, 1000], ids=["read to its end", "read in part"])
@pytest.mark.parametrize("headers", [{}, {"Content-Length": "5"}], ids=["no length", "a false length"])
def test_a_body_is_counted_while_it_is_read(
    serving: Callable[..., ServiceClient], headers: dict[str, str], body_bytes: int
) -> None:
    client = serving(limits=ServeLimits(body_bytes=body_bytes))

    def endless() -> Iterator[bytes]:
        for _ in range(20):
            yield b" " * 1000

    headers = {"Content-Type": "application/json", **headers}
    answer = client.post("/v1/judge", content=endless(), headers=headers)
    assert (answer.status_code, answer.json()["error"]["kind"]) == (413, "content_too_large")


def test_a_body_that_is_announced_too_large_is_not_read(serving: Callable[..., ServiceClient]) -> None:
    client = serving(limits=ServeLimits(body_bytes=10_000))
    assert client.post("/v1/judge", json={"program": "#" * 20_000}).status_code == 413


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ([None, None], ["1", "2"]),
        (["a", None], ["a", "2"]),
        (["2", None], ["1/2", "2/2"]),
        (["a", "a"], ["1/a", "2/a"]),
    ],
)
def test_names_of_tests_are_unique(given: list[str | None], names: list[str]) -> None:
    request = JudgeRequest(program="ok", tests=[Test(input="", name=name) for name in given])
    assert [test.name for test in request.suite().tests] == names


def test_the_end_of_the_service_stops_its_jobs(backend: ScriptedBackend) -> None:
    with ServiceClient(create_app(backend), base_url="http://127.0.0.1") as client:
        client.submit("wait")
        client.submit("wait")
        backend.running.acquire(timeout=5)
        started = time.monotonic()
    assert backend.closed
    assert time.monotonic() - started < 2
