"""Opposition, derived: two muscles oppose each other in a movement at a joint, never as a whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flashcards.anatomy.gathered import gathered
from flashcards.anatomy.opposition.meeting import Meeting
from flashcards.anatomy.opposition.move import Direction, Move, told_moves
from flashcards.anatomy.opposition.never import never
from flashcards.anatomy.subject import Subject
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import remembered
from flashcards.note import Note

ALIKE = ("head", "neck")
"""Joints that books do not keep apart: who turns the head turns the neck."""

WELL_BACKED = 3
"""Groups of sources beyond which more of them put nobody further to the fore."""

Found = Mapping[tuple[str, Direction], Sequence[Move]]


class Movers:
    """The moves of many muscles, found by joint and direction; disputed and unbacked ones take no part.

    A pair that a deck says never opposes does not, in the movement it names or in any.
    """

    def __init__(self, notes: Iterable[Note]) -> None:
        kept = sorted(notes, key=lambda note: note.path)
        told = tuple(move for note in kept if note.kind == "muscles" for move in told_moves(note))
        self.moves = tuple(move for move in told if move.fact.askable)
        self._never = tuple(never(note) for note in kept if note.word("never") == "true")
        self._found, self._told = _by_direction(self.moves), _by_direction(told)
        self._of: Mapping[str, list[Move]] = _by_subject(self.moves)
        moved = {(move.subject.note.path, move.joint) for move in told if move.prime and not move.reversed}
        self._joints = Counter(path for path, _ in moved)
        self._met: dict[tuple[str, str, bool], Sequence[Meeting]] = {}
        self._shared: dict[tuple[str, bool], Counter[str]] = {}

    def of(self, subject: Subject) -> tuple[Move, ...]:
        """Return the moves of a muscle or part, in the order of the deck."""
        return tuple(self._of.get(subject.path, ()))

    def meetings(self, move: Move, opposed: bool) -> Sequence[Meeting]:
        """Return who opposes a move, or who helps in it, the foremost first.

        What is disputed comes last. Prime movers come first, be it from their other end; then muscles of
        the same deck, usual actions before reversed ones, the well backed, whole muscles before parts, and
        those of one joint. A muscle bending to a side is first opposed by its fellow of the other.
        """
        name = (move.subject.path, move.fact.id, opposed)
        if name not in self._met:
            met = self._meet(move, opposed, self._found, _meeting_joints(move.joint))
            self._met[name] = tuple(sorted(met, key=self._rank))
        return self._met[name]

    def possible(self, move: Move, opposed: bool) -> Iterator[Meeting]:
        """Yield who opposes a move, or helps, by some books: where disputed, or of the head for the neck."""
        alike = ((joint, joint) for joint in ALIKE if move.joint in ALIKE)
        yield from self._meet(
            move, opposed, self._told, dict.fromkeys((*_meeting_joints(move.joint), *alike))
        )

    def _meet(
        self, move: Move, opposed: bool, found: Found, joints: Iterable[tuple[str, str]]
    ) -> Iterator[Meeting]:
        seen = set()
        for joint, where in joints:
            for goes, across in _counterparts(move.direction, where, opposed):
                for other in sorted(found.get((joint, goes), ()), key=lambda other: other.reversed):
                    met = Meeting(where, move, other, opposed, across)
                    name = (where, across, other.subject.path)
                    if name not in seen and _is_pair(met) and not (opposed and self._overruled(met)):
                        seen.add(name)
                        yield met

    def shared(self, met: Meeting) -> int:
        """Return in how many movements these two oppose each other, or help, as they do here."""
        return self._count(met.one.subject, met.opposed)[met.other.subject.path]

    def _rank(self, met: Meeting) -> tuple[object, ...]:
        move, other = met.other, met.other.subject
        lasting = not met.twins, bool(move.fact.disputed), not move.leads
        near = other.note.deck != met.one.subject.note.deck, move.reversed
        plain = -min(move.backing, WELL_BACKED), bool(other.part), self._joints[other.note.path]
        return *lasting, *near, *plain, other.name, other.path

    def _count(self, subject: Subject, opposed: bool) -> Counter[str]:
        """Return in how many movements each other muscle meets one."""
        if (subject.path, opposed) not in self._shared:
            met = [met for move in self._of[subject.path] for met in self.meetings(move, opposed)]
            self._shared[subject.path, opposed] = Counter(it.other.subject.path for it in met)
        return self._shared[subject.path, opposed]

    def _overruled(self, met: Meeting) -> bool:
        return any(entry.forbids(met) for entry in self._never)


@gathered
def movers_of(notes: Iterable[Note]) -> Movers:
    """Return the moves of all muscles a deck knows: its own and its neighbors'."""
    return Movers(notes)


def _by_direction(found: Iterable[Move]) -> Found:
    groups: dict[tuple[str, Direction], list[Move]] = defaultdict(list)
    for move in found:
        groups[move.joint, move.direction].append(move)
    return groups


def _by_subject(found: Iterable[Move]) -> Mapping[str, list[Move]]:
    groups: dict[str, list[Move]] = defaultdict(list)
    for move in found:
        groups[move.subject.path].append(move)
    return groups


@remembered
def _meeting_joints(joint: str) -> tuple[tuple[str, str], ...]:
    """Return the joints that meet one, each with where they meet: at the narrower of the two."""
    return tuple(
        (other, max(joint, other, key=_depth))
        for other in vocabulary.joints()
        if vocabulary.meet(joint, other)
    )


def _depth(joint: str) -> int:
    around = vocabulary.joints()[joint].within
    return 1 + _depth(around) if around else 0


def _counterparts(goes: Direction, joint: str, opposed: bool) -> Iterator[tuple[Direction, bool]]:
    """Yield the directions that oppose one, or go with it, and whether they do so from the other side."""
    found = goes.undone_at(joint) if opposed else goes
    if found:
        yield found, False
        if found.toward:
            yield found.mirrored, True


def _is_pair(met: Meeting) -> bool:
    """Tell two muscles or parts, or one on both sides, from a part and the whole that it belongs to."""
    one, other = met.one.subject, met.other.subject
    if one.note.path != other.note.path:
        return True
    return (met.opposed and met.across) if one.part == other.part else bool(one.part and other.part)
