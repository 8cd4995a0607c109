"""Laws of the store: its state is always what a fold from scratch gives, whoever wrote the events."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.errors import StoreError, UnknownName
from flashcards.scheduler import New, Rating
from flashcards.study.database import FILE
from flashcards.study.event import Answer, Event, EventKind, make_event
from flashcards.study.fold import fold
from flashcards.study.history import last_act
from flashcards.study.placing import places
from flashcards.study.state import State
from flashcards.study.store import Store
from tests.study.histories import CARDS, FACTS, LATEST, SETTINGS, START, Diary, histories, reviews
from tests.study.test_log import chance

CARD = CARDS[0]
GOOD = Answer(Rating.GOOD, "psoas", "right")
hidden = st.lists(st.sampled_from(CARDS), max_size=2)
acts = (
    st.tuples(st.just("answer"), st.sampled_from(CARDS), st.sampled_from(list(Rating)))
    | st.tuples(st.just("undo"), st.integers(0, 9))
    | st.tuples(st.just("link"), st.sampled_from(FACTS), st.sampled_from(FACTS))
    | st.tuples(st.just("set"), st.sampled_from(SETTINGS))
    | st.tuples(st.just("reschedule"), st.sampled_from(CARDS), st.booleans())
    | st.tuples(st.sampled_from([EventKind.SUSPEND, EventKind.UNSUSPEND, EventKind.BURY]), hidden)
    | st.tuples(st.just("receive"), histories(longest=4))
    | st.tuples(st.sampled_from(["drop the cache", "spoil the cache"]))
)
steps = st.lists(st.tuples(acts, st.booleans(), st.sampled_from([0, 1, 3, -3, 24 * 9])), max_size=8)


def do(store: Store, home: Path, act: tuple[object, ...], now: datetime) -> None:
    match act:
        case "answer", str(card), Rating() as rating:
            store.answer(card, Answer(rating), now)
        case "undo", int(back):
            if events := store.events(now):
                store.undo(events[back % len(events)].id, now)
        case "link", str(old), str(new):
            store.link(old, new, now)
        case "set", (str(name), str(value)):
            store.set(name, value, now)
        case "reschedule", str(card), bool(off):
            day = now.date()
            store.reschedule({card: day + timedelta(3)}, now, (day, day + timedelta(2)) if off else None)
        case EventKind() as kind, list(cards):
            store.hide(kind, cards, now)
        case "receive", list(history):
            known = {(event.device, event.dseq) for event in store.events(LATEST)}
            store.receive([event for event in history if (event.device, event.dseq) not in known], now)
        case (str(spoil),):
            sql = "DROP TABLE IF EXISTS state" if spoil.startswith("drop") else "UPDATE state SET body = '{'"
            with closing(sqlite3.connect(home / FILE)) as database, database:
                database.execute(sql)


@settings(max_examples=40)
@given(steps)
def test_the_state_kept_is_the_state_folded_from_scratch(
    tmp_path_factory: pytest.TempPathFactory, course: list[tuple[tuple[object, ...], bool, int]]
) -> None:
    home, now = tmp_path_factory.mktemp("home"), START
    with Store.open(home, chance) as one, Store.open(home, chance) as other:
        one.state(now)
        for act, mine, hours in course:
            now += timedelta(hours=hours)
            store = one if mine else other
            if not (act[0] == "spoil the cache" and not store.events(now)):
                do(store, home, act, now)
            assert store.state(now) == fold(store.events(now))
        with Store.read(home) as reader:
            assert one.state(now) == other.state(now) == reader.state(now) == fold(one.events(now))


def test_a_link_made_while_an_answer_is_on_its_way_is_not_overlooked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path, chance) as one, Store.open(tmp_path, chance) as other:
        one.answer(CARD, GOOD, START)
        look, links = one.state, iter([(FACTS[0], FACTS[1]), (FACTS[1], FACTS[2])])

        def look_and_be_overtaken(now: datetime) -> State:
            seen = look(now)
            other.link(*next(links), START)
            return seen

        monkeypatch.setattr(one, "state", look_and_be_overtaken)
        one.answer(CARDS[-1], GOOD, START)
        with Store.read(tmp_path) as reader:
            assert reader.state(START) == fold(reader.events(START))
            assert CARD not in reader.state(START).cards


@settings(max_examples=25)
@given(histories(reviews), st.sampled_from(CARDS), st.sampled_from(list(Rating)), st.integers(-23, 500))
def test_what_was_previewed_is_what_comes(
    tmp_path_factory: pytest.TempPathFactory, history: list[Event], card: str, rating: Rating, hours: int
) -> None:
    """Also with a clock set back: then the answer comes just after the last one, and no time has passed."""
    now = max((event.when for event in history), default=START) + timedelta(hours=hours, microseconds=1234)
    with Store.open(tmp_path_factory.mktemp("home"), chance) as store:
        store.receive(history, now)
        place = places(store.state(now), card, now, weight=lambda day: 1 / day.day)[rating]
        store.answer(card, Answer(rating, u=place.u), now)
        assert store.state(now).schedule(card) == place.schedule


@settings(max_examples=25)
@given(st.data(), histories())
def test_the_same_events_in_random_order_give_a_second_store_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, history: list[Event]
) -> None:
    shuffled = data.draw(st.permutations(history * 2))
    first, second = (tmp_path_factory.mktemp("home") for _ in range(2))
    with Store.open(first, chance) as one, Store.open(second, chance) as two:
        one.receive(history, LATEST)
        for event in shuffled:
            two.receive([event], LATEST)
        assert two.state(LATEST) == one.state(LATEST) == fold(history)


def test_a_home_of_its_own_has_a_learner_and_a_device_that_stay(tmp_path: Path) -> None:
    for number in range(2):
        with Store.open(tmp_path / "a", chance) as store:
            event = store.answer(CARD, GOOD, START)
            assert event.dseq == number + 1
    with Store.open(tmp_path / "b", lambda length: b"\x01" * length) as store:
        other = store.answer(CARD, GOOD, START)
    assert other.device != event.device
    assert other.learner != event.learner


def test_answers_are_there_when_the_home_is_opened_again(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        events = [store.answer(card, GOOD, START) for card in CARDS]
    with Store.read(tmp_path) as store:
        assert store.events(START) == events
        assert set(store.state(START).cards) == set(CARDS)


def test_the_last_act_is_taken_back_and_then_the_one_before_it(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        first, second = store.answer(CARDS[0], GOOD, START), store.answer(CARDS[1], GOOD, START)
        change = store.set("new_per_day", "5", START)
        assert last_act(store, START) == change
        store.undo(change.id, START)
        assert store.state(START).settings.new_per_day == 10
        assert last_act(store, START) == second
        undo = store.undo(second.id, START)
        assert last_act(store, START) == first
        assert isinstance(store.state(START).schedule(CARDS[1]), New)
        store.undo(undo.id, START)
        assert last_act(store, START) == second


def test_an_act_that_nobody_can_read_is_passed_over(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        first = store.answer(CARDS[0], GOOD, START)
        strange = make_event(
            learner=first.learner,
            device="elsewhere",
            dseq=1,
            hlc=first.hlc + 1,
            offset=0,
            kind="setting",
            card="",
            body={"name": "of_a_later_version", "value": "7"},
        )
        store.receive([strange], START)
        assert last_act(store, START) == first


def test_what_does_not_exist_cannot_be_taken_back(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        with pytest.raises(UnknownName, match="no event 'x'"):
            store.undo("x", START)
        with pytest.raises(UnknownName, match="nothing to take back"):
            last_act(store, START)


@pytest.mark.parametrize("ends", [("deck", "deck"), ("deck/a", "deck/a/b"), ("a/b/c/d", "a/b/c/e")])
def test_only_notes_and_facts_can_be_linked(tmp_path: Path, ends: tuple[str, str]) -> None:
    with Store.open(tmp_path, chance) as store:
        with pytest.raises(UnknownName, match="cannot go on as"):
            store.link(*ends, START)
        assert store.events(START) == []


def test_the_texts_last_seen_take_the_place_of_those_before(tmp_path: Path) -> None:
    before = {
        "psoas": {"origin-1": ("origin", "bodies of L1-L5")},
        "ql": {"origin-2": ("origin", "iliac crest")},
    }
    with Store.open(tmp_path, chance) as store:
        store.remember_facts("a", before)
        store.remember_facts("b", before)
        store.remember_facts("b", {"ql": {"origin-3": ("origin", "iliac crests")}})
    with Store.read(tmp_path) as store:
        assert store.seen_facts("a") == before
        assert store.seen_facts("b") == {"ql": {"origin-3": ("origin", "iliac crests")}}
        assert store.seen_facts("c") == {}


def test_reading_creates_nothing(tmp_path: Path) -> None:
    with Store.read(tmp_path / "home") as store:
        assert store.state(START).cards == {}
        assert store.events(START) == []
        with pytest.raises(StoreError, match="reading only"):
            store.answer(CARD, GOOD, START)
    assert list(tmp_path.iterdir()) == []


def test_a_store_killed_before_it_was_laid_out_reads_as_none_at_all(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with Store.read(tmp_path) as store:
        assert store.events(START) == []
    assert (tmp_path / FILE).read_bytes() == b""


def test_an_answer_of_a_time_to_come_cannot_be_taken_back_yet(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        early = store.answer(CARD, GOOD, START + timedelta(days=3))
        with pytest.raises(UnknownName, match="no event"):
            store.undo(early.id, START)
        store.undo(early.id, early.when)
        assert isinstance(store.state(early.when).schedule(CARD), New)


def test_reading_changes_nothing_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        store.answer(CARD, GOOD, START)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with Store.read(tmp_path) as store:
        assert set(store.state(START).cards) == {CARD}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@settings(max_examples=10)
@given(histories(reviews))
def test_a_reader_folds_what_no_one_has_folded_yet(
    tmp_path_factory: pytest.TempPathFactory, history: list[Event]
) -> None:
    home = tmp_path_factory.mktemp("home")
    with Store.open(home, chance) as store:
        store.receive(history, LATEST)
    with Store.read(home) as store:
        assert store.state(LATEST) == fold(history)


def test_the_diary_of_the_tests_writes_what_the_store_writes(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as store:
        written = [store.answer(CARD, GOOD, START), store.link(FACTS[0], FACTS[1], START)]
    diary = Diary(written)
    assert {type(value) for value in diary.review(CARD).row} == {type(value) for value in written[0].row}
