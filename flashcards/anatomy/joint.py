"""The kind `joints`: which bones meet, and each movement's plane, axis, opposite, range and end feel."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.movement import with_article
from flashcards.anatomy.subject import joined, mid
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.lexicon import meant
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Field, Kind, Notes, Slot
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import did_you_mean, suggest
from flashcards.question import Choice, Listing, Question, Typed, Wrong

PLANES = {
    "sagittal": ("frontal axis, from side to side", "bending forward and back"),
    "frontal": ("sagittal axis, from front to back", "moving to the side"),
    "transverse": ("vertical axis, from top to bottom", "turning"),
}
"""Each plane with its axis, which stands square to it, and with what mostly moves in it."""

SEVERAL = "several"
"""What stands for the plane of a movement that runs through more than one."""

END_FEELS = {
    "bony": "bone meets bone, hard and sudden",
    "capsular": "the capsule tightens, firm like leather",
    "ligamentous": "a ligament tightens, firm like leather",
    "muscle stretch": "a muscle tightens, with an elastic give",
    "soft tissue approximation": "flesh presses on flesh, soft",
}
FACE = "face"
"""The joint whose movements are told as verbs: close eyelids."""
MOST = 8
"""How many movements one card asks for at the most."""


def cards(note: Note, _: Notes) -> Iterator[Card]:
    """Yield the cards of a joint: its build, its movements one by one, then their ranges and end feels."""
    yield from _build(note)
    for fact in (fact for fact in note.slot("movement") if fact.askable):
        yield from (Card(note, fact, form, question) for form, question in _movement(note, fact))
    yield from _movements(note)
    for fact in (fact for fact in note.slot("range", "end-feel") if fact.askable):
        form = fact.slot
        yield Card(note, fact, form, _range(note, fact) if form == "range" else _end_feel(note, fact))


def _build(note: Note) -> Iterator[Card]:
    bones, sort = note.words.get("bones", ()), note.word("type")
    at = with_article(mid(note.name))
    if len(bones) > 1:
        fact = Fact("bones", "bones", f"{joined(bones)} meet at {at}", note.place)
        yield Card(note, fact, "list", Listing(f"Which {len(bones)} bones meet at {at}?", bones))
    if sort:
        fact = Fact("type", "type", sort, note.place)
        several = note.name.endswith("joints")
        asked = f"What type of joint {'are' if several else 'is'} {at}?"
        yield Card(note, fact, "recall", Typed(asked, sort, (f"{sort} joint",)))


def joint_of(note: Note) -> str:
    """Return the vocabulary's joint that a note is about, empty where it knows none of its names."""
    names = (note.name, *note.words.get("aka", ()))
    found = (vocabulary.joint_in(frozenset(meant(name))) for name in names)
    return next(filter(None, found), "")


def opposite(note: Note, fact: Fact) -> str:
    """Return the movement that undoes one: as the deck says, else as the vocabulary knows; empty for none."""
    return fact["opposite"] or vocabulary.opposite(joint_of(note), fact.text) or ""


def _movement(note: Note, fact: Fact) -> Iterator[tuple[str, Question]]:
    at = f"{fact.text} at {with_article(mid(note.name))}"
    if fact["plane"] in PLANES:
        yield "plane", _plane(at, fact["plane"])
        yield "axis", _axis(at, fact["plane"])
    if against := opposite(note, fact):
        if joint_of(note) == FACE:
            yield "opposite", _undone_in_the_face(fact.text, against)
        else:
            accept = (f"{against} of {with_article(mid(note.name))}", f"{mid(note.name)} {against}")
            yield "opposite", Typed(f"Which movement is the opposite of {at}?", against, accept)


def _undone_in_the_face(movement: str, against: str) -> Question:
    verb, _, what = against.partition(" ")
    prompt = f"Which movement is the opposite of {doing(movement)}?"
    return Typed(prompt, doing(against), (against, f"{verb} {_with_articles(what)}"))


def doing(movement: str) -> str:
    """Return a movement that is told as a verb as people ask about it.

    >>> doing("close eyelids"), doing("depress angle of mouth")
    ('closing the eyelids', 'depressing the angle of the mouth')
    """
    verb, _, what = movement.partition(" ")
    return f"{verb.removesuffix('e')}ing {_with_articles(what)}"


def _with_articles(what: str) -> str:
    return f"the {what.replace(' of ', ' of the ')}"


def _plane(at: str, plane: str) -> Question:
    wrong = (Wrong(other, f"that is mostly for {moves}") for other, (_, moves) in PLANES.items())
    prompt = f"In which plane does {at} happen?"
    return Choice(prompt, plane, tuple(option for option in wrong if option.text != plane))


def _axis(at: str, plane: str) -> Question:
    right = PLANES[plane][0]
    wrong = (Wrong(axis, f"that is the axis of the {other} plane") for other, (axis, _) in PLANES.items())
    prompt = f"Around which axis does {at} happen?"
    return Choice(prompt, right, tuple(option for option in wrong if option.text != right))


def _movements(note: Note) -> Iterator[Card]:
    facts = tuple(fact for fact in note.slot("movement") if fact.askable)
    if 1 < len(facts) <= MOST:
        whole = Fact("movements", "movements", f"movements of {note.name}", note.place)
        prompt = f"Name the {len(facts)} movements at {with_article(mid(note.name))}."
        items, accept = tuple(fact.text for fact in facts), tuple(fact.accept for fact in facts)
        yield Card(note, whole, "list", Listing(prompt, items, accept), groups=("movement",))


def _range(note: Note, fact: Fact) -> Question:
    unit = "millimeters" if fact.text.endswith("mm") else "degrees"
    prompt = f"How far does {fact['of']} at {with_article(mid(note.name))} normally go, in {unit}?"
    return Typed(prompt, fact.text, fact.accept)


def _end_feel(note: Note, fact: Fact) -> Question:
    right = (fact.text, *fact.accept)
    wrong = (Wrong(feel, f"there {why}") for feel, why in END_FEELS.items())
    others = tuple(option for option in wrong if not any(option.text in feel for feel in right))
    prompt = f"What is the normal end feel of {fact['of']} at {with_article(mid(note.name))}?"
    return Choice(prompt, fact.text, others)


def check_movements(note: Note, _: Notes) -> Iterator[Problem]:
    """Check that a range or an end feel belongs to a movement that the joint has."""
    moves = [fact.text for fact in note.slot("movement")]
    for fact in note.slot("range", "end-feel"):
        if fact["of"] not in moves:
            yield Problem(
                fact.place,
                "unknown-movement",
                f"'{fact['of'] or fact.text}' is none of this joint's movements",
                hint=did_you_mean(suggest(fact["of"], moves)),
                help=f"write {{{moves[0] if moves else 'flexion'}: ...}}, or add it to 'movements:'",
                width=len(fact["of"] or fact.text),
            )


JOINTS = Kind(
    section="joints",
    noun="joint",
    fields=(
        Field("name", required=True),
        Field("aka", many=True),
        Field("region", many=True),
        Field("type"),
        Field("bones", many=True),
        Field("source"),
        Field("note"),
        Slot(
            "movements",
            slot="movement",
            key="movement",
            details=("plane", "opposite"),
            one_of={"plane": (*PLANES, SEVERAL)},
            required=True,
        ),
        Slot("ranges", slot="range", pairs=True),
        Slot("end_feels", slot="end-feel", pairs=True),
    ),
    cards=cards,
    checks=(check_movements,),
    forms=("plane", "axis", "opposite", "range", "end-feel", "list", "recall"),
)
