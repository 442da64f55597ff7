"""Hugging Face `datasets` opens what a build writes."""

from pathlib import Path

import pytest
from builds import build, submission


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_load_dataset_opens_every_variant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    out = tmp_path / "db"
    build(out, [submission(n) for n in range(40)])
    for variant in ("ori", "uni", "loop_rec", "rand_del"):
        loaded = datasets.load_dataset(str(out), variant, cache_dir=str(tmp_path / "cache"))
        assert set(loaded) == {"train", "test"}
        assert sum(map(len, loaded.values())) == 40
    assert datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))["train"].column_names[0] == "id"
