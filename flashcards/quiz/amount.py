"""Marking an amount: a number of degrees or millimetres, right anywhere in the range that is normal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flashcards.quiz.mark import Mark, right, wrong

UNITS = {"degrees": ("degrees", "degree", "deg", "°", "º"), "mm": ("mm", "millimetres", "millimeters")}
TOLERANCE = {"degrees": 5, "mm": 2}
"""How far beside a range an answer may lie: about what two measurings of one joint differ by."""
LARGEST = 360
NUMBER = r"(\d+)(?:\.\d+)?"
WRITTEN = re.compile(rf"(?:about |ca\.? |~ ?)?{NUMBER}(?: ?(?:-|–|to) ?{NUMBER})? ?([^\d\s.]*)\.?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range of whole numbers in a unit, empty where none is told; one number is a range of its own."""

    low: int
    high: int
    unit: str

    def holds(self, other: Amount) -> bool:
        """Tell whether another amount lies in this one, or beside it by no more than the tolerance."""
        spare = TOLERANCE[self.unit]
        same = other.unit in ("", self.unit)
        return same and self.low - spare <= other.low <= other.high <= self.high + spare


def amount(text: str) -> Amount | None:
    """Read an amount, None where a text is none; a range from 0 is told by its end.

    >>> amount("110-125 degrees"), amount("0 to 90°"), amount("rib 12")
    (Amount(low=110, high=125, unit='degrees'), Amount(low=90, high=90, unit='degrees'), None)
    """
    found = WRITTEN.fullmatch(text.strip().casefold())
    unit = next((name for name, others in UNITS.items() if found and found[3] in others), "")
    if not found or (found[3] and not unit) or int(found[2] or found[1]) > LARGEST:
        return None
    low, high = int(found[1]), int(found[2] or found[1])
    return Amount(high if low == 0 else low, high, unit) if low <= high else None


def mark_amount(expected: str, given: str, accept: Sequence[str] = ()) -> Mark | None:
    """Mark an amount by the range it should lie in, or another that is accepted; None where none is asked.

    >>> mark_amount("110-125 degrees", "120").verdict.value, mark_amount("110-125 degrees", "90").reason
    ('right', 'it is 110-125 degrees; 90 is too little')
    """
    asked = amount(expected)
    if not asked or not asked.unit:
        return None
    others = (amount(text) for text in accept)
    ranges = (asked, *(known for known in others if known and known.unit))
    said = amount(given)
    if not said:
        return wrong(f"that is no amount: write a number of {asked.unit}")
    if any(known.holds(said) for known in ranges):
        return right(f"normal is {expected}")
    return wrong(f"it is {expected}; {_beside(asked, said, given.strip())}")


def _beside(known: Amount, said: Amount, given: str) -> str:
    if said.unit not in ("", known.unit):
        return f"{said.unit} is another unit"
    return f"{given} is too {'little' if said.low < known.low else 'much'}"
