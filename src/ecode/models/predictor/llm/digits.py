"""Decoding that can only write a number: one to `MAX_DIGITS` digits, then the end.

Some tokenizers give every digit a token, some merge several; a token is allowed where it is made of digits alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from transformers import LogitsProcessor

from ecode.errors import ModelError
from ecode.models.baseline.prompts import ids_of, text_of
from ecode.models.predictor.llm.prompt import MAX_DIGITS

_DIGITS = re.compile(r"[0-9]+")  # not str.isdigit, which also takes digits of other scripts


@dataclass(frozen=True, slots=True)
class DigitTokens:
    """Tokens of digits, by id, and the token of the end."""

    text: dict[int, str]
    end: int

    @classmethod
    def of(cls, tokenizer: Any) -> DigitTokens:
        """Raises `ModelError` for a tokenizer without an end or without one of the ten digits."""
        if tokenizer.eos_token_id is None:
            raise ModelError("the tokenizer has no end-of-sequence token: a number could not end.")
        pieces = tokenizer.convert_ids_to_tokens(list(range(len(tokenizer))))
        # the raw piece tells " 12" (with its mark of a space) from "12"; decoded alone, they may be the same
        found = {
            number: piece
            for number, piece in enumerate(pieces)
            if piece and _DIGITS.fullmatch(piece) and text_of(tokenizer, [number]) == piece
        }
        if missing := sorted(set("0123456789") - set(found.values())):
            raise ModelError(f"the tokenizer has no token for the digits {' '.join(missing)}: use another base.")
        return cls(found, int(tokenizer.eos_token_id))

    def ids(self, tokenizer: Any, digits: str) -> list[int]:
        """A number as the tokenizer writes it, with the end; digit by digit where that needs other tokens (a mark of
        a space before, as SentencePiece has it), which decoding does not allow."""
        ids = ids_of(tokenizer, digits)
        if "".join(self.text.get(token, "?") for token in ids) != digits:
            single = {text: number for number, text in self.text.items() if len(text) == 1}
            ids = [single[digit] for digit in digits]
        return [*ids, self.end]

    def read(self, ids: Sequence[int]) -> str:
        """The number before the end."""
        stop = list(ids).index(self.end) if self.end in ids else len(ids)
        return "".join(self.text[token] for token in ids[:stop])


class OnlyDigits(LogitsProcessor):
    """Leaves digits alone, the end only behind a digit, and no room for more than `MAX_DIGITS`. V: the vocabulary."""

    def __init__(self, tokens: DigitTokens, start: int, most: int = MAX_DIGITS) -> None:
        self.tokens, self.start, self.most = tokens, start, most
        self._lengths = torch.zeros(max(*tokens.text, tokens.end) + 1, dtype=torch.long)
        for number, text in tokens.text.items():
            self._lengths[number] = len(text)

    def __call__(self, input_ids: Tensor, scores: Tensor) -> Tensor:
        """input_ids (B, start + written), scores (B, V) -> (B, V), minus infinity for all that is not allowed."""
        lengths = torch.zeros(scores.shape[-1], dtype=torch.long, device=scores.device)  # a head may be wider
        lengths[: len(self._lengths)] = self._lengths.to(scores.device)[: scores.shape[-1]]
        written = lengths[input_ids[:, self.start :]].sum(dim=1)  # (B): digits so far
        allowed = (lengths > 0) & (written[:, None] + lengths <= self.most)
        allowed[:, self.tokens.end] = written > 0
        return scores.masked_fill(~allowed, float("-inf"))
