"""What a learner had counted as right: as a listing, and as hints to the decks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flashcards.card import Card, note_path
from flashcards.commands import Options
from flashcards.commands.clock import clock
from flashcards.commands.matching import matching
from flashcards.commands.table import Row
from flashcards.commands.words import counted
from flashcards.home import home_folder
from flashcards.place import Problem
from flashcards.question import Listing
from flashcards.quiz.mark import Verdict
from flashcards.quiz.present import Sheet
from flashcards.quiz.reply import mark_reply
from flashcards.reading import Reading
from flashcards.study.state import State
from flashcards.study.store import Store


def rows(word: str, options: Options) -> Iterable[Row]:
    """Return the answers that count as right, each with its card, or those that a word is in."""
    state = studied_state(options)
    told = [
        {"card": card, "note": note_path(card), "answer": answer}
        for card, kept in sorted(state.cards.items())
        for answer in kept.accepted
    ]
    return matching(told, word, "card", "answer")


def summary(rows: Sequence[Row]) -> str:
    """Say how many answers there are."""
    if not rows:
        return "Nothing counts as right besides what the decks say. In a quiz, r says 'I was right'."
    return f"{counted(len(rows), 'answer')} counted as right, besides what the decks say."


def studied_state(options: Options) -> State:
    """Return where the learner stands; nothing is written."""
    with Store.read(home_folder(options.home)) as store:
        return store.state(clock(options.home)())


def proposed(readings: Iterable[Reading], state: State) -> Iterator[Reading]:
    """Yield readings with a hint where an answer counted as right that the deck does not accept."""
    for reading in readings:
        cards = reading.deck.cards if reading.deck else ()
        hints = {
            hint for card in cards for answer in state.accepted(card.id) for hint in _hints(card, answer)
        }
        yield replace(reading, problems=tuple(sorted((*reading.problems, *hints))))


def _hints(card: Card, answer: str) -> Iterator[Problem]:
    """Yield the line to add; for a list of several items the item it is of is the author's to find."""
    if mark_reply(card.question, Sheet(""), answer, {}).verdict is Verdict.RIGHT:
        return
    of = "under its item: " if isinstance(card.question, Listing) else ""
    yield Problem(
        card.fact.place,
        "accepted-answer",
        f"'{answer}' was counted as right for '{card.question.prompt}'",
        help=f"add to the fact, if it is true: {of}accept: [{quoted(answer)}]",
        severity="hint",
    )


def quoted(text: str) -> str:
    """Return a text as it can stand in a list of a deck.

    >>> quoted("inner hip bone"), quoted("crest, back part")
    ('inner hip bone', '"crest, back part"')
    """
    bare = all(letter.isalnum() or letter in " -" for letter in text) and text[:1].isalnum()
    return text if bare else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
