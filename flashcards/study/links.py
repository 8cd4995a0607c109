"""Links: which fact a reworded fact, or a note with a new key, goes on as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flashcards.card import fact_path


@dataclass(eq=False, slots=True)
class Holder:
    """What keeps the reviews given under a path for a while; `moved` names the holder they have moved to."""

    path: str
    moved: Holder | None = None

    def last(self) -> Holder:
        """Follow the moves to the holder that stands for itself."""
        holder = self
        while holder.moved:
            holder = holder.moved
        return holder


@dataclass(slots=True)
class Links:
    """The links met so far, in the order of events; paths are deck/note/fact, or deck/note for a whole note.

    A link from old to new moves what old has, and what is reviewed as old from then on. A link back brings
    it back. A link of a path to itself lets it stand for itself from there on, and what had moved stays.
    """

    facts: dict[str, Holder] = field(default_factory=dict)
    notes: dict[str, Holder] = field(default_factory=dict)

    def holder(self, fact: str) -> Holder:
        """Return who keeps a review given now under this fact's path."""
        if fact not in self.facts:
            self.facts[fact] = made = Holder(fact)
            if (moved := _through_note(fact, self.notes)) != fact:
                made.moved = self.holder(moved)
        return self.facts[fact]

    def link(self, old: str, new: str) -> None:
        """Let old go on as new."""
        if old.count("/") == 1:
            # What has moved already stays where it is, unless the note is to stand for itself again.
            under = [fact for fact in self.facts if fact_path(fact) == old]
            standing = [fact for fact in under if old == new or not self.facts[fact].moved]
            for fact in standing:
                _move(self.facts, self.holder(fact), self.holder(new + fact[len(old) :]))
            _move(self.notes, *(self.notes.setdefault(note, Holder(note)) for note in (old, new)))
        else:
            _move(self.facts, self.holder(old), self.holder(new))

    def moves(self) -> Mapping[str, str]:
        """Return what each path goes by now, for `resolve`: only those that are not simply themselves."""
        notes = {note: holder.last().path for note, holder in self.notes.items()}
        facts = {fact: holder.last().path for fact, holder in self.facts.items()}
        moved = {note: now for note, now in notes.items() if now != note}
        return moved | {fact: now for fact, now in facts.items() if now != self._expected(fact)}

    def _expected(self, fact: str) -> str:
        """Where a fact's note takes it, for a fact that has no link of its own."""
        moved = _through_note(fact, self.notes)
        return moved if moved == fact else self.facts.get(moved, Holder(moved)).last().path


def resolve(card: str, moves: Mapping[str, str]) -> str:
    """Return the card that keeps what is reviewed as this one.

    >>> resolve("d/n/f/recall", {"d/n": "d/m"}), resolve("d/n/f/recall", {"d/n/f": "d/n/g", "d/n": "d/m"})
    ('d/m/f/recall', 'd/n/g/recall')
    """
    fact = fact_path(card)
    if fact in moves:
        return moves[fact] + card[len(fact) :]
    note = fact_path(fact)
    moved = moves.get(note, note) + fact[len(note) :]
    return moves.get(moved, moved) + card[len(fact) :]


def _move(holders: dict[str, Holder], old: Holder, new: Holder) -> None:
    """Move old to new; if new had moved itself, it starts afresh, so that no move ever closes a circle."""
    if new.moved:
        new = holders[new.path] = Holder(new.path)
    if new.path != old.path:
        old.moved = new


def _through_note(fact: str, notes: Mapping[str, Holder]) -> str:
    note = fact_path(fact)
    return notes[note].last().path + fact[len(note) :] if note in notes else fact
