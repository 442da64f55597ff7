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
        """The body; None where the client went away. What it claims is refused unread, what it sends is counted."""
        most = self._limits.body_bytes
        claimed = headers.get("content-length", "0")
        if not claimed.isdecimal() or int(claimed[:20]) > most:
            raise _too_large(most)
        parts, size = [], 0
        try:
            async with asyncio.timeout(self._limits.body_s):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > most:
                        raise _too_large(most)
                    if not message.get("more_body", False):
                        return b"".join(parts)
        except TimeoutError:
            message_text = f"The body did not arrive within {self._limits.body_s:g} s."
            raise ApiError(408, "request_timeout", message_text, {"Connection": "close"}) from None


def _too_large(most: int) -> ApiError:
    """The rest of the body stays unread, so the connection cannot go on."""
    message = f"The body is larger than {most:,} bytes."
    return ApiError(413, "content_too_large", message, {"Connection": "close"})


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
