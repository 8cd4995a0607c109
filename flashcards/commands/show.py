"""`flashcards show`: every question of a deck or a note, with what is accepted as right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import click

from flashcards.card import Card
from flashcards.commands.collection import find, read
from flashcards.commands.terminal import width, wrap
from flashcards.deck import Deck
from flashcards.decks import builtin
from flashcards.errors import UnknownName
from flashcards.fact import fold
from flashcards.problems import did_you_mean, suggest
from flashcards.question import Choice, Listing, Ordering, Recital, Typed, answer_lines


@click.command(name="show", short_help="Print every question of a deck or a note.")
@click.argument("name", metavar="DECK|NOTE")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a card, a line each.")
def command(name: str, as_json: bool) -> None:
    """Print every question of a deck or a note.

    NAME is a deck's path or id, or a note as NOTE or DECK/NOTE.
    """
    found = chosen(name)
    for deck, cards in found:
        for line in _objects(cards) if as_json else _lines(deck, cards):
            click.echo(line)


def _objects(cards: Iterable[Card]) -> Iterator[str]:
    return (json.dumps(as_object(card), ensure_ascii=False) for card in cards)


def _lines(deck: Deck, cards: Sequence[Card]) -> Iterator[str]:
    columns = width()
    yield from wrap(f"{deck.title}: {len(cards)} cards", columns)
    for note, group in groupby(cards, key=lambda card: card.note.name):
        yield from ("", *wrap(note, columns))
        for card in group:
            yield from ("", *told(card, columns))
    yield ""


def chosen(name: str) -> list[tuple[Deck, Sequence[Card]]]:
    """Return the decks a name stands for, each with its cards: all of them, or those of one note."""
    try:
        return [(deck, deck.cards) for deck in read(find([name]))]
    except UnknownName:
        return [_of_note(name)]


def _of_note(name: str) -> tuple[Deck, Sequence[Card]]:
    owner, _, key = name.rpartition("/")
    decks = read(find([owner]) if owner else builtin())
    for deck in decks:
        if cards := tuple(card for card in deck.cards if card.note.key == key):
            return deck, cards
    known = [note.key for deck in decks for note in deck.notes] + [deck.id for deck in decks]
    hint = did_you_mean(suggest(key, known)) or "name a deck's file or id, or a note as deck/note"
    raise UnknownName(f"no deck or note is called '{name}'", hint)


def told(card: Card, columns: int) -> Iterator[str]:
    """Yield the lines that show one card: question, answers, what else is right or offered, and its id."""
    yield from wrap(card.question.prompt, columns, first="? ", rest="  ")
    for line in answer_lines(card.question):
        yield from wrap(line, columns, first="  = ", rest="    ")
    for line in beside(card):
        yield from wrap(line, columns, first="    ", rest="    ")
    yield from wrap(card.id, columns, first="  # ", rest="    ")


def beside(card: Card) -> Iterator[str]:
    """Yield what stands beside the right answer: other right wordings, wrong options, explanations."""
    if accepted := _accepted(card):
        yield f"also right: {'; '.join(accepted)}"
    match card.question:
        case Choice(wrong=wrong):
            yield from (f"wrong: {option.text}{f' ({option.why})' * bool(option.why)}" for option in wrong)
        case Ordering() | Recital():
            yield "in this order"
    yield from card.explanation


def as_object(card: Card) -> dict[str, object]:
    """Return a card as `--json` prints it."""
    wrong = [(option.text, option.why) for option in getattr(card.question, "wrong", ())]
    return {
        "card": card.id,
        "form": type(card.question).__name__.lower(),
        "question": card.question.prompt,
        "answer": list(answer_lines(card.question)),
        "accept": _accepted(card),
        "wrong": [{"text": text, "why": why} for text, why in wrong],
        "explanation": list(card.explanation),
    }


def _accepted(card: Card) -> list[str]:
    """Return the other right wordings, each once, without the answer itself."""
    match card.question:
        case Typed(answer=answer, accept=accept):
            return _besides((answer,), accept)
        case Listing(items=items, accept=accepts):
            return _besides(items, (text for accept in accepts for text in accept))
        case _:
            return []


def _besides(answers: Iterable[str], accept: Iterable[str]) -> list[str]:
    """Return what is accepted beside the answers, each once however it is spelled.

    >>> _besides(("hip flexion",), ("Hip flexion", "flexion", "flexion"))
    ['flexion']
    """
    told, others = {*map(fold, answers)}, dict[str, str]()
    for text in accept:
        others.setdefault(fold(text), text)
    return [text for folded, text in others.items() if folded not in told]
