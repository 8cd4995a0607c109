"""The kind `muscles`: attachments, course, neighbours and actions, with either end held still."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy import vocabulary
from flashcards.anatomy.movement import at_joint, check_movements, full_movement, joint_of
from flashcards.anatomy.neighbours import wrong_movements, wrong_places
from flashcards.anatomy.relation import MIRROR, check_relations, relation_cards
from flashcards.anatomy.roles import role_cards
from flashcards.anatomy.subject import Subject, joined, mid, subjects, the
from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.kind import Field, Kind, Notes, Parts, Slot
from flashcards.note import Note
from flashcards.question import Choice, Listing, Question, Typed, Wrong

ATTACHMENTS = ("origin", "insertion")
ENDS = {"action": "origin", "reversed": "insertion"}
"""Which end is held still: in an action the origin, in a reversed action the insertion."""

PLAIN = {
    "course": "What does {name} pass through or over without attaching{besides}?",
    "region": "To which region of the body does {name} belong{besides}?",
    "runs": "Which way does {name} run{besides}?",
    "nerve": "Which nerve supplies {name}{besides}?",
}
WHOLES = {
    "origin": "origins",
    "insertion": "insertions",
    "action": "actions",
    "reversed": "reversed-actions",
    "nerve": "nerves",
}
"""The facts that stand for a whole slot, by slot."""
LISTED = {
    "origin": "Name the {count} origins of {name}.",
    "insertion": "Name the {count} insertions of {name}.",
    "action": "Name {count} movements {name} makes with its origin held still.",
    "reversed": "Name {count} movements {name} makes with its insertion held still.",
    "nerve": "Name the {count} nerves of {name}.",
}


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield every card of a muscle: its places, its neighbours, its movements, then all at once."""
    for subject in subjects(note):
        for asker in (_attachments, _plain, _neighbours, _movements, _lists, _whole, role_cards):
            yield from asker(subject, notes)


def _card(subject: Subject, fact: Fact, form: str, question: Question, *told: str) -> Card:
    """Return a card; its question tells, or asks among, the other facts of its slot and those of `told`."""
    groups = tuple(f"{subject.part}.{slot}" for slot in told or (fact.slot,))
    return Card(subject.note, fact, form, question, subject.disputes(fact), groups)


def _besides(subject: Subject, fact: Fact) -> str:
    others = tuple(the(other.text) for other in subject.others(fact))
    return f", besides {joined(others)}" if others else ""


def _attachments(subject: Subject, notes: Notes) -> Iterator[Card]:
    for fact in subject.asked(*ATTACHMENTS):
        wrong = wrong_places(subject, fact, notes)
        prompt = f"What is the {fact.slot} of {mid(subject.name)}{_besides(subject, fact)}?"
        yield _card(subject, fact, "recall", Typed(prompt, fact.text, fact.accept, wrong))
        if wrong:
            asked = f"Which of these is {_article(fact.slot)} {fact.slot} of {mid(subject.name)}?"
            yield _card(subject, fact, "choice", Choice(asked, fact.text, wrong))


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _plain(subject: Subject, _: Notes) -> Iterator[Card]:
    for fact in subject.asked(*PLAIN):
        prompt = PLAIN[fact.slot].format(name=mid(subject.name), besides=_besides(subject, fact))
        yield _card(subject, fact, "recall", Typed(prompt, fact.text, fact.accept))


def _neighbours(subject: Subject, notes: Notes) -> Iterator[Card]:
    for fact in subject.asked("relation"):
        for form, question in relation_cards(subject.name, fact, notes):
            yield _card(subject, fact, form, question)


def _movements(subject: Subject, notes: Notes) -> Iterator[Card]:
    for fact in subject.asked(*ENDS):
        wrong = wrong_movements(subject, fact, notes)
        yield _card(subject, fact, "recall", _movement(subject, fact, wrong))
        if wrong:
            asked = f"With its {ENDS[fact.slot]} held still, which movement does {mid(subject.name)} make?"
            yield _card(subject, fact, "choice", Choice(asked, full_movement(fact), wrong))
        if subject.asked("reversed"):
            yield Card(subject.note, fact, "fixed", _fixed_end(subject, fact))


def _movement(subject: Subject, fact: Fact, near: tuple[Wrong, ...]) -> Question:
    joint = joint_of(fact)
    same_joint = tuple(full_movement(other) for other in subject.others(fact) if joint_of(other) == joint)
    besides = f", besides {joined(same_joint)}" if same_joint else ""
    held = f"{subject.name}, {ENDS[fact.slot]} held still"
    prompt = f"{held}: which movement does it make{at_joint(joint)}{besides}?"
    return Typed(prompt, full_movement(fact), (*fact.accept, fact.text, *_bare(fact)), near)


def _bare(fact: Fact) -> tuple[str, ...]:
    """Return a movement without its joint, which the question names."""
    found = vocabulary.movement(fact.text)
    return (found.name,) if found else ()


def _fixed_end(subject: Subject, fact: Fact) -> Question:
    held, moved = ENDS[fact.slot], ENDS["reversed" if fact.slot == "action" else "action"]
    why = f"the {moved} is the end that moves here"
    return Choice(
        f"Which end of {mid(subject.name)} is held still in {full_movement(fact)}?",
        held,
        (Wrong(moved, why),),
    )


def _lists(subject: Subject, _: Notes) -> Iterator[Card]:
    for slot, prompt in LISTED.items():
        facts = subject.asked(slot)
        if len(facts) > 1:
            asked = prompt.format(name=mid(subject.name), count=len(facts))
            items = tuple(_item(fact) for fact in facts)
            accept = tuple((*fact.accept, fact.text, *_shared_joint(fact, facts)) for fact in facts)
            yield _card(
                subject, _whole_fact(subject, slot, WHOLES[slot]), "list", Listing(asked, items, accept)
            )


def _shared_joint(fact: Fact, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """Return the bare movement where all that are asked for are at one joint: it goes without saying."""
    return _bare(fact) if fact.slot in ENDS and len(set(map(joint_of, facts))) == 1 else ()


def _item(fact: Fact) -> str:
    return full_movement(fact) if fact.slot in ENDS else fact.text


def _whole(subject: Subject, notes: Notes) -> Iterator[Card]:
    ends = _both_ends(subject)
    rivals = [other for key, other in notes.items() if key != subject.note.key and other.kind == "muscles"]
    if all(ends) and not any(_both_ends(Subject(rival)) == ends for rival in rivals):
        origin, insertion = (joined(tuple(map(the, places))) for places in ends)
        prompt = f"Which muscle runs from {origin} to {insertion}?"
        also = subject.note.words.get("aka", ()) + subject.note.words.get("latin", ())
        fact = _whole_fact(subject, "muscle", "attachments")
        yield _card(subject, fact, "muscle", Typed(prompt, subject.name, also), *ATTACHMENTS)


def _both_ends(subject: Subject) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fact.text for fact in subject.asked(slot)) for slot in ATTACHMENTS)


def _whole_fact(subject: Subject, slot: str, name: str) -> Fact:
    """Return the fact of a card that asks a whole slot: it keeps its id however the facts in it change."""
    prefix = f"{subject.part}." if subject.part else ""
    return Fact(prefix + name, slot, f"{name} of {subject.name}", subject.note.place)


ROLES = ("prime", "assistant")
MOVEMENT_SLOTS = (
    Slot(
        "actions",
        slot="action",
        key="movement",
        details=("role", "fixed", "side", "follows"),
        one_of={"role": ROLES, "fixed": ATTACHMENTS, "side": ("same", "other")},
        slot_by={"fixed": {"insertion": "reversed"}},
    ),
    Slot(
        "reversed",
        slot="reversed",
        key="movement",
        details=("role", "side", "follows"),
        one_of={"role": ROLES, "side": ("same", "other")},
    ),
)
ATTACHMENT_SLOTS = tuple(Slot(name, slot=name, key="at", details=("levels",)) for name in ATTACHMENTS)
NERVE = Slot("nerve", slot="nerve", details=("roots",))
COURSE = Slot("course", slot="course", key="at")
PALPATION = Slot("palpation", slot="palpation", key="at", details=("do", "feel"))

MUSCLES = Kind(
    section="muscles",
    noun="muscle",
    fields=(
        Field("name", required=True),
        Field("latin"),
        Field("aka", many=True),
        Field("group", many=True),
        Field("source"),
        Field("note"),
        *ATTACHMENT_SLOTS,
        COURSE,
        Slot("relations", slot="relation", details=("between",), pairs=True, keys=tuple(MIRROR), refers=True),
        Slot("region", slot="region"),
        Slot("runs", slot="runs"),
        *MOVEMENT_SLOTS,
        NERVE,
        PALPATION,
        Parts("parts", (*ATTACHMENT_SLOTS, COURSE, *MOVEMENT_SLOTS, NERVE, PALPATION)),
    ),
    cards=cards,
    checks=(check_relations, check_movements),
)
