"""Comparing one clause of an answer with one of what is right: by meaning, never by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashcards.anatomy.terms.lexicon import known_words, muscle_names, names
from flashcards.anatomy.terms.vocabulary import bone_words
from flashcards.quiz.contrast import NOTHING, clash, rivals
from flashcards.quiz.detail import is_term, is_whole, lacks_bone, places, true_of, without_saying
from flashcards.quiz.levels import is_level
from flashcards.quiz.mark import Mark, Verdict, right, wrong
from flashcards.quiz.statement import Clause

HALF = 0.5
UNSPOKEN = frozenset(("mover", "leaver", "stayer", "goal", "start", "ends", "earlier", "later"))
"""Sides of a relation that nobody writes: no reason names them."""


def compare_clause(expected: Clause, given: Clause, allowed: frozenset[str] = NOTHING) -> Mark:
    """Mark one clause by another; `allowed` words may be added."""
    wanted = frozenset(expected.words)
    surplus = [word for word in given.words if word not in wanted]
    lacking = [word for word in expected.words if word not in given.words]
    if expected.denied != given.denied:
        yours = ("says so", "says not") if given.denied else ("says not", "says so")
        return wrong(f"the answer {yours[0]}, yours {yours[1]}")
    if reason := contrast(expected, given):
        return wrong(reason, all_shown(lacking), all_shown(surplus))
    may_lack = without_saying(wanted) | expected.subject
    lacking = [word for word in lacking if word not in may_lack or wanted <= may_lack]
    surplus = [word for word in surplus if word not in true_of(wanted) | allowed]
    if lacking and surplus and wanted.isdisjoint(given.words):
        return wrong(
            f"'{' '.join(all_shown(surplus))}' is not the answer", all_shown(lacking), all_shown(surplus)
        )
    if lacking:
        return _too_little(expected.words, lacking, surplus)
    return more(wanted, surplus) if surplus else _in_order(expected.words, given.words)


def contrast(expected: Clause, given: Clause) -> str:
    """Say which word of an answer must not be taken for which of what is right; empty where none is."""
    rival = clash([word for word in given.words if word not in expected.words], expected.words)
    if rival and UNSPOKEN.issuperset(rival):
        return "that is the other way round"
    return f"{shown(rival[0])} is not {shown(rival[1])}" if rival else ""


def kin(word: str, other: str) -> bool:
    """Tell whether two words could change places and still make sense: two muscles, ends, joints."""
    return other in rivals(word) or {word, other} <= muscle_names() or word[0] == other[0] == "@"


def more(wanted: frozenset[str], surplus: Sequence[str]) -> Mark:
    """Mark an answer that has everything and more: what is known to be something else is wrong."""
    extra = all_shown(surplus)
    if all(map(is_level, surplus)) and any(map(is_level, wanted)):
        return _levels([word for word in wanted if is_level(word)], (), surplus)
    actor = len(surplus) == 1 and surplus[0] in muscle_names() and not muscle_names() & wanted and wanted
    if actor or not any(map(_is_known, surplus)):
        return Mark(Verdict.ASK, f"is {_listed(surplus)} part of the answer?", extra=extra)
    return wrong(_elsewhere(wanted, surplus) or f"{_listed(surplus)} is not part of the answer", extra=extra)


def shown(word: str) -> str:
    """Return a meant word as a person writes it.

    >>> shown("@great-toe"), shown("psoas-major")
    ('great toe', 'psoas major')
    """
    return names().get(word, word.lstrip("@").replace("-", " "))


def all_shown(words: Iterable[str]) -> tuple[str, ...]:
    """Return meant words as a person writes them."""
    return tuple(map(shown, words))


def _too_little(words: Sequence[str], lacking: Sequence[str], surplus: Sequence[str]) -> Mark:
    """Mark an answer that lacks something: levels and whole names count in part, half a name does not."""
    got = [word for word in words if word not in lacking]
    parts = all_shown(lacking), all_shown(surplus)
    if got and all(map(is_level, (*lacking, *surplus))):
        return _levels(got, lacking, surplus)
    half = len(got) >= HALF * len(words)
    if surplus and (is_term(words) or not half):
        return wrong(f"'{' '.join(all_shown(surplus))}' is not the answer", *parts)
    if lacks_bone(words, lacking):
        return Mark(Verdict.ASK, "of which bone?", 0.0, all_shown(got), *parts)
    if is_whole(words, lacking) if is_term(words) else half:
        return Mark(Verdict.PARTLY, f"{_listed(lacking)} is missing", HALF, all_shown(got), *parts)
    return wrong(f"too little: {_listed(lacking)} is missing", *parts)


def _levels(got: Sequence[str], lacking: Sequence[str], surplus: Sequence[str]) -> Mark:
    """Mark the right place at levels that are not all right."""
    parts = all_shown(lacking), all_shown(surplus)
    missed = [f"{_listed(lacking)} is missing"] if lacking else []
    missed += [f"{_listed(surplus)} does not belong"] if surplus else []
    if surplus and not any(map(is_level, got)):
        return wrong(f"not these levels: {' and '.join(missed)}", *parts)
    return Mark(Verdict.PARTLY, " and ".join(missed), HALF, all_shown(got), *parts)


def _is_known(word: str) -> bool:
    return is_level(word) or word[0] == "@" or word in names() or word in known_words()


def _elsewhere(wanted: frozenset[str], surplus: Sequence[str]) -> str:
    """Say where a landmark is that was put on another bone; nothing where that is not the mistake."""
    place = next((place for place in places(wanted) if place.unique), None)
    bone = next((word for word in surplus if word in bone_words()), "")
    return f"the {place.name} is on the {place.bone}, not the {bone}" if place and bone else ""


def _in_order(expected: Sequence[str], given: Sequence[str]) -> Mark:
    """Refuse the right words where muscles, ends or sides have changed places; two ends are free to."""
    for word in () if "ends" in expected else expected:
        group = [other for other in expected if other == word or kin(word, other)]
        said = [other for other in given if other in group]
        if len(group) > 1 and said != [other for other in group if other in said]:
            return wrong(f"the same words, but {shown(group[0])} and {shown(group[1])} have changed places")
    return right()


def _listed(words: Iterable[str]) -> str:
    return "'" + ", ".join(all_shown(words)) + "'"
