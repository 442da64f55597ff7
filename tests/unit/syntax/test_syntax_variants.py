"""The four variants of one source."""

from ecode.syntax.deletion import random_deletion
from ecode.syntax.variants import Variants, variants


def test_all_come_from_uni() -> None:
    source = "def solve(n):\n    print(n)\n    for i in range(n): pass\n"
    uni = "def func1(var1):\n    print(var1)\n    for var2 in range(var1): pass\n"
    loops = "def func1(var1):\n    for var2 in range(var1): pass\n"
    assert variants(source, seed=3) == Variants(source, uni, loops, random_deletion(uni, seed=3))


def test_a_refused_program_has_only_itself() -> None:
    source = "x = 1\nprint(globals())\n"
    assert variants(source, seed=3) == Variants(source, "", "", "", "line 2: globals looks names up by text")
