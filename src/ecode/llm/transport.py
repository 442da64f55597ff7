"""One HTTP request and its answer, over httpx, which is loaded when it is first needed."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ecode.errors import ModelError
from ecode.llm.address import Address
from ecode.llm.pace import Clock

MOST_BYTES = 16 << 20
"""Of an answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class NoReply(Exception):
    """The connection failed, for a reason that may pass. Never leaves this package."""


def httpx_module() -> Any:
    """Raises `ModelError` where httpx is not installed."""
    try:
        return importlib.import_module("httpx")
    except ImportError:
        raise ModelError(
            "Models on a server need httpx, which is not installed here: pip install 'ecode-lm[llm]'"
        ) from None


def post(
    address: Address, headers: Mapping[str, str], body: Mapping[str, object], timeout_s: float, clock: Clock
) -> Reply:
    """One request over a connection of its own. Redirects are answers, and not followed.

    Raises `NoReply` for a connection that failed, `ModelError` for one that took too long or answered too much.
    """
    httpx = httpx_module()
    sent = {**headers, "Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    deadline = clock.now() + timeout_s
    try:
        with (
            httpx.Client(timeout=timeout_s, follow_redirects=False, trust_env=not address.is_loopback) as client,
            client.stream("POST", address.chat, headers=sent, content=_json(body)) as response,
        ):
            return Reply(response.status_code, dict(response.headers), _read(response, address, deadline, clock))
    except httpx.ConnectTimeout:
        raise NoReply("no connection in time") from None
    except httpx.TimeoutException:
        raise _too_slow(address, timeout_s) from None
    except httpx.TransportError as error:
        raise NoReply(str(error) or type(error).__name__) from None
    except httpx.DecodingError:
        raise ModelError(f"{address.chat} answered with bytes that cannot be decompressed.") from None


def _read(response: Any, address: Address, deadline: float, clock: Clock) -> bytes:
    """httpx itself limits each wait for bytes only, not how many there are nor how long they take together."""
    started, body = clock.now(), bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            raise ModelError(f"{address.chat} answered with more than {MOST_BYTES >> 20} MB: that is no chat answer.")
        if clock.now() > deadline:
            raise _too_slow(address, deadline - started)
    return bytes(body)


def _too_slow(address: Address, seconds: float) -> ModelError:
    return ModelError(
        f"{address.chat} took longer than {seconds:.3g} s to answer: allow more time, or fewer tokens or samples."
    )


def _json(body: Mapping[str, object]) -> bytes:
    # A program may hold lone surrogates, which UTF-8 has no bytes for: escapes have.
    return json.dumps(body, ensure_ascii=True).encode("ascii")
