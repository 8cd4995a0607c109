"""The kind `muscles`: attachments, course, neighbors and actions, with either end held still."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards.anatomy.action import action_cards
from flashcards.anatomy.asked import besides, card
from flashcards.anatomy.attachment import attachment_cards
from flashcards.anatomy.lint import MUSCLE_RULES
from flashcards.anatomy.movement import check_movements
from flashcards.anatomy.opposition.roles import HELPS, OPPOSES, role_cards
from flashcards.anatomy.palpation import palpation_cards
from flashcards.anatomy.relation import MIRROR, check_relations, relation_cards
from flashcards.anatomy.subject import ENDS, Subject, subjects
from flashcards.anatomy.whole import list_cards, muscle_cards
from flashcards.card import Card
from flashcards.kind import Field, Kind, Notes, Parts, Slot
from flashcards.note import Note
from flashcards.question import Typed, gives_away

PLAIN = {
    "course": "What {does} {name} pass through or over without attaching{besides}?",
    "region": "To which region of the body {does} {name} belong{besides}?",
    "runs": "Which way {does} {name} run{besides}?",
    "nerve": "Which nerve supplies {name}{besides}?",
}


def cards(note: Note, notes: Notes) -> Iterator[Card]:
    """Yield every card of a muscle, part by part."""
    for subject in subjects(note):
        for asker in ASKERS:
            yield from asker(subject, notes)


def _plain(subject: Subject, _: Notes) -> Iterator[Card]:
    does = subject.does("does", "do")
    for fact in subject.asked(*PLAIN):
        if fact.slot == "nerve" and gives_away(fact.text, subject.names()):
            continue  # the nerve to piriformis is known by the name of piriformis
        prompt = PLAIN[fact.slot].format(name=subject.called, does=does, besides=besides(subject, fact))
        yield card(subject, fact, "recall", Typed(prompt, fact.text, fact.accept))


def _relations(subject: Subject, notes: Notes) -> Iterator[Card]:
    for fact in subject.asked("relation"):
        for form, question in relation_cards(subject.name, fact, notes):
            yield card(subject, fact, form, question)


ASKERS = (
    attachment_cards,
    _plain,
    _relations,
    action_cards,
    list_cards,
    muscle_cards,
    palpation_cards,
    role_cards,
)
"""What asks about a muscle or a part of it, each a noun of its own."""

ROLES = ("prime", "assistant")
MOVEMENT_SLOTS = (
    Slot(
        "actions",
        slot="action",
        key="movement",
        details=("role", "fixed", "side", "follows"),
        one_of={"role": ROLES, "fixed": ENDS, "side": ("same", "other")},
        slot_by={"fixed": {"insertion": "reversed"}},
        about="what it does with its origin held still: hip flexion",
    ),
    Slot(
        "reversed",
        slot="reversed",
        key="movement",
        details=("role", "side", "follows"),
        one_of={"role": ROLES, "side": ("same", "other")},
        about="what it does with its insertion held still: lumbar flexion",
    ),
)
ABOUT = {"origin": "where it starts, mostly held still", "insertion": "where it ends, mostly moved"}
ATTACHMENT_SLOTS = tuple(
    Slot(name, slot=name, key="at", details=("levels",), about=f"{ABOUT[name]}: a landmark of a bone")
    for name in ENDS
)
NERVE = Slot("nerve", slot="nerve", details=("roots",), about="the nerve that supplies it; its roots")
COURSE = Slot("course", slot="course", key="at", about="what it passes without attaching")
PALPATION = Slot(
    "palpation", slot="palpation", key="at", details=("do", "feel"), about="how to find it under your hands"
)
RELATIONS = Slot(
    "relations",
    slot="relation",
    details=("between",),
    pairs=True,
    keys=tuple(MIRROR),
    refers=True,
    about="who lies where: {in front of: quadratus-lumborum}; asked from both sides",
)

MUSCLES = Kind(
    section="muscles",
    noun="muscle",
    fields=(
        Field("name", required=True, about="as people read it: Gluteus medius"),
        Field("latin", about="musculus gluteus medius"),
        Field("aka", many=True, about="other names and abbreviations, all of them right answers"),
        Field("group", many=True, about="what it is counted among: hamstrings"),
        Field("source", about="a key of 'sources:', for all facts that name no other"),
        Field("note", about="a line told after each answer"),
        *ATTACHMENT_SLOTS,
        COURSE,
        RELATIONS,
        Slot("region", slot="region", about="the region of the body it belongs to"),
        Slot("runs", slot="runs", about="which way it runs: from above downward"),
        *MOVEMENT_SLOTS,
        NERVE,
        PALPATION,
        Parts(
            "parts",
            (*ATTACHMENT_SLOTS, COURSE, *MOVEMENT_SLOTS, NERVE, PALPATION),
            about="parts that differ, each with what is its own: anterior, long-head",
        ),
    ),
    cards=cards,
    checks=(check_relations, check_movements, *MUSCLE_RULES),
    forms=("recall", "choice", "list", "muscle", "fixed", "other", "between", OPPOSES, HELPS),
)
