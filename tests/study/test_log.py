"""Laws of the event log: what is added stays, once, in order; what is damaged is noticed."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.errors import StoreError
from flashcards.scheduler import Rating
from flashcards.study.database import FILE
from flashcards.study.event import Answer, Event, checksum
from flashcards.study.fold import fold
from flashcards.study.store import Store
from tests.study.histories import CARDS, LATEST, START, Diary, histories


def chance(length: int) -> bytes:
    return random.Random(7).randbytes(length)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, chance) as opened:
        yield opened


def flipped(value: object, bit: int) -> object:
    if isinstance(value, int):
        return value ^ 1 << bit % 63
    raw = bytearray(str(value).encode())
    raw[bit // 8 % len(raw)] ^= 1 << bit % 8
    return raw.decode("utf-8", "surrogateescape")


@given(histories(longest=3), st.integers(0, 8), st.integers(0, 10_000))
def test_one_flipped_bit_in_any_column_changes_the_checksum(
    history: list[Event], column: int, bit: int
) -> None:
    for event in history:
        row = list(event.row)
        if row[column] != "":
            row[column] = flipped(row[column], bit)
            assert checksum(row) != checksum(event.row)


def test_flipped_bits_on_the_disk_are_noticed_and_the_rest_is_folded(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        events = [store.answer(card, Answer(Rating.GOOD, "an answer"), START) for card in CARDS]
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute("DROP TABLE state")
    raw = bytearray((tmp_path / FILE).read_bytes())
    body = raw.index(b'"answer":"an answer"')
    raw[body + 12] ^= 4
    (tmp_path / FILE).write_bytes(raw)
    with Store.open(tmp_path, chance) as store:
        (damage,) = store.damaged()
        sound = [event for event in events if event.id != damage.id]
        assert len(sound) == len(events) - 1
        assert store.events(START) == sound
        assert store.state(START) == fold(sound)
        assert damage.id in str(damage)


def test_text_that_is_no_text_any_more_is_noticed(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        store.answer(CARDS[0], Answer(Rating.GOOD), START)
    with closing(sqlite3.connect(tmp_path / FILE)) as database, database:
        database.execute("UPDATE event SET body = CAST(x'7b80ff7d' AS TEXT), learner = x'00'")
    with Store.read(tmp_path) as store:
        assert len(store.damaged()) == 1


@given(histories(longest=10))
def test_an_event_arrives_once_however_often_it_comes(
    tmp_path_factory: pytest.TempPathFactory, history: list[Event]
) -> None:
    with Store.open(tmp_path_factory.mktemp("home"), chance) as store:
        assert store.receive(history, LATEST) == len(history)
        assert store.receive(history[::-1] * 2, LATEST) == 0
        assert store.events(LATEST) == history


def test_events_of_every_kind_are_kept(store: Store) -> None:
    diary = Diary()
    for kind in ("suspend", "unsuspend", "bury", "unbury", "flag", "reset", "reschedule", "fit", "forget"):
        diary.write(kind, {})
    store.receive(diary.events, LATEST)
    assert [event.kind for event in store.events(LATEST)] == [event.kind for event in diary.events]
    assert store.state(LATEST).cards == {}


def test_a_review_says_all_that_was_so_when_it_was_answered(store: Store) -> None:
    store.set("parameters", "default", START)
    answer = Answer(Rating.HARD, "psoas", "slip", ("psoas", "iliacus"), 2_500, override=True)
    event = store.answer(CARDS[0], answer, START.astimezone())
    assert dict(event.said) == {
        **{"rating": 2, "form": "recall", "answer": "psoas", "verdict": "slip", "ms": 2500},
        **{"options": ["psoas", "iliacus"], "model": "FSRS-6", "parameters": "default"},
        "override": True,
    }
    assert (event.card, event.when) == (CARDS[0], START)
    plain = store.answer(CARDS[0], Answer(Rating.GOOD), START)
    assert "override" not in plain.said


def test_numbers_and_readings_go_up_by_every_event(store: Store) -> None:
    times = [START, START + timedelta(hours=1), START - timedelta(hours=20), START]
    events = [store.answer(CARDS[0], Answer(Rating.GOOD), now) for now in times]
    assert [event.dseq for event in events] == [1, 2, 3, 4]
    assert sorted(event.hlc for event in events) == [event.hlc for event in events]


def test_a_clock_set_back_by_days_loses_no_answer(store: Store) -> None:
    """What was answered under the fast clock waits, and counts again when its time comes near."""
    fast = store.answer(CARDS[0], Answer(Rating.GOOD), START + timedelta(days=3))
    right = store.answer(CARDS[0], Answer(Rating.GOOD), START)
    assert (right.when, store.ahead(START)) == (START, 1)
    assert store.state(START).reviews(CARDS[0]) == 1
    assert store.state(fast.when).reviews(CARDS[0]) == 2


def test_a_clock_of_another_device_that_is_days_fast_drags_nobody_along(store: Store) -> None:
    diary = Diary()
    fast = diary.review(CARDS[0], after=timedelta(days=5))
    store.receive([fast], START)
    mine = store.answer(CARDS[1], Answer(Rating.GOOD), START)
    assert mine.when == START
    assert store.ahead(START) == 1
    assert set(store.state(START).cards) == {CARDS[1]}
    later = fast.when - timedelta(hours=24)
    assert store.ahead(later) == 0
    assert set(store.state(later).cards) == {CARDS[0], CARDS[1]}


def test_two_events_under_one_number_of_a_device_are_refused_and_nothing_is_added(store: Store) -> None:
    one, other = Diary(), Diary()
    one.review(CARDS[0])
    other.review(CARDS[1])
    store.receive(one.events, LATEST)
    sound = Diary(one.events).review(CARDS[2])
    with pytest.raises(StoreError, match="copy of the other"):
        store.receive([sound, *other.events], LATEST)
    assert store.events(LATEST) == one.events
    assert store.receive([sound], LATEST) == 1
