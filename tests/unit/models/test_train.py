"""The loop: it learns, goes on exactly where it stopped, and several processes do what one does."""

import json
import os
import socket
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from tiny import tiny_model, token_set

from ecode.errors import ModelError
from ecode.models.batches import Batches
from ecode.models.devices import Devices
from ecode.models.train import TrainConfig, rate, train

CONFIG = TrainConfig(steps=12, tokens=256, learning_rate=3e-3, warmup=2, log_every=1, save_every=4, eval_every=6)


def losses(out: Path, config: TrainConfig = CONFIG, **options: object) -> list[float]:
    """Of each step of one call."""
    records: list[dict[str, float]] = []
    train(tiny_model(initializer_range=0.05), token_set(), config, out, log=records.append, **options)
    return [record["loss"] for record in records if "loss" in record]


def test_it_learns(tmp_path: Path) -> None:
    curve = losses(tmp_path / "run", replace(CONFIG, steps=60, warmup=10))
    assert sum(curve[-5:]) < 0.85 * sum(curve[:5])


def test_an_interrupted_training_goes_on_exactly(tmp_path: Path) -> None:
    whole = losses(tmp_path / "whole")
    parts = [losses(tmp_path / "parts", stop_after_s=0) for _ in range(3)]
    rest = losses(tmp_path / "parts")
    assert [len(part) for part in parts] == [1, 1, 1]
    assert [*chain(*parts), *rest] == whole
    a, b = (load_file(tmp_path / name / "model.safetensors") for name in ("whole", "parts"))
    assert all(torch.equal(a[name], b[name]) for name in a)


def test_a_kill_between_the_two_renames_loses_nothing(tmp_path: Path) -> None:
    first = losses(tmp_path / "run", stop_after_s=0)
    (tmp_path / "run").rename(tmp_path / "run.old")
    assert first + losses(tmp_path / "run") == losses(tmp_path / "whole")


def test_other_settings_are_refused(tmp_path: Path) -> None:
    losses(tmp_path / "run", stop_after_s=0)
    with pytest.raises(ModelError, match=r"other settings \(tokens: 256 then, 512 now\)"):
        losses(tmp_path / "run", replace(CONFIG, tokens=512))


def test_how_often_is_saved_may_change(tmp_path: Path) -> None:
    first = losses(tmp_path / "run", stop_after_s=0)
    rest = losses(tmp_path / "run", replace(CONFIG, save_every=5, eval_every=3, log_every=1))
    assert first + rest == losses(tmp_path / "whole")


@pytest.mark.parametrize("name", ["training.json", "optimizer.safetensors", "model.safetensors"])
@pytest.mark.parametrize("content", [None, b"", b"junk", b"[]"])
def test_a_damaged_checkpoint_is_said_to_be_one(name: str, content: bytes | None, tmp_path: Path) -> None:
    losses(tmp_path / "run", stop_after_s=0)
    path = tmp_path / "run" / name
    if content is not None:
        path.write_bytes(content)
    elif name != "training.json":  # without that one there is no checkpoint
        path.unlink()
    else:
        path.write_text('{"config": {}}')
    with pytest.raises(ModelError, match=r"damaged .*: delete it to begin anew|other settings"):
        losses(tmp_path / "run")


def test_a_loss_that_is_no_number_stops_it(tmp_path: Path) -> None:
    model = tiny_model()
    with torch.no_grad():
        model.embed.weight.fill_(float("nan"))
    with pytest.raises(ModelError, match="lower learning rate"):
        train(model, token_set(), CONFIG, tmp_path / "run")
    assert not (tmp_path / "run").exists()


WORKER = """
import json, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
import torch
torch.set_num_threads(1)
from test_train import CONFIG
from tiny import tiny_model, token_set
from ecode.models.devices import Devices, join_processes
from ecode.models.train import train
join_processes()
devices, records = Devices("cpu", bf16=False), []
train(tiny_model(initializer_range=0.05), token_set(), CONFIG, Path({out!r}), devices=devices, log=records.append)
if devices.is_main:
    print(json.dumps([record["loss"] for record in records if "loss" in record]))
"""


def test_two_processes_give_the_loss_of_one(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = WORKER.format(tests=str(Path(__file__).parent), out=str(tmp_path / "two"))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script],
            env=os.environ
            | {"RANK": str(n), "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
            | {"GLOO_SOCKET_IFNAME": "lo"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(2)
    ]
    one = losses(tmp_path / "one", devices=Devices("cpu", bf16=False))
    answers = [process.communicate(timeout=120) for process in processes]
    assert all(process.returncode == 0 for process in processes), answers[0][1] + answers[1][1]
    assert json.loads(answers[0][0].splitlines()[-1]) == pytest.approx(one, rel=1e-4)


def test_every_row_comes_once_an_epoch_and_batches_keep_to_their_size() -> None:
    batches = Batches(token_set(200), tokens=300)
    plan = batches.plan(0)
    assert Counter(row for rows in plan for row in rows) == Counter(range(200))
    for rows in plan:
        made = batches.tensors(rows, 0)
        assert len(rows) * (made["input_ids"].shape[1] + made["labels"].shape[1]) <= 300
    assert plan == batches.plan(0) != batches.plan(1)


def test_the_first_epochs_read_the_shortest_examples() -> None:
    data = token_set(100)
    lengths = data.sources.lengths + data.targets.lengths
    batches = Batches(data, tokens=300, curriculum=(0.25, 0.5))
    read = [sorted(row for rows in batches.plan(epoch) for row in rows) for epoch in range(3)]
    assert [len(rows) for rows in read] == [25, 50, 100]
    assert max(lengths[read[0]]) <= min(lengths[[row for row in range(100) if row not in read[0]]])


def test_statements_are_dropped_as_often_as_asked() -> None:
    data = token_set(400)
    kept = [_rows_with_statement(data, drop) for drop in (0.0, 0.3, 1.0)]
    assert kept[0] > 395  # a random statement may be empty
    assert 240 < kept[1] < 320
    assert kept[2] == 0


def _rows_with_statement(data: object, drop: float) -> int:
    made = Batches(data, 10**6, drop_statement=drop, drop_field=0.0).tensors(range(400), 0)
    return int(made["text_attention_mask"].flatten(1).any(dim=1).sum())


def test_the_rate_rises_stays_and_falls_to_nothing() -> None:
    config = TrainConfig(steps=100, warmup=10, decay=0.4)
    assert rate(0, config) == pytest.approx(0.1)
    assert rate(9, config) == rate(59, config) == 1.0
    assert rate(80, config) == pytest.approx(0.5)
    assert rate(99, config) == pytest.approx(0.025)
