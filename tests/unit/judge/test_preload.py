"""What a program imports, read from its text."""

from ecode.judge.preload import imported_modules


def test_imports_are_found_wherever_they_stand() -> None:
    source = b"import sys, os.path as p\nfrom math import gcd\ndef f():\n    import heapq\n"
    source += b"from . import x\nimport \xc3\xa9\n"
    assert imported_modules(source) == ("sys", "os.path", "math", "heapq")


def test_broken_source_has_none() -> None:
    assert imported_modules(b"import (\x00") == ()
    assert imported_modules(b"(" * 5000) == ()
