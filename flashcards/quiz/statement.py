"""What a text states: clauses of meant words, so that word order counts between clauses and not inside one.

A relation becomes two clauses that say the same from either side: "psoas lies in front of QL" and "QL lies
behind psoas" are both {psoas, anterior} and {QL, posterior}.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from flashcards.anatomy.terms.data import load, remembered
from flashcards.anatomy.terms.lexicon import Lexicon
from flashcards.anatomy.terms.vocabulary import joint_in, joint_names, movement_words
from flashcards.anatomy.terms.wording import SEPARATORS
from flashcards.quiz.contrast import NOTHING, rivals
from flashcards.quiz.levels import is_vertebra, with_levels
from flashcards.quiz.relations import EARLIER, LATER, with_relations
from flashcards.quiz.sharing import shared_out

VERTEBRAL = frozenset(("body", "process", "disc", "vertebra", "tubercle", "transverse", "spinous"))
REGIONS = frozenset(("lumbar", "thoracic"))
ORDER = frozenset((EARLIER, LATER))


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that belong together.

    `subject` may be left out, and a `spare` clause too; `side` is the word its relation says of it.
    """

    words: tuple[str, ...]
    denied: bool = False
    subject: frozenset[str] = frozenset()
    spare: bool = False
    side: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """The clauses of a text; `either` where it offers two with "or"."""

    clauses: tuple[Clause, ...]
    either: bool = False

    def whole(self) -> Clause:
        """Return all clauses as one."""
        words = dict.fromkeys(word for clause in self.clauses for word in clause.words)
        subject = frozenset[str]().union(*(clause.subject for clause in self.clauses))
        return Clause(tuple(words), any(clause.denied for clause in self.clauses), subject)

    @property
    def is_sequence(self) -> bool:
        """Whether the text says what comes first and what later."""
        return any(clause.side in ORDER for clause in self.clauses)

    def in_sequence(self) -> Statement:
        """Return the clauses as told one after the other: contract, relax."""
        last = len(self.clauses) - 1
        places = ((*[EARLIER] * (i < last), *[LATER] * (i > 0)) for i in range(last + 1))
        told = zip(self.clauses, places, strict=True)
        return replace(
            self, clauses=tuple(replace(clause, words=(*clause.words, *at)) for clause, at in told)
        )

    def without_sequence(self) -> Statement:
        """Return the clauses without what comes first; as they are where a side was left out."""
        kept = [tuple(word for word in clause.words if word not in ORDER) for clause in self.clauses]
        told = zip(self.clauses, kept, strict=True)
        bare = tuple(replace(clause, words=words, subject=NOTHING) for clause, words in told)
        return replace(self, clauses=bare) if all(kept) else self


def read(words: Sequence[str], lexicon: Lexicon) -> Statement:
    """Return what the words of a text state; no clause where there are no words."""
    articles, particles = _list("articles"), _list("particles")
    plain = [word for word in words if word not in articles]
    if len(plain) == 1:
        plain = [load("words")["alone"].get(plain[0], plain[0])]
    levelled = [word for word in with_levels(shared_out(plain, lexicon)) if word != "-"]
    related = [word for word in with_relations(levelled, lexicon) if word not in particles]
    meant = lexicon.meant(related)
    clauses = _spared([clause for clause in _clauses(meant) if clause.words])
    if not clauses:
        bare = tuple(dict.fromkeys(word for word in words if word not in SEPARATORS | {"-"}))
        return Statement((Clause(bare),) if bare else ())
    return Statement(tuple(dict.fromkeys(_shared(clauses))), "or" in meant)


@remembered
def _list(name: str) -> frozenset[str]:
    return frozenset(load("words")[name])


def _clauses(words: Sequence[str]) -> Iterator[Clause]:
    """Part words at separators and relations; the "and" of "between A and B" does not part."""
    segment: list[str] = []
    side, spare = "", False
    for word in (*words, ";"):
        if word.startswith("<"):
            left, right = word[1:-1].split()
            subject = frozenset(_clause(segment, side).words)
            yield replace(_clause([*segment, left], side), subject=subject, side=left)
            segment, side, spare = [], right, not subject
        elif side == "ends" and word == "and" and segment:
            side = "ends "
        elif word in SEPARATORS or word in _list("separators"):
            yield from (replace(_clause(segment, side), spare=spare),) if segment else ()
            segment, side, spare = [], "", False
        else:
            segment.append(word)


def _spared(clauses: Sequence[Clause]) -> list[Clause]:
    """Let the side of which nothing is said be left out: "deep to the soleus" is said of the soleus too."""
    told = [bool(clause.side) and clause.words != (clause.side,) for clause in (*clauses[1:], Clause(()))]
    return [
        replace(clause, spare=True) if clause.words == (clause.side,) and other else clause
        for clause, other in zip(clauses, told, strict=False)
    ]


def _clause(words: Sequence[str], side: str) -> Clause:
    """Make a clause of meant words; `side` is what its relation says of it."""
    negations, light = _list("negations"), _list("light")
    denied = sum(word in negations for word in words) % 2 == 1
    kept = [word for word in words if word not in negations and word not in light]
    if movement_words() & set(kept):
        kept = _with_joints(kept)
    placed = (*kept, side.strip()) if side and kept else kept
    return Clause(tuple(dict.fromkeys(placed)), denied, side=side.strip())


def _with_joints(words: Sequence[str]) -> list[str]:
    """Return the words of a movement with every name of a joint as that joint: low back is @spine."""
    kept = list(words)
    while joint := joint_in(frozenset(kept)):
        name = max((name for name, key in joint_names() if key == joint and name <= set(kept)), key=len)
        at = min(kept.index(word) for word in name)
        kept = [*kept[:at], f"@{joint}", *kept[at:]]
        kept = [word for word in kept if word not in name or word in REGIONS]
        kept = [f" {word}" if word in REGIONS and word in name else word for word in kept]
    return [word.strip() for word in kept]


def _shared(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Give each clause what it shares with another: bodies and processes of L1-L5."""
    levels = _common(clauses, is_vertebra)
    joints = _common(clauses, lambda word: word.startswith("@"))
    moves = _common(clauses, lambda word: word in movement_words())
    for clause, following in zip(clauses, (*clauses[1:], Clause(())), strict=True):
        words = clause.words if clause.side else _completed(clause.words, following.words)
        if levels and VERTEBRAL & set(words) and not any(map(is_vertebra, words)):
            words = (*words, *levels)
        if joints and movement_words() & set(words) and not any(word.startswith("@") for word in words):
            words = (*words, *joints)
        if moves and (frozenset(words), joint_in(frozenset(words))) in joint_names():
            words = (*moves, f"@{joint_in(frozenset(words))}")
        yield replace(clause, words=words)


def _common(clauses: Sequence[Clause], chosen: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the chosen words of the only clause that has some; nothing where several have."""
    found = [tuple(word for word in clause.words if chosen(word)) for clause in clauses]
    held = [words for words in found if words]
    return held[0] if len(held) == 1 else ()


def _completed(words: tuple[str, ...], following: tuple[str, ...]) -> tuple[str, ...]:
    """Return "greater" before "lesser trochanter" as "greater trochanter"; a movement is whole by itself."""
    if len(words) != 1 or len(following) < 2 or words[0] in movement_words():
        return words
    against = [word for word in following if word in rivals(words[0])]
    return (*words, *(word for word in following if word not in against)) if against else words
