"""Splits by time and by problem, and the leak check, on a ledger filled by hand."""

from pathlib import Path

import pytest

from ecode.data.items import Submission
from ecode.data.ledger import MEASURED, UNMEASURED, Ledger
from ecode.data.splits import check_no_leak, split_ledger
from ecode.errors import DataError


def fill(ledger: Ledger, programs: list[tuple[str, str, str]]) -> None:
    """(problem, date, code) each."""
    with ledger.transaction():
        for number, (problem, date, code) in enumerate(programs):
            submission = Submission(f"s{number}", problem, code, "src", "MIT", f"row {number}", submitted_at=date)
            ledger.add_program(submission, code_tokens=1, fingerprint=code, status=MEASURED, reason="")


def different(count: int, date: bool = True) -> list[tuple[str, str, str]]:
    return [
        (f"p{i % 5}", f"2020-01-{i + 1:02d}" if date else "", " ".join(f"w{i}x{j}" for j in range(20)))
        for i in range(count)
    ]


def splits(ledger: Ledger) -> dict[str, str]:
    return dict(ledger.select("SELECT id, split FROM programs WHERE status = ?", MEASURED))


def test_dated_programs_are_split_by_time(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        fill(ledger, different(20))
        report = split_ledger(ledger, str.split, test_share=0.1)
        check_no_leak(ledger, str.split)
        assert (report.by, report.cutoff, report.train, report.test) == ("submission time", "2020-01-19", 18, 2)
        assert [name for name, split in splits(ledger).items() if split == "test"] == ["s18", "s19"]


def test_equal_dates_stay_together(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        fill(ledger, [(p, "2020-01-01" if i < 10 else "2020-02-01", c) for i, (p, _, c) in enumerate(different(20))])
        report = split_ledger(ledger, str.split, test_share=0.1)
        assert (report.train, report.test) == (10, 10)


def test_undated_programs_are_split_by_problem(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        fill(ledger, different(20, date=False))
        report = split_ledger(ledger, str.split, test_share=0.2)
        assert (report.by, report.train, report.test, report.problems_on_both_sides) == ("problem", 16, 4, 0)


def test_a_near_duplicate_leaves_the_test_set(tmp_path: Path) -> None:
    programs = different(20)
    programs[19] = (programs[19][0], programs[19][1], programs[0][2] + " tail")
    with Ledger(tmp_path) as ledger:
        fill(ledger, programs)
        report = split_ledger(ledger, str.split, test_share=0.1)
        assert report.dropped == 1
        assert "s19" not in splits(ledger)
        check_no_leak(ledger, str.split)
        again = split_ledger(ledger, str.split, test_share=0.1)
        assert again == report


def test_a_training_program_that_was_not_measured_guards_the_test_set_too(tmp_path: Path) -> None:
    programs, code = different(20), " ; ".join(f"print ( {i} )" for i in range(20))
    programs[0] = (*programs[0][:2], code)
    programs[19] = (*programs[19][:2], code + " ; print ( 99 )")
    with Ledger(tmp_path) as ledger:
        fill(ledger, programs)
        ledger.execute("UPDATE programs SET status = ? WHERE id IN ('s0', 's18')", UNMEASURED)
        report = split_ledger(ledger, str.split, test_share=0.1)
        assert (report.cutoff, report.train, report.test, report.dropped) == ("2020-01-19", 17, 0, 1)
        check_no_leak(ledger, str.split)


@pytest.mark.parametrize("copy", [lambda code: code, lambda code: code + " tail"], ids=["exact", "near"])
def test_a_leak_fails_the_build(tmp_path: Path, copy) -> None:
    programs = different(20)
    with Ledger(tmp_path) as ledger:
        fill(ledger, programs)
        split_ledger(ledger, str.split, test_share=0.1)
        ledger.execute("UPDATE programs SET code = ?, fingerprint = 'f' WHERE id = 's19'", copy(programs[3][2]))
        with pytest.raises(DataError, match="leaks"):
            check_no_leak(ledger, str.split)


def test_one_problem_without_dates_is_all_training(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        fill(ledger, [("p", "", c) for _, _, c in different(5)])
        report = split_ledger(ledger, str.split)
        assert (report.train, report.test) == (5, 0)
