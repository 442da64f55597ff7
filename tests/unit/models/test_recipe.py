"""A whole training, from a folder of pairs to a checkpoint, and another one that starts from it."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch
from safetensors.torch import load_file

from ecode.cli.main import main
from ecode.models.examples import TRAIN, VALID, part_of

SLOW = "n = int(input())\nnumbers{0} = list(map(int, input().split()))\nbest = 0\nfor a in numbers{0}:\n    for b in numbers{0}:\n        best = max(best, a + b + {0})\nprint(best)\nprint(n)\n"
FAST = "n = int(input())\nnumbers{0} = list(map(int, input().split()))\nbest = max(0, 2 * max(numbers{0}) + {0})\nprint(best)\nprint(n)\n"


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("pairs"), (TRAIN, VALID))


def write_pairs(folder: Path, parts: Sequence[str]) -> Path:
    rows = [
        {
            "problem_id": name,
            "slow_code": SLOW.format(number),
            "fast_code": FAST.format(number),
            "slow_time_us": 100.0,
            "fast_time_us": 10.0,
            "alternatives": [],
            "alternative_times_us": [],
            "title": "Sums",
            "body": "Find the largest sum.",
            "input": "n",
            "output": "s",
            "samples": "1",
            "difficulty": "800",
            "tags": ["math"],
        }
        for part in parts
        for number, name in enumerate(list(_named(part, 6)))
    ]
    schema = pa.schema([("alternatives", pa.list_(pa.string())), ("alternative_times_us", pa.list_(pa.float64()))])
    table = pa.Table.from_pylist(rows)
    for field in schema:
        table = table.set_column(table.column_names.index(field.name), field, pa.array([[]] * len(rows), field.type))
    pq.write_table(table, folder / "train-00000.parquet")
    return folder


def _named(part: str, many: int) -> list[str]:
    return [name for name, _ in zip((n for n in map(str, count()) if part_of(n) == part), range(many), strict=False)]


def train(pairs: Path, out: Path, *options: str) -> int:
    fixed = ("--steps", "1", "--tokens", "512", "--device", "cpu", "--warmup", "1")
    return main(["train", "optimizer", "--data", str(pairs), "--out", str(out), *fixed, *options])


@pytest.fixture(scope="module")
def first(pairs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    out = tmp_path_factory.mktemp("first")
    assert train(pairs, out) == 0
    return out


def test_a_training_leaves_checkpoint_log_and_model(first: Path) -> None:
    assert (first / "checkpoint" / "model.safetensors").is_file()
    assert (first / "model" / "encoder.onnx").is_file()
    assert list((first / "log").glob("events*"))


def test_few_pairs_are_trained_on_without_validation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = write_pairs(tmp_path, (TRAIN,))
    assert train(few, tmp_path / "out", "--steps", "9", "--stop-after", "0") == 1  # there are steps left
    assert "training without validation" in capsys.readouterr().err
    assert (tmp_path / "out" / "checkpoint" / "model.safetensors").is_file()


@pytest.mark.parametrize(("start", "error"), [("checkpoint", 1e-6), ("model", 0.02)])
def test_another_one_starts_from_it(pairs: Path, first: Path, tmp_path: Path, start: str, error: float) -> None:
    options = ("--init", str(first / start), "--learning-rate", "1e-12")
    assert train(pairs, tmp_path, *options, "--steps", "9", "--stop-after", "0") == 1  # there are steps left
    before, after = (load_file(folder / "checkpoint" / "model.safetensors") for folder in (first, tmp_path))
    assert all(torch.allclose(before[name], after[name], atol=error) for name in before)
    for name in ("tokenizer.json", "text_tokenizer.json"):
        assert (tmp_path / "prepared" / name).read_bytes() == (first / "checkpoint" / name).read_bytes()


def test_examples_are_shared_where_the_vocabularies_are_the_same(pairs: Path, first: Path, tmp_path: Path) -> None:
    shared, init = str(first / "prepared"), ("--init", str(first / "checkpoint"))
    assert train(pairs, tmp_path, *init, "--prepared", shared, "--steps", "9", "--stop-after", "0") == 1
    assert not (tmp_path / "prepared").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--init", "nowhere"), "nowhere is no checkpoint of this model"),
        (("--init", "FIRST", "--output", "program"), "leave out --output"),
        (("--init", "FIRST", "--names", "own"), "was trained on names in one form"),
        (("--experts", "title,foo"), "there is no expert for 'foo': choose from title, body"),
        (("--device", "abacus"), "there is no device 'abacus' here"),
        (("--device", "meta:x"), "there is no device 'meta:x' here"),
        (("--learning-rate", "nan"), "--learning-rate must be positive"),
        (("--learning-rate", "inf"), "--learning-rate must be positive"),
        (("--stop-after", "nan"), "--stop-after must be a number of minutes"),
        (("--warmup", "-5"), "--warmup must not be negative"),
        (("--lora", "-1"), "--lora must be a rank"),
    ],
)
def test_what_is_refused(
    pairs: Path,
    first: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    message: str,
) -> None:
    given = [str(first / "checkpoint") if option == "FIRST" else option for option in options]
    assert train(pairs, tmp_path, *given) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_a_checkpoint_of_another_model_is_not_taken_up(
    pairs: Path, first: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (first / "checkpoint" / "model.safetensors").read_bytes()
    assert train(pairs, first, "--activation", "relu", "--no-conditioning") == 2
    message = " ".join(capsys.readouterr().err.split())
    assert "holds another model" in message
    assert "activation: none then, relu now" in message
    assert "conditioning: True then, False now" in message
    assert (first / "checkpoint" / "model.safetensors").read_bytes() == before
    assert train(pairs, first) == 0  # the same one is


@pytest.mark.parametrize("name", ["prepared/prepared.json", "prepared/train.parquet", "checkpoint/config.json"])
def test_what_was_damaged_in_between_is_named_with_what_to_do(
    name: str, pairs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(pairs, tmp_path, "--preset", "ablation", "--steps", "2", "--stop-after", "0") == 1  # one step is left
    (tmp_path / name).write_bytes(b"junk")
    capsys.readouterr()
    assert train(pairs, tmp_path, "--preset", "ablation", "--steps", "2", "--stop-after", "0") == 2
    said = capsys.readouterr().err
    assert f"{tmp_path / name} is damaged" in said
    assert f"delete {(tmp_path / name).parent}" in said
