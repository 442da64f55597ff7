"""The same rows from a Ray cluster as from the local pool, also when a node dies in the middle."""

import threading
from pathlib import Path

import pytest
from builds import source, submission

from ecode.data.engines import LocalEngine
from ecode.data.exec_time_db import BuildConfig, build_times
from ecode.data.measure import MeasureConfig
from ecode.data.ray_engine import RayEngine
from ecode.data.tables import read_table
from ecode.errors import UsageError

ROWS = [submission(n) for n in range(60)]
CONFIG = BuildConfig(MeasureConfig(timed_tests=2, repeats=2))


def keys(out: Path) -> list[tuple[str, str, str, int]]:
    """What does not depend on the clock, in the order of the tables."""
    return [
        (split, row["id"], row["code"], row["tests"])
        for split in ("train", "test")
        for row in read_table(out / "uni", split)
    ]


def rows_of(out: Path) -> list[dict]:
    return [row for split in ("train", "test") for row in read_table(out / "ori", split)]


@pytest.mark.slow
@pytest.mark.sandbox
@pytest.mark.filterwarnings("ignore")
def test_a_node_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    import ray
    from ray.cluster_utils import Cluster

    build_times([source(ROWS)], tmp_path / "local", CONFIG, lambda config: LocalEngine(config, workers=1))
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    victim = cluster.add_node(num_cpus=1)
    cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    try:
        killer = Killer(cluster, victim, after=12)
        build_times(
            [source(ROWS)],
            tmp_path / "ray",
            CONFIG,
            lambda config: RayEngine(config, address=cluster.address),
            progress=killer,
        )
    finally:
        ray.shutdown()
        cluster.shutdown()
    assert killer.struck
    assert keys(tmp_path / "ray") == keys(tmp_path / "local")
    assert all(0.1 < row["node_factor"] < 20 for row in rows_of(tmp_path / "ray"))


class Killer:
    """A progress that takes a node away after some programs."""

    def __init__(self, cluster, victim, after: int) -> None:
        self._cluster, self._victim, self._left = cluster, victim, after
        self._measuring = False
        self.struck = False

    def step(self, text: str, total: int | None = None) -> None:
        self._measuring = text == "measuring"

    def advance(self, count: int = 1) -> None:
        self._left -= self._measuring
        if self._measuring and self._left == 0:
            self.struck = True
            threading.Thread(target=self._cluster.remove_node, args=(self._victim, False)).start()


def test_without_ray_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(UsageError, match=r'pip install "ecode-lm\[ray\]"'):
        RayEngine(MeasureConfig())
