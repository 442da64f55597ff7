"""`python -m ecode`."""

from ecode.cli.main import entry

entry()
