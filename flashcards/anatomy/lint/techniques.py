"""Techniques: dangerous places that are not named, and steps with a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.wording import tokens
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem

TOLD = ("endangerment", "caution", "contraindication", "check")
"""The slots in which a dangerous place may be named."""

NUMBER = re.compile(r"(\d+)[.):]\s")


def unnamed_danger(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn of a target that lies over an endangerment site of which the technique says nothing."""
    said = frozenset(tokens(" ".join(_said(note))))
    for target in note.words.get("targets", ()):
        for name, holds in sites_near(target.rpartition("/")[2]):
            if not _telling(name, holds) & said:
                yield Problem(
                    note.place_of("targets"),
                    "unnamed-danger",
                    f"{target} lies at an endangerment site that is not named: {name}",
                    f"add it under 'endangerment:'; it holds {', '.join(holds)}",
                    width=len(target),
                    severity="warning",
                )


def _said(note: Note) -> Iterator[str]:
    for fact in note.slot(*TOLD):
        yield from (fact.text, *fact.accept, fact["why"])


@remembered
def sites_near(muscle: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the endangerment sites near a muscle, each by its name with what it holds.

    >>> sites_near("quadratus-lumborum")
    (('flank below the ribs', ('kidneys', 'free ends of ribs 11-12')),)
    >>> [name for name, _ in sites_near("semitendinosus")]
    ['sciatic notch and back of the thigh', 'back of the knee (popliteal fossa)']
    """
    groups = [_key(name) for name, entry in load("muscles").items() if muscle in map(_key, _held(entry))]
    return tuple(
        (site["name"], tuple(site["holds"]))
        for site in load("endangerment").values()
        if any(near in (muscle, *groups) or near.startswith(f"{muscle}-") for near in site["near"])
    )


def _held(entry: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return entry.get("holds", ())


def _key(name: str) -> str:
    return "-".join(name.split())


@remembered
def _telling(name: str, holds: tuple[str, ...]) -> frozenset[str]:
    words = frozenset(tokens(" ".join((name, *holds))))
    return frozenset(
        word for word in words.difference(load("lint")["vague"]) if word.isalpha() and len(word) > 2
    )


def step_order(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn where steps are numbered in their own words, and a number is left out or stands twice."""
    numbered = [(fact, int(match[1])) for fact in note.slot("step") if (match := NUMBER.match(fact.text))]
    for wanted, (fact, number) in enumerate(numbered, 1):
        if number != wanted:
            yield finding(
                fact,
                "step-order",
                f"this is step {wanted}, but it is numbered {number}",
                "leave the numbers out: the order of the list counts",
            )
            return
