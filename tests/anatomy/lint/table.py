"""The reference table of muscles, written as a deck, for trying rules on every row of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SHARED = Path(__file__).parents[4] / "shared" / "anatomy"
TABLE = SHARED / "muscles.json"
SIDES = {"same": "same", "contralateral": "other", "other": "other"}
Row = Mapping[str, Any]


def rows() -> list[Row]:
    """Return the rows of the table."""
    found: list[Row] = json.loads(TABLE.read_text(encoding="utf-8"))["muscles"]
    return found


def as_deck() -> str:
    """Return the table as the text of a deck, a muscle a row."""
    places = json.loads((SHARED / "vocabulary.json").read_text(encoding="utf-8"))["landmarks"]
    lines = [line for row in rows() for line in _muscle(row, places)]
    return "\n".join(("deck: table", "muscles:", *lines)) + "\n"


def _muscle(row: Row, places: Mapping[str, Row]) -> Iterator[str]:
    yield f"  {row['key']}:"
    yield f"    name: {json.dumps(row['name'])}"
    yield f"    group: {json.dumps(row['group'])}"
    for slot in ("origin", "insertion"):
        told = (_place(end, places[end["at"]]) for end in row[f"{slot}s"])
        yield f"    {slot}: [{', '.join(dict.fromkeys(told))}]"
    yield f"    actions: [{', '.join(dict.fromkeys(map(_action, row['actions'])))}]"
    yield f"    nerve: [{', '.join(dict.fromkeys(map(_nerve, row['nerve'])))}]"


def _place(end: Row, place: Row) -> str:
    bone = place["bone"].removeprefix("hip bone (").removesuffix(")").partition(" (")[0]
    counted = f"{bone} " if bone in ("ribs", "costal cartilages") else ""
    level = f"{counted}{end['level']}" if end.get("level") else bone
    name = place["name"].replace(" (posterior)", "")
    return json.dumps(name if bone in name else f"{name} of the {level}")


def _action(action: Row) -> str:
    told = {"movement": f"{action['joint'].replace('-', ' ')} {action['movement']}"}
    told |= {name: action[name] for name in ("fixed", "disputed") if name in action}
    told |= {"side": SIDES[action["side"]]} if "side" in action else {}
    return json.dumps(told)


def _nerve(nerve: Row) -> str:
    return json.dumps({"text": nerve["name"]} | ({"roots": nerve["roots"]} if nerve.get("roots") else {}))
