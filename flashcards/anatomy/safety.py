"""Safety: on which cards it hangs, and what is said wherever techniques are studied."""

from __future__ import annotations

from flashcards.card import Card
from flashcards.deck import Deck

STUDY_AID = "A study aid, no medical advice: follow your teacher, your law and your scope of practice."
"""What is said wherever techniques are studied or handed on."""

SLOTS = ("caution", "contraindication", "endangerment", "check")
SAFETY = frozenset((*SLOTS, *(f"{slot}s" for slot in SLOTS)))
"""The slots on whose facts safety hangs: those told one by one, and those of the whole lists."""


def is_safety(card: Card) -> bool:
    """Return whether safety hangs on a card: a caution, a contraindication, a step marked for its safety."""
    return card.fact.slot in SAFETY or card.fact["safety"] == "true"


def study_aid(deck: Deck) -> str:
    """Return what must be said of a deck that teaches techniques; nothing of another."""
    return STUDY_AID if any(note.kind == "techniques" for note in deck.notes) else ""
