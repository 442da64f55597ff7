"""Which ids have come up already, in eight bytes each: ids of a published file need not be unique."""

from __future__ import annotations

import hashlib


class Seen:
    """A set of texts that keeps only their digests; a false hit is a matter of 2**64."""

    def __init__(self) -> None:
        self._digests: set[bytes] = set()

    def add(self, *parts: str) -> bool:
        """Whether `parts` are new; they are known afterwards."""
        digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        known = digest in self._digests
        self._digests.add(digest)
        return not known
