"""What a listing of relations is narrowed down to: decks, a muscle, a joint."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flashcards.anatomy.subject import Subject, subjects
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.lexicon import meant
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.collection import drafts, find
from flashcards.commands.matching import unknown
from flashcards.commands.studied import added
from flashcards.decks import builtin
from flashcards.home import home_folder
from flashcards.note import Note
from flashcards.study.store import Store


def chosen_notes(options: Options, decks: Sequence[str]) -> list[Note]:
    """Return the notes of the decks named, else of the collection; a deck with errors is left out."""
    with Store.read(home_folder(options.home)) as store:
        settings = store.state(clock(options.home)()).settings
    paths = find(decks or settings.decks, added(settings)) or builtin()
    return [note for draft in drafts(paths) if draft.clean for note in draft.notes.values()]


def chosen_muscles(word: str, notes: Sequence[Note]) -> Callable[[Subject], bool]:
    """Return what tells whether a muscle, or a part of one, is the one a word names: by key or by any name.

    UnknownName, with the nearest known one, where none is.
    """
    told = [subject for note in notes if note.kind == "muscles" for subject in subjects(note)]
    known = {subject.path: dict.fromkeys((*_keys(subject), *subject.names())) for subject in told}
    wanted = meant(word)
    named = {path for path, names in known.items() if word in names or wanted in map(meant, names)}
    if word and not named:
        raise unknown(word, [name for names in known.values() for name in names])
    return lambda subject: subject.path in named


def _keys(subject: Subject) -> tuple[str, ...]:
    """Return the keys of a muscle; a part goes by those of its muscle, too."""
    return subject.key, subject.path, subject.note.key, subject.note.path


def chosen_joint(word: str) -> frozenset[str]:
    """Return the joint a word names, with those it is part of and its own parts; empty for no word.

    >>> sorted(chosen_joint("big toe")), sorted(chosen_joint("toe IP"))
    (['great-toe'], ['toe-ip', 'toes'])
    """
    joint = vocabulary.joint_in(frozenset(meant(word)))
    if word and not joint:
        raise unknown(word, list(vocabulary.joints()))
    return frozenset(other for other in vocabulary.joints() if joint and vocabulary.meet(joint, other))
