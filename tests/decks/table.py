"""The project's reference table, and what the decks of the regions say, in the same words for comparing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from flashcards.anatomy.terms import vocabulary
from flashcards.deck import Deck
from flashcards.fact import Fact
from flashcards.note import Note
from tests import shipped

TABLE = Path(__file__).parents[3] / "shared" / "anatomy" / "muscles.json"
SEED = "psoas-and-ql"
IN_THE_SEED = ("psoas-major", "quadratus-lumborum")

OTHER_END = {
    ("rectus-abdominis", "pelvis", "posterior tilt"),
    ("external-oblique", "pelvis", "posterior tilt"),
    ("psoas-minor", "pelvis", "posterior tilt"),
    ("digastric", "mandible", "depression"),
    ("mylohyoid", "mandible", "depression"),
    ("geniohyoid", "mandible", "depression"),
    ("diaphragm", "ribs", "elevation"),
    ("anterior-scalene", "ribs", "elevation"),
    ("anterior-scalene", "neck", "flexion"),
    ("anterior-scalene", "neck", "lateral flexion"),
    ("anterior-scalene", "neck", "contralateral rotation"),
    ("middle-scalene", "ribs", "elevation"),
    ("middle-scalene", "neck", "lateral flexion"),
    ("posterior-scalene", "ribs", "elevation"),
    ("posterior-scalene", "neck", "lateral flexion"),
}
"""Actions whose moving bone is not at the end that the table lets move: the decks name the end that does."""

NARROWED = {
    ("extensor-digiti-minimi", "finger-mcp"): "little-finger-mcp",
    ("extensor-indicis", "finger-mcp"): "index-finger-mcp",
    ("extensor-digitorum-brevis", "toes"): "toes-2-4",
}
"""Joints of muscles that move fewer digits than the table's joint has: else each would move all of them."""

BESIDE_THE_TABLE = {
    ("tibialis-posterior", "plantar surface of the lateral cuneiform"),
    ("tibialis-posterior", "plantar surface of the cuboid"),
    ("tibialis-posterior", "bases of metatarsals 2-4"),
    ("sternothyroid", "hyoid depression"),
    ("adductor-pollicis", "base of metacarpal 3"),
}
"""What is true but not in the table, or in a note there: disputed, lest it stand among the wrong options."""

FINGERS = {"index finger": "2", "little finger": "5"}

Row = Mapping[str, Any]


@cache
def rows() -> tuple[Row, ...]:
    """Return the muscles of the table, the two of the seed deck left out."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))["muscles"]
    return tuple(_narrowed(row) for row in table if row["key"] not in IN_THE_SEED)


def _narrowed(row: Row) -> Row:
    joints = [NARROWED.get((row["key"], entry["joint"]), entry["joint"]) for entry in row["actions"]]
    told = zip(row["actions"], joints, strict=True)
    return {**row, "actions": [{**entry, "joint": joint} for entry, joint in told]}


@cache
def decks() -> tuple[Deck, ...]:
    """Return the decks of the regions."""
    return tuple(deck for deck in shipped.decks() if deck.id != SEED)


@cache
def muscles() -> Mapping[str, Note]:
    """Return the muscles of the regions under their keys."""
    return {note.key: note for deck in decks() for note in deck.notes if note.kind == "muscles"}


def place_of(row: Row) -> tuple[str, str]:
    """Return the note that tells of a row, and the part it tells of, empty for the whole."""
    key: str = row["key"]
    whole: str = row.get("part_of", key)
    return whole, key.removeprefix(whole).strip("-").removesuffix("-part")


def told(row: Row, *slots: str) -> Iterator[Fact]:
    """Yield what the decks say of a row: of the whole muscle, and of the part where the row is one."""
    key, part = place_of(row)
    note = muscles()[key]
    yield from (fact for fact in note.slot(*slots) if not part or fact["part"] in ("", part))


def attachment(fact: Fact) -> tuple[str, str]:
    """Return the landmark an attachment names, and its level."""
    place = vocabulary.landmark(fact.text)
    return (place.key if place else fact.text), _level(fact)


def _level(fact: Fact) -> str:
    ribs = re.search(r"\b(?:ribs) (\d+-\d+)", fact.text)
    finger = next(
        (number for name, number in FINGERS.items() if name in fact.text and "expansion" in fact.text), ""
    )
    counted = "" if "ribs 10-12" in fact.text or not ribs else ribs.group(1)
    return fact["levels"] or counted or finger


def action(fact: Fact) -> tuple[str, str]:
    """Return the joint and the movement of an action, as the vocabulary calls them."""
    found = vocabulary.movement(fact.text)
    return (found.joint, found.name) if found else ("", fact.text)


def slot_of(row: Row, entry: Mapping[str, Any]) -> str:
    """Return the slot an action of the table has in the decks: by the end that is really held still."""
    reverse = entry.get("fixed") == "insertion"
    moved = (place_of(row)[0], entry["joint"], entry["movement"]) in OTHER_END
    return "reversed" if reverse != moved else "action"
