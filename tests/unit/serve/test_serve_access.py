"""Who is let in: by Host, by Origin, by token; and what a browser is told about each answer."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from scripted_service import TESTS, ServiceClient

from ecode.errors import UsageError
from ecode.serve.auth import Access

TOKEN = "0123456789abcdef-token"
OPEN = Access("0.0.0.0", token=TOKEN)
REQUEST = {"program": "ok", "tests": TESTS}


@pytest.mark.parametrize(
    ("access", "host", "let_in"),
    [
        (Access(), "127.0.0.1:8765", True),
        (Access(), "localhost:8765", True),
        (Access(), "LOCALHOST", True),
        (Access(), "[::1]:8765", True),
        (Access(), "evil.example:8765", False),
        (Access(), "localhost.evil.example", False),
        (Access(), "127.0.0.1.evil.example", False),
        (Access(), "10.0.0.5", False),
        (Access(), "", False),
        (Access(), "[::1", False),
        (Access(hosts=frozenset({"box.example"})), "box.example:8765", True),
        (OPEN, "10.0.0.5:8765", True),
        (OPEN, "[fe80::1]:8765", True),
        (OPEN, "evil.example", False),
    ],
)
def test_host(serving: Callable[..., ServiceClient], access: Access, host: str, let_in: bool) -> None:
    answer = serving(access).get("/v1/health", headers={"Host": host})
    assert answer.status_code == (200 if let_in else 403)
    if not let_in:
        assert answer.json()["error"]["kind"] == "forbidden_host"


@pytest.mark.parametrize(
    ("headers", "let_in"),
    [
        ({}, True),
        ({"Origin": "http://127.0.0.1:8765"}, True),
        ({"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://127.0.0.1:9999"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://[::1"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
    ],
)
def test_origin_of_what_changes_state(client: ServiceClient, headers: dict[str, str], let_in: bool) -> None:
    posted = client.post("/v1/judge", json=REQUEST, headers=headers)
    deleted = client.delete("/v1/jobs/none", headers=headers)
    assert (posted.status_code, deleted.status_code) == ((202, 404) if let_in else (403, 403))
    assert client.get("/v1/health", headers=headers).status_code == 200
    assert "access-control-allow-origin" not in posted.headers


def test_no_preflight_is_granted(client: ServiceClient) -> None:
    headers = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/v1/judge", headers=headers)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (None, 401),
        (f"Bearer {TOKEN}", 404),
        (f"bearer {TOKEN}", 404),
        (f"Bearer {TOKEN}x", 401),
        (f"Basic {TOKEN}", 401),
        (TOKEN, 401),
        ("Bearer", 401),
        ("Bearer \xe4", 401),
    ],
)
def test_token(serving: Callable[..., ServiceClient], given: str | None, status: int) -> None:
    client = serving(OPEN)
    headers = {"Authorization": given.encode("latin-1")} if given else {}
    answer = client.get("/v1/jobs/none", headers=headers)
    assert answer.status_code == status
    assert ("www-authenticate" in answer.headers) == (status == 401)


@pytest.mark.parametrize("path", ["/", "/v1/health"])
def test_page_and_health_need_no_token(serving: Callable[..., ServiceClient], path: str) -> None:
    assert serving(OPEN).get(path).status_code == 200


def test_without_the_token_no_body_is_read(serving: Callable[..., ServiceClient]) -> None:
    answer = serving(OPEN).post("/v1/judge", content=b"{" * 100)
    assert answer.status_code == 401


def test_the_token_is_never_shown(
    serving: Callable[..., ServiceClient], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = serving(OPEN).post("/v1/judge", json=REQUEST, headers={"Authorization": f"Bearer {TOKEN}"})
    out, err = capfd.readouterr()
    assert answer.status_code == 202
    assert TOKEN not in caplog.text + out + err + answer.text + repr(OPEN)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "box.example", ""])
def test_other_machines_demand_a_token(host: str) -> None:
    with pytest.raises(UsageError, match="token"):
        Access(host)


@pytest.mark.parametrize("token", ["short", "ä" * 20])
def test_a_token_must_be_long_and_plain(token: str) -> None:
    with pytest.raises(UsageError, match="16 ASCII"):
        Access(token=token)


@pytest.mark.parametrize("path", ["/", "/v1/health", "/nowhere"])
def test_browsers_are_told_to_be_careful(client: ServiceClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
