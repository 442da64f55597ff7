"""Answers are parsed strictly: a table of them, and properties on programs of all kinds."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scripted_llm import FAST, SLOW, block

from ecode.llm.answer import parse_answer
from ecode.llm.questions import fenced

OTHER = "print(input())\n"
ANSWERS = [
    # answer, fate, program
    (block(FAST), "program", FAST),
    (f"```\n{FAST}```", "program", FAST),
    (f"```Python3 title='x.py'\n{FAST}\n\n```  \nDone.", "program", FAST),
    (f"~~~py\n{FAST}~~~", "program", FAST),
    (f"````python\n{FAST}````", "program", FAST),
    (block(FAST).replace("\n", "\r\n"), "program", FAST),
    ("1. So:\n   ```python\n   if 1:\n       print(1)\n\n   ```\n", "program", "if 1:\n    print(1)\n"),
    # several blocks: the last complete Python one, then the last complete one without a mark
    (block(SLOW) + block(FAST), "program", FAST),
    (block(FAST) + "It prints\n```\n42\n```", "program", FAST),
    (block(FAST) + "Run it:\n```bash\npython x.py\n```", "program", FAST),
    (f"```\nnothing\n```\n```\n{FAST}```", "program", FAST),
    (block(FAST) + "Or:\n```python\nprint(", "program", FAST),
    # fences inside
    ("````python\ns = '''\n```\n'''\nprint(s)\n````", "program", "s = '''\n```\n'''\nprint(s)\n"),
    ("```python\ns = '''\n~~~\n'''\nprint(s)\n```", "program", "s = '''\n~~~\n'''\nprint(s)\n"),
    ("```python\ns = '```'\nprint(s)\n```", "program", "s = '```'\nprint(s)\n"),
    # thoughts
    (f"<think>\n{block(OTHER)}</think>\n{block(FAST)}", "program", FAST),
    (f"Hmm.\n{block(OTHER)}</think>\n\n{block(FAST)}", "program", FAST),
    (f"<think>\n{block(OTHER)}", "no program", ""),
    # copies and broken programs
    (block(SLOW), "copy", SLOW),
    (block("# again\ncount = int(input())\nprint(sum(x for x in range(count)))\n"), "copy", None),
    (block("print(1\n"), "broken", "print(1\n"),
    (block("print '1'\n"), "broken", None),
    ("```python\nx = '\0'\n```", "broken", None),
    (block("(" * 5000 + "\n"), "broken", None),
    # no program
    ("", "no program", ""),
    (" \n", "no program", ""),
    ("I cannot help with that.", "no program", ""),
    (FAST, "no program", ""),
    ("```python\n```", "no program", ""),
    ("```python\n\n  \n```", "no program", ""),
    ("```python\n# nothing\n```", "no program", ""),
    ("```cpp\nint main() {}\n```", "no program", ""),
    # cut off
    (f"```python\n{FAST}", "cut off", ""),
    ("```python", "cut off", ""),
    (f"````python\n{FAST}```\n", "cut off", ""),
]


@pytest.mark.parametrize(("text", "fate", "program"), ANSWERS)
def test_answers(text: str, fate: str, program: str | None) -> None:
    answer = parse_answer(text, SLOW)
    assert answer.fate == fate
    assert program is None or answer.code == program
    assert (answer.detail == "") == (fate == "program")


@pytest.mark.parametrize("text", ["", "Let me see. First", "<think> this is long"])
def test_an_answer_that_was_cut_off_says_so(text: str) -> None:
    answer = parse_answer(text, SLOW, finished=False)
    assert answer.fate == "cut off"
    assert "limit of tokens" in answer.detail


def test_a_complete_program_in_an_answer_that_was_cut_off_counts() -> None:
    assert parse_answer(block(FAST) + "This is because", SLOW, finished=False).fate == "program"


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["```", "````python", "~~~", "  ```", "{program}", "{}", "{statement}", "</think>", "<think>", ""]
        ),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(LINES)
@example(["```", "````", "`````"])
def test_any_text_in_a_program_comes_through(lines: list[str]) -> None:
    """What a program holds in a string does not end its block early, where the fence is long enough."""
    program = f"print({chr(10).join(lines)!r})\ntext = r'''\n" + "\n".join(f"| {line}" for line in lines) + "\n'''\n"
    answer = parse_answer(f"Well.\n{fenced(program, 'python')}\nDone.", SLOW)
    if "'''" not in "\n".join(lines) and not any(line.endswith(("</think>", "\\")) for line in lines):
        assert answer.fate == "program"
        assert answer.code == program


@settings(deadline=None)
@given(st.text(st.sampled_from("`~ \nap(python<think>/#'\\{}"), max_size=60), st.booleans())
def test_no_text_breaks_the_parser(text: str, finished: bool) -> None:
    answer = parse_answer(text, SLOW, finished=finished)
    assert (answer.fate in ("program", "broken", "copy")) == bool(answer.code)
