"""What came of a fit: in lines, as JSON, and as a picture."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.commands.pictures import Bars, Chart, Series
from flashcards.commands.terminal import GLUE
from flashcards.scheduler import Check, Fit
from flashcards.study.settings import Settings

RIVALS = {
    "new": "the new parameters",
    "old": "the old parameters",
    "default": "the usual parameters",
    "average": "a plain average",
    "moving average": "a moving average",
}


LITTLE = 0.05
"""A change of intervals by less is not worth a number."""


def findings(found: Fit, stretched: float) -> Iterator[str]:
    """Yield what was found, in lines to wrap; intervals are *stretched* by the new parameters."""
    yield meaning(stretched) if found.kept else "Nothing surely better was found for your memory."
    yield f"{found.model.name}: {found.counted} of {found.reviews} reviews count."
    yield f"Log loss (less is better): {found.before:.4f} before, {found.after:.4f} after."
    if found.check:
        yield from rivals(found.check)


def meaning(stretched: float) -> str:
    """Say what parameters mean to the learner whose intervals are multiplied by so much.

    >>> meaning(0.7)
    'Your memory fades faster than was assumed: intervals get about 30% shorter.'
    >>> meaning(1.01)
    'Your memory is much as was assumed: intervals change little in length.'
    """
    if abs(stretched - 1) < LITTLE:
        return "Your memory is much as was assumed: intervals change little in length."
    if stretched < 1:
        return f"Your memory fades faster than was assumed: intervals get about {1 - stretched:.0%} shorter."
    return f"Your memory lasts longer than was assumed: intervals get about {stretched - 1:.0%} longer."


def rivals(check: Check) -> Iterator[str]:
    """Yield how well the last reviews were foretold, the best first, and how sure the difference is."""
    yield f"The last {check.reviews}, foretold from those before:"
    names = RIVALS
    if check.losses["old"] == check.losses["default"]:
        names = {name: text for name, text in RIVALS.items() if name != "old"}
        names["default"] = "the usual parameters, in use until now"
    for loss, name in sorted((check.losses[name], name) for name in names):
        yield f"{GLUE * 2}{loss:.4f}{GLUE * 2}{names[name]}"
    sureness = min(max(check.sureness, 0.01), 0.99)
    gain = f"New against old: {check.gain:+.4f}, give or take {check.error:.4f}"
    yield f"{gain}; that the new ones are better is {sureness:.0%} sure."


def conclusion(found: Fit, settings: Settings, stored: bool) -> str:
    """Say what was done with the parameters, and why."""
    if not found.kept:
        return f"The old parameters stay: {found.reason}."
    if not stored:
        return f"Nothing was changed. Of the new parameters: {found.reason}."
    name = found.model.name
    switch = f" They count once {name} is in use: `flashcards config model {name}`."
    back = " `flashcards undo` takes them back."
    return f"The new parameters are stored: {found.reason}.{back}{switch if name != settings.model else ''}"


def as_object(found: Fit) -> dict[str, object]:
    """Return what was found as `--json` prints it."""
    told = found.fields() | {"model": found.model.name, "parameters": found.parameters}
    return told | {"check": found.check and check_object(found.check)}


def check_object(check: Check) -> dict[str, object]:
    """Return the check as `--json` prints it."""
    bins = {name: [each.fields() for each in getattr(check, name)] for name in ("before", "after")}
    return check.fields() | {"sureness": check.sureness} | bins


def chart(found: Fit) -> Chart:
    """Draw the share recalled over the chance foretold, before and after, and how many reviews there are."""
    check = found.check
    assert check  # a fit of the command line is always checked
    sides = {"before": check.before, "after": check.after}
    most = max(each.count for bins in sides.values() for each in bins)
    least = min(each.foretold for bins in sides.values() for each in bins)
    series = [
        Series(
            name,
            [each.foretold for each in bins],
            [each.recalled for each in bins],
            sizes=[20 + 180 * each.count / most for each in bins],
        )
        for name, bins in sides.items()
    ]
    return Chart(
        title=f"{found.model.name}: {check.reviews} reviews it had not seen",
        across="chance of recall foretold",
        up="share recalled",
        series=[*series, Series("as foretold", [least, 1.0], [least, 1.0], dashed=True)],
        bars=[
            Bars(name, [each.foretold for each in bins], [each.count for each in bins], 0.008)
            for name, bins in sides.items()
        ],
        counted="reviews",
        note="On the dashed line a forecast is perfect; a bigger dot stands for more reviews.",
    )
