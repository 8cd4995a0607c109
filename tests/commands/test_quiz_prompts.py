"""Every prompt of the seed deck, at 40 and at 200 columns: no line wider, no word cut; no text in command."""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flashcards.anatomy import read_deck, shelf
from flashcards.card import Card
from flashcards.cells import cells
from flashcards.commands.dialogue import Dialogue
from flashcards.commands.quiz import greeting
from flashcards.commands.sitting import Sitting
from flashcards.decks import builtin
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place
from flashcards.question import Choice, Listing, Ordering, Question, SelfRated, Typed, Wrong
from flashcards.study.queue import Queue
from flashcards.study.session import Session
from flashcards.study.store import Store
from tests.commands.driving import HIP, flashcards

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
WIDTHS = (40, 200, 100_000)
HOSTILE = "\x1b[31mred\x1b]0;title\x07\x9b2J\u202edrow\u2066 zero\u200bwidth\r\n\x00 end"


@contextmanager
def stores() -> Iterator[dict[int, Store]]:
    """A store for each width, so that each sees the same card for the first time."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        homes = {columns: Path(folder) / str(columns) for columns in WIDTHS}
        yield {columns: stack.enter_context(Store.open(home, os.urandom)) for columns, home in homes.items()}


def sit(store: Store, card: Card, columns: int, typed: str, now: datetime = START) -> str:
    """What a sitting over one card shows."""
    target = StringIO()
    dialogue = Dialogue(StringIO(typed), target, columns)
    Sitting(Session(store, [card]), dialogue, lambda: now, {card.note.deck: {}}).run()
    return target.getvalue()


@pytest.mark.parametrize("typed", ["\n4\n", "psoas, femur\n:?\nr\n?\n4\n"], ids=["not known", "tried"])
def test_every_prompt_of_the_seed_deck_fits_and_cuts_no_word(typed: str) -> None:
    cards = read_deck(builtin("psoas-and-ql")[0]).cards
    assert len(cards) > 100
    with stores() as homes:
        for days, card in enumerate(cards):
            now = START + timedelta(days=days)  # a day for each, as siblings come one a day
            shown = {columns: sit(store, card, columns, typed, now) for columns, store in homes.items()}
            assert card.question.prompt in shown[100_000]
            for columns, text in shown.items():
                assert max(map(cells, text.splitlines())) <= columns
                assert text.split() == shown[100_000].split()


def test_many_decks_are_counted_and_few_are_named() -> None:
    decks = [read_deck(path, shelf(builtin())) for path in builtin()]
    assert greeting(decks[:2], Queue())[0] == f"{decks[0].title} and {decks[1].title}: 0 due, 0 new."
    assert greeting(decks, Queue())[0] == f"{len(decks)} decks: 0 due, 0 new."


@pytest.mark.parametrize("columns", [40, 200])
def test_the_greeting_fits(columns: int) -> None:
    target = StringIO()
    dialogue = Dialogue(StringIO(), target, columns)
    for line in greeting([read_deck(builtin("psoas-and-ql")[0])], Queue()):
        dialogue.say(line)
    assert "no medical advice" in " ".join(target.getvalue().split())
    assert max(map(cells, target.getvalue().splitlines())) <= columns


@pytest.mark.parametrize(
    "question",
    [
        Typed(HOSTILE, HOSTILE),
        SelfRated(HOSTILE, HOSTILE),
        Choice(HOSTILE, f"a{HOSTILE}", (Wrong(HOSTILE, HOSTILE),)),
        Listing(HOSTILE, (HOSTILE, f"b{HOSTILE}")),
        Ordering(HOSTILE, (HOSTILE, f"b{HOSTILE}"), (0, 1)),
    ],
    ids=lambda question: type(question).__name__,
)
@pytest.mark.parametrize("typed", ["", "b\nb a\n\n4\n", f"{HOSTILE}\n\n"])
def test_no_text_of_a_card_and_no_reply_commands_the_terminal(question: Question, typed: str) -> None:
    note = Note("hostile", "cards", "deck", Place("deck.yaml", 1, 1), {"name": (HOSTILE,)})
    card = Card(note, Fact("fact", "front", HOSTILE), "recall", question, (HOSTILE,))
    with stores() as homes:
        shown = sit(homes[40], card, 40, typed)
    assert "red" in shown
    assert not [mark for mark in shown if mark != "\n" and unicodedata.category(mark) in ("Cc", "Cf", "Cs")]


def test_escape_sequences_in_a_deck_never_reach_the_terminal(tmp_path: Path) -> None:
    deck = tmp_path / "hip.yaml"
    escape = r"\x1b[31m\x9b2J\u202e"
    deck.write_text(
        HIP.replace("Around", escape)
        .replace("called?", 'called?"')
        .replace("front: What", f'front: "{escape}What')
    )
    for command in (["quiz"], ["check"], ["show"]):
        done = flashcards(tmp_path / "home", *command, str(deck), typed="\n\n")
        assert done.stdout + done.stderr
        assert not set("\x1b\x9b\u202e") & set(done.stdout + done.stderr)
