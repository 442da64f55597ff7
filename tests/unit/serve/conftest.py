"""The service with a scripted backend, opened and closed for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from scripted_service import ScriptedBackend, ServiceClient

from ecode.serve.app import create_app
from ecode.serve.auth import Access
from ecode.serve.limits import ServeLimits

Serving = Callable[..., ServiceClient]


@pytest.fixture
def backend() -> Iterator[ScriptedBackend]:
    backend = ScriptedBackend()
    yield backend
    backend.released.set()


@pytest.fixture
def serving(backend: ScriptedBackend) -> Iterator[Serving]:
    """serving(access, limits) -> client; the service ends with the test."""
    with ExitStack() as clients:

        def serve(access: Access | None = None, limits: ServeLimits | None = None) -> ServiceClient:
            app = create_app(backend, access, limits)
            client = ServiceClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)
            return clients.enter_context(client)

        yield serve


@pytest.fixture
def client(serving: Serving) -> ServiceClient:
    return serving()
