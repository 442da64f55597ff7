"""Every refusal and failure as the same JSON: `{"error": {"kind", "message"}}`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from ecode.errors import EcodeError, ModelError, UsageError

INTERNAL = "Something went wrong inside E-code; its log on the server says what."
_MOST_COMPLAINTS = 5
_MOST_CHARS = 300


class ApiError(Exception):
    """A request that is refused: its HTTP status, a word for programs and a sentence for people."""

    def __init__(self, status: int, kind: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.headers = dict(headers or {})


def kind_of(error: EcodeError) -> str:
    """`UsageError` is `usage_error`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def error_body(kind: str, message: str) -> dict[str, dict[str, str]]:
    return {"error": {"kind": kind, "message": message}}


def error_response(error: ApiError) -> Response:
    return JSONResponse(error_body(error.kind, str(error)), error.status, error.headers)


def add_handlers(app: FastAPI) -> None:
    """Nothing leaves `app` in another form, and no traceback leaves it at all."""
    app.add_exception_handler(ApiError, _refused)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(EcodeError, _ecode_error)
    app.add_exception_handler(Exception, _internal)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return error_response(error)


async def _http_error(_: Request, error: Exception) -> Response:
    """404, 405 and the like, as the router raises them."""
    assert isinstance(error, HTTPException)
    kind = HTTPStatus(error.status_code).name.lower()
    return JSONResponse(error_body(kind, f"{error.detail}."), error.status_code, error.headers)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and media_type != "application/json":
        message = f"The body must be JSON (Content-Type: application/json), not {media_type[:50] or 'of no type'}."
        return JSONResponse(error_body("unsupported_media_type", message), 415)
    return JSONResponse(error_body("invalid_request", _complaints(error.errors())), 422)


def _complaints(errors: Sequence[Any]) -> str:
    """`tests.0.input: Input should be a valid string`; never the value, which may be megabytes."""
    lines = [
        f"{'.'.join(str(part)[:50] for part in one['loc'][1:]) or 'body'}: {one['msg']}"[:_MOST_CHARS]
        for one in errors[:_MOST_COMPLAINTS]
    ]
    more = len(errors) - len(lines)
    return "; ".join(lines) + (f"; and {more} more" if more else "")


async def _ecode_error(_: Request, error: Exception) -> Response:
    """Of what answers at once: the client's doing is 422; a missing model or a broken sandbox is ours."""
    assert isinstance(error, EcodeError)
    status = 422 if isinstance(error, UsageError) and not isinstance(error, ModelError) else 503
    return JSONResponse(error_body(kind_of(error), str(error)), status)


async def _internal(_: Request, error: Exception) -> Response:
    return JSONResponse(error_body("internal", INTERNAL), 500)
