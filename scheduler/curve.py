"""Forgetting by two traces at once: the chance of recall at a time, and the time of a chance.

A trace is (share, decay, rate per day); it alone is recalled with the chance (1 + rate days)^-decay.
Search for the time: fsrs-rs @114caff src/model_v7.rs.
"""

from __future__ import annotations

from math import exp, log, pow

Trace = tuple[float, float, float]
Curve = tuple[Trace, Trace]
"""The fast trace and the slow one; their shares sum to 1."""

SURENESS = 1e-5
"""How far from 0 and from 1 every chance stays."""

HIGHEST_TARGET = 0.9999
LONGEST = 36500.0
NEWTON_STEPS, BISECTIONS = 7, 50
LONGEST_STEP = 4.0
CLOSE = 1e-6
"""A step so small, in the logarithm of time, that its square is lost in rounding: it is the last one."""


def trace_recall(trace: Trace, days: float) -> float:
    """Return the chance of recall by one trace: (1 + rate days)^-decay."""
    _, decay, rate = trace
    return pow(1 + rate * days, -decay)


def recall_after(curve: Curve, days: float) -> float:
    """Return the chance of recall: each trace's by its share, then drawn in, 0.99998 of it + 0.00001.

    >>> round(recall_after(((0.25, 0.2, 1.0), (0.75, 0.1, 0.5)), days=2), 4)
    0.9005
    """
    fast, slow = curve
    chance = fast[0] * trace_recall(fast, days) + slow[0] * trace_recall(slow, days)
    return chance * (1 - 2 * SURENESS) + SURENESS


def recall_and_slope(trace: Trace, days: float) -> tuple[float, float]:
    """Return a trace's part of recall, and how that changes with ln(days).

    They are share (1 + z)^-decay and -decay z / (1 + z) times it, where z = rate days.
    """
    share, decay, rate = trace
    z = rate * days
    part = share * pow(1 + z, -decay)
    return part, -decay * z / (1 + z) * part


def newton_step(curve: Curve, days: float, chance: float) -> float:
    """Return the step in ln(days) toward the time when recall, not drawn in, is *chance*; at most 4."""
    fast, fast_slope = recall_and_slope(curve[0], days)
    slow, slow_slope = recall_and_slope(curve[1], days)
    step = (chance - fast - slow) / (fast_slope + slow_slope)
    return min(max(step, -LONGEST_STEP), LONGEST_STEP)


def days_until(curve: Curve, target: float, start: float) -> float:
    """Return the days, at most 36500, until recall has fallen to *target*; there is no closed form.

    Newton's method in ln(days) from *start*, and where seven steps do not settle it, bisection. A target of
    0.9999 or more is reached at once.

    >>> round(days_until(((0.25, 0.2, 1.0), (0.75, 0.1, 0.5)), target=0.9, start=1.0), 4)
    2.0147
    """
    if target >= HIGHEST_TARGET:
        return 0.0
    chance, place = (target - SURENESS) / (1 - 2 * SURENESS), log(start)
    for _ in range(NEWTON_STEPS):
        step = newton_step(curve, exp(place), chance)
        place += step
        if abs(step) <= CLOSE:
            return min(exp(place), LONGEST)
    return bisected(curve, target)


def bisected(curve: Curve, target: float) -> float:
    """Return the days, at most 36500, until recall has fallen to *target*, by halving fifty times."""
    low, high = 0.0, LONGEST
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        low, high = (middle, high) if recall_after(curve, middle) > target else (low, middle)
    return high
