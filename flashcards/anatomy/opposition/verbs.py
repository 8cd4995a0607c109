"""Movements as verbs: what a muscle does to a joint, said the way people say it."""

from __future__ import annotations

import re

from flashcards.anatomy.movement import spoken, with_article
from flashcards.anatomy.opposition.move import Move
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact

VERBS = {
    "flexion": "flex {it}",
    "extension": "extend {it}",
    "abduction": "abduct {it}",
    "adduction": "adduct {it}",
    "horizontal abduction": "abduct {it} horizontally",
    "horizontal adduction": "adduct {it} horizontally",
    "medial rotation": "rotate {it} medially",
    "lateral rotation": "rotate {it} laterally",
    "upward rotation": "rotate {it} upward",
    "downward rotation": "rotate {it} downward",
    "forward rotation": "rotate {it} forward",
    "backward rotation": "rotate {it} backward",
    "anterior tilt": "tilt {it} anteriorly",
    "posterior tilt": "tilt {it} posteriorly",
    "elevation": "elevate {it}",
    "depression": "depress {it}",
    "protraction": "protract {it}",
    "retraction": "retract {it}",
    "pronation": "pronate {it}",
    "supination": "supinate {it}",
    "radial deviation": "bend {it} to the thumb side",
    "ulnar deviation": "bend {it} to the little-finger side",
    "dorsiflexion": "dorsiflex {it}",
    "plantarflexion": "plantarflex {it}",
    "inversion": "invert {it}",
    "eversion": "evert {it}",
    "opposition": "bring {it} into opposition",
    "reposition": "bring {it} back from opposition",
    "inspiration": "expand {it} for inspiration",
    "expiration": "narrow {it} for expiration",
    "compression": "compress {it}",
    "lateral flexion": "bend {it} {side}",
    "rotation": "turn {it} {side}",
    "deviation": "shift {it} {side}",
    "held level in single-leg stance": "hold {it} level in single-leg stance",
}
"""What the movement about an axis is called as a verb."""

SIDES = {"same": "to {own} own side", "other": "away from {own} own side"}
SIDEWAYS = ("abduction", "adduction")
DIGIT = re.compile(r"((?:index |little )?finger|thumb|toe) \w+ ?\w* joint(s?)(?: ([\d-]+))?")
SEVERAL = re.compile(r"\b(ribs|toes|fingers|joints)\b")
HISSING = ("s", "sh", "ch", "x")


def acts(move: Move, it: str) -> str:
    """Say what a muscle does to a joint: extends the hip, turns it to its own side.

    A movement that has no verb of its own begins with one: raise eyebrows.
    """
    axis, toward = move.direction
    side = SIDES.get(toward, "").format(own=move.subject.does("its", "their"))
    said = VERBS.get(axis, axis).format(it=it, side=side)
    verb, _, rest = said.partition(" ")
    ending = "es" if verb.endswith(HISSING) else "s"
    return f"{verb}{move.subject.does(ending, '')} {rest}".rstrip()


def place(joint: str, *facts: Fact) -> str:
    """Say which joint some movements are at, as closely as all of them say.

    >>> place("spine", Fact("", "action", "lumbar flexion"), Fact("", "action", "lumbar extension"))
    'the lumbar spine'
    >>> place("spine", Fact("", "action", "lumbar flexion"), Fact("", "action", "thoracic extension"))
    'the spine'

    Aside goes the whole finger.

    >>> place("thumb-cmc", Fact("", "action", "thumb abduction"))
    'the thumb'
    """
    digit = DIGIT.fullmatch(spoken(joint))
    if digit and all(_is_sideways(fact) for fact in facts):
        return with_article(" ".join(filter(None, (digit[1] + digit[2], digit[3]))))
    regions = {_region(joint, fact) for fact in facts}
    return with_article((regions.pop() if len(regions) == 1 else "") or spoken(joint))


def _is_sideways(fact: Fact) -> bool:
    found = vocabulary.movement(fact.text)
    return found is not None and found.name in SIDEWAYS


def _region(joint: str, fact: Fact) -> str:
    """Return the name of a joint that adds a word of the fact to the joint's own: lumbar to spine."""
    words = set(fact.text.casefold().split())
    for name in vocabulary.joints()[joint].also:
        added = [word for word in name.split() if word != joint]
        if len(added) == 1 and f"{added[0]} {joint}" == name and added[0] in words:
            return name
    return ""


def pronoun(it: str) -> str:
    """Return it or them.

    >>> pronoun("the lumbar spine"), pronoun("the toes")
    ('it', 'them')
    """
    return "them" if SEVERAL.search(it) else "it"
