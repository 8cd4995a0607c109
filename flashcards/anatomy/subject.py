"""A subject: a muscle, or one part of it, with the facts that are told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from flashcards.explain import disagreement
from flashcards.fact import Fact
from flashcards.note import Note

ENDS = ("origin", "insertion")
"""The slots of the two ends of a muscle."""

CALLED = ("part", "parts", "head", "heads", "belly", "bellies", "fibers", "fibres", "slip", "slips")
"""What the name of a part may end in; any other is called a part."""

ENGLISH = ("Diaphragm",)
"""Names that are words of the language, and take its article."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A muscle as a whole (`part` empty) or one of its parts."""

    note: Note
    part: str = ""

    @property
    def name(self) -> str:
        """The name, with the part where there is one.

        >>> from flashcards.place import Place
        >>> Subject(Note("deltoid", "muscles", "arm", Place("", 1, 1)), "anterior").name
        'Deltoid (anterior part)'
        """
        return f"{self.note.name} ({part_name(self.part)})" if self.part else self.note.name

    @property
    def key(self) -> str:
        """The key of the muscle, with that of the part where there is one.

        >>> from flashcards.place import Place
        >>> Subject(Note("deltoid", "muscles", "arm", Place("", 1, 1)), "anterior").key
        'deltoid.anterior'
        """
        return f"{self.note.key}.{self.part}" if self.part else self.note.key

    @property
    def path(self) -> str:
        """The lasting path, deck/key, which no other muscle or part has."""
        return f"{self.note.deck}/{self.key}"

    @property
    def also_called(self) -> tuple[str, ...]:
        """Its other names; those of a part that marking does not make out by itself.

        >>> from flashcards.place import Place
        >>> words = {"name": ("Trapezius",), "aka": ("traps",)}
        >>> Subject(Note("trapezius", "muscles", "neck", Place("", 1, 1), words), "upper").also_called
        ('upper Trapezius', 'upper fibers of Trapezius', 'upper traps', 'upper fibers of traps')
        """
        aka = self.note.words.get("aka", ())
        if not self.part:
            return aka + self.note.words.get("latin", ())
        called, word = part_name(self.part), self.part.replace("-", " ")
        of = (f"{called} of",) if called == word else (word, f"{word} fibers of")
        return tuple(f"{told} {name}" for name in (self.note.name, *aka) for told in of)

    def names(self, divided: Set[str] = frozenset()) -> tuple[str, ...]:
        """Return all its names; a part also goes by those of its muscle, unless that is one of the divided.

        >>> from flashcards.place import Place
        >>> deltoid = Note("deltoid", "muscles", "arm", Place("", 1, 1))
        >>> Subject(deltoid, "anterior").names()[-1], Subject(deltoid).names({"arm/deltoid"})
        ('Deltoid', ('Deltoid',))
        """
        own = (self.name, *self.also_called)
        of_whole = self.part and self.note.path not in divided
        return (*own, *Subject(self.note).names()) if of_whole else own

    @property
    def many(self) -> bool:
        """Whether its name is a plural, as its Latin name says: the rotatores.

        >>> from flashcards.place import Place
        >>> words = {"latin": ("musculi rotatores",)}
        >>> Subject(Note("rotatores", "muscles", "back", Place("", 1, 1), words)).called
        'the rotatores'
        """
        latin = self.note.word("latin").split(" ")[0]
        return latin == "musculi" and not self.part and not self.note.name.endswith("us")

    @property
    def called(self) -> str:
        """Its name as it stands inside a sentence."""
        return f"the {mid(self.name)}" if self.many or self.note.name in ENGLISH else mid(self.name)

    def does(self, one: str, many: str) -> str:
        """Return the word that goes with one muscle, or the one that goes with many."""
        return many if self.many else one

    def told(self, *slots: str) -> tuple[Fact, ...]:
        """Return the facts of the slots, disputed ones too."""
        return tuple(fact for fact in self.note.slot(*slots) if fact["part"] == self.part)

    def asked(self, *slots: str) -> tuple[Fact, ...]:
        """Return the facts of the slots that may be asked."""
        return tuple(fact for fact in self.told(*slots) if fact.askable)

    def others(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the askable facts that stand beside a fact in its slot."""
        return tuple(other for other in self.asked(fact.slot) if other.id != fact.id)

    def disputes(self, fact: Fact) -> tuple[str, ...]:
        """Say what books tell in this slot that is not asked, for telling it after the answer."""
        untold = (other for other in self.told(fact.slot) if not other.askable)
        return tuple(f"Also told: {other.text}. {_doubt(other)}" for other in untold)


def _doubt(fact: Fact) -> str:
    return disagreement(fact.disputed) if fact.disputed else "None of the sources compared confirms it."


def part_name(part: str) -> str:
    """Return a part as people call it.

    >>> part_name("anterior"), part_name("long-head")
    ('anterior part', 'long head')
    """
    words = part.replace("-", " ")
    return words if words.split(" ")[-1] in CALLED else f"{words} part"


def subjects(note: Note) -> Iterator[Subject]:
    """Yield the muscle as a whole, then its parts in the order of the deck."""
    for part in dict.fromkeys(["", *(fact["part"] for fact in note.facts)]):
        yield Subject(note, part)


def mid(name: str) -> str:
    """Return a name as it stands inside a sentence.

    >>> mid("Psoas major"), mid("QL")
    ('psoas major', 'QL')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """Return a text as a sentence begins.

    >>> capital("the rotatores"), capital("QL")
    ('The rotatores', 'QL')
    """
    return text[:1].upper() + text[1:]


def the(place: str) -> str:
    """Return a place with its article, if it takes one.

    >>> the("lower border of rib 12"), the("rib 12"), the("the iliac crest")
    ('the lower border of rib 12', 'rib 12', 'the iliac crest')
    """
    first = place.split(" ")[0]
    bare = first in ("the", "a", "an", "rib", "ribs") or first[:1].isupper() or any(map(str.isdigit, first))
    return place if bare else f"the {place}"


def a(noun: str) -> str:
    """Return a noun with the article that makes it one of several.

    >>> a("origin"), a("reversed action")
    ('an origin', 'a reversed action')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def joined(texts: Sequence[str]) -> str:
    """Join texts as a sentence does.

    >>> joined(("the bodies", "the discs", "the ribs"))
    'the bodies, the discs and the ribs'
    """
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else list(texts))
