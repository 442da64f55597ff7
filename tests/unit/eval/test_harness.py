"""Systems on tasks, with a real judge: fates, races, resumption."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ecode.eval.baselines import NearestNeighbour, best_human, identity
from ecode.eval.efficiency import Known
from ecode.eval.harness import evaluate, score
from ecode.eval.metrics import METRICS
from ecode.eval.results import Proposed
from ecode.eval.screen import screened, shown_tests
from ecode.eval.similarity.closeness import Similarity
from ecode.eval.tasks import Task, spread, tasks_from_list, tasks_from_packages
from ecode.judge.run import Judge
from ecode.records import TestCase, TestSuite

SLOW = "n = int(input())\ntotal = 0\nfor i in range(n * 2000):\n    total += 1\nprint(total // 2000 * 7)\n"
FAST = "print(int(input()) * 7)\n"
SUITE = TestSuite(tuple(TestCase(str(n), f"{n}\n".encode(), f"{7 * n}\n".encode()) for n in (3, 200)))
TASK = Task("seven/slow", "seven", SLOW, {}, SUITE, best_ratio=2.0)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge(1) as judge:
        yield judge


def proposed(*codes: str) -> list[Proposed]:
    return [Proposed(code) for code in codes]


@pytest.mark.sandbox
def test_every_candidate_gets_its_fate_and_the_winner_is_raced(judge: Judge) -> None:
    copy = SLOW.replace("total", "sum_") + "# the same\n"
    half = "n = int(input())\nprint(21 if n == 3 else 0)\n"
    found = score(TASK, [*proposed(copy, half, "print(", FAST, FAST), Proposed("", "cut off")], judge)
    assert [c.fate for c in found.candidates] == ["copy", "wrong", "broken", "accepted", "accepted", "none"]
    assert [c.passed for c in found.candidates] == [0.0, 0.5, 0.0, 1.0, 1.0, 0.0]
    assert found.winner == FAST
    assert 1.1 < found.low <= found.ratio <= found.high
    assert found.best_ratio == 2.0


@pytest.mark.sandbox
def test_all_generated_code_gets_a_predicted_time(judge: Judge) -> None:
    asked = [*proposed(SLOW, "print(", FAST), Proposed("", "cut off")]
    found = score(TASK, asked, judge, predict=lambda codes: [10.0 * len(code) for code in codes])
    assert found.slow_predicted_us == 10 * len(SLOW)
    assert [c.predicted_us for c in found.candidates] == [10 * len(SLOW), 60, 10 * len(FAST), 0]
    cut = 1 - (len(SLOW) + 6 + len(FAST)) / 3 / len(SLOW)
    assert METRICS["predicted time cut"]([found]) == pytest.approx(cut)
    assert METRICS["only predicted"]([found]) == pytest.approx(1 / 3)


@pytest.mark.sandbox
def test_candidates_that_fail_a_shown_test_come_last(judge: Judge) -> None:
    task = replace(TASK, statement={"samples": "Input\n3\n\nOutput\n21\n"})
    assert shown_tests(task) == task.suite.tests[:1]
    assert shown_tests(TASK) == ()
    wrong, half = "print(5)\n", "n = int(input())\nprint(21 if n == 3 else 0)\n"
    asked = [*proposed(wrong, "print("), Proposed("", "cut off"), *proposed(half, FAST)]
    assert screened(judge, task, asked, 3) == proposed(half, FAST, wrong)
    assert screened(judge, TASK, asked, 2) == asked[:2]


@pytest.mark.sandbox
def test_a_correct_program_that_is_no_faster_wins_nothing(judge: Judge) -> None:
    slower = SLOW.replace("n * 2000", "n * 4000").replace("// 2000", "// 4000")
    found = score(TASK, proposed(slower), judge)
    assert [c.fate for c in found.candidates] == ["accepted"]
    assert (found.ratio, found.winner) == (1.0, "")


@pytest.mark.sandbox
def test_an_interrupted_evaluation_goes_on(judge: Judge, tmp_path: Path) -> None:
    asked: list[str] = []

    def system(tasks: Sequence[Task]) -> list[list[Proposed]]:
        asked.extend(task.id for task in tasks)
        return [proposed(FAST) for _ in tasks]

    tasks = [Task(f"seven/{n}", "seven", SLOW, {}, SUITE) for n in range(3)]
    out = tmp_path / "results.jsonl"
    evaluate(tasks[:2], system, judge, out)
    with out.open("a", encoding="utf-8") as file:
        file.write('{"task": "seven/2", "cand')  # a kill in the middle of a line
    whole = evaluate(tasks, system, judge, out)
    assert asked == ["seven/0", "seven/1", "seven/2"]
    assert [r.task for r in whole] == asked
    again = evaluate(tasks, system, judge, out)
    assert [r.ratio for r in again] == [r.ratio for r in whole]
    assert len(asked) == 3


@pytest.mark.sandbox
def test_the_identity_is_a_failure(judge: Judge) -> None:
    assert [c.fate for c in score(TASK, identity([TASK])[0], judge).candidates] == ["copy"]


def test_the_nearest_slow_program_brings_its_fast_one(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    other = "a = input()\nb = ''\nfor c in a:\n    b = c + b\nprint(b)\n"
    rows = {"slow_code": [other, SLOW.replace("7", "5"), other], "fast_code": ["print(input()[::-1])", FAST, "pass"]}
    pq.write_table(pa.table(rows), tmp_path / "train-00000.parquet")
    nearest = NearestNeighbour(tmp_path, k=2)
    assert nearest.nearest(SLOW.replace("total", "t"))[0] == FAST
    assert len(nearest([TASK])[0]) == 2


@pytest.mark.sandbox
def test_answers_are_compared_with_known_programs(judge: Judge) -> None:
    known = Known(0.1, 0.5, 1.0)
    task = replace(TASK, known=known, references=("n = int(input())\nprint(7 * n)\n", FAST))
    won, missed, nothing = (score(task, some, judge) for some in (proposed(SLOW, FAST), proposed("x = 1\n"), []))
    assert won.known == missed.known == nothing.known == known
    assert (won.similarity, nothing.similarity) == (Similarity(1.0, 1.0, won.similarity.ioccb), Similarity())
    assert 0 < missed.similarity.code_bleu < 0.5
    assert score(TASK, [], judge).similarity is None


@pytest.mark.sandbox
def test_the_best_human_reaches_what_there_is(judge: Judge) -> None:
    found = score(TASK, best_human([replace(TASK, references=(FAST,))])[0], judge)
    assert found.winner == FAST
    assert best_human([TASK]) == [[Proposed("", "no fast program is known")]]


def test_tasks_take_one_program_of_each_problem_first() -> None:
    rows = [{"problem_id": problem, "n": n} for problem in "abc" for n in range(5)]
    chosen = spread(rows, 6, seed=1)
    assert sorted(row["problem_id"] for row in chosen[:3]) == ["a", "b", "c"]
    assert sorted(row["problem_id"] for row in chosen[3:]) == ["a", "b", "c"]
    assert chosen == spread(rows, 6, seed=1) != spread(rows, 6, seed=2)


def test_slow_submissions_of_packages_are_tasks() -> None:
    tasks = tasks_from_packages([Path(__file__).parents[3] / "problems" / "beadrings"])
    assert [task.id for task in tasks] == [f"beadrings/slow_{name}.py" for name in ("count", "groups", "pairs")]
    assert tasks[0].statement["title"]
    assert len(tasks[0].suite.tests) > 3
    assert len(tasks[0].references) == 2  # fast_smallest.py, fast_turned.py
    assert tasks[0].known is None


def test_a_list_names_slow_programs_and_the_fastest_of_each_problem(tmp_path: Path) -> None:
    (tmp_path / "beadrings").symlink_to(Path(__file__).parents[3] / "problems" / "beadrings")
    columns = "problem,program,baseline_cpu_s,best_human_cpu_s,best_human_program\n"
    rows = "beadrings,slow_count.py,3,1.5,fast_turned.py\nbeadrings,slow_pairs.py,3,,\n"
    (tmp_path / "slow.csv").write_text(columns + rows)
    known, unknown = tasks_from_list(tmp_path / "slow.csv")
    fastest = (tmp_path / "beadrings" / "submissions" / "accepted" / "fast_turned.py").read_text()
    assert (known.best_ratio, known.references) == (2.0, (fastest,))
    assert (unknown.best_ratio, unknown.references) == (0.0, ())
