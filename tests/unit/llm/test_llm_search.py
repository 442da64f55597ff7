"""A language model in a real search: its answers are judged and raced, and what became of them comes back to it."""

from __future__ import annotations

import pytest
from scripted_llm import block, chat, serving

from ecode.judge.run import Judge
from ecode.llm.choose import parse_model
from ecode.llm.proposer import LanguageModelProposer
from ecode.records import TestCase, TestSuite
from ecode.search.config import OptimizeConfig
from ecode.search.optimize import optimize

SLOW = (
    "n = int(input())\ntotal = 0\nfor i in range(n):\n    for j in range(20):\n        total += i % 3\nprint(total)\n"
)
MEDIUM = "n = int(input())\ntotal = 0\nfor i in range(n):\n    total += i % 3\nprint(20 * total)\n"
WRONG = "n = int(input())\nprint(20 * n)\n"
FAST = "n = int(input())\nprint(20 * (n // 3 * 3 + (n % 3 == 2)))\n"


@pytest.mark.sandbox
@pytest.mark.slow
def test_slow_then_medium_then_fast() -> None:
    tests = TestSuite(tuple(TestCase(f"t{n}", f"{n}\n".encode(), None) for n in (5, 7, 30_000, 60_000)))
    script = chat(block(WRONG), block(MEDIUM)), chat(block(FAST), block(MEDIUM)), chat("I see no mistake.")
    with serving(*script) as server, Judge() as judge:
        proposer = LanguageModelProposer(parse_model("openai:tiny", base_url=server.url), samples=2)
        config = OptimizeConfig(budget_s=10.0, hidden_inputs=4)
        outcome = optimize(judge, SLOW, tests, config, proposers=[proposer])
    assert outcome.improved
    assert outcome.program == FAST
    assert {one.source: one.fate for one in outcome.candidates}[WRONG] == "wrong"
    asked = [body["messages"][1]["content"] for body in server.asked]
    assert "fastest version that was found so far" in asked[1]
    assert MEDIUM in asked[1]
    assert "it writes a wrong output" in asked[2]
    assert WRONG in asked[2]
    assert "WA" in asked[2]
