"""A server's refusals in words: what happened, where, and what to do next."""

from __future__ import annotations

from ecode.errors import ModelError
from ecode.llm.address import Address, host_of
from ecode.llm.key import Key
from ecode.llm.replies import complaint
from ecode.llm.transport import Reply


def is_passing(reply: Reply) -> bool:
    """Whether the same request may succeed later. A spent quota does not come back by waiting."""
    if reply.status == 429:
        return complaint(reply).code != "insufficient_quota"
    return reply.status == 408 or (reply.status >= 500 and reply.status not in (501, 505))


def refusal(reply: Reply, address: Address, model: str, key: Key) -> ModelError:
    """The error for a reply that is no success."""
    url, status = address.chat, reply.status
    if status in (401, 403):
        return ModelError(f"{url} refused the request ({status}): {_about_key(key)}")  # its words may repeat the key
    if 300 <= status < 400:
        to = host_of(reply.headers.get("location", "")) or "another place"
        return ModelError(f"{url} points to {to} ({status}), which is not followed: use the right base URL.")
    said = key.redacted(complaint(reply).message).rstrip(".")
    words = f": {said}" if said else ""
    if status == 404:
        return ModelError(
            f"{url} knows no model '{model}', or is no chat server (404){words}. Check the name and the base URL; "
            f"{address.base_url.rstrip('/')}/models lists the models of most servers."
        )
    if status == 429:
        return ModelError(f"{url} takes no more requests (429){words}. Wait, ask for fewer, or check the quota.")
    if status >= 500:
        return ModelError(f"{url} is broken or busy ({status}){words}. Look at the server, or try again later.")
    return ModelError(f"{url} did not accept the request ({status}){words}.")


def _about_key(key: Key) -> str:
    if key.variable is None:
        return "it wants a key, and none was sent. Name the environment variable that holds it (--key-env)."
    return f"check the key in the environment variable {key.variable}, and what it may be used for."
