"""One card in a collection of the real Anki, where days pass by moving the card's past back."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st

from flashcards.scheduler import Memory, Rating

# Without fuzz. Anki looks only once, so this must be said before it schedules anything in this process.
os.environ["ANKI_TEST_MODE"] = "1"

IN_REVIEW = 2


def steps(longest: int) -> st.SearchStrategy[tuple[timedelta, ...]]:
    """Steps of which one and a half is at most a day."""
    minutes = st.integers(1, 960).map(lambda count: timedelta(minutes=count))
    return st.lists(minutes, min_size=1, max_size=longest).map(tuple)


class Answered(NamedTuple):
    """Where Anki would leave the card: in the steps for so many seconds, or learned, for so many days."""

    case: str
    memory: Memory | None
    steps_left: int
    seconds: int
    days: int
    lapses: int
    ease: float


class AnkiCard:
    """The card; every answer starts from what Anki has stored of it, which is rounded."""

    def __init__(self, folder: Path) -> None:
        anki = pytest.importorskip("anki.collection", reason="the test extra brings the real Anki")
        self.collection = anki.Collection(str(folder / "collection.anki2"))
        self.end_no_day_meanwhile()
        note = self.collection.new_note(self.collection.models.by_name("Basic"))
        note["Front"] = "From where does the psoas arise?"
        self.collection.add_note(note, 1)
        (self.number,) = self.collection.find_cards("")
        self.new = self.collection.get_card(self.number)

    def end_no_day_meanwhile(self) -> None:
        """Put the roll-over at the other side of the clock."""
        preferences = self.collection.get_preferences()
        preferences.scheduling.rollover = (datetime.now(UTC).astimezone().hour + 12) % 24
        self.collection.set_preferences(preferences)

    def begin(
        self,
        parameters: Sequence[float] = (),
        retention: float = 0.9,
        learning: Sequence[timedelta] = (),
        relearning: Sequence[timedelta] = (),
        maximum: int = 36500,
        modifier: float = 1,
    ) -> None:
        """Make the card a new one; with parameters under FSRS-6, without any under SM-2 and its modifier."""
        self.collection.set_config("fsrs", bool(parameters))
        config = self.collection.decks.get_config(1)
        config |= {"fsrsParams6": list(parameters), "desiredRetention": retention}
        config["new"]["delays"] = [step / timedelta(minutes=1) for step in learning]
        config["lapse"]["delays"] = [step / timedelta(minutes=1) for step in relearning]
        config["rev"]["maxIvl"] = maximum
        config["rev"]["ivlFct"] = modifier
        self.collection.decks.update_config(config)
        self.collection.update_card(self.new)

    def preview(self) -> dict[Rating, Answered]:
        """Where each rating would leave the card now."""
        states = self.collection._backend.get_scheduling_states(self.number)
        return {rating: answered(getattr(states, rating.name.lower()).normal) for rating in Rating}

    def answer(self, rating: Rating) -> None:
        """Answer as a person does."""
        card = self.collection.get_card(self.number)
        card.start_timer()
        self.collection.sched.answerCard(card, int(rating))

    def wait(self, days: int) -> None:
        """Let days pass: whatever happened to the card happened so much earlier."""
        card = self.collection.get_card(self.number)
        card.last_review_time -= days * 86400
        card.due -= days if card.queue == IN_REVIEW else 0
        self.collection.update_card(card)

    @property
    def memory(self) -> Memory:
        """The card's memory, as Anki stored it."""
        return memory_of(self.collection.get_card(self.number))

    @property
    def interval(self) -> int:
        """The card's days, as Anki stored them."""
        return int(self.collection.get_card(self.number).ivl)


def answered(state: Any) -> Answered:
    """Read one of Anki's scheduling states."""
    case = state.WhichOneof("kind")
    steps = state.relearning.learning if case == "relearning" else state.learning
    review = state.relearning.review if case == "relearning" else state.review
    held = review if case == "review" else steps
    memory = memory_of(held) if held.HasField("memory_state") else None
    numbers = steps.remaining_steps, steps.scheduled_secs, review.scheduled_days, review.lapses
    return Answered(case, memory, *numbers, review.ease_factor)


def memory_of(held: Any) -> Memory:
    return Memory(held.memory_state.stability, held.memory_state.difficulty)
