"""`ecode serve`: the judge, the races and the search over HTTP, on this machine."""

from __future__ import annotations

import argparse
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from ecode.api import DEFAULT_WORKERS, default_proposers, default_ranker
from ecode.cli import options
from ecode.cli.extras import needs
from ecode.console import Status, err
from ecode.errors import ModelError, UsageError
from ecode.judge.run import Judge
from ecode.search.interfaces import Proposer
from ecode.search.proposers.rewrites import RewriteProposer

if TYPE_CHECKING:
    from ecode.serve.auth import Access
    from ecode.serve.backend import Predictor
    from ecode.serve.limits import ServeLimits

TOKEN_VARIABLE = "ECODE_SERVE_TOKEN"
_SHUTDOWN_S = 2  # for answers that are on their way when Ctrl-C comes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="others than loopback demand a token (default 127.0.0.1)"
    )
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="0: any free one (default 8765)")
    parser.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help=f"the token that requests must bring (default: ${TOKEN_VARIABLE}, if set)",
    )
    parser.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME", help="a name of this service; may be repeated"
    )
    parser.add_argument("--model", metavar="DIR", help="an exported model instead of the bundled one, or none")
    parser.add_argument(
        "--workers", type=int, default=DEFAULT_WORKERS, metavar="N", help=f"sandboxes (default {DEFAULT_WORKERS})"
    )
    parser.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="optimisations at a time; more disturb each other (default 1)"
    )
    parser.add_argument("--queue", type=int, default=200, metavar="N", help="jobs that may wait (default 200)")
    parser.add_argument("--max-body", type=float, default=4, metavar="MB", help="of one request (default 4)")
    parser.add_argument("--python", metavar="EXE", help="the interpreter that runs the programs (default: this one)")


def run(args: argparse.Namespace) -> int:
    needs("serve", "fastapi", "uvicorn")
    import uvicorn

    from ecode.serve.app import create_app
    from ecode.serve.backend import Engine

    access, limits = _access(args), _limits(args)
    with _listen(args.host, args.port) as listening:
        with Status("starting the sandboxes"):
            proposers = _proposers(args.model)
            engine = Engine(Judge(args.workers, python=args.python), proposers, default_ranker(), _predictor())
        app = create_app(engine, access, limits, judging=args.workers)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,  # what a client says of its own address decides nothing here
            ws="none",
            timeout_graceful_shutdown=_SHUTDOWN_S,
        )
        err.print(f"E-code answers at {_address(listening)} (Ctrl-C ends it)", markup=False)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        except KeyboardInterrupt:  # uvicorn has shut down in order and passes it on
            pass
        finally:
            engine.close()
    return 0


def _access(args: argparse.Namespace) -> Access:
    from ecode.serve.auth import Access

    from_environment = os.environ.pop(TOKEN_VARIABLE, "")  # no process of ours need inherit it
    token = options.read_source(args.token_file, "token") if args.token_file else from_environment
    if args.token_file and not token.strip():
        raise UsageError(f"{args.token_file} holds no token.")
    return Access(args.host, frozenset(name.lower() for name in args.allow_host), token.strip())


def _limits(args: argparse.Namespace) -> ServeLimits:
    from ecode.serve.limits import ServeLimits

    for option in ("workers", "jobs", "queue"):
        if getattr(args, option) < 1:
            raise UsageError(f"--{option} must be at least 1, not {getattr(args, option)}.")
    body_bytes = round(options.positive(args.max_body, "--max-body") * 2**20)
    return ServeLimits(body_bytes=body_bytes, jobs=args.jobs, queue=args.queue)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, before anything is loaded. Raises `UsageError`."""
    if not 0 <= port < 2**16:
        raise UsageError(f"--port must be from 0 to 65535, not {port}.")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        message = f"Cannot listen on {host}, port {port}: {error.strerror or error}. --port 0 takes any free one."
        raise UsageError(message) from None


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _proposers(model: str | None) -> list[Proposer]:
    return [RewriteProposer()] if model == "none" else default_proposers(Path(model) if model else None)


def _predictor() -> Predictor | None:
    """The bundled one; None where this installation has none, which only `/v1/predict` needs."""
    from ecode.models.predictor.runtime import ExecTimePredictor

    try:
        return ExecTimePredictor.load()
    except ModelError:
        return None
