"""A typed answer beside what is right: both read, the spelling put right, and compared wording by wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flashcards.anatomy.terms.data import remembered
from flashcards.anatomy.terms.lexicon import Lexicon, known_words, lexicon, muscle_names
from flashcards.anatomy.terms.vocabulary import bone_words
from flashcards.anatomy.terms.wording import SEPARATORS, as_typed, tokens
from flashcards.quiz.comparing import compare
from flashcards.quiz.contrast import rivals
from flashcards.quiz.levels import spoken
from flashcards.quiz.mark import RANKS, Mark, Verdict, right, wrong
from flashcards.quiz.quoting import as_written, quoted
from flashcards.quiz.slips import Slip, compounds, spelled
from flashcards.quiz.statement import Statement, read


@dataclass(frozen=True, slots=True)
class Key:
    """What is right: each statement that a wording makes, with the words of the others that may be added.

    `words` are those of all wordings, `written` is the first as it stands on the card, `joined` what
    neighbors in a wording make when they are written in one.
    """

    wordings: frozenset[tuple[str, ...]]
    statements: Mapping[Statement, frozenset[str]]
    words: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    joined: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed: its words with the spelling put right, what they state, and the slips in them."""

    words: tuple[str, ...]
    statement: Statement
    slips: tuple[Slip, ...]
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """Where answers are marked: a lexicon that knows the names of the deck's notes.

    Each desk is itself alone, so that what was read at it can be kept.
    """

    lexicon: Lexicon
    names: tuple[str, ...]

    def key(self, wordings: Sequence[str], given: Sequence[str]) -> Key:
        """Read what is right; a compound is taken as the `given` words write it."""
        key = _key(self, tuple(wordings), frozenset())
        together = key.joined.intersection(given)
        return _key(self, tuple(wordings), together) if together else key

    def answer(self, text: str, keys: Sequence[Key]) -> Answer:
        """Read what was typed in answer to any of the keys."""
        wanted = dict.fromkeys(word for key in keys for word in key.words)
        wanted |= dict.fromkeys(self.names)
        spelling = spelled(tokens(text), as_typed(text), known_words(), wanted, self.lexicon)
        statement = self.read(spelling.words)
        return Answer(spelling.words, statement, spelling.slips, as_written(text))

    def read(self, words: tuple[str, ...]) -> Statement:
        """Return what words state; a card's are read once."""
        return _read(self, words)

    def mark(self, key: Key, answer: Answer) -> Mark:
        """Mark an answer by any wording it fits; one that fits none by the first, which the card asks for."""
        if not key.statements:
            return wrong("the card has no answer to compare with")
        if answer.words in key.wordings and not answer.slips:
            return right()
        marks = [self._by_wording(*told, answer) for told in key.statements.items()]
        best = min(marks, key=lambda mark: RANKS[mark.verdict])
        if best.passes:
            return _with_slips(best, answer.slips)
        return quoted(marks[0], answer.typed, key.written, self.lexicon)

    def _by_wording(self, statement: Statement, allowed: frozenset[str], answer: Answer) -> Mark:
        mark = compare(statement, answer.statement, allowed)
        if mark.passes or not _nerve_untold(statement, answer):
            return mark
        told = compare(statement, self.read((*answer.words, "nerve")), allowed)
        return told if told.passes else mark


def desk(aliases: Mapping[str, Sequence[str]]) -> Desk:
    """Return where answers are marked, with the names of a deck's notes."""
    return _desk(tuple((name, tuple(others)) for name, others in aliases.items()))


@remembered
def _desk(aliases: tuple[tuple[str, tuple[str, ...]], ...]) -> Desk:
    names = (word for name, others in aliases for text in (name, *others) for word in tokens(text))
    return Desk(lexicon().naming(dict(aliases)) if aliases else lexicon(), tuple(dict.fromkeys(names)))


@lru_cache(maxsize=8192)
def _read(desk: Desk, words: tuple[str, ...]) -> Statement:
    return read(words, desk.lexicon)


@lru_cache(maxsize=4096)
def _key(desk: Desk, wordings: tuple[str, ...], given: frozenset[str]) -> Key:
    texts = [words for words in map(tokens, wordings) if is_written(words)]
    told = [tuple(compounds(words, known_words(), given)) for words in texts]
    statements = dict.fromkeys(desk.read(words) for words in told)
    words = tuple(dict.fromkeys(word for wording in told for word in spoken(wording)))
    written = as_written(next(filter(None, wordings), ""))
    joined = frozenset(word for words in texts for word in _joined(words))
    return Key(frozenset(told), _with_others(list(statements)), words, written, joined)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Yield what neighbors make when they are written in one."""
    letters = [word for word in words if word != "-"]
    for size in (2, 3):
        yield from map("".join, zip(*(letters[at:] for at in range(size)), strict=False))


def _with_others(statements: Sequence[Statement]) -> Mapping[Statement, frozenset[str]]:
    """Return each statement with the words of the others, but those of which none means another."""
    words = [frozenset(word for word in told.whole().words if word.isalpha()) for told in statements]
    every = Counter(word for told in words for word in told)
    free = frozenset(word for word in every if not rivals(word) & every.keys())
    return {
        statement: frozenset(word for word in free if every[word] > (word in own))
        for statement, own in zip(statements, words, strict=True)
    }


def is_written(words: Sequence[str]) -> bool:
    """Tell whether there is any word or number."""
    return any(word not in SEPARATORS and word != "-" for word in words)


def _nerve_untold(statement: Statement, answer: Answer) -> bool:
    """Tell whether the answer may be a nerve told without that word: femoral."""
    asked = any(word.endswith("-nerve") for word in statement.whole().words)
    told = frozenset(answer.statement.whole().words)
    other = told <= muscle_names() or bone_words() & set(answer.words)
    return asked and "nerve" not in answer.words and not other


def _with_slips(mark: Mark, slips: Sequence[Slip]) -> Mark:
    if not mark.passes or not slips:
        return mark
    doubted = next((slip for slip in slips if len(slip.nearest) > 1), None)
    if doubted:
        return Mark(Verdict.ASK, f"{' or '.join(doubted.nearest)}?", extra=(doubted.typed,))
    told = "; ".join(f"you wrote '{slip.typed}'; it is '{slip.nearest[0]}'" for slip in slips)
    return replace(mark, verdict=Verdict.SLIP, reason=told)
