"""Muscles made up for tests: random ones with parts and doubts, and those of the decks that ship."""

from __future__ import annotations

from hypothesis import strategies as st

from flashcards.anatomy.opposition.derivation import Movers, movers_of
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.terms import vocabulary
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place
from tests.shipped import notes as shipped_notes

MOVES = [
    text
    for joint in vocabulary.joints().values()
    for name in joint.movements
    if (text := f"{joint.key} {name}".replace("-", " "))
    and (found := vocabulary.movement(text))
    and (found.joint, found.name) == (joint.key, name)
]
"""Every movement that is read by its joint's key and its name."""


def action(text: str, slot: str = "action", part: str = "", **details: str) -> Fact:
    """Return an action; `disputed` and `backing` are among the details."""
    told = {name: value for name, value in {"part": part, **details}.items() if value and name != "disputed"}
    return Fact(f"{part}.{slot}-{text}", slot, text, disputed=details.get("disputed", ""), details=told)


def muscle(key: str, *actions: Fact | str, deck: str = "body", **words: tuple[str, ...]) -> Note:
    """Return a muscle that makes these movements."""
    facts = tuple(action(told) if isinstance(told, str) else told for told in actions)
    return Note(key, "muscles", deck, Place("", 1, 1), {"name": (key.capitalize(),), **words}, facts)


def met(movers: Movers, opposed: bool) -> list[Meeting]:
    """Return every meeting, from both sides."""
    return [found for move in movers.moves for found in movers.meetings(move, opposed)]


def shipped() -> Movers:
    """Return the movers of all decks that ship, as one body."""
    return movers_of(shipped_notes())


actions = st.builds(
    action,
    st.sampled_from(MOVES),
    st.sampled_from(["action", "reversed"]),
    st.sampled_from(["", "", "upper", "lower"]),
    role=st.sampled_from(["", "prime", "assistant"]),
    side=st.sampled_from(["", "same", "other"]),
)
near_moves = ["neck flexion", "neck extension", "neck contralateral rotation", "neck ipsilateral rotation"]
near_moves += ["neck lateral flexion", "toes flexion", "toe mtp flexion", "toe ip extension"]
crowded = st.builds(
    action,
    st.sampled_from(near_moves),
    st.sampled_from(["action", "reversed"]),
    st.sampled_from(["", "", "upper", "lower"]),
    role=st.sampled_from(["", "prime", "assistant"]),
    side=st.sampled_from(["", "same"]),
)
facts = st.lists(st.one_of(actions, crowded), max_size=4, unique_by=lambda fact: fact.id)
bodies = st.lists(facts, min_size=2, max_size=5).map(
    lambda told: [muscle(f"m{number}", *of_one) for number, of_one in enumerate(told)]
)
