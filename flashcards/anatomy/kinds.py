"""Every kind of note that a deck of this field can hold."""

from __future__ import annotations

from flashcards.anatomy.bone import BONES
from flashcards.anatomy.confusable import CONFUSABLE
from flashcards.anatomy.joint import JOINTS
from flashcards.anatomy.muscle import MUSCLES
from flashcards.anatomy.nerve import NERVES
from flashcards.anatomy.opposition.movers import MOVERS
from flashcards.anatomy.opposition.opposites import OPPOSITES
from flashcards.anatomy.technique import TECHNIQUES
from flashcards.plain import CARDS

KINDS = (BONES, JOINTS, MUSCLES, NERVES, MOVERS, OPPOSITES, CONFUSABLE, TECHNIQUES, CARDS)
"""Every kind of note, in the order they are taught: bones, joints, muscles, opposition, technique."""
