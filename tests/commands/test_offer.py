"""The offer holds: what the four buttons showed is what comes, however long the choice takes."""

import os
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from flashcards.commands.dialogue import Dialogue
from flashcards.commands.rating import offer
from flashcards.commands.sitting import Sitting
from flashcards.commands.terminal import GLUE
from flashcards.scheduler import Rating
from flashcards.study.event import Answer
from flashcards.study.session import Session
from flashcards.study.store import Store
from tests.study.card_box import card

NIGHT = datetime(2026, 3, 12, 3, 59, tzinfo=UTC)


@pytest.mark.parametrize("model", ["FSRS-6", "FSRS-7"])
def test_the_day_may_turn_while_one_chooses(tmp_path: Path, model: str) -> None:
    psoas, times = card("psoas"), iter([NIGHT] * 4 + [NIGHT + timedelta(minutes=2)] * 99)
    with Store.open(tmp_path, os.urandom) as store:
        store.set("model", model, NIGHT - timedelta(days=90))
        store.answer(psoas.id, Answer(Rating.EASY), NIGHT - timedelta(days=80, hours=3))
        session, shown = Session(store, [psoas]), StringIO()
        outcomes = session.outcomes(psoas, NIGHT)
        Sitting(session, Dialogue(StringIO("fact\n3\n"), shown, 80), lambda: next(times), {"deck": {}}).run()
        assert offer(outcomes, NIGHT).replace(GLUE, " ") in shown.getvalue()
        assert store.state(NIGHT).schedule(psoas.id) == outcomes[Rating.GOOD]
        assert store.events(NIGHT)[-1].when == NIGHT
