"""Programs as arrays of lexemes, in all variants and in one that is broken the way language models break programs."""

from __future__ import annotations

import math
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ecode.models.padding import padded
from ecode.models.predictor.profiles import profile_features
from ecode.models.predictor.reading import MULTIPLE, Vocabulary, encode, read_program
from ecode.models.predictor.rows import TimedProgram, TimedSet
from ecode.syntax.breakage import broken

Encoded = tuple[NDArray[np.int16], NDArray[np.int8]]
_CHUNK = 256
_WITH_PROFILE = 0.5  # of the problems in an epoch


@dataclass(frozen=True, slots=True)
class PredictorSet:
    """`texts[row]` holds a program's forms; the other fields are those of `TimedSet`, row by row."""

    texts: list[list[Encoded]]
    programs: list[TimedProgram]
    profiles: dict[str, list[list[float]]]

    def __len__(self) -> int:
        return len(self.texts)


def encode_set(timed: TimedSet, vocabulary: Vocabulary, processes: int = 2) -> PredictorSet:
    """Every variant of every program, and a broken form behind them."""
    numbers = vocabulary.numbers()
    forms = [_forms(program) for program in timed.programs]
    with ProcessPoolExecutor(processes) as pool:
        texts = list(pool.map(partial(_encoded, numbers=numbers), forms, chunksize=_CHUNK))
    return PredictorSet(texts, timed.programs, timed.profiles)


def _forms(program: TimedProgram) -> list[str]:
    whole = next(iter(program.texts.values()))
    return [*program.texts.values(), broken(whole, zlib.crc32(program.id.encode()))[0]]


def _encoded(forms: Sequence[str], numbers: dict[str, int]) -> list[Encoded]:
    made = [encode(read_program(text), numbers) for text in forms]
    return [(np.array(ids, np.int16), np.array(depths, np.int8)) for ids, depths in made]


@dataclass(frozen=True, slots=True)
class PredictorBatches:
    """Batches of whole problems, for the ranking loss; each takes up to `tokens` places, padding included."""

    data: PredictorSet
    tokens: int
    seed: int = 0

    def epoch(self, number: int) -> Iterator[dict[str, Tensor]]:
        """All programs once, each in a form drawn for this epoch."""
        rng = random.Random(f"{self.seed}/{number}")
        for rows in self._plan(rng):
            yield self._tensors(rows, rng)

    def _plan(self, rng: random.Random) -> list[list[int]]:
        by_problem: dict[str, list[int]] = defaultdict(list)
        for row, program in enumerate(self.data.programs):
            by_problem[program.problem_id].append(row)
        groups = list(by_problem.values())
        rng.shuffle(groups)
        groups.sort(key=lambda rows: max(len(self.data.texts[row][0][0]) for row in rows) // 48)  # like beside like
        batches: list[list[int]] = [[]]
        longest = 0
        for rows in groups:
            size = max(len(form[0]) for row in rows for form in self.data.texts[row]) + MULTIPLE
            longest = max(longest, size)
            if batches[-1] and (len(batches[-1]) + len(rows)) * longest > self.tokens:
                batches.append([])
                longest = size
            batches[-1] += rows
        rng.shuffle(batches)
        return batches

    def _tensors(self, rows: Sequence[int], rng: random.Random) -> dict[str, Tensor]:
        forms = [rng.choice(self.data.texts[row]) for row in rows]
        chosen: dict[str, int | None] = {}
        targets, profiles, groups = [], [], []
        for row in rows:
            program = self.data.programs[row]
            if program.problem_id not in chosen:
                chosen[program.problem_id] = self._draw(program, rng)
            test = chosen[program.problem_id]
            known = test is not None and test < len(program.test_times_us)
            time_us = program.test_times_us[test] if known and test is not None else program.time_us
            targets.append(math.log(max(1.0, time_us)))
            profile = self.data.profiles[program.problem_id][test] if known and test is not None else None
            profiles.append(profile_features(profile))
            groups.append(zlib.crc32(program.problem_id.encode()))
        return padded_forms(forms) | {
            "profile": torch.tensor(profiles),
            "target": torch.tensor(targets),
            "group": torch.tensor(groups),
        }

    def _draw(self, program: TimedProgram, rng: random.Random) -> int | None:
        """One of the problem's timed tests, or none: then the mean time is asked for, and nothing is said of inputs."""
        profiles = self.data.profiles.get(program.problem_id)
        return rng.randrange(len(profiles)) if profiles and rng.random() < _WITH_PROFILE else None


def padded_forms(forms: Sequence[Encoded]) -> dict[str, Tensor]:
    """ids and depths (B, T), 0 behind."""
    ids, _ = padded([words for words, _ in forms], multiple=MULTIPLE)
    depths, _ = padded([levels for _, levels in forms], multiple=MULTIPLE)
    return {"ids": torch.from_numpy(ids), "depths": torch.from_numpy(depths)}
