"""The kind `opposites`: what is derived from the movements, with the words a deck adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.names import old_pair_keys, unknown_muscles
from flashcards.anatomy.opposition.derivation import movers_of
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.opposition.move import moves
from flashcards.anatomy.opposition.never import movements_in, stated_movements
from flashcards.anatomy.opposition.roles import OPPOSES, question
from flashcards.anatomy.subject import mid
from flashcards.anatomy.terms import vocabulary
from flashcards.card import Card
from flashcards.fact import Fact, fact_id
from flashcards.kind import YES, Field, Kind, Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.question import Choice, Typed, Wrong

SECTION = "opposites"


def derive(notes: Notes) -> Iterator[Note]:
    """Yield each pair written with what follows from its movements; others are asked with their actions."""
    order = {key: place for place, key in enumerate(notes)}
    for key, written in notes.items():
        pair = sorted(written.words.get("pair", ()), key=lambda name: order.get(name, len(order)))
        if written.kind == SECTION and key == written.key and all(name in notes for name in pair):
            yield _pair_note(written, pair, notes)


def _pair_note(written: Note, pair: Sequence[str], notes: Notes) -> Note:
    one, other = (notes[key] for key in pair)
    facts = {fact.id: fact for fact in map(_fact, _met(one, other, notes))}
    words = {**written.words, "name": (f"{one.name} and {mid(other.name)}",), "pair": tuple(pair)}
    was = old_pair_keys(SECTION, one, other)
    return replace(written, words=words, facts=tuple(facts.values()), was=was)


def _met(one: Note, other: Note, notes: Notes) -> Iterator[Meeting]:
    """Yield what two muscles of one side do against and with each other; nothing where they never oppose."""
    movers = movers_of(notes)
    found = [
        met for move in moves(one) for opposed in (True, False) for met in movers.meetings(move, opposed)
    ]
    theirs = [met for met in found if met.other.subject.note.path == other.path and not met.across]
    return iter(theirs if any(met.opposed for met in theirs) else ())


def _fact(meeting: Meeting) -> Fact:
    slot = "opposes" if meeting.opposed else "shares"
    told = {
        "one": meeting.one.fact.id,
        "other": meeting.other.fact.id,
        "joint": meeting.joint,
        "why": meeting.sentence,
    }
    return Fact(fact_id(slot, meeting.text), slot, meeting.text, meeting.one.fact.place, details=told)


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield who opposes in each movement, asked from both sides, and in which movements the two meet."""
    if not note.facts:
        return
    one, other = (notes[key] for key in note.words["pair"])
    for fact in note.facts:
        if fact.slot == "opposes":
            yield Card(note, fact, "recall", _who(one, fact["one"], other, notes))
            yield Card(note, fact, "other", _who(other, fact["other"], one, notes))
        wrong = tuple(_not_so(note, fact, one, other))
        if wrong:
            both = f"{mid(one.name)} and {mid(other.name)}"
            ask = {"opposes": f"do {both} oppose each other", "shares": f"are {both} partners"}
            prompt = f"In which movement {ask[fact.slot]}?"
            yield Card(note, fact, "movement", Choice(prompt, fact.text, wrong))


def _who(mover: Note, fact_name: str, opposer: Note, notes: Notes) -> Typed:
    """Ask for the one of the pair; whoever else opposes the same movement is right too."""
    movers = movers_of(notes)
    move = next(move for move in moves(mover) if move.fact.id == fact_name)
    met = [it for it in movers.meetings(move, opposed=True) if not it.across]
    met.sort(key=lambda it: it.other.subject.note.path != opposer.path)
    return question(move, OPPOSES, met, movers)


def _not_so(note: Note, fact: Fact, one: Note, other: Note) -> Iterator[Wrong]:
    """Yield movements in which the two do not meet this way, with the reason."""
    for told in note.facts:
        if told.slot != fact.slot:
            how = "they are partners there" if told.slot == "shares" else "they oppose each other there"
            yield Wrong(told.text, how)
    met = {told["joint"] for told in note.facts}
    for muscle, absent in ((one, other), (other, one)):
        for move in muscle.slot(*SLOTS):
            found = vocabulary.movement(move.text)
            if found and found.joint not in met and move.askable:
                against = vocabulary.opposite(found.joint, found.name)
                text = (
                    f"{move.text} against {move.text.replace(found.name, against)}" if against else move.text
                )
                why = f"{mid(absent.name)} does not make it, only {mid(muscle.name)} does"
                yield Wrong(text if fact.slot == "opposes" else full_movement(move), why)


def check_pair(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that both muscles are known, and that their movements bear the opposition out."""
    pair = note.words.get("pair", ())
    unknown = list(unknown_muscles(note.place_of("pair"), pair, notes))
    yield from unknown
    if len(pair) == 2 and not unknown and all(key in notes for key in pair) and note.word("never") != "true":
        one, other = (notes[key] for key in pair)
        yield from _check_stated(note, [met for met in _met(one, other, notes) if met.opposed])


def _check_stated(note: Note, opposed: Sequence[Meeting]) -> Iterator[Problem]:
    stated = note.word("movement")
    known = "; ".join(dict.fromkeys(meeting.text for meeting in opposed))
    if not opposed or (stated and not any(_meant(stated, meeting) for meeting in opposed)):
        yield Problem(
            note.place,
            "stated-opposite",
            f"the movements of these two do not oppose in {stated or 'anything'}",
            help=f"what follows from their actions: {known or 'no opposed movement at a joint both act on'}",
        )


def _meant(stated: str, meeting: Meeting) -> bool:
    """Tell whether 'lumbar flexion / lumbar extension' means this meeting."""
    movements = stated_movements(stated)
    return bool(movements) and movements <= movements_in(meeting)


OPPOSITES = Kind(
    section=SECTION,
    noun="pair of opposites",
    fields=(
        Field("pair", required=True, many=True, refers=True, about="the keys of two muscles"),
        Field("movement", about="lumbar flexion / lumbar extension"),
        Field("never", one_of=YES, about="true: they are not to be called opposites"),
        Field("source"),
        Field("note"),
    ),
    cards=cards,
    checks=(check_pair,),
    listed=True,
    derive=derive,
)
