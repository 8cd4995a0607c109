"""Whole lives of cards on two devices: the store is the scheduler over the answers that stand."""

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
from flashcards.study.event import Answer
from flashcards.study.settings import scheduler_for
from flashcards.study.state import fuzz_fraction
from flashcards.study.store import Store
from tests.study.diary_of_two import Act, Answered, Undone, Wanted, believed, schedules, standing

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Asia/Kathmandu")]
NIGHTS_BEFORE_A_CHANGE = [
    datetime(2026, month, day, 22, tzinfo=UTC) for month, day in ((3, 7), (3, 28), (10, 24))
]
WAITS = [timedelta(), timedelta(seconds=30), timedelta(minutes=11), timedelta(hours=9), timedelta(days=1)]
END = datetime(2200, 1, 1, tzinfo=UTC)
"""When every event is believed."""

RETENTIONS = [0.8, 0.9, 0.95]

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
    """Two devices of one learner, who answers, takes back, travels, sets clocks and exchanges events."""

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

    @rule(which=st.integers(0, 1), retention=st.sampled_from(RETENTIONS))
    def want(self, which: int, retention: float) -> None:
        device = self.devices[which]
        event = device.store.set("retention", str(retention), device.now(self.time))
        device.acts[event.id] = Act(Wanted(retention), event)

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
    def every_card_stands_where_its_standing_answers_put_it(self) -> None:
        for device in self.devices if hasattr(self, "cards") else ():
            expected = schedules(standing(device.believed(self.time)))
            assert device.schedules(self.time) == expected
            for schedule in expected.values():
                assert_sound(schedule)


def assert_in_order(shown: dict[Rating, Schedule]) -> None:
    """A better pass never gives fewer days."""
    passes = [shown[rating] for rating in Rating if rating is not Rating.AGAIN]
    days = [schedule.interval for schedule in passes if isinstance(schedule, Reviewing)]
    assert days == sorted(days)


def assert_sound(schedule: Schedule) -> None:
    """It falls due after its last review, a learned card on the right local day; its memory is in bounds."""
    assert not isinstance(schedule, New)
    assert schedule.last_review < schedule.due
    assert 0.001 <= schedule.memory.stability <= 36500
    assert 1 <= schedule.memory.difficulty <= 10
    if isinstance(schedule, Reviewing):
        assert 1 <= schedule.interval <= 36500
        assert elapsed_days(schedule.last_review, schedule.due, rollover_hour=4) == schedule.interval


Lives.TestCase.settings = settings(
    max_examples=settings().max_examples // 5, stateful_step_count=40, suppress_health_check=list(HealthCheck)
)
TestLives = Lives.TestCase
