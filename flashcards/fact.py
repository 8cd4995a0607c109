"""A fact: one true statement inside a note, with an id that lasts as long as its text does."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2s

from flashcards.place import Place

NOWHERE = Place("", 0, 0)
FEW = "1"
"""The backing of a fact that may be asked, but not without saying how weakly it stands."""
WORD = re.compile("[a-z0-9]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Fold case, punctuation and spacing, so that only a change of words counts as a change.

    >>> fold("  Lesser  trochanter, of the Femur. ")
    'lesser trochanter of the femur'
    """
    if text.isascii():  # the same, sooner
        return " ".join(WORD.findall(text.lower()))
    kept = (mark if _is_word(mark) else " " for mark in unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join(kept).split())


def _is_word(mark: str) -> bool:
    return mark.isalnum() or unicodedata.category(mark).startswith("M")


def fact_id(slot: str, text: str) -> str:
    """Name a fact by its slot and a hash of its folded text.

    >>> fact_id("insertion", "Lesser trochanter") == fact_id("insertion", "lesser trochanter.")
    True
    """
    return f"{slot}-{blake2s(fold(text).encode(), digest_size=4).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One true statement: which slot of its note it fills, its words, and what else the deck says of it.

    `details` holds the further keys its slot allows (role, fixed, side, phase, why, ...), and how many
    groups of sources `backing` it agree; `disputed` says on what the books disagree, empty where they agree.
    """

    id: str
    slot: str
    text: str
    place: Place = NOWHERE
    accept: tuple[str, ...] = ()
    note: str = ""
    disputed: str = ""
    source: str = ""
    details: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, detail: str) -> str:
        """Return a further detail, empty where the deck says nothing."""
        return self.details.get(detail, "")

    @property
    def statement(self) -> str:
        """The whole of what it states, which its id and its identity after an edit hang on."""
        return f"{self['of']} {self.text}".strip()

    @property
    def askable(self) -> bool:
        """Whether it may be asked: a disputed fact only where the other version counts as right too.

        Nor is one asked that no source backs, unless it follows from another.

        >>> Fact("", "reversed", "lumbar flexion", details={"backing": "0"}).askable
        False
        >>> Fact("", "reversed", "lumbar flexion", details={"backing": "0", "follows": "hip flexion"}).askable
        True
        """
        backed = self["backing"] != "0" or bool(self["follows"])
        return backed and (not self.disputed or bool(self.accept))
