"""Reading what people bring: problem packages, and tests in every looser form."""

from ecode.formats.package import is_package, load_package, load_statement
from ecode.formats.statement import join_statement, split_statement
from ecode.formats.tests import load_inputs, load_tests

__all__ = [
    "is_package",
    "join_statement",
    "load_inputs",
    "load_package",
    "load_statement",
    "load_tests",
    "split_statement",
]
