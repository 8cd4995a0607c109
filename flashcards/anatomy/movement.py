"""The movements a muscle makes: which joint a fact's words mean, and how to say them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem

HELD = {"action": "origin", "reversed": "insertion"}
"""Which end is held still: in an action the origin, in a reversed action the insertion."""
SLOTS = tuple(HELD)
NUMBERED = re.compile(r"\w+ [\d-]+")
SIDES = {"same": "to the same side", "other": "to the other side"}


def full_movement(fact: Fact) -> str:
    """Return a movement with its side, as an answer gives it.

    >>> full_movement(Fact("", "action", "lumbar lateral flexion", details={"side": "same"}))
    'lumbar lateral flexion to the same side'
    """
    side = SIDES.get(fact["side"], "")
    return fact.text if not side or side in fact.text else f"{fact.text} {side}"


def joint_of(fact: Fact) -> str:
    """Return the joint a fact's movement is at, empty where the words are not known.

    >>> joint_of(Fact("", "action", "lumbar extension"))
    'spine'
    """
    found = vocabulary.movement(fact.text)
    return found.joint if found else ""


def spoken(joint: str) -> str:
    """Return the name by which people speak of a joint.

    >>> spoken("hip"), spoken("thumb-cmc"), spoken("great-toe")
    ('hip', 'thumb carpometacarpal joint', 'great toe')
    """
    return vocabulary.joints()[joint].name.partition(" (")[0] if "-" in joint else joint


def at_joint(joint: str) -> str:
    """Say where a movement happens.

    >>> at_joint("hip"), at_joint("")
    (' at the hip', '')
    """
    return f" at {with_article(spoken(joint))}" if joint else ""


def with_article(joint: str) -> str:
    """Return what people call a joint with its article, if it takes one.

    >>> with_article("hip"), with_article("toes 2-4")
    ('the hip', 'toes 2-4')
    """
    return joint if NUMBERED.fullmatch(joint) else f"the {joint}"


def check_movements(note: Note, _: Notes) -> Iterator[Problem]:
    """Warn of a movement that is not known: nothing about opposition can follow from it."""
    for fact in note.slot(*SLOTS):
        if not joint_of(fact):
            yield Problem(
                fact.place,
                "unknown-movement",
                f"'{fact.text}' is no movement this library knows",
                help="write the joint and the movement: hip flexion, lumbar extension, pelvic elevation",
                width=len(fact.text),
                severity="warning",
            )
