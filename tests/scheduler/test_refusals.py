"""What the scheduler refuses: with a ScheduleError that names all problems and the remedy."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import inf, nan
from typing import Any

import pytest

from flashcards.scheduler import (
    FSRS6,
    FSRS6_TABLE,
    FSRS7,
    SM2,
    AnkiSM2,
    Learning,
    Memory,
    MemoryModel,
    New,
    ParametersError,
    Rating,
    RecordError,
    Relearning,
    ReviewError,
    Reviewing,
    Schedule,
    ScheduleError,
    Scheduler,
    SettingsError,
    chance_of,
    from_dict,
    fuzz_range,
    local_day,
    pick_day,
    to_dict,
)

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CARD = Scheduler().review(New(), Rating.EASY, NOW, u=0)
RECORD = to_dict(CARD)


def parameters(changes: dict[int, float]) -> tuple[float, ...]:
    return tuple(changes.get(number, value) for number, value in enumerate(FSRS6_TABLE.default))


@pytest.mark.parametrize("error", [ParametersError, SettingsError, ReviewError, RecordError])
def test_every_error_is_a_value_error_of_the_one_root(error: type[Exception]) -> None:
    assert issubclass(error, ScheduleError)
    assert issubclass(ScheduleError, ValueError)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"desired_retention": 0}, "desired retention of 0 .* use 0.01 to 1"),
        ({"desired_retention": 1.5}, "desired retention of 1.5"),
        ({"desired_retention": nan}, "desired retention of nan"),
        ({"maximum_interval": 0}, "maximum interval of 0 days: use 1 to 36500"),
        ({"maximum_interval": 36501}, "maximum interval of 36501"),
        ({"rollover_hour": 24}, "roll-over hour of 24: use 0 to 23"),
        ({"learning_steps": (timedelta(0),)}, "a learning step of 0:00:00: use more than nothing"),
        ({"relearning_steps": (timedelta(minutes=-1),)}, "a relearning step of -1 day"),
        ({"relearning_steps": (timedelta.max,)}, "at most 36500 days"),
        ({"maximum_interval": 10.5}, "maximum interval of 10.5 days: use 1 to 36500"),
        ({"maximum_interval": True}, "maximum interval of True days"),
        ({"rollover_hour": 4.5}, "roll-over hour of 4.5: use 0 to 23"),
        ({"desired_retention": "0.9"}, "desired retention of '0.9'"),
        ({"learning_steps": (10,)}, "a learning step of 10: use a timedelta"),
        ({"model": FSRS6}, "use a memory model, such as FSRS6()"),
        ({"leech_threshold": nan}, "leech threshold of nan"),
        ({"leech_threshold": -1}, "leech threshold of -1 lapses: use 0 to 9999"),
    ],
)
def test_settings_out_of_range(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Scheduler(**settings)


@pytest.mark.parametrize("retention", [0, 1.5, nan, -1])
def test_a_retention_of_its_own_that_cannot_be_kept(retention: float) -> None:
    refusal = f"desired retention of {retention} cannot be kept: use 0.01 to 1"
    with pytest.raises(SettingsError, match=refusal):
        Scheduler().review(New(), Rating.GOOD, NOW, 0, retention)
    with pytest.raises(SettingsError, match=refusal):
        Scheduler().preview(New(), NOW, 0, retention)
    with pytest.raises(SettingsError, match=refusal):
        Scheduler().day_range(New(), Rating.GOOD, NOW, retention)


def test_all_wrong_settings_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        Scheduler(desired_retention=2, learning_steps=(timedelta(0),), maximum_interval=-1, rollover_hour=-1)
    assert len(str(caught.value).splitlines()) == 4


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (FSRS6_TABLE.default[:20], "has 21 parameters, not 20"),
        (parameters({8: nan}), "w8 is nan: it must lie between 0.0 and 4.5"),
        (parameters({8: inf, 20: 0.0}), "w8 is inf.*\n.*w20 is 0.0"),
        (parameters({0: 5.0}), "w0 to w3.* must not fall: sort them"),
    ],
)
def test_parameters_no_model_can_have(values: tuple[float, ...], message: str) -> None:
    for make in (FSRS6, FSRS6.from_parameters):
        with pytest.raises(ParametersError, match=message):
            make(values)


@pytest.mark.parametrize(
    ("now", "u", "message"),
    [
        (NOW.replace(tzinfo=None), 0.5, "has no time zone: give an aware datetime"),
        (NOW - timedelta(seconds=1), 0.5, "comes before the last one, at 2026-03-02T12:00:00\\+00:00"),
        (NOW.replace(year=9999), 0.5, "outside the years"),
        (NOW, 1.0, "chance u of 1.0: use a number from 0"),
        (NOW, -0.1, "chance u"),
        (NOW, nan, "chance u of nan"),
    ],
)
def test_reviews_that_cannot_be(now: datetime, u: float, message: str) -> None:
    for act in (Scheduler().preview, lambda card, now, u: Scheduler().review(card, Rating.GOOD, now, u)):
        with pytest.raises(ReviewError, match=message):
            act(CARD, now, u)


@pytest.mark.parametrize("rating", [0, 5, -1])
def test_ratings_that_do_not_exist(rating: Any) -> None:
    refusing: list[Callable[[], object]] = [
        lambda: Scheduler().review(CARD, rating, NOW, u=0),
        lambda: FSRS6().first(rating),
        lambda: FSRS6().next(Memory(1, 5), rating, 1),
    ]
    for act in refusing:
        with pytest.raises(ReviewError, match=f"no rating {rating}: use 1 Again"):
            act()


@pytest.mark.parametrize("days", [-1, nan, inf])
def test_days_that_cannot_pass(days: float) -> None:
    with pytest.raises(ReviewError, match="days cannot have passed"):
        FSRS6().retrievability(Memory(1, 5), days)
    with pytest.raises(ReviewError, match="days cannot have passed"):
        FSRS6().next(Memory(1, 5), Rating.GOOD, days)


@pytest.mark.parametrize("retention", [0, 1.5, nan])
def test_retentions_no_memory_falls_to(retention: float) -> None:
    with pytest.raises(SettingsError, match="desired retention"):
        FSRS6().interval(Memory(1, 5), retention)


@pytest.mark.parametrize(("stability", "difficulty"), [(0, 5), (-1, 5), (nan, 5), (inf, 5), (1, nan)])
def test_memories_nobody_has(stability: float, difficulty: float) -> None:
    with pytest.raises(ReviewError, match="no memory has"):
        Memory(stability, difficulty)


@pytest.mark.parametrize(
    ("ease", "interval", "retention", "message"),
    [
        (0.9, 10, 0.9, "ease 0.9: it is 1 or more"),
        (nan, -1, 0.9, "ease nan.*\n.*interval -1"),
        (2.5, inf, 0.9, "interval inf"),
        (2.5, 10, 1, "no SM-2 interval keeps a retention of 1"),
    ],
)
def test_states_no_sm2_card_has(ease: float, interval: float, retention: float, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        FSRS6().from_sm2(ease, interval, retention)


def test_times_without_a_zone_belong_to_no_day() -> None:
    with pytest.raises(ReviewError, match="no time zone"):
        local_day(datetime(2026, 3, 2), 4)
    with pytest.raises(ReviewError, match="no time zone"):
        Scheduler().retrievability(CARD, datetime(2026, 3, 2))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"state": "resting"}, "unknown state 'resting': use one of new, learning, reviewing, relearning"),
        ({"state": ["new"]}, "unknown state"),
        ({"interval": 0}, "interval: an interval has 1 to 36500 days"),
        ({"interval": 2.5}, "interval: 2.5 is not a whole number"),
        ({"lapses": -1}, "lapses: -1 is not a whole number from 0 up"),
        ({"lapses": True}, "lapses: True is not"),
        ({"due": "soon"}, "due: 'soon' is not a time such as"),
        ({"due": "2026-03-02"}, "due: .* has no time zone"),
        ({"memory": 3}, "memory: 3 is not a mapping"),
        ({"memory": {"stability": 1}}, "memory: stability and difficulty are wanted, not stability"),
        ({"memory": {"stability": "1", "difficulty": 5}}, "memory: '1' is not a number"),
        ({"memory": {"stability": 0, "difficulty": 5}}, "memory: no memory has"),
        ({"memory": {"stability": 10**400, "difficulty": 5}}, "memory: int too large"),
        ({"step": 1}, "step does not belong to a schedule that is reviewing"),
        ({"interval": 0, "due": "soon"}, "interval: .*\ndue: "),
    ],
)
def test_records_of_no_schedule(changes: dict[str, object], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        from_dict({**RECORD, **changes})


def test_records_with_something_missing() -> None:
    with pytest.raises(
        RecordError, match="memory is missing from a schedule that is learning\nstep is missing"
    ):
        from_dict({"state": "learning"})


def test_a_wrong_copy_is_refused_like_a_wrong_original() -> None:
    with pytest.raises(SettingsError, match="roll-over hour"):
        Scheduler().changed(rollover_hour=99)


@pytest.mark.parametrize(
    ("nonsense", "given"),
    [
        (lambda: Reviewing(Memory(3, 5), 0, 0, NOW, NOW), "Reviewing with interval 0, lapses 0"),
        (lambda: Reviewing(Memory(3, 5), 3, -1, NOW, NOW), "Reviewing with interval 3, lapses -1"),
        (lambda: Learning(Memory(3, 5), -1, NOW, NOW), "Learning with step -1"),
        (lambda: Relearning(Memory(3, 5), 0, -1, NOW, NOW), "Relearning with step 0, lapses -1"),
    ],
)
def test_a_card_that_cannot_be(nonsense: Callable[[], Schedule], given: str) -> None:
    wanted = f"^no card is {given}: an interval is 1 or more, lapses and steps 0 or more$"
    with pytest.raises(ReviewError, match=wanted):
        nonsense()


@pytest.mark.parametrize("model", [FSRS6(), FSRS7(), SM2(), AnkiSM2()])
def test_a_memory_of_another_model(model: MemoryModel) -> None:
    for other in (FSRS6(), FSRS7(), AnkiSM2()):
        card = Scheduler(other, learning_steps=()).review(New(), Rating.GOOD, NOW, u=0)
        if other.memory is not model.memory:
            with pytest.raises(ReviewError, match=f"^{model.name} cannot go on from .*: replay the card's"):
                Scheduler(model).preview(card, NOW, u=0)


def test_a_last_review_without_a_zone() -> None:
    naive = NOW.replace(tzinfo=None)
    card = Learning(Memory(3, 5), 0, naive, naive)
    with pytest.raises(ReviewError, match=r"the last review at .* has no time zone"):
        Scheduler().review(card, Rating.GOOD, NOW, u=0)


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: fuzz_range(nan, 1, 9),
        lambda: fuzz_range(inf, 1, 9),
        lambda: fuzz_range(-1, 1, 9),
        lambda: pick_day(1, 5, 1.0),
        lambda: pick_day(5, 1, 0.5),
        lambda: chance_of(3, 5, 1),
        lambda: local_day(NOW, 24),
    ],
)
def test_days_that_cannot_be_picked(nonsense: Callable[[], object]) -> None:
    with pytest.raises(ReviewError, match=r"use 0|give the first day first"):
        nonsense()
