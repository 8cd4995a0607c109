"""The verdict on new parameters: whether the check speaks for them clearly enough to use them."""

from __future__ import annotations

from .result import Check

FEWEST_CHECKED = 30
"""On fewer later reviews nothing can be told of parameters: a lapse more or less would decide."""


def verdict(found: Check | None) -> tuple[bool, str]:
    """Say whether the new parameters are to be kept, and why.

    They must foretell the later reviews better than the old ones by a standard error at least, which is 84 %
    sure, and not worse than the plain average: what loses to it has learnt noise.
    """
    if found is None:
        return True, "they were not checked"
    last = f"the last {found.reviews} reviews"
    if found.reviews < FEWEST_CHECKED:
        return False, f"{found.reviews} reviews are too few to check new ones on, {FEWEST_CHECKED} are needed"
    if found.gain <= 0:
        return False, f"new ones did not foretell {last} better"
    if found.gain < found.error:
        return False, f"that new ones foretell better is only {found.sureness:.0%} sure, and 84% is asked"
    if found.losses["average"] < found.losses["new"]:
        return False, f"a plain average foretold {last} better than new ones"
    beaten = found.losses["moving average"] < found.losses["new"]
    doubt = ", though a moving average would have done better" if beaten else ""
    return True, f"they foretold {last} better than the old ones{doubt}"
