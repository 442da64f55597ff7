"""The key of a server: read from its environment variable whenever it is needed, and kept nowhere."""

from __future__ import annotations

import os
from dataclasses import dataclass

from ecode.errors import UsageError

DEFAULT_VARIABLE = "OPENAI_API_KEY"


@dataclass(frozen=True, slots=True)
class Key:
    """Knows the name of a variable only, so that no print, log, error or pickle of it can hold the key.

    Not covered: a server that repeats the key in a header, where httpcore logs at the level DEBUG.

    Without a variable no key is sent. Raises `UsageError` where the variable holds nothing that can be sent.
    """

    variable: str | None

    def __post_init__(self) -> None:
        if self.variable is None:
            return
        value = self._value()
        if not value:
            raise UsageError(f"The environment variable {self.variable} holds no key: export {self.variable}=...")
        if not all("!" <= letter <= "~" for letter in value):
            raise UsageError(f"The environment variable {self.variable} holds blanks or letters that no key has.")

    def headers(self) -> dict[str, str]:
        value = self._value()
        return {"Authorization": f"Bearer {value}"} if value else {}

    def redacted(self, text: str) -> str:
        """What a server says, without the key, should it repeat it."""
        value = self._value()
        return text.replace(value, "***") if value else text

    def _value(self) -> str:
        return os.environ.get(self.variable, "").strip() if self.variable else ""
