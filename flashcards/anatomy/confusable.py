"""The kind `confusable`: two notes that are taken for each other, and how to tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flashcards.anatomy.names import name_of, old_pair_keys, unknown_muscles
from flashcards.anatomy.subject import mid
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Field, Kind, Notes, Slot
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.question import Choice, SelfRated, Wrong

SECTION = "confusable"


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield a choice between the two for each line that is true of one alone; other lines are rated."""
    one, other = (name_of(key, notes) for key in note.words["pair"])
    for fact in note.slot("tell-apart"):
        if fact["of"]:
            right = name_of(fact["of"], notes)
            wrong = Wrong(other if right == one else one, _said_of_other(note, fact))
            question = Choice(f"{one} or {mid(other)}: which of the two {fact.text}?", right, (wrong,))
            yield Card(note, fact, "choice", question, groups=(fact["entry"],))
        else:
            yield Card(
                note, fact, "recall", SelfRated(f"How do you tell {mid(one)} from {mid(other)}?", fact.text)
            )


def _said_of_other(note: Note, fact: Fact) -> str:
    """Return what the same line of the deck says of the other of the two, empty where it says nothing."""
    beside = (
        told.text for told in note.slot("tell-apart") if told["entry"] == fact["entry"] and told != fact
    )
    return next(beside, "")


def derive(notes: Notes) -> Iterator[Note]:
    """Yield each pair with the name that people read, those of its two muscles, and the keys it had."""
    for note in notes.values():
        if note.kind == SECTION:
            one, other = (name_of(key, notes) for key in note.words["pair"])
            words = {**note.words, "name": (f"{one} or {mid(other)}",)}
            known = tuple(notes[key] for key in note.words["pair"] if key in notes)
            was = old_pair_keys(SECTION, *known) if len(known) == 2 else ()
            yield replace(note, words=words, was=was)


def check_pair(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that both are muscles of this deck, and that each line speaks of one of the two."""
    pair = note.words.get("pair", ())
    yield from unknown_muscles(note.place_of("pair"), pair, notes)
    for fact in note.slot("tell-apart"):
        if fact["of"] and fact["of"] not in pair:
            message = f"'{fact['of']}' is neither of the pair"
            yield Problem(
                fact.place,
                "not-of-the-pair",
                message,
                help=f"write {' or '.join(pair)}",
                width=len(fact["of"]),
            )


CONFUSABLE = Kind(
    section=SECTION,
    noun="confusable pair",
    fields=(
        Field("pair", required=True, many=True, refers=True, about="the keys of two muscles"),
        Field("source"),
        Field("note"),
        Slot(
            "tell_apart",
            slot="tell-apart",
            pairs=True,
            required=True,
            about="lines such as {psoas-major: ends on the thigh bone}",
        ),
    ),
    cards=cards,
    checks=(check_pair,),
    listed=True,
    derive=derive,
)
