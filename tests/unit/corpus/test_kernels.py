"""Every kernel keeps the promises of `corpus.kernel`: good inputs, ways that agree and can be written inline."""

import copy
import inspect
import re
from random import Random

import pytest

from ecode.corpus.check import broken_promise
from ecode.corpus.items import held_out
from ecode.corpus.kernel import Bool, Grid, Int, Ints, Matrix, Rows, Str, Strs, kernels
from ecode.corpus.way import way_text

KERNELS = kernels()
PYTHON_TYPES = {Int: int, Str: str, Bool: bool, Ints: list, Strs: list, Rows: list, Grid: list, Matrix: list}


@pytest.mark.parametrize("name", KERNELS)
def test_kernel(name: str) -> None:
    loaded = KERNELS[name]
    record = loaded.kernel
    for number, size in enumerate((*record.sizes[:2], 1)):
        for seed in range(3):
            values = loaded.generate(Random(100 * number + seed), size)
            assert broken_promise(record, values) == []
            results = [way(*copy.deepcopy(values)) for way in loaded.ways]
            assert all(result == results[0] for result in results)
            assert {type(result) for result in results} == {PYTHON_TYPES[type(record.output)]}


@pytest.mark.parametrize("name", KERNELS)
def test_generator_is_deterministic(name: str) -> None:
    loaded = KERNELS[name]
    assert loaded.generate(Random(5), loaded.kernel.sizes[1]) == loaded.generate(Random(5), loaded.kernel.sizes[1])


@pytest.mark.parametrize("name", KERNELS)
def test_description(name: str) -> None:
    record = KERNELS[name].kernel
    assert record.title
    assert record.tags
    assert 800 <= record.difficulty <= 2600
    assert record.sizes == tuple(sorted(record.sizes))
    formulas = " ".join(re.findall(r"\$([^$]+)\$", record.statement))
    assert {slot.name for slot in record.inputs} <= set(re.findall(r"[A-Za-z]+", formulas))
    assert record.output_text.strip(" .") == record.output_text


@pytest.mark.parametrize("name", KERNELS)
def test_ways_can_be_taken_apart(name: str) -> None:
    for way in KERNELS[name].ways:
        text = way_text(way)
        assert "return" not in text.result
        assert "nonlocal" not in inspect.getsource(way)
        compile("\n".join([*text.imports, text.body, text.result]), name, "exec")


def test_about_a_fifth_is_held_out() -> None:
    share = sum(map(held_out, KERNELS)) / len(KERNELS)
    assert 0.12 < share < 0.28
