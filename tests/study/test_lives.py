"""Whole lives of cards on two devices: the store is the scheduler over the acts that stand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from flashcards.scheduler import New, Rating, Reviewing, Schedule, elapsed_days
from flashcards.study.database import FILE
from flashcards.study.event import Answer, EventKind
from flashcards.study.settings import scheduler_for
from flashcards.study.state import fuzz_fraction
from flashcards.study.store import Store
from tests.study.diary_of_two import (
    MODELS,
    Act,
    Answered,
    Moved,
    Suspended,
    Undone,
    Wanted,
    believed,
    moved,
    schedules,
    standing,
    suspended,
)

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Kathmandu")]
NIGHTS_BEFORE_A_CHANGE = [
    datetime(2026, month, day, 22, tzinfo=UTC) for month, day in ((3, 7), (3, 28), (10, 24))
]
WAITS = [timedelta(), timedelta(seconds=30), timedelta(minutes=11), timedelta(hours=9), timedelta(days=1)]
END = datetime(2200, 1, 1, tzinfo=UTC)
"""When every event is believed."""

WISHES = [0.8, 0.9, 0.95, *MODELS]

waits = st.sampled_from(WAITS) | st.integers(2, 90).map(timedelta)
answers = st.tuples(
    st.integers(0, 49), st.sampled_from(Rating), waits, st.none() | st.floats(0, 1, exclude_max=True)
)


@dataclass
class Device:
    """A store in a home of its own, a clock that may be wrong, and what its learner knows was done."""

    home: Path
    name: int
    zone: ZoneInfo = ZONES[0]
    wrong: timedelta = timedelta()
    acts: dict[str, Act] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        self.store = Store.open(self.home, Random(self.name).randbytes)

    def now(self, time: datetime) -> datetime:
        return (time + self.wrong).astimezone(self.zone)

    def believed(self, time: datetime) -> list[Act]:
        return believed(self.acts.values(), self.now(time))

    def schedules(self, time: datetime) -> dict[str, Schedule]:
        """What the store says."""
        return {card: state.schedule for card, state in self.store.state(self.now(time)).cards.items()}


class Lives(RuleBasedStateMachine):
    """Two devices of one learner, who answers, moves cards, takes back, travels and exchanges events."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        homes = [Path(self.folder.name) / name for name in ("laptop", "phone")]
        self.devices = [Device(home, number) for number, home in enumerate(homes)]

    def teardown(self) -> None:
        for device in self.devices:
            device.store.close()
        self.folder.cleanup()

    @initialize(start=st.sampled_from(NIGHTS_BEFORE_A_CHANGE), count=st.integers(2, 50))
    def begin(self, start: datetime, count: int) -> None:
        self.time = start
        self.cards = [f"deck/note/{number}/recall" for number in range(count)]

    @rule(which=st.integers(0, 1), many=st.lists(answers, min_size=1, max_size=20))
    def study(self, which: int, many: list[tuple[int, Rating, timedelta, float | None]]) -> None:
        for number, rating, wait, u in many:
            self.time += wait
            self.answer(self.devices[which], self.cards[number % len(self.cards)], rating, u)

    def answer(self, device: Device, card: str, rating: Rating, u: float | None) -> None:
        """What the buttons showed comes, at the time of the clock, or of the last answer if that is later."""
        now, last = device.now(self.time), [act.when for act in device.believed(self.time)]
        state = device.store.state(now)
        chance = fuzz_fraction(card, state.reviews(card)) if u is None else u
        scheduler, moment = scheduler_for(state.settings), state.next_moment(now)
        shown = scheduler.preview(state.schedule(card), moment, chance)
        event = device.store.answer(card, Answer(rating, u=u), now)
        device.acts[event.id] = Act(Answered(card, rating, u), event)
        assert event.when == max([now, *last[-1:]])
        assert device.store.state(now).schedule(card) == shown[rating]
        assert_in_order(shown)

    @rule(which=st.integers(0, 1), back=st.integers(0, 9))
    def undo(self, which: int, back: int) -> None:
        device = self.devices[which]
        if acts := device.believed(self.time):
            gone = acts[-1 - back % len(acts)].id
            event = device.store.undo(gone, device.now(self.time))
            device.acts[event.id] = Act(Undone(gone), event)

    @rule(which=st.integers(0, 1), wish=st.sampled_from(WISHES))
    def want(self, which: int, wish: float | str) -> None:
        device = self.devices[which]
        name = "model" if wish in MODELS else "retention"
        event = device.store.set(name, str(wish), device.now(self.time))
        device.acts[event.id] = Act(Wanted(wish), event)

    @rule(which=st.integers(0, 1), number=st.integers(0, 49), days=st.integers(0, 30))
    def move(self, which: int, number: int, days: int) -> None:
        device, card = self.devices[which], self.cards[number % len(self.cards)]
        now = device.now(self.time)
        day, reviews = now.date() + timedelta(days), device.store.state(now).reviews(card)
        event = device.store.reschedule({card: day}, now)
        device.acts[event.id] = Act(Moved(card, reviews, day), event)

    @rule(which=st.integers(0, 1), number=st.integers(0, 49), off=st.booleans())
    def suspend(self, which: int, number: int, off: bool) -> None:
        device, card = self.devices[which], self.cards[number % len(self.cards)]
        kind = EventKind.SUSPEND if off else EventKind.UNSUSPEND
        event = device.store.hide(kind, [card], device.now(self.time))
        device.acts[event.id] = Act(Suspended(card, off), event)

    @rule(wait=waits)
    def wait(self, wait: timedelta) -> None:
        self.time += wait

    @rule(which=st.integers(0, 1), hours=st.integers(-60, 60))
    def set_the_clock(self, which: int, hours: int) -> None:
        self.devices[which].wrong = timedelta(hours=hours)

    @rule(which=st.integers(0, 1), zone=st.sampled_from(ZONES))
    def travel(self, which: int, zone: ZoneInfo) -> None:
        self.devices[which].zone = zone

    @rule()
    def exchange_events(self) -> None:
        laptop, phone = self.devices
        laptop.store.receive(phone.store.events(END), laptop.now(self.time))
        phone.store.receive(laptop.store.events(END), phone.now(self.time))
        laptop.acts |= phone.acts
        phone.acts |= laptop.acts

    @rule(which=st.integers(0, 1), drop=st.booleans())
    def close_and_open(self, which: int, drop: bool) -> None:
        device = self.devices[which]
        before = device.store.state(device.now(self.time))
        device.store.close()
        if drop:
            with closing(sqlite3.connect(device.home / FILE)) as database, database:
                database.execute("DROP TABLE IF EXISTS state")
        device.open()
        assert device.store.state(device.now(self.time)) == before

    @invariant()
    def every_card_stands_where_the_standing_acts_put_it(self) -> None:
        for device in self.devices if hasattr(self, "cards") else ():
            acts = standing(device.believed(self.time))
            expected, put = schedules(acts), moved(acts)
            assert device.schedules(self.time) == expected
            assert device.store.state(device.now(self.time)).suspended == suspended(acts)
            for card, schedule in expected.items():
                assert_sound(schedule, on_its_day=card not in put)


def assert_in_order(shown: dict[Rating, Schedule]) -> None:
    """A better pass never gives fewer days."""
    passes = [shown[rating] for rating in Rating if rating is not Rating.AGAIN]
    days = [schedule.interval for schedule in passes if isinstance(schedule, Reviewing)]
    assert days == sorted(days)


def assert_sound(schedule: Schedule, on_its_day: bool) -> None:
    """Its memory is in bounds; unless it was put on another, it falls due on the right local day."""
    assert not isinstance(schedule, New)
    assert 0.001 <= schedule.memory.stability <= 36500
    assert 1 <= schedule.memory.difficulty <= 10
    if isinstance(schedule, Reviewing):
        assert 1 <= schedule.interval <= 36500
    if not on_its_day:
        return
    assert schedule.last_review < schedule.due
    if isinstance(schedule, Reviewing):
        assert elapsed_days(schedule.last_review, schedule.due, rollover_hour=4) == schedule.interval


Lives.TestCase.settings = settings(
    max_examples=settings().max_examples // 5, stateful_step_count=40, suppress_health_check=list(HealthCheck)
)
TestLives = Lives.TestCase
