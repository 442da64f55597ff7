"""Token arrays of a training set, and batches of similar length from them: a pure function of seed and epoch."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import torch
from numpy.typing import NDArray
from torch import Tensor

from ecode.errors import DataError
from ecode.models.hub.configuration_ecode import ECodeConfig
from ecode.models.hub.tokenization_ecode import ECodeTokenizer, field_text
from ecode.models.padding import padded
from ecode.models.vocabulary import SPEEDS

_CHUNK = 2000  # rows tokenised at a time
_POOL = 50  # batches are cut from a window of so many batches' worth of rows, sorted by length


@dataclass(frozen=True, slots=True)
class Ragged:
    """Sequences of different length in one array."""

    values: NDArray[np.int32]
    starts: NDArray[np.int64]

    def __getitem__(self, row: int) -> NDArray[np.int32]:
        return self.values[self.starts[row] : self.starts[row + 1]]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    @classmethod
    def of(cls, rows: Sequence[NDArray[np.int32]]) -> Ragged:
        starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
        return cls(np.concatenate(rows) if rows else np.zeros(0, np.int32), starts)


@dataclass(frozen=True, slots=True)
class TokenSet:
    """Examples as tokens. `statements` holds for each problem one sequence per expert, one problem after the other."""

    sources: Ragged
    targets: Ragged
    problems: NDArray[np.int32]
    statements: Ragged
    experts: int

    def __len__(self) -> int:
        return len(self.sources)


def load_tokens(folder: Path, part: str, tokenizer: ECodeTokenizer, config: ECodeConfig) -> TokenSet:
    """Tokenise what `build_examples` wrote (`part` is train or valid), without what is too long for the model.

    Raises `DataError` where there is none.
    """
    path = folder / f"{part}.parquet"
    if not path.is_file():
        raise DataError(f"{folder} holds no examples: there is no {path.name}.")
    numbers, statements = _statements(folder / "statements.jsonl", tokenizer, config)
    sources: list[NDArray[np.int32]] = []
    targets: list[NDArray[np.int32]] = []
    problems: list[int] = []
    speeds = [tokenizer.convert_tokens_to_ids(speed) for speed in SPEEDS]
    end = config.eos_token_id
    for rows in _chunks(path, ["source", config.output, "speed", "problem_id"]):
        read = tokenizer(rows["source"], add_special_tokens=False).input_ids
        written = tokenizer(rows[config.output], add_special_tokens=False).input_ids
        for source, target, speed, problem in zip(read, written, rows["speed"], rows["problem_id"], strict=True):
            first = [speeds[speed]] if config.conditioning else []
            if len(source) < config.max_source_length and len(target) < config.max_target_length:
                sources.append(np.array([*first, *source], np.int32))
                targets.append(np.array([*target, end], np.int32))
                problems.append(numbers.get(problem, -1))
    if not sources:
        raise DataError(f"{path} holds no example that fits the model (up to {config.max_source_length} tokens).")
    return TokenSet(
        Ragged.of(sources), Ragged.of(targets), np.array(problems, np.int32), statements, len(config.experts)
    )


def _chunks(path: Path, columns: list[str]) -> Iterator[dict[str, Any]]:
    """Raises `DataError` for what is no Parquet file."""
    try:
        for batch in pq.ParquetFile(path).iter_batches(_CHUNK, columns=columns):
            yield batch.to_pydict()
    except (pa.ArrowInvalid, OSError) as error:
        raise DataError(f"{path} is damaged ({error}): delete {path.parent}, which is then made anew.") from None


def load_watched(load: Callable[[], TokenSet], tell: Callable[[str], None]) -> TokenSet | None:
    """The examples to watch the loss by. Few pairs leave none of them: a training goes on without, and tells."""
    try:
        return load()
    except DataError as error:
        tell(f"training without validation: {error}")
        return None


def _statements(path: Path, tokenizer: ECodeTokenizer, config: ECodeConfig) -> tuple[dict[str, int], Ragged]:
    """Problem id -> number, and the tokens of their fields."""
    numbers: dict[str, int] = {}
    fields: list[NDArray[np.int32]] = []
    if config.experts and tokenizer.text is not None:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            numbers[record.pop("problem_id")] = len(numbers)
            texts = [field_text(record, name) for name in config.experts]
            ids = (encoded.ids[: config.text_max_length] for encoded in tokenizer.text.encode_batch(texts))
            fields += [np.array(field, np.int32) for field in ids]
    return numbers, Ragged.of(fields)


@dataclass(frozen=True, slots=True)
class Batches:
    """Batches of an epoch. Each takes up to `tokens` places, padding included: rows times longest source plus target.

    A row's statement is dropped with probability `drop_statement`, each of its fields with `drop_field`, so that a
    program without a statement is a normal input. `curriculum` holds for each of the first epochs which share of the
    rows it reads, the shortest ones; the others read all.
    """

    data: TokenSet
    tokens: int
    seed: int = 0
    drop_statement: float = 0.3
    drop_field: float = 0.1
    curriculum: tuple[float, ...] = ()

    def plan(self, epoch: int) -> list[list[int]]:
        """Rows of each batch, the same on every machine."""
        rng = random.Random(f"{self.seed}/{epoch}")
        lengths = self.data.sources.lengths + self.data.targets.lengths
        share = self.curriculum[epoch] if epoch < len(self.curriculum) else 1.0
        order = np.argsort(lengths, kind="stable")[: max(1, math.ceil(share * len(self.data)))].tolist()
        rng.shuffle(order)
        window = _POOL * max(1, int(self.tokens / max(1.0, float(lengths[order].mean()))))
        batches: list[list[int]] = []
        for start in range(0, len(order), window):
            rows = sorted(order[start : start + window], key=lambda row: (int(lengths[row]), row))
            batches += self._cut(rows)
        rng.shuffle(batches)
        return batches

    def _cut(self, rows: Sequence[int]) -> Iterator[list[int]]:
        batch: list[int] = []
        longest_source = longest_target = 0
        for row in rows:
            source = max(longest_source, int(self.data.sources.lengths[row]))
            target = max(longest_target, int(self.data.targets.lengths[row]))
            if batch and (len(batch) + 1) * (source + target) > self.tokens:
                yield batch
                batch, source, target = [], int(self.data.sources.lengths[row]), int(self.data.targets.lengths[row])
            batch.append(row)
            longest_source, longest_target = source, target
        if batch:
            yield batch

    def tensors(self, rows: Sequence[int], epoch: int) -> dict[str, Tensor]:
        """The model's inputs; what is dropped depends on seed, epoch and row alone."""
        ids, mask = padded_tensors([self.data.sources[row] for row in rows], 0)
        labels, _ = padded_tensors([self.data.targets[row] for row in rows], -100)
        batch = {"input_ids": ids, "attention_mask": mask, "labels": labels}
        if not self.data.experts or not len(self.data.statements):
            return batch
        fields = [field for row in rows for field in self._fields(row, epoch)]
        text, text_mask = padded_tensors(fields, 0)
        shape = (len(rows), self.data.experts, text.shape[1])
        return batch | {"text_input_ids": text.view(shape), "text_attention_mask": text_mask.view(shape)}

    def _fields(self, row: int, epoch: int) -> list[NDArray[np.int32]]:
        problem, experts = int(self.data.problems[row]), self.data.experts
        rng = random.Random(f"{self.seed}/{epoch}/{row}")
        whole = problem >= 0 and rng.random() >= self.drop_statement
        nothing = np.zeros(0, np.int32)
        return [
            self.data.statements[problem * experts + number] if rng.random() >= self.drop_field and whole else nothing
            for number in range(experts)
        ]


def padded_tensors(rows: Sequence[NDArray[np.int32]], filler: int) -> tuple[Tensor, Tensor]:
    """`padded` for torch."""
    ids, mask = padded(rows, filler)
    return torch.from_numpy(ids), torch.from_numpy(mask)
