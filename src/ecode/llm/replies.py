"""What a server answers, read strictly."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ecode.errors import ModelError
from ecode.llm.chat import Completion
from ecode.llm.transport import Reply

_MOST_WORDS = 200
"""Letters of what a server says, in a message of ours."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a server says of a request that it refused. `parameter` and `code` are empty where it names none."""

    message: str = ""
    parameter: str = ""
    code: str = ""


def completions(reply: Reply, url: str) -> list[Completion]:
    """The answers in a reply. Raises `ModelError` where it holds none."""
    data = _object(reply, url)
    choices = data.get("choices")
    if not isinstance(choices, list):
        said = complaint(reply).message.rstrip(".")
        raise ModelError(f"{url} answered without choices{f': {said}' if said else ''}. Is it a chat server?")
    if not choices:
        raise ModelError(f"{url} answered with an empty list of choices: the model wrote nothing.")
    return [_completion(choice, url) for choice in choices]


def token_counts(reply: Reply) -> tuple[int, int] | None:
    """Tokens of the question and of all answers; None where the server did not count them."""
    usage = _lenient(reply).get("usage")
    if not isinstance(usage, dict):
        return None
    prompt, completion = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if type(prompt) is not int or type(completion) is not int or prompt < 0 or completion < 0:
        return None
    return prompt, completion


def complaint(reply: Reply) -> Complaint:
    """In OpenAI's form, or in those of others: `{"detail": ...}`, `{"message": ...}`, `{"error": "..."}`."""
    data = _lenient(reply)
    error = data.get("error", data)
    if not isinstance(error, dict):
        return Complaint(plain(str(error)))
    said = next((error[name] for name in ("message", "detail", "error") if error.get(name)), "")
    return Complaint(plain(str(said)), str(error.get("param") or ""), str(error.get("code") or ""))


def plain(text: str) -> str:
    """On one line, short, without control characters: a server does not write to the user's terminal."""
    words = "".join(letter if letter.isprintable() else " " for letter in text).split()
    text = " ".join(words)
    return text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}..."


def _completion(choice: object, url: str) -> Completion:
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise ModelError(f"{url} answered with a choice that holds no message. Is it a chat server?")
    return Completion(_text(message.get("content")), choice.get("finish_reason") != "length")


def _text(content: object) -> str:
    """Empty where the model only thought or refused; some servers give a list of parts."""
    if isinstance(content, list):
        return "".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _object(reply: Reply, url: str) -> dict[str, object]:
    is_page = reply.headers.get("content-type", "").startswith("text/html") or reply.body.lstrip()[:1] == b"<"
    if is_page:
        raise ModelError(f"{url} answered with a web page, not with JSON: check the base URL, which often ends in /v1.")
    try:
        data = json.loads(reply.body)
    except (ValueError, RecursionError):
        raise ModelError(f"{url} answered with broken JSON ({len(reply.body)} bytes): is it a chat server?") from None
    if not isinstance(data, dict):
        raise ModelError(f"{url} answered with JSON that is no object: is it a chat server?")
    return data


def _lenient(reply: Reply) -> dict[str, object]:
    """Empty where the body is no JSON object."""
    try:
        data = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
