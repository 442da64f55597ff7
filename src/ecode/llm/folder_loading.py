"""A causal language model and its tokenizer from a folder, through transformers, without any code of the folder's."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from ecode.errors import ModelError


def framework(name: str) -> Any:
    """The module torch or transformers. Raises `ModelError` where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise ModelError(
            f"Models in a folder need {name}, which is not installed here: pip install 'ecode-lm[train]'"
        ) from None


def load_folder(folder: Path, device: str) -> tuple[Any, Any]:
    """Model and tokenizer. Nothing is downloaded, no code of the folder is run, and weights are read as safetensors
    only, because other files of weights can hold code.

    Raises `ModelError` where the folder holds no such model.
    """
    if not (folder / "config.json").is_file():
        raise ModelError(f"{folder} holds no language model: there is no config.json.")
    transformers = framework("transformers")
    only_here = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(str(folder), **only_here)
        lm = transformers.AutoModelForCausalLM.from_pretrained(
            str(folder), dtype="auto", use_safetensors=True, **only_here
        )
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise ModelError(f"{folder} cannot be loaded as a causal language model: {_first_line(error)}") from None
    if tokenizer.eos_token_id is None:
        raise ModelError(f"The tokenizer in {folder} has no end-of-sequence token: answers would never end.")
    try:
        return lm.to(device).eval(), tokenizer
    except RuntimeError as error:
        raise ModelError(f"The model in {folder} does not go onto {device}: {_first_line(error)}") from None


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
