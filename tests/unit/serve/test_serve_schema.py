"""Fuzzing over the OpenAPI description: nothing crashes, and every answer is one that the description names."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from scripted_service import ScriptedBackend

from ecode.serve.app import create_app
from ecode.serve.limits import ServeLimits

pytestmark = pytest.mark.slow

LIMITS = ServeLimits(queue=10_000)


@pytest.fixture
def api_schema() -> object:
    app = create_app(ScriptedBackend(), limits=LIMITS)
    return schemathesis.openapi.from_asgi("/v1/openapi.json", app, headers={"Host": "127.0.0.1"})


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(headers={"Host": "127.0.0.1"})
