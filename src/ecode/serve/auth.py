"""Who may talk to the service: by name of the host, by origin, by token.

The service runs programs (in the sandbox) and spends CPU time, so it must not be reachable for a page that somebody
happens to have open in a browser. Such a page can send requests to a loopback address, either under its own origin
(told by `Origin` and `Sec-Fetch-Site`) or, after it has bound its own name to the loopback address (DNS rebinding),
under its own name (told by `Host`).
"""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from ecode.errors import UsageError
from ecode.serve.errors import ApiError

_READING = {"GET", "HEAD"}
_PROTECTED, _PUBLIC = "/v1/", {"/v1/health"}
_LEAST_TOKEN_CHARS = 16


@dataclass(frozen=True, slots=True)
class Access:
    """The rules. `hosts` are names under which the service is reached, besides its addresses; `token` may be empty
    only where nobody but this machine can connect. Raises `UsageError` where that does not hold."""

    host: str = "127.0.0.1"
    hosts: frozenset[str] = frozenset()
    token: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.token and not self.loopback_only:
            raise UsageError(
                f"--host {self.host} lets other machines in, which takes a token: "
                "give --token-file FILE, or set ECODE_SERVE_TOKEN."
            )
        if self.token and (len(self.token) < _LEAST_TOKEN_CHARS or not self.token.isascii()):
            raise UsageError(
                f"The token must be at least {_LEAST_TOKEN_CHARS} ASCII characters long: "
                "`openssl rand -hex 32` makes one."
            )

    @property
    def loopback_only(self) -> bool:
        return is_loopback(self.host)

    def check(self, method: str, path: str, headers: Headers) -> None:
        """Raises `ApiError` for a request that must not be answered."""
        host = headers.get("host", "")
        if not self._is_our_name(host):
            raise ApiError(
                403, "forbidden_host", "This service is not known by that Host name; --allow-host NAME adds one."
            )
        if method not in _READING:
            _check_origin(headers, host)
        if self.token and path.startswith(_PROTECTED) and path not in _PUBLIC:
            self._check_token(headers)

    def _is_our_name(self, host: str) -> bool:
        """An address cannot be rebound, a name can."""
        name = _name(host)
        if name == "localhost" or name == self.host.lower() or name in self.hosts:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or not self.loopback_only

    def _check_token(self, headers: Headers) -> None:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self.token.encode())
        if scheme.lower() != "bearer" or not right:
            message = "Give the service's token: Authorization: Bearer TOKEN."
            raise ApiError(401, "unauthorized", message, {"WWW-Authenticate": "Bearer"})


def is_loopback(host: str) -> bool:
    """True for `localhost` and loopback addresses; a name that merely resolves to one may resolve elsewhere later."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_origin(headers: Headers, host: str) -> None:
    """What a browser says of the page behind a request; other clients say nothing and are not browsers."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
    own = (f"http://{host}", f"https://{host}")  # https where a proxy stands before us
    if (origin is not None and origin not in own) or site not in ("none", "same-origin"):
        raise ApiError(403, "forbidden_origin", "Requests from other sites' pages are refused.")


def _name(host: str) -> str:
    """`localhost:8765` is `localhost`, `[::1]:8765` is `::1`; empty where it is neither name nor address."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
