"""Standard output that outlives its reader, and that prints something for every character."""

from __future__ import annotations

import io
import os
import sys
from typing import Any


class Lasting:
    """A text stream whose reader may go away (`ecode judge ... | head -1`): the rest is written nowhere, so that the
    exit code stays that of the command. Everything else is the stream's own."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except BrokenPipeError:
            self._let_go()
            return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except BrokenPipeError:
            self._let_go()

    def _let_go(self) -> None:
        """The descriptor itself now leads nowhere: what is still buffered must not fail at the interpreter's end."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def harden_streams() -> None:
    """For the console script: a character that the terminal's encoding lacks (the µ of µs) becomes a question mark,
    and a closed pipe is no failure."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):  # None where the descriptor is closed
            stream.reconfigure(errors="replace")
            setattr(sys, name, Lasting(stream))
