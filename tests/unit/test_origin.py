"""What a table says of the code and the machine that made it."""

import subprocess
from pathlib import Path

from ecode.machine import fingerprint
from ecode.origin import commit, package_version, signature


def test_the_commit_is_that_of_the_source_tree() -> None:
    answer = subprocess.run(["git", "rev-parse", "HEAD"], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert commit() == answer.stdout.strip()


def test_the_signature_names_code_and_machine() -> None:
    line = signature()
    assert package_version() in line
    assert commit()[:10] in line
    assert fingerprint().cpu in line
    assert "\n" not in line
