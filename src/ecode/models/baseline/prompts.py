"""What a baseline reads and writes: prompts around plain programs."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from ecode.errors import DataError
from ecode.models.batches import Ragged, TokenSet
from ecode.models.hub.tokenization_ecode import field_text
from ecode.syntax.canonical import INDENT

PROMPT = (files("ecode.models") / "prompts" / "optimize.txt").read_text(encoding="utf-8")
_CHUNK = 1000  # rows of a table read at a time
_NUMBER = re.compile(r"<L[0-9]+>")
_NEWLINE = re.compile(r"<nl([0-9]+)>")


def plain_code(marked: str) -> str:
    """A program as E-code sees it (`program_text`), as people see it.

    >>> plain_code("<L0><nl0>while var1:<L1><nl1>var1 -= 1<L2>")
    'while var1:\\n    var1 -= 1'
    """
    lines = _NEWLINE.sub(lambda mark: "\n" + INDENT * int(mark[1]), _NUMBER.sub("", marked))
    return lines.removeprefix("\n")


def ids_of(tokenizer: Any, text: str) -> list[int]:
    return list(tokenizer(text, add_special_tokens=False).input_ids)


def text_of(tokenizer: Any, ids: Sequence[int]) -> str:
    return str(tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False))


@dataclass(frozen=True, slots=True)
class Prompter:
    """Makes prompts of a tokenizer: the statement is cut where they would get too long."""

    tokenizer: Any
    longest: int
    closed: bool
    """With the end token that an encoder expects; a causal model goes on instead."""

    def ids(self, statement: Sequence[int], code: str) -> list[int] | None:
        """Of the tokens of a statement and a program; nothing where the program alone is too long."""
        before, _, rest = PROMPT.partition("{statement}")
        first, last = self._around()
        head, tail = ids_of(self.tokenizer, before), ids_of(self.tokenizer, rest.replace("{code}", code))
        room = self.longest - len(first) - len(head) - len(tail) - len(last)
        if room < 0:
            return None
        return [*first, *head, *statement[:room], *tail, *last]

    def _around(self) -> tuple[list[int], list[int]]:
        """Special tokens before and behind a text."""
        inside, whole = ids_of(self.tokenizer, "a"), list(self.tokenizer("a").input_ids)
        starts = (n for n in range(len(whole)) if whole[n : n + len(inside)] == inside)
        start = next(starts, 0)
        return whole[:start], whole[start + len(inside) :] if self.closed else []


def load_prompts(
    folder: Path,
    part: str,
    prompter: Prompter,
    *,
    max_answer: int,
    drop_statement: float = 0.0,
    seed: int = 0,
) -> TokenSet:
    """Prompts and answers of what `build_examples` wrote (`part` is train or valid), without those that are too long.

    A share `drop_statement` of the examples has no statement, always the same ones. Raises `DataError` where there is
    no example.
    """
    path = folder / f"{part}.parquet"
    if not path.is_file():
        raise DataError(f"{folder} holds no examples: there is no {path.name}.")
    tokenizer = prompter.tokenizer
    texts = _statements(folder / "statements.jsonl")
    statements = {problem: ids_of(tokenizer, text)[: prompter.longest] for problem, text in texts.items()}
    prompts: list[NDArray[np.int32]] = []
    answers: list[NDArray[np.int32]] = []
    rng = random.Random(seed)
    for batch in pq.ParquetFile(path).iter_batches(_CHUNK, columns=["source", "program", "problem_id"]):
        for row in batch.to_pylist():
            statement = statements.get(row["problem_id"], []) if rng.random() >= drop_statement else []
            prompt = prompter.ids(statement, plain_code(row["source"]))
            answer = [*ids_of(tokenizer, plain_code(row["program"])), tokenizer.eos_token_id]
            if prompt is not None and len(answer) <= max_answer:
                prompts.append(np.array(prompt, np.int32))
                answers.append(np.array(answer, np.int32))
    if not prompts:
        raise DataError(f"{path} holds no example that fits prompts of up to {prompter.longest} tokens.")
    nothing = np.full(len(prompts), -1, np.int32)
    return TokenSet(Ragged.of(prompts), Ragged.of(answers), nothing, Ragged.of([]), experts=0)


def _statements(path: Path) -> dict[str, str]:
    """Problem id -> all sections."""
    if not path.is_file():
        raise DataError(f"{path.parent} holds no statements: there is no {path.name}.")
    found = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            problem = record.pop("problem_id")
            found[problem] = field_text(record, "text")
    return found
