"""The line of a comparison: an interval as printed holds the ratio as printed."""

import re

import pytest

from ecode.cli.compare import headline
from ecode.judge.compare import Comparison


@pytest.mark.parametrize("ratio", [0.00814, 0.0123, 0.126, 0.5, 0.994, 1.049, 122.85])
def test_the_interval_holds_the_ratio(ratio: float) -> None:
    comparison = Comparison("slower" if ratio < 1 else "faster", ratio, 0.98 * ratio, 1.02 * ratio, 0.001, (1,), (1,))
    line = headline(comparison).plain
    shown = re.search(r"ratio ([\d.]+)," if ratio < 1 else r"^([\d.]+)x", line)
    interval = re.search(r"interval ([\d.]+) - ([\d.]+),", line)
    assert shown
    assert interval
    assert float(interval[1]) < float(shown[1]) < float(interval[2])
