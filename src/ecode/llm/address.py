"""Where a server is: its base URL, checked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from ecode.errors import UsageError

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Address:
    """A base URL such as `http://localhost:8000/v1`. Raises `UsageError` for what is none, and for one with a user, a
    query or a fragment: those may hold secrets, and addresses are shown in errors."""

    base_url: str = OPENAI

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.base_url)
            is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            is_address = False
        if not is_address or any(letter <= " " or letter > "~" for letter in self.base_url):
            raise UsageError("The base URL is no address: it looks like http://localhost:8000/v1.")
        if "@" in parts.netloc or "?" in self.base_url or "#" in self.base_url:
            raise UsageError(
                "The base URL must have no user, password, query or fragment: a key comes from an environment variable."
            )

    @property
    def chat(self) -> str:
        """Where questions go."""
        return f"{self.base_url.rstrip('/')}/chat/completions"

    @property
    def is_openai(self) -> bool:
        parts = urlsplit(self.base_url)
        return parts.scheme == "https" and parts.hostname == "api.openai.com"

    @property
    def is_loopback(self) -> bool:
        """On this machine, where no proxy is asked."""
        host = urlsplit(self.base_url).hostname or ""
        return host in ("localhost", "::1") or host.startswith("127.")


def host_of(url: str) -> str:
    """For messages: a URL without user, path and query; empty where there is none."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}{port}" if parts.hostname else ""
