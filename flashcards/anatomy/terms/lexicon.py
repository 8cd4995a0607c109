"""Which wordings mean the same: Latin, abbreviations, adjectives, verbs and old names to one word each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flashcards.anatomy.terms.data import Data, filed, load, remembered
from flashcards.anatomy.terms.wording import SEPARATORS, tokens

PASSES = 4


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Wordings and the words they stand for; a deck's own names come before the shipped ones."""

    shipped: Mapping[str, tuple[str, ...]]
    own: Mapping[str, tuple[str, ...]]
    longest: int

    def meant(self, words: Sequence[str]) -> list[str]:
        """Return the meant words, the longest wording first, whatever the order of the words inside it."""
        for _ in range(PASSES):
            before, words = words, list(self._once(words))
            if words == before:
                break
        return list(words)

    def _once(self, words: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            length, meaning = self._longest_at(words, at)
            yield from meaning
            at += length

    def _longest_at(self, words: Sequence[str], at: int) -> tuple[int, Sequence[str]]:
        for length in range(min(self.longest, len(words) - at), 0, -1):
            if length > 1 and not SEPARATORS.isdisjoint((words[at], words[at + length - 1])):
                continue  # "deltoid, middle part" holds a comma; the one behind a name parts it from the next
            key = _key(words[at : at + length])
            meaning = self.own.get(key) or self.shipped.get(key)
            if meaning:
                return length, meaning
        return 1, (words[at],)

    def knows(self, words: Sequence[str]) -> bool:
        """Tell whether words are, as a whole, a wording of something."""
        return _key(words) in self.own or _key(words) in self.shipped

    def naming(self, aliases: Mapping[str, Sequence[str]]) -> Lexicon:
        """Return this lexicon with a deck's own names, each under the name it stands for."""
        own = {
            _key(words): tuple(self.meant(bare(name)))
            for name, others in aliases.items()
            for other in others
            if (words := bare(other)) and bare(name)
        }
        return Lexicon(self.shipped, own, max([self.longest, *(key.count(" ") + 1 for key in own)]))


def bare(text: str) -> list[str]:
    """Return the words of a text without articles and particles.

    >>> bare("the crest of the ilium")
    ['crest', 'ilium']
    """
    dropped = _dropped()
    return [word for word in tokens(text) if word not in dropped]


@remembered
def lexicon() -> Lexicon:
    """Return the lexicon of the vocabulary in force.

    >>> lexicon().meant(["trochanter", "minor"]), lexicon().meant(["ql"])
    (['lesser', 'trochanter'], ['quadratus-lumborum'])
    """
    phrases = _phrases()
    return Lexicon(phrases, {}, max(key.count(" ") + 1 for key in phrases))


@filed
def _phrases() -> Mapping[str, tuple[str, ...]]:
    said = [(bare(wording), entry.meaning) for entry in entries() for wording in _said(entry)]
    single = {words[0]: meaning for words, meaning in said if len(words) == 1}

    def exchanged(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(part for word in words for part in single.get(word, (word,)))

    # A phrase is found too where its words have been exchanged one by one: nervus femoralis, nerve femoralis.
    pairs = [(way(words), exchanged(meaning)) for way in (exchanged, tuple) for words, meaning in said]
    return {_key(words): meaning for words, meaning in pairs if words and not set(words) <= set(meaning)}


def meant(text: str) -> list[str]:
    """Return what a text means, word for word: no articles, one word for each set of wordings.

    >>> meant("the low back's flexion"), meant("spine of the ilium")
    (['lumbar', 'spine', 'flexion'], ['spine', 'ilium'])
    """
    return lexicon().meant(bare(text))


def is_shared(name: str) -> bool:
    """Tell whether landmarks of several bones have that name.

    >>> is_shared("coronoid process"), is_shared("coracoid process")
    (True, False)
    """
    return _key(bare(name)) in _shared_names()


@filed
def _shared_names() -> frozenset[str]:
    counts = Counter(_key(bare(place["name"])) for place in load("landmarks").values())
    elsewhere = (_key(bare(name)) for name in load("shared-names"))
    return frozenset(elsewhere) | {name for name, count in counts.items() if count > 1}


def implied(words: frozenset[str]) -> frozenset[str]:
    """Return the meant words that go without saying beside others.

    >>> sorted(implied(frozenset(("coracoid",))))
    ['process']
    """
    told = (more for said, more in load("words")["implied"].items() if words.issuperset(said.split()))
    return frozenset(word for more in told for word in more)


@filed
def names() -> Mapping[str, str]:
    """Return every known muscle and nerve, as the one word it means, and how it is written."""
    return {"-".join(bare(name)): name for kind in ("muscles", "nerves") for name in wordings(kind)}


@filed
def muscle_names() -> frozenset[str]:
    """Return every known muscle, as the one word it means."""
    return frozenset("-".join(bare(name)) for name in wordings("muscles"))


@filed
def known_words() -> frozenset[str]:
    """Return every single word of the vocabulary: none of them is a misspelling."""
    words, groups = load("words"), load("contrasts")["groups"]
    found = {word for key in lexicon().shipped for word in key.split()}
    found.update(word for meaning in lexicon().shipped.values() for word in meaning)
    found.update(part for name in names() for part in name.split("-"))
    found.update(word for name in LISTS for word in words[name])
    found.update(word for listed in (load("bones"), *groups) for word in listed)
    found.update(word for phrase in _told() for word in tokens(phrase))
    return frozenset(found)


LISTS = ("articles", "particles", "light", "separators", "negations", "plain")
"""The lists of small words."""


def _told() -> Iterator[str]:
    for sides, wordings in load("relations")["relations"].items():
        yield from (sides, *wordings)
    yield from (place["name"] for place in load("landmarks").values())
    for joint in load("joints").values():
        yield from (*joint.get("also", ()), *joint["movements"])


@filed
def telling_words() -> frozenset[str]:
    """Return the known words that mean something by themselves: no fragments of Latin names."""
    meanings = {
        part for meaning in lexicon().shipped.values() for word in meaning for part in word.split("-")
    }
    alone = {key for key in lexicon().shipped if " " not in key}
    places = (bare(place["name"]) for place in load("landmarks").values())
    groups = load("contrasts")["groups"]
    return frozenset(meanings | alone | {word for words in (*places, *groups) for word in words})


def other_names(entry: Data) -> tuple[str, ...]:
    """Return the Latin and other names of an entry of the vocabulary.

    >>> other_names({"latin": "os coxae", "also": ["hip bone"]})
    ('os coxae', 'hip bone')
    """
    return (*latin_names(entry), *entry.get("also", ()))


def latin_names(entry: Data) -> tuple[str, ...]:
    """Return the Latin names of an entry: none, one or several."""
    latin = entry.get("latin", ())
    return (latin,) if isinstance(latin, str) else tuple(latin)


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the vocabulary: its kind, how it is written, what it means word for word, other wordings."""

    kind: str
    term: str
    meaning: tuple[str, ...]
    also: tuple[str, ...]


def entries() -> Iterator[Entry]:
    """Yield every term that has one meaning; of two that share a wording, the later one has it."""
    for place in load("landmarks").values():
        term = f"{place['name']} of the {place['bone']}" if is_shared(place["name"]) else place["name"]
        yield Entry("landmark", term, tuple(bare(term)), other_names(place))
    for kind, noun in (("nerves", "nerve"), ("muscles", "muscle")):
        for name, also in wordings(kind).items():
            yield Entry(noun, name, ("-".join(bare(name)),), also)
    for name, bone in load("bones").items():
        yield Entry("bone", name, tuple(tokens(name)), other_names(bone))
    for meaning, said in load("synonyms").items():
        yield Entry("word", meaning, tuple(tokens(meaning)), tuple(said))


def wordings(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names of muscles or nerves with their other names, those told by one word of the lexicon.

    A branch has no word of its own: it is read as its nerve, with "branch" beside it.

    >>> wordings("nerves")["femoral nerve"]
    ('nervus femoralis',)
    """
    return {name: other_names(entry) for name, entry in load(kind).items() if "branch_of" not in entry}


TITLE = re.compile(r"^(?:musculus|musculi|os) ")
"""What a Latin name says of its kind alone."""


def _said(entry: Entry) -> Iterator[str]:
    """Yield the wordings that stand for an entry, with the name of a muscle or nerve: it means one word."""
    titled = entry.kind in ("muscle", "bone")
    yield from (entry.term,) if entry.kind in ("muscle", "nerve") else ()
    yield from (TITLE.sub("", name) if titled else name for name in entry.also)


def _key(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else " ".join(sorted(words))


@remembered
def _dropped() -> frozenset[str]:
    words = load("words")
    return frozenset((*words["articles"], *words["particles"], "-"))
