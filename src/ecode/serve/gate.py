"""The first thing a request meets: access rules, a body of bounded size read in bounded time, headers for browsers."""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ecode.serve.auth import Access
from ecode.serve.errors import ApiError, error_response
from ecode.serve.limits import ServeLimits

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Of every answer that does not set them itself."""

_DISCARD = 8  # times the limit: how much of a body that is too large is read and thrown away


class Gate:
    """ASGI middleware. The whole body is read here, so that no later part can read an unbounded one."""

    def __init__(self, app: ASGIApp, access: Access, limits: ServeLimits) -> None:
        self._app = app
        self._access = access
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        headers = Headers(scope=scope)
        try:
            self._access.check(scope["method"], scope["path"], headers)
            body = await self._read(headers, receive)
        except ApiError as error:
            await error_response(error)(scope, receive, send)
            return
        if body is not None:
            await self._app(scope, _replayed(body, receive), send)

    async def _read(self, headers: Headers, receive: Receive) -> bytes | None:
        """The body; None where the client went away. Raises `ApiError`."""
        reading = _Body(self._limits.body_bytes, headers.get("content-length", "0"))
        try:
            async with asyncio.timeout(self._limits.body_s):
                while not reading.is_over:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    reading.add(message.get("body", b""), more=message.get("more_body", False))
        except TimeoutError:
            text = f"The body did not arrive within {self._limits.body_s:g} s."
            raise ApiError(408, "request_timeout", text, {"Connection": "close"}) from None
        return reading.whole()


class _Body:
    """A body as it comes in. What is too large is no longer kept, but read for a while all the same: a client that
    is still sending when the connection closes never sees why."""

    def __init__(self, most: int, claimed: str) -> None:
        self._most = most
        self._parts: list[bytes] = []
        self._size = 0
        self._too_large = not claimed.isdecimal() or len(claimed) > 15 or int(claimed) > most
        self.is_over = False

    def add(self, part: bytes, *, more: bool) -> None:
        self._size += len(part)
        self._too_large = self._too_large or self._size > self._most
        if self._too_large:
            self._parts.clear()
        else:
            self._parts.append(part)
        self.is_over = not more or self._size > _DISCARD * self._most

    def whole(self) -> bytes:
        """Raises `ApiError` where it was too large."""
        if self._too_large:
            message = f"The body is larger than {self._most:,} bytes."
            raise ApiError(413, "content_too_large", message, {"Connection": "close"})
        return b"".join(self._parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives `body` once, then whatever comes after it."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers
