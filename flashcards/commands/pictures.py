"""Pictures: a chart written as SVG, the same bytes for the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flashcards.errors import FileError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
"""Okabe and Ito's, which colour-blind people tell apart, too."""

STEADY: dict[Any, Any] = {
    "svg.hashsalt": "flashcards",
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
}
"""Without a fixed salt, matplotlib gives the parts of an SVG other names each time."""


@dataclass(frozen=True, slots=True)
class Series:
    """Points to draw in one colour, joined by a line or, with `sizes` (their areas in points), as dots."""

    name: str
    across: Sequence[float]
    up: Sequence[float]
    sizes: Sequence[float] = ()
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts to draw as bars below a chart, side by side where there are several series of them."""

    name: str
    across: Sequence[float]
    counts: Sequence[float]
    width: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: its series over two named axes, a line of explanation below, bars under it if any.

    A label is a text with the place it stands beside.
    """

    title: str
    across: str
    up: str
    series: Sequence[Series]
    bars: Sequence[Bars] = ()
    counted: str = ""
    note: str = ""
    labels: Sequence[tuple[str, float, float]] = ()


def write_chart(chart: Chart, file: Path) -> None:
    """Write a chart as SVG; FileError where the file cannot be written.

    It needs matplotlib, see `flashcards.commands.extra`.
    """
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(STEADY):
        figure = Figure(figsize=(7, 6 if chart.bars else 4.5), layout="constrained")
        heights = [4, 1] if chart.bars else [1]
        axes = figure.subplots(len(heights), 1, sharex=True, height_ratios=heights, squeeze=False)[:, 0]
        _draw_series(axes[0], chart)
        if chart.bars:
            _draw_bars(axes[1], chart)
        axes[-1].set_xlabel(chart.across)
        if chart.note:
            figure.supxlabel(chart.note, fontsize=9, color="#555555")
        try:
            figure.savefig(file, format="svg", metadata={"Date": None, "Title": chart.title})
        except OSError as error:
            raise FileError(f"{file}: {error.strerror or error}", "name another file to write") from error


def _draw_series(axes: Axes, chart: Chart) -> None:
    axes.set(title=chart.title, ylabel=chart.up)
    axes.grid(color="#dddddd", linewidth=0.6)
    for series, colour in zip(chart.series, _colours(chart), strict=True):
        if series.sizes:
            axes.scatter(
                series.across, series.up, s=series.sizes, color=colour, alpha=0.75, label=series.name
            )
        else:
            style = "--" if series.dashed else "-"
            axes.plot(series.across, series.up, style, color=colour, label=series.name)
    for text, across, up in chart.labels:
        axes.annotate(text, (across, up), xytext=(9, -4), textcoords="offset points", fontsize=9)
    if len(chart.series) > 1:
        axes.legend(frameon=False)


def _colours(chart: Chart) -> list[str]:
    """A dashed line is a help for the eye, and grey."""
    bright = iter(COLOURS * len(chart.series))
    return ["#888888" if series.dashed else next(bright) for series in chart.series]


def _draw_bars(axes: Axes, chart: Chart) -> None:
    axes.set_ylabel(chart.counted)
    axes.locator_params(axis="y", integer=True)
    for bars, colour in zip(chart.bars, COLOURS, strict=False):
        axes.bar(bars.across, bars.counts, bars.width, color=colour, alpha=0.75)
