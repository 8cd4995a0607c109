"""The kind `bones`: the landmarks of a bone, how to know them, and which muscles attach there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from flashcards.anatomy.attached import NOBODY, Attached, attachments
from flashcards.anatomy.subject import capital, joined, mid, the
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.lexicon import is_shared, meant
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import YES, Field, Kind, Notes, Slot
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.question import Listing, Typed, gives_away

MOST = 8
"""How many muscles one card asks for at the most: nobody names the sixteen of the spinous processes."""

STROKE = re.compile(r" ?/ ?")
"""What parts two names of a place."""

VIA = re.compile(r" via (.*? tendon)")
"""What tells the tendon by which muscles reach a place."""

DERIVED = "derived"
"""The source of what follows from the muscles: none of a deck's own, so that none is told."""


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield the cards of a bone: for each landmark its look, its bone, and the muscles that attach there."""
    attached = attachments(notes)
    for fact in (fact for fact in note.slot("landmark") if fact.askable):
        yield from _look(note, fact)
        yield from _bone(note, fact)
        yield from _muscles(note, fact, attached.get(landmark_of(note, fact), NOBODY))


def landmark_of(note: Note, fact: Fact) -> str:
    """Return the key of the landmark a fact names, empty where the vocabulary has no such place."""
    found = vocabulary.landmark(_named(note, fact)) or vocabulary.landmark(fact.text)
    return found.key if found and not _is_elsewhere(note, found) else ""


def _is_elsewhere(note: Note, landmark: vocabulary.Landmark) -> bool:
    words = frozenset(meant(note.name))
    return note.word("soft") != "true" and not words & (landmark.bone_words | landmark.words)


def full_name(note: Note, fact: Fact) -> str:
    """Return a landmark with its bone, where its own words do not tell it.

    >>> from flashcards.fact import NOWHERE
    >>> femur = Note("femur", "bones", "thigh", NOWHERE)
    >>> full_name(femur, Fact("", "landmark", "linea aspera"))
    'linea aspera of the femur'
    >>> full_name(femur, Fact("", "landmark", "head of femur"))
    'head of femur'
    """
    told = mid(note.name) in fact.text or note.word("soft") == "true"
    return fact.text if told else _named(note, fact)


def plain(place: str) -> str:
    """Return a place as people write it: with words for strokes, the tendon that leads to a bone left out.

    >>> plain("base via quadriceps tendon of the patella"), plain("oblique line / body")
    ('base of the patella', 'oblique line or body')
    """
    return STROKE.sub(" or ", VIA.sub("", place))


def _named(note: Note, fact: Fact) -> str:
    numbered = note.name[-1:].isdigit()
    return f"{fact.text} of {mid(note.name) if numbered else the(mid(note.name))}"


def _look(note: Note, fact: Fact) -> Iterator[Card]:
    if fact["what"]:
        asked = f"which place is described as “{fact['what']}”?"
        prompt = capital(asked) if note.word("soft") == "true" else f"{note.name}: {asked}"
        if not gives_away(prompt, (fact.text,)):
            called, *others = dict.fromkeys((plain(fact.text), fact.text, *fact.accept))
            yield Card(note, fact, "name", Typed(prompt, called, tuple(others)))


def _bone(note: Note, fact: Fact) -> Iterator[Card]:
    """Ask for the bone of a place that no other bone has, and whose name does not tell it."""
    if full_name(note, fact) != fact.text and not is_shared(fact.text):
        others = tuple(name for field in ("part_of", "aka", "latin") for name in note.words.get(field, ()))
        place = plain(VIA.sub(r" that the \1 reaches", fact.text))
        prompt = f"On which bone do you find {the(place)}?"
        yield Card(note, fact, "bone", Typed(prompt, mid(note.name), others))


def _muscles(note: Note, fact: Fact, attached: Attached) -> Iterator[Card]:
    """Ask who attaches there, unless it is one alone: the muscle's own cards ask for that."""
    if 1 < len(attached.sure) <= MOST:
        prompt = f"Name {len(attached.sure)} muscles that attach to {the(plain(full_name(note, fact)))}."
        items, accept = tuple(attached.sure), tuple(attached.sure.values())
        also = _also(fact, attached)
        told = (*attached.ends, *([f"Not asked here: {joined(also)}."] if also else []))
        # What the muscles tell has their sources, not that of the landmark.
        derived = replace(fact, source=DERIVED)
        if not gives_away(prompt, items):
            yield Card(note, derived, "muscles", Listing(prompt, items, accept, also=also), told)


def _also(fact: Fact, attached: Attached) -> tuple[str, ...]:
    """Return who is there by some books, or by decks that are no neighbors."""
    known = {name.casefold() for name in (*attached.sure, *attached.doubtful)}
    written = (name.strip() for name in fact["also"].split(";"))
    return (
        *map(mid, attached.doubtful),
        *(name for name in written if name and name.casefold() not in known),
    )


def check_landmarks(note: Note, _: Notes) -> Iterator[Problem]:
    """Check that no landmark stands under a bone that has none of that name, while another bone has."""
    for fact in note.slot("landmark"):
        known = vocabulary.landmark(fact.text)
        if known and not landmark_of(note, fact):
            yield _elsewhere(note, fact, known)


def _elsewhere(note: Note, fact: Fact, landmark: vocabulary.Landmark) -> Problem:
    return Problem(
        fact.place,
        "wrong-bone",
        f"the {landmark.name} is on the {landmark.bone}, not on the {mid(note.name)}",
        help=f"`flashcards list landmarks {mid(note.name)}` shows the landmarks of the {mid(note.name)}",
        width=len(fact.text),
    )


BONES = Kind(
    section="bones",
    noun="bone",
    fields=(
        Field("name", required=True),
        Field("latin"),
        Field("aka", many=True),
        Field("region", many=True),
        Field("part_of"),
        Field("soft", one_of=YES),
        Field("source"),
        Field("note"),
        Slot("landmarks", slot="landmark", key="landmark", details=("what", "also"), required=True),
    ),
    cards=cards,
    checks=(check_landmarks,),
    forms=("name", "bone", "muscles"),
)
