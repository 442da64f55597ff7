"""Habits of the people who write the programs: skill, form, comments, dead code, needless steps."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

SLOW, MIXED, FAST = "slow", "mixed", "fast"
NAME_SCHEMES = ("own", "own", "own", "letters", "words", "camel", "prefixed")


@dataclass(frozen=True, slots=True)
class Person:
    """`skill` decides how input is read and output printed; the rest is taste."""

    skill: str
    main: bool
    comments: str
    """keep (those of the way), drop, or chatty (more of them)."""
    dead_code: int
    needless: float
    """Probability of a needless step where one is possible."""
    scheme: str
    blank_lines: bool
    helper_in_loop: bool = False


def draw_person(rng: Random, skill: str) -> Person:
    tidy = skill == FAST and rng.random() < 0.7
    return Person(
        skill=skill,
        main=rng.random() < (0.6 if skill == FAST else 0.3),
        comments=rng.choice(("keep", "drop", "drop") if tidy else ("keep", "keep", "drop", "chatty")),
        dead_code=0 if tidy else rng.choice((0, 0, 0, 1, 1, 2)),
        needless=0.0 if tidy else rng.choice((0.0, 0.0, 0.3, 0.6)),
        scheme=rng.choice(NAME_SCHEMES),
        blank_lines=rng.random() < 0.4,
    )


_DEAD_IMPORTS = (
    "import math",
    "import sys",
    "import os",
    "from collections import deque",
    "import bisect",
    "import heapq",
    "from itertools import permutations",
    "import string",
    "from functools import reduce",
    "import random",
)
_DEAD_LINES = (
    "MOD = 10 ** 9 + 7\n",
    "INF = float('inf')\n",
    "EPS = 1e-9\n",
    "DEBUG = False\n",
    "MAXN = 100005\n",
    "dx = [0, 1, 0, -1]\ndy = [1, 0, -1, 0]\n",
    "sys.setrecursionlimit(10 ** 6)\n",
    "def debug(*args):\n    if DEBUG:\n        print(*args)\n",
    "def is_even(value):\n    return value % 2 == 0\n",
    "yes = 'yes'\nno = 'no'\n",
    "ALPHABET = 'abcdefghijklmnopqrstuvwxyz'\n",
    "def read_ints():\n    return list(map(int, input().split()))\n",
)
_NEEDS = {"sys.setrecursionlimit": "import sys", "DEBUG:": "DEBUG = False\n"}


def dead_code(rng: Random, person: Person) -> tuple[list[str], str]:
    """(imports nobody uses, definitions nobody uses)."""
    imports, lines = [], ""
    for _ in range(person.dead_code):
        if rng.random() < 0.5:
            imports.append(rng.choice(_DEAD_IMPORTS))
            continue
        line = rng.choice(_DEAD_LINES)
        if line.startswith("sys."):
            imports.append("import sys")
        if "DEBUG:" in line and "DEBUG = " not in lines:
            lines += "DEBUG = False\n"
        if line not in lines:
            lines += line
    return imports, lines


def needless_steps(rng: Random, person: Person, names: dict[str, str]) -> str:
    """Statements that change nothing: copies, conversions, checks. `names` leads from variables to slot types."""
    steps = ""
    for name, kind in names.items():
        if rng.random() < person.needless:
            steps += rng.choice(_NEEDLESS.get(kind, ("{0} = {0}\n",))).format(name)
    return steps


_NEEDLESS = {
    "ints": (
        "{0} = list({0})\n",
        "{0} = {0}[:]\n",
        "{0} = [int(str(value)) for value in {0}]\n",
        "copy = []\nfor value in {0}:\n    copy.append(value)\n{0} = copy\n",
        "{0} = [value for value in {0}]\n",
        "largest = max({0}) if {0} else 0\n",
        "length = len({0})\n",
    ),
    "strs": ("{0} = list({0})\n", "{0} = [str(word) for word in {0}]\n", "{0} = {0}[:]\n"),
    "lines": ("{0} = [line.strip() for line in {0}]\n", "{0} = list({0})\n"),
    "str": ("{0} = str({0})\n", "{0} = ''.join(list({0}))\n", "{0} = {0}.strip()\n"),
    "rows": ("{0} = list({0})\n", "{0} = [tuple(row) for row in {0}]\n"),
    "grid": ("{0} = [''.join(row) for row in {0}]\n", "{0} = {0}[:]\n"),
    "matrix": ("{0} = [list(row) for row in {0}]\n", "{0} = [row[:] for row in {0}]\n"),
    "int": ("{0} = int({0})\n", "assert {0} == {0}\n", "{0} = {0} + 0\n"),
}

_REMARKS = {
    "read": ("# read the input", "# input", "# get the data", "# parsing"),
    "solve": ("# solve it", "# now the real work", "# compute the answer", "# main part", "# TODO: faster?"),
    "print": ("# print the answer", "# output", "# done", "# show the result"),
}


def remark(rng: Random, person: Person, part: str) -> str:
    """A comment before a part of the program, for those who write such."""
    return f"{rng.choice(_REMARKS[part])}\n" if person.comments == "chatty" and rng.random() < 0.7 else ""
