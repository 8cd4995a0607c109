"""The kind `opposites`: what is derived from the movements, with the words a deck adds to it."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy import vocabulary
from flashcards.anatomy.movement import SLOTS, full_movement
from flashcards.anatomy.names import old_pair_keys, unknown_muscles
from flashcards.anatomy.opposition import Meeting, meetings, meetings_of
from flashcards.anatomy.subject import mid
from flashcards.card import Card
from flashcards.fact import Fact, fact_id
from flashcards.fields import pair_key
from flashcards.kind import Field, Kind, Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.question import Choice, Typed, Wrong

SECTION = "opposites"
HELD = {"action": "origin", "reversed": "insertion"}


def derive(notes: Notes) -> Iterator[Note]:
    """Yield a note for each pair that opposes in some movement, in place of the entries written about it."""
    by_pair: dict[str, list[Meeting]] = {}
    for meeting in meetings(notes):
        by_pair.setdefault(pair_key(SECTION, meeting.one.key, meeting.other.key), []).append(meeting)
    for key, met in by_pair.items():
        if any(meeting.opposed for meeting in met):
            yield _pair_note(key, met, notes.get(key))


def _pair_note(key: str, met: list[Meeting], written: Note | None) -> Note:
    one, other = met[0].one, met[0].other
    facts = {fact.id: fact for fact in (_fact(meeting) for meeting in met)}
    words = dict(written.words) if written else {}
    words |= {"name": (f"{one.name} and {mid(other.name)}",), "pair": (one.key, other.key)}
    place = written.place if written else one.place
    was = old_pair_keys(SECTION, one, other)
    return Note(key, SECTION, one.deck, place, words, tuple(facts.values()), was)


def _fact(meeting: Meeting) -> Fact:
    slot = "opposes" if meeting.opposed else "shares"
    told = {
        "one": meeting.one_fact.id,
        "other": meeting.other_fact.id,
        "joint": meeting.joint,
        "why": meeting.reason,
    }
    return Fact(fact_id(slot, meeting.text), slot, meeting.text, meeting.one_fact.place, details=told)


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield who opposes in each movement, asked from both sides, and in which movements the two meet."""
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
    fact = next(fact for fact in mover.facts if fact.id == fact_name)
    prompt = (
        f"{mover.name} makes {full_movement(fact)}, its {HELD[fact.slot]} held still. "
        "Which muscle of this deck opposes it in this movement?"
    )
    aliases = opposer.words.get("aka", ()) + opposer.words.get("latin", ())
    return Typed(prompt, opposer.name, (*aliases, *_also_opposing(mover, fact, opposer, notes)))


def _also_opposing(mover: Note, fact: Fact, opposer: Note, notes: Notes) -> Iterator[str]:
    """Yield the other muscles of the deck that oppose the same movement: naming one of them is right too."""
    for rival in notes.values():
        if rival.kind != "muscles" or rival.key in (mover.key, opposer.key):
            continue
        if any(met.opposed and met.one_fact is fact for met in meetings_of(mover, rival)):
            yield rival.name


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
    if len(pair) == 2 and not unknown and all(key in notes for key in pair):
        yield from _check_stated(
            note, [met for met in meetings_of(*(notes[key] for key in pair)) if met.opposed]
        )


def _check_stated(note: Note, opposed: list[Meeting]) -> Iterator[Problem]:
    stated = note.word("movement")
    known = "; ".join(meeting.text for meeting in opposed)
    if not opposed or (stated and not any(_meant(stated, meeting) for meeting in opposed)):
        yield Problem(
            note.place,
            "stated-opposite",
            f"the movements of these two do not oppose in {stated or 'anything'}",
            help=f"what follows from their actions: {known or 'no opposed movement at a joint both act on'}",
        )


def _meant(stated: str, meeting: Meeting) -> bool:
    """Tell whether 'lumbar flexion / lumbar extension' means this meeting."""
    movements = {(m.joint, m.name) for half in stated.split("/") if (m := vocabulary.movement(half.strip()))}
    facts = (meeting.one_fact, meeting.other_fact)
    return bool(movements) and movements <= {
        (m.joint, m.name) for f in facts if (m := vocabulary.movement(f.text))
    }


OPPOSITES = Kind(
    section=SECTION,
    noun="pair of opposites",
    fields=(
        Field("pair", required=True, many=True),
        Field("movement"),
        Field("source"),
        Field("note"),
    ),
    cards=cards,
    checks=(check_pair,),
    listed=True,
    derive=derive,
)
