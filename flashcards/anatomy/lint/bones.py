"""Attachments on a bone that has no such landmark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flashcards.anatomy.lint.attachment import clauses, is_proper, places_of, unnumbered
from flashcards.anatomy.lint.finding import finding
from flashcards.anatomy.near_misses.truth import PLACES
from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import remembered
from flashcards.anatomy.terms.lexicon import meant
from flashcards.kind import Notes
from flashcards.note import Note
from flashcards.place import Problem
from flashcards.problems import did_you_mean, suggest

ALSO_ON: Mapping[str, str] = {
    "styloid process": "fibula ulna metacarpal",
    "medial epicondyle": "femur humerus",
    "lateral epicondyle": "femur humerus",
    "medial condyle": "femur tibia",
    "lateral condyle": "femur tibia",
    "transverse process": "vertebra atlas axis coccyx sacrum",
    "spinous process": "vertebra axis sacrum",
    "articular processes": "vertebra sacrum",
    "interosseous membrane": "radius ulna tibia fibula",
}
"""Further bones that have a landmark of that name, though no muscle of the vocabulary needs it there."""


def wrong_bone(note: Note, _: Notes) -> Iterator[Problem]:
    """Refuse a landmark on a bone that has none of that name; only proper names tell."""
    for fact in note.slot(*PLACES):
        for name, bone, homes in _all_misplaced(unnumbered(fact.text)):
            yield finding(
                fact,
                "wrong-bone",
                f"the {bone} has no {name}",
                f"the {name} is on the {' or the '.join(homes)}; `flashcards list landmarks {bone}`",
                hint=did_you_mean(_instead(name, bone)),
                severity="error",
            )


Misplaced = tuple[str, str, tuple[str, ...]]


@remembered
def _all_misplaced(text: str) -> tuple[Misplaced, ...]:
    return tuple(found for clause in clauses(text) for found in misplaced(clause))


@remembered
def misplaced(clause: str) -> tuple[Misplaced, ...]:
    """Return each landmark a clause puts on a wrong bone: its name, that bone, and the bones that have it.

    >>> misplaced("lesser trochanter of the ulna")
    (('lesser trochanter', 'ulna', ('femur',)),)
    >>> misplaced("styloid process of the fibula"), misplaced("medial border of the ulna")
    ((), ())
    >>> misplaced("mandibular symphysis")
    ()
    """
    said = clause.replace("hip bone", "")  # which of its three bones is not said
    places = places_of(said.rpartition(" of ")[0]) or places_of(said)
    told = frozenset(meant(said))
    names = {
        place.words: place.name
        for place in places
        if is_proper(place.words) and _bones(place.words) <= told  # no bone that merely goes without saying
    }
    found = ((name, _bones(told - words), _homes(words)) for words, name in names.items())
    return tuple(
        (name, sorted(named)[0], homes)
        for name, named, homes in found
        if named and not named & _bones_of(homes)
    )


def _bones(words: frozenset[str]) -> frozenset[str]:
    return words & vocabulary.bone_words()


@remembered
def _homes(words: frozenset[str]) -> tuple[str, ...]:
    """Return the bones that have a landmark whose name has these words."""
    places = [place for place in vocabulary.landmarks().values() if place.words == words]
    further = (bone for place in places for bone in ALSO_ON.get(place.name, "").split())
    return tuple(dict.fromkeys((*(place.bone for place in places), *further)))


def _bones_of(homes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for home in homes for word in meant(home))


def _instead(name: str, bone: str) -> str:
    places = vocabulary.landmarks().values()
    near = suggest(name, [place.name for place in places if bone in place.bone_words])
    return f"{near} of the {bone}" if near else ""
