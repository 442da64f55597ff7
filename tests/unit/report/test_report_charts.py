"""Charts and numbers: finite, inside of the picture, in readable units."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecode.report.axis import axis_for
from ecode.report.charts import drawable, samples_chart, scaling_chart
from ecode.report.data import Scaling, ScalingPoint
from ecode.report.growth import fit_growth
from ecode.report.units import memory_text, percent_text, plain_number, ratio_text, saved_text, time_text

SAMPLES = [
    [1],
    [0],
    [0, 0, 0],
    [5_000_000] * 8,
    [1, 9_000_000_000_000],
    [0, 10**18],
    [2**62, 2**62 + 1],
    list(range(135_000_000, 136_000_000, 100)),
    [-5, 10],
]
WITH_PLACE = ("x", "x1", "x2", "cx", "y", "y1", "y2", "cy", "width", "height")


def check_svg(text: str) -> ElementTree.Element:
    """Well-formed, every place a number on the picture, at least two tick marks, a name."""
    root = ElementTree.fromstring(text)
    height = float(root.attrib["height"])
    for element in root.iter():
        for name in WITH_PLACE:
            value = element.attrib.get(name, "0")
            number, most = float(value.rstrip("%")), 100 if value.endswith("%") else max(height, 100)
            assert math.isfinite(number)
            assert 0 <= number <= most, (element.tag, name, value)
    ticks = [element.text for element in root.iter("text") if element.attrib["class"] == "tick"]
    assert 2 <= len(ticks) <= 10
    assert len(set(ticks)) == len(ticks)
    assert root.attrib["aria-label"]
    return root


@pytest.mark.parametrize("samples", SAMPLES, ids=str)
def test_a_chart_of_any_samples(samples: list[float]) -> None:
    root = check_svg(samples_chart([("original", "original", samples), ("faster", "faster", [3_000_000, 3_100_000])]))
    assert len(list(root.iter("circle"))) <= 802
    check_svg(samples_chart([("one", "original", samples)]))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(0, 10**13), min_size=1, max_size=20), st.lists(st.integers(0, 10**13), min_size=1, max_size=20)
)
def test_a_chart_of_random_samples(a: list[float], b: list[float]) -> None:
    check_svg(samples_chart([("a", "original", a), ("b", "faster", b)]))


def test_the_axis_is_logarithmic_where_times_are_far_apart() -> None:
    assert axis_for([9e6, 135e6]).log
    assert not axis_for([9e6, 10e6]).log
    text = samples_chart([("a", "original", [135e6]), ("b", "faster", [9e6])])
    assert "logarithmic" in text
    assert re.findall(r">([^<]+ ms)</text>", text)[:4] == ["10 ms", "20 ms", "50 ms", "100 ms"]


def points(*rows: tuple[float, float, float]) -> Scaling:
    return Scaling("<lines>", tuple(ScalingPoint(*row) for row in rows))


@pytest.mark.parametrize(
    "scaling",
    [
        points((10, 100, 50), (20, 400, 100)),
        points((1, 1, 1), (1e15, 1e18, 1e3), (1e7, 5, 5)),
        points((100, 7, 7), (101, 7, 7), (102, 7, 7)),
        points((0.001, 10**9, 10), (0.002, 10, 10**9), (0.004, 10**9, 10)),
        points((0, 5, 5), (5, 0, 5), (10, 1e6, 1e5), (20, 4e6, 2e5), (20, 4e6, 2e5)),
    ],
)
def test_scaling_curves(scaling: Scaling) -> None:
    check_svg(scaling_chart(scaling))


def test_no_curve_of_one_size() -> None:
    assert drawable(points((10, 5, 5), (10, 6, 6), (0, 1, 1))) == []
    assert drawable(None) == []


def test_growth() -> None:
    quadratic = fit_growth([(n, 3.0 * n * n) for n in (10, 20, 40)])
    assert str(quadratic) == "size^2.00, about quadratic"
    assert quadratic is not None
    assert quadratic.time_at(100) == pytest.approx(30_000)
    assert str(fit_growth([(n, n**1.5) for n in (10, 20, 40)])) == "size^1.50"
    assert fit_growth([(10, 1), (10, 2), (20, 3)]) is None


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (ratio_text(15.14), "15.1×"),
        (ratio_text(1.0749), "1.07×"),
        (ratio_text(9.996), "10.0×"),
        (ratio_text(99.96), "100×"),
        (ratio_text(4109.6), "4,110×"),
        (ratio_text(0.012), "0.012×"),
        (saved_text(15.14), "93.4 %"),
        (saved_text(1.25), "20 %"),
        (saved_text(1e6), "more than 99.99 %"),
        (percent_text(1.0), "100 %"),
        (percent_text(0.9993), "99.93 %"),
        (time_text(135e6), "135 ms"),
        (time_text(703_000), "703 µs"),
        (time_text(None), "–"),
        (memory_text(0), "–"),
        (memory_text(9 << 20), "9.0 MB"),
        (plain_number(0.25), "0.25"),
        (plain_number(16_000), "16,000"),
        (plain_number(2.0), "2"),
        (plain_number(3e6), "3,000,000"),
        (plain_number(0), "0"),
    ],
)
def test_numbers_for_people(found: str, expected: str) -> None:
    assert found == expected
