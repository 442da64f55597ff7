"""The tokenizer: programs and statements have a vocabulary each."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import PreTrainedTokenizerFast

TEXT_FILE = "text_tokenizer.json"


class ECodeTokenizer(PreTrainedTokenizerFast):
    """Itself it reads programs, as `models.program_text` writes them; `text` reads the fields of a statement.

    The vocabulary of programs has a token for each `varN`, for newline with indentation (`<nl2>`), for the number of a
    line (`<L12>`) and for how fast the target is (`<fast4>`: as fast as the fastest known), and merges inside a line.
    """

    vocab_files_names: ClassVar[dict[str, str]] = {"tokenizer_file": "tokenizer.json", "text_tokenizer_file": TEXT_FILE}
    model_input_names: ClassVar[list[str]] = ["input_ids", "attention_mask"]

    def __init__(
        self, tokenizer_file: str | None = None, text_tokenizer_file: str | None = None, **kwargs: Any
    ) -> None:
        defaults = {
            "pad_token": "<pad>",
            "bos_token": "<bos>",
            "eos_token": "<eos>",
            "clean_up_tokenization_spaces": False,
        }
        super().__init__(tokenizer_file=tokenizer_file, **(defaults | kwargs))
        self.text = Tokenizer.from_file(text_tokenizer_file) if text_tokenizer_file else None
        self._text_file = text_tokenizer_file

    @classmethod
    def convert_to_native_format(cls, **kwargs: Any) -> dict[str, Any]:
        """Both files are loaded as they are; `transformers` would rebuild the first one from its vocabulary alone."""
        return kwargs

    def save_pretrained(self, save_directory: Any, **kwargs: Any) -> Any:
        saved = super().save_pretrained(save_directory, **kwargs)
        target = Path(save_directory) / TEXT_FILE
        if self._text_file and not (target.exists() and target.samefile(self._text_file)):
            shutil.copyfile(self._text_file, target)
        return saved

    def encode_statements(
        self, statements: Sequence[Mapping[str, str]], experts: Sequence[str], max_length: int
    ) -> tuple[Tensor, Tensor]:
        """Statements by field -> ids and mask (B, E, L), L the longest there is and at most `max_length`.

        The expert `text` reads all fields, joined by newlines.
        """
        if self.text is None:
            raise ValueError(f"this tokenizer has no vocabulary for statements: {TEXT_FILE} is missing")
        encoded = [
            [self.text.encode(field_text(statement, name)).ids[:max_length] for name in experts]
            for statement in statements
        ]
        longest = max((len(ids) for row in encoded for ids in row), default=0) or 1
        ids = torch.zeros((len(statements), len(experts), longest), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, fields in enumerate(encoded):
            for column, field in enumerate(fields):
                ids[row, column, : len(field)] = torch.tensor(field, dtype=torch.long)
                mask[row, column, : len(field)] = 1
        return ids, mask


def field_text(statement: Mapping[str, str], name: str) -> str:
    """What an expert reads of a statement."""
    return "\n".join(filter(None, statement.values())) if name == "text" else statement.get(name) or ""
