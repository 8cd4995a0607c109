"""What may be wrong with a deck's own words: they contradict what ships, or name what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import load
from flashcards.anatomy.terms.lexicon import bare, lexicon, meant
from flashcards.anatomy.terms.wording import fold
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Place, Problem
from flashcards.problems import did_you_mean, suggest


def check_bone(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that a landmark is on a bone, or another carrier, that is known: one of the deck's own, too."""
    bone = note.word("bone")
    own = (name for other in notes.values() if other.kind == "bones" for name in (other.name, *_also(other)))
    carriers = dict.fromkeys(
        (*load("bones"), *(place.bone for place in vocabulary.landmarks().values()), *own)
    )
    if bone and not any(set(meant(bone)) <= set(meant(known)) for known in carriers):
        yield Problem(
            note.place_of("bone"),
            "unknown-bone",
            f"no bone is called '{bone}'",
            hint=did_you_mean(suggest(bone, carriers)),
            help="`flashcards list bones` shows the bones; add your own under 'bones:' of 'vocabulary:'",
            width=len(bone),
        )


def check_joint(note: Note, notes: Notes) -> Iterator[Problem]:
    """Check that a joint's movements have one opposite each, and that it is within a joint that is known."""
    yield from _other_opposites(note)
    within, known = note.word("within"), vocabulary.joints()
    if within and within not in known and f"joints/{within}" not in notes:
        hint = did_you_mean(suggest(within, known))
        place, help = note.place_of("within"), "`flashcards list joints` shows the joints"
        yield Problem(place, "unknown-joint", f"no joint is called '{within}'", help, hint, len(within))


def _other_opposites(note: Note) -> Iterator[Problem]:
    known = vocabulary.joints()
    shipped = known[note.key].movements if note.key in known else {}
    for one, other in map(movement_pair, note.words.get("movements", ())):
        for name, opposite in ((one, other), (other, one)):
            if name and opposite and shipped.get(name, opposite) not in ("", opposite):
                message = f"'{name}' is the opposite of '{shipped[name]}' at this joint, not of '{opposite}'"
                help = f"`flashcards list movements {note.key}` shows its movements"
                yield Problem(note.place_of("movements"), "other-opposite", message, help=help)


def movement_pair(text: str) -> tuple[str, str]:
    """Return a movement and its opposite, empty where it has none.

    >>> movement_pair("inversion / eversion"), movement_pair("wiggle")
    (('inversion', 'eversion'), ('wiggle', ''))
    """
    one, _, other = text.partition("/")
    return one.strip(), other.strip()


def _also(note: Note) -> tuple[str, ...]:
    return note.words.get("also", ())


def check_synonym(place: Place, meaning: str, wording: str) -> Iterator[Problem]:
    """Check that a wording is no contrary of what it shall mean, and warn where it means another thing."""
    wanted, already = meant(meaning), meant(wording)
    if clash := contrary(wanted, already):
        message = f"'{wording}' can't mean '{meaning}': {clash[1]} is not {clash[0]}"
        help = f"`flashcards list contrasts {clash[0]}` shows what never means the same"
        yield Problem(place, "contrary", message, help=help)
    elif already != wanted and _is_known(wording):
        yield Problem(
            place,
            "known-wording",
            f"'{wording}' already means '{' '.join(already)}'; in this deck it will mean '{meaning}'",
            help="leave it out unless your teacher says so",
            severity="warning",
        )


def _is_known(wording: str) -> bool:
    return lexicon().knows(bare(wording)) or fold(wording) in vocabulary.known_terms()


def check_names(note: Note, _: Notes) -> Iterator[Problem]:
    """Check the other names of an entry as synonyms of its name are checked."""
    for name in ("latin", "also"):
        for wording in note.words.get(name, ()):
            yield from check_synonym(note.place_of(name), note.name.lower(), wording)


def check_contrasts(place: Place, group: Sequence[str]) -> Iterator[Problem]:
    """Check that a group holds two words at least, and none that means another."""
    if len(group) < 2:
        yield Problem(place, "lone-contrast", "a contrast needs two words", help="write [curl, uncurl]")
    for at, one in enumerate(group):
        for other in group[at + 1 :]:
            if one and meant(one) == meant(other):
                message = f"'{one}' and '{other}' mean the same: they are no contrast"
                help = f"`flashcards list synonyms {one}` shows what means the same"
                yield Problem(place, "no-contrast", message, help=help)


def contrary(words: Sequence[str], others: Sequence[str]) -> tuple[str, str] | None:
    """Return two meant words, one of each text, of which none ever means the other; None for no such two.

    >>> contrary(["hip", "flexion"], ["hip", "extension"]), contrary(["hip"], ["knee"])
    (('flexion', 'extension'), None)
    """
    left, right = set(words) - set(others), set(others) - set(words)
    for group in vocabulary.contrasts():
        told = [lexicon().meant([word])[-1] for word in group]
        pair = [word for word in told if word in left], [word for word in told if word in right]
        if all(pair):
            return pair[0][0], pair[1][0]
    return None
