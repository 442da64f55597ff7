"""The HTTP surface: routes, and the thin functions between them and jobs or backend."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from starlette.responses import HTMLResponse, JSONResponse, Response

from ecode import __version__
from ecode.report import from_json, render_page
from ecode.serve.auth import Access
from ecode.serve.backend import Backend
from ecode.serve.errors import ApiError, add_handlers
from ecode.serve.gate import Gate
from ecode.serve.jobs import Job, Jobs, State
from ecode.serve.limits import ServeLimits
from ecode.serve.page import REPORT_POLICY, page, page_policy
from ecode.serve.schemas import (
    CompareRequest,
    ErrorAnswer,
    HealthAnswer,
    JobAnswer,
    JudgeRequest,
    OptimizeRequest,
    PredictAnswer,
    PredictRequest,
)

TIMING, JUDGING = "timing", "judging"
"""The lanes: what measures waits for its turn, verdicts go beside it."""

_MEANINGS = {
    400: "the body is not UTF-8, or JSON nested too deeply",
    401: "the token is missing or wrong",
    403: "from a page of another site, or under a name that is not this service's",
    404: "there is no such job, or it was dropped",
    408: "the body did not arrive in time",
    409: "the job has no report",
    413: "the body is too large",
    415: "the body is not JSON",
    422: "the body is broken JSON, or a field of it is missing or wrong",
    429: "too much is waiting; Retry-After says when to come back",
    500: "our own fault",
    503: "there is no such model here, or the sandbox broke",
}
_ALWAYS = (401, 403, 500)
_BODY = (400, 408, 413, 415, 422, 429)


def create_app(
    backend: Backend, access: Access | None = None, limits: ServeLimits | None = None, *, judging: int = 1
) -> FastAPI:
    """The service as an ASGI application; `judging` programs are judged at a time. It closes `backend` at its end."""
    limits = limits or ServeLimits()
    jobs = Jobs(limits, {TIMING: limits.jobs, JUDGING: judging})

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        jobs.start()
        yield
        jobs.close()
        backend.close()

    app = FastAPI(
        title="E-code",
        summary="Makes slow Python programs measurably faster, with proof.",
        version=__version__,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.add_middleware(Gate, access=access or Access(), limits=limits)
    add_handlers(app)
    _add_routes(app, Routes(backend, jobs, limits))
    return app


def _add_routes(app: FastAPI, routes: Routes) -> None:
    app.add_api_route("/", routes.page, include_in_schema=False)
    _add(app, "GET", "/v1/health", routes.health, HealthAnswer)
    _add(app, "POST", "/v1/judge", routes.judge, JobAnswer, *_BODY, status=202)
    _add(app, "POST", "/v1/compare", routes.compare, JobAnswer, *_BODY, status=202)
    _add(app, "POST", "/v1/optimize", routes.optimize, JobAnswer, *_BODY, status=202)
    _add(app, "POST", "/v1/predict", routes.predict, PredictAnswer, *_BODY, 503)
    _add(app, "GET", "/v1/jobs/{job_id}", routes.job, JobAnswer, 404)
    _add(app, "DELETE", "/v1/jobs/{job_id}", routes.cancel, JobAnswer, 404)
    _add(app, "GET", "/v1/jobs/{job_id}/report", routes.report, None, 404, 409)


def _add(
    app: FastAPI,
    method: str,
    path: str,
    endpoint: Callable[..., Any],
    answer: type[BaseModel] | None,
    *errors: int,
    status: int = 200,
) -> None:
    """A route with all that its description says of it; `answer` None is a page."""
    described: dict[int | str, dict[str, Any]] = {
        code: {"model": ErrorAnswer, "description": _MEANINGS[code]} for code in (*_ALWAYS, *errors)
    }
    if answer is None:
        described[status] = {"content": {"text/html": {}}}
    app.add_api_route(
        path,
        endpoint,
        methods=[method],
        status_code=status,
        response_model=answer,
        response_class=Response if answer is None else JSONResponse,
        responses=described,
    )


class Routes:
    """What the routes do. `async` where nothing blocks, plain where FastAPI shall use a thread."""

    def __init__(self, backend: Backend, jobs: Jobs, limits: ServeLimits) -> None:
        self._backend = backend
        self._jobs = jobs
        self._predictions = threading.BoundedSemaphore(limits.predictions)

    async def page(self) -> Response:
        return HTMLResponse(page(), headers={"Content-Security-Policy": page_policy()})

    async def health(self) -> HealthAnswer:
        """Whether the service answers, and how much it has to do."""
        queued, running = self._jobs.counts()
        return HealthAnswer(status="ok", version=__version__, queued=queued, running=running)

    async def judge(self, request: JudgeRequest) -> Response:
        """Queue: does the program pass the tests?"""
        work = partial(self._backend.judge, request)
        weight = len(request.program) + request.weight
        return self._queued(self._jobs.submit("judge", JUDGING, work, weight=weight, deadline_s=request.budget_s))

    async def compare(self, request: CompareRequest) -> Response:
        """Queue: is program B faster than program A?"""
        work = partial(self._backend.compare, request)
        weight = len(request.a) + len(request.b) + request.weight
        deadline_s = _deadline_s(request.budget_s)
        return self._queued(self._jobs.submit("compare", TIMING, work, weight=weight, deadline_s=deadline_s))

    async def optimize(self, request: OptimizeRequest) -> Response:
        """Queue: make the program faster, with proof."""
        work = partial(self._backend.optimize, request)
        weight = len(request.program) + len(request.statement) + request.weight
        deadline_s = _deadline_s(request.budget_s)
        return self._queued(self._jobs.submit("optimize", TIMING, work, weight=weight, deadline_s=deadline_s))

    def predict(self, request: PredictRequest) -> Response:
        """Say from source alone how long programs will take, broken ones too. Answers at once."""
        if not self._predictions.acquire(blocking=False):
            raise ApiError(429, "busy", "Too many predictions at a time; try again in 1 s.", {"Retry-After": "1"})
        try:
            return JSONResponse(self._backend.predict(request))
        finally:
            self._predictions.release()

    async def job(self, job_id: str) -> Response:
        """A job as it is now; its result once it is done."""
        return self._answer(self._jobs.get(job_id))

    async def cancel(self, job_id: str) -> Response:
        """Stop a job. One that is over stays as it is."""
        return self._answer(self._jobs.cancel(job_id))

    def report(self, job_id: str) -> Response:
        """The page of an optimisation that is done."""
        job = self._jobs.get(job_id)
        if job.verb != "optimize" or job.state is not State.DONE:
            raise ApiError(409, "no_report", f"This job ({job.verb}, {job.state}) has no report.")
        text = render_page(from_json(job.result))
        return HTMLResponse(text, headers={"Content-Security-Policy": REPORT_POLICY})

    def _queued(self, job: Job) -> Response:
        return self._answer(job, 202, {"Location": f"/v1/jobs/{job.id}"})

    def _answer(self, job: Job, status: int = 200, headers: dict[str, str] | None = None) -> Response:
        return Response(self._jobs.as_json(job), status, headers, "application/json")


def _deadline_s(budget_s: float) -> float:
    """The budget bounds the search or the race; tests before and after it have the same time once more, and a
    minute."""
    return 2 * budget_s + 60
