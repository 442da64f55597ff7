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
_INPUTS = 3  # of a problem's timed tests that a batch asks about, beside the mean over all


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
        programs = [self.data.programs[row] for row in rows]
        names = sorted({program.problem_id for program in programs})
        tests = {name: self._draw(name, rng) for name in names}
        asked = [self._asked(program, tests[program.problem_id]) for program in programs]
        return padded_forms(forms) | {
            "profile": torch.tensor([[profile for profile, _ in row] for row in asked]),
            "target": torch.tensor([[target for _, target in row] for row in asked]),
            "group": torch.tensor([names.index(program.problem_id) for program in programs]),
        }

    def _draw(self, problem_id: str, rng: random.Random) -> list[int]:
        """Some of a problem's timed tests, the same for all its programs."""
        count = len(self.data.profiles.get(problem_id, ()))
        return sorted(rng.sample(range(count), min(_INPUTS, count)))

    def _asked(self, program: TimedProgram, tests: Sequence[int]) -> list[tuple[list[float], float]]:
        """(profile, log time) of nothing known and the mean time, then of each test; NaN where there is none."""
        asked = [(profile_features(None), math.log(max(1.0, program.time_us)))]
        for test in [test for test in tests if test < len(program.test_times_us)]:
            profile = self.data.profiles[program.problem_id][test]
            asked.append((profile_features(profile), math.log(max(1.0, program.test_times_us[test]))))
        return asked + [(profile_features(None), math.nan)] * (1 + _INPUTS - len(asked))


def padded_forms(forms: Sequence[Encoded]) -> dict[str, Tensor]:
    """ids and depths (B, T), 0 behind."""
    ids, _ = padded([words for words, _ in forms], multiple=MULTIPLE)
    depths, _ = padded([levels for _, levels in forms], multiple=MULTIPLE)
    return {"ids": torch.from_numpy(ids), "depths": torch.from_numpy(depths)}
