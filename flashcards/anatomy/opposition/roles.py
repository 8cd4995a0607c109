"""Roles: who opposes a muscle and who helps it, asked of one movement and never of the muscle as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flashcards.anatomy.gathered import gathered
from flashcards.anatomy.opposition.derivation import Movers, movers_of
from flashcards.anatomy.opposition.groups import called_together
from flashcards.anatomy.opposition.held import fixed_end
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.opposition.move import BENDING, Move
from flashcards.anatomy.opposition.verbs import acts, place
from flashcards.anatomy.subject import Subject, capital, joined, part_name
from flashcards.card import Card
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.question import Typed, Wrong

FORMS = OPPOSES, HELPS = "opposes", "helps"
CONTRARY = {OPPOSES: "it helps in this movement", HELPS: "it opposes this movement"}
FELLOW = "its fellow of the other side does, too, but another muscle is asked for"
TOLD = 4
"""How many others are told after the answer: the foremost, since all of them may be twenty."""


def role_cards(subject: Subject, notes: Notes) -> Iterator[Card]:
    """Yield who opposes and who helps a prime mover in each movement; of an assistant, one of the two."""
    movers, of_pairs = movers_of(notes), _asked_of_pairs(notes)
    for move in movers.of(subject):
        forms = [(form, met) for form in FORMS if (met := _askable(move, form, movers))]
        for form, met in forms if move.prime else forms[:1]:
            if form == HELPS or (subject.note.path, move.fact.id) not in of_pairs:
                asked = question(move, form, met, movers)
                told = (*_told(form, met), *_disagreed(form, possible(move, form, movers)))
                yield Card(subject.note, move.fact, form, asked, told)


def _askable(move: Move, form: str, movers: Movers) -> list[Meeting]:
    """Return the meetings asked for, none where books disagree on all.

    Who opposes it from the other side is asked of a prime mover alone.
    """
    met = [] if _is_across(move, form) and not move.prime else counterparts(move, form, movers)
    return [] if all(it.other.fact.disputed for it in met) else met


def _is_across(move: Move, form: str) -> bool:
    """Tell whether a role is played from the other side alone: bending has no opposite on the same side."""
    return form == OPPOSES and move.direction.axis == BENDING


def counterparts(move: Move, form: str, movers: Movers) -> list[Meeting]:
    """Return who plays a role in a move, each muscle or part once, but none that plays the contrary one, too.

    What flexes a toe at one joint may extend it at the next: of the toe as a whole, neither is asked.
    """
    across = _is_across(move, form)
    met, contrary = (
        {it.other.subject.path: it for it in movers.meetings(move, opposed) if it.across == across}
        for opposed in (form == OPPOSES, form != OPPOSES)
    )
    return [it for path, it in met.items() if path not in contrary and not it.twins]


def possible(move: Move, form: str, movers: Movers) -> list[Meeting]:
    """Return who may be said to play a role besides: by some books, or at one joint of a toe of several."""
    across = _is_across(move, form)
    ruled = {it.other.subject.path for which in FORMS for it in counterparts(move, which, movers)}
    found = movers.possible(move, form == OPPOSES)
    return [it for it in found if it.across == across and not it.twins and it.other.subject.path not in ruled]


def question(move: Move, form: str, met: Sequence[Meeting], movers: Movers) -> Typed:
    """Return the question of a role: the first of those met is asked for, another or a group is right too."""
    where = place(move.joint, move.fact)
    prompt = f"{capital(move.subject.called)} {acts(move, where)}, {_still(move)} held still. "
    prompt += _who(move, form)
    others = [it.other.subject for it in (*met, *possible(move, form, movers))]
    against = [it.other.subject for it in counterparts(move, HELPS if form == OPPOSES else OPPOSES, movers)]
    accept = _right(move, others, against)
    near, unclear = tuple(_near(move, form, against)), tuple(_unclear(others, against))
    return Typed(prompt, others[0].name, accept[1:], near, unclear=unclear)


def _right(move: Move, others: Sequence[Subject], against: Sequence[Subject]) -> tuple[str, ...]:
    """Return the names of those who play a role: of a part also its muscle's, and groups that hold some.

    The whole is no answer where any of it plays the contrary role, or it is the muscle asked about.
    """
    whole = {move.subject.note.path, *(it.note.path for it in against if not it.part)}
    these = {it.note.name.lower() for it in others if it.note.path not in whole}
    never = {it.note.name.lower() for it in (move.subject, *against)} - these
    whole |= {it.note.path for it in against}
    accept = (name for subject in others for name in subject.names(whole))
    return tuple(dict.fromkeys((*accept, *called_together(these, never))))


def _unclear(others: Sequence[Subject], against: Sequence[Subject]) -> Iterator[Wrong]:
    """Yield each muscle of which one part plays the role and another the contrary one: which is meant?"""
    contrary = {it.note.path: it for it in reversed(against) if it.part}
    for it in others:
        if it.part and (other := contrary.pop(it.note.path, None)):
            whole = Subject(it.note)
            asked = f"which part of it: {' or '.join(sorted(map(part_name, (it.part, other.part))))}?"
            yield Wrong(whole.name, asked, whole.also_called)


def _who(move: Move, form: str) -> str:
    """Return what is asked; of a movement to a side, on which side the muscle asked for lies."""
    it = move.subject.does("it", "them")
    if _is_across(move, form):
        return f"Besides its fellow there, which muscle of the other side {form} {it} in this movement?"
    side = " of the same side" if move.direction.toward else ""
    return f"Which muscle{side} {form} {it} in this movement?"


def _near(move: Move, form: str, against: Sequence[Subject]) -> Iterator[Wrong]:
    """Yield what may be mistaken for the answer: who plays the contrary role, where sides do not mix them."""
    if _is_across(move, form):
        yield Wrong(move.subject.name, FELLOW, move.subject.also_called)
    elif not move.direction.toward:
        yield from (Wrong(it.name, CONTRARY[form], it.also_called) for it in against)


def _still(move: Move) -> str:
    own = move.subject.does("its", "their")
    return (fixed_end(move) or f"{own} insertion") if move.reversed else f"{own} origin"


def _told(form: str, met: Sequence[Meeting]) -> Iterator[str]:
    yield met[0].sentence
    others = [it.other.subject.called for it in met[1 : TOLD + 1]]
    others += ["its fellow of the other side"] if met[0].across else []
    if others:
        several = len(others) > 1 or (len(met) > 1 and met[1].other.subject.many)
        them = met[0].one.subject.does("it", "them")
        yield f"{capital(joined(others))} {form[:-1] if several else form} {them}, too."


def _disagreed(form: str, met: Sequence[Meeting]) -> Iterator[str]:
    """Tell on whom books disagree."""
    doubted = dict.fromkeys(it.other.subject.called for it in met if it.other.fact.disputed)
    if doubted:
        does = form[:-1] if len(doubted) > 1 else form
        yield f"Books disagree on whether {joined(tuple(doubted))} {does}, too."


@gathered
def _asked_of_pairs(notes: Iterable[Note]) -> frozenset[tuple[str, str]]:
    """Return the moves, by muscle and fact, of which a note about a pair asks who opposes them."""
    return frozenset(
        (f"{note.deck}/{key}", fact[end])
        for note in notes
        if note.kind == "opposites"
        for key, end in zip(note.words["pair"], ("one", "other"), strict=True)
        for fact in note.slot(OPPOSES)
    )
