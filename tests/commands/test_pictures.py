"""Pictures: the same numbers give the same bytes, and a picture says what is in it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from flashcards.commands.pictures import Bars, Chart, Series, write_chart
from flashcards.errors import FileError

CHART = Chart(
    title="Minutes a day",
    across="desired retention",
    up="minutes",
    series=[
        Series("FSRS-6", [0.8, 0.9], [10, 14]),
        Series("weighed", [0.8, 0.9], [9, 12], sizes=[20, 40]),
        Series("goal", [0.8, 0.9], [8, 8], dashed=True),
    ],
    bars=[Bars("reviews", [0.8, 0.9], [100, 140], 0.05)],
    counted="reviews",
)


def test_the_same_chart_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.svg", "two.svg"):
        write_chart(CHART, tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_a_chart_is_an_svg_with_its_title(tmp_path: Path) -> None:
    write_chart(CHART, tmp_path / "chart.svg")
    root = ElementTree.parse(tmp_path / "chart.svg").getroot()
    assert root.tag.endswith("svg")
    assert "Minutes a day" in "".join(root.itertext())


def test_a_file_that_cannot_be_written_is_a_file_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"nowhere/chart.svg: No such file"):
        write_chart(CHART, tmp_path / "nowhere" / "chart.svg")
