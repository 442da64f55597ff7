"""Fuzzing over the OpenAPI description: nothing crashes, and every answer is one that the description names."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from scripted_service import ScriptedBackend

from ecode.serve.app import create_app
from ecode.serve.limits import ServeLimits

OPERATIONS = [
    ("/v1/compare", "POST"),
    ("/v1/health", "GET"),
    ("/v1/jobs/{job_id}", "DELETE"),
    ("/v1/jobs/{job_id}", "GET"),
    ("/v1/jobs/{job_id}/report", "GET"),
    ("/v1/judge", "POST"),
    ("/v1/optimize", "POST"),
    ("/v1/predict", "POST"),
]


def application() -> FastAPI:
    return create_app(ScriptedBackend(), limits=ServeLimits(queue=10_000))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A real server, so that its reading of broken requests is tested, too."""
    config = uvicorn.Config(application(), log_level="critical", ws="none")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def test_every_operation_is_fuzzed() -> None:
    paths = application().openapi()["paths"]
    assert sorted((path, method.upper()) for path in paths for method in paths[path]) == OPERATIONS


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "method", "mode"),
    [(*operation, "positive") for operation in OPERATIONS]
    + [(*operation, "negative") for operation in OPERATIONS if operation[1] == "POST"],
)
def test_answers_are_as_described(address: str, path: str, method: str, mode: str) -> None:
    schemathesis: Any = pytest.importorskip("schemathesis")
    schema = schemathesis.openapi.from_dict(application().openapi())
    schema.config.checks.negative_data_rejection.expected_statuses = ["400", "413", "415", "422"]
    strategy = schema[path][method].as_strategy(generation_mode=schemathesis.GenerationMode(mode))

    @given(case=strategy)
    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    def fuzz(case: Any) -> None:
        case.call_and_validate(base_url=address)

    fuzz()
