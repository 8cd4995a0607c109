"""Which wordings mean the same: Latin, abbreviations, adjectives, verbs and old names to one word each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from flashcards.anatomy.data import load
from flashcards.anatomy.wording import tokens

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
            key = _key(words[at : at + length])
            meaning = self.own.get(key) or self.shipped.get(key)
            if meaning:
                return length, meaning
        return 1, (words[at],)

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


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon.

    >>> lexicon().meant(["trochanter", "minor"]), lexicon().meant(["ql"])
    (['lesser', 'trochanter'], ['quadratus-lumborum'])
    """
    said = [(bare(wording), meaning) for meaning, wordings in _entries() for wording in wordings]
    single = {words[0]: meaning for words, meaning in said if len(words) == 1}

    def exchanged(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(part for word in words for part in single.get(word, (word,)))

    # A phrase is found too where its words have been exchanged one by one: nervus femoralis, nerve femoralis.
    pairs = [(way(words), exchanged(meaning)) for way in (exchanged, tuple) for words, meaning in said]
    phrases = {_key(words): meaning for words, meaning in pairs if words and not set(words) <= set(meaning)}
    return Lexicon(phrases, {}, max(key.count(" ") + 1 for key in phrases))


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


@cache
def _shared_names() -> frozenset[str]:
    places = load("landmarks")["landmarks"].values()
    counts = Counter(_key(bare(place["name"])) for place in places)
    elsewhere = (_key(bare(name)) for name in load("lexicon")["same_name_elsewhere"])
    return frozenset(elsewhere) | {name for name, count in counts.items() if count > 1}


def implied(words: frozenset[str]) -> frozenset[str]:
    """Return the meant words that go without saying beside others.

    >>> sorted(implied(frozenset(("coracoid",))))
    ['process']
    """
    told = (more for said, more in load("lexicon")["implied"].items() if words.issuperset(said.split()))
    return frozenset(word for more in told for word in more)


@cache
def names() -> Mapping[str, str]:
    """Return every known muscle and nerve, as the one word it means, and how it is written."""
    kinds = load("names")
    return {"-".join(bare(name)): name for kind in ("muscles", "nerves") for name in kinds[kind]}


@cache
def muscle_names() -> frozenset[str]:
    """Return every known muscle, as the one word it means."""
    return frozenset("-".join(bare(name)) for name in load("names")["muscles"])


@cache
def known_words() -> frozenset[str]:
    """Return every single word of the shipped data: none of them is a misspelling."""
    data = load("lexicon")
    found = {word for key in lexicon().shipped for word in key.split()}
    found.update(word for meaning in lexicon().shipped.values() for word in meaning)
    found.update(part for name in names() for part in name.split("-"))
    listed = [
        data[name] for name in ("articles", "particles", "light", "separators", "negations", "bones", "plain")
    ]
    found.update(word for words in (*listed, *data["contrasts"]) for word in words)
    phrases = [*data["relations"], *(wording for said in data["relations"].values() for wording in said)]
    phrases += [place["name"] for place in load("landmarks")["landmarks"].values()]
    phrases += [joint for entry in load("joints")["joints"].values() for joint in _joint_words(entry)]
    found.update(word for phrase in phrases for word in tokens(phrase))
    return frozenset(found)


@cache
def telling_words() -> frozenset[str]:
    """Return the known words that mean something by themselves: no fragments of Latin names."""
    meanings = {
        part for meaning in lexicon().shipped.values() for word in meaning for part in word.split("-")
    }
    alone = {key for key in lexicon().shipped if " " not in key}
    places = (bare(place["name"]) for place in load("landmarks")["landmarks"].values())
    groups = load("lexicon")["contrasts"]
    return frozenset(meanings | alone | {word for words in (*places, *groups) for word in words})


def _joint_words(entry: Mapping[str, Iterable[str]]) -> Iterator[str]:
    yield from entry["also"]
    yield from entry["movements"]


def _entries() -> Iterator[tuple[list[str], Sequence[str]]]:
    """Yield each meaning with its wordings; of two that share a wording, the later one has it."""
    for entry in load("landmarks")["landmarks"].values():
        bone = entry["bone"] if is_shared(entry["name"]) else ""
        yield bare(f"{entry['name']} {bone}"), entry.get("also", ())
    kinds = load("names")
    for kind in ("nerves", "muscles"):
        for name, also in kinds[kind].items():
            yield ["-".join(bare(name))], (name, *also)
    for meaning, wordings in load("lexicon")["same"].items():
        yield tokens(meaning), wordings


def _key(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else " ".join(sorted(words))


@cache
def _dropped() -> frozenset[str]:
    data = load("lexicon")
    return frozenset((*data["articles"], *data["particles"], "-"))
