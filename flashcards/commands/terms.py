"""The vocabulary as rows: each function gives one kind of `flashcards list`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashcards.anatomy.terms import vocabulary
from flashcards.anatomy.terms.data import load
from flashcards.anatomy.terms.lexicon import entries, latin_names, meant
from flashcards.anatomy.terms.wording import tokens
from flashcards.commands import Options
from flashcards.commands.matching import matching
from flashcards.commands.table import Row
from flashcards.quiz.levels import NAMED, is_level, with_levels


def joints(word: str, _: Options) -> Iterable[Row]:
    """Return the joints, or the one a word names."""
    rows = [
        {
            "joint": joint.key,
            "name": joint.name,
            "also": list(joint.also),
            "within": joint.within,
            "movements": list(joint.movements),
        }
        for joint in vocabulary.joints().values()
    ]
    return _of_joint(rows, word)


def movements(word: str, _: Options) -> Iterable[Row]:
    """Return every movement with its opposite (empty: none at that joint), or those of one joint."""
    rows = [
        {
            "joint": joint.key,
            "movement": name,
            "opposite": opposite,
            "also": _movement_words(f"{joint.key.replace('-', ' ')} {name}", name),
        }
        for joint in vocabulary.joints().values()
        for name, opposite in joint.movements.items()
    ]
    return _of_joint(rows, word)


def reversals(word: str, _: Options) -> Iterable[Row]:
    """Return what a movement is called when its other end is held still."""
    rows = [
        {"movement": told["movement"], "reversed": told["reversed"]} for told in load("movements")["reversed"]
    ]
    return matching(rows, word, "movement", "reversed")


def compounds(word: str, _: Options) -> Iterable[Row]:
    """Return the movements that are made of several."""
    made = load("movements")["compound"].items()
    return matching(
        [{"movement": name, "made_of": parts} for name, parts in made], word, "movement", "made_of"
    )


def landmarks(word: str, _: Options) -> Iterable[Row]:
    """Return the landmarks, those of a bone, or those a word is part of."""
    rows: list[Row] = [
        {
            "landmark": place.key,
            "name": place.name,
            "bone": place.bone,
            "latin": list(place.latin),
            "also": [name for name in place.also if name not in place.latin],
            "unique": place.unique,
        }
        for place in vocabulary.landmarks().values()
    ]
    return matching(rows, word, "bone", "name", "latin", "also")


def bones(word: str, _: Options) -> Iterable[Row]:
    """Return the bones, those of a region, or those a word names."""
    return matching(_named("bones", "region"), word, "region", "name", "latin", "also")


def muscles(word: str, _: Options) -> Iterable[Row]:
    """Return the muscles, those of a region, or those a word is part of; with what a group holds."""
    rows: list[Row] = [
        {**row, "holds": load("muscles")[str(row["name"])].get("holds", [])}
        for row in _named("muscles", "region")
    ]
    return matching(rows, word, "region", "name", "latin", "also", "holds")


def nerves(word: str, _: Options) -> Iterable[Row]:
    """Return the nerves, those that carry a root, or those a word is part of."""
    rows = _named("nerves", "roots")
    root = roots(word)
    carriers = [row for row in rows if root and root <= roots(str(row["roots"]))]
    return carriers or matching(rows, word, "name", "latin", "also", "roots")


ROOTS = {name: level for level, name in NAMED.items()}
"""Vertebrae that have a name have a root without one."""


def roots(text: str) -> frozenset[str]:
    """Return the nerve roots a text names; between C7 and T1 lies C8.

    >>> sorted(roots("C6-T1")), sorted(roots("C1")), roots("femoral nerve")
    (['C6', 'C7', 'C8', 'T1'], ['C1'], frozenset())
    """
    words = (ROOTS.get(word, word) for word in with_levels(tokens(text)))
    found = frozenset(filter(is_level, words))
    return found | {"C8"} if {"C7", "T1"} <= found else found


def levels(word: str, _: Options) -> Iterable[Row]:
    """Return what is numbered, with its numbers and how they are written."""
    return matching(list(load("levels").values()), word, "name", "written")


def contrasts(word: str, _: Options) -> Iterable[Row]:
    """Return the groups of words of which none ever means another."""
    return matching([{"words": list(group)} for group in vocabulary.contrasts()], word, "words")


def synonyms(word: str, _: Options) -> Iterable[Row]:
    """Return what means the same: everything that has another wording, or what a word stands for."""
    rows: list[Row] = [
        {"term": entry.term, "kind": entry.kind, "also": list(entry.also)}
        for entry in entries()
        if entry.also or word
    ]
    rows += [
        {"term": joint.key.replace("-", " "), "kind": "joint", "also": list(joint.also)}
        for joint in vocabulary.joints().values()
    ]
    wanted = meant(word)
    return [row for row in rows if wanted and meant(str(row["term"])) == wanted] or matching(
        rows, word, "term", "also"
    )


def areas(word: str, _: Options) -> Iterable[Row]:
    """Return the areas of the licensing exam, with their share of its questions in percent."""
    rows = [
        {"tag": tag, "name": area["name"], "percent": int(area["percent"])}
        for tag, area in load("areas").items()
    ]
    return matching(rows, word, "tag", "name")


def endangerment(word: str, _: Options) -> Iterable[Row]:
    """Return the endangerment sites, or those near a muscle or a structure."""
    rows = [
        {
            "site": site["name"],
            "holds": site["holds"],
            "near": [key.replace("-", " ") for key in site["near"]],
        }
        for site in load("endangerment").values()
    ]
    return matching(rows, word, "site", "near", "holds")


def directions(word: str, _: Options) -> Iterable[Row]:
    """Return the directions of the body."""
    return _meanings("directions", word)


def roles(word: str, _: Options) -> Iterable[Row]:
    """Return what a muscle can be in a movement."""
    return _meanings("roles", word)


def contractions(word: str, _: Options) -> Iterable[Row]:
    """Return the kinds of contraction."""
    return _meanings("contractions", word)


def positions(word: str, _: Options) -> Iterable[Row]:
    """Return the positions of the client."""
    return _meanings("positions", word)


def _named(kind: str, column: str) -> list[Row]:
    """Return the entries of a file as rows, with one more column of theirs."""
    return [
        {
            "name": name,
            column: entry.get(column, ""),
            "latin": list(latin_names(entry)),
            "also": list(entry.get("also", ())),
        }
        for name, entry in load(kind).items()
    ]


def _meanings(kind: str, word: str) -> Sequence[Row]:
    return matching([{"name": name, "meaning": told} for name, told in load(kind).items()], word, "name")


def _of_joint(rows: Sequence[Row], word: str) -> Sequence[Row]:
    """Return the rows of the joint a word names, else those it is part of."""
    joint = vocabulary.joint_in(frozenset(meant(word)))
    found = [row for row in rows if row["joint"] == joint]
    return found or matching(rows, word, *(name for name in rows[0] if name not in ("within", "opposite")))


def _movement_words(whole: str, name: str) -> list[str]:
    """Return other wordings of a movement: of its name, and of that movement at this joint alone."""
    meanings = (set(meant(whole)), set(meant(name)))
    words = (entry for entry in entries() if entry.kind == "word" and set(entry.meaning) in meanings)
    return [said for entry in words for said in entry.also]
