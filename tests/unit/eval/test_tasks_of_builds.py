"""Tasks of a build know the times of their problem's programs and its fast ones."""

from pathlib import Path

import pytest

from ecode.data.items import Submission
from ecode.data.ledger import MEASURED, Ledger
from ecode.eval.efficiency import Known
from ecode.eval.tasks import tasks_from_build

pytest.importorskip("pyarrow")
TIMES = {"fast": 10.0, "other": 20.0, "slow": 40.0, "slowest": 80.0}
PAIR = {
    "slow_id": "slow",
    "problem_id": "p",
    "slow_code": "slow",
    "slow_time_us": 40.0,
    "fast_code": "fast",
    "ratio": 4.0,
}
PAIR |= {"alternatives": ["other"], "difficulty": "", "tags": []}


def build(folder: Path, pair: dict[str, object]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with Ledger(folder / "times") as ledger, ledger.transaction():
        for code in TIMES:
            submission = Submission(code, "p", code, "src", "MIT", "row")
            ledger.add_program(submission, code_tokens=1, fingerprint=code, status=MEASURED, reason="")
        for (
            seq,
            program,
        ) in list(ledger.select("SELECT seq, id FROM programs")):
            ledger.set_status(seq, MEASURED, result={"time_us": TIMES[program]})
        ledger.execute("UPDATE programs SET split = 'test'")
    (folder / "pairs").mkdir()
    sections = dict.fromkeys(("title", "body", "input", "output", "samples"), "")
    pq.write_table(pa.Table.from_pylist([sections | pair]), folder / "pairs" / "test-00000.parquet")


@pytest.mark.parametrize(("slow_us", "known"), [(40.0, Known(0.25, 0.75, 2.0)), (None, None)])
def test_known_times_and_programs(tmp_path: Path, slow_us: float | None, known: Known | None) -> None:
    build(tmp_path, PAIR | {"slow_time_us": slow_us})
    (task,) = tasks_from_build(tmp_path / "times", tmp_path / "pairs", "test", 5)
    assert (task.known, task.references, task.best_ratio) == (known, ("fast", "other"), 4.0)
    assert task.without_statement().references == task.references
