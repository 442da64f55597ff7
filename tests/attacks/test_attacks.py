"""Every claim of docs/sandbox.md is attacked, and every attack is shown to succeed when its guard is taken away."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from attack_runner import PROGRAMS, Runner, said
from attack_table import Attack, attacks

pytestmark = pytest.mark.sandbox

ATTACKS = attacks()
GUARDED = [attack for attack in ATTACKS if attack.without is not None]
DOCS = Path(__file__).parents[2] / "docs" / "sandbox.md"


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack_is_held(attack: Attack, runner: Runner) -> None:
    runs = runner.with_guard(attack)
    assert attack.held(runs), said(runs)


@pytest.mark.parametrize("attack", GUARDED, ids=lambda attack: attack.name)
def test_attack_succeeds_without_its_guard(attack: Attack, runner: Runner) -> None:
    runs = runner.without_guard(attack)
    assert attack.succeeds(runs), said(runs)


def test_rows_are_complete() -> None:
    """A guard that cannot be taken away has a reason; names are unique; every program is used and documented."""
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert all(attack.without is not None or attack.why_nothing_to_take_away for attack in ATTACKS)
    programs = {path.name for path in PROGRAMS.glob("*.py")}
    assert {attack.program for attack in ATTACKS} == programs
    documented = DOCS.read_text()
    assert not [name for name in programs if f"`{name}`" not in documented]
    for name in programs:
        assert ast.get_docstring(ast.parse((PROGRAMS / name).read_text())), f"{name} does not say what it attacks"
