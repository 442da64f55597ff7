"""A language model by its name: `openai:NAME` on a server, `hf:FOLDER` on this machine."""

from __future__ import annotations

from pathlib import Path

from ecode.errors import UsageError
from ecode.llm.address import OPENAI, Address
from ecode.llm.chat import ChatModel
from ecode.llm.client import OpenAIModel
from ecode.llm.folder import FolderModel
from ecode.llm.key import DEFAULT_VARIABLE, Key
from ecode.llm.settings import Settings

_PREFIXES = ("openai:", "hf:")


def is_language_model(text: str) -> bool:
    """Whether `parse_model` is meant."""
    return text.startswith(_PREFIXES)


def parse_model(
    text: str,
    *,
    base_url: str | None = None,
    key_variable: str | None = None,
    settings: Settings | None = None,
) -> ChatModel:
    """The model that a text names, ready to be asked.

    Without a base URL, it is OpenAI's own, with the key in `OPENAI_API_KEY`. Other servers get a key only where
    `key_variable` names one, so that no key goes where it does not belong. Raises `UsageError` for what names no model,
    and `ModelError` where it cannot be loaded or a package is missing.
    """
    kind, _, name = text.partition(":")
    if not is_language_model(text) or not name.strip():
        raise UsageError(f"'{text}' names no language model: it is openai:NAME, or hf:FOLDER.")
    settings = settings or Settings()
    if kind == "hf":
        if base_url is not None or key_variable is not None:
            raise UsageError("A model in a folder (hf:) has no base URL and no key: those are for openai:NAME.")
        return FolderModel(Path(name), settings)
    address = Address(OPENAI if base_url is None else base_url)
    variable = DEFAULT_VARIABLE if key_variable is None and address.is_openai else key_variable
    return OpenAIModel(name, address, Key(variable), settings)
