"""Desired retentions and minutes as they are given on the command line."""

from __future__ import annotations

import click

from flashcards.errors import SettingError
from flashcards.study.values import number

LOWEST, HIGHEST = 500, 990
STEP = 10
"""Thousandths."""

DAY = 24 * 60
"""Minutes of a day."""

WANTED = "a share from 0.5 to 0.99 such as 0.9, 0.895 or 90%, or a range of them such as 0.8..0.95"


def retentions(ctx: click.Context, param: click.Parameter, value: str) -> tuple[float, ...]:
    """Read one desired retention, or a range of them, which is tried a hundredth apart and at its end."""
    low, dots, high = value.partition("..")
    try:
        first, last = thousandths(low), thousandths(high if dots else low)
    except SettingError:
        first, last = HIGHEST, LOWEST
    if not LOWEST <= first <= last <= HIGHEST:
        raise click.BadParameter(f"{value!r} is not {WANTED}", ctx, param)
    return tuple(each / 1000 for each in (*range(first, last, STEP), last))


def thousandths(text: str) -> int:
    """Read a share, or percents: numbers from 1 on are. SettingError for what is finer than thousandths.

    >>> thousandths("0.9"), thousandths("89.5 %"), thousandths("90")
    (900, 895, 900)
    """
    written = text.strip()
    value = number(written.removesuffix("%"))
    exact = value * (10 if written.endswith("%") or value >= 1 else 1000)
    if abs(exact - round(exact)) > 1e-6:
        raise SettingError(f"{text!r} is finer than thousandths", "give at most three digits")
    return round(exact)


def minutes(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """Read how many minutes a day has for study."""
    if value is None:
        return None
    try:
        found = number(value)
    except SettingError:
        found = 0.0
    if not 0 < found <= DAY:
        raise click.BadParameter(f"{value!r} is not a number of minutes above 0, {DAY} at most", ctx, param)
    return found
