"""A machine's factor: measured while it was busy, it is too large; the least of all measurements holds."""

import json
from pathlib import Path

from ecode.data.items import Submission
from ecode.data.ledger import Ledger
from ecode.data.nodes import settle_factors


def test_all_rows_of_a_machine_get_its_least_factor(tmp_path: Path) -> None:
    measured = [("a", "one", 1.9), ("b", "one", 1.04), ("c", "two", 3.0)]
    with Ledger(tmp_path) as ledger:
        for name, machine, factor in measured:
            program = Submission(name, "p", "print(1)", "s", "MIT", "here")
            ledger.add_program(program, code_tokens=4, fingerprint=name, status="pending", reason="")
            seq = next(ledger.select("SELECT seq FROM programs WHERE id = ?", name))[0]
            ledger.set_status(seq, "measured", "", {"machine": machine, "node_factor": factor, "time_us": 5.0})
        settle_factors(ledger)
        found = [json.loads(text) for (text,) in ledger.select("SELECT result FROM programs ORDER BY id")]
    assert [row["node_factor"] for row in found] == [1.04, 1.04, 3.0]
    assert all(row["time_us"] == 5.0 for row in found)
