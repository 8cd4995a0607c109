"""The decks of the regions say what the project's reference table says: all of it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from flashcards.anatomy.terms.lexicon import meant
from flashcards.fact import Fact
from tests.decks.table import (
    BESIDE_THE_TABLE,
    TABLE,
    Row,
    action,
    attachment,
    muscles,
    place_of,
    rows,
    slot_of,
    told,
)

pytestmark = pytest.mark.skipif(
    not TABLE.exists(), reason=f"{TABLE} is not here: the table the decks are compared with"
)

ROWS = rows() if TABLE.exists() else ()
ENDS = {"origins": "origin", "insertions": "insertion"}
Entry = Mapping[str, Any]


def _names_part(entry: Entry, fact: Fact) -> bool:
    """Tell whether a fact names the head that the table names: as a part, or in its note."""
    named = set(meant(f"{fact['part']} {fact.note}".replace("-", " ")))
    return set(meant(entry.get("part", ""))) <= named


def _attaches(entry: Entry, fact: Fact) -> bool:
    return attachment(fact) == (entry["at"], entry.get("level", "")) and _names_part(entry, fact)


def _is_named(found: tuple[str, str], entry: Entry) -> bool:
    """Tell whether a movement is the one of the table, in this spelling or another."""
    joint, name = found
    return joint == entry["joint"] and meant(name) == meant(entry["movement"])


def _moves(entry: Entry, fact: Fact) -> bool:
    same = _is_named(action(fact), entry) and _names_part(entry, fact)
    prime = fact["role"] == "prime" or not entry.get("prime")
    side = fact["side"] == ("same" if entry["movement"] == "lateral flexion" else "")
    return same and prime and side and bool(fact.disputed) == ("disputed" in entry)


def _supplies(entry: Entry, fact: Fact) -> bool:
    text, roots = set(meant(fact.text)), entry.get("roots") or ""
    named = set(meant(entry["name"].replace(",", ""))) <= text and _names_part(entry, fact)
    return named and (fact["roots"] == roots or (not fact["roots"] and set(meant(roots)) <= text))


def _entries(row: Row) -> Iterable[tuple[str, Entry, Callable[[Entry, Fact], bool]]]:
    for end, slot in ENDS.items():
        yield from ((slot, entry, _attaches) for entry in row[end])
    yield from ((slot_of(row, entry), entry, _moves) for entry in row["actions"])
    yield from (("nerve", entry, _supplies) for entry in row["nerve"])


def test_every_muscle_of_the_table_is_told() -> None:
    assert {place_of(row)[0] for row in ROWS} == set(muscles())


@pytest.mark.parametrize("row", ROWS, ids=[row["key"] for row in ROWS])
def test_every_fact_of_the_table_is_told_once(row: Row) -> None:
    for slot, entry, same in _entries(row):
        found = [fact for fact in told(row, slot) if same(entry, fact)]
        assert len(found) == 1, (slot, entry, found)


@pytest.mark.parametrize("key", sorted({place_of(row)[0] for row in ROWS}))
def test_nothing_is_told_that_the_table_does_not_say(key: str) -> None:
    of_it = [row for row in ROWS if place_of(row)[0] == key]
    for fact in muscles()[key].slot("origin", "insertion", "action", "reversed", "nerve"):
        if (key, fact.text) in BESIDE_THE_TABLE:
            assert fact.disputed
            continue
        saying = [
            entry
            for row in of_it
            if fact in told(row, fact.slot)
            for slot, entry, same in _entries(row)
            if slot == fact.slot and same(entry, fact)
        ]
        assert saying, fact
        assert any(entry.get("prime") for entry in saying) == (fact["role"] == "prime"), (fact, saying)
        # What is common to all parts is told once, and stands as firmly as where it stands least.
        assert fact["backing"] == str(min(entry["backing"] for entry in saying)), (fact, saying)
