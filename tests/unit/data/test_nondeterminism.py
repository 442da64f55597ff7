"""Programs whose output depends on what should not matter are caught; deterministic look-alikes are kept."""

import pytest

from ecode.data.clean import asks_the_calendar, parse
from ecode.data.measure import MEASURED, NONDETERMINISTIC, Bench, MeasureConfig
from ecode.records import TestCase, TestSuite

pytestmark = pytest.mark.sandbox

PLANTED = {
    "order of a set of strings": "print(*{'ant', 'bee', 'cow', 'dog', 'eel', 'fox'})",
    "first of a set of strings": "print(next(iter({w for w in 'ant bee cow dog eel fox gnu hen'.split()})))",
    "pop from a set of strings": "s = set('abcdefghij')\nprint(s.pop(), s.pop())",
    "hash of a string": "print(hash('key') % 1000)",
    "hash of bytes": "print(hash(b'key') & 1023)",
    "hash of a tuple of strings": "print(hash(('a', 1)))",
    "hash of a date": "import datetime\nprint(hash(datetime.date(2020, 1, 2)) % 1000)",
    "max with ties over a set": "print(max({'ab', 'cd', 'ef', 'gh', 'ij', 'kl'}, key=len))",
    "set difference printed": "print(list(set('abcdefgh') - set('ab')))",
    "keys of a dict built from a set": "d = {}\nfor c in set('abcdefgh'):\n    d[c] = len(d)\nprint(d)",
    "repr of a frozenset": "print(frozenset(['left', 'right', 'up', 'down']))",
    "intersection joined": "print(''.join(set('hello world') & set('low held')))",
    "random": "import random\nprint(random.randint(0, 10 ** 9))",
    "random.shuffle": "import random\na = list(range(20))\nrandom.shuffle(a)\nprint(a)",
    "random imported by name": "from random import choice\nprint([choice('abcdef') for _ in range(12)])",
    "SystemRandom": "from random import SystemRandom\nprint(SystemRandom().random())",
    "os.urandom": "import os\nprint(os.urandom(4).hex())",
    "uuid4": "import uuid\nprint(uuid.uuid4())",
    "secrets": "import secrets\nprint(secrets.token_hex(4))",
    "time.time": "import time\nprint(time.time())",
    "perf_counter": "import time\nt = time.perf_counter()\nsum(range(1000))\nprint(time.perf_counter() - t)",
    "time as a seed": "import random, time\nrandom.seed(time.time_ns())\nprint(random.random())",
    "address of an object": "print(id(object()))",
    "default repr": "class A:\n    pass\nprint(A())",
    "repr of a function": "def f():\n    pass\nprint(f)",
    "order by address": "class A:\n    def __init__(s, n):\n        s.n = n\nprint([a.n for a in {A(i) for i in range(3000)}])",  # so many that more than the place in a page decides
    "repr of a lambda in a list": "print([lambda x: x])",
}
CALENDAR = {
    "date.today": "import datetime\nprint(datetime.date.today())",
    "datetime.now().year": "from datetime import datetime\nprint(datetime.now().year)",
    "localtime": "import time\nprint(time.localtime().tm_year)",
    "strftime of now": "import time\nprint(time.strftime('%Y'))",
}
SOUND = {
    "sorted set": "print(sorted({'ant', 'bee', 'cow'}))",
    "set of small ints": "print({3, 1, 2})",
    "seeded random": "import random\nrandom.seed(4)\nprint(random.randint(0, 10 ** 9))",
    "random choice that does not show": "import random\na = [3, 1, 2]\nrandom.shuffle(a)\nprint(sorted(a))",
    "time that is not printed": "import time\nt = time.time()\nprint(sum(range(100)))",
    "membership": "print('ant' in {'ant', 'bee'})",
    "dict order": "print({c: ord(c) for c in 'zyx'})",
    "hash of an int": "print(hash(12345))",
    "strptime": "import time\nprint(time.strptime('2020', '%Y').tm_year)",
}


@pytest.fixture(scope="module")
def bench():
    with Bench(MeasureConfig(timed_tests=2, repeats=5)) as bench:
        yield bench


INPUTS = (b"", b"2\n")


def measured(bench: Bench, program: str) -> str:
    """Judged on tests without expected outputs: only the repeats can find fault."""
    tests = tuple(TestCase(str(number), content) for number, content in enumerate(INPUTS))
    return bench.measure(program, TestSuite(tests)).status


@pytest.mark.parametrize("name", PLANTED)
def test_planted_nondeterminism_is_caught(bench: Bench, name: str) -> None:
    assert measured(bench, PLANTED[name]) == NONDETERMINISTIC


@pytest.mark.parametrize("name", CALENDAR)
def test_todays_date_is_caught_by_reading(name: str) -> None:
    tree = parse(CALENDAR[name])
    assert tree is not None
    assert asks_the_calendar(tree)


@pytest.mark.parametrize("name", SOUND)
def test_sound_programs_are_kept(bench: Bench, name: str) -> None:
    tree = parse(SOUND[name])
    assert tree is not None
    assert asks_the_calendar(tree) == ""
    assert measured(bench, SOUND[name]) == MEASURED
